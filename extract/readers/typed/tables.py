"""The typed table, framed or aligned, with titles or without, that begins at a line."""

from __future__ import annotations

from collections.abc import Sequence

from extract.readers.typed.aligned import aligned_table
from extract.readers.typed.bars import BAR
from extract.readers.typed.frames import framed_table
from extract.readers.typed.lines import FoundTable, Line
from extract.readers.typed.ruled import ruled_table
from extract.readers.typed.untitled import untitled_table

_STROKES = ("___", "---", "===")
LONG_STROKE = "_" * 20
"""What begins a table outside a fence, where fewer strokes may be a rule of Markdown."""


def typed_table(
    text: str, lines: Sequence[Line], at: int, lang: str, *, framed: bool = False
) -> tuple[FoundTable | None, int]:
    """The table, and the line behind it; None, and the line behind what is no table for sure, where there is none.

    `framed` tells that blanks alone make no table there, and that strokes of hyphens frame none, which are Markdown's.
    """
    bare = lines[at].text.strip()
    if not (BAR.search(bare) or "  " in bare or "\t" in bare or bare[:3] in _STROKES):
        return None, at
    if not framed or LONG_STROKE in bare:
        found, behind = ruled_table(text, lines, at, lang)
        if found:
            return found, behind
    found, behind = framed_table(text, lines, at, lang)
    if framed:
        drawn = found is not None and any("___" in line.text for line in lines[at:behind])
        return (found, behind) if drawn else (None, behind)
    if found or behind > at:
        return found, behind
    found, behind = aligned_table(text, lines, at, lang)
    if found is None:
        found, behind = ruled_table(text, lines, at, lang, drawn=False)
    return (found, behind) if found else untitled_table(text, lines, at, lang)
