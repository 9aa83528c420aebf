"""Stamps above a text's title, of those who approved it or agreed: their offices, the day, the order's number.

УТВЕРЖДАЮ                                   «Бекітемін»
Директор КГУ «Школа № 44»                   «№ 44 орта мектеп» КММ директоры
__________ А.Б. Садова                      __________ А. Садова
«5» мая 2031 года                           2031 жылғы 5 мамыр № 77 бұйрық
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from extract.lexicon.acts import header_words
from extract.sources.heads.approvals.signatures import is_signed, without_person
from extract.sources.heads.lines.around import BLANK_DAY
from extract.sources.heads.lines.line import Line, joined
from extract.sources.heads.titles.marks_above import is_validity
from extract.sources.heads.titles.wording import calls_itself, is_titled
from extract.values.acts import NUMBER, day_pattern, parse_day
from extract.values.issuers import key_of_issuer
from kzedu_graph.language.letters import UPPER

MOST_LINES = 6
"""Lines below the word that approves: post, organisation, signature, day."""
MOST_OF_HOUSE = 3
"""Lines of an organisation's name above a stamp."""
LONGEST_LINE = 160
"""Characters of a line of a stamp."""
_BLANK_DAY = rf"(?:{BLANK_DAY.pattern}|20\d\d ?(?:г|года|ж|жыл)?\.?)$"
"""A day to be filled in by hand, or of which only the year stands there."""
_BEHIND_DAY = re.compile(rf"\W*(?:(?:г|года|ж|жылы?)\b\.?)?\W*(?P<rest>[{UPPER}\d].*)?$")

_NUMBER_BEHIND = re.compile(rf"[\s,.]*(?:(?:г|года|ж|жылы?)\b\.?)?\s*{NUMBER}", re.IGNORECASE)
"""The number of the minutes that a day is of: "2031 жылғы 5 мамырдағы № 1 хаттамасы"."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who approved a text, in the stamp's words without the name of the person, the day, and the order's number."""

    issuer: str = ""
    day: date | None = None
    number: str | None = None

    def __bool__(self) -> bool:
        return bool(self.issuer or self.day)


def read_stamps(lines: Sequence[Line], lang: str) -> tuple[Stamp, Sequence[Line], Sequence[Line]]:
    """The stamp of approval at a head, empty where there is none, the lines behind all its stamps, and those of the
    house whose name stands above them.
    """
    house = _house(lines, lang)
    approved, rest = Stamp(), list(lines[len(house) :])
    while rest and (word := _word_of_stamp(rest[0].text, lang)):
        end = _end(rest, word.end(), lang)
        if end is None:
            break
        stamp, left = _read(rest[:end], word.end(), lang)
        if not approved and re.search(header_words(lang)["approves"], word.group(), re.IGNORECASE):
            approved = stamp
        rest = [*left, *rest[end:]]
    stamped = rest and len(rest) < len(lines) - len(house)
    return (approved, rest, house) if stamped else (Stamp(), lines, ())


def _house(lines: Sequence[Line], lang: str) -> Sequence[Line]:
    """The name of an organisation above the first stamp."""
    first = next((n for n, line in enumerate(lines[: MOST_OF_HOUSE + 1]) if _word_of_stamp(line.text, lang)), 0)
    name = joined(lines[:first])
    named = re.search(r"[«\"“]", name) or key_of_issuer(name, lang, alone=True)
    return lines[:first] if name and named and not is_titled(name, lang) else ()


def _word_of_stamp(text: str, lang: str) -> re.Match[str] | None:
    """The word of a stamp: alone on its line, or before a colon or the closing mark of a quotation."""
    return _stamp_words(lang).match(text) if len(text) <= LONGEST_LINE else None


@cache
def _stamp_words(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{header_words(lang)['stamps']})(?:\W*$|\s*[:»\"”]+\s*)", re.IGNORECASE)


def _end(lines: Sequence[Line], behind_word: int, lang: str) -> int | None:
    """Where the lines of a stamp end: behind the day, else behind the signature; None where neither stands there."""
    signed = None
    for at, line in enumerate(lines[: 1 + MOST_LINES]):
        if at and (_word_of_stamp(line.text, lang) or (line.apart and calls_itself(line.text, lang))):
            break
        if at and line.apart and is_validity([line], lang):
            break
        text = line.text[behind_word:] if at == 0 else line.text
        day = _day(text, lang)
        if day and not is_titled(text[: day.start()], lang):
            return at + 1
        if len(text) > LONGEST_LINE or is_titled(text, lang):
            break
        if is_signed(text):
            signed = at
    return None if signed is None else signed + 1


def _day(text: str, lang: str) -> re.Match[str] | None:
    """The day in a line of a stamp, also one to be filled in by hand."""
    return re.search(day_pattern(lang), text, re.IGNORECASE) or re.search(_BLANK_DAY, text, re.IGNORECASE)


def _read(lines: Sequence[Line], behind_word: int, lang: str) -> tuple[Stamp, list[Line]]:
    """What the lines of a stamp tell, and the line that its last one goes on as behind the day ("... года ПЛАН")."""
    told = [lines[0].text[behind_word:], *(line.text for line in lines[1:])]
    found = _day(told[-1], lang)
    day = parse_day(found.groupdict().get("date"), lang) if found else None
    number = next((match["number"] for text in told if (match := _ordered(lang).search(text))), None)
    left: list[Line] = []
    if found and day and not (_ordered(lang).search(told[-1]) or _NUMBER_BEHIND.match(told[-1], found.end())):
        behind = _BEHIND_DAY.fullmatch(told[-1], found.end())
        left = [replace(lines[-1], text=behind["rest"], apart=True)] if behind and behind["rest"] else []
    if found:
        told[-1] = told[-1][: found.start()]
    names = (without_person(_orders(lang).sub("", text)) for text in told)
    issuer = " ".join(name for name in names if name)
    return Stamp(issuer, day, number), left


@cache
def _ordered(lang: str) -> re.Pattern[str]:
    """The number of the order that approves: "приказ № 77", "№ 77 бұйрық", of a line that has the word."""
    order = header_words(lang)["kinds"]["order"]
    forms = "|".join(order[role] for role in ("named", "by"))
    if lang == "kk":
        return re.compile(rf"{NUMBER} ?(?:санды )?(?:{forms})(?!\w)", re.IGNORECASE)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)[^№]*{NUMBER}", re.IGNORECASE)


@cache
def _orders(lang: str) -> re.Pattern[str]:
    """The order's own words in a stamp, which are of nobody's name: "приказом", "от", "№ 77 бұйрық"."""
    order = header_words(lang)["kinds"]["order"]
    forms = "|".join(order[role] for role in ("named", "by"))
    of = header_words("ru")["of"].strip()
    return re.compile(
        rf"{_ordered(lang).pattern.replace('?P<number>', '?:')}|^\W*(?:{forms})(?!\w)|(?<!\w){of}\W*$", re.IGNORECASE
    )
