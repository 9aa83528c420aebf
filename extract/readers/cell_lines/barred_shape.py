"""How wide a table is whose cells stand between bars, and its rows: by numbers, titles or columns of years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from extract.document.blocks import EMPTY_CELL, Cell, Row
from extract.readers.cell_lines.cell_paragraphs import (
    FEWEST_COLUMNS,
    MOST_COLUMNS,
    cell_of_lines,
    kind_of_title,
    names_columns,
)
from extract.values.times.period import parse_period

MOST_ACROSS = 3
"""Cells set across between two rows."""
MOST_TITLES = 24
"""Cells of a head with titles over others."""
LONGEST_TITLE = 150
FEWEST_YEARS = 2
_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})\s*[.)]?")
_VALUE = re.compile(r"[^\W\d_]{0,3}[\s\d.,%*+<>≤≥~/–—-]*(?:[^\W\d_]{1,12})?")
"""What stands in a column of a year."""
_DASH = re.compile(r"[-–—•*]")
_YEAR = re.compile(r"(?:19|20)\d\d\s*-?\s*(?:ж|г|год|жыл|ж\.|г\.|года|жылы|годы)?\.?\s*\*?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class BarredCell:
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
    def is_year(self) -> bool:
        """Whether a cell is the title of a column of a year: "2030 ж."."""
        return bool(_YEAR.fullmatch(" ".join(self.text.split())))


@dataclass(frozen=True, slots=True)
class Shape:
    """Cells of a table, how many of the first are titles, how wide it is, and where its rows begin."""

    pieces: Sequence[BarredCell]
    titles: int
    width: int
    begin: int
    numbered: bool
    dashed: bool = False
    """Whether dashes stand in the column of numbers, as where a page counted the rows itself."""

    @classmethod
    def of(cls, pieces: Sequence[BarredCell], lang: str, *, is_cut: bool) -> Shape | None:
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

    def _head(self, text: str, head: Sequence[BarredCell]) -> Iterator[Row]:
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


def _by_years(pieces: Sequence[BarredCell], *, is_cut: bool) -> tuple[int, int] | None:
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


def _are_dated(pieces: Sequence[BarredCell], titles: int, lang: str) -> bool:
    """Whether cells below so many known titles without numbers are rows: in each stands a time in its column."""
    kinds = [kind_of_title(one.text, lang) for one in pieces[:titles]]
    time = next((n for n, kind in enumerate(kinds) if kind in ("deadline", "start")), None)
    if time is None or len(pieces) % titles:
        return False
    return all(parse_period(one.text, lang, yearless=True) for one in pieces[titles + time :: titles])


def _width(pieces: Sequence[BarredCell], first: int) -> int:
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


def _without_titles_over(pieces: Sequence[BarredCell], first: int) -> int:
    """The columns of a table of one row: its cells up to the titles or the end, where they are no more than titles."""
    again = next((n for n in range(first, len(pieces)) if pieces[n].text == pieces[0].text), len(pieces))
    return min(first, again - first)


def _are_over_years(head: Sequence[BarredCell]) -> bool:
    """Whether titles end in those of years."""
    return sum(one.is_year for one in head) > 1


def _cell(text: str, piece: BarredCell) -> Cell:
    return cell_of_lines(text, [(piece.start, piece.end)])
