"""What a line of print shows by its first signs: an item of a list by its marker, a title by its number."""

from __future__ import annotations

import re

from extract.document.blocks import ListItem, Passage
from kzedu_graph.language.letters import BULLETS

LONGEST_TITLE = 200
"""In characters."""

_MARKER = re.compile(
    r"(?P<marker>\d+(?:[.-]\d+)*\)|[^\W\d_]\)(?=\s)|[-–—•·▪" + BULLETS + r"]|\*(?!\*))\s*(?:\[[ xX]\]\s+)?(?=\S)"
)
_NUMBER = re.compile(
    r"(?:\d+(?:\.\d+)*\.?\s+|\d+(?:\.\d+)*-\S+\.?\s+|[IVXІХ]+\.?\s+)(?=\w)"
    r"|\d{1,3}(?:\.\d{1,3})*\.(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_])"
)
_DAY = re.compile(r"\d\d\.\d\d\.(?:19|20)\d\d\s+(?=[^\W\d_]{2})")
"""A day before what somebody does on it: "06.05.2031 Завхоз проверяет теплицы"."""
_LONGEST_CALL = 60
"""Letters of a title that calls out: "Назар аударыңыз!"; a sentence that does is longer."""


def item_of(passage: Passage) -> ListItem | None:
    """The item of a list that a paragraph is by its marker: "1) ...", "а) ...", "– ..."; None where it is none."""
    marker = _MARKER.match(passage.text)
    return ListItem(marker["marker"], passage[marker.end() :]) if marker else None


def may_be_title(text: str) -> bool:
    """Whether words are short and end no sentence."""
    calls = text[-1] == "!" and not (text.isupper() or (len(text) <= _LONGEST_CALL and not text[0].isdigit()))
    return len(text) <= LONGEST_TITLE and text[-1] not in ".;:," and not calls


def is_numbered_title(text: str) -> bool:
    """Whether words that may be a title begin with a number: "3.1. ...", "2-тарау. ...", "IV. ...", "2.Общее"."""
    return may_be_title(text) and _NUMBER.match(text) is not None and _DAY.match(text) is None
