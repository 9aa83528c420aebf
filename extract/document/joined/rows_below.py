"""Tables that go on below: rows without titles whose numbers go on, perhaps under a line that names a part of them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import Block, Cell, Passage, Row, Table, join
from extract.document.continued_tables import (
    TITLE_ROWS,
    are_titled,
    follows,
    follows_soon,
    is_across,
    line_of_heading,
    number_of,
    numbers_columns,
    says_it_goes_on,
)

MOST_LINES = 3
"""Lines in capitals that may be one heading between two tables."""
FEWEST_WIDE = 3
"""Columns of tables that are parts of one below headings."""


def rows_below(blocks: Sequence[Block], lang: str) -> list[Block]:
    """The blocks, a table without titles whose numbers go on from the one above as rows of it.

    A line between the two, or several in capitals, is set across; one that says that the table goes on is left out.
    """
    found: list[Block] = []
    bare: set[int] = set()
    for block in blocks:
        lines = _lines_behind_a_table(found) if isinstance(block, Table) else []
        above = found[-1 - len(lines)] if len(found) > len(lines) else None
        if not isinstance(block, Table) or not isinstance(above, Table):
            found.append(block)
            continue
        titled = bool(lines) and not says_it_goes_on(join(lines).text, lang)
        goes_on = _goes_on(above, block, lang) or (titled and _is_a_part(above, block, lang))
        if goes_on or (titled and _is_a_part_without_numbers(above, block, lang, joined=id(above) in bare)):
            across = (_across(join(lines), len(above.rows[0].cells)),) if titled else ()
            del found[-1 - len(lines) :]
            whole = Table((*above.rows, *across, *block.rows))
            bare.update({id(whole)} if not _numbered(whole) else ())
            found.append(whole)
        else:
            found.append(block)
    return found


def _numbered(table: Table) -> list[Row]:
    """The rows of a table that have a number."""
    return [row for row in table.rows if number_of(row) and not numbers_columns(row)]


def _is_a_part(above: Table, below: Table, lang: str) -> bool:
    """Whether a table below a heading has rows as wide as those above, all numbered: further on, or counted anew where
    a heading stands right below the titles, too.
    """
    width = len(above.rows[0].cells)
    numbers = [number_of(row) for row in below.rows if len(row.cells) == width or not is_across(row)]
    if width < FEWEST_WIDE or not all(numbers) or not numbers or not are_titled(above.rows, lang):
        return False
    if are_titled(below.rows, lang) or any(len(row.cells) != width and not is_across(row) for row in below.rows):
        return False
    told = [number_of(row) for row in _numbered(above)]
    parted = len(above.rows) > 1 and any(len(row.cells) == 1 for row in above.rows[1:TITLE_ROWS])
    anew = numbers[0] in ("1", "1.1") and parted
    later = bool(told) and told[-1].isdigit() and numbers[0].isdigit() and int(numbers[0]) > int(told[-1])
    return (anew or later) and len(above.rows) > 1


def _is_a_part_without_numbers(above: Table, below: Table, lang: str, *, joined: bool) -> bool:
    """Whether a table below a heading has the rows of titles that stand alone above, rows as wide as these."""
    width = len(above.rows[0].cells)
    alone = joined or all(numbers_columns(row) for row in above.rows[1:])
    if not alone or not are_titled(above.rows, lang) or are_titled(below.rows, lang):
        return False
    return all(len(row.cells) == width or is_across(row) for row in below.rows)


def _lines_behind_a_table(blocks: Sequence[Block]) -> list[Passage]:
    """The last lines that may be one heading: one, or up to three in capitals."""
    lines: list[Passage] = []
    for block in reversed(blocks[-MOST_LINES:]):
        line = line_of_heading(block)
        if line is None or (lines and not (line.text.isupper() and lines[0].text.isupper())):
            break
        lines.insert(0, line)
    return lines


def _across(line: Passage, width: int) -> Row:
    return Row((Cell((line,), columns=width),))


def _goes_on(above: Table, below: Table, lang: str) -> bool:
    """Whether rows have the width of the titles above, and numbers that go on from the last one there."""
    if not below.rows or not are_titled(above.rows, lang) or are_titled(below.rows, lang):
        return False
    width = len(above.rows[0].cells)
    numbers = [number for row in above.rows if len(row.cells) == width and (number := number_of(row))]
    first = number_of(below.rows[0])
    last = numbers[-1] if numbers and len(below.rows[0].cells) == width else ""
    if first and not [row for row in above.rows if number_of(row) and not numbers_columns(row)]:
        return len(below.rows[0].cells) == width
    return bool(first) and (follows(last, first) or follows_soon(last, first))
