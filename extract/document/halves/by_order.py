"""Tables split in two whose second half has no numbers: its rows are those of the first half in their order.

№ | Мероприятие                        № | Мероприятие | Срок | Ответственные
1 | Посадить                    ->     1 | Посадить    | май  | Лесхоз
2 | Полить                             2 | Полить      | июнь | Аким
Продолжение таблицы
Срок | Ответственные
май  | Лесхоз
июнь | Аким

Where one half has more rows than the other, nothing tells which belong together, and both stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, Paragraph, Row, Table
from extract.document.continued_tables import kinds_named, says_it_goes_on

FEWEST_ROWS = 2
MOSTLY = 0.8
"""Share of the rows of a first half that have numbers."""
_NUMBER = re.compile(r"\d{1,3}(?:[.-]\d{1,3})*\s*[.)]?")


def with_halves_joined(document: Document) -> Document:
    """A document whose tables hold the columns of a half without numbers that a line below says they go on with."""
    found: list[Block] = []
    for block in document.blocks:
        line = found[-1] if found else None
        first = found[-2] if len(found) > 1 else None
        if isinstance(block, Table) and isinstance(first, Table) and isinstance(line, Heading | Paragraph):
            known = [kinds_named(table.rows, document.lang) for table in (first, block)]
            said = says_it_goes_on(line.passage.text, document.lang)
            whole = joined_by_order(first, block, known) if said else None
            if whole:
                del found[-2:]
            found.append(whole or block)
        else:
            found.append(block)
    return replace(document, blocks=tuple(found))


def joined_by_order(first: Table, second: Table, known: Sequence[Collection[str]]) -> Table | None:
    """The first table with the columns of the second, row by row; None where they are no halves of one.

    `known` are the kinds of columns that the titles of each name.
    """
    mine, others = _body(first), _body(second)
    if not known[1] or set(known[0]) & set(known[1]) or len(mine) != len(others) or len(mine) < FEWEST_ROWS:
        return None
    numbered = sum(_is_numbered(row) for row in mine)
    if numbered < MOSTLY * len(mine) or any(_is_numbered(row) for row in others):
        return None
    width = len(first.rows[0].cells)
    if any(len(row.cells) != width for row in mine) or len({len(row.cells) for row in (second.rows[0], *others)}) > 1:
        return None
    further = {id(row): other for row, other in zip([first.rows[0], *mine], [second.rows[0], *others], strict=True)}
    return Table(
        tuple(
            Row((*row.cells, *further[id(row)].cells), width) if id(row) in further else row
            for row in first.rows
            if id(row) in further or len(_filled(row)) == 1
        )
    )


def _body(table: Table) -> list[Row]:
    """The rows below the titles, without those set across and those that number the columns."""
    return [row for row in table.rows[1:] if len(_filled(row)) > 1 and not all(map(_NUMBER.fullmatch, _filled(row)))]


def _filled(row: Row) -> list[str]:
    return [cell.text.strip() for cell in row.cells if cell.paragraphs]


def _is_numbered(row: Row) -> bool:
    return bool(row.cells and _NUMBER.fullmatch(row.cells[0].text.strip()))
