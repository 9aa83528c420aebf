"""Typed tables whose lines a conversion has left as text, as tables: a head between bars, rows behind their numbers.

    N  ! Мероприятие      ! Форма     !Ответственные ! Срок
    ___!__________________!___________!______________!___________
    1. Посадить сады во Проект МП, I квартал          columns run together: told apart by their words
    2. ! Полить сады      ! Отчет     ! МП           ! май            by bars
    3.   Срыть горы         План        МП             июнь           by their places
    ______________________________________________________________
    2. Аллеи                                          a heading between two lines of strokes

A row that cannot be told apart keeps its words in one cell, which is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from extract.document.blocks import (
    EMPTY_CELL,
    Block,
    Cell,
    Document,
    Heading,
    Passage,
    Row,
    Table,
    concatenate,
    join,
    passage_of,
)
from extract.document.repairs import clean
from extract.finders.woven.groups import Group, groups_of, opens_rows
from extract.finders.woven.heads import MOST_HEAD_LINES, Head, Line, between_bars, head_at, lines_of
from extract.finders.woven.scales import Scales
from extract.finders.woven.unweaving import LIKELY, Loom
from extract.finders.woven.words import TORN, WORTH, Company, keeps_its_hyphen, makes_a_word
from extract.lexicon.headings import heading_words
from kzedu_graph.language.letters import UPPER, fold_homoglyphs

DEEPEST_HEADING = 6
"""The level of the last heading that a text marks as one; bold words may stand in a table."""
LONGEST_LINE = 1.3
"""How much longer than the strokes of a head a line may be that belongs to its table."""
LONGEST_UNKNOWN = 110
"""Letters of such a line where no strokes tell."""
MOST_HEADING_LINES = 4
FEWEST_ROWS = 2
"""Rows of a table that are told apart by their words: one may be anything."""
FEWEST_MEASURED = 6
"""Rows from which widths are learned that no strokes tell."""
LEAST_READ = 0.5
"""Share of such a table's rows that must be told apart for any to be."""

_MAY_BEGIN = re.compile(r"^(?:[^\n!|¦│]*[!|¦│]){3}|^[ ]*(?:N|№|р/с|п/п)[ ](?:.*\n){2}", re.MULTILINE)
"""A line of titles: parted by bars, or the first of several."""
_SECTION = re.compile(r"(?:\d{1,2}|[IVXІХ]{1,5})\s*\.\s*\S")
"""How a heading begins that may stand between rows."""
_SIGNED = re.compile(rf".*\S\s{{3,}}(?:[{UPPER}]\.\s?){{1,2}}[{UPPER}][\w-]+\s*$")
"""Who signed, far behind his post: "Аким сада                А. Садов"."""
_WORD = re.compile(r"\S+")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_STRUCK = re.compile(r"\(.*\)\.?")


def with_woven_tables(document: Document) -> Document:
    """A document whose typed tables are tables."""
    if not _MAY_BEGIN.search(document.text):
        return document
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        found = _table_at(document, at)
        if found is None:
            blocks.append(document.blocks[at])
            at += 1
        else:
            blocks.append(found[0])
            at = found[1]
    return replace(document, blocks=tuple(blocks))


def _table_at(document: Document, at: int) -> tuple[Table, int] | None:
    """The table whose head stands in a block, and the block behind it."""
    if not _is_text(document.blocks[at]):
        return None
    start, end = _place(document.blocks[at])
    start = document.text.rfind("\n", 0, start) + 1
    if not _MAY_BEGIN.search(document.text, start, end):
        return None
    behind = at + 1
    while behind < len(document.blocks) and not _closes(document.blocks[behind]):
        behind += 1
    stop = _place(document.blocks[behind])[0] if behind < len(document.blocks) else len(document.text)
    stop = document.text.rfind("\n", 0, stop) + 1 if stop < len(document.text) else stop
    opening = lines_of(document.text, start, _behind_lines(document.text, start, stop))
    if not opening or head_at(document.text, opening, 0, document.lang) is None:
        return None
    lines = lines_of(document.text, start, stop)
    head = head_at(document.text, lines, 0, document.lang)
    body = _of_table(lines[head.size :], head, document.lang) if head is not None else []
    if head is None or not any(group.number for group in groups_of(document.text, body, document.lang)):
        return None
    reader = _Reader(document, head, start)
    rows = list(reader.rows(body))
    if reader.by_words and reader.doubtful:
        rows = list(replace(reader, woven=False).rows(body))
    last = body[-1]
    over = last.start + len(last.text)
    behind = next((n for n in range(at + 1, behind) if _place(document.blocks[n])[0] > over), behind)
    return Table((head.row, *rows)), behind


