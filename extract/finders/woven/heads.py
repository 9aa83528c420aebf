"""The head of a typed table: titles between bars, and the line of strokes beneath that tells how wide each column is.

N  ! Мероприятие      ! Форма     !Ответственные ! Срок
п/п!                  ! завершения!за исполнение ! исполнения
___!__________________!___________!______________!___________
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.document.blocks import Cell, Row, passage_of
from extract.document.repairs import clean
from extract.finders.plan.columns.kinds import kind_of_title

FEWEST_COLUMNS, MOST_COLUMNS = 4, 7
MOST_HEAD_LINES = 8
NEEDED = {"name", "responsible", "deadline"}
"""Columns without which a table of lines is no plan."""

_BAR = re.compile(r"[!|¦│]")
_STROKES = re.compile(r"[\s_=─—+┼!|¦│-]{5,}")
_MARKS = re.compile(r"</?(?:table|tbody|thead|tr|td|th|p|pre|br)\b[^<>\n]*>|^\s*```.*|^[ ]{0,3}>[ ]?", re.IGNORECASE)
"""What a conversion puts around lines: tags of a table, a fence, a quotation."""
_NUMBERING = re.compile(r"[\s!|¦│\d.]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source that has words or strokes, and whether a blank one stands above it."""

    start: int
    text: str
    apart: bool = False

    @property
    def is_rule(self) -> bool:
        """Whether the line is drawn: strokes, and bars between them at most."""
        return bool(_STROKES.fullmatch(self.text)) and bool(re.search(r"[_=─—-]{3}", self.text))

    @property
    def bars(self) -> list[int]:
        """Where bars stand in the line."""
        return [match.start() for match in _BAR.finditer(self.text)]


@dataclass(frozen=True, slots=True)
class Head:
    """The titles of a typed table: the row that they are, what each column holds, how many letters it takes at most
    (0 where nothing tells), and how many lines they stand on.
    """

    row: Row
    kinds: tuple[str, ...]
    widths: tuple[int, ...]
    size: int


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of a stretch of the source that are not blank, without the marks of a conversion."""
    found: list[Line] = []
    at, apart = start, False
    for piece in text[start:end].split("\n"):
        words = _MARKS.sub(lambda marks: " " * len(marks[0]), piece)
        if words.strip():
            found.append(Line(at, words, apart))
        apart = not words.strip()
        at += len(piece) + 1
    return found


def head_at(text: str, lines: Sequence[Line], at: int, lang: str) -> Head | None:
    """The head that begins at a line; None where the line has no bars, or they part no titles of a plan."""
    count = len(lines[at].bars)
    if lines[at].is_rule or not FEWEST_COLUMNS <= count + 1 <= MOST_COLUMNS:
        return None
    end, widths = at, (0,) * (count + 1)
    titles: list[Line] = []
    while end < min(at + MOST_HEAD_LINES, len(lines)):
        line = lines[end]
        ruled = line.is_rule
        if not ruled and (len(line.bars) != count or _numbered_row(line)):
            break
        if ruled and len(line.bars) == count:
            widths = tuple(b - a - 1 for a, b in pairwise([-1, *line.bars, len(line.text.rstrip())]))
        if not ruled and not _NUMBERING.fullmatch(line.text):
            titles.append(line)
        end += 1
    row = _row(text, titles, count)
    kinds = tuple(kind_of_title(cell.text, lang) for cell in row.cells)
    if not set(kinds) >= NEEDED or kinds[0] != "number" or "" in kinds or len(set(kinds)) < len(kinds):
        return None
    return Head(row, kinds, widths, end - at)


def between_bars(line: Line) -> list[tuple[int, int]]:
    """Where the pieces of a line between its bars stand in the source."""
    edges = [-1, *line.bars, len(line.text)]
    return [(line.start + a + 1, line.start + b) for a, b in pairwise(edges)]


def _numbered_row(line: Line) -> bool:
    """Whether a line with bars is the first of a row: a number, and words behind it."""
    first, _, rest = line.text.partition(line.text[line.bars[0]])
    return bool(re.fullmatch(r"\s*\d[\d.]*\s*", first)) and not _NUMBERING.fullmatch(rest)


def _row(text: str, lines: Sequence[Line], count: int) -> Row:
    """The titles, each the words that stand below one another between two bars."""
    cells: list[Cell] = []
    for column in range(count + 1):
        spans = [between_bars(line)[column] for line in lines]
        pieces = [clean(passage_of(text, *span)) for span in spans]
        whole = Cell(tuple(piece for piece in pieces if piece.text)).passage
        cells.append(Cell((whole,) if whole.text else ()))
    return Row(tuple(cells))
