"""Letterheads that name the kind of an act and neither its day nor its number: drafts, in which these are to be filled
in, and acts whose day and number stand below the signature alone.

МИНИСТЕРСТВО САДОВ                          УКАЗ
                                            Президента Республики Казахстан
ПРИКАЗ                                      О Дне садов
№ ____       «___» _______ 2031 года        ...
О поливе                                    Астана, Акорда, 5 мая 2031 года
                                            № 77
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import takewhile

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.lines.around import BLANK_DAY, TOWN, is_beside, is_town, number_of_paper
from extract.sources.heads.lines.columns import of_one_language
from extract.sources.heads.lines.kinds import ENACTS_NOW, kind_alone, kind_enacted
from extract.sources.heads.lines.line import Line, joined, paragraph_at, without_marks
from extract.sources.heads.titles.houses import LONGEST_NAME
from extract.sources.heads.titles.places import title_above, title_below
from extract.sources.heads.titles.wording import is_title
from extract.values.acts import OF_PARLIAMENT, day_pattern, numbered_act, parse_day
from extract.values.issuers import key_of_issuer

MINUTES = "minutes"
MOST_LINES = 8
"""Lines of a head in which the kind of the act stands."""
LARGEST_SIGNATURE = 3
"""Lines that the place, the day and the number are spread over."""
LONGEST_LINE = 100
_NAME = r"(?-i:[А-ЯЁӘҒҚҢӨҰҮҺІ])[\w-]+(?: (?-i:[А-ЯЁӘҒҚҢӨҰҮҺІ])[\w-]+)?"
_PLACE = rf"(?:{header_words(ANY)['seats']}|{TOWN}|{_NAME},)"
_YEAR = re.compile(rf"20\d{{0,2}} ?(?:{header_words(ANY)['year_word']})(?!\w)\.?\W*$", re.IGNORECASE)
"""A year that nothing follows."""
_SEAT = re.compile(header_words(ANY)["seats"], re.IGNORECASE)
_OF_PRESIDENT = re.compile(header_words(ANY)["seat_of_president"], re.IGNORECASE)
_STATES = re.compile(header_words(ANY)["states"], re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """What such a letterhead says, with the day and the number from below the signature, if they stand there."""

    kind: str
    title: str
    issuer: str
    number: str | None
    act_date: date | None


def find_unnumbered(text: str, lines: Sequence[Line], lang: str) -> Unnumbered | None:
    """The letterhead that a head is of; None where nothing is enacted below it, to be filled in or signed."""
    for first, behind, kind, issuer in _named(lines[:MOST_LINES], lang):
        rest = [line for line in lines[behind:] if not kind_alone(line.text)]
        kept = [n for n, line in enumerate(rest) if not _is_blank(line.text, lang)]
        begins = kept[0] if kept else len(rest)
        words = header_words(lang)
        title = title_below(rest[begins:], lang)
        above = [line for line in lines[:first] if not _is_blank(line.text, lang)]
        titled = title_above(lines[:first], words)
        if not is_title(title, words) and is_title(titled, words):
            title, above = titled, []
        if not is_title(title, words):
            continue
        signed = _signed(text, kind, lang)
        blank = any(re.search(r"№|20\d", line.text) for line in rest[:begins])
        if not (signed or blank or any(ENACTS_NOW.search(line.text) for line in lines[behind:])):
            continue
        name = "" if kind in OF_PARLIAMENT else issuer or joined(of_one_language(above, lang))
        number, day = signed or _beside(rest, lang)
        return Unnumbered(kind, title, name if len(name) <= LONGEST_NAME else "", number, day)
    return _signed_alone(text, lines, lang)


def _signed_alone(text: str, lines: Sequence[Line], lang: str) -> Unnumbered | None:
    """An act that says at its head nothing but its title, and enacts: by its signature below the seat of who signs."""
    kind = kind_enacted(lines)
    signed = _signed(text, kind, lang) if kind and _SEAT.search(text) else None
    title = title_below(lines, lang) if signed else ""
    if kind is None or signed is None or not is_title(title, header_words(lang)):
        return None
    decree = kind == "resolution" and _OF_PRESIDENT.search(text)
    return Unnumbered("decree" if decree else kind, title, "", *signed)


def _beside(lines: Sequence[Line], lang: str) -> tuple[str | None, date | None]:
    """The number or the day beside the title of an act, where the other is to be filled in."""
    head = takewhile(lambda line: not ENACTS_NOW.search(line.text), lines[:MOST_LINES])
    near = [BLANK_DAY.sub(" ", line.text) for line in head if _is_blank(line.text, lang)]
    found = (_signature("act", lang).day.search(text) for text in near)
    days = (parse_day(day["date"], lang) for day in found if day)
    numbers = (number_of_paper(text, lang) for text in near)
    return next(filter(None, numbers), None), next(filter(None, days), None)


def _is_blank(text: str, lang: str) -> bool:
    """Whether a line is a town, or a number or a day to be filled in: "№ ____", "2031 жылғы ________"."""
    return is_town(text) or is_beside(_YEAR.sub(" ", text), lang)


def _named(lines: Sequence[Line], lang: str) -> Iterator[tuple[int, int, str, str]]:
    """Where the kind of the act stands, alone or with who issues it: its first line, the one behind, kind, issuer."""
    for at, line in enumerate(lines):
        kind = kind_alone(line.text)
        if kind == MINUTES:
            return
        if kind:
            near = _above_title(paragraph_at(lines, at)[1:], lang)
            told = [one for one in near if not (kind_alone(one.text) or _is_blank(one.text, lang))]
            own = next((n for n in range(len(told), 0, -1) if _issues(joined(told[:n]), lang)), 0)
            if own and (lang == "ru" or (own == len(told) and joined(told).isupper() and line.apart)):
                yield at, at + 1 + own, kind, joined(told[:own])
            else:
                above = _genitive_above(lines, at, lang)
                yield above, at + 1, kind, joined(lines[above:at])
        elif (told_at := _with_issuer(lang).fullmatch(line.text)) and _issues(told_at["issuer"], lang):
            found = next(name for name, word in told_at.groupdict().items() if word and name != "issuer")
            above = _genitive_above(lines, at, lang)
            yield above, at + 1, found, joined([*lines[above:at], Line(told_at["issuer"], False)])


def _above_title(lines: Sequence[Line], lang: str) -> Iterator[Line]:
    """The lines above the first that is worded as a title."""
    words = header_words(lang)
    return takewhile(lambda line: not is_title(line.text, words), lines)


def _genitive_above(lines: Sequence[Line], at: int, lang: str) -> int:
    """Where the Kazakh name of who issues begins above the kind of the act: "... Президентінің / ЖАРЛЫҒЫ"."""
    first = at
    while first and lang == "kk" and not lines[first].apart:
        first -= 1
    return first if _issues(joined(lines[first : at + 1]), lang) else at


def _issues(name: str, lang: str) -> bool:
    """Whether words name a body that issues acts, and nothing else: "Президента Республики Казахстан"."""
    if not name or len(name) > LONGEST_NAME or re.search(r"[\d:;.]", name) or is_title(name, header_words(lang)):
        return False
    of_state = re.fullmatch(header_words(lang)["of_state"], name, re.IGNORECASE)
    return bool(of_state or _STATES.search(name) or key_of_issuer(name, lang, alone=True))


@cache
def _with_issuer(lang: str) -> re.Pattern[str]:
    """A kind with who issues it on one line: "УКАЗ ПРЕЗИДЕНТА ...", "... ҮКІМЕТІНІҢ ҚАУЛЫСЫ"."""
    kinds = header_words(lang)["kinds"].items()
    named = "|".join(f"(?P<{kind}>{forms['named']})" for kind, forms in kinds if kind != MINUTES)
    issuer = r"(?P<issuer>[^\d:;.]{4,160})"
    return re.compile(rf"(?:{named}) {issuer}" if lang == "ru" else rf"{issuer} (?:{named})", re.IGNORECASE)


def _signed(text: str, kind: str, lang: str) -> tuple[str, date] | None:
    """The number and the day below the signature, behind the place: "Астана, Акорда, 5 мая 2031 года / № 77"."""
    signature = _signature(kind, lang)
    if not signature.day.search(text):
        return None
    lines = [line for raw in text.splitlines() if (line := without_marks(raw))]
    for at, line in enumerate(lines):
        if len(line) > LONGEST_LINE or not signature.place.match(line):
            continue
        for count in range(1, LARGEST_SIGNATURE + 1):
            match = signature.whole.fullmatch(" ".join(lines[at : at + count]))
            day = parse_day(match["date"], lang) if match else None
            if match and day:
                return match["number"], day
    return None


@dataclass(frozen=True, slots=True)
class _Signature:
    day: re.Pattern[str]
    place: re.Pattern[str]
    whole: re.Pattern[str]


@cache
def _signature(kind: str, lang: str) -> _Signature:
    day = day_pattern(lang)
    number = numbered_act(kind if kind in OF_PARLIAMENT else "act")
    return _Signature(
        re.compile(day, re.IGNORECASE),
        re.compile(_PLACE, re.IGNORECASE),
        re.compile(rf"{_PLACE}[ ,.]*{day}[ ,.]*{number}[ .]*", re.IGNORECASE),
    )
