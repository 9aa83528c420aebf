"""Lead-ins of Russian and Kazakh lists that the print hides, as they were meant.

5. Совет: ведет учет;      5. Совет: 1) ведет учет;      Садоводы обязаны;
выдает розы.               2) выдает розы.               1) поливать розы; ...
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, zip_longest

from extract.document.blocks import Block, Document, ListItem, Paragraph, Passage, Table, concatenate
from extract.finders.duties.sentences.ranks import NUMBER, WITHIN, begins_small, rank_of
from kzedu_graph.language.letters import BULLETS

_FIRST = re.compile(rf"\(?[1aаә]\)|[-–—•{BULLETS}]")
_BULLET = re.compile(rf"[-–—•{BULLETS}]")


def with_first_items(document: Document) -> Document:
    """A Russian document, the first item of a list that stands on its lead-in's line in a line of its own.

    "5. Совет: ведет учет; | выдает розы." and "5. Совет: 1) ведет учет; | 2) выдает розы." are lists of two items.
    """
    if document.lang != "ru":
        return document
    blocks: list[Block] = []
    before = ""
    for block, below in zip_longest(document.blocks, document.blocks[1:]):
        at = _end_of_lead(block, below, before)
        before = "" if isinstance(block, Table) else block.passage.text.rstrip()
        if not at or isinstance(block, Table):
            blocks.append(block)
            continue
        first = block.passage[at:].strip()
        marker = _COUNTED_FIRST.match(first.text)
        item = ListItem(marker[0].strip(), first[marker.end() :]) if marker else Paragraph(first)
        blocks += [replace(block, passage=block.passage[:at]), item]
    return replace(document, blocks=tuple(blocks))


def _end_of_lead(block: Block, below: Block | None, before: str) -> int:
    """Where the lead-in of a list ends whose first item stands behind it in a block, by what stands below; else 0."""
    if not isinstance(block, Paragraph | ListItem) or not isinstance(below, Paragraph | ListItem):
        return 0
    text = block.passage.text.rstrip()
    point = block.marker.endswith(".") if isinstance(block, ListItem) else not begins_small(text)
    if not text.endswith(";") or not point or before.endswith((":", ";")):
        return 0
    lead = _LEAD_AND_FIRST.match(text)
    if lead is None:
        return 0
    counted = _COUNTED_FIRST.match(text, lead.end())
    if isinstance(below, ListItem):
        goes_on = counted is not None and below.marker.strip("(") == f"2{counted['sign']}"
    else:
        goes_on = counted is None and begins_small(below.passage.text)
    return lead.end("lead") if goes_on else 0


_LEAD_AND_FIRST = re.compile(r"(?P<lead>[^:;()«»\"]*(?:[(«\"][^()«»\"]*[)»\"][^:;()«»\"]*)*:)\s+(?=[а-яё]|1\))")
_COUNTED_FIRST = re.compile(r"1(?P<sign>\))\s*(?=\S)")


def with_colons(document: Document) -> Document:
    """A document whose lead-ins end in a colon where the print has a semicolon: "Садоводы обязаны; | 1) поливать ...".

    Such a line is no item of a list that goes on, and a list begins right below it, deeper than it stands.
    """
    blocks = list(document.blocks)
    before = above = ""
    item: Block | None = None
    for n, (block, below) in enumerate(pairwise(document.blocks)):
        if not isinstance(block, Paragraph | ListItem):
            continue
        text = block.passage.text.rstrip()
        if text.endswith(";") and not _goes_on_item(item, block, above) and _opens_list(block, below, before):
            at = len(text) - 1
            colon = Passage(":", block.passage.offsets[at : at + 1])
            blocks[n] = replace(block, passage=concatenate([block.passage[:at], colon]))
        above, before = before, text or before
        item = block
    return replace(document, blocks=tuple(blocks))


def _goes_on_item(above: Block | None, block: Paragraph | ListItem, before: str) -> bool:
    """Whether a paragraph is the rest of the item above it, whose line was full: "- довести план до / родителей;".

    In a list whose items close in semicolons, as the one `before` that item does, it may open with a name.
    """
    rest = isinstance(block, Paragraph) and (begins_small(block.passage.text) or before.endswith(";"))
    return rest and isinstance(above, ListItem) and not above.passage.text.rstrip().endswith((":", ";", "."))


def _opens_list(block: Paragraph | ListItem, below: Block, before: str) -> bool:
    """Whether a block's next is the first item of a list that stands deeper than it."""
    if not isinstance(below, ListItem) or not _FIRST.match(below.marker):
        return False
    if isinstance(block, Paragraph):
        text = block.passage.text
        return NUMBER.match(text) is not None or not begins_small(text) or not before.endswith((":", ";"))
    within = _BULLET.match(block.marker) or WITHIN.match(block.marker)
    return within is None and rank_of(below) > rank_of(block)
