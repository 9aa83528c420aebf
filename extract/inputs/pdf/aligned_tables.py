"""Tables of PDF pages without rules: words below one another, with white between the columns.

Three columns are the fewest, for two may be a signature or columns of prose. A row begins where its first cell opens
with a digit or stands off from the line above; what is printed across the columns, between two lines that show them,
is a row set across.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extract.inputs.pdf.lines import Line, Word, lines_of
from extract.inputs.pdf.tables import PageCell, PageTable

FEWEST_COLUMNS = 3
FEWEST_GAPS = 4
"""Stretches of white in the lines of a table that show three columns or more, all taken together."""
NARROWEST_WHITE = 7.0
"""Points between two columns."""
MOST_ACROSS = 6
"""Lines of a row that is set across."""
FARTHEST = 2.0
"""White between two lines of a table, in letters' sizes."""
MOST_LEADING = 0.35
"""White between two lines of one cell, in letters' sizes, where a table shows no less."""
FEWEST_NUMBERED = 3
"""Rows with a number by which the alignment of a table's cells is judged."""
MOST_ROWS = 0.7
"""Share of the numbers that must say the same of it."""
ALIGNED = 2.0
"""Points that the left edges of a column's lines may differ by."""
STANDS_OFF = 0.3
"""White above a row beyond that between the lines of one, in letters' sizes."""
STRETCHED_ALIKE = 0.8
"""Points by which the white between the words of a justified line differs."""
MOST_ALIKE = 0.6
"""Share of the white in a justified line that is the same."""
Stretch = tuple[float, float]
"""Left and right, in points."""


def part_tables(words: Sequence[Word], page: int, right: float) -> Iterator[list[Word] | PageTable]:
    """The words of a part of a page from above: runs of prose, and the tables between them.

    `right` is where the words of all pages end.
    """
    lines = lines_of(words, page, 0, right)
    prose: list[Line] = []
    at = 0
    while at < len(lines):
        columns = _stretches([lines[at]])
        if len(columns) < FEWEST_COLUMNS or _is_justified(lines[at]):
            prose.append(lines[at])
            at += 1
            continue
        first = at - _lines_above(prose, lines[at], columns, at)
        end = _end_of(lines, first, at)
        table = lines[first:end]
        if _gaps(table) < FEWEST_GAPS:
            prose.append(lines[at])
            at += 1
            continue
        del prose[len(prose) - (at - first) :]
        if prose:
            yield [word for line in prose for word in line.words]
            prose = []
        yield _table(table, page, right)
        at = end
    if prose:
        yield [word for line in prose for word in line.words]


def _stretches(lines: Sequence[Line], among: Sequence[Stretch] = ()) -> list[Stretch]:
    """What the words of lines cover from left to right, and what other stretches do; white parts them."""
    merged: list[Stretch] = []
    for x0, x1 in sorted([*among, *((word.x0, word.x1) for line in lines for word in line.words)]):
        if merged and x0 - merged[-1][1] < NARROWEST_WHITE:
            merged[-1] = (merged[-1][0], max(merged[-1][1], x1))
        else:
            merged.append((x0, x1))
    return merged


def _is_justified(line: Line) -> bool:
    """Whether a line of prose is stretched to the edge: the white between its words is the same, but for what stands
    behind a marker and for what does not stretch.
    """
    if not line.reaches_edge or 2 * sum(any(map(str.isalpha, word.text)) for word in line.words) < len(line.words):
        return False
    white = [behind.x0 - before.x1 for before, behind in pairwise(line.words)]
    usual = median(white)
    even = sum(abs(gap - usual) < STRETCHED_ALIKE for gap in white)
    return even >= MOST_ALIKE * len(white) and max(white[1:], default=usual) < usual + STRETCHED_ALIKE


def _gaps(lines: Sequence[Line]) -> int:
    shown = (len(_stretches([line])) for line in lines)
    return sum(columns - 1 for columns in shown if columns >= FEWEST_COLUMNS)


def _near(above: Line, below: Line) -> bool:
    return below.top - above.bottom <= FARTHEST * above.size


def _fits(line: Line, columns: Sequence[Stretch]) -> bool:
    """Whether a line's words stand in the columns, no two stretches of them in one, and it is no title."""
    own, both = _stretches([line]), _stretches([line], columns)
    held = {next(n for n, (x0, x1) in enumerate(both) if x0 <= left <= x1) for left, _ in own}
    return len(both) >= len(columns) and len(held) == len(own) and not (line.bold and len(own) == 1)


def _lines_above(prose: Sequence[Line], shown: Line, columns: Sequence[Stretch], at: int) -> int:
    """How many lines right above go with the columns that a line shows: the end of a row that the page before began,
    or the first lines of its longest cells.

    Where nothing but them stands above on the page, and they begin with a small letter, they may be of one column.
    """
    torn = len(prose) == at > 0 and prose[0].text[:1].islower()
    if torn and all(len(_stretches([line])) == 1 and _fits(line, columns) for line in prose):
        return len(prose)
    count, below = 0, shown
    while count < len(prose) and _fits(prose[-1 - count], columns):
        line = prose[-1 - count]
        if len(_stretches([line])) == 1 and not _is_of_a_cell(line, below, columns):
            break
        count, below = count + 1, line
    return count


