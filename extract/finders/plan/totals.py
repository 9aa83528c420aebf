"""The rows that close a plan: its money by source and in all, as the document itself sums it up."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from extract.document.blocks import EMPTY_CELL, Cell, Row, join
from extract.finders.bodies import Bodies
from extract.finders.finding_messages import Subject, complaint
from extract.finders.plan.columns.kinds import MONEY, TOTAL, PlanColumns
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.plan.funding import read_funding
from extract.finders.plan.items import GROUP_LABELS, PlanItem, TableRow, TotalRow
from extract.language.numbers import parse_number
from extract.lexicon.words import words
from kzedu_graph.model.records import Source, Total

LONGEST_SOURCE = 4
"""Words of a source of money in a row beneath the plan's sum."""


def find_totals(source: Source, items: Sequence[PlanItem], bodies: Bodies) -> tuple[Total, ...]:
    """A total for each closing row, in printed order; one of all sources ("Барлығы") has none of its own."""
    found: list[Total] = []
    for item in items:
        if not isinstance(item, TotalRow):
            continue
        funding = read_funding((TableRow(item.cells, item.row),), item.columns, source.lang)
        evidence = item.row.spans()
        for odd in funding.odd:
            subject = Subject("document", "", evidence)
            bodies.findings.append(complaint("amount-not-understood", source, subject, odd))
        named = ", ".join(funding.sources) or item.cells.get("name", EMPTY_CELL).text
        named = _led_in(source.lang).sub("", named, count=1).strip(" :,–—-") if item.part else named
        found.append(
            Total(
                source=source.stem,
                programme=source.programme or source.work,
                place="plan",
                budget_source=None if kind_of_title(named, source.lang) == TOTAL else named or None,
                funding=funding.allocations or (),
                evidence=evidence,
            )
        )
    return tuple(found)


@cache
def _led_in(lang: str) -> re.Pattern[str]:
    """The words before the first part of a sum: "в том числе: РБ"."""
    return re.compile(rf"^\W*(?:{'|'.join(map(re.escape, words(lang).breakdown_leads))})", re.IGNORECASE)


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
