"""The rows that close a plan: its money by source and in all, as the document itself sums it up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.document.blocks import EMPTY_CELL
from extract.finders.bodies import Bodies
from extract.finders.finding_messages import Subject, complaint
from extract.finders.plan.columns.kinds import TOTAL
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.plan.money.funding import read_funding
from extract.finders.plan.rows.items import PlanItem, TableRow, TotalRow
from extract.lexicon.words import words
from kzedu_graph.model.records import Source, Total


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
