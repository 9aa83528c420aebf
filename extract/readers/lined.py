"""Tables of plain text whose rows are lines: cells parted by tabs, as a browser copies them, or columns by white space.

    №⇥Мероприятие⇥Срок⇥Ответственные        №   Мероприятие          Срок       Ответственные
    1⇥Посадить сады⇥май 2031 года⇥МП
                                             1.  Посадить сады во     май 2031   МП,
                                                 всех школах          года       МИО

Columns by white space begin where their titles do; a row begins at a number in the first column, and where there is
none behind a blank line. Titles that a page repeats are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.document.blocks import EMPTY_CELL, Row
from extract.readers.cell_lines.cell_paragraphs import FEWEST_COLUMNS, cell_of, names_columns
from extract.readers.typed.lines import FoundTable, Line

FEWEST_ROWS = 2
MOST_ACROSS = 3
"""Lines set across between two rows."""
MOST_BLANK = 1
"""Blank lines within a table of tabs."""
SHORTEST_GAP = 2
"""Blanks that part two columns."""
MOST_LEFT = 2
"""Characters that words may stand before their column's title."""
MOST_APART = 6
"""Blank lines between two rows, where a page ends between them."""

_CELLS_BY_TABS = re.compile(r"[^\t\n]*\S[^\t\n]*\t[^\n]*\S")
_YEAR_OR_SHARE = re.compile(r"\d{4}|%")
_WORDS = re.compile(r"\S+(?: \S+)*")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
_RULE = re.compile(r"[\s+|]*[-=_─━═][\s+|=_─━═-]{4,}")
"""A line drawn between titles and rows, or between two rows."""
_PAGE_NUMBER = re.compile(r"\s*[-–—]?\s*\d{1,3}\s*[-–—]?\s*")

Span = tuple[int, int]
"""Where words stand in the text."""


def table_by_tabs(text: str, lines: Sequence[Line], at: int) -> tuple[FoundTable | None, int]:
    """The table whose cells are parted by tabs, a row a line, that begins at a line, and the line behind it."""
    if not _is_row(lines[at]):
        return None, at
    end = _end_of_rows(lines, at)
    rows = [_row_by_tabs(text, line) for line in lines[at:end] if line.text.strip()]
    if sum(len(row.cells) >= FEWEST_COLUMNS for row in rows) < FEWEST_ROWS:
        return None, end
    return FoundTable(lines[at].start, lines[end - 1].end, tuple(_with_years_placed(rows))), end


def _is_row(line: Line) -> bool:
    """Whether a line has as many cells as a row of a table needs."""
    return line.text.count("\t") >= FEWEST_COLUMNS - 1 and bool(_CELLS_BY_TABS.search(line.text))


def _end_of_rows(lines: Sequence[Line], at: int) -> int:
    """The line behind the last row; between two rows may stand some lines set across, and one that is blank."""
    end = at + 1
    across = blank = 0
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if not line.text.strip():
            blank += 1
        elif _is_row(line):
            end, across, blank = number + 1, 0, 0
        else:
            across += "\t" not in line.text
        if across > MOST_ACROSS or blank > MOST_BLANK:
            break
    return end


def _row_by_tabs(text: str, line: Line) -> Row:
    bounds = [line.start - 1, *(line.start + match.start() for match in re.finditer("\t", line.text)), line.end]
    return Row(tuple(cell_of(text, [(before + 1, behind)]) for before, behind in pairwise(bounds)))


def _with_years_placed(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, years of a second row of titles below the only title that can stand over them.

    What a browser copies does not tell which title was set across: "Прогноз | 2004 г. в % к 2003 г." over
    "2031 г. | 2032 г." is the one that is neither a year nor a share nor the first.
    """
    yield rows[0]
    below = 1
    wide = len(rows[0].cells)
    if len(rows) > FEWEST_ROWS and 1 < len(rows[1].cells) < wide:
        width = max(len(row.cells) for row in rows[2:])
        years = all(_YEAR_OR_SHARE.search(cell.text) for cell in rows[1].cells)
        over = [
            n
            for n, cell in enumerate(rows[0].cells)
            if n > 1 and cell.paragraphs and not _YEAR_OR_SHARE.search(cell.text)
        ]
        if years and wide - 1 + len(rows[1].cells) == width and over:
            empty = (EMPTY_CELL,)
            yield Row((*(empty * over[-1]), *rows[1].cells, *(empty * (wide - over[-1] - 1))))
            below = 2
    yield from rows[below:]


def table_by_columns(text: str, lines: Sequence[Line], at: int, lang: str) -> tuple[FoundTable | None, int]:
    """The table whose columns are parted by white space, that begins at a line with its titles, and the line behind."""
    titles = _pieces(lines[at])
    if len(titles) < FEWEST_COLUMNS or not names_columns([text[start:end] for start, end in titles], lang):
        return None, at
    starts = [start - lines[at].start for start, _ in titles]
    rows: list[list[list[Span]]] = [[[title] for title in titles]]
    end, blank, opens = at + 1, 0, True
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if not line.text.strip():
            blank += 1
            opens = True
            if blank > MOST_APART:
                break
            continue
        if (
            _RULE.fullmatch(line.text)
            or _PAGE_NUMBER.fullmatch(line.text)
            or line.text.strip() == lines[at].text.strip()
        ):
            continue
        cells = _cells_of(line, starts)
        if cells is None:
            break
        numbered = bool(cells[0]) and bool(_NUMBER.fullmatch(text[slice(*cells[0][0])]))
        if numbered or (opens and len(rows) > 1 and cells[0]) or len(rows) == 1:
            rows.append([[] for _ in starts])
        elif opens and blank > 1:
            break
        for cell, pieces in zip(rows[-1], cells, strict=True):
            cell.extend(pieces)
        end, blank, opens = number + 1, 0, False
    if len(rows) < FEWEST_ROWS:
        return None, at
    return FoundTable(lines[at].start, lines[end - 1].end, tuple(_row_of(text, row) for row in rows)), end


def _row_of(text: str, row: Sequence[Sequence[Span]]) -> Row:
    return Row(tuple(cell_of(text, cell) if cell else EMPTY_CELL for cell in row))


def _pieces(line: Line) -> list[Span]:
    """The words of a line that wide gaps part."""
    return [(line.start + match.start(), line.start + match.end()) for match in _WORDS.finditer(line.text)]


def _cells_of(line: Line, starts: Sequence[int]) -> list[list[Span]] | None:
    """The pieces of a line by the columns that they stand in; None where one runs over the beginning of another."""
    found: list[list[Span]] = [[] for _ in starts]
    for start, end in _pieces(line):
        first, last = start - line.start, end - line.start
        column = max((n for n, begin in enumerate(starts) if begin <= first + MOST_LEFT), default=0)
        behind = starts[column + 1] if column + 1 < len(starts) else last
        if last > behind + MOST_LEFT:
            gap = line.text.rfind(" ", first, behind + 1)
            if gap < max(first, behind - MOST_LEFT) or (column + 2 < len(starts) and last > starts[column + 2]):
                return None
            found[column].append((start, line.start + gap))
            found[column + 1].append((line.start + gap + 1, end))
        else:
            found[column].append((start, end))
    return found
