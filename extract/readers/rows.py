"""Rows that a conversion ran together or tore, put right by the widths that the table's other rows have.

Where an empty last cell swallows the end of its row, two rows come out as one ("1. | % | 5 | 2. | % | 6"); where a
blank line stands inside a cell, one row comes out as two.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from extract.document.blocks import Row

_FIRST_CELL = re.compile(r"(?:\d{1,3}\.?)?\s*")
NARROWEST = 3
"""Cells that a row must have to be one of several in a wider one."""
_LABEL = re.compile(r"(?P<number>\d{1,3})\.(?!\d)\s*\d?")


def mend_rows(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of one table, fused ones parted and torn ones joined; untouched where no two are equally wide.

    A row is too wide if it has more cells than the widest usual width, one that two rows share. It is parted before
    a cell that holds its own number and one, else behind as many cells as that width has.
    """
    counts = Counter(len(row.cells) for row in rows)
    shared = {width for width, count in counts.items() if count > 1}
    usual = frozenset(width for width in shared if not _is_fused(width, shared, rows))
    if not usual:
        return tuple(rows)
    parted = [piece for row in rows for piece in _parted(row, max(usual))]
    return tuple(_joined(parted, usual))


def _is_fused(width: int, shared: Iterable[int], rows: Sequence[Row]) -> bool:
    """Whether all rows of a width are several of a smaller one: where each would begin stands a number or nothing."""
    wide = [row for row in rows if len(row.cells) == width]
    return any(
        narrow >= NARROWEST
        and width > narrow
        and width % narrow == 0
        and all(_FIRST_CELL.fullmatch(row.cells[at].text) for row in wide for at in range(narrow, width, narrow))
        for narrow in shared
    )


def _parted(row: Row, width: int) -> Iterator[Row]:
    """The rows that one too wide row is; one cell that remains is a heading's row."""
    cells = row.cells
    while len(cells) > width > 1:
        cut = _before_next_label(Row(cells), width)
        yield Row(cells[:cut])
        cells = cells[cut:]
    if any(cell.paragraphs for cell in cells):
        yield Row(cells)


def _before_next_label(row: Row, width: int) -> int:
    own = number_of(row)
    if own is not None:
        for at in range(2, width):
            if number_of(Row(row.cells[at:])) == own + 1:
                return at
    return width


def number_of(row: Row) -> int | None:
    """The number that a row's first cell is ("198.", "141. 1" with a stray figure); None where it is none."""
    match = _LABEL.fullmatch(row.cells[0].text) if row.cells else None
    return int(match["number"]) if match else None


def _joined(rows: Sequence[Row], usual: frozenset[int]) -> Iterator[Row]:
    """Two rows of unusual widths as one where they make a usual row together and the second has no number."""
    at = 0
    while at < len(rows):
        one, other = rows[at], rows[at + 1] if at + 1 < len(rows) else None
        if (
            other is not None
            and len(one.cells) not in usual
            and len(other.cells) not in usual
            and len(one.cells) + len(other.cells) in usual
            and number_of(one) is not None
            and number_of(other) is None
        ):
            yield Row((*one.cells, *other.cells))
            at += 2
        else:
            yield one
            at += 1
