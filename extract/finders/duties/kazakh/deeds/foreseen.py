"""What a Kazakh programme says that it foresees, and the words by which it speaks of itself before that."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing

PROGRAMME_FORESEES = "programme-foresees"
"""The rule of what a programme says that it foresees: "Бағдарлама | көшет өсіруді қарастырады"."""

ONE_OF_TASKS = "one-of-the-tasks"
"""The rule of what a programme says to be one of its tasks: "Негізгі міндеттердің бірі | бақ салу болып табылады"."""

OWN_TASKS = frozenset({"task-by-dash", "task-of-ours"})
"""Rules of what somebody's task is, or ours: "Басты міндетіміз – | бақ салу"."""

NAMED = OWN_TASKS | {PROGRAMME_FORESEES, ONE_OF_TASKS}
"""Rules that hold on the noun of a deed and the word behind it."""

_NAMES = {ONE_OF_TASKS: ("named-tasks", "бірі"), **dict.fromkeys(OWN_TASKS, ("own-task", ""))}
"""By rules of tasks, the forms of what names them before they are told, and the word behind that."""
_PLANS = frozenset({"planned", "has-been-planned"})
"""Rules of what is foreseen in a programme: "Бағдарламада | көшет өсіру көзделген"."""
_ATTRIBUTES = 3
"""Words before the noun of a programme that opens a sentence, at most: "Аталған өңірлік | бағдарлама"."""


def programme_itself(words: Sequence[Word], decision: Decision, first: int) -> set[int]:
    """The places of the programme that a clause opens with, which foresees its deed or in which it is foreseen."""
    if (named := _NAMES.get(decision.rule.name)) is not None:
        forms, closing = named
        return _up_to(words, duty_words("kk").forms[forms], closing, first, decision.first)
    foresees = decision.rule.name == PROGRAMME_FORESEES
    if foresees and (whole := _up_to(words, (), "асыру", first, decision.first)) and _is_of_programme(words, whole):
        return whole
    if not foresees and decision.rule.name not in _PLANS:
        return set()
    itself = duty_words("kk").forms["programme"] if foresees else phrasing("kk").words("in_programme")
    for n in range(first, min(first + _ATTRIBUTES + 1, decision.first)):
        if words[n].norm in itself:
            return set(range(first, n + 1))
        if words[n].tag != "word" or case_of(words[n]) not in ("", "genitive"):
            return set()
    return set()


def _up_to(words: Sequence[Word], names: Sequence[str], closing: str, first: int, end: int) -> set[int]:
    """The places up to a noun of tasks or what closes them, a dash behind it included; none where neither stands."""
    at = next((n for n in range(first, end) if words[n].norm == closing), None)
    at = at if at is not None else next((n for n in range(first, end) if words[n].norm in names), None)
    return set() if at is None else set(range(first, at + 1 + (words[at + 1].tag in ("dash", "comma"))))


def _is_of_programme(words: Sequence[Word], places: set[int]) -> bool:
    """Whether what is carried out is the programme: "бағдарламаны жүзеге асыру"."""
    return any(words[n].norm in duty_words("kk").forms["of-programme"] for n in places)
