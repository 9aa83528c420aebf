"""Rows whose cells say that they go on from above (Word, rich text), as a grid of cells with heights."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.inputs.parts import Grid, GridCell


class RowCell(NamedTuple):
    """A cell of a row: the column where it begins, the cell, and whether it begins here or goes on from above."""

    column: int
    cell: GridCell
    starts: bool = True


def grid_of_rows(rows: Sequence[Sequence[RowCell]]) -> Grid:
    """The grid, each cell that begins in a row as high as the cells that go on with it below."""
    return Grid(tuple(tuple(_with_heights(rows, n)) for n in range(len(rows))))


def _with_heights(rows: Sequence[Sequence[RowCell]], n: int) -> Iterator[GridCell]:
    for column, cell, starts in rows[n]:
        height = 1
        while starts and n + height < len(rows) and _goes_on(rows[n + height], column, cell.columns):
            height += 1
        if starts:
            yield GridCell(cell.paragraphs, cell.columns, height)


def _goes_on(row: Sequence[RowCell], column: int, width: int) -> bool:
    return any(at == column and cell.columns == width and not starts for at, cell, starts in row)
