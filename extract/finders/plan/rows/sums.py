"""Rows that sum up money, of the whole plan or of a part of it, and what else says nothing but money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from extract.document.blocks import EMPTY_CELL, Cell, Row, join
from extract.finders.plan.columns.kinds import MONEY, TAIL, TOTAL, PlanColumns, is_money
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.plan.rows.items import GROUP_LABELS, OddRow, PlanItem, PlanRow, TotalRow
from extract.language.numbers import parse_number
from extract.lexicon.words import words

LONGEST_SOURCE = 4
"""Words of a source of money in a row beneath the plan's sum."""


def sums_up_a_part(said: str, lang: str) -> bool:
    """Whether a row's first words sum up a chapter or a goal ("Итого по направлению 1"): no measure, no total."""
    return len(said.split()) > 1 and kind_of_title(said, lang) == TOTAL


def sum_across(row: Row, columns: PlanColumns, lang: str) -> Mapping[str, Cell] | None:
    """The cells of a row whose first is set across all before the money ("Итого" and amounts); None else."""
    missing = len(columns.kinds) - len(row.cells)
    if missing <= 0 or kind_of_title(row.cells[0].text, lang) != TOTAL or is_of_a_part(row, lang):
        return None
    kinds = ("name", *columns.kinds[missing + 1 :])
    return {kind: cell for kind, cell in zip(kinds, row.cells, strict=True) if kind}


def part_of_sum(row: Row, cells: Mapping[str, Cell], columns: PlanColumns, lang: str) -> Mapping[str, Cell] | None:
    """The cells of a row beneath the plan's sum that is a part of it: led in, or without words but its source."""
    said = _first_words(row)
    led = said.casefold().startswith(words(lang).breakdown_leads)
    source = cells.get("funding_source", EMPTY_CELL).text
    if is_a_sum(row, lang) or not (led or said == source or len(said.split()) <= LONGEST_SOURCE):
        return None
    first, missing = columns.first_of_money, len(columns.kinds) - len(row.cells)
    if first is None or missing >= first:
        return None
    kinds = columns.kinds[max(missing, 0) + 1 :]
    before = [cell.passage for cell in row.cells[: first - max(missing, 0)] if cell.paragraphs]
    money = {kind: cell for kind, cell in zip(kinds, row.cells[1:], strict=False) if kind.isdigit() or kind in MONEY}
    if not any(parse_number(cell.text) is not None for cell in money.values()):
        return None
    return {**money, "name": Cell((join(before),))} if before else money


def _first_words(row: Row) -> str:
    return next((cell.text for cell in row.cells if any(map(str.isalpha, cell.text))), "")


def is_a_sum(row: Row, lang: str) -> bool:
    """Whether a row's first words call it the sum of all: "Барлығы:"."""
    return kind_of_title(_first_words(row).strip(" :"), lang) == TOTAL


def begins_a_sum(name: str, lang: str) -> bool:
    """Whether the first word of a name is one for a sum ("Итого по плану"): "Итоговое занятие" has another."""
    first = next(iter(name.casefold().split()), "").strip(".,:")
    return words(lang).column_titles.get(first) == TOTAL


def is_of_a_part(row: Row, lang: str) -> bool:
    """Whether a row sums up a chapter or a goal, not the plan ("Итого по направлению 1")."""
    words_of_row = next((cell.text for cell in row.cells if cell.paragraphs), "").casefold()
    return kind_of_title(words_of_row, lang) == TOTAL and any(stem in words_of_row for stem in _group_stems(lang))


@cache
def _group_stems(lang: str) -> tuple[str, ...]:
    """What the words for parts of a plan begin with, in any case: "направлени", "бағыт"."""
    labels = [rule.pattern for rule in words(lang).labels if rule.reads in {*GROUP_LABELS, "section"}]
    nouns = [label.replace("{number}", " ").strip(" -").casefold() for label in labels]
    return tuple(noun[:-1] if lang == "ru" else noun for noun in nouns)


def without_sums_of_parts(items: Sequence[PlanItem], parts: int, lang: str) -> Iterator[PlanItem]:
    """The items of a plan whose parts have a table each; where each of them has a sum, with its sources, those are of
    the parts and not of the plan, and one more behind them is that of all.
    """
    wholes = [n for n, item in enumerate(items) if isinstance(item, TotalRow) and is_a_sum(item.row, lang)]
    between = [any(isinstance(one, PlanRow) for one in items[a:b]) for a, b in pairwise([0, *wholes])]
    of_parts = wholes[:parts] if parts > 1 and sum(between) == parts == len(between[:parts]) else []
    end = wholes[parts] if len(wholes) > parts else len(items)
    for n, item in enumerate(items):
        is_of_one = bool(of_parts) and isinstance(item, TotalRow) and n < end
        yield OddRow(item.row) if is_of_one and isinstance(item, TotalRow) else item


def sums(cells: Mapping[str, Cell]) -> bool:
    """Whether a row holds amounts, and nobody who is responsible for it."""
    amounts = [cell for column, cell in cells.items() if is_money(column)]
    busy = any(cells.get(c, EMPTY_CELL).paragraphs for c in ("completion_form", "deadline", "responsible"))
    return not busy and any(parse_number(cell.text) is not None for cell in amounts)


def only_money(cells: Mapping[str, Cell]) -> bool:
    """Whether a row says nothing but money."""
    said = {column for column, cell in cells.items() if cell.paragraphs}
    return bool(said) and all(is_money(column) or column in TAIL for column in said)
