"""The money of a row: amounts by year and in sum, sources, budget codes, or a note in words ("талап етілмейді")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import EMPTY_CELL, Cell, Passage, Row
from extract.finders.plan.columns import (
    MONEY,
    PAIR,
    TAIL,
    TOTAL,
    PlanColumns,
    is_money,
    is_numbering,
    kind_of_title,
    with_figures,
    with_years_beneath,
)
from extract.finders.plan.halves import is_row_of_its_own
from extract.finders.plan.items import TableRow
from extract.lexicon.figures import figure_words
from extract.values.money import (
    CellAmount,
    amounts_below_one_another,
    amounts_of_spans,
    parse_amounts,
    parse_amounts_of_several,
    parse_money,
    says_amounts,
    says_no_money,
    years_alone,
)
from kzedu_graph.model.records import Allocation

_CODE = re.compile(r"\d{3}")
_BETWEEN_CODES = re.compile(r"[\s,;/]+")
_BETWEEN_SOURCES = re.compile(r"\s*(?:;|,(?!\d)|(?<!\d),)\s*")
_ABBREVIATED = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,4}")
_LAST_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")
_ITEM = re.compile(r"(?:^|\s)(?P<number>\d{1,2})[.)]\s+(?=\D)")
LONGEST_SCALE = 40
"""Characters of a line above a table that says nothing but the scale of its money."""
LARGEST_AMOUNT = 50_000_000.0
"""Million tenge: more than the country spends in a year is no row's amount."""
LARGEST_ROUNDING = 0.1
"""Million tenge by which a sum may differ from its parts, which are rounded."""
_NOTHING = frozenset({"", "-", "–", "—", "−"})

YearAmount = tuple[int | None, float | None, Passage, str | None]
"""A year (None for the sum), its amount in million tenge (None for no number), the words, and the source they name."""


@dataclass(frozen=True, slots=True)
class Funding:
    """What a row says of money; `allocations` is None where it gives no amount.

    Codes stand in printed order, repetitions kept. `odd` are words that are no amount, `odd_codes` that are no code,
    `odd_sums` amounts of all sources together that those of each do not come to.
    """

    allocations: tuple[Allocation, ...] | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    odd: tuple[Passage, ...] = ()
    odd_codes: tuple[Passage, ...] = ()
    odd_sums: tuple[Passage, ...] = ()


def read_funding(rows: Sequence[TableRow], columns: PlanColumns, lang: str) -> Funding:
    """The money of a row and of those beneath it that only give further money, a source each.

    A row of all sources ("Всего") over those of each is their sum, no source; rows of one source are added up.
    """
    several = sum(any(_amounts(row.cells, columns)) for row in rows) > 1
    summed = [several and _is_of_all(row, lang) for row in rows]
    if all(summed):
        summed = [False] * len(rows)
    whole: list[tuple[int | None, float, Passage]] = []
    notes: list[str] = []
    allocations: list[Allocation] = []
    sources: list[str] = []
    codes: list[str] = []
    odd: list[Passage] = []
    odd_codes: list[Passage] = []
    for row, is_sum in zip(rows, summed, strict=True):
        if note := row.cells.get("funding_note", EMPTY_CELL).text:
            notes.append(note)
        source, unneeded = _source_of(row)
        notes.extend(unneeded)
        amounts, of_which = _of_spans(row.cells, columns)
        amounts, notes = amounts or list(_amounts(row.cells, columns)), [*notes, *of_which]
        of_pairs = _of_pairs(row.cells, columns, amounts)
        amounts, notes = [*amounts, *of_pairs[0]], [*notes, *of_pairs[1]]
        beside = [] if amounts else _beside_sources(source, columns)
        amounts, named = (amounts, sources_of(source)) if not beside else _of_one_source(beside)
        named = () if is_sum else named
        sources.extend(named)
        if len(amounts) == 1 and amounts[0][1] is None and any(letter.isalpha() for letter in amounts[0][2].text):
            words = amounts.pop()[2]
            notes.append(words.text)
            odd.extend([words] if says_amounts(words.text) else [])
        for year, amount, passage, own in amounts:
            if own and own not in sources:
                sources.append(own)
            if amount is None or abs(amount) > LARGEST_AMOUNT:
                odd.append(passage)
            elif is_sum:
                whole.append((year, amount, passage))
            else:
                of_whom = own or (", ".join(named) or None if several else None)
                allocations.append(Allocation(year, amount, of_whom, passage.spans()))
        for code in row.cells.get("budget_code", EMPTY_CELL).passage.split(_BETWEEN_CODES):
            if _CODE.fullmatch(code.text):
                codes.append(code.text)
            elif code.text not in _NOTHING:
                odd_codes.append(code)
    return Funding(
        tuple(_added_up(allocations)) or None,
        "; ".join(notes) or None,
        tuple(dict.fromkeys(sources) if several or any(one.source for one in allocations) else sources),
        tuple(codes),
        tuple(odd),
        tuple(odd_codes),
        tuple(_odd_sums(whole, allocations)),
    )


