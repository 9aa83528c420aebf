"""Whose deed a Kazakh clause tells that names nobody: his who does something in the clause of condition before it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, closes_condition, looks_like
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_CAN = frozenset({"can", "cannot"})


def goes_on_behind(words: Sequence[Word], party: Party, beyond: int, first: int) -> bool:
    """Whether persons of a condition do what is said behind it: "Бақ иесі ауырып қалса, көшетін ауыстыра алады".

    It is what they may do, or they do something in the condition itself: "Бағбандар өрт байқаса, хабарлайды".
    """
    if not closes_condition(words, beyond - 1) or not is_person(words[party.head]):
        return False
    if words[party.last + 1].norm in _WORDING.words("absent") or words[beyond].norm in _WORDING.words("he"):
        return False
    condition = words[party.last + 1 : beyond - 2]
    acts = looks_like(words[beyond - 2].norm, "notices") or any(case_of(word) == "accusative" for word in condition)
    return acts or words[first].tag in _CAN
