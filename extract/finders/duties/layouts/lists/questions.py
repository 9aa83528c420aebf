"""Questions that lead in what they are answered by: "Бағбан не істейді? | - қақпаны жабады;" is of the gardener."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, concatenate
from extract.lexicon.phrasing import phrasing


def with_answers(document: Document) -> Document:
    """A Kazakh document whose questions of what somebody does lead in the items below them, as his name would."""
    if document.lang != "kk":
        return document
    pairs = zip_longest(document.blocks, document.blocks[1:])
    blocks = tuple(_as_lead(block, below) for block, below in pairs if block is not None)
    return document if blocks == document.blocks else replace(document, blocks=blocks)


def _as_lead(block: Block, below: Block | None) -> Block:
    """A question or a reminder above an item as the lead-in that it is; another block as it stands."""
    if not isinstance(block, Heading | Paragraph | ListItem) or not isinstance(below, ListItem):
        return block
    match = phrasing("kk").pattern("asks_what_he_does").match(block.passage.text)
    if match is None:
        return block
    mark = match.start("mark") if match["mark"] else match.end("who") - 1
    colon = Passage(":", block.passage.offsets[mark : mark + 1])
    return Paragraph(concatenate([block.passage[match.start("who") : match.end("who")], colon]))
