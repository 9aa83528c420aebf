"""Who answers for a row where a plan names the body in one column and the person there in another: the body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.document.blocks import Row
from extract.finders.plan.columns import PlanColumns
from extract.finders.plan.evidence import MOSTLY, texts_of
from extract.values.enumerations import ends_in_initials, is_person

ANSWERING = "responsible"


def without_persons(columns: PlanColumns, rows: Sequence[Row]) -> PlanColumns:
    """The columns, those of persons unknown where another one says which body answers."""
    answering = [n for n, kind in enumerate(columns.kinds) if kind == ANSWERING]
    body = rows[columns.titles :]
    persons = [n for n in answering if _are_persons(texts_of(body, len(columns.kinds), n))]
    if len(persons) == len(answering):
        return columns
    return replace(columns, kinds=tuple("" if n in persons else kind for n, kind in enumerate(columns.kinds)))


def _are_persons(texts: Sequence[str]) -> bool:
    """Whether most cells name a person, perhaps behind a post."""
    filled = [text for text in texts if any(map(str.isalpha, text))]
    named = sum(is_person(text) or ends_in_initials(text, len(text.rstrip("."))) for text in filled)
    return bool(filled) and named >= MOSTLY * len(filled)
