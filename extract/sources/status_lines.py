"""The status line of a register's or a portal's page above an act: "Утративший силу", "Мәртебесі: Күшін жойған"."""

from __future__ import annotations

import re
from functools import cache

from extract.lexicon.acts import ANY, header_words
from extract.lexicon.standing import standing_words
from extract.sources.heads.lines.line import without_marks

HEAD_CHARACTERS = 3000
"""How far into a text the line may stand."""
_ENACTS = re.compile(rf"(?:{header_words(ANY)['enacts_now']})\W*$", re.IGNORECASE)
_POINT = re.compile(r"\d{1,3}[.)] ?\w")


def read_status_line(text: str, lang: str) -> str | None:
    """The code of the status that the page around an act tells above its words; None where no line tells one.

    Cells of tables tell of something else.
    """
    for raw in text[:HEAD_CHARACTERS].splitlines():
        if raw.startswith(("\t", "|", "<td", "<th")):
            continue
        line = without_marks(raw)
        if _ENACTS.search(line) or _POINT.match(line):
            return None
        told = _status(lang).match(line)
        if told:
            return next(key for key, words in told.groupdict().items() if words).replace("_", "-")
    return None


@cache
def _status(lang: str) -> re.Pattern[str]:
    """A whole line, or what an act's header follows without a blank ("Күшін жойғанҚазақстан ...")."""
    words = standing_words(lang)
    told = "|".join(f"(?P<{status.replace('-', '_')}>{line.pattern})" for status, line in words.page.items())
    return re.compile(
        rf"(?:{words.label.pattern})(?:{told})(?:\W*$|(?-i:(?=[А-ЯӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһі])))", re.IGNORECASE
    )