def _is_of_all(row: TableRow, lang: str) -> bool:
    """Whether the source of a row is all of them: "Всего", "всего, в том числе:"."""
    said = row.cells.get("funding_source", EMPTY_CELL).text
    return kind_of_title(said.partition(",")[0].strip(" :"), lang) == TOTAL


def _added_up(allocations: Sequence[Allocation]) -> Iterator[Allocation]:
    """The allocations, those of one year and source that stand in several rows as one."""
    of_one: dict[tuple[int | None, str | None], list[Allocation]] = {}
    for allocation in allocations:
        of_one.setdefault((allocation.year, allocation.source), []).append(allocation)
    for first, *others in of_one.values():
        amount = sum((other.amount for other in others), first.amount)
        spans = (*first.spans, *(span for other in others for span in other.spans))
        yield replace(first, amount=round(amount, 6), spans=spans) if others else first


def _source_of(row: TableRow) -> tuple[Cell, tuple[str, ...]]:
    """The cell of a row's sources; what it says where the measure needs no money ("талап етілмейді") is a note."""
    cell = row.cells.get("funding_source", EMPTY_CELL)
    return (EMPTY_CELL, (cell.text,)) if says_no_money(cell.text) else (cell, ())


def _odd_sums(
    whole: Sequence[tuple[int | None, float, Passage]], allocations: Sequence[Allocation]
) -> Iterator[Passage]:
    """The amounts of all sources that are not the sum of the amounts of each."""
    for year, amount, passage in whole:
        parts = [allocation.amount for allocation in allocations if allocation.year == year]
        if parts and abs(sum(parts) - amount) > LARGEST_ROUNDING:
            yield passage


def _amounts(cells: Mapping[str, Cell], columns: PlanColumns) -> Iterator[YearAmount]:
    """Each year (None for the sum) whose cell is not blank: its amount in million tenge, None where it is no number.

    A cell may name the years, the scale and the sources itself ("2031 г. – 12,4 млн. тенге", "РБ – 12; МБ – 3"); those
    below one another may be of the years in which the row is due.
    """
    whole = _scale_of(cells, columns)
    for column in dict.fromkeys((*columns.kinds, TOTAL)):
        cell = cells.get(column, EMPTY_CELL)
        if not (column.isdigit() or column in (TOTAL, "funding")) or cell.text.strip() in _NOTHING:
            continue
        year = int(column) if column.isdigit() else None
        if listed := amounts_below_one_another([p.text for p in cell.paragraphs]):
            years = years_alone(cells.get("deadline", EMPTY_CELL).text) if year is None else ()
            if len(years) == len(listed) != len(set(sources_of(cells.get("funding_source", EMPTY_CELL)))):
                yield from (
                    (of, round(one * whole, 6), cell.passage, None) for of, one in zip(years, listed, strict=True)
                )
                continue
            yield from ((year, amount, cell.passage, source) for amount, source in _listed(listed, cells, whole))
            continue
        amount = parse_money(cell.text)
        several = parse_amounts("\n".join(p.text for p in cell.paragraphs)) if amount is None else None
        found = [(cell.passage, one) for one in several or ()] or (_by_source(cell, cells) if amount is None else [])
        if not found:
            yield year, None if amount is None else round(amount * whole, 6), cell.passage, None
        for passage, one in found:
            scale = whole if one.scale is None else one.scale
            yield one.year or year, round(one.value * scale, 6), passage, one.source


