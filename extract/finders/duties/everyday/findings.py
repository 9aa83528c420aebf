"""Acts of inspection: what was found, what is bidden, who does it and by when, each behind a label of its own.

Замечание 1. Забор сломан. Предписано: завхозу починить забор. Исполнители: завхоз. Устранить до: 5 мая
Кемшілік: шам жанбайды.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.document.blocks import Block, Document, ListItem, Paragraph
from extract.lexicon.phrasing import phrasing


def with_findings(document: Document) -> Document:
    """A document, lines that say behind a label what is bidden cut at their labels, one block each.

    Kazakh lines that say behind a label what was found are left out, for they lay nothing down.
    """
    if document.lang == "kk":
        kept = tuple(block for block in document.blocks if not _was_found(block))
        return document if len(kept) == len(document.blocks) else replace(document, blocks=kept)
    if phrasing("ru").pattern("bids_by_label").search(document.text) is None:
        return document
    return replace(document, blocks=tuple(part for block in document.blocks for part in _parts(block)))


def _was_found(block: Block) -> bool:
    label = phrasing("kk").pattern("label_of_finding")
    return isinstance(block, Paragraph | ListItem) and label.match(block.passage.text) is not None


def _parts(block: Block) -> Iterator[Block]:
    """A paragraph or an item cut before each label that stands in it; any other block as it is."""
    wording = phrasing("ru")
    if (
        not isinstance(block, Paragraph | ListItem)
        or wording.pattern("bids_by_label").search(block.passage.text) is None
    ):
        yield block
        return
    whole = block.passage
    starts = [match.start() for match in wording.pattern("label_of_finding").finditer(whole.text) if match.start()]
    for n, (start, end) in enumerate(zip((0, *starts), (*starts, len(whole)), strict=True)):
        part = whole[start:end].strip()
        if part.text:
            yield replace(block, passage=part) if n == 0 else Paragraph(part)
