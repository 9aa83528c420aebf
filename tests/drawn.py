"""The blocks of a document as lines of text, for cases that state what a reader must see; and their passages."""

from __future__ import annotations

from collections.abc import Iterator

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Table


def draw(block: Block) -> str:
    match block:
        case Heading(passage, level):
            return f"H{level} {passage.text}"
        case Paragraph(passage):
            return f"P {passage.text}"
        case ListItem(marker, passage, level):
            return f"{level} {marker} {passage.text}"
        case Table(rows):
            cells = [" | ".join(" / ".join(p.text for p in cell.paragraphs) for cell in row.cells) for row in rows]
            return "\n".join(["T", *(f"  {row}" for row in cells)])


def passages(document: Document) -> Iterator[Passage]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (p for row in block.rows for cell in row.cells for p in cell.paragraphs)
        else:
            yield block.passage
