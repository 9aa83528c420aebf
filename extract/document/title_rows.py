"""Rows set across a table above its titles are no rows of it: they are paragraphs before it.

| Постановление ... № 77             |         a sheet of a spreadsheet begins so, one row for each line
| План мероприятий ...               |         of the act above the plan
| № | Мероприятие | Срок | Исполнители |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from extract.document.blocks import Block, Heading, Paragraph, Row, Table
from extract.document.printed_marks import item_of, may_be_title

FEWEST_TITLES = 3
"""Filled cells of the row below: fewer are no titles of columns."""
_NUMBERED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVXІХҮ]{1,5})\s*[.)]?(?!\w)")


def with_titles_above(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, a table's first rows of one cell before it where the row below them holds titles, not a number."""
    for block in blocks:
        if not isinstance(block, Table):
            yield block
            continue
        above = sum(1 for _ in takewhile(_is_across, block.rows))
        if above and _are_titles(block.rows[above:]):
            for row in block.rows[:above]:
                yield from _paragraphs(row)
            yield Table(block.rows[above:])
        else:
            yield block


def _is_across(row: Row) -> bool:
    return sum(bool(cell.paragraphs) for cell in row.cells) == 1


def _are_titles(rows: tuple[Row, ...]) -> bool:
    """Whether rows begin with titles: a table torn by a page begins with the name of a part and a numbered row."""
    filled = [cell for cell in rows[0].cells if cell.paragraphs] if rows else []
    return len(rows) > 1 and len(filled) >= FEWEST_TITLES and not _NUMBERED.match(filled[0].text)


def _paragraphs(row: Row) -> Iterator[Block]:
    """The lines of the row's only cell: a title where it is one short line that ends no sentence."""
    passages = next(cell.paragraphs for cell in row.cells if cell.paragraphs)
    for passage in passages:
        if len(passages) == 1 and may_be_title(passage.text):
            yield Heading(passage)
        else:
            yield item_of(passage) or Paragraph(passage)
