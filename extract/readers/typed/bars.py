"""The lines of a framed table: which are drawn, where bars stand, and what stands between them column by column.

|2. |Полить сады во всех |май  |Лесхозы     |        bars where the table has them
|   |селах               |     |управления лесов     a bar lost, for the words had no room
|   |                     |     |            |       bars pushed aside by a letter
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.readers.typed.lines import Line

BAR = re.compile(r"[|!¦│┃║]")
_DRAWN = re.compile(r"[\s_=\-─━—–+|!¦│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬═]+")
_STROKES = re.compile(r"[_=\-─━—–═]{3,}")
_STROKES_ALONE = re.compile(r"[\s_=\-─━—–═+]*")
_PIECE = re.compile(r"\S+(?:[ \t]\S+)*")
FEWEST_BARS = 2
NEAR = 3
"""Places that a bar may stand aside."""
FAR = 6
"""Places that bars may stand aside where a line has all of them."""
LEAST_FULL = 0.7
"""Share of a line's width that strokes take where it is drawn through all columns."""
MOSTLY = 0.6

Span = tuple[int, int]
"""Where words stand in the text."""


def is_drawn(line: Line) -> bool:
    """Whether a line is but strokes, bars between them at most."""
    return bool(_DRAWN.fullmatch(line.text)) and bool(_STROKES.search(line.text))


def is_drawn_through(line: Line) -> bool:
    """Whether a drawn line goes through all columns."""
    bare = line.text.strip()
    return is_drawn(line) and sum(map(len, _STROKES.findall(bare))) + len(BAR.findall(bare)) >= LEAST_FULL * len(bare)


def bars_of(line: Line) -> list[int]:
    """Where bars stand in a line."""
    return [match.start() for match in BAR.finditer(line.text)]


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the bars of a table stand, and which of its columns have none outside."""

    bars: tuple[int, ...]
    open_left: bool = False
    open_right: bool = False

    @property
    def edges(self) -> tuple[int, ...]:
        """The bars, and the edges of columns that none closes."""
        left, right = (-1,) * self.open_left, (1 << 16,) * self.open_right
        return (*left, *self.bars, *right)

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.edges) - 1

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Grid | None:
        """The grid that most lines of words have; None where they have none in common."""
        words = [line for line in lines if line.text.strip() and not is_drawn(line)]
        told = Counter(tuple(bars_of(line)) for line in words if BAR.search(line.text))
        told = Counter({bars: count for bars, count in told.items() if len(bars) >= FEWEST_BARS})
        if not told:
            return None
        bars, _ = max(told.items(), key=lambda one: (one[1], len(one[0])))
        fitting = [line for line in words if _are_among(bars_of(line), bars)]
        if len(fitting) < MOSTLY * len(words):
            return None
        alike = [line for line in words if _are_near(bars_of(line), bars, NEAR)]
        left = sum(bool(line.text[: bars_of(line)[0]].strip()) for line in alike)
        right = sum(bool(line.text[bars_of(line)[-1] + 1 :].strip()) for line in alike)
        return cls(bars, left > 0, right > len(alike) // 4)

    def is_drawn_by(self, line: Line) -> bool:
        """Whether a drawn line has its bars, or the crosses of a box, where the table has them."""
        places = [at for at, sign in enumerate(line.text) if sign in "|!¦│┃║+┼"]
        return _are_among(places, self.bars)

    def cells(self, line: Line) -> list[list[Span]]:
        """The pieces of a line by column; strokes are none."""
        found: list[list[Span]] = [[] for _ in range(self.width)]
        bars = bars_of(line)
        if _are_near(bars, self.bars, FAR):
            edges = (*((-1,) * self.open_left), *bars, *((len(line.text),) * self.open_right))
            for column, (start, end) in enumerate(pairwise(edges)):
                if not _STROKES_ALONE.fullmatch(line.text[start + 1 : end]):
                    found[column].append((line.start + start + 1, line.start + end))
            return found
        for start, end in self._between(line, bars):
            for piece in _PIECE.finditer(line.text, start, end):
                if not _STROKES_ALONE.fullmatch(piece[0]):
                    found[self._column(piece.start())].append((line.start + piece.start(), line.start + piece.end()))
        return found

    def _between(self, line: Line, bars: Sequence[int]) -> Iterator[Span]:
        """The stretches between the bars of a line that are those of the table."""
        own = [at for at in bars if any(abs(at - bar) <= NEAR for bar in self.bars)]
        yield from ((start + 1, end) for start, end in pairwise([-1, *own, len(line.text)]))

    def _column(self, at: int) -> int:
        """The column that words belong to which begin at a place."""
        return max((n for n, edge in enumerate(self.edges[:-1]) if edge < at + 1), default=0)

    def is_across(self, line: Line) -> bool:
        """Whether a line has words, and no bars but those outside."""
        inside = self.edges[1:-1]
        bars = bars_of(line)
        words = bool(re.search(r"\w", line.text))
        return words and bool(inside) and not any(abs(at - bar) <= NEAR for at in bars for bar in inside)


def _are_among(bars: Sequence[int], those: Sequence[int]) -> bool:
    """Whether bars stand where some of those do."""
    return len(bars) >= FEWEST_BARS and all(any(abs(at - bar) <= NEAR for bar in those) for at in bars)


def _are_near(bars: Sequence[int], those: Sequence[int], most: int) -> bool:
    return len(bars) == len(those) and all(abs(a - b) <= most for a, b in zip(bars, those, strict=True))
