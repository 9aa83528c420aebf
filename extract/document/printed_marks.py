"""What a line of print shows by its first signs: an item of a list by its marker, a title by its number."""

from __future__ import annotations

import re

from extract.document.blocks import ListItem, Passage

LONGEST_TITLE = 200
"""In characters."""

_MARKER = re.compile(r"(?P<marker>\d+(?:[.-]\d+)*\)|[^\W\d_]\)(?=\s)|[-–—•·*▪✓✔☑➢►●■◦❖])\s*(?=\S)")
_NUMBER = re.compile(r"(?:\d+(?:\.\d+)*\.?\s+|\d+(?:\.\d+)*-\S+\.?\s+|[IVX]+\.?\s+)(?=\w)")


def item_of(passage: Passage) -> ListItem | None:
    """The item of a list that a paragraph is by its marker: "1) ...", "а) ...", "– ..."; None where it is none."""
    marker = _MARKER.match(passage.text)
    return ListItem(marker["marker"], passage[marker.end() :]) if marker else None


def may_be_title(text: str) -> bool:
    """Whether words are short and end no sentence."""
    return len(text) <= LONGEST_TITLE and text[-1] not in ".;:,!"


def is_numbered_title(text: str) -> bool:
    """Whether words that may be a title begin with a number: "3.1. ...", "2-тарау. ...", "IV. ..."."""
    return may_be_title(text) and bool(_NUMBER.match(text))
