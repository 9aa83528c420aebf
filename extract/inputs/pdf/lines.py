"""Words of a page as lines, by geometry alone, for a PDF knows none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extract.inputs.note_marks import is_note_mark

EDGE = 0.9
"""Of a letter's size: less room than that at its end, and a line is full."""
RAISED = 0.75
"""Of the size of the letters before it: what is larger is no raised figure."""
APART = 0.12
"""Of a letter's size: more white, and it parts two words."""
FARTHEST_INDENT = 0.25
"""Of a column's width."""
INDENT = 6.0
"""Points by which a paragraph's first line is set in, at least."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, in points from the page's left upper corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool = False
    size: float = 10.0


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, the page's number, and the left and right edge that the line could fill."""

    words: tuple[Word, ...]
    page: int
    left: float
    right: float

    @property
    def text(self) -> str:
        """The words; a space wherever there is a gap, for a change of letters parts a word too."""
        pieces = [self.words[0].text]
        for before, word in zip(self.words, self.words[1:], strict=False):
            pieces.append((" " if word.x0 - before.x1 > APART * word.size else "") + word.text)
        return "".join(pieces)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def reaches_edge(self) -> bool:
        """Whether no further letter had room on the line."""
        return self.right - self.x1 < EDGE * self.size

    @property
    def centred(self) -> bool:
        """Whether the line stands in the middle: far from both edges, for a first line is set in too, or bold."""
        before, behind, width = self.x0 - self.left, self.right - self.x1, self.right - self.left
        far = INDENT / 2 if self.bold else max(40.0, 0.08 * width)
        return before > far and abs(before - behind) < 0.05 * width

    @property
    def set_right(self) -> bool:
        """Whether the line ends at the right edge and begins far from the left one, as stamps do."""
        return self.x0 - self.left > max(40.0, 0.08 * (self.right - self.left)) and self.right - self.x1 < INDENT

    @property
    def is_aside(self) -> bool:
        """Whether the line begins so far from the left edge that no first line of a paragraph does."""
        return self.x0 - self.left > FARTHEST_INDENT * (self.right - self.left)


def lines_of(words: Sequence[Word], page: int, left: float, right: float) -> list[Line]:
    """The words of one column or cell as lines, from above."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.top + w.bottom) / 2, w.x0)):
        middle = (word.top + word.bottom) / 2
        if rows and rows[-1][0].top <= middle <= rows[-1][0].bottom:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(_without_note_marks(sorted(row, key=lambda w: w.x0))), page, left, right) for row in rows]


def _without_note_marks(row: Sequence[Word]) -> list[Word]:
    """The words of a line without the small figures raised right behind them, which send to a note."""
    words: list[Word] = []
    for word in row:
        if words and _is_raised(words[-1], word) and is_note_mark(words[-1].text, word.text):
            words[-1] = replace(words[-1], x1=word.x1)
        else:
            words.append(word)
    return words


def _is_raised(before: Word, word: Word) -> bool:
    touches = word.x0 - before.x1 <= APART * word.size
    return touches and word.size <= RAISED * before.size and word.bottom < before.bottom


def usual_gap(lines: Sequence[Line]) -> float:
    """The median white between two lines below one another, in points."""
    gaps = [
        b.top - a.bottom for a, b in pairwise(lines) if a.page == b.page and -a.size < b.top - a.bottom < 2 * a.size
    ]
    return median(gaps) if gaps else 2.0
