"""The head of minutes: whose meeting it was, the number, and the day it was held on, on lines of their own.

АО «Сад»                                         «Бақ» АҚ
ПРОТОКОЛ № 7                                     директорлар кеңесі отырысының
заседания совета директоров                      № 7 ХАТТАМАСЫ
г. Сад            5 мая 2031 года                Бақ қаласы        2031 жылғы 5 мамыр
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.houses import names_house
from extract.sources.heads.titles import TOWN, Line, is_title, joined
from extract.values.acts import NUMBER, NUMBER_SIGN, day_pattern, parse_day
from extract.values.issuers import key_of_issuer

FURTHEST = 8
"""Lines of a head, the word for minutes among them, and lines below that word in which the day is looked for."""
LONGEST_LINE = 240
MOST_ABOVE = 4
"""Lines of a head among which the word stands that calls a text minutes in passing."""
_RECORDED = re.compile(header_words(ANY)["recorded"], re.IGNORECASE)
SHORTEST_REST = 4
"""Letters of a line, beside the day, the number and the town, that make it more than these."""

_HOUR = re.compile(
    r"(?:(?<!\w)(?:в|сағат|сағ\.) ?\d{1,2}[.:-]\d\d(?!\d)|\d{1,2}[.:-]\d\d(?:(?=\W*$)| ?(?:ч|час\w*)\b))", re.IGNORECASE
)
_HOUR_BEHIND = re.compile(rf"\W*(?:\w+, ?)?(?:{_HOUR.pattern}|\d{{1,2}}[.:-]\d\d(?=[ ,]))", re.IGNORECASE)
"""The hour of a meeting behind its day, and perhaps the day of the week: "понедельник, 9-00"."""
BLANK_DAY = re.compile(
    r"[«\"“] ?[»\"”] ?(?:[^\W\d_]{3,10} )?20\d{0,2} ?(?:года?|г|жылғы|жыл|ж)?\b\.?"
    r"|20\d{0,2} ?(?:жылғы|жыл|ж\.|г\.) ?[«\"“] ?[»\"”](?: [^\W\d_]{3,10})?",
    re.IGNORECASE,
)
"""A day to be filled in by hand, its lines left out: "«___» мая 2031 года"."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """What the head of minutes says; `issuer` is the organisation above them, else whose meeting it was."""

    title: str
    number: str | None
    day: date | None
    issuer: str


def read_minutes(lines: Sequence[Line], lang: str) -> Minutes | None:
    """The minutes that a head is of; None where it is none, or tells neither a number nor a day."""
    if recorded := _read_recorded(lines, lang):
        return recorded
    at = next((n for n, line in enumerate(lines[:FURTHEST]) if _is_minutes(line.text, lang)), None)
    if at is None or any(is_title(line.text, header_words(lang)) for line in lines[:at]) or _approves(lines, at, lang):
        return None
    first = at
    while first and lang == "kk" and _goes_on(lines[first - 1], lines[first], lang):
        first -= 1
    titled, day, number = list(lines[first : at + 1]), None, number_of_paper(lines[at].text, lang)
    for n, line in enumerate(lines[at + 1 : at + FURTHEST], at + 1):
        found = re.search(day_pattern(lang), line.text, re.IGNORECASE)
        opens = found is not None and is_beside(line.text[: found.end()], lang)
        goes_on = opens and found is not None and line.text[found.end() :].lstrip(" .,")[:1].isupper()
        timed = opens and found is not None and _HOUR_BEHIND.match(line.text[found.end() :])
        if timed or is_beside(line.text, lang) or goes_on or (found and _dated(lang).match(line.text)):
            day = day or (parse_day(found["date"], lang) if found else None)
            number = number or (None if goes_on else number_of_paper(line.text, lang))
            if goes_on:  # a paragraph of a PDF: "г. Сад 5 мая 2031 года Председатель: ..."
                break
        elif _placed(lang).match(line.text):
            continue
        elif _presides(lang).search(line.text):
            continue
        elif len(line.text) > LONGEST_LINE or line.opens_cell or re.search(r"[:.]$|\w ?[:–—] ?\w", line.text):
            break
        elif n == at + len(titled) - (at - first) and _titles_on(titled[-1], line, lang):
            titled.append(line)
    own = re.search(day_pattern(lang), joined(lines[first : at + 1]), re.IGNORECASE)
    day = day or (parse_day(own["date"], lang) if own else None)
    of_day = rf" ?(?:{header_words('ru')['of']})?{day_pattern(lang)}"
    title = re.sub(of_day, "", joined(titled), flags=re.IGNORECASE)
    return Minutes(title, number, day, _issuer(lines[:first], title, number, lang)) if number or day else None


def _read_recorded(lines: Sequence[Line], lang: str) -> Minutes | None:
    """Minutes that are called so in passing ("Протокольно", "Хаттамалық тапсырмалар") above the name of the meeting,
    and have a day without a number.
    """
    at = next((n for n, line in enumerate(lines[:MOST_ABOVE]) if _RECORDED.fullmatch(line.text)), None)
    if at is None or at + 1 == len(lines) or lines[at + 1].text[0].islower():  # "Перечень поручений / по итогам ..."
        return None
    titled: list[Line] = []
    named = False
    for n, line in enumerate(lines[at + 1 : at + 1 + FURTHEST]):
        found = re.search(day_pattern(lang), line.text, re.IGNORECASE)
        day = parse_day(found["date"], lang) if found else None
        opens = found and day and is_beside(line.text[: found.end()], lang)
        if titled and day and (opens or is_beside(line.text, lang) or _dated(lang).match(line.text)):
            return Minutes(joined(titled), None, day, house_above(lines[:at], lang))
        named = named or (n > 0 and line.apart) or bool(_presides(lang).search(line.text))
        if not named and len(line.text) <= LONGEST_LINE and not line.text.endswith((".", ":", ";")):
            titled.append(line)
    return None


def _approves(lines: Sequence[Line], at: int, lang: str) -> bool:
    """Whether minutes stand in the paragraph that tells who approved a text: "Утвержден / советом / Протокол № 7"."""
    first = next((n for n in range(at, 0, -1) if lines[n].apart), 0)
    words = header_words(lang)
    told = rf"(?:{words['approved']}|{words['stamps']})"
    approved = re.compile(rf"^\W*{told}(?!\w)" if lang == "ru" else rf"(?<!\w){told}\W*$", re.IGNORECASE)
    return any(approved.search(line.text) for line in lines[first:at])


def _goes_on(line: Line, below: Line, lang: str) -> bool:
    """Whether the Kazakh name of minutes begins above: "... кеңесі отырысының", in the genitive "... кеңесінің"."""
    words = header_words(lang)
    of = not below.apart and re.search(words["genitive"], line.text, re.IGNORECASE)
    of = of or re.search(words["attributive"], line.text, re.IGNORECASE)
    return bool(of or _meeting(lang).search(line.text))


def _titles_on(above: Line, line: Line, lang: str) -> bool:
    """Whether the title goes on below: in small letters, with the word for the meeting or the name of a house, or in
    capitals as above.
    """
    in_capitals = not line.apart and above.text.isupper() and line.text.isupper()
    house = not line.apart and (names_house(line.text, lang) or re.match(r"[\w ]{0,12}[«\"“].*[»\"”]$", line.text))
    if house:  # "заседания совета / АО «Сад»"
        return True
    return in_capitals or line.text[0].islower() or bool(_meeting(lang).search(line.text))


def _is_minutes(text: str, lang: str) -> bool:
    """Whether a line calls itself minutes: "ПРОТОКОЛ № 7 заседания ...", "... отырысының хаттамасы"; not one of an
    agreement "о внесении изменений".
    """
    undated = re.sub(rf"{day_pattern(lang)}\.?$", "", text, flags=re.IGNORECASE).strip() or text
    begins = text[0].isupper() or re.match(NUMBER_SIGN, text)
    return bool(begins and len(text) <= LONGEST_LINE and undated[-1] not in ".;:," and _named(lang).fullmatch(text))


@cache
def _named(lang: str) -> re.Pattern[str]:
    words = header_words(lang)
    forms = words["kinds"]["minutes"]
    if lang == "ru":
        named = rf"{forms['named']}|(?:{words['extract']}) (?:{forms['extracted']})"
        return re.compile(rf"(?:{named})(?: (?!(?:{words['titled']}) ).*)?", re.IGNORECASE)
    named = rf"{forms['named']}|(?:{forms['extracted']}) (?:{words['extract']})"
    behind = rf"(?: ?{NUMBER_SIGN}[\w/-]+)?(?: ?{day_pattern(lang)})?"
    return re.compile(rf"(?:(?:.*(?:{words['meeting']})\w*|{NUMBER_SIGN}[\w/-]+) )?.{{0,30}}(?:{named}){behind}", re.I)


@cache
def _meeting(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{header_words(lang)['meeting']})\w*", re.IGNORECASE)


@cache
def _presides(lang: str) -> re.Pattern[str]:
    return re.compile(header_words(lang)["presides"], re.IGNORECASE)


@cache
def _placed(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{header_words(lang)['held_at']})(?!\w)", re.IGNORECASE)


@cache
def _dated(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{header_words(lang)['held']})(?!\w)", re.IGNORECASE)


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
    rest = re.sub(rf"{BLANK_DAY.pattern}|{day_pattern(lang)}|{number}", " ", text, flags=re.IGNORECASE)
    rest = re.sub(TOWN, " ", _HOUR.sub(" ", rest))
    return len(re.sub(r"[\W\d_]", "", rest)) < SHORTEST_REST


def house_above(above: Sequence[Line], lang: str) -> str:
    """The organisation whose name is all that stands above a paper; empty where there is none."""
    name = joined(above)
    named = key_of_issuer(name, lang, alone=True) or re.search(r"[«\"“]", name)
    return name if 0 < len(name) <= LONGEST_LINE and named else ""


def _issuer(above: Sequence[Line], title: str, number: str | None, lang: str) -> str:
    """The organisation whose name stands above, else the body whose meeting the title is of."""
    if house := house_above(above, lang):
        return house
    meeting = _meeting(lang).search(title)
    if meeting is None:
        return ""
    words = header_words(lang)
    body = title[meeting.end() :] if lang == "ru" else title[: meeting.start()]
    forms = words["kinds"]["minutes"]
    called = rf"{forms['named']}|(?:{words['extract']}) (?:{forms['extracted']})"
    named = rf"^(?:{NUMBER_SIGN}[\w/-]+ )?\W*(?:{called})(?!\w)(?: {NUMBER_SIGN}[\w/-]+)?"
    own = re.escape(number or "")
    aside = rf"{named}|^(?:у|при) |(?:{words['of']})?{day_pattern(lang)}|(?<!\w){NUMBER_SIGN}{own}$"
    while (bare := re.sub(aside, " ", body, flags=re.IGNORECASE).strip(" ,.")) != body:
        body = bare
    return "" if re.match(rf"(?:{words['matters']})(?!\w)", body, re.IGNORECASE) else body
