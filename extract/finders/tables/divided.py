"""Titles over titles: which title of a row each cell of the row beneath it stands under."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from extract.document.blocks import Row


def titles_over(row: Row, beneath: Row) -> list[int] | None:
    """For each cell beneath, the place of the title over it; None where the row beneath divides no title.

    Under a title that is not divided nothing stands. A layout tells how wide a title is, or leaves empty cells beside
    it, or gives it one cell: then what stands beneath it is parted from the next by an empty cell.
    """
    filled = [n for n, cell in enumerate(beneath.cells) if cell.paragraphs]
    if len(filled) < 2 or len(filled) == len(beneath.cells):
        return None
    over = _by_width(row, len(beneath.cells)) or _by_empty_cells(row, beneath) or _by_runs(row, filled, beneath)
    if over is None or not any(over.count(at) > 1 for at in set(over)):
        return None
    return over if all(over.count(over[n]) > 1 for n in filled) else None


def _by_width(row: Row, width: int) -> list[int] | None:
    over = [at for at, cell in enumerate(row.cells) for _ in range(cell.columns or 0)]
    return over if len(over) == width > len(row.cells) else None


def _by_empty_cells(row: Row, beneath: Row) -> list[int] | None:
    """Where both rows have as many cells, an empty one beside a title belongs to it if something stands beneath."""
    if len(row.cells) != len(beneath.cells) or not row.cells[0].paragraphs:
        return None
    over: list[int] = []
    for at, (cell, under) in enumerate(zip(row.cells, beneath.cells, strict=True)):
        goes_on = not cell.paragraphs and under.paragraphs
        over.append(over[-1] if goes_on else at)
    return over


def _by_runs(row: Row, filled: Sequence[int], beneath: Row) -> list[int] | None:
    runs = [[n for _, n in run] for _, run in groupby(enumerate(filled), key=lambda pair: pair[1] - pair[0])]
    if len(beneath.cells) - sum(len(run) - 1 for run in runs) != len(row.cells):
        return None
    over, at = [], 0
    inner = {n for run in runs for n in run[1:]}
    for n in range(len(beneath.cells)):
        at += n > 0 and n not in inner
        over.append(at)
    return over
