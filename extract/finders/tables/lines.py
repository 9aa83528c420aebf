"""The lines of the source that blocks stand on, some of which are taken into a table; the others stay as they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import Block, Document, Paragraph, Passage, Table, join

NEW = -1
"""In the place of a block's number: a table made of lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """A block, or a line of one that is parted, and the number of the block that it is of."""

    of: int
    block: Block


def lines_of_source(passage: Passage, text: str) -> Iterator[Passage]:
    """The lines of the source that a paragraph stands on."""
    start = 0
    at = passage.text.find(" ") if _spans_lines(passage, text) else -1
    while at >= 0:
        if "\n" in text[passage.offsets[at] : passage.offsets[min(at + 1, len(passage) - 1)]]:
            yield passage[start:at].strip()
            start = at + 1
        at = passage.text.find(" ", at + 1)
    yield passage[start:].strip()


def _spans_lines(passage: Passage, text: str) -> bool:
    """Whether a line of the source ends within a passage."""
    span = passage.span() if passage.text else None
    return span is not None and "\n" in text[span.start : span.end]


def with_tables(document: Document, lines: Sequence[Line], found: Sequence[Line]) -> Document:
    """The document with the tables found: a block of which no line was taken is whole, a line in lower case behind a
    table goes on with the one before it.
    """
    if all(line.of != NEW for line in found):
        return document
    sizes = Counter(line.of for line in lines)
    kept = Counter(line.of for line in found)
    blocks: list[Block] = []
    before = NEW
    for line in found:
        if line.of == NEW:
            blocks.append(line.block)
        elif kept[line.of] == sizes[line.of]:
            blocks += [document.blocks[line.of]] if line.of != before else []
        elif line.of == before and blocks and (longer := _longer(blocks[-1], line.block)):
            blocks[-1] = longer
        else:
            blocks.append(line.block)
        before = line.of
    return replace(document, blocks=tuple(blocks))


def _longer(block: Block, line: Block) -> Block | None:
    """A block with a line that goes on with its words; None where the line begins anew."""
    if isinstance(block, Table) or not isinstance(line, Paragraph) or not line.passage.text[:1].islower():
        return None
    return replace(block, passage=join((block.passage, line.passage)))
