"""The words of a cell that stands on several typed lines, Kazakh endings put to the words that a line's end tore.

|рыноктар-|     рыноктарда          |белгіленген орын|     белгіленген орындарда
|да сауда |     сауда               |дарда           |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.blocks import EMPTY_CELL, Cell, Passage, concatenate, join, passage_of
from extract.document.repairs import clean
from extract.readers.typed.bars import BAR
from kzedu_graph.language.kazakh_endings import analyse

Span = tuple[int, int]
"""Where words stand in the text."""
_TORN = re.compile(r"(?P<stem>[^\W\d_]{3,})-\Z")
_LAST = re.compile(r"(?P<stem>[^\W\d_]{3,})\Z")
_FIRST = re.compile(r"(?P<ending>[а-яәғқңөұүһі]{2,7})(?![\w-])")
_ENDINGS = frozenset(("да", "де", "та", "те", "мен", "бен", "пен"))
"""Endings that are words of their own, too."""


def cell_of_lines(text: str, spans: Sequence[Span], lang: str) -> Cell:
    """The pieces of a cell as one paragraph."""
    pieces: list[Passage] = []
    filled = False
    for start, end in spans:
        piece = clean(passage_of(text, start, end))
        if not piece.text:
            continue
        if lang == "kk" and pieces and (cut := _ending_of(pieces[-1].text, piece.text, filled=filled)) is not None:
            pieces[-1] = concatenate((pieces[-1][: len(pieces[-1]) - cut], piece))
        else:
            pieces.append(piece)
        filled = end < len(text) and not text[end - 1].isspace() and bool(BAR.match(text[end]))
    whole = join(pieces)
    return Cell((whole,)) if whole.text else EMPTY_CELL


def _ending_of(before: str, behind: str, *, filled: bool) -> int | None:
    """How many signs of a piece are too much before the ending that the next begins with; None where it has none."""
    ending = _FIRST.match(behind)
    torn = _TORN.search(before)
    if ending is None:
        return None
    if torn:
        return 1 if _ends(torn["stem"], ending["ending"]) else None
    last = _LAST.search(before) if filled else None
    whole_word = ending["ending"] in _ENDINGS
    return 0 if last and not whole_word and _ends(last["stem"], ending["ending"]) else None


def _ends(stem: str, ending: str) -> bool:
    """Whether what stands behind a stem is nothing but endings."""
    word = f"{stem}{ending}".casefold()
    return any("".join(one.form for one in reading.endings).endswith(ending) for reading in analyse(word))
