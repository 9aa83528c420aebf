"""Titles of Russian statutes that stand on two lines: "Должностная инструкция | садовника", "Положение | о совете"."""

from __future__ import annotations

from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, Paragraph, join
from extract.lexicon.phrasing import phrasing


def with_whole_titles(document: Document) -> Document:
    """A Russian document, the title of each statute in one block."""
    if document.lang != "ru":
        return document
    blocks: list[Block] = []
    for block in document.blocks:
        above = blocks[-1] if blocks else None
        if isinstance(block, Heading | Paragraph) and _opens_title(above) and _is_rest(block):
            assert isinstance(above, Heading | Paragraph)
            blocks[-1] = replace(above, passage=join([above.passage, block.passage]))
        else:
            blocks.append(block)
    return document if len(blocks) == len(document.blocks) else replace(document, blocks=tuple(blocks))


def _opens_title(block: Block | None) -> bool:
    """Whether a block names the kind of a statute, and not whose it is."""
    return isinstance(block, Heading | Paragraph) and bool(
        phrasing("ru").pattern("opens_statute").match(block.passage.text)
    )


def _is_rest(block: Heading | Paragraph) -> bool:
    """Whether a block says whose statute it is: "о школьном совете", "садовника", "САДОВНИКА"."""
    return phrasing("ru").pattern("rest_of_title").match(block.passage.text) is not None
