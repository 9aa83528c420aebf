"""Where the columns of a typed row begin that nothing but blanks part, one or many: the places where its lines begin
words below one another, near those of the whole table and of the row above.

    2 Бақтарға:                Қалалық бақ, орман       2031ж.     Аудандық
      -көшет пен суару құралын  және өзен бөлiмi        IV тоқсаны кеңеске
      ^                        ^                        ^          ^
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.readers.typed.lines import Line

Span = tuple[int, int]
"""Where words stand in the text."""

WIDE = 2
"""Blanks that stand between columns for sure, where one may stand between two words."""
NARROWEST = 2
"""Places of a column."""
ASIDE = 9
"""Places by which a row's column may begin beside that of the table."""
LOOKED_AT = 400
"""Lines that tell where the columns of a table begin."""
AROUND = 8
"""Places beside the titles among which a column may begin."""
CUT = 3.0
"""What a break costs that falls into a word."""
FEWEST_SURE = 2
"""Lines that tell a column's place with one blank before it."""
MOST_CUT = 0.25
"""Share of a row's lines in which a column's edge may fall into a word."""
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line: the columns of signs that it begins and ends in, and its place."""

    start: int
    end: int
    span: Span


def words_of(line: Line, behind: int = 0) -> list[Word]:
    """The words of a line from a place on, tabs taken for as many blanks as they show."""
    shown, at = [0], 0
    for sign in line.text:
        at = at + 8 - at % 8 if sign == "\t" else at + 1
        shown.append(at)
    return [
        Word(shown[match.start()], shown[match.end()], (line.start + match.start(), line.start + match.end()))
        for match in _WORD.finditer(line.text, behind)
    ]


@dataclass(slots=True)
class Columns:
    """Where the columns behind the first begin: in the table, and in the row above."""

    starts: tuple[int, ...]
    above: tuple[int, ...] = field(default=())

    @classmethod
    def of(cls, lines: Sequence[Sequence[Word]], titles: Sequence[int]) -> Columns:
        """Those that most lines of a table tell, near its titles."""
        lines = lines[:LOOKED_AT]
        ranges = [
            range(max(before + NARROWEST, title - AROUND), title + AROUND + 1) for before, title in pairwise(titles)
        ]
        costs = [
            {start: _cost(lines, start) + 0.02 * len(lines) * abs(start - title) for start in near}
            for near, title in zip(ranges, titles[1:], strict=True)
        ]
        starts = _cheapest(costs) or tuple(titles[1:])
        return cls(starts, starts)

    def parted(self, lines: Sequence[Sequence[Word]]) -> list[list[list[Word]]] | None:
        """The words of a row by column and line; None where its columns cannot be told apart."""
        costs = []
        for start, above in zip(self.starts, self.above, strict=True):
            near = range(min(start, above) - ASIDE, max(start, above) + ASIDE + 1)
            costs.append({at: _cost(lines, at) + 0.25 * min(abs(at - start), abs(at - above)) for at in near if at > 0})
        starts = _cheapest(costs)
        if starts is None:
            return None
        if not all(_is_sure(lines, at, start) for at, start in zip(starts, self.starts, strict=True)):
            return None
        if not any(b.start - a.end >= WIDE for words in lines for a, b in pairwise(words)) and len(lines) < FEWEST_SURE:
            return None
        self.above = starts
        found: list[list[list[Word]]] = [[] for _ in range(len(starts) + 1)]
        for words in lines:
            breaks = [0, *(_break(words, start)[0] for start in starts), len(words)]
            for n in range(1, len(breaks)):
                breaks[n] = max(breaks[n], breaks[n - 1])
            for column, (begin, end) in enumerate(pairwise(breaks)):
                found[column].append(list(words[begin:end]))
        return found


def _is_sure(lines: Sequence[Sequence[Word]], at: int, start: int) -> bool:
    """Whether a column begins at a place: few words run over it, and where but one blank stands before it in every
    line, several begin there, or the table's column does.
    """
    breaks = [(words, *_break(words, at)) for words in lines]
    if sum(cost >= CUT for _, _, cost in breaks) > MOST_CUT * len(lines):
        return False
    both = [(words[n], words[n].start - words[n - 1].end) for words, n, _ in breaks if 0 < n < len(words)]
    if not both or any(gap >= WIDE for _, gap in both) or abs(at - start) <= 1:
        return True
    return sum(word.start == at for word, _ in both) >= FEWEST_SURE


def _break(words: Sequence[Word], start: int) -> tuple[int, float]:
    """The word of a line that a column begins with which begins at a place, and what that costs: how far words stand
    on its wrong side.
    """
    best, least = len(words), float("inf")
    for n in range(len(words) + 1):
        left = max(0, words[n - 1].end + 1 - start) if n else 0
        right = max(0, start - words[n].start) if n < len(words) else 0
        gap = words[n].start - words[n - 1].end if 0 < n < len(words) else WIDE
        cost = 1.0 * left + 0.8 * right - 0.9 * (gap >= WIDE)
        if cost < least:
            best, least = n, cost
    return best, least


def _cost(lines: Sequence[Sequence[Word]], start: int) -> float:
    """What it costs that a column begins at a place: little where lines begin words there, much where they run on."""
    cost = 0.0
    for words in lines:
        n, own = _break(words, start)
        cost += min(own, CUT)
        if n < len(words):
            gap = words[n].start - words[n - 1].end if n else WIDE
            aside = abs(words[n].start - start)
            worth = 1.0 if gap >= WIDE else 0.3
            cost -= worth * (1.0 if aside == 0 else 0.4 if aside == 1 else 0.0)
    return cost


def _cheapest(costs: Sequence[dict[int, float]]) -> tuple[int, ...] | None:
    """The places, each right of the one before, that cost least together."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {-NARROWEST: (0.0, ())}
    for choices in costs:
        further: dict[int, tuple[float, tuple[int, ...]]] = {}
        for at, cost in choices.items():
            before = [(told + cost, (*path, at)) for last, (told, path) in best.items() if last + NARROWEST <= at]
            if before:
                further[at] = min(before)
        best = further
    return min(best.values())[1] if best else None
