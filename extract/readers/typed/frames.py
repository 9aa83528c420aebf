"""Tables that a typist framed by bars and strokes, the words of a cell over several lines:

    ___________________________________
    |N  |Мероприятие       |Срок |Отв. |       a head of several lines
    |___|__________________|_____|_____|
    |1. |Посадить сады во  |май  |МП,  |       a row up to the next stroke,
    |   |всех селах        |     |МИО  |
    |___|__________________|_____|_____|
    |2. |Полить сады       |июнь | -"- |       or up to the next number
    |3. |Срыть горы        |июль | МП  |

A line through all columns parts rows; where few are drawn, numbers that go on do. Titles that a page repeats are left
out. What is set across, or stands between two drawn lines, is a row of one cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.document.blocks import EMPTY_CELL, Cell, Row
from extract.document.continued_tables import follows, follows_soon, says_it_goes_on
from extract.readers.typed.bars import BAR, FEWEST_BARS, Grid, Span, is_drawn, is_drawn_through
from extract.readers.typed.cells import cell_of_lines
from extract.readers.typed.lines import FoundTable, Line

FEWEST_COLUMNS = 2
FEWEST_ROWS = 2
MOST_TITLE_LINES = 14
"""Lines from the first to one that is drawn."""
MOST_BLANK = 1
"""Blank lines within a table."""
MOST_BETWEEN = 3
"""Lines between two drawn ones that no bars part."""
_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)\\?(?P<mark>[.)])?(?P<words>\s*(?![\d.]).*)", re.DOTALL)
_SMALL = re.compile(r"[(«\"]?[a-zа-яёәғқңөұүһі]")
_COLUMN_NUMBER = re.compile(r"\s*\d{1,2}\s*[.)]?\s*")
_NUMBERED_PART = re.compile(r"\s*(?:[IVXІХ]{1,5}|\d{1,2})\s*\.\s*\S")

Pieces = list[list[Span]]
"""The pieces of a row's cells, line by line."""


def framed_table(text: str, lines: Sequence[Line], at: int, lang: str) -> tuple[FoundTable | None, int]:
    """The framed table that begins at a line, and the line behind it; None, and the line behind what is
    none for sure, where there is none.
    """
    barred = is_drawn(lines[at]) or len(BAR.findall(lines[at].text)) >= FEWEST_BARS
    if not barred or not any(is_drawn(line) for line in lines[at : at + MOST_TITLE_LINES]):
        return None, at
    end = _end_of(lines, at, lang)
    frame = lines[at:end]
    closed = [line for line in frame if is_drawn_through(line)]
    crossed = [line for line in closed if BAR.search(line.text) or "+" in line.text]
    if len(closed) + any("_" in line.text for line in closed) < FEWEST_ROWS:
        return None, end
    grid = Grid.of([line for line in frame if BAR.search(line.text)])
    if grid is None or grid.width < FEWEST_COLUMNS or (crossed and not any(map(grid.is_drawn_by, crossed))):
        return None, end
    rows = tuple(Frame(text, grid, lang).rows(frame))
    if len(rows) < FEWEST_ROWS:
        return None, end
    return FoundTable(lines[at].start, lines[end - 1].end, rows), end


def _end_of(lines: Sequence[Line], at: int, lang: str) -> int:
    """The line behind the last drawn or barred one; between two drawn ones may stand lines without bars."""
    end, blank, number = at, 0, at
    while number < len(lines):
        line = lines[number]
        if not line.text.strip():
            blank += 1
        elif is_drawn(line) or BAR.search(line.text):
            end, blank = number + 1, 0
        elif says_it_goes_on(line.text, lang):
            break
        elif end == number > at and is_drawn(lines[number - 1]) and (behind := _drawn_behind(lines, number)):
            number = behind
            end, blank = number + 1, 0
        else:
            break
        if blank > MOST_BLANK:
            break
        number += 1
    return end


def _drawn_behind(lines: Sequence[Line], at: int) -> int:
    """The drawn line with bars behind some lines without, which stand between two drawn ones; 0 where there is none."""
    for number in range(at, min(at + MOST_BETWEEN + 1, len(lines))):
        if is_drawn(lines[number]):
            return number
        if BAR.search(lines[number].text) or not lines[number].text.strip():
            return 0
    return 0


