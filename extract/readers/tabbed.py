"""Layout `tabbed`: a word processor's export in which a tab opens a cell.

Two spellings of it are known, and told apart by what stands behind most tabs:

    stacked   a tab alone on its line, the cell's paragraphs below it, parted by blank lines
    inline    the tab and the cell's first line together, the paragraphs below it without blank lines

In both a blank line before a tab closes the row; the blank line of an empty cell is that cell's own. Where in the
inline spelling that line is missing, rows come out fused; `rows` parts them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby

from extract.document.blocks import Block, Cell, Document, Heading, Paragraph, Passage, Row, Table, passage_of
from extract.document.filled_lines import lines_going_on
from extract.document.printed_marks import is_numbered_title, item_of, may_be_title
from extract.document.repairs import clean
from extract.readers.rows import mend_rows

_INDENTED = re.compile(r"(?:\s?\[bookmark: [^\]\n]*\]\s?)*[ ]?\u00a0{3,}")
_MARKED = re.compile(r"\s?\[bookmark: ")
_CONTINUATION = re.compile(r"[\d(%–-]|(?=[^\W\d_])[^A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")


class Spelling(Enum):
    """How this export writes a cell."""

    STACKED = "stacked"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip(" ")

    @property
    def opens_cell(self) -> bool:
        """Whether the line opens a cell; a plain space may stand before its tab."""
        return self.text.lstrip(" ").startswith("\t")

    @property
    def indented(self) -> bool:
        """Whether the line opens a paragraph of the body: marked or set in by no-break spaces."""
        return bool(_INDENTED.match(self.text) or _MARKED.match(self.text))


@dataclass(slots=True)
class _OpenCell:
    """A cell being read: runs of lines, a run for each paragraph."""

    paragraphs: list[list[_Line]] = field(default_factory=list)

    def add(self, line: _Line, *, opens_paragraph: bool) -> None:
        if opens_paragraph or not self.paragraphs:
            self.paragraphs.append([])
        self.paragraphs[-1].append(line)

    @property
    def empty(self) -> bool:
        return not self.paragraphs


def spelling_of(text: str) -> Spelling:
    """Stacked where at least half of the tabs that open a cell stand alone before a line of words."""
    alone = len(re.findall(r"^\t\n(?=[^\t\n])", text, re.MULTILINE))
    together = len(re.findall(r"^\t(?=[^\t\n])", text, re.MULTILINE))
    return Spelling.STACKED if alone > together else Spelling.INLINE


def read_tabbed(stem: str, text: str, lang: str) -> Document:
    """Any text as a `Document`; lines that open no cell become headings, paragraphs and list items."""
    spelling = spelling_of(text)
    lines = list(_lines(text))
    further = lines_going_on([line.text for line in lines], lang)
    if _sets_in_by_tabs(lines):
        lines = [_without_tab(line) for line in lines]
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        if lines[at].opens_cell:
            table, at = _read_table(text, lines, at, spelling)
            if table.rows:
                blocks.append(table)
        else:
            end = _goes_on(lines, at, spelling)
            while end in further:
                end += 1
            if not lines[at].blank:
                blocks.extend(_block_of(text, lines[at], lines[end - 1].end, spelling))
            at = end
    return Document(stem, lang, text, tuple(blocks))


def _sets_in_by_tabs(lines: list[_Line]) -> bool:
    """Whether tabs set in the first lines of paragraphs, and open no cell.

    Most of them end as sentences do, none is a number alone, and they stand in no rows of as many cells each.
    """
    words = [line.text.strip() for line in lines if line.opens_cell]
    ended = sum(_ENDED.search(one) is not None for one in words)
    cells = any(not one or "\t" in one or _NUMBER_ALONE.fullmatch(one) for one in words) or _stand_in_rows(lines)
    return len(words) >= _FEWEST_SET_IN and not cells and ended >= _MOST_SET_IN * len(words)


def _stand_in_rows(lines: list[_Line]) -> bool:
    """Whether lines with tabs stand in runs that blank lines part, most of them of one length of several lines."""
    runs = [sum(line.opens_cell for line in run) for blank, run in groupby(lines, lambda one: one.blank) if not blank]
    runs = [length for length in runs if length]
    commonest, times = max(Counter(runs).items(), key=lambda one: one[1], default=(0, 0))
    return len(runs) > 1 and commonest > 1 and times >= _MOST_ALIKE * len(runs)


def _without_tab(line: _Line) -> _Line:
    """A line without the tab that sets it in; its place in the text stays what it is."""
    if not line.opens_cell:
        return line
    bare = line.text.lstrip(" \t")
    return _Line(line.start + len(line.text) - len(bare), line.end, bare)


_FEWEST_SET_IN = 2
_MOST_SET_IN = 0.4
"""How many lines with a tab tell, and what share of them ends as sentences and items of lists do."""
_MOST_ALIKE = 0.6
"""What share of the rows of a table have as many cells."""
_ENDED = re.compile(r"(?<!\bг)(?<!\bж)[.;:!?][»”\")]*$")
_NUMBER_ALONE = re.compile(r"№?\s*(?:п/п|р/с|\d[\d.,\s]*[.)]?|[IVXІХ]+[.)]?)")


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for piece in text.split("\n"):
        yield _Line(start, start + len(piece), piece.rstrip("\r"))
        start += len(piece) + 1


def _goes_on(lines: list[_Line], at: int, spelling: Spelling) -> int:
    """The number of the line behind a block: a line set off goes on with lines that begin with no capital.

    So does a numbered one without an end, which is no title, where these end a sentence.
    """
    end = at + 1
    if is_numbered_title(lines[at].text.strip() or "."):
        end = _sentence_end(lines, end)
    if spelling is Spelling.STACKED and _is_set_off(lines[at]):
        while end < len(lines) and _CONTINUATION.match(lines[end].text):
            end += 1
    return end


def _sentence_end(lines: list[_Line], at: int) -> int:
    """The line behind those that go on from one in small letters to the end of a sentence or a lead-in; else `at`."""
    for n in range(at, min(at + _LONGEST_TORN, len(lines))):
        text = lines[n].text.strip()
        if lines[n].opens_cell or not (_SMALL.match(text) if n == at else _GOES_ON.match(text)):
            return at
        if text[-1] in ".;:":
            return n + 1
    return at


_SMALL = re.compile(r"[a-zа-яёәғқңөұүһі]{2}|[а-яё] ")
_GOES_ON = re.compile(r"[^\W\d_]|[(«\"]|\d+ ")
_LONGEST_TORN = 6
"""Lines that a torn sentence may go on over."""


def _block_of(text: str, line: _Line, end: int, spelling: Spelling) -> Iterator[Block]:
    passage = clean(passage_of(text, line.start, end))
    if not passage.text:
        return
    if item := item_of(passage):
        yield item
    elif _is_heading(line, passage, spelling):
        yield Heading(passage)
    else:
        yield Paragraph(passage)


def _is_heading(line: _Line, passage: Passage, spelling: Spelling) -> bool:
    """A line set off by one plain space, or a short numbered line that ends no sentence."""
    if spelling is Spelling.STACKED and _is_set_off(line):
        return True
    return is_numbered_title(passage.text) or (_is_set_off(line) and may_be_title(passage.text))


def _is_set_off(line: _Line) -> bool:
    return line.text.startswith(" ") and line.text[1:2].strip(" \u00a0\t") != ""


def _read_table(text: str, lines: list[_Line], at: int, spelling: Spelling) -> tuple[Table, int]:
    """The table that opens at a line, and the number of the line behind it."""
    rows: list[Row] = []
    cells: list[_OpenCell] = []
    blanks = 0
    while at < len(lines):
        line = lines[at]
        if line.opens_cell:
            if cells and blanks >= (2 if cells[-1].empty else 1):
                rows.append(_close_row(text, cells, spelling))
                cells = []
            cells.append(_OpenCell())
            before, _, words = line.text.partition("\t")
            if words.strip(" "):
                cells[-1].add(_Line(line.start + len(before) + 1, line.end, words), opens_paragraph=True)
            blanks = 0
        elif line.blank:
            blanks += 1
        elif _ends_table(lines, at, cells[-1], blanks, spelling):
            break
        else:
            cells[-1].add(line, opens_paragraph=blanks > 0 or spelling is Spelling.INLINE)
            blanks = 0
        at += 1
    if cells:
        rows.append(_close_row(text, cells, spelling))
    filled = [row for row in rows if any(c.paragraphs for c in row.cells)]
    return Table(mend_rows(filled) if spelling is Spelling.INLINE else tuple(filled)), at


def _ends_table(lines: list[_Line], at: int, cell: _OpenCell, blanks: int, spelling: Spelling) -> bool:
    """Whether a line of words stands behind the table, not in its last cell."""
    line = lines[at]
    if cell.empty and blanks == 0:
        return False
    if line.indented or blanks > 1:
        return True
    if spelling is Spelling.INLINE:
        return blanks > 0
    return _is_set_off(line) and blanks == 0


def _close_row(text: str, cells: list[_OpenCell], spelling: Spelling) -> Row:
    return Row(tuple(_close_cell(text, cell, spelling) for cell in cells))


def _close_cell(text: str, cell: _OpenCell, spelling: Spelling) -> Cell:
    """The cell without its blank paragraphs; inline, where every line is a paragraph, it is kept where they stood."""
    paragraphs: list[Passage] = []
    apart: set[int] = set()
    for run in cell.paragraphs:
        passage = clean(passage_of(text, run[0].start, run[-1].end))
        if passage.text:
            paragraphs.append(passage)
        elif paragraphs:
            apart.add(len(paragraphs))
    return Cell(tuple(paragraphs), frozenset(apart) if spelling is Spelling.INLINE else None)
