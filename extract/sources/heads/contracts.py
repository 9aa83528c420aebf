"""The head of a contract: what it is called, its number, and the day beside the town or on a line behind it.

ДОГОВОР № 19/С                                   БАҚТЫ СУАРУ ТУРАЛЫ № 7 ШАРТ
на полив сада                                    Бақты қ.      «5» мамыр 2031 жыл
г. Сад           5 мая 2031 года
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from extract.lexicon.acts import ANY, header_words
from extract.sources.heads.lines.around import (
    BLANK_DAY,
    NUMBER_TO_FILL,
    TOWN,
    is_beside,
    is_given,
    is_postal,
    number_of_paper,
)
from extract.sources.heads.lines.line import Line, joined, paragraph_at
from extract.sources.heads.titles.houses import house_above
from extract.sources.heads.titles.wording import is_title
from extract.values.acts import NUMBER, NUMBER_SIGN, day_pattern, parse_day

FURTHEST = 6
"""Lines of a head, the word for a contract among them, and lines below it in which the day is looked for."""
LONGEST_LINE = 160
FEWEST_WORDS = 2
"""Words of a title that its number belongs to: "ТРУДОВОЙ ДОГОВОР № 7"."""
_NUMBER_LAST = re.compile(rf"[ ,]*{NUMBER}[ .]*$", re.IGNORECASE)
MOST_OF_CERTIFICATE = 10
"""Lines of a certificate, its day below its text among them."""
LONGEST_MATTER = 80
"""Characters of a line that tells what a contract is about."""
_MATTER = re.compile(header_words("ru")["matter_of_contract"])
_GIVEN_ON = re.compile(rf"(?:{header_words(ANY)['given_on']}) ?:? ?(?=[«\"“\d])", re.IGNORECASE)
_OPENS_CONTRACT = re.compile(
    rf"(?:[\w-]+(?:ый|ий|ой|ое|ая) ){{0,3}}(?:{header_words('ru')['contract']})(?!\w)", re.IGNORECASE
)
_PARTY = re.compile(rf"(?<!\w)(?:{header_words('ru')['party_of_contract']})", re.IGNORECASE)
"""What stands behind the first party of a contract."""
_TOWN_BEFORE_DAY = re.compile(
    rf"(?<!\w)(?:{header_words('ru')['settlement']}) ?[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+\W*$|(?<!\w){TOWN}(?=\W*[«\"“\d])"
)
_NUMBER_BEHIND = rf"(?:{NUMBER_SIGN})(\d[\w/-]*)"
KEYS = ("contract", "office_paper")


class Contract(NamedTuple):
    """What the head of a contract says, which nobody issues, or of a paper that an office makes ("АКТ № 7")."""

    title: str
    number: str | None
    day: date | None
    issuer: str = ""


def read_contract(lines: Sequence[Line], lang: str) -> Contract | None:
    """The contract that a head is of; None where it is none, or has no line of its day and town."""
    if lines and (run := _run_together(lines[0].text, lang)):
        return run
    found = (
        (n, key) for n, line in enumerate(lines[:FURTHEST]) for key in KEYS if _named(lang, key).fullmatch(line.text)
    )
    at, key = next(found, (None, ""))
    if at is None or (at and lang == "ru" and any(is_title(line.text, header_words(lang)) for line in lines[:at])):
        return None
    first = at
    goes_on = rf"(?:{header_words(lang)['title_of_act']})|(?:{header_words(lang)['attributive']})"
    while first and lang == "kk" and (not lines[first].apart or re.search(goes_on, lines[first - 1].text, re.I)):
        first -= 1
    titled = list(lines[first : at + 1])
    if key == "office_paper" and (certificate := _certificate(lines, at, lang)):
        return certificate
    for n, line in enumerate(lines[at + 1 : at + FURTHEST], at + 1):
        if is_beside(line.text, lang):
            beside = list(takewhile(lambda one: is_beside(one.text, lang), lines[n : at + FURTHEST]))
            days = (re.search(day_pattern(lang), one.text, re.IGNORECASE) for one in beside)
            dated = next(filter(None, days), None)
            number = next(filter(None, (number_of_paper(one.text, lang) for one in (*titled, *beside))), None)
            issuer = house_above(lines[:first], lang) if key == "office_paper" else ""
            titled = _with_title_behind(titled, lines[n + len(beside) : at + FURTHEST], key, lang)
            day = parse_day(dated["date"], lang) if dated else None
            return Contract(_without_number(joined(titled)), number, day, issuer)
        if len(line.text) > LONGEST_LINE or line.text.endswith((".", ":")):
            break
        if NUMBER_TO_FILL.match(line.text):
            continue
        titled.append(line)
    return None


def _run_together(text: str, lang: str) -> Contract | None:
    """The contract whose head and text stand on one line: "ДОГОВОР № 7 на полив г. Сад «5» мая 2031 года ТОО ...";
    None for any other line.
    """
    if lang != "ru" or len(text) <= LONGEST_LINE or not _OPENS_CONTRACT.match(text):
        return None
    party = _PARTY.search(text)
    if party is None:
        return None
    head = text[: party.start()]
    dated, blank = re.search(day_pattern(lang), head, re.IGNORECASE), BLANK_DAY.search(head)
    town = _TOWN_BEFORE_DAY.search(head)
    ends = [found.start() for found in (dated, blank, town) if found]
    title = head[: min(ends)].strip(" ,.–-") if ends else ""
    if not title or len(title) > LONGEST_LINE:
        return None
    number = number_of_paper(title, lang) or next(iter(re.findall(_NUMBER_BEHIND, title)), None)
    return Contract(_without_number(title), number, parse_day(dated["date"], lang) if dated else None)


def _certificate(lines: Sequence[Line], at: int, lang: str) -> Contract | None:
    """A certificate, which goes on by whom it is given to and tells its day at its end: "СПРАВКА № 7 / Дана ...";
    None where it has no number beside its word.
    """
    number = number_of_paper(lines[at].text, lang)
    if number is None or at + 1 == len(lines) or not is_given(lines[at + 1].text):
        return None
    days = (
        re.search(day_pattern(lang), line.text, re.IGNORECASE)
        for line in lines[at + 1 : at + MOST_OF_CERTIFICATE]
        if _GIVEN_ON.match(line.text) or is_beside(line.text, lang)
    )
    day = next(filter(None, days), None)
    name = [line for line in lines[:at] if not is_postal(line.text)]
    return Contract(lines[at].text, number, parse_day(day["date"], lang) if day else None, house_above(name, lang))


def _with_title_behind(titled: list[Line], rest: Sequence[Line], key: str, lang: str) -> list[Line]:
    """A title with what stands of it below the number and the day: "Контракт / № 7 от 5 мая 2031 года / на полив", or
    the title of an office's paper that stands there: "УВЕДОМЛЕНИЕ № 7 / от 5 мая 2031 года / О поливе".
    """
    if not rest:
        return titled
    if key == "office_paper" and is_title(joined(told := paragraph_at(rest, 0)), header_words(lang)):
        return list(told)
    if lang != "ru" or len(_NUMBER_LAST.sub("", joined(titled)).split()) > 1:
        return titled
    return [*titled, *takewhile(lambda one: _is_matter(one.text), rest)]


def _is_matter(text: str) -> bool:
    """Whether a line tells what a contract is about: short, behind a preposition, and no beginning of its text."""
    return len(text) <= LONGEST_MATTER and text[-1] not in ".:,;" and _MATTER.match(text) is not None


def _without_number(title: str) -> str:
    """A title without the number behind it, which is none of it where words enough stand in front."""
    bare = _NUMBER_LAST.sub("", title)
    return bare if len(bare.split()) > FEWEST_WORDS else title


@cache
def _named(lang: str, key: str) -> re.Pattern[str]:
    """A line that names a contract: "ТРУДОВОЙ ДОГОВОР № 7", "ЕҢБЕК ШАРТЫ № 7", "БАҚТЫ СУАРУ ТУРАЛЫ № 7 ШАРТ"."""
    named = header_words(lang)[key]
    number = rf"(?: ?{NUMBER_SIGN}[\w/-]*)?"
    if lang == "ru":
        return re.compile(rf"(?:[\w-]+(?:ый|ий|ой|ое|ая) ){{0,3}}(?:{named})(?: \w+)?{number}(?: .{{0,120}})?", re.I)
    return re.compile(rf".{{0,120}}?(?<!\w)(?:{named}){number}", re.IGNORECASE)
