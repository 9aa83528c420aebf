"""Relative words that open what is done next, no clause below: ", по итогам которой комиссия решает"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def is_next(words: Sequence[Word], n: int) -> bool:
    """Whether a word is such a relative word: `read_words` has told it as a plain one."""
    return words[n].tag == "word" and words[n].norm in _WORDING.words("which_next")


def begin_of_next(words: Sequence[Word], verb: int) -> int | None:
    """The first word of what a verb does next, behind its relative word; None where it stands in no such clause."""
    if words[verb].subordinate:
        return None
    which = next((n for n in range(verb - 1, 1, -1) if is_next(words, n) or words[n].tag in _ENDS), None)
    return which + 1 if which is not None and is_next(words, which) else None


_ENDS = frozenset({"comma", "semicolon", "stop", "colon", "start"})
