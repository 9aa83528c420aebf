"""The masthead of a newspaper or a bulletin: its name, the issue's number and day, and what else a printer puts there.

САДОВЫЕ ВЕСТИ
Информационный бюллетень садоводов района
Выпуск 7 (43)
30 сентября 2031 года
Тираж 500 экз.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.titles import Line, is_town, joined
from extract.values.acts import day_pattern, parse_day

MOST_LINES = 12
MOST_OF_NAME = 2
LONGEST_NAME = 100
_IMPRINT = re.compile(header_words(ANY)["imprint"], re.IGNORECASE)
_ISSUE = re.compile(header_words(ANY)["issue"], re.IGNORECASE)
_PERIODICAL = re.compile(header_words(ANY)["periodical"], re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?<!\w)(?:{header_words(ANY)['weekday']})(?!\w)", re.IGNORECASE)
_MARKS = " ,.;|•–—-"


class Masthead(NamedTuple):
    """What a masthead says."""

    title: str
    number: str
    day: date | None


def read_masthead(lines: Sequence[Line], lang: str) -> Masthead | None:
    """The masthead that a text opens with; None where no line is a periodical's imprint, or none an issue's number."""
    head = lines[:MOST_LINES]
    if not any(_IMPRINT.fullmatch(line.text) or _PERIODICAL.search(line.text) for line in head):
        return None
    first = next((n for n, line in enumerate(head) if not _issue_of(line.text)), 0)
    told = next((n for n, line in enumerate(head) if n > first and _is_printed(line.text)), len(head))
    number, day = None, None
    for line in head:
        found, rest = re.search(day_pattern(lang), line.text, re.IGNORECASE), line.text
        if found and not _IMPRINT.fullmatch(line.text):
            rest = f"{rest[: found.start()]} {rest[found.end() :]}"
        issue = _issue_of(line.text)
        number = number or (issue and (issue["number"] or issue["behind"]))
        rest = _WEEKDAY.sub(" ", rest).strip(_MARKS)
        if found and (issue or not re.search(r"[^\W\d_]{4}", rest) or is_town(rest)):
            day = day or parse_day(found["date"], lang)
    name = _name(head[first:told])
    return Masthead(name, number, day) if number and name else None


def _issue_of(text: str) -> re.Match[str] | None:
    """The number of an issue that a line tells, its day left out: "Выпуск № 12 от 05.05.2031"."""
    rest = text
    for lang in ("ru", "kk"):
        rest = re.sub(day_pattern(lang), " ", rest, flags=re.IGNORECASE)
    return _ISSUE.fullmatch(" ".join(_WEEKDAY.sub(" ", rest).split()).strip(_MARKS))


def _is_printed(text: str) -> bool:
    """Whether a line is of the imprint, or tells what periodical it is, below its name."""
    return bool(_IMPRINT.fullmatch(text) or _issue_of(text) or _PERIODICAL.search(text))


def _name(above: Sequence[Line]) -> str:
    name = joined(above)
    return name if 0 < len(above) <= MOST_OF_NAME and len(name) <= LONGEST_NAME else ""
