"""What an inspection found, told behind a label in a line of its own: "Кемшілік: шам жанбайды." lays nothing down."""

from __future__ import annotations

from dataclasses import replace

from extract.document.blocks import Document, ListItem, Paragraph
from extract.lexicon.phrasing import phrasing


def without_findings(document: Document) -> Document:
    """A Kazakh document without such lines."""
    if document.lang != "kk":
        return document
    label = phrasing("kk").pattern("label_of_finding")
    kept = tuple(
        block
        for block in document.blocks
        if not isinstance(block, Paragraph | ListItem) or label.match(block.passage.text) is None
    )
    return document if len(kept) == len(document.blocks) else replace(document, blocks=kept)
