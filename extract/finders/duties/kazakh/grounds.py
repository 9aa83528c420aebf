"""Whether what a Kazakh deed is said to accord with is an act, and so a ground, or only tells how it is done."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import stem_of
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def cites_no_act(words: Sequence[Word], start: int, n: int) -> bool:
    """Whether "сәйкес" at a place stands behind what is no act: "балалардың жас ерекшеліктеріне сәйкес"."""
    if words[n].norm != "сәйкес" or n < 1 or stem_of(words[n - 1]) not in _WORDING.words("no_acts"):
        return False
    return not any(_is_act(word) for word in words[start : n - 1])


def _is_act(word: Word) -> bool:
    """Whether a word names an act, a part of one or its title, or points at the act itself."""
    stem = stem_of(word)
    named = stem in _WORDING.words("acts") or stem in _WORDING.words("called_acts")
    told = word.norm in _WORDING.words("points_at_act") or word.norm in _WORDING.words("parts_of_acts")
    return named or told or word.tag in ("title", "number")
