"""Where the point begins that a block stands in: what stands above each block is told once for all of them.

A text without points has thousands of blocks, and each is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.document.blocks import Block, Heading, ListItem, Paragraph


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above each block, by the number of a block, -1 for none: the nearest that has a number or is a title
    or a table, and the nearest that is no item of a list in brackets ("2)").
    """

    ends: Sequence[int]
    leads: Sequence[int]

    @classmethod
    def of(cls, blocks: Sequence[Block], numbers: Sequence[str | None]) -> Above:
        """What stands above each of some blocks, of which each has perhaps a number."""
        ends, leads = [-1], [-1]
        for at, (block, number) in enumerate(zip(blocks, numbers, strict=True)):
            ends.append(at if number or not isinstance(block, ListItem | Paragraph) else ends[-1])
            leads.append(leads[-1] if _is_in_brackets(block) else at)
        return cls(ends, leads)


def point_above(blocks: Sequence[Block], numbers: Sequence[str | None], above: Above, at: int, free: int) -> int | None:
    """The block that the point above begins with: its own items, and what goes on below them, are part of it."""
    first = above.ends[at]
    if first < free:
        return None
    if not numbers[first] or (isinstance(blocks[first], Heading) and first < at - 1):
        return None
    lead = above.leads[first]
    led_in = _is_in_brackets(blocks[first]) and lead >= free and _leads_in(blocks[lead], numbers[lead])
    return lead if led_in else first


def _is_in_brackets(block: Block) -> bool:
    """Whether a block is an item of a list in brackets: "2) ..."."""
    return isinstance(block, ListItem) and block.marker.endswith(")")


def _leads_in(block: Block, number: str | None) -> bool:
    """Whether a block is a point that ends with a colon."""
    return isinstance(block, ListItem | Paragraph) and bool(number) and block.passage.text.rstrip().endswith(":")
