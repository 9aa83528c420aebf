"""The plan of action of a paged text: headings, and rows whose number may stand anywhere among their pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extract.document.blocks import Block, Cell, Heading, Passage, Row, Table
from extract.document.repairs import Known, clean, join_lines
from extract.readers.paged_cells import Column, Look, Piece, cells_of, deal
from extract.readers.paged_lines import Chunk, Line, chunks_of, column_width
from extract.readers.paged_pieces import Cutter
from extract.values.label import split_label

_NUMBERING = re.compile(r"\s*1 2 3 4 5\s*")
_ROW_NUMBER = re.compile(r"\s*(?P<number>(?P<whole>\d{1,3})(?:-(?P<part>\d{1,2}))?\.)(?:\s+|$)")
_WORDY = re.compile(r"\w")
INDICATOR_LEVEL = 2


def is_numbering(line: Line) -> bool:
    """Whether a line numbers the columns of a plan of action: "1 2 3 4 5"."""
    return bool(_NUMBERING.fullmatch(line.text))


@dataclass(slots=True)
class _RowLines:
    """A row being put together: its number, and the chunks behind it (and, over a page's end, before it)."""

    number: Passage
    chunks: list[Chunk] = field(default_factory=list)
    before: list[Chunk] = field(default_factory=list)
    at_top: bool = False


@dataclass(slots=True)
class _HeadingLines:
    label: str
    lines: list[Line]
    complete: bool


_Item = _RowLines | _HeadingLines


def read_plan_lines(
    source: str, lang: str, lines: Sequence[Line], known: Known, shorts: frozenset[str]
) -> Iterator[Block]:
    """The blocks of a plan from the lines behind its numbered columns: a heading each, a table for rows between."""
    items = _items(source, lang, [line for line in lines if not is_numbering(line)])
    cutter = Cutter(source, lang, known, _column(items), shorts)
    cutter = replace(cutter, forms=frozenset(_lone_forms(items, cutter)))
    _give_back(items, cutter)
    rows: list[Row] = []
    for item in items:
        if isinstance(item, _RowLines):
            pieces = _pieces(item, cutter)
            cells = cells_of(pieces, deal(pieces)[1], known)
            rows.append(Row((Cell((item.number,)), *cells)))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        passage = clean(join_lines([line.passage(source) for line in item.lines], known))
        yield Heading(passage, INDICATOR_LEVEL if "indicator" in item.label else 1)
    if rows:
        yield Table(tuple(rows))


def _items(source: str, lang: str, lines: Sequence[Line]) -> list[_Item]:
    """Headings and rows in the order of the text; a row takes what stands between its number and the next."""
    items: list[_Item] = []
    waiting: list[Chunk] = []
    last: tuple[int, int] | None = None
    page = -1
    for chunk in chunks_of(lines):
        text = " ".join(line.text for line in chunk)
        label = split_label(text, lang)
        number = _next_number(chunk[0], last)
        above = items[-1] if items else None
        if number:
            last = number
            items.append(_row(source, chunk, waiting, at_top=chunk[0].page != page))
            waiting = []
        elif label and label.kind:
            items.append(_HeadingLines(label.kind, list(chunk), bool(_WORDY.search(text[label.rest :]))))
        elif isinstance(above, _HeadingLines) and not above.complete:
            above.lines.extend(chunk)
            above.complete = True
        elif isinstance(above, _RowLines):
            above.chunks.append(chunk)
        else:
            waiting.append(chunk)
        page = chunk[-1].page
    if waiting:
        items.append(_HeadingLines("", [line for chunk in waiting for line in chunk], complete=True))
    return items


def _next_number(line: Line, last: tuple[int, int] | None) -> tuple[int, int] | None:
    """The row number that a line opens with ("12.", "63-1."), where it is the one that comes next."""
    match = _ROW_NUMBER.match(line.text)
    if match is None:
        return None
    number = int(match["whole"]), int(match["part"] or 0)
    if last is None or number in ((last[0] + 1, 0), (last[0], last[1] + 1)):
        return number
    return None


def _row(source: str, chunk: Chunk, before: list[Chunk], *, at_top: bool) -> _RowLines:
    """A row that opens at a chunk; what stands behind the number on its line opens the name, a stray mark nothing."""
    match = _ROW_NUMBER.match(chunk[0].text)
    end = match.end() if match else 0
    number, rest = chunk[0].cut(end)
    lines = (rest, *chunk[1:]) if _WORDY.search(rest.text) else chunk[1:]
    return _RowLines(number.passage(source).strip(), [lines] if lines else [], before, at_top)


def _pieces(row: _RowLines, cutter: Cutter) -> list[Piece]:
    pieces: list[Piece] = []
    above: Line | None = None
    for chunk in (*row.before, *row.chunks):
        pieces.extend(cutter.pieces(chunk, above))
        above = chunk[-1]
    return pieces


def _give_back(items: Sequence[_Item], cutter: Cutter) -> None:
    """Chunks at the foot of a page, given to the row whose number opens the next page where that reads best."""
    for row, below in pairwise(items):
        if not isinstance(row, _RowLines) or not isinstance(below, _RowLines) or not below.at_top or not row.chunks:
            continue
        page = row.chunks[-1][0].page
        first = next((n for n, chunk in enumerate(row.chunks) if chunk[0].page == page), 0)
        splits = range(len(row.chunks), max(first, len(row.chunks) - len(Column)), -1)
        best = min(splits, key=lambda at: _cost(row, below, at, cutter))
        row.chunks, below.before = row.chunks[:best], row.chunks[best:]


def _cost(row: _RowLines, below: _RowLines, at: int, cutter: Cutter) -> int:
    """What it costs to read two rows with the first one's chunks from `at` on given to the second."""
    shorter = replace(row, chunks=row.chunks[:at])
    longer = replace(below, before=row.chunks[at:])
    return deal(_pieces(shorter, cutter))[0] + deal(_pieces(longer, cutter))[0]


def _lone_forms(items: Sequence[_Item], cutter: Cutter) -> Iterator[str]:
    """Completion forms, and their first lines, of the rows whose cells stand apart on one page."""
    for item in items:
        if isinstance(item, _RowLines) and len(item.chunks) > Column.DEADLINE and not item.at_top:
            piece = cutter.pieces(item.chunks[Column.FORM], item.chunks[Column.NAME][-1])[0]
            if piece.look is Look.TEXT:
                yield clean(join_lines(piece.lines, cutter.known)).text
                yield clean(piece.lines[0]).text


def _column(items: Sequence[_Item]) -> int:
    """The width of the plan's columns; headings run over the whole table and tell nothing of it."""
    rows = [item for item in items if isinstance(item, _RowLines)]
    return column_width([line for row in rows for chunk in row.chunks for line in chunk])
