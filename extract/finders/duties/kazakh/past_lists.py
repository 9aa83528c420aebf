"""Kazakh lists of what was to be done, or was done, before a programme: no tasks that it sets itself."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word
from extract.lexicon.phrasing import phrasing

_OF_PAST = phrasing("kk").pattern("list_of_past")
_LISTS = frozenset({"tasks-of-a-plan", "principles-below", "sets-measures"})
"""Rules of what a programme sets itself below a lead-in."""


def is_of_past(lead: str) -> bool:
    """Whether a lead-in or a heading opens such a list: "2030 жылы жүргізілген іс-шаралар:"."""
    return _OF_PAST.search(lead) is not None


def without_past(text: str, words: Sequence[Word], decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions on a text, without those on the tasks of a list of the past."""
    listed = any(one.rule.name in _LISTS for one in decisions)
    if not listed or not any(is_of_past(text[: word.end]) for word in words if word.tag == "colon"):
        return list(decisions)
    return [one for one in decisions if one.rule.name not in _LISTS]
