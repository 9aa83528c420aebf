"""Columns that report what has been done beside those of what is planned: "Фактический срок", "Орындалған күні"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document.blocks import Row
from extract.finders.plan.columns.kinds import EXECUTORS, FORM, RESULT, PlanColumns
from extract.finders.plan.columns.title_kinds import FUNDING
from extract.lexicon.words import words

ONCE = frozenset({"deadline", "start", "end", *EXECUTORS, FORM, RESULT, FUNDING})
"""Columns that a plan and a report on it may both have."""
_WORD = re.compile(r"[^\W\d_]+")


def without_reports(columns: PlanColumns, rows: Sequence[Row], lang: str) -> PlanColumns:
    """The columns, those of a report unknown where another one has what is planned, and of several deadlines those
    whose title does not say so where another's does.
    """
    width = len(columns.kinds)
    titles = next((row.cells for row in reversed(rows[: columns.titles]) if len(row.cells) == width), ())
    kinds = list(columns.kinds)
    reported = {n for n, cell in enumerate(titles) if _begins(cell.text, words(lang).report_titles)}
    for n in reported:
        if kinds[n] in ONCE and kinds[n] in (kind for at, kind in enumerate(columns.kinds) if at not in reported):
            kinds[n] = ""
    deadlines = [n for n, kind in enumerate(kinds) if kind == "deadline" and titles]
    due = [n for n in deadlines if _begins(titles[n].text, words(lang).due_titles)]
    if len(due) == 1 and FORM in kinds:
        kinds = ["" if n in deadlines and n not in due else kind for n, kind in enumerate(kinds)]
    return replace(columns, kinds=tuple(kinds))


def _begins(title: str, stems: tuple[str, ...]) -> bool:
    """Whether a word of a title begins with one of some stems."""
    return any(word.startswith(stems) for word in _WORD.findall(title.casefold()))
