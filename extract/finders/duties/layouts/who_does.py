"""Who does what, where a point says so without a verb, as the lead-in and the items that it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.document.blocks import Block, ListItem, Paragraph, Passage, concatenate
from extract.finders.duties.moods.lines import without_number


@dataclass(frozen=True, slots=True)
class WhoDoes:
    """Who does what, where a point says so without a verb."""

    who: Passage
    deeds: tuple[Passage, ...]


def as_list(block: Paragraph | ListItem, told: Iterable[WhoDoes]) -> Iterator[Block]:
    """A lead-in and its items for each who acts, below the block's own number or mark."""
    number = block.passage[: len(block.passage) - len(without_number(block))]
    for n, one in enumerate(told):
        lead = concatenate([*([number] if n == 0 else []), one.who, Passage(":", one.who.offsets[-1:])])
        if isinstance(block, ListItem):
            yield ListItem(block.marker, lead, block.level)
            yield from (ListItem("–", deed, block.level + 1) for deed in one.deeds)
        else:
            yield Paragraph(lead)
            yield from (ListItem("–", deed) for deed in one.deeds)
