"""Pronouns that name whom a clause behind them tells: "освобождены | те, у кого есть справка"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_SHORTEST = 3
"""Words of the clause: its comma, its relative word and one that it tells."""


def is_those_who(words: Sequence[Word], n: int) -> bool:
    """Whether a pronoun is of those whom the clause behind its comma tells: "| те, кто опоздал"."""
    if words[n].norm not in _WORDING.words("those") or n + _SHORTEST >= len(words) or words[n + 1].tag != "comma":
        return False
    return any(word.norm in _WORDING.words("those_who") for word in words[n + 2 : n + 4])


def end_of_those(words: Sequence[Word], n: int, end: int) -> int:
    """The last word of the clause that tells whom a pronoun at a place is of; `end` is where the search ends."""
    return next((k - 1 for k in range(n + 2, end) if words[k].tag in ("comma", "semicolon", "stop")), end - 1)


def whoever_opens(words: Sequence[Word], verb: int) -> tuple[int, int] | None:
    """Where the clause stands that opens a sentence and tells who does what its verb says: "| Кто опоздал |, моет"."""
    if len(words) < _SHORTEST or words[1].norm not in _WORDING.words("whoever_opens") or not words[1].subordinate:
        return None
    last = next((n - 1 for n in range(2, verb) if words[n].tag == "comma" and not words[n].subordinate), 0)
    return (1, last) if last > 1 and not words[verb].subordinate else None
