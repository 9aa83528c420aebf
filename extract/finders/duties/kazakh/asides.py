"""What a Kazakh duty's clause says beside its deed: why, for what, by which act."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def asides(words: Sequence[Word], first: int, last: int, predicate: int) -> set[int]:
    """The places of words that say why, for what or by which act: "... мақсатында,", "... сәйкес"."""
    found: set[int] = set()
    begin = first
    for n in range(first, min(last, predicate) + 1):
        if words[n].tag in ("semicolon", "colon"):
            begin = n + 1
        elif words[n].norm in _WORDING.words("closes_aside") and not _is_of_verb(words, n):
            start = phrase_start(words, n - 1, begin) if n > begin else begin
            end = n + 1 if n + 1 <= last and words[n + 1].tag == "comma" else n
            found |= set(range(start, end + 1))
            begin = end + 1
    return found


def _is_of_verb(words: Sequence[Word], n: int) -> bool:
    """Whether "сәйкес" belongs to a verb: "талаптарға сәйкес келтіру"."""
    return n + 1 < len(words) and _WORDING.pattern("brings").match(words[n + 1].norm) is not None
