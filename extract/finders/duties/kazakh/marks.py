"""Brackets of a Kazakh sentence, and what two words open: the kinds of a thing, a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def opens_at(words: Sequence[Word], close: int, begin: int) -> int:
    """Where brackets open that close at a place, further ones within them passed; `begin` where they do not."""
    inside = 0
    for n in range(close, begin, -1):
        inside += (words[n].tag == "close") - (words[n].tag == "open")
        if not inside:
            return n
    return begin


def opens_kinds(words: Sequence[Word], n: int) -> bool:
    """Whether kinds of the noun before it are named from here on: "оның ішінде", "атап айтқанда"."""
    return n + 1 < len(words) and f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("in_particular")


def opens_sentence(words: Sequence[Word], n: int) -> bool:
    """Whether two words open a sentence from here on: "сонымен қатар"."""
    return f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("opens_in_two")
