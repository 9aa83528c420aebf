"""Acts of inspection: what was found, what is bidden, who does it and by when, each behind a label of its own.

Замечание 1. Забор сломан. Предписано: завхозу починить забор. Исполнители: завхоз. Устранить до: 5 мая
Кемшілік: шам жанбайды.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph
from extract.language.sentences import split_sentences
from extract.lexicon.phrasing import phrasing


def with_findings(document: Document) -> Document:
    """A document, lines that say behind a label what is bidden cut at their labels, one block each.

    Of a Kazakh one what an inspection only saw is left out, up to the part where it bids, and so is what is said
    behind the label of a finding: only what binds somebody is kept.
    """
    if document.lang == "kk":
        return _without_seen(document)
    if phrasing("ru").pattern("bids_by_label").search(document.text) is None:
        return document
    return replace(document, blocks=tuple(part for block in document.blocks for part in _parts(block)))


def _without_seen(document: Document) -> Document:
    """A Kazakh document without what was seen and binds nobody."""
    wording = phrasing("kk")
    inspects = _inspects(document)
    if not inspects and wording.pattern("label_of_finding_within").search(document.text) is None:
        return document
    blocks: list[Block] = []
    seen = inspects
    for block in document.blocks:
        seen = seen and not _opens_bidding(block)
        blocks.extend(_kept(block, seen=seen, inspects=inspects))
    return document if blocks == list(document.blocks) else replace(document, blocks=tuple(blocks))


def _inspects(document: Document) -> bool:
    """Whether a Kazakh text is an act of inspection by its title: "Бақты тексеру актісі"."""
    title = phrasing("kk").pattern("act_of_findings")
    first = (block for block in document.blocks[:_BLOCKS_OF_TITLE] if isinstance(block, Heading | Paragraph))
    return any(len(one.passage) <= _LONGEST_TITLE and title.search(one.passage.text) is not None for one in first)


_BLOCKS_OF_TITLE, _LONGEST_TITLE = 12, 200


def _opens_bidding(block: Block) -> bool:
    """Whether the part of an act of inspection begins that bids: "Қорытынды", "Нұсқамалар:"."""
    if not isinstance(block, Heading | Paragraph | ListItem) or len(block.passage) > _LONGEST_TITLE:
        return False
    return phrasing("kk").pattern("part_that_bids").match(block.passage.text) is not None


def _kept(block: Block, *, seen: bool, inspects: bool) -> Iterator[Block]:
    """What of a block is read: all but what was found, and in the part where it is told what was `seen` what binds."""
    if not isinstance(block, Paragraph | ListItem):
        yield block
        return
    label = phrasing("kk").pattern("label_of_finding").match(block.passage.text)
    rest = block.passage[label.end() :] if label is not None else block.passage
    tells = label is not None or (seen and phrasing("kk").pattern("done_at_inspection").search(rest.text) is not None)
    if not tells or not any(map(str.isalnum, rest.text)):
        yield block
        return
    places = split_sentences(rest.text, "kk")
    binding = [n for n, (start, end) in enumerate(places) if _binds(rest.text[start:end])]
    if seen and label is None:
        first = (*binding, len(places))[0]
    else:
        first = 1 if (inspects or binding) and 0 not in binding else 0
    if first < len(places):
        yield replace(block, passage=rest[places[first][0] :])


def _binds(sentence: str) -> bool:
    """Whether a sentence of an act of inspection bids, forbids or lets, and does not only tell what is."""
    return phrasing("kk").pattern("binds_in_act").search(sentence) is not None


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
