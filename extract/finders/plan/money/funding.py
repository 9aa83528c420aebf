"""The money of a row: amounts by year and in sum, sources, budget codes, or a note in words ("талап етілмейді")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import EMPTY_CELL, Cell, Passage
from extract.finders.plan.columns.kinds import TOTAL, PlanColumns
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.plan.money.amounts import (
    NOTHING,
    amounts_beside_sources,
    amounts_by_source,
    amounts_of,
    amounts_of_pairs,
    amounts_of_years_together,
    of_one_source,
    sources_of,
)
from extract.finders.plan.rows.items import TableRow
from extract.language.written_amounts import says_about
from extract.values.money import says_amounts, says_no_money
from kzedu_graph.model.records import Allocation

_CODE = re.compile(r"\d{3}")
_BETWEEN_CODES = re.compile(r"[\s,;/]+")
LARGEST_AMOUNT = 50_000_000.0
"""Million tenge: more than the country spends in a year is no row's amount."""
LARGEST_ROUNDING = 0.1
"""Million tenge by which a sum may differ from its parts, which are rounded."""


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

    A row or a column of all sources ("Всего") beside those of each is their sum, no source; rows of one source are
    added up.
    """
    several = sum(any(amounts_of(row.cells, columns)) for row in rows) > 1
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
        amounts, of_which = amounts_of_years_together(row.cells, columns)
        amounts, notes = amounts or list(amounts_of(row.cells, columns)), [*notes, *of_which]
        of_pairs = amounts_of_pairs(row.cells, columns, amounts)
        amounts, notes = [*amounts, *of_pairs[0]], [*notes, *of_pairs[1]]
        notes.extend(dict.fromkeys(words.text for _, amount, words, _ in amounts if amount and says_about(words.text)))
        by_source = list(amounts_by_source(row.cells, columns))
        divided = {year for year, *_ in by_source}
        amounts, own_source = of_one_source(amounts) if not (several or by_source) else (amounts, ())
        amounts = [*amounts, *by_source]
        beside = [] if amounts else amounts_beside_sources(source, columns)
        amounts, named = (amounts, sources_of(source)) if not beside else of_one_source(beside)
        named = () if is_sum else (*named, *(one for one in own_source if one not in named))
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
            elif is_sum or (own is None and year in divided):
                whole.append((year, amount, passage))
            else:
                of_whom = own or (", ".join(named) or None if several else None)
                allocations.append(Allocation(year, amount, of_whom, passage.spans()))
        for code in row.cells.get("budget_code", EMPTY_CELL).passage.split(_BETWEEN_CODES):
            if _CODE.fullmatch(code.text):
                codes.append(code.text)
            elif code.text not in NOTHING:
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
