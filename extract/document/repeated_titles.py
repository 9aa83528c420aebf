"""Titles that a table repeats on each page are no rows of it; a row that a page tears is one row.

№ | Наименование        | Срок          № | Наименование                   | Срок
1 | О садах и огородах, | май           1 | О садах и огородах, о теплицах | май
№ | Наименование        | Срок    ->    2 | О парках                       | июнь
  | о теплицах          |
2 | О парках            | июнь
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document.blocks import Cell, Document, Row, Table

MOST_TITLES = 4
"""Rows that titles take, with one that numbers the columns."""
FEWEST_TITLES = 3
"""Filled cells of the first row of titles."""
MOST_CUT = 0.4
"""Share of a row's titles that may be cut short where it repeats them."""
_NUMBER = re.compile(r"\d{1,3}\s*[.)]?")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_NOT_DIGITS = re.compile(r"\D+")
_OPENS, _CLOSES = "«(", "»)"


def without_repeated_titles(document: Document) -> Document:
    """A document whose tables name their columns once, rows torn where a page repeats the names put together."""
    blocks = (Table(tuple(_once(block.rows))) if isinstance(block, Table) else block for block in document.blocks)
    return replace(document, blocks=tuple(blocks))


def _once(rows: Sequence[Row]) -> Sequence[Row]:
    titles = _titles(rows)
    if not titles or not any(_are_same(row, titles[0]) for row in rows[len(titles) :]):
        return rows
    kept, awaited = list(rows[: len(titles)]), 0  # how many of the titles the top of a page has repeated so far
    for row in rows[len(titles) :]:
        place = next((n for n, title in enumerate(titles[awaited:], awaited) if _are_same(row, title)), None)
        if place is not None and (awaited or place == 0):
            awaited = place + 1
            continue
        if awaited and len(kept) > len(titles) and _goes_on(kept[-1], row):
            kept[-1] = _joined(kept[-1], row)
        else:
            kept.append(row)
        awaited = 0
    return kept


def _titles(rows: Sequence[Row]) -> Sequence[Row]:
    """The first rows of a table up to the first numbered one, with the row that numbers the columns."""
    if not rows or sum(bool(cell.paragraphs) for cell in rows[0].cells) < FEWEST_TITLES or _is_numbered(rows[0]):
        return ()
    found = 1
    while found < len(rows) and found <= MOST_TITLES:
        if _numbers_columns(rows[found]):
            return rows[: found + 1]
        if _is_numbered(rows[found]) or len(rows[found].cells) < FEWEST_TITLES:
            return rows[:found]
        if rows[found].cells[0].paragraphs and not _are_same(rows[found], rows[0]):
            return rows[:1]
        found += 1
    return rows[:1]


def _is_numbered(row: Row) -> bool:
    return bool(row.cells) and bool(_NUMBER.fullmatch(row.cells[0].text.strip()))


def _numbers_columns(row: Row) -> bool:
    figures = [_NOT_DIGITS.sub("", cell.text) for cell in row.cells]
    return len(figures) >= FEWEST_TITLES and figures == [str(n + 1) for n in range(len(figures))]


def _are_same(row: Row, title: Row) -> bool:
    """Whether a row says what a row of titles says.

    A page may cut a title short, and the rest of it may have slipped among the figures of the row below.
    """
    if len(row.cells) != len(title.cells):
        return False
    if _numbers_columns(title):
        return _numbers_columns(row)
    pairs = [(_letters(one), _letters(other)) for one, other in zip(row.cells, title.cells, strict=True)]
    begun = [one and other.startswith(one) for one, other in pairs if one != other]
    return all(begun) and len(begun) < MOST_CUT * len(pairs) and any(one for one, _ in pairs)


def _letters(cell: Cell) -> str:
    return _NOT_LETTERS.sub("", cell.text.casefold()) or cell.text.strip()


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row at the top of a page is the rest of the one above: its first cell is empty, its words go on."""
    filled = [n for n, cell in enumerate(row.cells) if cell.paragraphs]
    if len(row.cells) != len(above.cells) or not filled or filled[0] == 0 or not above.cells[0].paragraphs:
        return False
    at = filled[0]
    before, behind = above.cells[at].text.rstrip(), row.cells[at].text.lstrip()
    opened = any(before.count(one) > before.count(other) for one, other in zip(_OPENS, _CLOSES, strict=True))
    return behind[:1].islower() or (bool(before) and (opened or before.endswith((",", "-"))))


def _joined(above: Row, row: Row) -> Row:
    """A row and its rest, cell by cell."""
    return Row(
        tuple(
            Cell((*one.paragraphs, *rest.paragraphs), _apart(one, rest), one.columns) if rest.paragraphs else one
            for one, rest in zip(above.cells, row.cells, strict=True)
        )
    )


def _apart(one: Cell, rest: Cell) -> frozenset[int] | None:
    """The paragraphs of a cell and its rest that stand apart: the first of the rest does not."""
    if one.apart is None and rest.apart is None and not one.paragraphs:
        return None
    mine = one.apart if one.apart is not None else frozenset(range(1, len(one.paragraphs)))
    others = rest.apart if rest.apart is not None else frozenset(range(1, len(rest.paragraphs)))
    return mine | {len(one.paragraphs) + n for n in others if n}
