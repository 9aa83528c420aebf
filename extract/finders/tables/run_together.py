"""Tables whose cells have run together, a row a line, below titles that have run together, too.

    № Мероприятие Срок Ответственные
    Уход за розами
    1. Посадить розы у ворот май-июнь Липова А.Б., Кленов В.Г.
    2. Полить аллею в течение года садовник

A row is parted at the last time in it behind which nobody but persons, posts and units stands; or, where the time is
the last column, before the persons in front of it. A row that nothing parts surely keeps its words in one cell, which
is a finding; so is the table where these are most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from extract.document.blocks import (
    EMPTY_CELL,
    Block,
    Cell,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Passage,
    Row,
    Table,
    join,
    passage_of,
)
from extract.document.printed_marks import may_be_title
from extract.finders.plan.columns.parted_words import parted
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.tables.days import lines_of_source

NEEDED = frozenset({"name", "deadline", "responsible"})
MOST_UNKNOWN = 1
"""Titles of a head that nobody knows."""
LONGEST_HEAD = 200
MOST_FURTHER = 4
"""Lines that a row goes on for."""
FEWEST_ROWS = 2
LEAST_TOLD = 0.5
"""Share of the rows that must be parted for any to be."""
LONGEST_SECTION = 150

_MAY_BEGIN = re.compile(r"^\W*(?:№|N|Р/с)\s*(?:п/п|р/с)?\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]", re.MULTILINE)
_HEAD = re.compile(r"(?:№|N|Р/с)\s*(?:п/п|р/с|№)?\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<=\s)(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_NUMBER = re.compile(r"(?P<number>\d{1,3})(?:[.)]\s*|\s+)(?=[^\W\d_]|[«\"“(])")
_MARKER = re.compile(r"(?P<number>\d{1,3})[.)]?")


@dataclass(frozen=True, slots=True)
class _Head:
    """The titles of a table, the kinds of its columns, and how many blocks they take."""

    row: Row
    kinds: tuple[str, ...]
    size: int


def with_rows_run_together(document: Document) -> Document:
    """A document whose tables that have run together are tables."""
    if not _MAY_BEGIN.search(document.text):
        return document
    document = replace(document, blocks=tuple(_by_lines(document)))
    found: list[Block] = []
    at = 0
    while at < len(document.blocks):
        head = _head_at(document.blocks, at, document.lang)
        rows, behind = _Reader(document, head).rows(at + head.size) if head else ([], at)
        numbered = [row for row in rows if len(row.cells) > 1]
        if head and len(numbered) >= FEWEST_ROWS:
            told = sum(len(row.cells) == len(head.kinds) for row in numbered) >= LEAST_TOLD * len(numbered)
            found.append(Table((head.row, *(rows if told else [_untold(rows)]))))
            at = behind
        else:
            found.append(document.blocks[at])
            at += 1
    return replace(document, blocks=tuple(found))


def _by_lines(document: Document) -> Iterator[Block]:
    """The blocks, from one that holds a head up to the next heading or table each line one of its own."""
    parts = False
    for block in document.blocks:
        if isinstance(block, Table | Heading):
            parts = False
            yield block
            continue
        lines = list(lines_of_source(block.passage, document.text)) if parts or "№" in block.passage.text else []
        heads = (_head_at(list(map(Paragraph, lines[n:])), 0, document.lang) for n in range(len(lines)))
        parts = parts or any(heads)
        if parts and len(lines) > 1:
            yield replace(block, passage=lines[0])
            yield from map(Paragraph, lines[1:])
        else:
            yield block


def _untold(rows: Sequence[Row]) -> Row:
    """Rows that cannot be told apart as one of one cell."""
    return Row((Cell(tuple(row.passage() for row in rows)),))


def _head_at(blocks: Sequence[Block], at: int, lang: str) -> _Head | None:
    """The titles that begin at a block, perhaps on two lines; each begins with a capital, and most are known."""
    for size in (1, 2):
        lines = [_words_of(block) for block in blocks[at : at + size]]
        if len(lines) < size or not all(line and line.text for line in lines):
            return None
        whole = join(line for line in lines if line)
        number = _HEAD.match(whole.text)
        if not number or len(whole) > LONGEST_HEAD:
            return None
        cuts = [0, number.end(), *(one.start() for one in _CAPITAL.finditer(whole.text, number.end())), len(whole)]
        titles = [whole[a:b].strip() for a, b in pairwise(sorted(set(cuts)))]
        kinds = ("number", *(kind_of_title(title.text, lang) for title in titles[1:]))
        if set(kinds) >= NEEDED and kinds.count("") <= MOST_UNKNOWN and len(set(kinds)) == len(kinds):
            return _Head(Row(tuple(Cell((title,)) for title in titles)), kinds, size)
    return None


def _words_of(block: Block) -> Passage | None:
    return None if isinstance(block, Table) else block.passage


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows below a head."""

    document: Document
    head: _Head

    def rows(self, at: int) -> tuple[list[Row], int]:
        """The rows from a block on, and the block behind the last of them."""
        blocks, rows = self.document.blocks, list[Row]()
        expected, end = 1, at
        while at < len(blocks):
            number = self._number(blocks[at])
            if number is None:
                section = self._section(blocks, at, expected)
                if section is None:
                    break
                rows.append(section)
                at += 1
                continue
            cells, size = self._row(at)
            rows.append(Row((number, *cells)))
            end = at = at + size
            expected = int(number.text) + 1
        return rows[: self._last(rows)], end

    def _last(self, rows: Sequence[Row]) -> int:
        """Behind the last row that is no section."""
        return next((n for n in range(len(rows), 0, -1) if len(rows[n - 1].cells) > 1), 0)

    def _number(self, block: Block) -> Cell | None:
        """The number that a row begins with."""
        if isinstance(block, ListItem):
            match = _MARKER.fullmatch(block.marker)
            start = self.document.text.rfind(block.marker, 0, block.passage.span().start) if match else -1
            return Cell((passage_of(self.document.text, start, start + match.end("number")),)) if match else None
        passage = _words_of(block)
        found = _NUMBER.match(passage.text) if passage else None
        return Cell((passage.group(found, "number"),)) if passage and found else None

    def _section(self, blocks: Sequence[Block], at: int, expected: int) -> Row | None:
        """A line between two rows that names the part which the next is of; None where no row follows."""
        passage = _words_of(blocks[at])
        number = self._number(blocks[at + 1]) if at + 1 < len(blocks) else None
        if passage is None or number is None or int(number.text) not in (1, expected):
            return None
        named = may_be_title(passage.text.rstrip(":")) and len(passage) <= LONGEST_SECTION
        return Row((Cell((passage,)),)) if named else None

    def _row(self, at: int) -> tuple[Sequence[Cell], int]:
        """The cells of a row behind its number, and how many blocks it takes; one cell where nothing parts it."""
        blocks = self.document.blocks
        lines: list[Passage] = []
        for n in range(at, min(at + 1 + MOST_FURTHER, len(blocks))):
            passage = _words_of(blocks[n])
            if passage is None or (lines and self._number(blocks[n]) is not None):
                break
            match = None if lines or isinstance(blocks[n], ListItem) else _NUMBER.match(passage.text)
            lines.append(passage[match.end() :] if match else passage)
            if cells := self._parted(join(lines)):
                return cells, len(lines)
        own = 1 + sum(1 for _ in takewhile(lambda line: line.text[:1].islower(), lines[1:]))
        return [Cell((join(lines[:own]),))], own

    def _parted(self, whole: Passage) -> list[Cell]:
        """The cells of a row's words; none where nothing parts them surely."""
        told = parted(whole, self.head.kinds, self.document.lang)
        return [Cell((told[kind],)) if kind in told else EMPTY_CELL for kind in self.head.kinds[1:]] if told else []