def _behind_lines(text: str, start: int, stop: int) -> int:
    """The place behind as many lines as a head takes at most, blank ones among them."""
    for _ in range(2 * MOST_HEAD_LINES):
        start = text.find("\n", start, stop) + 1
        if not start:
            return stop
    return start


def _is_text(block: Block) -> bool:
    """Whether a block has words that no table parts: one of text, or a table of one cell."""
    if isinstance(block, Table):
        return sum(bool(cell.paragraphs) for row in block.rows for cell in row.cells) == 1
    return bool(block.passage.text)


def _closes(block: Block) -> bool:
    """Whether no typed table goes on over a block."""
    heading = isinstance(block, Heading) and block.level <= DEEPEST_HEADING
    return isinstance(block, Table) or (heading and not _SECTION.match(block.passage.text))


def _place(block: Block) -> tuple[int, int]:
    spans = [span for row in block.rows for span in row.spans()] if isinstance(block, Table) else block.passage.spans()
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else (0, 0)


def _of_table(lines: Sequence[Line], head: Head, lang: str) -> list[Line]:
    """The lines up to one that is too long for the table."""
    longest = head.width * LONGEST_LINE if head.width else LONGEST_UNKNOWN
    end = next((n for n, line in enumerate(lines) if len(" ".join(line.text.split())) > longest), len(lines))
    foreign = (n for n, line in enumerate(lines[:end]) if line.titled and not opens_rows(line, lines[n + 1 :]))
    end = next(foreign, end)
    while end and not lines[end - 1].is_rule and end < len(lines) and not lines[end].is_rule and not lines[end].apart:
        end -= 1
    return list(lines[: _last_row(lines[:end], len(head.kinds) - 1, lang)])


def _last_row(lines: Sequence[Line], bars: int, lang: str) -> int:
    """Where the rows end: at a note or a signature, and below rows with bars at a paragraph that has none."""
    notes = tuple(heading_words(lang).notes)
    closed = (
        n
        for n, line in enumerate(lines)
        if line.apart and (line.text.lstrip().casefold().startswith(notes) or _SIGNED.match(line.text))
    )
    end = next(closed, len(lines))
    barred = [n for n, line in enumerate(lines[:end]) if len(line.bars) == bars and not line.is_rule]
    if not barred:
        return end
    below = range(barred[-1] + 1, end)
    return next((n for n in below if lines[n].apart and not lines[n].bars and not lines[n].is_rule), end)


