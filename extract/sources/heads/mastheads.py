"""The masthead of a newspaper or a bulletin: its name, the issue's number and day, and what else a printer puts there.

An act about a journal, or one that is printed in a newspaper, has none.

САДОВЫЕ ВЕСТИ
Информационный бюллетень садоводов района
Выпуск 7 (43)
30 сентября 2031 года
Тираж 500 экз.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from extract.lexicon.acts import ANY, header_words
from extract.lexicon.staff import names_house
from extract.sources.heads.lines.around import is_town
from extract.sources.heads.lines.kinds import ENACTS_NOW
from extract.sources.heads.lines.line import Line, joined
from extract.sources.heads.titles.wording import kind_by_title
from extract.values.acts import day_pattern, parse_day
from extract.values.issuers import key_of_issuer

MOST_LINES = 12
MOST_OF_NAME = 2
LONGEST_NAME = 100
_IMPRINT = re.compile(header_words(ANY)["imprint"], re.IGNORECASE)
_EDITED = re.compile(header_words(ANY)["edited"], re.IGNORECASE)
_ISSUE = re.compile(header_words(ANY)["issue"], re.IGNORECASE)
_PERIODICAL = re.compile(header_words(ANY)["periodical"], re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?<!\w)(?:{header_words(ANY)['weekday']})(?!\w)", re.IGNORECASE)
_BAR = re.compile(r"\s[|•·]\s")
_MARKS = " ,.;|•–—-"
_BARE_NUMBER = re.compile(r"\W*(?:№|N|\d)")
_ACTS = ("resolution", "order", "decree", "instruction", "decision", "minutes")
_KINDS = "|".join(header_words(lang)["kinds"][kind]["named"] for lang in ("ru", "kk") for kind in _ACTS)
_OF_ACT = re.compile(rf"(?:.{{1,80}}\s)?(?:{_KINDS})(?:\s*(?:№|N\b|от\s|об?\s).*)?", re.IGNORECASE)


class Masthead(NamedTuple):
    """What a masthead says."""

    title: str
    number: str
    day: date | None
    issuer: str = ""


def read_masthead(lines: Sequence[Line], lang: str) -> Masthead | None:
    """The masthead among a text's first lines; None where they have no sure sign of one, or one of an act."""
    head = [part for line in lines[:MOST_LINES] for part in _parts(line)]
    if not _is_of_periodical(head, lang):
        return None
    first = next((n for n, line in enumerate(head) if not _issue_of(line.text)), 0)
    told = next((n for n, line in enumerate(head) if n > first and _is_printed(line.text)), len(head))
    number, day = None, None
    for line in head:
        found, rest = re.search(day_pattern(lang), line.text, re.IGNORECASE), line.text
        if found and not (_IMPRINT.fullmatch(line.text) or _EDITED.fullmatch(line.text)):
            rest = f"{rest[: found.start()]} {rest[found.end() :]}"
        issue = _issue_of(line.text)
        number = number or (issue and (issue["number"] or issue["behind"]))
        rest = _WEEKDAY.sub(" ", rest).strip(_MARKS)
        if found and (issue or not re.search(r"[^\W\d_]{4}", rest) or is_town(rest)):
            day = day or parse_day(found["date"], lang)
    name = _name(head[first:told])
    return Masthead(name, number, day, _issuer(head[first:], lang)) if number and name else None


def _parts(line: Line) -> list[Line]:
    """A line as several where bars part what a printer puts there: "Выпуск 7 | май 2031 | Тираж 150 экз."."""
    parts = [part for told in _BAR.split(line.text) if (part := told.strip())]
    parted = len(parts) > 1 and any(_IMPRINT.fullmatch(part) or _issue_of(part) for part in parts)
    return [replace(line, text=part, apart=line.apart and not n) for n, part in enumerate(parts)] if parted else [line]


def _issuer(head: Sequence[Line], lang: str) -> str:
    """The organisation whose periodical it is, beside the word for that: "Информационный листок школы № 7"."""
    for line in head:
        if (found := _PERIODICAL.search(line.text)) and not _IMPRINT.fullmatch(line.text):
            told = line.text[found.end() :] if lang == "ru" else line.text[: found.start()]
            name = told.strip(_MARKS)
            known = re.search(r"[«\"“]", name) or key_of_issuer(name, lang, alone=True)
            if known and names_house(name, lang):
                return name
    return ""


def _is_of_periodical(head: Sequence[Line], lang: str) -> bool:
    """Whether lines are a periodical's: a printer's words among them, or the word for one above an issue called so."""
    printed = any(_IMPRINT.fullmatch(line.text) for line in head)
    if not printed and not any(_PERIODICAL.search(line.text) for line in head):
        return False
    at = next((n for n, line in enumerate(head) if _issue_of(line.text)), None)
    if at is None or any(_OF_ACT.fullmatch(line.text) or ENACTS_NOW.search(line.text) for line in head):
        return False
    if any(kind_by_title(line.text, lang) for line in head[: max(at, 1)]):
        return False
    called = any(_PERIODICAL.search(line.text) for line in head[:at])
    return printed or (called and _BARE_NUMBER.match(head[at].text) is None)


def _issue_of(text: str) -> re.Match[str] | None:
    """The number of an issue that a line tells, its day left out: "Выпуск № 12 от 05.05.2031"."""
    rest = text
    for lang in ("ru", "kk"):
        rest = re.sub(day_pattern(lang), " ", rest, flags=re.IGNORECASE)
    return _ISSUE.fullmatch(" ".join(_WEEKDAY.sub(" ", rest).split()).strip(_MARKS))


def _is_printed(text: str) -> bool:
    """Whether a line is of the imprint, or tells what periodical it is, below its name."""
    printed = _IMPRINT.fullmatch(text) or _EDITED.fullmatch(text)
    return bool(printed or _issue_of(text) or _PERIODICAL.search(text))


def _name(above: Sequence[Line]) -> str:
    name = joined(above)
    return name if 0 < len(above) <= MOST_OF_NAME and len(name) <= LONGEST_NAME else ""
