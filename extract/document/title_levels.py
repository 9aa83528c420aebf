"""Titles of columns in three rows, years among them, as two: those of the middle row stand beside the years.

№ | Мероприятие | Расходы, млн. тенге                     № | Мероприятие | Расходы, млн. тенге
  |             | Всего | в том числе по годам       ->     |             | Всего | 2031 | 2032 | 2033
  |             |       | 2031 | 2032 | 2033

Where the third divides several titles of the second, which divide one of the first, the second stand for that one.

Показатель | Значения                        ->   Показатель | Отчетный период | Плановый период
           | Отчетный период | Плановый период
           | 2031 | 2032     | 2033 | 2034                   | 2031 | 2032     | 2033 | 2034

So do years of the second that sources or "план" and "факт" of the third divide, the title above said behind each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document.blocks import Cell, Document, Row, Table, join

_YEAR = re.compile(r"\s*(?:19|20)\d\d(?!\d).{0,12}", re.DOTALL)
DEEPEST = 2
"""Rows above the first of the three."""
FEWEST_YEARS = 2


def with_titles_in_two_rows(document: Document) -> Document:
    """A document whose tables have no titles in three rows."""
    blocks = (Table(tuple(_in_two(block.rows))) if isinstance(block, Table) else block for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _in_two(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of a table, the second and the third of its titles as one where the third divides one of the second."""
    for n in range(min(DEEPEST, len(rows) - 2)):
        above, middle, years = rows[n : n + 3]
        if whole := _with_those_beneath(above, middle, years):
            return (*rows[:n], whole, *rows[n + 2 :])
        at = _divided(middle, years)
        filled = [cell for cell in years.cells if cell.paragraphs]
        if at is None or _divided(above, middle) is None or not all(_YEAR.fullmatch(cell.text) for cell in filled):
            continue
        behind = at + 1 if len(years.cells) > len(middle.cells) else at + len(filled)
        return (*rows[: n + 1], Row((*middle.cells[:at], *filled, *middle.cells[behind:])), *rows[n + 3 :])
    return rows


def _with_those_beneath(above: Row, middle: Row, years: Row) -> Row | None:
    """Titles, those that divide one of them in its place, where years divide these; None where they do not."""
    filled, named = ([n for n, cell in enumerate(row.cells) if cell.paragraphs] for row in (years, middle))
    if len(filled) < FEWEST_YEARS or filled != list(range(filled[0], filled[-1] + 1)) or not named:
        return None
    at, wide = filled[0], len(above.cells) == len(middle.cells) == len(years.cells)
    if not 0 < at < len(above.cells) or named[0] != at or not above.cells[at].paragraphs or len(named) == len(filled):
        return None
    if not (_are_years(years, filled) or _are_years(middle, named)):
        return None
    told = list(middle.cells)
    if not _are_years(years, filled):
        for n in named:
            told[n] = Cell((join((middle.cells[n].passage, above.cells[at].passage), ", "),), columns=told[n].columns)
    if wide and set(named) <= set(filled) and not any(above.cells[n].paragraphs for n in filled[1:]):
        return Row((*above.cells[:at], *told[at : filled[-1] + 1], *above.cells[filled[-1] + 1 :]))
    covered = sum(middle.cells[n].columns or 0 for n in named)
    if covered != len(filled) or above.cells[at].columns != covered or named != list(range(at, named[-1] + 1)):
        return None
    return Row((*above.cells[:at], *(told[n] for n in named), *above.cells[at + 1 :]))


def _are_years(row: Row, places: Sequence[int]) -> bool:
    return all(_YEAR.fullmatch(row.cells[n].text) for n in places)


def _divided(above: Row, beneath: Row) -> int | None:
    """The place of the title that a row of titles beneath divides; None where that is no such row.

    It is empty but for them, and has a cell more for each but one, or as many cells where titles set across left
    empty ones.
    """
    filled = [n for n, cell in enumerate(beneath.cells) if cell.paragraphs]
    if len(filled) < FEWEST_YEARS or filled != list(range(filled[0], filled[-1] + 1)):
        return None
    at = filled[0]
    if not 0 < at < len(above.cells) or not above.cells[at].paragraphs:
        return None
    if len(beneath.cells) == len(above.cells) + len(filled) - 1:
        return at
    covered = above.cells[at + 1 : filled[-1] + 1]
    return at if len(beneath.cells) == len(above.cells) and not any(cell.paragraphs for cell in covered) else None
