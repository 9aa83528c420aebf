"""What the value grammars read cells with: fine tokens, each with its class and value.

A token's tag is its class in the lexicon ("month"), its lemma the value ("12"); its norm is lower case, with ё as е
and look-alike letters of the other script undone. They are as spaCy's would be, without a `Doc` for every cell and
sentence: most of these are asked for no more than a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, overload

from extract.language.numbers import parse_roman
from extract.lexicon.words import words
from kzedu_graph.language.letters import fold_homoglyphs

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_ROMAN = re.compile(r"[IVXІХҮ]{1,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = {",": "comma", ";": "semicolon", ":": "colon", "/": "slash", "(": "open", ")": "close"}
_DASHES = frozenset("-–—−‐‑‒")
CACHED_CELLS = 4096
CACHED_FORMS = 1 << 14
SHORTEST_TORN = 3
"""Letters that a word must have to be put together from pieces."""


def norm_of(word: str) -> str:
    """A word as the lexicon spells it: "Декабрь" and "дeкабрь" (with a Latin e) are both "декабрь".

    A word of both scripts is Cyrillic where all its letters can be, else Latin ("РISA" with a Cyrillic Р).
    """
    return fold_homoglyphs(word).lower().replace("ё", "е")


class Token(NamedTuple):
    """A form as written, without white space inside; its class, its value, and what it is compared by."""

    text: str
    tag: str
    lemma: str
    norm: str


@dataclass(frozen=True, slots=True)
class Tokens(Sequence[Token]):
    """A text's tokens, and where each stands in it. Tokens of one form are one object."""

    tokens: tuple[Token, ...]
    spans: tuple[tuple[int, int], ...]

    def __len__(self) -> int:
        return len(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, at: int | slice) -> Token | tuple[Token, ...]:
        return self.tokens[at]

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the tokens `start` to `end` (exclusive) stand in the text that was read."""
        return self.spans[start][0], self.spans[end - 1][1]


class Pipeline:
    """Numbers, words and marks one by one: "2020-2025", "4-й", "2023года" fall apart; white space is no token.

    Each is tagged by the lexicon of the language; what that does not know is a `word`, `number` or `mark`.
    """

    def __init__(self, lang: str) -> None:
        self.tags = words(lang).tags
        self.longest = max(map(len, self.tags))
        self.token = lru_cache(maxsize=CACHED_FORMS)(self._token)

    def __call__(self, text: str) -> Tokens:
        matches = list(_TOKEN.finditer(text))
        pieces, spans = [match.group() for match in matches], [match.span() for match in matches]
        forms, places = [], []
        at = 0
        while at < len(pieces):
            end = self._torn_until(text, pieces, spans, at)
            forms.append(pieces[at] if end == at + 1 else "".join(pieces[at:end]))
            places.append(spans[at] if end == at + 1 else (spans[at][0], spans[end - 1][1]))
            at = end
        return Tokens(tuple(map(self.token, forms)), tuple(places))

    def _torn_until(self, text: str, pieces: Sequence[str], spans: Sequence[tuple[int, int]], at: int) -> int:
        """Behind the last piece of the torn word ("жылдар дың", "м а й") or year that begins at a token, where only
        together they are known; the next token where it is whole.
        """
        end = at + 1
        if end == len(pieces) or spans[end][0] == spans[at][1]:
            return end
        joined = pieces[at]
        letters = joined.isalpha()
        if not letters and not (len(joined) == 1 and joined.isdecimal()):
            return end
        strange = letters and self.token(joined).norm not in self.tags
        for n in range(at + 1, len(pieces)):
            piece = pieces[n]
            fits = piece.isalpha() if letters else len(piece) == 1 and piece.isdecimal()
            joined += piece
            if not fits or len(joined) > self.longest or not text[spans[n - 1][1] : spans[n][0]].isspace():
                break
            if letters:
                strange = strange or self.token(piece).norm not in self.tags
                if strange and len(joined) >= SHORTEST_TORN and self.token(joined).norm in self.tags:
                    end = n + 1
            elif _YEAR.fullmatch(joined):
                end = n + 1
        return end

    def _token(self, form: str) -> Token:
        norm = norm_of(form)
        return Token(form, *self._class_of(form, norm), norm)

    def _class_of(self, text: str, norm: str) -> tuple[str, str]:
        """A token's class and value."""
        if text.isdecimal():
            return ("year" if _YEAR.fullmatch(text) else "number"), text
        if text in _MARKS:
            return _MARKS[text], text
        if text in _DASHES:
            return "dash", text
        if _ROMAN.fullmatch(text):
            number = parse_roman(text)
            if number is not None:
                return "roman", str(number)
        if norm in self.tags:
            return self.tags[norm]
        return ("word" if norm[:1].isalpha() else "mark"), norm


@cache
def pipeline(lang: str) -> Pipeline:
    """The pipeline of a language, built once."""
    return Pipeline(lang)


@lru_cache(maxsize=CACHED_CELLS)
def read(text: str, lang: str) -> Tokens:
    """A text's tokens, classed. Texts repeat from cell to cell, so they are read once."""
    return pipeline(lang)(text)
