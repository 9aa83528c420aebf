"""Tables of PDF pages: cells by the lines ruled around them, tables that go on over pages as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.document.continued_tables import follows
from extract.document.repairs import Known
from extract.inputs.parts import Grid, GridCell
from extract.inputs.pdf.lines import Line, Word, lines_of
from extract.inputs.pdf.paragraphs import paragraphs_of
from extract.inputs.pdf.torn_words import tears_words

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points."""
TOLERANCE = 2.5
"""Points by which two ends of one ruled line may differ."""
WIDEST_PADDING = 8.0
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*")
FEWEST_CELLS = 2
"""Cells of a row that a page can tear, and filled cells of one whose words alone go on."""


@dataclass(slots=True)
class PageCell:
    """A cell: its lines, and the columns and rows that it covers."""

    lines: list[Line]
    column: int
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class PageTable:
    """A table on one page, or on several; `edges` are the columns' left edges and the last one's right."""

    edges: tuple[float, ...]
    rows: list[list[PageCell]] = field(default_factory=list)

    def goes_on_as(self, other: PageTable) -> bool:
        """Whether a table on the next page has the same columns, or fewer of them where cells are set across."""
        fewer, more = sorted((self.edges, other.edges), key=len)
        return have_same_sides(fewer, more) and all(abs(more[_index(more, x)] - x) <= TOLERANCE for x in fewer)

    def torn_row(self, part: Sequence[Line] | PageTable, behind: Sequence[Line] | PageTable | None) -> PageTable | None:
        """What goes on with this table though no rules are drawn around it: the end of a row that a page tore.

        It is a table of words whose columns begin where this one's do or, above the table that goes on with this
        one, lines that begin with a small letter and keep to the columns.
        """
        if isinstance(part, PageTable):
            fits = len(part.edges) == len(self.edges) and all(
                -TOLERANCE <= x - edge <= WIDEST_PADDING
                for edge, x in zip(self.edges[:-1], part.edges[:-1], strict=True)
            )
            return PageTable(self.edges, part.rows) if fits and not self.goes_on_as(part) else None
        if not isinstance(behind, PageTable) or not self.goes_on_as(behind) or not part[0].text[:1].islower():
            return None
        cells: list[list[Line]] = [[] for _ in self.edges[1:]]
        for line in part:
            for n, (left, right) in enumerate(pairwise(self.edges)):
                words = [word for word in line.words if left <= word.x0 and word.x1 <= right]
                cells[n].extend(lines_of(words, line.page, left, right) if words else [])
        kept = sum(len(line.words) for cell in cells for line in cell)
        whole = kept == sum(len(line.words) for line in part)
        return PageTable(self.edges, [[PageCell(lines, n) for n, lines in enumerate(cells)]]) if whole else None

    def append(self, other: PageTable) -> None:
        """The rows of the next page: titles that it repeats are dropped, a row that the page tore is put together."""
        edges = max(self.edges, other.edges, key=len)
        for table in (self, other):
            table.place_in(edges)
        rows = list(other.rows)
        titles = [[cell.text for cell in row] for row in self.rows[:2]]
        for title in titles:
            if rows and [cell.text for cell in rows[0]] == title:
                rows.pop(0)
        ends = (self.rows[-1], self._last_cells()) if rows and self.rows else ()
        if last := next((cells for cells in ends if _is_torn(cells, rows[0])), None):
            for above, cell in zip(last, rows.pop(0), strict=True):
                above.lines.extend(cell.lines)
                above.rows += cell.rows - 1
        self.rows.extend(rows)

    def _last_cells(self) -> list[PageCell]:
        """The cells of the last row, those among them that begin in a row above."""
        count = len(self.rows)
        cells = (cell for n, row in enumerate(self.rows) for cell in row if n + cell.rows >= count)
        return sorted(cells, key=lambda cell: cell.column)

    def place_in(self, edges: tuple[float, ...]) -> None:
        """Counts the columns by more edges than the page shows where all its rows are set across some of them."""
        for cell in (cell for row in self.rows for cell in row):
            first, last = (_index(edges, self.edges[n]) for n in (cell.column, cell.column + cell.columns))
            cell.column, cell.columns = first, last - first
        self.edges = edges

    def grid(self, gap: float, known: Known) -> Grid:
        """The table as a grid, each cell's lines as paragraphs."""
        tears = tears_words((cell.lines for row in self.rows for cell in row), known)
        return Grid(
            tuple(
                tuple(
                    GridCell(
                        tuple(p.text for p in paragraphs_of(cell.lines, gap, known, tears=tears)),
                        cell.columns,
                        cell.rows,
                    )
                    for cell in row
                )
                for row in self.rows
            )
        )


