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

from extract.document.blocks import Cell, Passage, Row, concatenate, passage_of
from extract.document.repairs import clean
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.woven.titles import titles_among

FEWEST_COLUMNS, MOST_COLUMNS = 4, 7
MOST_HEAD_LINES = 8
NEEDED = {"name", "responsible", "deadline"}
"""Columns without which a table of lines is no plan."""

_BAR = re.compile(r"[!|¦│]")
_STROKES = re.compile(r"[\s_=─—+┼!|¦│-]{5,}")
_MARKS = re.compile(r"</?(?:table|tbody|thead|tr|td|th|p|pre|br)\b[^<>\n]*>|^\s*```.*|^[ ]{0,3}>[ ]?", re.IGNORECASE)
"""What a conversion puts around lines: tags of a table, a fence, a quotation."""
_HEADING = re.compile(r"^\s*#{1,6}\s")
_NUMBERING = re.compile(r"[\s!|¦│\d.]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source that has words or strokes, and whether a blank one stands above it."""

    start: int
    text: str
    apart: bool = False
    titled: bool = False
    """Whether the line is marked as a heading: "## 1. Сады"."""

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
    (0 where nothing tells), how many lines they stand on, and how long the strokes are beneath them.
    """

    row: Row
    kinds: tuple[str, ...]
    widths: tuple[int, ...]
    size: int
    width: int = 0


def lines_of(text: str, start: int, end: int) -> list[Line]:
    """The lines of a stretch of the source that are not blank, without the marks of a conversion."""
    found: list[Line] = []
    at, apart = start, False
    for piece in text[start:end].split("\n"):
        words = _HEADING.sub(_blank, _MARKS.sub(_blank, piece))
        if words.strip():
            found.append(Line(at, words, apart, bool(_HEADING.match(piece))))
        apart = not words.strip()
        at += len(piece) + 1
    return found


def _blank(marks: re.Match[str]) -> str:
    return " " * len(marks[0])


def head_at(text: str, lines: Sequence[Line], at: int, lang: str) -> Head | None:
    """The head that begins at a line; None where the line holds no titles of a plan, parted by bars or known apart."""
    return _barred(text, lines, at, lang) or _bare(text, lines, at, lang)


def _barred(text: str, lines: Sequence[Line], at: int, lang: str) -> Head | None:
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
    pieces = [between_bars(line) for line in titles]
    row = _row(text, [[piece[column] for piece in pieces] for column in range(count + 1)])
    kinds = tuple(kind_of_title(cell.text, lang) for cell in row.cells)
    if not set(kinds) >= NEEDED or kinds[0] != "number" or "" in kinds or len(set(kinds)) < len(kinds):
        return None
    return Head(row, kinds, widths, end - at, _width(lines[at:end]))


def _bare(text: str, lines: Sequence[Line], at: int, lang: str) -> Head | None:
    """The head that no bars part, above a line of strokes."""
    end = next((n for n in range(at, min(at + MOST_HEAD_LINES, len(lines))) if lines[n].is_rule), at)
    titles = [line for line in lines[at:end] if not _NUMBERING.fullmatch(line.text)]
    if any(line.bars for line in titles):
        return None
    places = titles_among([line.text for line in titles], FEWEST_COLUMNS, MOST_COLUMNS, NEEDED, lang)
    if not places:
        return None
    row = _row(
        text, [[(titles[n].start + start, titles[n].start + end) for n, start, end in place] for place in places]
    )
    kinds = tuple(kind_of_title(cell.text, lang) for cell in row.cells)
    return Head(row, kinds, (0,) * len(places), end - at + 1, _width(lines[at : end + 1]))


def _width(lines: Sequence[Line]) -> int:
    return max((len(line.text.strip()) for line in lines if line.is_rule), default=0)


def between_bars(line: Line) -> list[tuple[int, int]]:
    """Where the pieces of a line between its bars stand in the source."""
    edges = [-1, *line.bars, len(line.text)]
    return [(line.start + a + 1, line.start + b) for a, b in pairwise(edges)]


def _numbered_row(line: Line) -> bool:
    """Whether a line with bars is the first of a row: a number, and words behind it."""
    first, _, rest = line.text.partition(line.text[line.bars[0]])
    return bool(re.fullmatch(r"\s*\d[\d.]*\s*", first)) and not _NUMBERING.fullmatch(rest)


def _row(text: str, columns: Sequence[Sequence[tuple[int, int]]]) -> Row:
    """The titles, each the words that stand below one another in a column, torn ones whole."""
    cells: list[Cell] = []
    for spans in columns:
        pieces: list[Passage] = []
        for piece in (clean(passage_of(text, *span)) for span in spans):
            torn = pieces and pieces[-1].text.endswith(".") and piece.text[:1].islower()
            if torn:
                pieces[-1] = concatenate((pieces[-1][:-1], piece))
            elif piece.text:
                pieces.append(piece)
        whole = Cell(tuple(pieces)).passage
        cells.append(Cell((whole,) if whole.text else ()))
    return Row(tuple(cells))
