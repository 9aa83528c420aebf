"""Words that a narrow column tore without a hyphen: "Депар тамент образо вания", "шығарындыс ы".

    A piece is no word, the whole is one of the dictionary                ветерина рии, образо вания
    The same behind a preposition, where the whole stands in the text     по вышение
    The pieces only stand beside one another, the whole more often        райветс танции, басқа рма
    A Kazakh ending that is no word by itself                             шығарындыс ы, көрсеткіш тің, басқар ма сы
    A letter that may be a word, where the case before it wants the whole  электронного документооборот а

Two words are never put together, whatever they make ("про ведение").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.language.kazakh_pieces import is_mere_ending
from extract.language.russian import is_known_word, readings

_PIECES = re.compile(r"(?<![\w.-])[^\W\d_]+(?: [а-яёәғқңөұүһі]+)+(?![\w-])")
_KAZAKH_PIECES = re.compile(r"(?<![\w.])(?<!\W-)[^\W\d_]+(?: [а-яёәғқңөұүһі]+)+(?![\w-])")
"""The first piece may stand behind a hyphen: "іс-шара лар"."""
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_PIECES = 3
"""Pieces that one word may be in."""
CACHED_PIECES = 20_000
_SHORTEST_HEAD = 3
"""Letters of a piece that may begin a word which stands nowhere whole."""
_NO_WORDS = frozenset("ейюьы")
"""Letters that are no word in Russian, and no unit of measure."""
_NO_BEGINNING = re.compile("[^аәеёиіоөуұүыэюя]{2}|[ңыі]")
_LETTERS_OF_ENDINGS = frozenset("аеиоуя")
"""Letters that may be words, and endings of nouns."""
_DIRECT = frozenset({("nomn", "sing"), ("accs", "sing")})
_BEHIND_BUT = frozenset({"также", "именно", "не", "где", "при", "в", "на", "для", "по"})
"""What stands behind the conjunction "а"."""
_OF_GRAMMAR = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ"})


@dataclass(frozen=True, slots=True)
class TornPieces:
    """Finds the blanks inside torn words, by the language of a text and how often each of its words stands there."""

    lang: str
    counts: Mapping[str, int]

    def blanks(self, text: str, parted: Callable[[int], bool] = lambda _: False) -> Iterator[int]:
        """Where the blanks inside torn words stand; `parted` tells whether a line ended at one."""
        for run in (_PIECES if self.lang == "ru" else _KAZAKH_PIECES).finditer(text):
            pieces = run[0].split(" ")
            odd = [self.lang != "ru" or _may_be_a_piece(piece) for piece in pieces]
            at, first = run.start(), 0
            while first < len(pieces):
                beside = slice(first, first + _MOST_PIECES)
                count = self._count(pieces[beside]) if True in odd[beside] else 1
                if count == 1 and self._goes_on_below(pieces[first : first + 2]) and parted(at + len(pieces[first])):
                    count = 2
                if count == 1 and self.lang == "ru" and _has_its_ending_apart(pieces, first, text, run.end()):
                    count = 2
                for piece in pieces[first : first + count - 1]:
                    at += len(piece)
                    yield at
                    at += 1
                at += len(pieces[first + count - 1]) + 1
                first += count

    def goes_on(self, before: str, behind: str) -> bool:
        """Whether the last word of a line and the first of the next are pieces of one."""
        tail = _FIRST_LETTERS.match(behind)
        if tail is None:
            return False
        head = before.rpartition(" ")[2].rpartition("-")[2]
        return len(head) in self.blanks(f"{head} {tail[0]}", lambda _: True)

    def _goes_on_below(self, pieces: list[str]) -> bool:
        """Whether a Kazakh piece at the end of a line has its ending on the next one."""
        if self.lang != "kk" or len(pieces) < 2 or (pieces[0].isupper() and len(pieces[0]) > 1):
            return False
        return is_mere_ending(pieces[0].casefold(), pieces[1], at_line_end=True)

    def _count(self, pieces: list[str]) -> int:
        """How many pieces are one word, the first of them by itself where none is torn."""
        if len(pieces) < 2 or (pieces[0].isupper() and len(pieces[0]) > 1):
            return 1
        counts = range(2, len(pieces) + 1)
        told = counts if self.lang == "ru" else reversed(counts)
        return next((count for count in told if self._is_torn(pieces[:count])), 1)

    def _is_torn(self, pieces: list[str]) -> bool:
        small = [piece.casefold() for piece in pieces]
        return (self._is_russian(small) if self.lang == "ru" else self._is_kazakh(*small)) or self._is_told(small)

    def _is_kazakh(self, head: str, tail: str, last: str = "") -> bool:
        """Whether a piece is a mere ending of the one before it; of three, also whether the text has the whole, or the
        last two are pieces of one ending ("басқар ма сы").
        """
        if not last:
            return is_mere_ending(head, tail)
        if f"{head}{tail}{last}" in self.counts or is_mere_ending(head, tail + last):
            return True
        begun = f"{head}{tail}" in self.counts or is_mere_ending(head, tail)
        return begun and is_mere_ending(head + tail, last)

    def _is_russian(self, pieces: list[str]) -> bool:
        head, *tails = pieces
        torn = all(map(_is_no_word, tails))
        begun = len(tails) == 1 and _is_no_word(head)
        if not (torn or begun or tails[-1] in _NO_WORDS):  # the dictionary knows words, of which there are fewer
            return False
        whole = "".join(pieces)
        if not is_known_word(whole) or any(map(_is_of_grammar, tails)):
            return False
        if tails[-1] in _NO_WORDS:
            return len(tails) == 1
        if len(head) < _SHORTEST_HEAD or _is_of_grammar(head):
            return torn and whole in self.counts
        return torn or begun

    def _is_told(self, pieces: list[str]) -> bool:
        """Whether pieces that no dictionary has only stand beside one another, and the whole more often; a Kazakh one
        must begin as no word does, for the dictionary has none of that language.
        """
        whole = self.counts.get("".join(pieces), 0)
        if not whole:
            return False
        often = {self.counts.get(piece, 0) for piece in pieces}
        told = len(pieces) == 2 and len(often) == 1 and 0 < often.pop() < whole and all(map(_is_no_word, pieces))
        return told and (self.lang == "ru" or bool(_NO_BEGINNING.match(pieces[1])))


@lru_cache(maxsize=CACHED_PIECES)
def _may_be_a_piece(piece: str) -> bool:
    """Whether Russian letters are no word, so that they may be torn off one: nearly all that stand together are."""
    small = piece.casefold()
    return small in _NO_WORDS or _is_no_word(small)


def _has_its_ending_apart(pieces: list[str], at: int, text: str, end: int) -> bool:
    """Whether a Russian noun has its last letter behind it, though both are words: "электронного документооборот а".

    The adjective before it agrees with the whole alone; or a noun stands before it, or nothing behind the letter, and
    the letter is the ending of its genitive, no conjunction ("школ а также"). The pieces end at `end` in their text.
    """
    if at + 1 == len(pieces) or pieces[at + 1] not in _LETTERS_OF_ENDINGS:
        return False
    head, (tail, *further) = pieces[at].casefold(), (*pieces[at + 1 : at + 3], "")
    if len(head) <= _SHORTEST_HEAD or not is_known_word(head + tail):
        return False
    one, whole = _cases(head), _cases(head + tail)
    before = readings(pieces[at - 1].casefold()) if at else ()
    kinds = {part for _, part, _, _ in before}
    told = {(case, number) for _, _, case, number in before}
    told = {one for one in told if one[0] != "accs"} if any(case == "gent" for case, _ in told) else told
    if kinds and kinds <= {"ADJF", "PRTF"}:
        return bool(told & whole) and not told & one
    if tail != "а" or not one or one - _DIRECT or ("gent", "sing") not in whole or further[0] in _BEHIND_BUT:
        return False
    ends = not further[0] and not any(map(str.isalnum, text[end:].lstrip()[:1]))
    return ends or kinds == {"NOUN"}


def _cases(word: str) -> frozenset[tuple[str, str]]:
    """Case and number of each reading of a noun; none where a word is something else, too."""
    found = readings(word) if is_known_word(word) else ()
    return frozenset((case, number) for _, part, case, number in found if part == "NOUN")


@cache
def _is_of_grammar(word: str) -> bool:
    """Whether a word is one of those that sentences are joined by: "и", "для", "их"."""
    return is_known_word(word) and any(part in _OF_GRAMMAR for _, part, _, _ in readings(word))


def _is_no_word(piece: str) -> bool:
    return len(piece) > 1 and not is_known_word(piece)