def have_same_sides(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether the first and the last edge of two tables are in line."""
    return abs(one[0] - other[0]) <= TOLERANCE and abs(one[-1] - other[-1]) <= TOLERANCE


def _is_torn(above: Sequence[PageCell], below: Sequence[PageCell]) -> bool:
    """Whether a page's first row has the cells of the last row before it, words among them, and one of both a number.

    Where the number stands below, its row's words begin with a small letter there. So do those of a row that has words
    above and below, where every other cell of it is empty below: the values stand in the first.
    """
    if [(c.column, c.columns) for c in above] != [(c.column, c.columns) for c in below]:
        return False
    words = any(character.isalpha() for cell in below for character in cell.text)
    if len(below) < FEWEST_CELLS or not words or _are_numbered(above, below):
        return False
    if _go_on_beside_a_number(above, below):
        return True
    if bool(above[0].lines) == bool(below[0].lines):
        return _goes_on_in_words(above, below)
    goes_on = next((cell.text[:1] for cell in below[1:] if cell.lines), "").islower()
    return bool(above[0].lines) or (goes_on and sum(bool(cell.lines) for cell in above) < len(above))


def _are_numbered(above: Sequence[PageCell], below: Sequence[PageCell]) -> bool:
    """Whether the number of a row goes on from that of the row above it, perhaps behind a cell of its group."""
    numbers = ((one.text.strip(" .)"), other.text.strip(" .)")) for one, other in zip(above, below, strict=True))
    return any(_NUMBER.fullmatch(one) and _NUMBER.fullmatch(other) and follows(one, other) for one, other in numbers)


def _go_on_beside_a_number(above: Sequence[PageCell], below: Sequence[PageCell]) -> bool:
    """Whether cells behind the first go on in small letters with those of the row above, which alone has a number."""
    pairs = [(one.text, other.text) for one, other in zip(above[1:], below[1:], strict=True)]
    numbered = any(_NUMBER.fullmatch(one.strip(" .)")) and not other for one, other in pairs)
    going = [(one, other) for one, other in pairs if other]
    small = sum(one[-1:].isalnum() and other[0].islower() for one, other in going)
    return numbered and small >= FEWEST_CELLS and small == len(going)


def _goes_on_in_words(above: Sequence[PageCell], below: Sequence[PageCell]) -> bool:
    """Whether a row has one cell with words, which go on in small letters with that cell of the row above it, the other
    cells of which are filled.
    """
    filled = [n for n, cell in enumerate(below) if cell.lines]
    if len(filled) != 1 or sum(bool(cell.lines) for cell in above) < FEWEST_CELLS:
        return False
    begun, rest = above[filled[0]].text, below[filled[0]].text
    return begun[-1:].isalpha() and rest[:1].islower() and not rest.endswith(":")


def read_table(boxes: Iterable[Box], words: Sequence[Word], page: int) -> PageTable:
    """A table from the boxes of its cells and the words of the page."""
    cells = sorted(boxes, key=lambda box: (box[1], box[0]))
    xs, ys = _edges(x for box in cells for x in (box[0], box[2])), _edges(y for box in cells for y in (box[1], box[3]))
    inside = {box: [word for word in words if _holds(box, word)] for box in cells}
    padding = min((word.x0 - box[0] for box, own in inside.items() for word in own), default=0.0)
    padding = min(max(padding, 1.0), WIDEST_PADDING)
    table = PageTable(tuple(xs), [[] for _ in ys[1:]])
    covered: set[tuple[int, int]] = set()
    for box in cells:
        x0, x1, y0, y1 = _index(xs, box[0]), _index(xs, box[2]), _index(ys, box[1]), _index(ys, box[3])
        lines = lines_of(inside[box], page, box[0] + padding, box[2] - padding)
        table.rows[y0].append(PageCell(lines, x0, max(1, x1 - x0), max(1, y1 - y0)))
        covered.update((y, x) for y in range(y0, y1) for x in range(x0, x1))
    for y, row in enumerate(table.rows):
        row.extend(PageCell([], x) for x in range(len(xs) - 1) if (y, x) not in covered)
        row.sort(key=lambda cell: cell.column)
    return table


def _edges(values: Iterable[float]) -> list[float]:
    """Values that differ by less than the tolerance as one."""
    return list(_apart(sorted(values)))


def _apart(values: Sequence[float]) -> Iterator[float]:
    last = None
    for value in values:
        if last is None or value - last > TOLERANCE:
            yield value
            last = value


def _index(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda n: abs(edges[n] - value))


def _holds(box: Box, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x < box[2] and box[1] <= y < box[3]
