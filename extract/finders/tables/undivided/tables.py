"""Tables of a plan whose titles stand together and whose rows nothing divides but what they say.

One is read where four fifths of its rows have what its titles promise; each row of another is a finding with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, zip_longest

from extract.document.blocks import (
    EMPTY_CELL,
    Cell,
    Document,
    ListItem,
    Paragraph,
    Passage,
    Row,
    Table,
    join,
    passage_of,
)
from extract.finders.tables.events import is_duty
from extract.finders.tables.kinds_of_lists import MOST_ABOVE, are_deeds, are_of_a_plan
from extract.finders.tables.lines import NEW, Line, lines_of_source, with_tables
from extract.finders.tables.undivided.cells_on_lines import rows_on_lines
from extract.finders.tables.undivided.collapsed import collapsed_rows
from extract.finders.tables.undivided.heads import MOST_TITLES, Head, head_in_line, head_on_lines, may_begin
from extract.finders.tables.undivided.run_rows import rows_run_together

FEWEST_ROWS = 2
LEAST_TOLD, LEAST_SURE = 0.8, 0.6
"""Shares of the rows that must have all that the titles promise, and of those that must be told by their words."""
LEAST_ALONE = 0.5
"""Share of the rows of collapsed columns that must be told in one way alone; the others are findings."""
MOST_LINES = 20_000
"""Lines of a table."""


def with_undivided_tables(document: Document) -> Document:
    """A document whose tables that only their words divide are tables."""
    if not may_begin().search(document.text):
        return document
    lines = [piece for line in _lines(document) for piece in _parted_at_titles(line, document.lang)]
    words = [None if isinstance(line.block, Table) else line.block.passage for line in lines]
    told = [n for n, one in enumerate(words) if one is not None and may_begin().search(one.text)]
    near_heads = ((near, _head_near(words, near, 0, document.lang)) for near in reversed(told))
    heads = {placed[0]: (near, *placed) for near, placed in near_heads if placed}
    in_order = [heads[begin] for begin in sorted(heads)]
    found: list[Line] = []
    at = 0
    for (near, begin, head), following in zip_longest(in_order, in_order[1:]):
        if begin < at:
            later = _head_near(words, near, at, document.lang) if near >= at else None
            if later is None:
                continue
            begin, head = later  # noqa: PLW2901  (the lines before are another table's)
        most = following[1] - begin if following else MOST_LINES
        table, behind, rest = _table_below(words, begin, head, document.lang, most)
        if table is not None:
            found += [*lines[at:begin], Line(NEW, table), *(Line(NEW, Paragraph(piece)) for piece in rest)]
            at = behind
    return with_tables(document, lines, [*found, *lines[at:]])


def _lines(document: Document) -> Iterator[Line]:
    """The lines of the blocks, the marker of an item with its words."""
    for of, block in enumerate(document.blocks):
        if isinstance(block, Table):
            yield Line(of, block)
            continue
        passage = block.passage
        if isinstance(block, ListItem) and passage.text:
            start = document.text.rfind(block.marker, 0, passage.offsets[0])
            marker = passage_of(document.text, start, start + len(block.marker)) if start >= 0 else None
            passage = join((marker, passage)) if marker else passage
        spans = "\n" in document.text[passage.offsets[0] : passage.offsets[-1]] if passage.text else False
        for line in lines_of_source(passage, document.text) if spans else (passage,):
            yield Line(of, Paragraph(line))


def _parted_at_titles(line: Line, lang: str) -> Iterator[Line]:
    """A line, as two where titles stand behind other words of it."""
    if isinstance(line.block, Table) or not may_begin().search(line.block.passage.text):
        yield line
        return
    words = line.block.passage
    head = head_in_line(words, lang)
    if head is None or not words.text[: head.begin].strip():
        yield line
        return
    yield Line(line.of, Paragraph(words[: head.begin].strip()))
    yield Line(line.of, Paragraph(words[head.begin :].strip()))


def _head_near(words: Sequence[Passage | None], near: int, least: int, lang: str) -> tuple[int, Head] | None:
    """The titles among which a line is, and the line that they begin at, none before the least."""
    whole = words[near]
    if whole is None:
        return None
    if head := head_in_line(whole, lang):
        return near, head
    for at in range(max(least, near - MOST_TITLES + 1), near + 1):
        run = list(_run(words, at, MOST_TITLES))
        if head := head_on_lines([line.text for line in run], 0, run, lang):
            return at, head
    return None


def _table_below(
    words: Sequence[Passage | None], at: int, head: Head, lang: str, most: int
) -> tuple[Table | None, int, Sequence[Passage]]:
    """The table whose titles begin at a line, the line behind it, and what its last line has more; one on lines has
    none of those from the next titles on.
    """
    if not head.end:
        return (*_on_lines(words, at, head, lang, most), ())
    table, behind, rest = _run_together(words, at, head, lang)
    if table is None:
        return (*_collapsed(words, at, head, lang), ())
    return table, behind, rest


def _run(words: Sequence[Passage | None], at: int, most: int) -> Iterator[Passage]:
    """The lines from one on, up to a table."""
    for line in islice(words, at, at + most):
        if line is None:
            return
        yield line


def _above(words: Sequence[Passage | None], at: int) -> list[str]:
    return [line.text for line in words[max(0, at - MOST_ABOVE) : at] if line is not None]


def _on_lines(words: Sequence[Passage | None], at: int, head: Head, lang: str, most: int) -> tuple[Table | None, int]:
    if not are_of_a_plan(_above(words, at), head.named, lang):
        return None, at
    begin = at + head.size
    rows = rows_on_lines(list(_run(words, begin, min(most - head.size, MOST_LINES))), head, lang)
    while rows and not rows[-1].is_told:
        rows.pop()
    told = sum(row.is_told for row in rows)
    if told < max(FEWEST_ROWS, LEAST_TOLD * len(rows)):
        return None, at
    if not are_deeds([join(row.name).text for row in rows], lang):
        return None, at
    bare = head.without_numbers()
    return _table(bare, [one for row in rows for one in row.rows(bare)]), begin + rows[-1].end


def _run_together(
    words: Sequence[Passage | None], at: int, head: Head, lang: str
) -> tuple[Table | None, int, Sequence[Passage]]:
    if not are_of_a_plan(_above(words, at), head.named, lang):
        return None, at, ()
    first, *further = _run(words, at, MOST_LINES)
    rows = rows_run_together([first[head.end :].strip(), *further], head, lang)
    told, sure = sum(bool(row.told) for row in rows), sum(row.sure for row in rows)
    if len(rows) < FEWEST_ROWS or not sure:
        return None, at, ()
    behind, rest = at + rows[-1].end, rows[-1].rest
    if told < LEAST_TOLD * len(rows) or sure < LEAST_SURE * len(rows):
        if any(is_duty(row.words.text, lang) for row in rows):
            return None, at, ()
        return _table(head, [row.untold().row(head) for row in rows]), behind, rest
    if not are_deeds([row.told["name"].text for row in rows if row.told], lang):
        return None, at, ()
    head = head if rows[0].number else head.without_numbers()
    return _table(head, [row.row(head) for row in rows]), behind, rest


def _collapsed(words: Sequence[Passage | None], at: int, head: Head, lang: str) -> tuple[Table | None, int]:
    if not are_of_a_plan(_above(words, at), head.named, lang):
        return None, at
    found = list(collapsed_rows(list(_run(words, at + 1, MOST_LINES)), head, lambda: _known(words), lang))
    told, sure = sum(bool(columns) for _, columns, _ in found), sum(sure for _, _, sure in found)
    if told < max(FEWEST_ROWS, LEAST_TOLD * len(found)) or sure < LEAST_ALONE * len(found):
        return None, at
    rows: list[Row] = []
    for row, columns, alone in found:
        rows += [Row((Cell((row.section,)),))] if row.section else []
        cells = {"number": row.number, **columns} if alone else {"deadline": join(row.lines)}
        rows.append(Row(tuple(Cell((cells[kind],)) if kind in cells else EMPTY_CELL for kind in head.kinds)))
    return _table(head, rows), at + 1 + found[-1][0].end


def _known(words: Sequence[Passage | None]) -> frozenset[str]:
    """The words of a document that are long enough to tell a torn one."""
    text = "\n".join(line.text for line in words if line is not None)
    return frozenset(re.findall(r"[^\W\d_]{4,}", text.casefold()))


def _table(head: Head, rows: Sequence[Row]) -> Table:
    return Table((Row(tuple(Cell((title,)) for title in head.titles)), *rows))
