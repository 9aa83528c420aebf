"""What stands around a title and is no part of it: towns, addresses, days and numbers, greetings, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extract.lexicon.acts import ANY, greeting, header_words
from extract.lexicon.headings import heading_words
from extract.values.acts import NUMBER, day_pattern, parse_day

SHORTEST_REST = 4
"""Letters of a line, beside the day, the number and the town, that make it more than these."""
_NAME = r"(?-i:[А-ЯЁӘҒҚҢӨҰҮҺІ])[\w-]+"
_NAMES = rf"{_NAME}(?: {_NAME})?"
TOWN = f"(?:(?:{header_words('ru')['settlement']}) ?{_NAMES}|{_NAMES} (?:{header_words('kk')['settlement']}))"
"""A pattern of a town's name with its word: "г. Сад", "Бақты ауылы"."""
_TOWNS = re.compile(rf"{TOWN}(?:\W+{TOWN})?", re.IGNORECASE)
_TOWN_BESIDE = re.compile(rf"^{TOWN}(?=[\s,]|$)|(?:^|(?<=[\s,])){TOWN}$", re.IGNORECASE)
_SEATS = re.compile(rf"(?:{header_words(ANY)['seats']})(?:\W+(?:{header_words(ANY)['seats']}))?", re.IGNORECASE)
_IMPRINT = re.compile(
    rf"(?:{header_words(ANY)['cities']})(?:(?: қ\.| қаласы)?\W{{0,3}}20\d\d ?(?:г|год|ж|жыл)?\.?)?", re.IGNORECASE
)
"""Where a text was made, and when, alone on a line: "Астана", "ӨСКЕМЕН, 2015"."""
_POSTAL = re.compile(header_words(ANY)["postal"], re.IGNORECASE)
_GIVEN = re.compile(header_words(ANY)["given"], re.IGNORECASE)
"""How a certificate goes on below what it calls itself: "Дана Садовой А.Б. в том, что ..."."""
_GREETING = greeting()
_DRAFT = re.compile(header_words(ANY)["draft"], re.IGNORECASE)
HOUR = re.compile(
    rf"(?:(?<!\w)(?:{header_words(ANY)['before_hour']}) ?\d{{1,2}}[.:-]\d\d(?!\d)"
    rf"|\d{{1,2}}[.:-]\d\d(?:(?=\W*$)| ?(?:{header_words(ANY)['behind_hour']})\b))",
    re.IGNORECASE,
)
"""A time of day: "в 15.00", "сағат 9-00", "9-00 ч"."""
_YEAR_WORD = header_words(ANY)["year_word"]
BLANK_DAY = re.compile(
    rf"[«\"“] ?[»\"”] ?(?:[^\W\d_]{{3,10}} )?20\d{{0,2}} ?(?:{_YEAR_WORD})?\b\.?"
    r"|20\d{0,2} ?(?:жылғы|жыл|ж\.|г\.) ?[«\"“] ?[»\"”](?: [^\W\d_]{3,10})?",
    re.IGNORECASE,
)
"""A day to be filled in by hand, its lines left out: "«___» мая 2031 года"."""
NUMBER_TO_FILL = re.compile(r"№(?: ?$| [^\W\d_])")
"""How a line begins whose number is to be filled in: its blank is taken off with marks."""


def is_aside(line: str, words: Mapping[str, Any], *keys: str) -> bool:
    """Whether a line around a header is no title, by words of the keys, or a town."""
    return any(re.search(words[key], line, re.IGNORECASE) for key in keys) or is_town(line)


def is_town(line: str) -> bool:
    """Whether a line is where a text was made, in either language or both: "Бақ қ.  г. Бак", "Астана, Акорда"."""
    return bool(_TOWNS.fullmatch(line) or _SEATS.fullmatch(line) or _IMPRINT.fullmatch(line))


def without_town(line: str) -> str:
    """A line without where the text was made, in front of the day or behind it: "Бақ ауылы «5» мамыр 2031 жыл № 7"."""
    return _TOWN_BESIDE.sub("", line).strip(" ,.-–—")


def is_postal(line: str) -> bool:
    """Whether a line is an address or a telephone of a sender, and not his name: "тел.: 8 (7172) 74-00-00"."""
    return bool(_POSTAL.match(line))


def is_greeting(line: str) -> bool:
    """Whether a line greets whom a paper is for: "Құрметті Асқар Асанұлы!"."""
    return bool(_GREETING.fullmatch(line))


def is_given(line: str) -> bool:
    """Whether a line tells whom a certificate is given to: "Дана Садовой А.Б. в том, что ..."."""
    return _GIVEN.match(line) is not None


def is_draft_mark(line: str) -> bool:
    """Whether words say that a text is a draft, or is not for everybody: "Проект", "Жоба", "ДСП"."""
    return _DRAFT.fullmatch(line) is not None


def is_note(line: str, lang: str) -> bool:
    """Whether a line is a note of the register, in which other acts are named: "Ескерту. Күші жойылды - ..."."""
    return re.match(rf"(?:{'|'.join(heading_words(lang).notes)})\s?[.:]", line, re.IGNORECASE) is not None


def number_of_paper(text: str, lang: str) -> str | None:
    """The number that a line has of a paper, not that of a school that it is of."""
    told = re.sub(header_words(lang)["numbered_house"], " ", text, flags=re.IGNORECASE)
    found = re.search(NUMBER, told, re.IGNORECASE)
    return found["number"] if found else None


def is_beside(text: str, lang: str) -> bool:
    """Whether a line is the day, the number or the town of a paper, and nothing more."""
    number = NUMBER.replace("?P<number>", "?:")
    day = re.search(day_pattern(lang), text, re.IGNORECASE)
    if day and parse_day(day["date"], lang) is None:  # "за 1 полугодие 2031 года"
        return False
    text = BLANK_DAY.sub(" ", text)
    rest = re.sub(rf"{day_pattern(lang)}|{number}", " ", text, flags=re.IGNORECASE)
    rest = re.sub(TOWN, " ", HOUR.sub(" ", rest))
    return len(re.sub(r"[\W\d_]", "", rest)) < SHORTEST_REST
