"""Raised figures and asterisks: behind a word the mark of a note ("турнир¹"), behind a unit a power ("м²")."""

from __future__ import annotations

import re

_MARK = re.compile(r"\s*(?:\d{1,2}|\*{1,3})\)?\s*")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{3,}|[»\"”).,;:*])\s*\Z")
"""A word of three letters, which no unit with a power has, or a mark."""


def is_note_mark(before: str, raised: str) -> bool:
    """Whether what is raised behind some words is the mark of a note, not part of them."""
    return bool(_MARK.fullmatch(raised) and _WORD_BEFORE.search(before))
