"""Whose deed a Kazakh clause tells that names nobody: his who does something in the clause of condition before it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, closes_condition, looks_like
from extract.finders.duties.kazakh.parties.names.actors import is_known
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.named import first_party
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_CAN = frozenset({"can", "cannot"})
_BOUND = frozenset({"entitled", "obliged"})


def goes_on_behind(words: Sequence[Word], party: Party, beyond: int, first: int) -> bool:
    """Whether persons of a condition do what is said behind it: "Бақ иесі ауырып қалса, көшетін ауыстыра алады".

    It is what they may do, or they do something in the condition itself: "Бағбандар өрт байқаса, хабарлайды".
    """
    if not closes_condition(words, beyond - 1) or not is_person(words[party.head]):
        return False
    if words[party.last + 1].norm in _WORDING.words("absent") or words[beyond].norm in _WORDING.words("he"):
        return False
    condition = words[party.last + 1 : beyond - 2]
    bound = words[first].tag == "towards-doing" and words[first + 1].tag in _BOUND
    others = (n for n in range(beyond, first) if is_person(words[n]) and case_of(words[n]) == "")
    acts = bound and next(others, None) is None  # "шешім қабылдаса, көшетті егуге құқылы"
    acts = (
        acts
        or looks_like(words[beyond - 2].norm, "notices")
        or any(case_of(word) == "accusative" for word in condition)
    )
    return acts or words[first].tag in _CAN or looks_like(words[beyond - 3].norm, "wants_to")


def before_inset(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Who stands before a condition set within his clause: "Бағбан, егер өрт байқаса, бақты суаруға құқылы".

    Nobody else is named behind that condition.
    """
    places = (n for n in range(begin + 2, first) if words[n].norm in _IF and words[n - 1].tag == "comma")
    opening = next(places, None)
    if opening is None:
        return None
    closing = next((n for n in range(opening + 1, first) if closes_condition(words, n)), None)
    head = opening - 2
    if closing is None or not _may_act(words, head) or first_party(words, closing + 1, first, "") is not None:
        return None
    start = extent(words, head, begin)
    while start - 2 >= begin and words[start - 1].tag in ("comma", "conjunction") and _may_act(words, start - 2):
        start = extent(words, start - 2, begin)
    return Party(start, head, head)


def _may_act(words: Sequence[Word], n: int) -> bool:
    return case_of(words[n]) == "" and (is_known(words, n) or is_person(words[n]))


_IF = _WORDING.words("if")
