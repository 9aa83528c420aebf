"""The mark by which a register tells that words were changed, "<*>": no word of an act, though its items end in it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage, concatenate

_MARK = re.compile(r"\s*<\*+>")


def without_change_marks(document: Document) -> Document:
    """A document whose lines end as the act has them: "көшет егу; <*>", "посадка цветов. <*>"."""
    if "<*" not in document.text:
        return document
    blocks = (
        replace(block, passage=_unmarked(block.passage)) if isinstance(block, Heading | Paragraph | ListItem) else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def _unmarked(passage: Passage) -> Passage:
    marks = [match.span() for match in _MARK.finditer(passage.text)]
    if not marks:
        return passage
    edges = [0, *(place for mark in marks for place in mark), len(passage.text)]
    kept = [passage[start:end] for n, (start, end) in enumerate(pairwise(edges)) if n % 2 == 0 and start < end]
    return concatenate(kept) if kept else passage[:0]