def _of_spans(cells: Mapping[str, Cell], columns: PlanColumns) -> tuple[list[YearAmount], list[str]]:
    """The sum of a cell that has an amount for each of the years together in which a row is due ("2031-2033" over
    "2034-2040", "5,0" over "12,0"), and a note of which they are.
    """
    column = next((kind for kind in columns.kinds if kind in MONEY), "")
    cell = cells.get(column, EMPTY_CELL)
    found = amounts_of_spans(cells.get("deadline", EMPTY_CELL).text, [line.text for line in cell.paragraphs])
    if not found:
        return [], []
    total = round(sum(amount for _, amount in found) * _scale_of(cells, columns), 6)
    return [(None, total, cell.passage, None)], ["; ".join(f"{years}: {amount:g}" for years, amount in found)]


def _of_pairs(
    cells: Mapping[str, Cell], columns: PlanColumns, amounts: Sequence[YearAmount]
) -> tuple[list[YearAmount], list[str]]:
    """The sum of a row whose amounts are of several years together ("2031-2032 годы"), and a note of which they are.

    No sum where the row gives one itself, or where an amount is not understood.
    """
    found = [(kind.removeprefix(PAIR), cell) for kind, cell in cells.items() if kind.startswith(PAIR)]
    told = [(years, cell) for years, cell in found if cell.text.strip() not in _NOTHING]
    if not told:
        return [], []
    scale, parsed = _scale_of(cells, columns), [parse_money(cell.text) for _, cell in told]
    known = [amount * scale for amount in parsed if amount is not None]
    of_years = [amount for _, amount, *_ in amounts if amount is not None]
    notes = [f"{years}: {cell.text}" for years, cell in told]
    if len(known) < len(parsed) or any(year is None for year, *_ in amounts):
        return [], notes
    return [(None, round(sum(known) + sum(of_years), 6), told[0][1].passage, None)], notes


def _beside_sources(source: Cell, columns: PlanColumns) -> list[YearAmount]:
    """The amounts that a table without a column of money gives beside their sources ("В пределах сметы 1651,6")."""
    if columns.first_of_money is not None:
        return []
    found = parse_amounts("\n".join(p.text for p in source.paragraphs)) or ()
    scales = [columns.scale if one.scale is None else one.scale for one in found]
    return [
        (one.year, round(one.value * scale, 6), source.passage, one.source)
        for one, scale in zip(found, scales, strict=True)
        if scale is not None
    ]


def _of_one_source(amounts: list[YearAmount]) -> tuple[list[YearAmount], tuple[str, ...]]:
    """The amounts, those of one source without it, and that source, which is the row's."""
    told = {own for *_, own in amounts}
    if len(told) > 1:
        return amounts, ()
    return [(year, amount, words, None) for year, amount, words, _ in amounts], tuple(filter(None, told))


def _by_source(cell: Cell, cells: Mapping[str, Cell]) -> list[tuple[Passage, CellAmount]]:
    """The amounts of a cell that gives a sum and its years several times ("9,0 2031 г. – 4,0 2032 г. – 5,0" over
    another), each of the source beside it; none where they are not as many as the sources.
    """
    sources = sources_of(cells.get("funding_source", EMPTY_CELL))
    amounts = parse_amounts_of_several([paragraph.text for paragraph in cell.paragraphs])
    if len(sources) != len(amounts) or len(amounts) < 2:
        return []
    pairs = zip(amounts, sources, strict=True)
    return [(cell.passage, replace(one, source=source)) for several, source in pairs for one in several]


def _listed(
    amounts: Sequence[float], cells: Mapping[str, Cell], scale: float
) -> Iterator[tuple[float | None, str | None]]:
    """Amounts below one another as those of as many sources, or as the sum of as many items; None for others."""
    sources = sources_of(cells.get("funding_source", EMPTY_CELL))
    if len(set(sources)) == len(amounts):
        yield from zip((round(amount * scale, 6) for amount in amounts), sources, strict=True)
    elif len(sources) == len(amounts) or len(amounts) in _items_of(cells.get("name", EMPTY_CELL)):
        yield round(sum(amounts) * scale, 6), None
    else:
        yield None, None


def _items_of(cell: Cell) -> frozenset[int]:
    """How many things a cell may list: its paragraphs, or what is numbered from 1 on."""
    numbers = [int(match["number"]) for match in _ITEM.finditer(cell.text)]
    counted = len(numbers) if numbers == list(range(1, len(numbers) + 1)) else 0
    return frozenset({len(cell.paragraphs), counted})


