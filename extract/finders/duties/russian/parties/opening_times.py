"""Words of time that open a Russian point before whom it bids: "До 1 мая | завхозу | полить"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.kinds import is_time
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def behind_time(words: Sequence[Word], begin: int, end: int) -> int:
    """The place behind the words of time that open a point; where it begins if none do."""
    if begin >= end:
        return begin
    if words[begin].norm in _WORDING.words("how_often"):
        return begin + 1
    if words[begin].norm not in _WORDING.words("opens_due_day"):
        return begin
    n = begin + 1
    while n < end and (words[n].tag == "number" or is_time(words[n]) or words[n].norm in _WORDING.words("due_day")):
        n += 1
    return n if n > begin + 1 else begin
