"""Remarks in a cell of bodies: that one takes part by agreement, by what money or when: "(по согласованию)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from extract.language.patterns import PhraseFinder
from extract.language.tokens import norm_of, read
from extract.lexicon.words import words

_BRACKETED = re.compile(r"\(([^()]{3,60})(?:\)|$|(?=[,;]))")
_NOTE = re.compile(r"\((?P<words>[^()]{3,300})\)")
LIKE_ENOUGH = 0.85
"""How alike a bracket's letters and a remark's must be: "(по согла сованию)" is one, "(по областям)" is not."""


def find_remarks(text: str, lang: str) -> list[tuple[int, int]]:
    """Where the agreement remarks of a cell stand, brackets included ("( келісу бойынша)"), in order."""
    found = []
    for match in _BRACKETED.finditer(text):
        letters = _letters(match[1])
        if any(_is_remark(letters, remark, lang) for remark in words(lang).remarks):
            found.append(match.span())
    tokens = read(text, lang)
    for _, first, last in _remark_finder(lang)(tokens.tokens):
        start, end = tokens.span(first, last)
        if not any(a <= start < b for a, b in found):
            found.append((start, end))
    return sorted(found)


@cache
def _remark_finder(lang: str) -> PhraseFinder:
    return PhraseFinder(("by-agreement", read(remark, lang).tokens) for remark in words(lang).remarks)


def _letters(text: str) -> str:
    return "".join(character for character in norm_of(text) if character.isalpha())


def _is_remark(letters: str, remark: str, lang: str) -> bool:
    """Whether letters in brackets are a remark: a shortened one by its very letters, else by letters like enough."""
    own = _letters(remark)
    if remark.endswith("."):
        return letters == own
    return _alike(letters, own) or (lang == "ru" and letters.startswith(own))


def _alike(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= len(other) // 4 and SequenceMatcher(None, one, other).ratio() >= LIKE_ENOUGH


def find_notes(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Brackets that say by what money or when a body acts: "(из средств областного бюджета)"."""
    for match in _NOTE.finditer(text):
        if _note_words(lang).search(match["words"]) and not find_remarks(match.group(), lang):
            yield match.span()


@cache
def _note_words(lang: str) -> re.Pattern[str]:
    patterns = "|".join(words(lang).party_notes)
    return re.compile(rf"^\s*(?:{patterns})" if lang == "ru" else rf"(?:{patterns})\s*$", re.IGNORECASE)