@dataclass(slots=True)
class Frame:
    """Reads the lines of a frame into rows; `last` is the last row's number."""

    text: str
    grid: Grid
    lang: str
    last: str = ""
    found: list[Pieces] = field(default_factory=list)

    def rows(self, lines: Sequence[Line]) -> Iterator[Row]:
        """The titles, then the rows; those set across have one cell."""
        head, *blocks = list(_blocks(lines)) or [[]]
        begin = next((n for n, line in enumerate(head) if self._opens(self.grid.cells(line), "0")), len(head))
        if not any(self._words(self.grid.cells(line)) for line in head[:begin]):
            begin = 0
        titles = list(self.titles(head[:begin]))
        yield from titles
        known = {_told(row) for row in titles}
        for block in (head[begin:], *blocks):
            self._take(block, alone=len(blocks) <= 1)
        for pieces in self.found:
            row = self._row(pieces)
            told = _told(row)
            if not any(told) or told in known:
                continue
            if len(told) > 1 and all(map(_COLUMN_NUMBER.fullmatch, filter(None, told))):
                known.add(told)
            yield row

    def titles(self, lines: Sequence[Line]) -> Iterator[Row]:
        """The titles in one row, or in two where a line is drawn beneath some of them alone."""
        if not lines:
            return
        drawn = next((n for n, line in enumerate(lines) if is_drawn(line) and self._under(line)), 0)
        under = self._under(lines[drawn]) if drawn else frozenset[int]()
        above, below = self._gathered(lines[:drawn]), self._gathered(lines[drawn:])
        if len(under) < FEWEST_COLUMNS or not any(below[column] for column in under):
            yield self._row(self._gathered(lines))
            return
        first, column = list[Cell](), 0
        while column < self.grid.width:
            size = 1
            while column in under and column + size in under and not above[column + size]:
                size += 1
            spans = above[column] if column in under else [*above[column], *below[column]]
            first.append(Cell(cell_of_lines(self.text, spans, self.lang).paragraphs, columns=size))
            column += size
        yield Row(tuple(first))
        yield Row(
            tuple(
                cell_of_lines(self.text, below[n], self.lang) if n in under else EMPTY_CELL
                for n in range(self.grid.width)
            )
        )

    def _under(self, line: Line) -> frozenset[int]:
        """The columns that strokes run through where they do not run through all."""
        edges = self.grid.edges
        parts = [line.text[max(a + 1, 0) : b] for a, b in pairwise(edges)]
        drawn = frozenset(n for n, part in enumerate(parts) if re.search(r"[_=─—–═-]{2,}", part))
        return drawn if len(drawn) < len(parts) else frozenset()

    def _take(self, lines: Sequence[Line], *, alone: bool) -> None:
        """The rows of the lines between two drawn ones; `alone` where hardly any are drawn."""
        if lines and all(self.grid.is_across(line) or not BAR.search(line.text) for line in lines):
            self.found.append([[_words_of(line) for line in lines]])
            return
        opened = False
        for line in lines:
            if is_drawn(line):
                continue
            cells = self.grid.cells(line)
            blank = not self._words(cells)
            opens = self._opens(cells, self.last)
            part = self.grid.is_across(line) and _NUMBERED_PART.match(BAR.sub(" ", line.text))
            if opens:
                self.last = opens
            if blank:
                opened = opened and not (alone and not self.last)
            elif part:
                self.found.append([[_words_of(line)]])
                opened = False
            elif opens or not opened:
                if not opens and not opened and self._goes_on(cells):
                    _add(self.found[-1], cells)
                else:
                    self.found.append(cells)
                opened = True
            else:
                _add(self.found[-1], cells)

    def _opens(self, cells: Pieces, last: str) -> str:
        """The number that a line begins a row with; "" where it begins none."""
        match = _NUMBER.fullmatch(self._text(cells[0])) if cells[0] else None
        if match is None:
            return ""
        number, bare = match["number"], not match["words"].strip()
        goes_on = follows(last, number) or follows_soon(last, number) or number in ("1", "1.1")
        later = last.isdigit() and number.isdigit() and int(number) > int(last) and any(cells[1:])
        return number if (bare and any(cells[1:])) or (match["mark"] and (goes_on or later)) else ""

    def _goes_on(self, cells: Pieces) -> bool:
        """Whether a line behind a drawn one goes on with the row above: it has no number and goes on in small letters
        in every cell.
        """
        if not self.found or len(self.found[-1]) != len(cells) or cells[0]:
            return False
        told = [self._text(spans) for spans in cells if self._text(spans)]
        return bool(told) and all(map(_SMALL.match, told))

    def _gathered(self, lines: Sequence[Line]) -> Pieces:
        found: Pieces = [[] for _ in range(self.grid.width)]
        for line in lines:
            if not is_drawn(line):
                _add(found, self.grid.cells(line))
        return found

    def _row(self, pieces: Pieces) -> Row:
        return Row(tuple(cell_of_lines(self.text, spans, self.lang) for spans in pieces))

    def _words(self, cells: Pieces) -> bool:
        return any(map(self._text, cells))

    def _text(self, spans: Sequence[Span]) -> str:
        return " ".join(self.text[slice(*span)].strip() for span in spans)


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between those that are drawn through all columns."""
    block: list[Line] = []
    for line in lines:
        if is_drawn_through(line):
            if block:
                yield block
            block = []
        elif line.text.strip():
            block.append(line)
    if block:
        yield block


def _words_of(line: Line) -> Span:
    """Where the words of a line stand without the bars outside."""
    bare = line.text.strip().strip("|!¦│┃║").strip()
    start = line.start + line.text.index(bare)
    return start, start + len(bare)


def _add(cells: Pieces, further: Pieces) -> None:
    for own, pieces in zip(cells, further, strict=True):
        own.extend(pieces)


def _told(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.cells)