@dataclass(slots=True)
class _Reader:
    """Reads the lines below a head; `told` counts the rows whose cells it has told apart, `by_words` those of them
    whose columns have run together.
    """

    document: Document
    head: Head
    start: int
    told: int = 0
    by_words: int = 0
    numbered: int = 0
    woven: bool = True
    """Whether words may tell the cells of a row apart."""

    @property
    def doubtful(self) -> bool:
        """Whether too few rows have been told apart to believe those that have."""
        fewest = FEWEST_ROWS if all(self.head.widths) else max(FEWEST_ROWS, self.numbered * LEAST_READ)
        return self.by_words == self.told < fewest

    def rows(self, lines: Sequence[Line]) -> Iterator[Row]:
        """The rows of the lines, headings set across."""
        groups = list(groups_of(self.document.text, lines, self.document.lang))
        loom = self._loom(groups) if self.woven else None
        self.numbered = sum(bool(group.number) for group in groups)
        for group, below in zip(groups, [*groups[1:], None], strict=True):
            if not group.number:
                yield Row((self._whole(group),))
                continue
            if group.lines[0].titled:
                yield Row((self._whole(group),))
                continue
            parted = self._by_bars(group) or self._by_places(group)
            barred = any(line.bars for line in group.lines)
            cells = parted or ([] if barred else self._by_words(group, loom))
            if cells:
                self.told += 1
                self.by_words += not parted
                yield Row((self._number(group), *cells))
            elif self._is_heading(group, below):
                yield Row((self._whole(group),))
            elif not _STRUCK.fullmatch(" ".join(word[0] for line in self._words(group) for word in line)):
                yield Row((self._number(group), self._whole(replace(group, number=""))))

    def _loom(self, groups: Sequence[Group]) -> Loom | None:
        """What tells the columns apart: the running text above them, and the rows that are clear at once; None where
        nothing tells how wide they are, for want of strokes and of rows, or of words that tell what is in a column.
        """
        running = [line.text for line in lines_of(self.document.text, 0, self.start)]
        rows = [_plain(self._words(group)) for group in groups if group.number and len(group.lines) > 1]
        company = Company.of(running, self.document.lang, rows)
        loom = Loom(Scales(self.head.kinds[1:], company, self.document.lang), self.head.widths[1:])
        if not all(self.head.widths):
            if len(rows) < FEWEST_MEASURED or not set(self.head.kinds[1:]) <= set(WORTH):
                return None
            loom = loom.measured(rows, self.head.width)
        return loom.taught(filter(None, (loom.read(row, LIKELY) for row in rows)))

    def _is_heading(self, group: Group, below: Group | None) -> bool:
        """Whether a numbered line is the heading of rows: those below have numbers that go on from its own, or strokes
        part it from them.
        """
        if len(group.lines) > MOST_HEADING_LINES:
            return False
        return below is not None and (group.ruled or below.number.startswith(f"{group.number}."))

    def _words(self, group: Group) -> list[list[re.Match[str]]]:
        """The words of each line of a row, its number left out."""
        return [list(_WORD.finditer(line.text, 0 if n else group.behind)) for n, line in enumerate(group.lines)]

    def _number(self, group: Group) -> Cell:
        start = group.lines[0].start
        return Cell((self._passage(start, start + group.behind).strip(" !|"),))

    def _whole(self, group: Group) -> Cell:
        """The words of a group as one, its number among them where it says so."""
        first = group.lines[0]
        begins = len(first.text) - len(first.text.lstrip()) if group.number or not group.behind else group.behind
        spans = [(first.start + begins, first.start + len(first.text))]
        spans += [(line.start, line.start + len(line.text)) for line in group.lines[1:]]
        return self._cell(spans)

    def _by_bars(self, group: Group) -> list[Cell]:
        """The cells of a row whose every line has the bars of the head; none for any other row."""
        columns = len(self.head.kinds)
        if any(len(line.bars) != columns - 1 for line in group.lines):
            return []
        pieces = [between_bars(line) for line in group.lines]
        return [self._cell([piece[column] for piece in pieces]) for column in range(1, columns)]

    def _by_places(self, group: Group) -> list[Cell]:
        """The cells of a row whose lines have kept their blanks: all are parted where the strokes of the head are."""
        if not all(self.head.widths):
            return []
        edges = [n + column for column, n in enumerate(accumulate(self.head.widths[:-1]))]
        wide = any(re.search(r"\S\s{2,}\S", line.text[group.behind * (n == 0) :]) for n, line in enumerate(group.lines))
        if not wide or any(line.text[edge : edge + 1].strip() for line in group.lines for edge in edges):
            return []
        cells = [
            self._cell(
                [
                    (line.start + start, line.start + min(end, len(line.text)))
                    for line in group.lines
                    if len(line.text) > start
                ]
            )
            for start, end in pairwise([*edges, max(len(line.text) for line in group.lines) + 1])
        ]
        return cells if sum(bool(cell.paragraphs) for cell in cells) > 1 else []

    def _by_words(self, group: Group, loom: Loom | None) -> list[Cell]:
        """The cells of a row whose columns have run together, told apart by their words; none where they cannot be."""
        lines = self._words(group)
        reading = loom.read(_plain(lines)) if loom else None
        if loom is None or reading is None:
            return []
        spans: list[list[tuple[int, int]]] = [[] for _ in self.head.kinds[1:]]
        for line, found, pieces in zip(group.lines, lines, reading.pieces, strict=True):
            for column, piece in enumerate(pieces):
                if piece:
                    spans[column].append((line.start + found[piece[0]].start(), line.start + found[piece[1] - 1].end()))
        return [self._cell(of_column) for of_column in spans]

    def _passage(self, start: int, end: int) -> Passage:
        return clean(passage_of(self.document.text, start, end).replace(_ESCAPE, ""))

    def _cell(self, spans: Sequence[tuple[int, int]]) -> Cell:
        """The pieces of a cell as one paragraph, words put together that the dictionary knows whole."""
        pieces = [piece for span in spans if (piece := self._passage(*span)).text]
        whole: list[Passage] = []
        for piece in pieces:
            if whole and TORN.search(whole[-1].text):
                last, first = whole[-1].text.split()[-1], piece.text.split()[0]
                known = self.document.lang == "ru" and makes_a_word(last, first, self.document.lang)
                if known or first[0].isupper():
                    kept = first[0].isupper() or keeps_its_hyphen(last, first)
                    whole[-1] = concatenate((whole[-1] if kept else whole[-1][:-1], piece))
                    continue
            whole.append(piece)
        return Cell((join(whole),)) if whole else EMPTY_CELL


def _plain(lines: Sequence[Sequence[re.Match[str]]]) -> list[list[str]]:
    """The words of lines, look-alike letters undone, without the strokes that keep a sign from being a mark."""
    return [[fold_homoglyphs(_ESCAPE.sub("", word[0])) for word in line] for line in lines]
