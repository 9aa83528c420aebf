"""Words that a narrow column tore without a hyphen: "Депар тамент образо вания", "шығарындыс ы".

    A piece is no word, the whole is one of the dictionary                ветерина рии, образо вания
    The same behind a preposition, where the whole stands in the text     по вышение
    The pieces only stand beside one another, the whole more often        райветс танции, басқа рма
    A Kazakh ending that is no word by itself                             шығарындыс ы, көрсеткіш тің

Two words are never put together, whatever they make ("про ведение").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from extract.language.russian import is_known_word, readings
from kzedu_graph.language.kazakh_endings import analyse

_PIECES = re.compile(r"(?<![\w.-])[^\W\d_]+(?: [а-яёәғқңөұүһі]+)+(?![\w-])")
_MOST_PIECES = 3
"""Pieces that one word may be in."""
_SHORTEST_HEAD = 3
"""Letters of a piece that may begin a word which stands nowhere whole."""
_NO_WORDS = frozenset("ейюьы")
"""Letters that are no word in Russian, and no unit of measure."""
_ENDINGS = frozenset(
    (*("ы", "і", "ң", "сы", "сі"), *("ның", "нің", "дың", "дің", "тің"), *("лар", "лер", "лары", "лері"))
)
"""Endings that are no words in Kazakh."""
_NO_BEGINNING = re.compile("[^аәеёиіоөуұүыэюя]{2}|[ңыі]")
_OF_GRAMMAR = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ"})


@dataclass(frozen=True, slots=True)
class TornPieces:
    """Finds the blanks inside torn words, by the language of a text and how often each of its words stands there."""

    lang: str
    counts: Mapping[str, int]

    def blanks(self, text: str) -> Iterator[int]:
        """Where the blanks inside torn words stand."""
        for run in _PIECES.finditer(text):
            pieces = run[0].split(" ")
            at, first = run.start(), 0
            while first < len(pieces):
                count = self._count(pieces[first : first + _MOST_PIECES])
                for piece in pieces[first : first + count - 1]:
                    at += len(piece)
                    yield at
                    at += 1
                at += len(pieces[first + count - 1]) + 1
                first += count

    def goes_on(self, before: str, behind: str) -> bool:
        """Whether the last word of a line and the first of the next are pieces of one."""
        tail = behind.partition(" ")[0].rstrip(".,;:)")
        head = before.rpartition(" ")[2]
        return len(head) in self.blanks(f"{head} {tail}")

    def _count(self, pieces: list[str]) -> int:
        """How many pieces are one word, the first of them by itself where none is torn."""
        if len(pieces) < 2 or (pieces[0].isupper() and len(pieces[0]) > 1):
            return 1
        return next((count for count in range(2, len(pieces) + 1) if self._is_torn(pieces[:count])), 1)

    def _is_torn(self, pieces: list[str]) -> bool:
        small = [piece.casefold() for piece in pieces]
        return (self._is_russian(small) if self.lang == "ru" else _is_kazakh(*small)) or self._is_told(small)

    def _is_russian(self, pieces: list[str]) -> bool:
        whole, (head, *tails) = "".join(pieces), pieces
        if not is_known_word(whole) or any(map(_is_of_grammar, tails)):
            return False
        if tails[-1] in _NO_WORDS:
            return len(tails) == 1
        torn = all(map(_is_no_word, tails))
        if len(head) < _SHORTEST_HEAD or _is_of_grammar(head):
            return torn and whole in self.counts
        return torn or (_is_no_word(head) and len(tails) == 1)

    def _is_told(self, pieces: list[str]) -> bool:
        """Whether pieces that no dictionary has only stand beside one another, and the whole more often; a Kazakh one
        must begin as no word does, for the dictionary has none of that language.
        """
        often = {self.counts.get(piece, 0) for piece in pieces}
        whole = self.counts.get("".join(pieces), 0)
        told = len(pieces) == 2 and len(often) == 1 and 0 < often.pop() < whole and all(map(_is_no_word, pieces))
        return told and (self.lang == "ru" or bool(_NO_BEGINNING.match(pieces[1])))


def _is_kazakh(head: str, tail: str, *more: str) -> bool:
    """Whether a piece is a mere ending of the one before it."""
    if more or tail not in _ENDINGS or len(head) < _SHORTEST_HEAD:
        return False
    return any("".join(one.form for one in reading.endings).endswith(tail) for reading in analyse(head + tail))


@cache
def _is_of_grammar(word: str) -> bool:
    """Whether a word is one of those that sentences are joined by: "и", "для", "их"."""
    return is_known_word(word) and any(part in _OF_GRAMMAR for _, part, _, _ in readings(word))


def _is_no_word(piece: str) -> bool:
    return len(piece) > 1 and not is_known_word(piece)
