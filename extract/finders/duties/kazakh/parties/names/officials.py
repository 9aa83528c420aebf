"""Officials in the bare singular who open a Kazakh clause: "Психолог тренинг өткізеді", "Әкімшілік ... бермейді"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_owned, names_actor, stem_of
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_OFFICIALS = _WORDING.words("officials") | _WORDING.words("persons")
_ATTRIBUTES = frozenset({"word", "postposition", "to-do"})
_LONGEST = 6
"""Words of an official with his attributes."""


def person_at_opening(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """Who opens a clause with all his attributes and no ending: "Бақ ісі жөніндегі орынбасар | есеп береді".

    What stands behind him is no one's, and nobody: "Педагог | мәртебесі артады" tells of no pedagogue.
    """
    for n in range(begin, min(begin + _LONGEST, end - 1)):
        if words[n].tag not in _ATTRIBUTES:
            return None
        if words[n].tag == "word" and words[n].norm in _OFFICIALS:
            behind = words[n + 1]
            alone = behind.tag in ("word", "title") and not is_owned(behind) and not is_person(behind)
            return Party(begin, n, n) if alone and extent(words, n, begin) == begin else None
    return None


def opening_administration(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """The administration that opens a clause of what it does to somebody: "Әкімшілік | одақ ұйымына кедергі жасамайды".

    Before a thing its word is an attribute, and before some bodies: "әкімшілік ғимараттың", "әкімшілік органға".
    """
    if begin >= end or words[begin].norm not in _WORDING.words("kinds_of_things"):
        return None
    if begin + 1 == end:
        return Party(begin, begin, begin)  # "Әкімшілік міндетті:"
    if stem_of(words[begin + 1]) in _WORDING.words("of_administration"):
        return None
    told = next((n for n in range(begin + 1, end) if case_of(words[n])), None)
    somebody = told is not None and (names_actor(words[told]) or is_person(words[told]))
    return Party(begin, begin, begin) if somebody else None
