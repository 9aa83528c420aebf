"""Who is bound right before the modal word that closes a Kazakh lead-in: "Жұмыс алдында | оқушы міндетті: ..."."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_owned, names_actor
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_MODAL = frozenset({"obliged", "must", "entitled"})
_FRAMES = ("closes_frame", "closes_setting", "ends_time", "opens_main_clause")
"""Words that close when, where or on what ground something is done."""


def bound_before_colon(words: Sequence[Word], begin: int, modal: int) -> Party | None:
    """Who stands between a frame and a modal word before a colon; None where no frame or no one stands there."""
    closes = words[modal].tag in _MODAL and modal + 1 < len(words) and words[modal + 1].tag == "colon"
    n = modal - 1
    if not closes or n <= begin or case_of(words[n]) or not (names_actor(words[n]) or is_person(words[n])):
        return None
    start = extent(words, n, begin)
    before = words[start - 1]
    framed = before.tag in ("postposition", "comma") or case_of(before) == "locative"
    framed = framed or any(before.norm in _WORDING.words(name) for name in _FRAMES)
    owned = is_owned(words[n]) and case_of(before) == "genitive"
    return Party(start, n, n) if start > begin and framed and not owned else None
