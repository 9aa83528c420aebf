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

_PLANS = frozenset({"planned", "has-been-planned"})
"""Rules of what is foreseen in a programme: "Бағдарламада | көшет өсіру көзделген"."""
_PROGRAMMES = frozenset(duty_words("kk").forms["programme"])
_ATTRIBUTES = 3
"""Words before the noun of a programme that opens a sentence, at most: "Аталған өңірлік | бағдарлама"."""


def programme_itself(words: Sequence[Word], decision: Decision, first: int) -> set[int]:
    """The places of the programme that a clause opens with, which foresees its deed or in which it is foreseen."""
    foresees = decision.rule.name == PROGRAMME_FORESEES
    if not foresees and decision.rule.name not in _PLANS:
        return set()
    in_itself = phrasing("kk").words("in_programme")
    for n in range(first, min(first + _ATTRIBUTES + 1, decision.first)):
        if words[n].norm in (_PROGRAMMES if foresees else in_itself):
            return set(range(first, n + 1))
        if words[n].tag != "word" or case_of(words[n]) not in ("", "genitive"):
            return set()
    return set()