def _is_of_a_cell(line: Line, below: Line, columns: Sequence[Stretch]) -> bool:
    """Whether a line of one stretch, right of the first column, is part of a cell: it stands half a line above a line
    of the table, or right above one where a column begins.
    """
    left, white = line.words[0].x0, below.top - line.bottom
    if left <= columns[0][1] or white > MOST_LEADING * line.size:
        return False
    return white < 0 or any(abs(left - begins) < ALIGNED for begins, _ in columns[1:])


def _end_of(lines: Sequence[Line], first: int, at: int) -> int:
    """The number of the line behind the table that shows its columns at a line."""
    columns = _stretches(lines[first : at + 1])
    end = at + 1
    while end < len(lines) and _near(lines[end - 1], lines[end]):
        if _fits(lines[end], columns):
            columns = _stretches([lines[end]], columns)
            end += 1
            continue
        resumed = _resumed(lines, end, columns)
        if resumed is None:
            break
        end = resumed
    return end


def _resumed(lines: Sequence[Line], at: int, columns: Sequence[Stretch]) -> int | None:
    """The line that shows the same columns, all but one, behind a row set across; None where none does."""
    for n in range(at, min(len(lines), at + MOST_ACROSS + 1)):
        if not _near(lines[n - 1], lines[n]):
            return None
        if n > at and len(_stretches([lines[n]])) >= max(FEWEST_COLUMNS, len(columns) - 1) and _fits(lines[n], columns):
            return n
    return None


def _table(lines: Sequence[Line], page: int, right: float) -> PageTable:
    columns = _columns(lines)
    usual = min([MOST_LEADING * lines[0].size, *(below.top - above.bottom for above, below in pairwise(lines))])
    starts = _starts_of_rows(lines, columns, usual)
    rows: list[list[list[Word]]] = []
    across: set[int] = set()
    above: Line | None = None
    for number, line in enumerate(lines):
        off = above is None or line.top - above.bottom > usual + STANDS_OFF * line.size
        if not _fits(line, columns):
            if off or len(rows) - 1 not in across:
                across.add(len(rows))
                rows.append([[]])
            rows[-1][0].extend(line.words)
        else:
            cells = [[word for word in line.words if x0 <= word.x0 <= x1] for x0, x1 in columns]
            opens = number in starts if starts else bool(cells[0]) and (off or cells[0][0].text[0].isdigit())
            if not rows or len(rows) - 1 in across or opens:
                rows.append([[] for _ in columns])
            for cell, words in zip(rows[-1], cells, strict=True):
                cell.extend(words)
        above = line
    edges = (*(x0 for x0, _ in columns), right)
    white = min(behind[0] - before[1] for before, behind in pairwise(columns))
    rights = [*(x0 - white for x0 in edges[1:-1]), right]
    return PageTable(
        edges,
        [
            [PageCell(lines_of(row[0], page, edges[0], right), 0, len(columns))]
            if n in across
            else [PageCell(lines_of(cell, page, edges[at], rights[at]), at) for at, cell in enumerate(row)]
            for n, row in enumerate(rows)
        ],
    )


def _starts_of_rows(lines: Sequence[Line], columns: Sequence[Stretch], usual: float) -> frozenset[int]:
    """The lines that begin a row where cells are aligned at the middle or the bottom; empty where they are at the top.

    There the number of a row stands on no first line: white above a line tells where a row begins or, where rows stand
    no farther apart than lines, the capital that its words begin with.
    """
    numbered = [n for n, line in enumerate(lines) if _opens_with_digit(line, columns)]
    if len(numbered) < FEWEST_NUMBERED:
        return frozenset()
    off = [
        n
        for n, (above, below) in enumerate(pairwise(lines), start=1)
        if below.top - above.bottom > usual + STANDS_OFF * below.size
    ]
    blocks = list(pairwise([0, *off, len(lines)]))
    held = [[n for n in numbered if first <= n < end] for first, end in blocks]
    single = [(block, found[0]) for block, found in zip(blocks, held, strict=True) if len(found) == 1]
    if len(single) >= MOST_ROWS * len(numbered):
        return frozenset(off) if any(first < number for (first, _), number in single) else frozenset()
    low = [n for n in numbered if not _opens_with_capital(lines[n], columns)]
    if len(low) < MOST_ROWS * len(numbered):
        return frozenset()
    starts = []
    for before, number in pairwise([-1, *numbered]):
        capitals = [n for n in range(before + 1, number + 1) if _opens_with_capital(lines[n], columns)]
        starts.append(capitals[-1] if capitals else number)
    return frozenset(starts)


def _opens_with_digit(line: Line, columns: Sequence[Stretch]) -> bool:
    first = [word for word in line.words if columns[0][0] <= word.x0 <= columns[0][1]]
    return bool(first) and first[0].text[0].isdigit()


def _opens_with_capital(line: Line, columns: Sequence[Stretch]) -> bool:
    """Whether a line's words in the second column, that of the names, begin with a capital."""
    second = [word for word in line.words if columns[1][0] <= word.x0 <= columns[1][1]]
    return bool(second) and second[0].text[0].isupper()


def _columns(lines: Sequence[Line]) -> list[Stretch]:
    """The columns of a table: what its lines cover, but for those that are set across."""
    columns = _stretches(lines[:1])
    for line in lines[1:]:
        if _fits(line, columns):
            columns = _stretches([line], columns)
    return columns
