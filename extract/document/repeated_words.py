"""Words set across a table that a conversion gives in each of its cells: "Раздел 2. Кадры | Раздел 2. Кадры | ...".

№ | Мероприятие | Срок                  № | Мероприятие | Срок
Кадры | Кадры | Кадры              ->   Кадры
1 | Посадить сад | май 2031 года        1 | Посадить сад | май 2031 года
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.blocks import Cell, Row

FEWEST_CELLS = 3
"""Cells that say the same where nobody has written it so often."""
_IN_WORDS = re.compile(r"[^\W\d_]{2}|(?:19|20)\d\d")
_NUMBER = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})*|[IVXІХ]{1,5}|[^\W\d_])\W*")


def with_words_told_once(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a table, words that stand in every cell of one as a single cell set across it; behind a number of
    their own they stand beside it.
    """
    return tuple(_told_once(row) for row in rows)


def _told_once(row: Row) -> Row:
    cells = row.cells
    if len(cells) < FEWEST_CELLS or not cells[-1].paragraphs:
        return row
    said = " ".join(cells[-1].text.split())
    if not _IN_WORDS.search(said):
        return row
    same = [" ".join(cell.text.split()) == said for cell in cells]
    if all(same):
        return Row((_across(cells),))
    numbered = not cells[0].paragraphs or _NUMBER.fullmatch(cells[0].text)
    if all(same[1:]) and len(cells) > FEWEST_CELLS and numbered:
        return Row((cells[0], _across(cells[1:])) if cells[0].paragraphs else (_across(cells[1:]),))
    return row


def _across(cells: Sequence[Cell]) -> Cell:
    return Cell(cells[0].paragraphs, cells[0].apart, sum(cell.columns or 1 for cell in cells))
