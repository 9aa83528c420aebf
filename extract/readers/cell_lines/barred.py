"""Tables as the text of a web page shows them: a cell on lines of its own, a bar behind it or on a line between.

    №                    № |               Р/с
    |                    Мероприятие |     |
    Мероприятие          Срок |            Есепті кезең     titles over years, which the page
    |                    1 |               |                set across them
    Срок                 Полить            2030 ж.
    |                    рощу |            |
    1.                   май |             2031 ж.
    |                                      | -              a bar and the number of a row, or a dash for it
    Полить рощу                            |
    |                                      Бақ саны

How wide the table is, is told by a row that numbers the columns, by what most rows have from one number to the next,
or by titles that are all known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from extract.document.blocks import EMPTY_CELL, Cell, Row
from extract.readers.cell_lines.cell_paragraphs import (
    FEWEST_COLUMNS,
    MOST_COLUMNS,
    cell_of_lines,
    kind_of_title,
    names_columns,
)
from extract.readers.typed.lines import FoundTable, Line
from extract.values.times.period import parse_period

MOST_LINES = 25
"""Lines of one cell."""
MOST_ACROSS = 3
"""Cells set across between two rows."""
MOST_TITLES = 24
"""Cells of a head with titles over others."""
FEWEST_BARS = 5
TOLD_BY = 300
"""Lines of a table that tell how wide it is."""
FEWEST_CELLS = 2 * FEWEST_COLUMNS
LONGEST_TITLE = 150
FEWEST_YEARS = 2

_BAR = re.compile(r"[│┃║|]")
_ALONE = re.compile(r"\s*[│┃║|]\s*")
_AT_END = re.compile(r"[^│┃║|]*[│┃║|]\s*")
_AT_START = re.compile(r"\s*[│┃║|]\s*(?:[-–—•*]|\d{1,3}(?:\.\d{1,3})*[.)]?|[^│┃║|]{1,60})\s*")
"""A bar and the number of the row that begins behind it, or other words of a cell."""
_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})\s*[.)]?")
_GLUED = re.compile(r"(?P<number>\d{1,3})[.)]\s*(?=[^\W\d_]|[«\"(])")
_VALUE = re.compile(r"[^\W\d_]{0,3}[\s\d.,%*+<>≤≥~/–—-]*(?:[^\W\d_]{1,12})?")
"""What stands in a column of a year."""
_DASH = re.compile(r"[-–—•*]")
_YEAR = re.compile(r"(?:19|20)\d\d\s*-?\s*(?:ж|г|год|жыл|ж\.|г\.|года|жылы|годы)?\.?\s*\*?", re.IGNORECASE)
_SMALL = re.compile(r"\s*[(«\"]?[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A cell: where it stands, and its words."""

    start: int
    end: int
    text: str

    @property
    def number(self) -> str:
        """The number of a row that a cell is; "-" for a dash in its place, "" for words."""
        match = _NUMBER.fullmatch(self.text)
        return match["number"] if match else "-" if _DASH.fullmatch(self.text) else ""

    @property
    def glued(self) -> str:
        """The number of a row that stands in front of its words."""
        match = _GLUED.match(self.text)
        return match["number"] if match else ""

    @property
    def is_year(self) -> bool:
        return bool(_YEAR.fullmatch(" ".join(self.text.split())))


def table_by_bars(text: str, lines: Sequence[Line], at: int, lang: str) -> tuple[FoundTable | None, int]:
    """The table whose cells end in a bar, or have one on a line between, that begins at a line, and the line behind."""
    if not _opens(lines, at):
        return None, at
    near = _end_of_bars(lines, at, at + TOLD_BY)
    pieces = _pieces(text, lines, at, near)
    headed = any(kind_of_title(one.text, lang) == "number" for one in pieces[1 : MOST_ACROSS + 1])
    is_cut = near > at + TOLD_BY - MOST_LINES
    shape = None if headed or len(pieces) < FEWEST_CELLS else _Shape.of(pieces, lang, is_cut=is_cut)
    if shape is None:
        return None, at
    if is_cut:
        pieces = _pieces(text, lines, at, _end_of_bars(lines, at, len(lines)))
    rows, behind = replace(shape, pieces=pieces).read(text)
    last = pieces[behind - 1]
    stop = last.end + 1 if behind < len(pieces) else last.end
    after = next((n for n in range(at, len(lines)) if lines[n].start >= stop), len(lines))
    return FoundTable(_start(lines, at), stop, rows), after


