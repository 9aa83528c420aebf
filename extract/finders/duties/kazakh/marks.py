"""Brackets and loose marks of a Kazakh sentence, and what two words open: the kinds of a thing, a sentence."""

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


_MARKS = frozenset({"conjunction", "comma", "open", "close", "mark", "dash"})
_LOOSE = _WORDING.words("bound_to_dative") | _WORDING.words("opens_sentence")


def behind_loose(words: Sequence[Word], first: int, head: int) -> int:
    """The first word of a phrase behind marks, brackets and words that open none, read back to `first`."""
    while first < head and (words[first].tag in _MARKS or words[first].norm in _LOOSE):
        closing = (n for n in range(first, head) if words[n].tag == "close")
        first = next(closing, first) + 1 if words[first].tag == "open" else first + 1
    meanwhile = words[first].norm in _WORDING.words("heavy_words") and first + 3 < head
    meanwhile = meanwhile and words[first + 2].norm in _WORDING.words("while_doing")
    return first + 3 + (words[first + 3].tag == "comma") if meanwhile else first  # "[қамтамасыз ете отырып] бақты"
