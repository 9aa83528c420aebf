"""What the value grammars read cells with: fine tokens as spaCy's matchers want them, each with its class and value.

A token's tag is its class in the lexicon ("month"), its lemma the value ("12"); its norm is lower case, with ё as е
and look-alike letters of the other script undone. The tokenizer folds white space and remembers where it was.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast

from extract.language.numbers import parse_roman
from extract.language.spacy_parts import NORM, Doc, Vocab
from extract.lexicon.words import words
from kzedu_graph.language.letters import fold_homoglyphs

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_ROMAN = re.compile(r"[IVXІХҮ]{1,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = {",": "comma", ";": "semicolon", ":": "colon", "/": "slash", "(": "open", ")": "close"}
_DASHES = frozenset("-–—−‐‑‒")
CACHED_CELLS = 4096
SHORTEST_TORN = 3
"""Letters that a word must have to be put together from pieces."""


def norm_of(word: str) -> str:
    """A word as the lexicon spells it: "Декабрь" and "дeкабрь" (with a Latin e) are both "декабрь".

    A word of both scripts is Cyrillic where all its letters can be, else Latin ("РISA" with a Cyrillic Р).
    """
    return fold_homoglyphs(word).lower().replace("ё", "е")


class Pipeline:
    """Numbers, words and marks one by one: "2020-2025", "4-й", "2023года" fall apart; white space is no token.

    Each is tagged by the lexicon of the language; what that does not know is a `word`, `number` or `mark`.
    """

    def __init__(self, lang: str) -> None:
        self.vocab = Vocab(lex_attr_getters={NORM: norm_of})
        self.tags = words(lang).tags
        self.longest = max(map(len, self.tags))

    def __call__(self, text: str) -> Doc:
        spans = self._mended(text, [match.span() for match in _TOKEN.finditer(text)])
        spaces = [
            end < len(text) and (text[end].isspace() or (n + 1 < len(spans) and spans[n + 1][0] > end))
            for n, (_, end) in enumerate(spans)
        ]
        forms = ["".join(text[a:b].split()) for a, b in spans]
        classes = [self._class_of(form) for form in forms]
        doc = Doc(
            self.vocab,
            words=forms,
            spaces=spaces,
            tags=[tag for tag, _ in classes],
            lemmas=[value for _, value in classes],
        )
        doc.user_data["spans"] = spans
        return doc

    def _mended(self, text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """The pieces of a torn word ("жылдар дың", "м а й") or year as one, where only together they are known."""
        mended: list[tuple[int, int]] = []
        at = 0
        while at < len(spans):
            end = self._torn_until(text, spans, at)
            mended.append((spans[at][0], spans[end - 1][1]))
            at = end
        return mended

    def _torn_until(self, text: str, spans: list[tuple[int, int]], at: int) -> int:
        """Behind the last piece of the torn word that begins at a token; the next token where it is whole."""
        joined = text[slice(*spans[at])]
        letters = joined.isalpha()
        if not letters and not (len(joined) == 1 and joined.isdecimal()):
            return at + 1
        strange = letters and norm_of(joined) not in self.tags
        end = at + 1
        for n in range(at + 1, len(spans)):
            piece = text[slice(*spans[n])]
            fits = piece.isalpha() if letters else len(piece) == 1 and piece.isdecimal()
            joined += piece
            if not fits or len(joined) > self.longest or not text[spans[n - 1][1] : spans[n][0]].isspace():
                break
            if letters:
                strange = strange or norm_of(piece) not in self.tags
                if strange and len(joined) >= SHORTEST_TORN and norm_of(joined) in self.tags:
                    end = n + 1
            elif _YEAR.fullmatch(joined):
                end = n + 1
        return end

    def _class_of(self, text: str) -> tuple[str, str]:
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
        norm = norm_of(text)
        if norm in self.tags:
            return self.tags[norm]
        return ("word" if norm[:1].isalpha() else "mark"), norm


@cache
def pipeline(lang: str) -> Pipeline:
    """The pipeline of a language, built once."""
    return Pipeline(lang)


@lru_cache(maxsize=CACHED_CELLS)
def read(text: str, lang: str) -> Doc:
    """A text's tokens, classed. Texts repeat from cell to cell, so they are read once."""
    return pipeline(lang)(text)


def span_of(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Where the tokens `start` to `end` (exclusive) stand in the text that was read."""
    spans = cast(list[tuple[int, int]], doc.user_data["spans"])
    return spans[start][0], spans[end - 1][1]
