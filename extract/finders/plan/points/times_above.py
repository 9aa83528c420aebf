"""The time that a line above points tells for them: "Заседание № 1 (август)", "2-отырыс – қараша", "СЕНТЯБРЬ"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.blocks import EMPTY, Block, Heading, Paragraph, Passage
from extract.finders.plan.columns.evidence import is_deadline

LONGEST_HEADING = 80
"""Characters of a line that stands above points."""
_BETWEEN = re.compile(r"\s*[()–—:,]\s*|\.\s+")
_ORDINAL = re.compile(r"\d{1,2}-[^\W\d_]")
_ENDS = (".", ";", ",")


def times_above(blocks: Sequence[Block], lang: str) -> Sequence[Passage]:
    """For each block the time that the last short line above it, or itself, names; nothing where that names none.

    A line with a colon is a label where no time stands behind it.
    """
    found: list[Passage] = []
    time = EMPTY
    for block in blocks:
        if isinstance(block, Heading | Paragraph) and _is_heading(block.passage.text):
            told = _time_in(block.passage, lang)
            time = time if ":" in block.passage.text and not told.text else told
        found.append(time)
    return found


def _is_heading(text: str) -> bool:
    """Whether a line is short, begins with a capital, or with the ordinal of what it names, and ends in no mark."""
    bare = text.strip()
    opens = bare[:1].isupper() or _ORDINAL.match(bare) is not None
    return opens and len(bare) <= LONGEST_HEADING and not bare.endswith(_ENDS)


def _time_in(line: Passage, lang: str) -> Passage:
    """The last part of a line where it is a time: "(август)", "– қараша", the whole of "СЕНТЯБРЬ"."""
    parts = [part for part in line.split(_BETWEEN) if part.text]
    return parts[-1] if parts and is_deadline(parts[-1].text, lang) else EMPTY
