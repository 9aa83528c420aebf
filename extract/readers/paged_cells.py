"""The cells of one row of a paged plan, put together from pieces that stand out of order.

A page holds a row's columns one behind the other, each as far as the page goes; blank lines part most cells,
line ends part some, and some share a line. Every way to deal the pieces out to the columns has a cost, and the row
is read in the cheapest way: what a piece looks like, what the printer's line ends say, and that no cell is empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum
from heapq import heappop, heappush
from itertools import pairwise

from extract.document.blocks import Cell, Passage
from extract.document.repairs import Known, clean, join_lines
from extract.readers.paged_lines import End


class Column(IntEnum):
    """The columns of a plan of action behind its number, in printed order."""

    NAME = 0
    FORM = 1
    DEADLINE = 2
    RESPONSIBLE = 3


COLUMNS = tuple(Column)


class Look(Enum):
    """What the words of a piece look like."""

    TEXT = "text"
    TIME = "time"
    PARTIES = "parties"


class Gap(Enum):
    """What parts a piece from the one before it."""

    CUT = "cut"
    """Nothing: they share a line that is too long for one cell."""
    LINE = "line"
    """The end of a line that ends what it belongs to, or the first word of a date."""
    BLANK = "blank"
    """A blank line."""
    TORN = "torn"
    """A blank line that a link's own text box made: the words behind it are set in by a space."""
    PAGE = "page"
    """The end of a page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong to one cell; `gap` stands before them, `end` says whether the cell may go on."""

    lines: tuple[Passage, ...]
    look: Look
    gap: Gap
    end: End
    height: int


MISFIT = {
    Look.TEXT: (0, 0, 4, 3),
    Look.TIME: (6, 6, 0, 9),
    Look.PARTIES: (6, 4, 9, 0),
}
"""What a piece's look costs in each column."""

EMPTY_CELL = 8
LATE_NAME = 10
"""A row that does not open with its name."""

SAME_CELL = {Gap.CUT: 8, Gap.LINE: 0, Gap.BLANK: 6, Gap.TORN: 0}
NEXT_CELL = {Gap.CUT: 0, Gap.LINE: 1, Gap.BLANK: 0, Gap.TORN: 6}
"""What it costs that a piece goes on with the cell before it, or opens a later one on the same page."""

OPEN_ACROSS_BLANK = 3
"""A blank line inside a cell whose text was cut short before it."""
RESUMED = {End.OPEN: 0, End.FULL: 1, End.CLOSED: 3}
"""What it costs to go on, on a new page, with a cell that ended so."""
NEVER_RESUMED = 4
"""A cell whose text was cut short and does not go on."""
SHORTER = 1
"""Going on with a cell that was not the tallest on the page before: only the tallest reaches its end for sure."""


MOST_STEPS = 5_000
"""Steps of the search, of which a row takes some dozens; a heap of pieces that takes more is no row."""


def deal(pieces: Sequence[Piece]) -> tuple[int, tuple[Column, ...]]:
    """The lowest cost and the column of each piece; where several ways cost the same, the one in the earlier columns.

    Cheapest first: each step goes on with the cheapest way so far. Where that leads nowhere in `MOST_STEPS`, the
    pieces that are left stay in the cell of the last one dealt.
    """
    whole = len(pieces)
    heap: list[tuple[int, int, tuple[Column, ...]]] = [(0, 0, ())]
    for _ in range(MOST_STEPS):
        cost, depth, dealt = heappop(heap)
        if depth < -whole:
            return cost, dealt
        if len(dealt) == whole:
            heappush(heap, (cost + _incomplete(pieces, dealt), -whole - 1, dealt))
            continue
        piece = pieces[len(dealt)]
        lowest = Column.NAME if not dealt or piece.gap is Gap.PAGE else dealt[-1]
        for column in COLUMNS[lowest:]:
            step = MISFIT[piece.look][column] + _step(pieces, dealt, column)
            heappush(heap, (cost + step, depth - 1, (*dealt, column)))
    cost, _, dealt = min(heap, key=lambda way: way[1:])
    return cost, (*dealt, *(dealt[-1:] * (whole - len(dealt))))


def _step(pieces: Sequence[Piece], dealt: tuple[Column, ...], column: Column) -> int:
    """What it costs to put the next piece into a column, given where the ones before it went."""
    if not dealt:
        return 0 if column is Column.NAME else LATE_NAME
    piece, before = pieces[len(dealt)], pieces[len(dealt) - 1]
    if piece.gap is Gap.PAGE:
        return _resume(pieces, dealt, column)
    if column != dealt[-1]:
        return NEXT_CELL[piece.gap] + _resume(pieces, dealt, column)
    if piece.gap is Gap.BLANK and before.end is End.OPEN:
        return OPEN_ACROSS_BLANK
    return SAME_CELL[piece.gap]


def _resume(pieces: Sequence[Piece], dealt: tuple[Column, ...], column: Column) -> int:
    """What it costs to go on with a cell of an earlier page."""
    if column not in dealt:
        return 0
    last = max(at for at, dealt_to in enumerate(dealt) if dealt_to is column)
    heights = [0] * len(COLUMNS)
    for piece, dealt_to in zip(pieces, dealt, strict=False):
        heights[dealt_to] += piece.height
    return RESUMED[pieces[last].end] + (SHORTER if heights[column] < max(heights) else 0)


def _incomplete(pieces: Sequence[Piece], dealt: tuple[Column, ...]) -> int:
    """What it costs that cells are empty, or were left though their text was cut short."""
    last = {column: piece for piece, column in zip(pieces, dealt, strict=True)}
    empty = EMPTY_CELL * (len(COLUMNS) - len(last))
    return empty + NEVER_RESUMED * sum(piece.end is End.OPEN for piece in last.values())


def cells_of(pieces: Sequence[Piece], dealt: Sequence[Column], known: Known) -> tuple[Cell, ...]:
    """The four cells behind the number, each in its paragraphs, torn words and lines mended."""
    return tuple(
        Cell(tuple(_paragraphs([p for p, c in zip(pieces, dealt, strict=True) if c is column], known)))
        for column in COLUMNS
    )


def _paragraphs(pieces: Sequence[Piece], known: Known) -> list[Passage]:
    """A cell's pieces as paragraphs: a new one where a line on the same page ended what it belonged to."""
    runs: list[list[Passage]] = []
    for before, piece in pairwise((None, *pieces)):
        if piece is None:
            continue
        if before is None or (piece.gap is Gap.LINE and before.end is End.CLOSED):
            runs.append([])
        runs[-1].extend(piece.lines)
    return [passage for run in runs if (passage := clean(join_lines(run, known))).text]
