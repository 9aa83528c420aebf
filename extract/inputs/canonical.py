"""The canonical text of a document that is no text file, and its blocks with offsets into that text.

The text is what evidence points into and what is kept beside the graph. It reads like a word processor's plain
export: a paragraph and a blank line; a tab alone on its line opens a cell, a blank line and a tab a row.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.document.blocks import EMPTY, Block, Cell, Heading, Paragraph, Passage, Row, Table
from extract.document.printed_marks import is_numbered_title, item_of
from extract.document.repairs import clean
from extract.document.title_rows import with_titles_above
from extract.inputs.grids import Spanning, resolve
from extract.inputs.parts import Grid, LeftOut, Part, Prose, Title
from kzedu_graph.language.letters import UNSEEN

_BREAKS = re.compile(r"[\t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff\ud800-\udfff]|[" + UNSEEN + "]")


@dataclass(frozen=True, slots=True)
class Canonical:
    """A text and its blocks, in reading order, and what was left out of it."""

    text: str
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...] = ()


def write_canonical(parts: Iterable[Part]) -> Canonical:
    """The text of the parts, and the blocks that they are in it."""
    pen = _Pen()
    blocks: list[Block] = []
    left_out: list[LeftOut] = []
    for part in parts:
        match part:
            case Title(text, level, anchors):
                passage = pen.paragraph(text, anchors)
                blocks.extend([Heading(passage, level)] if passage.text else [])
            case Prose(text, anchors):
                passage = pen.paragraph(text, anchors)
                blocks.extend([_prose(passage)] if passage.text else [])
            case Grid():
                rows = tuple(pen.row(row) for row in resolve(part))
                if rows:
                    blocks.append(Table(rows))
                    pen.write("\n")
            case LeftOut():
                left_out.append(part)
    return Canonical("".join(pen.written), tuple(with_titles_above(blocks)), tuple(left_out))


@dataclass(slots=True)
class _Pen:
    """Writes, and knows where it stands."""

    written: list[str] = field(default_factory=list)
    at: int = 0

    def write(self, words: str) -> None:
        self.written.append(words)
        self.at += len(words)

    def paragraph(self, text: str, anchors: tuple[str, ...] = ()) -> Passage:
        """A paragraph on its line, a blank line behind it; empty where there is nothing to write."""
        words = unicodedata.normalize("NFC", _BREAKS.sub(" ", _UNWRITABLE.sub("", text))).strip(" ")
        marks = "".join(f"[bookmark: {anchor}]\n" for anchor in anchors)
        start = self.at + len(marks)
        passage = clean(Passage(words, array("I", range(start, start + len(words)))))
        if not passage.text:
            return EMPTY
        self.write(f"{marks}{words}\n\n")
        return passage

    def row(self, cells: tuple[Spanning[str], ...]) -> Row:
        """A row, each cell behind a tab."""
        return Row(tuple(map(self.cell, cells)))

    def cell(self, spanning: Spanning[str]) -> Cell:
        """A cell, blank paragraphs left out."""
        self.write("\t\n")
        found = tuple(passage for text in spanning.paragraphs if (passage := self.paragraph(text)).text)
        if not found:
            self.write("\n")
        return Cell(found, columns=spanning.columns)


def _prose(passage: Passage) -> Block:
    """A paragraph by its words: an item behind a marker, a heading where a short numbered line ends no sentence."""
    return item_of(passage) or (Heading(passage) if is_numbered_title(passage.text) else Paragraph(passage))
