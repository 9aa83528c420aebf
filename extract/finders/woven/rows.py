"""The rows of a typed table below its head, told apart by bars, by places or by words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from extract.document.blocks import EMPTY_CELL, Cell, Document, Passage, Row, concatenate, join, passage_of
from extract.document.repairs import clean
from extract.finders.woven.groups import Group, groups_of
from extract.finders.woven.heads import Head, Line, between_bars, lines_of
from extract.finders.woven.scales import Scales
from extract.finders.woven.unweaving import LIKELY, Loom
from extract.finders.woven.words import TORN, WORTH, Company, keeps_its_hyphen, makes_a_word
from kzedu_graph.language.letters import fold_homoglyphs

MOST_HEADING_LINES = 4
FEWEST_ROWS = 2
"""Rows of a table that are told apart by their words: one may be anything."""
FEWEST_MEASURED = 6
"""Rows from which widths are learned that no strokes tell."""
LEAST_READ = 0.5
"""Share of such a table's rows that must be told apart for any to be."""
_WORD = re.compile(r"\S+")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_STRUCK = re.compile(r"\(.*\)\.?")


@dataclass(slots=True)
class RowReader:
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
