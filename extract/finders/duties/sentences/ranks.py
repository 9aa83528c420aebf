"""How deep a block stands in a list, by the mark or the number before it: "1." over "1)", that over a dash."""

from __future__ import annotations

import re

from extract.document.blocks import ListItem, Paragraph

_MARKERS = (re.compile(r"\d+(?:-\d+)?\.\Z"), re.compile(r"\(?\d+(?:-\d+)?\)"), re.compile(r"\w\)"), re.compile(""))
DEPTH = 10
"""How much deeper a kind of marker stands than the one above it; points within points stand between them."""
UNMARKED = DEPTH * len(_MARKERS)
"""How deep an item without a mark stands."""
WITHIN = re.compile(r"\d+(?:\.\d+)+\.?\Z")
"""The marker of a point within another: "2.1."."""
NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3}\b)*)(?:\.|(?<=\.\d)\s|(?<=\.\d\d)\s)")
"""The number that opens a paragraph: "2. ...", and that of a point within it: "2.1. ...", "2.1.3 ..."."""


def begins_small(text: str) -> bool:
    """Whether a line begins in small letters, a dash before them that no space parts from them: "-планы роз."."""
    return text.lstrip(" -–—")[:1].islower()


def rank_of(block: Paragraph | ListItem) -> int:
    """How deep a block stands: 0 a paragraph, else by the item's level and its marker.

    "1." stands over "1.1.", "1)", "а)" and a dash, each over the next.
    """
    if isinstance(block, Paragraph):
        return 0
    if WITHIN.match(block.marker):
        return UNMARKED * (block.level - 1) + DEPTH + block.marker.rstrip(".").count(".")
    depth = next(n for n, marker in enumerate(_MARKERS, 1) if marker.match(block.marker))
    return UNMARKED * (block.level - 1) + DEPTH * depth