def _scale_of(cells: Mapping[str, Cell], columns: PlanColumns) -> float:
    """The scale of a row: that of the titles, else of its own unit ("тыс. тенге"), else what is supposed."""
    if columns.scale is not None:
        return columns.scale
    told = _scale_in(cells.get("unit", EMPTY_CELL).text)
    return columns.supposed if told is None else told


def _scale_in(text: str) -> float | None:
    """The scale that a unit of money names; None for any other unit."""
    if not re.search(figure_words().currency, text, re.IGNORECASE):
        return None
    return next((scale.factor for scale in figure_words().scales if scale.pattern.search(text)), None)


def money_columns(rows: Sequence[Row], lang: str) -> PlanColumns | None:
    """The columns of a table that holds the money of another's rows and nothing else; None where it is none."""
    kinds = [kind_of_title(cell.text, lang) for cell in rows[0].cells] if len(rows) > 1 else []
    beneath = with_years_beneath(kinds, rows[1], lang) if kinds else None
    told = beneath or kinds
    money = [kind for kind in told if is_money(kind)]
    if not money or len(money) + sum(kind in TAIL for kind in told) < len(told):
        return None
    titles = 2 if beneath else 1
    return with_figures(told, rows[:titles], titles, lang)


def beside(
    rows: Sequence[Row], columns: PlanColumns, table: Sequence[Row], money: PlanColumns, lang: str
) -> list[Row] | None:
    """The rows of a plan, each with the cells of a table of its money that goes on to the right of it.

    None where the table does not have a row for every row, or for every one that is more than a heading.
    """
    more = [row for row in table[money.titles :] if not is_numbering(row)]
    whole = [
        row for row in rows if len(row.cells) == len(columns.kinds) and sum(bool(c.paragraphs) for c in row.cells) > 2
    ]
    own = [row for row in rows if is_row_of_its_own(row, lang)]
    taking = next((taking for taking in (rows, whole, own) if len(taking) == len(more)), None)
    if taking is None:
        return None
    cells = {id(row): other.cells for row, other in zip(taking, more, strict=True)}
    return [Row((*row.cells, *cells.get(id(row), ())), len(row.cells)) for row in rows]


def with_scale(columns: PlanColumns, rows: Sequence[Row], above: str) -> tuple[PlanColumns, bool]:
    """Columns whose titles name no scale, with that of the words above the table or of the rows that name one.

    The second is whether some bare amount has a scale that nothing says: it is taken as printed.
    """
    if columns.scale is not None or columns.first_of_money is None:
        return columns, False
    bracketed = _LAST_BRACKETS.search(above)
    scale = _scale_in(bracketed[1] if bracketed else above if len(above) <= LONGEST_SCALE else "")
    if scale is not None:
        return replace(columns, scale=scale), False
    cells = [columns.cells(row) for row in rows]
    told = {scale for row in cells if (scale := _scale_in(row.get("unit", EMPTY_CELL).text)) is not None}
    if len(told) == 1:
        return replace(columns, supposed=told.pop()), False
    return columns, any(_bare(row, columns) for row in cells if _scale_in(row.get("unit", EMPTY_CELL).text) is None)


def _bare(cells: Mapping[str, Cell], columns: PlanColumns) -> bool:
    """Whether a row has an amount without a scale."""
    money = [cells[kind] for kind in columns.kinds if is_money(kind) and kind in cells]
    return any(parse_money(cell.text) for cell in money)


def sources_of(cell: Cell) -> tuple[str, ...]:
    """The sources of a cell, parted by commas, or one below the other where they are abbreviations ("РБ" and "ЖБ")."""
    found: list[str] = []
    for paragraph in cell.paragraphs:
        for n, piece in enumerate(_BETWEEN_SOURCES.split(paragraph.text)):
            words = piece.split()
            if len(words) > 1 and all(_ABBREVIATED.fullmatch(word) for word in words):
                found.extend(words)
            elif n == 0 and found and piece[:1].islower() and not found[-1].endswith("."):
                found[-1] = f"{found[-1]} {piece}"
            elif piece.strip() not in _NOTHING:
                found.append(piece)
    return tuple(found)
