"""What the value grammars read cells with: fine tokens, each with its class and value, and where it stands.

A token's tag is its class in the lexicon ("month"), its value what the lexicon has beside it ("12"); its norm is lower
case, with ё as е and look-alike letters of the other script undone. White space is no token.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from extract.language.numbers import parse_roman
from extract.lexicon.words import words
from kzedu_graph.language.letters import fold_homoglyphs

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_ROMAN = re.compile(r"[IVXІХҮ]{1,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = {",": "comma", ";": "semicolon", ":": "colon", "/": "slash", "(": "open", ")": "close"}
_DASHES = frozenset("-–—−‐‑‒")
CACHED_CELLS = 4096
CACHED_WORDS = 20_000
SHORTEST_TORN = 3
"""Letters that a word must have to be put together from pieces."""


def norm_of(word: str) -> str:
    """A word as the lexicon spells it: "Декабрь" and "дeкабрь" (with a Latin e) are both "декабрь".

    A word of both scripts is Cyrillic where all its letters can be, else Latin ("РISA" with a Cyrillic Р).
    """
    return fold_homoglyphs(word).lower().replace("ё", "е")


class Token(NamedTuple):
    """A number, word or mark, without the white space inside it where it was torn."""

    text: str
    tag: str
    value: str
    norm: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text and, for each, the offsets between which it stands."""

    tokens: tuple[Token, ...]
    spans: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the tokens `start` to `end` (exclusive) stand in the text that was read."""
        return self.spans[start][0], self.spans[end - 1][1]


@lru_cache(maxsize=CACHED_CELLS)
def read(text: str, lang: str) -> Tokens:
    """A text's tokens, classed; texts repeat from cell to cell, so they are read once.

    Numbers, words and marks stand one by one: "2020-2025", "4-й", "2023года" fall apart. Each is tagged by the lexicon
    of the language; what that does not know is a `word`, `number` or `mark`.
    """
    spans = _mended(text, [match.span() for match in _TOKEN.finditer(text)], lang)
    return Tokens(tuple(_token("".join(text[a:b].split()), lang) for a, b in spans), tuple(spans))


def _mended(text: str, spans: list[tuple[int, int]], lang: str) -> list[tuple[int, int]]:
    """The pieces of a torn word ("жылдар дың", "м а й") or year as one, where only together they are known."""
    mended: list[tuple[int, int]] = []
    at = 0
    while at < len(spans):
        end = _torn_until(text, spans, at, lang)
        mended.append((spans[at][0], spans[end - 1][1]))
        at = end
    return mended


def _torn_until(text: str, spans: list[tuple[int, int]], at: int, lang: str) -> int:
    """Behind the last piece of the torn word that begins at a token; the next token where it is whole."""
    joined = text[slice(*spans[at])]
    letters = joined.isalpha()
    if not letters and not (len(joined) == 1 and joined.isdecimal()):
        return at + 1
    known, longest = _known_words(lang)
    strange = letters and _token(joined, lang).norm not in known
    end = at + 1
    for n in range(at + 1, len(spans)):
        piece = text[slice(*spans[n])]
        fits = piece.isalpha() if letters else len(piece) == 1 and piece.isdecimal()
        joined += piece
        if not fits or len(joined) > longest or not text[spans[n - 1][1] : spans[n][0]].isspace():
            break
        if letters:
            strange = strange or _token(piece, lang).norm not in known
            if strange and len(joined) >= SHORTEST_TORN and norm_of(joined) in known:
                end = n + 1
        elif _YEAR.fullmatch(joined):
            end = n + 1
    return end


@cache
def _known_words(lang: str) -> tuple[Mapping[str, tuple[str, str]], int]:
    """Class and value of each word of the lexicon, and the letters of the longest."""
    known = words(lang).tags
    return known, max(map(len, known))


@lru_cache(maxsize=CACHED_WORDS)
def _token(text: str, lang: str) -> Token:
    """A token with its class and value."""
    norm = norm_of(text)
    if text.isdecimal():
        return Token(text, "year" if _YEAR.fullmatch(text) else "number", text, norm)
    if text in _MARKS:
        return Token(text, _MARKS[text], text, norm)
    if text in _DASHES:
        return Token(text, "dash", text, norm)
    number = parse_roman(text) if _ROMAN.fullmatch(text) else None
    if number is not None:
        return Token(text, "roman", str(number), norm)
    known, _ = _known_words(lang)
    tag, value = known.get(norm) or ("word" if norm[:1].isalpha() else "mark", norm)
    return Token(text, tag, value, norm)
