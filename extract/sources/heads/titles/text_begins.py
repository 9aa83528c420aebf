"""Where the text itself begins, below its title: at contents, a first chapter, a row of a table, a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.lines.around import is_given
from extract.sources.heads.lines.line import Line

FEWEST_OF_SENTENCE = 3
"""Words of a line below a title that ends as a sentence does, and is none of it."""
LONGEST_OF_SENTENCE = 8
"""Lines that such a sentence is broken into."""
SHORTEST_BROKEN = 45
"""Characters of a line that goes on in the next because the page ends."""
SHORTEST_SENTENCE = 8
"""Words of a line that ends in a full stop and is therefore no part of a title."""
_FIRST = re.compile(rf"(?:{header_words(ANY)['first_chapter']}|{header_words(ANY)['contents_called']})", re.IGNORECASE)
"""What stands first in a text: its contents, or a first chapter ("Общие положения")."""
_CODE = re.compile(r"[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{1,6}(?:[-–./][A-ZА-ЯӘҒҚҢӨҰҮҺІ\d]{1,8}){2,5}")
"""The code of a paper in an organisation's own system: "ДИ-07-2031"."""
_OF_TIMETABLE = re.compile(
    rf"(?:{header_words(ANY)['weekday']})(?: ?[:–—-] ?|$)"
    r"|.*(?<![\d.])\d{1,2}[:.]\d\d(?![\d.]).*(?<![\d.])\d{1,2}[:.]\d\d(?![\d.])",
    re.IGNORECASE,
)
"""A line of a timetable that no tabs part: "Понедельник: полив", "Вокзал 06:40 09:10"."""
_OF_DAYS = re.compile(
    r"(?:[-–—•*] ?)?(?:\d{1,2}[.)] ?)?(?:со? )?\d{1,2}(?: ?[-–—] ?\d{1,2})?[ -][^\W\d_]{3,10}(?: [^\W\d_]{2,10}){0,2}"
    r"(?: [–—-] |: ).*(?<![:,])$",
    re.IGNORECASE,
)
"""An event on its day below what a programme is called: "5 мая – открытие недели;"."""
_ABBREVIATED = re.compile(rf"(?:^|[\s(«\"])(?:[^\W\d_]|{header_words(ANY)['cut_short']})\.$", re.IGNORECASE)
"""What a full stop behind ends no sentence with: "на 2031 – 2033 гг."."""


def begins_text(lines: Sequence[Line], at: int) -> bool:
    """Whether the text itself begins at a line right below its title: a row of a table, what contents or a first
    chapter are called, a code ("ДИ-07-2031"), or a sentence, also one broken into lines of a page's width.
    """
    line = lines[at]
    if (
        line.is_row
        or _OF_TIMETABLE.match(line.text)
        or (at > 0 and _OF_DAYS.match(line.text))
        or _FIRST.fullmatch(line.text.rstrip(" :."))
        or _CODE.fullmatch(line.text)
        or is_given(line.text)
    ):
        return True
    if line.opens_cell or not line.text[0].isupper():
        return False
    words = 0
    for one in lines[at : at + LONGEST_OF_SENTENCE]:
        if one.apart and one is not line:
            break
        words += len(one.text.split())
        if one.text.endswith((".", ";", ":")) and not _ABBREVIATED.search(one.text):
            return words >= FEWEST_OF_SENTENCE
        if len(one.text) < SHORTEST_BROKEN:
            break
    return False