def _start(lines: Sequence[Line], at: int) -> int:
    """Where a table begins: at the bar, alone on its line, that parts its first cell from a heading above."""
    above = next((line for line in reversed(lines[max(0, at - 2) : at]) if line.text.strip()), None)
    return above.start if above and _ALONE.fullmatch(above.text) else lines[at].start


def _opens(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the first cell of such a table: short words, and a bar behind them."""
    words = lines[at].text.strip()
    if not words or len(words) > LONGEST_TITLE or words.startswith(("|", "│")):
        return False
    if not _AT_END.fullmatch(words):
        below = next((line.text for line in lines[at + 1 : at + 3] if line.text.strip()), "")
        return "|" not in words and bool(_ALONE.fullmatch(below)) and _goes_on(lines, at)
    return _goes_on(lines, at)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether enough bars stand where cells end in the lines below."""
    near = lines[at : at + FEWEST_BARS * 4]
    return sum(_ends_cell(line.text) for line in near) >= FEWEST_BARS


def _ends_cell(line: str) -> bool:
    return bool(_BAR.search(line)) and bool(_AT_END.fullmatch(line) or _AT_START.fullmatch(line))


def _end_of_bars(lines: Sequence[Line], at: int, most: int) -> int:
    """The line behind the last bar that ends a cell; no more lines than a cell has stand between two."""
    last = at
    for n in range(at, min(most, len(lines))):
        if _ends_cell(lines[n].text):
            last = n
        elif _BAR.search(lines[n].text) or n - last > MOST_LINES or (n > at and _are_blank(lines[n - 1 : n + 1])):
            break
    return last + 1


def _are_blank(lines: Sequence[Line]) -> bool:
    return not any(line.text.strip() for line in lines)


def _pieces(text: str, lines: Sequence[Line], at: int, end: int) -> list[_Piece]:
    """The cells between the bars, and the one behind the last: up to a blank line, or a line that does not go on."""
    bars = [match.start() for match in _BAR.finditer(text, lines[at].start, lines[end - 1].end)]
    found = [_Piece(a + 1, b, text[a + 1 : b].strip()) for a, b in pairwise([lines[at].start - 1, *bars])]
    if not bars:
        return []
    start = stop = bars[-1] + 1
    rest = [Line(start, lines[end - 1].end, text[start : lines[end - 1].end]), *lines[end : end + MOST_LINES]]
    begun = False
    for line in rest:
        if begun and (not line.text.strip() or not _SMALL.match(line.text)):
            break
        begun = begun or bool(line.text.strip())
        stop = line.end
        if not begun and line.start > start and not line.text.strip():
            break
    return [*found, _Piece(start, stop, text[start:stop].strip())] if text[start:stop].strip() else found


@dataclass(frozen=True, slots=True)
class _Shape:
    """Cells of a table, how many of the first are titles, how wide it is, and where its rows begin."""

    pieces: Sequence[_Piece]
    titles: int
    width: int
    begin: int
    numbered: bool
    dashed: bool = False
    """Whether dashes stand in the column of numbers, as where a page counted the rows itself."""

    @classmethod
    def of(cls, pieces: Sequence[_Piece], lang: str, *, is_cut: bool) -> _Shape | None:
        """What is told by numbers or titles; None where neither tells, or the first cells are no titles of a table.

        More cells may follow where they are cut.
        """
        near = pieces[: MOST_TITLES + MOST_ACROSS]
        first = next((n for n, one in enumerate(near) if n > 1 and one.number in ("1", "-")), 0)
        known = sum(1 for _ in takewhile(lambda one: kind_of_title(one.text, lang), pieces[:MOST_COLUMNS]))
        if not first or any(len(one.text) > LONGEST_TITLE for one in pieces[:first]):
            if told := _by_years(pieces, is_cut=is_cut):
                return cls(pieces, *told, told[0], numbered=False)
            if names_columns([one.text for one in pieces[:known]], lang):
                whole = pieces[: len(pieces) // known * known] if is_cut else pieces
                width = known if _are_dated(whole, known, lang) else 0
                return cls(pieces, known, width, known, numbered=False)
            return None
        counted = sum(1 for _ in takewhile(lambda pair: pair[1].number == str(pair[0]), enumerate(pieces[first:], 1)))
        if FEWEST_COLUMNS <= counted <= first:
            return cls(pieces, first, counted, first + counted, numbered=True)
        width = _width(pieces, first)
        titled = names_columns([one.text for one in pieces[:first]], lang) or _are_over_years(pieces[:first])
        dashed = pieces[first].number == "-" and kind_of_title(pieces[0].text, lang) == "number"
        return cls(pieces, first, width, first, numbered=True, dashed=dashed) if width and titled else None

    def read(self, text: str) -> tuple[tuple[Row, ...], int]:
        """The rows, and the cell behind the last of them: another table, or its heading, may follow in bars.

        Where nothing tells where rows end, all of them are one cell.
        """
        if not self.width:
            head, rest = self.pieces[: self.titles], self.pieces[self.titles :]
            whole = Cell(tuple(passage for one in rest for passage in _cell(text, one).paragraphs))
            return (Row(tuple(_cell(text, one) for one in head)), Row((whole,))), len(self.pieces)
        across = self.titles - self.width if self._leaves() is None else 0
        head = self.pieces[: self.titles - max(0, across)] if 0 <= across <= MOST_ACROSS else self.pieces[: self.titles]
        rows = list(self._head(text, head))
        rows += [Row((_cell(text, one),)) for one in self.pieces[len(head) : self.titles]]
        end = self.begin
        opening = self._next_row(end)
        at = len(self.pieces) if opening is None else opening
        rows.extend(Row((_cell(text, one),)) for one in self.pieces[end:at] if opening is not None)
        while at < len(self.pieces):
            stop = min(at + self.width, len(self.pieces)) if not self.numbered else self._end_of_row(at)
            cells = tuple(_cell(text, one) for one in self.pieces[at:stop])
            rows.append(Row((EMPTY_CELL, *cells[1:]) if self.dashed and self.pieces[at].number == "-" else cells))
            end = at = stop
            following = self._next_row(at)
            if following is None:
                break
            rows.extend(Row((_cell(text, one),)) for one in self.pieces[at:following])
            at = following
        return tuple(row for row in rows if any(cell.paragraphs for cell in row.cells)), end

    def _leaves(self) -> int | None:
        """The first of the titles that stand below others: the years at the end; None where none are known."""
        years = sum(1 for _ in takewhile(lambda one: one.is_year, reversed(self.pieces[: self.titles])))
        over = self.titles - self.width
        return self.titles - years if years > 1 and 0 < over < self.titles - years else None

    def _head(self, text: str, head: Sequence[_Piece]) -> Iterator[Row]:
        """The titles: in two rows where some stand over years."""
        leaves = self._leaves()
        if leaves is None:
            yield Row(tuple(_cell(text, one) for one in head))
            return
        yield Row(tuple(_cell(text, one) for one in head[:leaves]))
        below = leaves - (self.titles - self.width)
        yield Row((*([EMPTY_CELL] * below), *(_cell(text, one) for one in head[leaves:])))

    def _end_of_row(self, at: int) -> int:
        """The cell behind a row: as many as the table is wide, or up to the next number where it stands elsewhere."""
        expected = at + self.width
        if expected >= len(self.pieces) or self.pieces[expected].number or self._next_row(expected) is not None:
            earlier = self._next_number(at, range(at + 2, min(expected, len(self.pieces))))
            missing = expected < len(self.pieces) and not self.pieces[expected].number
            return earlier if earlier is not None and missing else min(expected, len(self.pieces))
        further = range(at + 2, min(expected + self.width, len(self.pieces)))
        return self._next_number(at, further) or min(expected, len(self.pieces))

    def _next_number(self, at: int, places: range) -> int | None:
        """The first of some places where the number behind that of a row stands."""
        number = self.pieces[at].number
        wanted = str(int(number) + 1) if number.isdigit() else ""
        return next((n for n in places if wanted and self.pieces[n].number == wanted), None)

    def _next_row(self, at: int) -> int | None:
        """Where the next row begins: here, or behind a few cells set across; None where the titles come again."""
        if not self.numbered:
            return at if at < len(self.pieces) else None
        for n in range(at, min(at + MOST_ACROSS + 1, len(self.pieces))):
            if self.pieces[n].text == self.pieces[0].text:
                return None
            if self.pieces[n].number:
                return n
        return None


def _by_years(pieces: Sequence[_Piece], *, is_cut: bool) -> tuple[int, int] | None:
    """How many cells are titles that end in years, and the width, where the cells below are values of years."""
    first = next((n for n, one in enumerate(pieces[:MOST_TITLES]) if one.is_year), 0)
    years = sum(1 for _ in takewhile(lambda one: one.is_year, pieces[first:]))
    titles = first + years
    if not first or years < FEWEST_YEARS:
        return None
    for width in range(titles, max(years, titles - MOST_ACROSS - 1), -1):
        rows = [pieces[n : n + width] for n in range(titles, len(pieces), width)]
        rows = rows[:-1] if is_cut else rows
        values = [one.text for row in rows for one in row[width - years :]]
        if rows and all(len(row) == width for row in rows) and all(map(_VALUE.fullmatch, values)):
            return titles, width
    return None


def _are_dated(pieces: Sequence[_Piece], titles: int, lang: str) -> bool:
    """Whether cells below so many known titles without numbers are rows: in each stands a time in its column."""
    kinds = [kind_of_title(one.text, lang) for one in pieces[:titles]]
    time = next((n for n, kind in enumerate(kinds) if kind in ("deadline", "start")), None)
    if time is None or len(pieces) % titles:
        return False
    return all(parse_period(one.text, lang, yearless=True) for one in pieces[titles + time :: titles])


def _width(pieces: Sequence[_Piece], first: int) -> int:
    """What most rows have from one number to the next; all titles where there is but one row."""
    dashes = pieces[first].number == "-"
    starts = [first]
    for n in range(first + FEWEST_COLUMNS, len(pieces)):
        wanted = "-" if dashes else str(len(starts) + 1)
        if n - starts[-1] >= FEWEST_COLUMNS and pieces[n].number == wanted:
            starts.append(n)
    gaps = Counter(b - a for a, b in pairwise(starts) if b - a <= first)
    if not gaps:
        return _without_titles_over(pieces, first)
    return max(gaps, key=lambda gap: (gaps[gap], gap))


def _without_titles_over(pieces: Sequence[_Piece], first: int) -> int:
    """The columns of a table of one row: its cells up to the titles or the end, where they are no more than titles."""
    again = next((n for n in range(first, len(pieces)) if pieces[n].text == pieces[0].text), len(pieces))
    return min(first, again - first)


def _are_over_years(head: Sequence[_Piece]) -> bool:
    """Whether titles end in those of years."""
    return sum(one.is_year for one in head) > 1


def _cell(text: str, piece: _Piece) -> Cell:
    return cell_of_lines(text, [(piece.start, piece.end)])
