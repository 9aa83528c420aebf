"""The amounts of a row's cells: of a year or in sum, of one source or of all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.document.blocks import EMPTY_CELL, Cell, Passage
from extract.finders.plan.columns.kinds import MONEY, PAIR, TOTAL, PlanColumns, source_of_column
from extract.finders.plan.columns.sources import ABBREVIATED
from extract.lexicon.figures import figure_words
from extract.values.money import (
    CellAmount,
    amounts_below_one_another,
    amounts_of_spans,
    parse_amounts,
    parse_amounts_of_several,
    parse_money,
    years_alone,
)

_BETWEEN_SOURCES = re.compile(r"\s*(?:;|,(?!\d)|(?<!\d),)\s*")
_ITEM = re.compile(r"(?:^|\s)(?P<number>\d{1,2})[.)]\s+(?=\D)")
NOTHING = frozenset({"", "-", "–", "—", "−"})
"""What a cell says that has no amount, source or code."""
YearAmount = tuple[int | None, float | None, Passage, str | None]
"""A year (None for the sum), its amount in million tenge (None for no number), the words, and the source they name."""


def amounts_of(cells: Mapping[str, Cell], columns: PlanColumns) -> Iterator[YearAmount]:
    """Each year (None for the sum) whose cell is not blank: its amount in million tenge, None where it is no number.

    A cell may name the years, the scale and the sources itself ("2031 г. – 12,4 млн. тенге", "РБ – 12; МБ – 3"); those
    below one another may be of the years in which the row is due.
    """
    whole = scale_of(cells, columns)
    for column in dict.fromkeys((*columns.kinds, TOTAL)):
        cell = cells.get(column, EMPTY_CELL)
        if not (column.isdigit() or column in MONEY) or cell.text.strip() in NOTHING:
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


def amounts_by_source(cells: Mapping[str, Cell], columns: PlanColumns) -> Iterator[YearAmount]:
    """The amounts of a row in columns of one source each."""
    scale = scale_of(cells, columns)
    for column in columns.kinds:
        told, cell = source_of_column(column), cells.get(column, EMPTY_CELL)
        if told and cell.text.strip() not in NOTHING:
            amount = parse_money(cell.text)
            yield told[0], None if amount is None else round(amount * scale, 6), cell.passage, told[1]


def amounts_of_years_together(cells: Mapping[str, Cell], columns: PlanColumns) -> tuple[list[YearAmount], list[str]]:
    """The sum of a cell that has an amount for each of the years together in which a row is due ("2031-2033" over
    "2034-2040", "5,0" over "12,0"), and a note of which they are.
    """
    column = next((kind for kind in columns.kinds if kind in MONEY), "")
    cell = cells.get(column, EMPTY_CELL)
    found = amounts_of_spans(cells.get("deadline", EMPTY_CELL).text, [line.text for line in cell.paragraphs])
    if not found:
        return [], []
    total = round(sum(amount for _, amount in found) * scale_of(cells, columns), 6)
    return [(None, total, cell.passage, None)], ["; ".join(f"{years}: {amount:g}" for years, amount in found)]


def amounts_of_pairs(
    cells: Mapping[str, Cell], columns: PlanColumns, amounts: Sequence[YearAmount]
) -> tuple[list[YearAmount], list[str]]:
    """The sum of a row whose amounts are of several years together ("2031-2032 годы"), and a note of which they are.

    No sum where the row gives one itself, or where an amount is not understood.
    """
    found = [(kind.removeprefix(PAIR), cell) for kind, cell in cells.items() if kind.startswith(PAIR)]
    told = [(years, cell) for years, cell in found if cell.text.strip() not in NOTHING]
    if not told:
        return [], []
    scale, parsed = scale_of(cells, columns), [parse_money(cell.text) for _, cell in told]
    known = [amount * scale for amount in parsed if amount is not None]
    of_years = [amount for _, amount, *_ in amounts if amount is not None]
    notes = [f"{years}: {cell.text}" for years, cell in told]
    if len(known) < len(parsed) or any(year is None for year, *_ in amounts):
        return [], notes
    return [(None, round(sum(known) + sum(of_years), 6), told[0][1].passage, None)], notes


def amounts_beside_sources(source: Cell, columns: PlanColumns) -> list[YearAmount]:
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


def of_one_source(amounts: list[YearAmount]) -> tuple[list[YearAmount], tuple[str, ...]]:
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


def scale_of(cells: Mapping[str, Cell], columns: PlanColumns) -> float:
    """The scale of a row: that of the titles, else of its own unit ("тыс. тенге"), else what is supposed."""
    if columns.scale is not None:
        return columns.scale
    told = scale_in(cells.get("unit", EMPTY_CELL).text)
    return columns.supposed if told is None else told


def scale_in(text: str) -> float | None:
    """The scale that a unit of money names; None for any other unit."""
    if not re.search(figure_words().currency, text, re.IGNORECASE):
        return None
    return next((scale.factor for scale in figure_words().scales if scale.pattern.search(text)), None)


def sources_of(cell: Cell) -> tuple[str, ...]:
    """The sources of a cell, parted by commas, or one below the other where they are abbreviations ("РБ" and "ЖБ")."""
    found: list[str] = []
    for paragraph in cell.paragraphs:
        for n, piece in enumerate(_BETWEEN_SOURCES.split(paragraph.text)):
            words = piece.split()
            if len(words) > 1 and all(ABBREVIATED.fullmatch(word) for word in words):
                found.extend(words)
            elif n == 0 and found and piece[:1].islower() and not found[-1].endswith("."):
                found[-1] = f"{found[-1]} {piece}"
            elif piece.strip() not in NOTHING:
                found.append(piece)
    return tuple(found)


LONGEST_SCALE = 40
"""Characters of a line above a table that says nothing but the scale of its money."""


def is_scale_alone(line: str) -> bool:
    """Whether a line above a table is short and names a scale of money: "тыс. тенге", "млн теңге есебімен"."""
    return len(line) <= LONGEST_SCALE and scale_in(line) is not None
