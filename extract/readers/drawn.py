"""Tables that plain text shows by lines or by order: box drawing, cells that end in a bar, a paragraph for each cell,
a line for each row.

    ┌──┬──────┐                 Мероприятие |            Мероприятие
    │№ │Срок  │                 Срок |                   Срок
    ├──┼──────┤                 1 | ...                  1. Посадить сад
    │1 │март  │                                          март 2031 года

Each finder gives tables with their places; `read_drawn` reads what stands around them as the layout `tabbed` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.document.blocks import Block, Document, Row, Table
from extract.readers.cell_lines.barred import table_by_bars
from extract.readers.cell_lines.cell_paragraphs import (
    FEWEST_COLUMNS,
    cell_of,
    names_columns,
    table_by_paragraphs,
)
from extract.readers.lined import table_by_columns, table_by_tabs
from extract.readers.tabbed import read_tabbed
from extract.readers.typed.lines import FoundTable, Line
from extract.readers.typed.tables import typed_table

_BAR = re.compile(r"[│┃║|]")
_RULE = re.compile(r"[\s│┃║|+├┤┼┌┐└┘┬┴─━═╔╗╚╝╠╣╦╩╬╟╢╫╪╞╡\-=:]*")
_DRAWN_LINE = re.compile(r"\s*[│┃║┌└├╔╚╠╟╞]|\s*\+[-=+]{3,}\s*$")
FEWEST_LINES = 3


def read_drawn(stem: str, text: str, lang: str) -> Document:
    """A text with its drawn tables as tables; everything else is read as the layout `tabbed` is."""
    tables = list(_tables(text, lang))
    if not tables:
        return read_tabbed(stem, text, lang)
    masked = list(text)
    for table in tables:
        for at in range(table.start, table.end):
            if masked[at] != "\n":
                masked[at] = " "
    around = read_tabbed(stem, "".join(masked), lang)
    placed: list[tuple[int, Block]] = [(table.start, Table(table.rows)) for table in tables]
    placed += [(_start(block), block) for block in around.blocks]
    return Document(stem, lang, text, tuple(block for _, block in sorted(placed, key=lambda one: one[0])))


def has_drawn_tables(text: str, lang: str) -> bool:
    """Whether a text draws a table by lines or by the order of its paragraphs."""
    return next(_tables(text, lang), None) is not None


def has_cells_on_lines(text: str, lang: str) -> bool:
    """Whether a text has a table each of whose cells is a line or a paragraph."""
    lines = list(_lines(text))
    return any(table_by_paragraphs(text, lines, at, lang)[0] is not None for at in range(len(lines)))


def _start(block: Block) -> int:
    if isinstance(block, Table):
        return min(span.start for row in block.rows for span in row.spans())
    return min(block.passage.offsets)


def _tables(text: str, lang: str) -> Iterator[FoundTable]:
    lines = list(_lines(text))
    at = untyped = 0
    while at < len(lines):
        found, behind = _drawn(text, lines, at)
        if found is None and behind == at:
            found, behind = table_by_bars(text, lines, at, lang)
        if found is None and behind == at:
            found, behind = _parted(text, lines, at, lang)
        if found is None and behind == at:
            found, behind = table_by_tabs(text, lines, at)
        if found is None and behind == at:
            found, behind = table_by_columns(text, lines, at, lang)
            if at >= untyped:
                typed, untyped = typed_table(text, lines, at, lang)
                if typed and (found is None or (typed.sure and len(typed.rows) >= len(found.rows))):
                    found, behind = typed, untyped
        if found is None and behind == at:
            found, behind = table_by_paragraphs(text, lines, at, lang)
        if found is not None:
            yield found
        at = max(behind, at + 1)


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for piece in text.split("\n"):
        yield Line(start, start + len(piece), piece)
        start += len(piece) + 1


def _drawn(text: str, lines: Sequence[Line], at: int) -> tuple[FoundTable | None, int]:
    """The table of box drawing that begins at a line, and the line behind it."""
    end = at
    while end < len(lines) and _DRAWN_LINE.match(lines[end].text) and _BAR.search(lines[end].text + "│"):
        end += 1
    while end < len(lines) and end > at and (_DRAWN_LINE.match(lines[end].text) or lines[end].text.strip()[:1] == "|"):
        end += 1
    if end - at < FEWEST_LINES:
        return None, at
    rules = {n for n in range(at, end) if _RULE.fullmatch(lines[n].text)}
    each_ruled = len(rules) > FEWEST_LINES
    rows: list[list[list[tuple[int, int]]]] = []
    opens = True
    for n in range(at, end):
        if n in rules:
            opens = True
            continue
        spans = _between_bars(lines[n])
        first = text[slice(*spans[0])].strip() if spans else ""
        if opens or not rows or len(spans) != len(rows[-1]) or (not each_ruled and first):
            rows.append([[] for _ in spans])
        for cell, span in zip(rows[-1], spans, strict=True):
            cell.append(span)
        opens = False
    cells = tuple(Row(tuple(cell_of(text, spans) for spans in row)) for row in rows)
    filled = tuple(row for row in cells if any(cell.paragraphs for cell in row.cells))
    return (FoundTable(lines[at].start, lines[end - 1].end, filled), end) if len(filled) > 1 else (None, end)


def _between_bars(line: Line) -> list[tuple[int, int]]:
    """Where the cells of a line stand, the outer bars left out."""
    bars = [match.start() for match in _BAR.finditer(line.text)]
    edges = [-1, *bars, len(line.text)]
    spans = [(line.start + a + 1, line.start + b) for a, b in pairwise(edges)]
    if bars and not line.text[: bars[0]].strip():
        spans = spans[1:]
    if bars and not line.text[bars[-1] + 1 :].strip():
        spans = spans[:-1]
    return spans


def _parted(text: str, lines: Sequence[Line], at: int, lang: str) -> tuple[FoundTable | None, int]:
    """The table whose cells are parted by bars, none outside ("1|Посадить сад|май"), that begins at a line with its
    titles, and the line behind it. A line whose first cell is empty and whose words go on in small letters is of the
    row above.
    """
    count = lines[at].text.count("|")
    if count < FEWEST_COLUMNS - 1 or not names_columns([one.strip() for one in lines[at].text.split("|")], lang):
        return None, at
    end = at
    rows: list[list[list[tuple[int, int]]]] = []
    while end < len(lines) and lines[end].text.count("|") == count:
        bars = [n for n, sign in enumerate(lines[end].text) if sign == "|"]
        edges = [-1, *bars, len(lines[end].text)]
        spans = [(lines[end].start + a + 1, lines[end].start + b) for a, b in pairwise(edges)]
        words = [text[slice(*span)].strip() for span in spans]
        if rows and not words[0] and words[1] and all(not word or word[0].islower() for word in words):
            for cell, span in zip(rows[-1], spans, strict=True):
                cell.append(span)
        else:
            rows.append([[span] for span in spans])
        end += 1
    if len(rows) < FEWEST_LINES:
        return None, at
    cells = tuple(Row(tuple(cell_of(text, spans) for spans in row)) for row in rows)
    return FoundTable(lines[at].start, lines[end - 1].end, cells), end
