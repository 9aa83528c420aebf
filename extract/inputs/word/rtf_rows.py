"""Rows of rich text, each with right edges of its own, as one grid: cells cover the columns between their edges."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.inputs.parts import Grid, GridCell
from extract.inputs.word.merged_rows import RowCell, grid_of_rows

SAME_EDGE = 40
"""Twentieths of a point within which two edges are one."""
MOST_COLUMNS = 200
"""Cells that a row is believed to define."""


@dataclass(frozen=True, slots=True)
class CellEdge:
    """A cell as a row defines it: its right edge, and how it is merged with its neighbours."""

    right: int
    joins_left: bool = False
    joins_above: bool = False


@dataclass(frozen=True, slots=True)
class RichRow:
    """A row: where it begins, its cells as defined, and the paragraphs of each."""

    left: int
    edges: tuple[CellEdge, ...]
    cells: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class RowDefinition:
    """What `\\trowd` and the words behind it say of the next row."""

    left: int = 0
    edges: list[CellEdge] = field(default_factory=list)
    joins_left: bool = False
    joins_above: bool = False

    def edge(self, right: int) -> None:
        """A further cell."""
        if len(self.edges) < MOST_COLUMNS:
            self.edges.append(CellEdge(right, self.joins_left, self.joins_above))
        self.joins_left = self.joins_above = False


def grid_of_rich_rows(rows: Sequence[RichRow]) -> Grid:
    """The grid of a table's rows, in the columns that all their edges make."""
    edges = _columns(edge.right for row in rows for edge in row.edges)
    left = min((row.left for row in rows), default=0)
    return grid_of_rows([list(_cells(row, edges, left)) for row in rows])


def _columns(found: Iterator[int]) -> list[int]:
    """The edges of columns from left to right; each stands for those that lie just behind it."""
    columns: list[int] = []
    for edge in sorted(set(found)):
        if not columns or edge - columns[-1] > SAME_EDGE:
            columns.append(edge)
    return columns


def _cells(row: RichRow, columns: Sequence[int], left: int) -> Iterator[RowCell]:
    column = 0
    if row.left - left > SAME_EDGE and columns and row.left - columns[0] >= -SAME_EDGE:
        column = _column_behind(columns, row.left)
        yield RowCell(0, GridCell((), column))
    waiting: tuple[int, list[str], CellEdge] | None = None
    for n, edge in enumerate(row.edges):
        words = row.cells[n] if n < len(row.cells) else ()
        if waiting is not None and edge.joins_left:
            waiting = (waiting[0], [*waiting[1], *words], CellEdge(edge.right, joins_above=waiting[2].joins_above))
            continue
        if waiting is not None:
            yield (placed := _placed(*waiting, columns))
            column = placed.column + placed.cell.columns
        waiting = (column, list(words), edge)
    if waiting is not None:
        yield (placed := _placed(*waiting, columns))
        column = placed.column + placed.cell.columns
    for words in row.cells[len(row.edges) :]:
        yield RowCell(column, GridCell(words))
        column += 1


def _placed(column: int, words: list[str], edge: CellEdge, columns: Sequence[int]) -> RowCell:
    width = max(1, _column_behind(columns, edge.right) - column)
    return RowCell(column, GridCell(() if edge.joins_above else tuple(words), width), not edge.joins_above)


def _column_behind(columns: Sequence[int], edge: int) -> int:
    """How many columns lie to the left of an edge."""
    return bisect_left(columns, edge - SAME_EDGE) + 1
