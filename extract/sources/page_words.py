"""What the page of a register or a portal says around an act is no part of its text."""

from __future__ import annotations

from dataclasses import replace

from extract.document.blocks import Document, Table
from extract.sources.heads.lines.line import is_page_words

LONGEST = 40
"""Characters of the longest words of a button or a status line."""


def without_page_words(document: Document) -> Document:
    """A document without the paragraphs that are buttons or status lines ("Новый", "Отправить по почте")."""
    kept = tuple(
        block
        for block in document.blocks
        if isinstance(block, Table) or len(block.passage) > LONGEST or not is_page_words(block.passage.text)
    )
    return document if len(kept) == len(document.blocks) else replace(document, blocks=kept)
