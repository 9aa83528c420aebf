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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
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
from extract.finders.tables.events import is_duty
from extract.finders.tables.kinds_of_lists import MOST_ABOVE, are_deeds, are_of_another_kind
from extract.finders.tables.lines import NEW, Line, lines_of_source, with_tables
from extract.finders.tables.nearest_heads import around_the_only_head
from extract.lexicon.headings import in_any_language

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

_CAPITAL = re.compile(r"(?<=\s)(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")
_NUMBER = re.compile(r"(?P<number>\d{1,3})(?:[.)]\s*|\s+)(?=[^\W\d_]|[«\"“(])")
_MARKER = re.compile(r"(?P<number>\d{1,3})[.)]?")


@cache
def _may_begin() -> re.Pattern[str]:
    return re.compile(rf"^[^\w\n]*?{_numbers_title()}\s+[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]", re.MULTILINE)


@cache
def _head_begins() -> re.Pattern[str]:
    return re.compile(rf"{_numbers_title()}\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])", re.IGNORECASE)


def _numbers_title() -> str:
    """The title of the numbers: "№ п/п"."""
    number, numbers = in_any_language("tables", "number"), in_any_language("tables", "numbers")
    return rf"(?:{number})\s*(?:{numbers})?"


@dataclass(frozen=True, slots=True)
class _Head:
    """The titles of a table, the kinds of its columns, and how many blocks they take."""

    row: Row
    kinds: tuple[str, ...]
    size: int


def with_rows_run_together(document: Document) -> Document:
    """A document whose tables that have run together are tables."""
    if not _may_begin().search(document.text):
        return document
    lines = list(_by_lines(document))
    blocks = [line.block for line in lines]
    found: list[Line] = []
    at = 0
    while at < len(blocks):
        head = _head_at(blocks, at, document.lang)
        if head and are_of_another_kind(_above(blocks, at), document.lang):
            head = None
        rows, behind = _Reader(document, blocks, head).rows(at + head.size) if head else ([], at)
        read = _as_told(rows, head, document.lang) if head else []
        if head and read:
            found.append(Line(NEW, Table((head.row, *read))))
            at = behind
        else:
            found.append(lines[at])
            at += 1
    return with_tables(document, lines, found)


def _above(blocks: Sequence[Block], at: int) -> list[str]:
    return [words.text for block in blocks[max(0, at - MOST_ABOVE) : at] if (words := _words_of(block))]


def _as_told(rows: Sequence[Row], head: _Head, lang: str) -> Sequence[Row]:
    """The rows, in one cell where most are not told; none where none is, or where duties would be in that cell."""
    numbered = [row for row in rows if len(row.cells) > 1]
    told = sum(len(row.cells) == len(head.kinds) for row in numbered)
    if len(numbered) < FEWEST_ROWS or not told:
        return []
    named = [row.cells[head.kinds.index("name")].text for row in numbered if len(row.cells) == len(head.kinds)]
    if not are_deeds(named, lang):
        return []
    if told >= LEAST_TOLD * len(numbered):
        return rows
    return [] if any(is_duty(row.cells[1].text, lang) for row in numbered) else [_untold(rows)]


def _by_lines(document: Document) -> Iterator[Line]:
    """The blocks, from one that holds a head up to the next heading or table each line one of its own."""
    parts = False
    for of, block in enumerate(document.blocks):
        if isinstance(block, Table | Heading):
            parts = False
            yield Line(of, block)
            continue
        lines = list(lines_of_source(block.passage, document.text)) if parts or "№" in block.passage.text else []
        heads = (_head_at([Paragraph(line) for line in lines[n : n + 2]], 0, document.lang) for n in range(len(lines)))
        parts = parts or any(heads)
        if parts and len(lines) > 1:
            yield Line(of, replace(block, passage=lines[0]))
            yield from (Line(of, Paragraph(line)) for line in lines[1:])
        else:
            yield Line(of, block)


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
        number = _head_begins().match(whole.text)
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
    blocks: Sequence[Block]
    head: _Head

    def rows(self, at: int) -> tuple[list[Row], int]:
        """The rows from a block on, and the block behind the last of them."""
        blocks, rows, ends = self.blocks, list[Row](), list[int]()
        expected = 1
        while at < len(blocks):
            number = self._number(blocks[at])
            if number is None:
                section = self._section(blocks, at, expected)
                if section is None:
                    break
                rows.append(section)
                at += 1
                ends.append(at)
                continue
            cells, size = self._row(at)
            rows.append(Row((number, *cells)))
            at += size
            ends.append(at)
            expected = int(number.text) + 1
        last = self._last(rows)
        return rows[:last], ends[last - 1] if last else at

    def _last(self, rows: Sequence[Row]) -> int:
        """Behind the last row that is no section, nor a point that follows the table."""
        return next((n for n in range(len(rows), 0, -1) if self._is_row(rows[n - 1])), 0)

    def _is_row(self, row: Row) -> bool:
        """Whether a row is told, or its words, though they are not told apart, are no sentence or duty."""
        if len(row.cells) == len(self.head.kinds):
            return True
        words = row.cells[-1].text
        return len(row.cells) > 1 and not words.endswith(".") and not is_duty(words, self.document.lang)

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
        blocks = self.blocks
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

    def _likely(self, whole: Passage) -> Mapping[str, Passage]:
        """The columns of a row told by the only post or unit in it, where its time stands first or last."""
        order = [kind for kind in self.head.kinds if kind in NEEDED]
        return {} if order.index("deadline") == 1 else around_the_only_head(whole, order, self.document.lang)

    def _parted(self, whole: Passage) -> list[Cell]:
        """The cells of a row's words; none where nothing parts them surely."""
        told = parted(whole, self.head.kinds, self.document.lang) or self._likely(whole)
        return [Cell((told[kind],)) if kind in told else EMPTY_CELL for kind in self.head.kinds[1:]] if told else []
