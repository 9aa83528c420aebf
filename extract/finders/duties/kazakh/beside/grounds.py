"""By which act and with whose agreement a Kazakh deed is done: "осы Қағидалар негізінде", "(келісім бойынша)"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.beside.conditions import is_done_to_behind, is_of_participle
from extract.finders.duties.kazakh.forms import case_of, stem_of
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def by_acts(words: Sequence[Word], first: int, predicate: int) -> set[int]:
    """The places of the act that something is done by: "осы Қағидалар негізінде жарғысын әзірлейді"."""
    found: set[int] = set()
    for n in range(first + 1, predicate):
        if words[n].norm != "негізінде":
            continue
        before = words[n - 1]
        cited = stem_of(before) in _WORDING.words("acts") or before.norm in _WORDING.words("parts_of_acts")
        if not cited or is_of_participle(words, n):
            continue
        if is_done_to_behind(words, n + 1, predicate):
            found |= set(range(phrase_start(words, n - 1, first), n + 1))
    return found


def agreements(words: Sequence[Word], first: int, predicate: int) -> set[int]:
    """The places of what only says that it is agreed on: "(келісім бойынша)", ", министрмен келісім бойынша,"."""
    found: set[int] = set()
    for n in range(first + 1, predicate):
        if words[n].norm != "бойынша" or words[n - 1].norm not in _WORDING.words("agreement"):
            continue
        if words[n - 2].tag == "open" and words[n + 1].tag == "close":
            found |= set(range(n - 2, n + 2))
        elif case_of(words[n - 2]) == "instrumental" and words[n + 1].tag == "comma":
            start = phrase_start(words, n - 2, first)
            found |= set(range(start - 1, n + 2)) if words[start - 1].tag in ("comma", "start") else set()
    return found
