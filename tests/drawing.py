"""Blocks as plain words, for tests to compare."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import Block, Heading, ListItem, Paragraph, Table


def drawn(blocks: Sequence[Block]) -> list[object]:
    """Each block as a line, a table as its rows; paragraphs of a cell are parted by a slash."""
    out: list[object] = []
    for block in blocks:
        match block:
            case Heading(passage, level):
                out.append(f"H{level} {passage.text}")
            case Paragraph(passage):
                out.append(f"P {passage.text}")
            case ListItem(marker, passage):
                out.append(f"L {marker} {passage.text}")
            case Table(rows):
                out.append([[" / ".join(p.text for p in cell.paragraphs) for cell in row.cells] for row in rows])
    return out
