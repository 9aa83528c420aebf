"""Days written in words at the head of an agreement, put in figures so that they are read as any other day.

двадцать первое ноября две тысячи девятнадцатого года
екі мың он тоғызыншы жылғы жиырма бірінші қараша
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from extract.lexicon.acts import ANY, header_words

LONGEST_LINE = 240
MILLENNIUM, CENTURY, MOST_DAYS = 2000, 100, 31

_SPACED = re.compile(r"(?<![\d.])(\d\d)\. ?(\d\d)\. ?(20\d\d)(?!\d)")


def with_day_in_figures(line: str) -> str:
    """A line whose day in words is in figures: "пятое мая две тысячи тридцать первого года" is "5 мая 2031 года"; one
    typed with white space between its figures has none: "05. 05. 2031".
    """
    line = _SPACED.sub(r"\1.\2.\3", line) if ". " in line else line
    if len(line) > LONGEST_LINE or not (match := _days().search(line)):
        return line
    told = match.groupdict()
    lang = "ru" if told["year_ru"] else "kk"
    day, year = _number(told[f"day_{lang}"], lang), _number(told[f"year_{lang}"], lang)
    if not (0 < day <= MOST_DAYS and 0 < year < CENTURY):
        return line
    year += MILLENNIUM
    figures = f"{day} {told['month_ru']} {year} года" if lang == "ru" else f"{year} жылғы {day} {told['month_kk']}"
    return f"{line[: match.start()]}{figures}{line[match.end() :]}"


def _number(written: str, lang: str) -> int:
    """The number that words add up to; 0 where one of them is none."""
    told = [_value(word, lang) for word in written.split()]
    return sum(told) if all(told) else 0


def _value(word: str, lang: str) -> int:
    folded = word.casefold().replace("ё", "е")
    return next((value for value, form in _numerals()[lang].items() if re.fullmatch(form, folded)), 0)


@cache
def _numerals() -> Mapping[str, Mapping[int, str]]:
    numerals: Mapping[str, Mapping[int, str]] = header_words(ANY)["numerals"]
    return numerals


@cache
def _days() -> re.Pattern[str]:
    """A day in words in either language; the year has its thousands in words, too."""
    return re.compile("|".join(header_words(ANY)["days_in_words"].values()), re.IGNORECASE)
