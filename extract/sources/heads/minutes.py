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
from extract.lexicon.staff import names_house
from extract.sources.heads.lines.around import HOUR, is_beside, number_of_paper, without_town
from extract.sources.heads.lines.line import Line, joined
from extract.sources.heads.titles.houses import house_above
from extract.sources.heads.titles.wording import OF_PLACE, is_title
from extract.values.acts import NUMBER, NUMBER_SIGN, day_pattern, parse_day

FURTHEST = 8
"""Lines of a head, the word for minutes among them, and lines below that word in which the day is looked for."""
LONGEST_LINE = 240
MOST_ABOVE = 4
"""Lines of a head among which the word stands that calls a text minutes in passing."""
_RECORDED = re.compile(header_words(ANY)["recorded"], re.IGNORECASE)
_ENDS_TITLE = re.compile(r":$|(?<![\s.][А-ЯЁӘҒҚҢӨҰҮҺІ])\.$|\w ?[:–—] ?\w")
_PERSON = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+ (?:[А-ЯЁӘҒҚҢӨҰҮҺІ]\. ?){1,2}")
"""Whose meeting it was, on a line: "Садова А. Б."."""
_QUOTED_NAME = re.compile(r"[\w ]{0,12}[«\"“].*[»\"”]$")
_PRESIDED = re.compile(rf"\s+{header_words('ru')['presided_by']}$", re.IGNORECASE)
_NUMBER_LAST = re.compile(rf" ?{NUMBER}\W*$", re.IGNORECASE)
_OF_MINUTES = re.compile(rf"\W*(?:{header_words(ANY)['recorded_as']})", re.IGNORECASE)
_OF_CLASS = re.compile(
    rf"(?:[1-9]|1[0-2])(?: ?[«\"“]|-(?!\d)[^\W\d_]| (?:[^\W\d_] )?{header_words('kk')['class']})", re.IGNORECASE
)
"""How the name of a class begins: "5 «Ә» сынып", "11-сынып"."""
_HOUR_BEHIND = re.compile(rf"\W*(?:\w+, ?)?(?:{HOUR.pattern}|\d{{1,2}}[.:-]\d\d(?=[ ,]))", re.IGNORECASE)
"""The hour of a meeting behind its day, and perhaps the day of the week: "понедельник, 9-00"."""


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
        elif _placed(lang).match(line.text) or _presides(lang).search(line.text):
            continue
        elif len(line.text) > LONGEST_LINE or line.opens_cell or _ENDS_TITLE.search(line.text):
            break
        elif n == at + len(titled) - (at - first) and _titles_on(titled[-1], line, lang):
            titled.append(line)
    own = re.search(day_pattern(lang), joined(lines[first : at + 1]), re.IGNORECASE)
    day = day or (parse_day(own["date"], lang) if own else None)
    of_day = rf" ?(?:{header_words('ru')['of']})?{day_pattern(lang)}"
    title = _PRESIDED.sub("", re.sub(of_day, "", joined(titled), flags=re.IGNORECASE))
    return Minutes(title, number, day, _issuer(lines[:first], title, number, lang)) if number or day else None


def _read_recorded(lines: Sequence[Line], lang: str) -> Minutes | None:
    """Minutes that are called so in passing ("Протокольно", "Хаттамалық тапсырмалар") above the name of the meeting,
    and have a day without a number.
    """
    told = (_NUMBER_LAST.sub("", line.text) for line in lines[:MOST_ABOVE])
    at = next((n for n, text in enumerate(told) if _RECORDED.fullmatch(text)), None)
    if at is None or at + 1 == len(lines):
        return None
    goes_on = lines[at + 1].text[0].islower()
    if goes_on and not _OF_MINUTES.match(lines[at].text):  # "Перечень поручений / по итогам ..."
        return None
    titled, day, named = list(lines[at : at + 1]) if goes_on else [], None, False
    for line in lines[at + 1 : at + 1 + FURTHEST]:
        found = re.search(day_pattern(lang), line.text, re.IGNORECASE)
        told_day = parse_day(found["date"], lang) if found else None
        opens = found and told_day and is_beside(line.text[: found.end()], lang)
        if told_day and (opens or is_beside(line.text, lang) or _dated(lang).match(line.text)):
            day = day or told_day
            named = bool(titled)
            continue
        named = named or bool(titled and line.apart) or bool(_presides(lang).search(line.text))
        if named or len(line.text) > LONGEST_LINE or line.text.endswith((".", ":", ";")) or ": " in line.text:
            named = True
            continue
        titled.append(line)
    if not titled and _OF_MINUTES.match(lines[at].text):
        titled = [lines[at]]
    number = number_of_paper(lines[at].text, lang)
    return Minutes(joined(titled), number, day, house_above(lines[:at], lang)) if titled and day else None


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
    whose = OF_PLACE.match(line.text) or _PERSON.fullmatch(line.text) or _QUOTED_NAME.match(line.text)
    named = names_house(line.text, lang) and without_town(line.text) == line.text.strip(" ,.-–—")
    if not line.apart and (whose or named):  # "заседания совета / АО «Сад»"
        return True
    return in_capitals or line.text[0].islower() or bool(_meeting(lang).search(line.text))


def _is_minutes(text: str, lang: str) -> bool:
    """Whether a line calls itself minutes: "ПРОТОКОЛ № 7 заседания ...", "... отырысының хаттамасы"; not one of an
    agreement "о внесении изменений".
    """
    undated = re.sub(rf"{day_pattern(lang)}\.?$", "", text, flags=re.IGNORECASE).strip() or text
    begins = text[0].isupper() or re.match(NUMBER_SIGN, text) or _OF_CLASS.match(text)
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
