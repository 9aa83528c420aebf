"""Merged cells resolved: a grid as rows of cells, the way a word processor's plain export writes them.

A cell set across columns is one cell of its row. A cell set across rows stands in the first; beneath it

    | 1. | Name | act    | June |  M |       rows that go on with the number above and bring words
    |    |      | report | July |  N |       become further paragraphs of that row,
    | 2. | ...                         beneath a cell of words a row with a number of its own repeats the words,
    |    |      | 12,5   | ...         and any other (money, titles over years) has an empty cell there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.inputs.parts import Grid

_NUMBER = re.compile(r"\d{1,3}(?:[.-]\d{1,3})*\.?,?")
_LETTER = re.compile(r"[^\W\d_]")

Texts = tuple[str, ...]
"""The paragraphs of a cell."""


@dataclass(slots=True)
class _Placed:
    """A cell in one row: its text, and whether it began in a row above."""

    texts: Texts
    column: int
    columns: int
    goes_on: bool = False


def resolve(grid: Grid) -> tuple[tuple[Texts, ...], ...]:
    """The rows of a grid, each a cell's paragraphs by cell; wholly empty rows are left out."""
    folded: list[list[_Placed]] = []
    for row in _placed(grid):
        if folded and _belongs_above(folded[-1], row):
            _fold(folded[-1], row)
        else:
            folded.append(row)
    rows = (_texts_of(row) for row in folded)
    return tuple(row for row in rows if any(row))


def _placed(grid: Grid) -> list[list[_Placed]]:
    """Every row with the cells that reach into it from above."""
    rows: list[list[_Placed]] = []
    open_cells: dict[int, tuple[int, _Placed]] = {}
    for cells in grid.rows:
        row: list[_Placed] = []
        column = 0
        waiting = list(cells)
        from_above, open_cells = open_cells, {}
        while waiting or column in from_above:
            if column in from_above:
                left, placed = from_above.pop(column)
                placed = _Placed(placed.texts, column, placed.columns, goes_on=True)
            else:
                cell = waiting.pop(0)
                left, placed = cell.rows, _Placed(cell.paragraphs, column, cell.columns)
            row.append(placed)
            if left > 1:
                open_cells[column] = (left - 1, placed)
            column += placed.columns
        rows.append(row)
    return rows


def _has_number(row: Sequence[_Placed]) -> bool:
    return bool(row) and bool(_NUMBER.fullmatch(_joined(row[0].texts)))


def _belongs_above(above: Sequence[_Placed], row: Sequence[_Placed]) -> bool:
    """Whether a row goes on with the number of the one above, and all that it brings are words in the same columns."""
    if not row or not row[0].goes_on or not _has_number(row):
        return False
    own = [placed for placed in row if not placed.goes_on and any(placed.texts)]
    columns = {placed.column for placed in above}
    return bool(own) and all(_LETTER.search(_joined(p.texts)) and p.column in columns for p in own)


def _fold(above: Sequence[_Placed], row: Sequence[_Placed]) -> None:
    cells = {placed.column: placed for placed in above}
    for placed in row:
        if not placed.goes_on:
            cells[placed.column].texts += placed.texts


def _texts_of(row: Sequence[_Placed]) -> tuple[Texts, ...]:
    repeats = bool(row) and not row[0].goes_on and _has_number(row)
    return tuple(
        placed.texts if not placed.goes_on or (repeats and _LETTER.search(_joined(placed.texts))) else ()
        for placed in row
    )


def _joined(texts: Texts) -> str:
    return " ".join(texts).strip()
