"""The day of an act as printed, and the identifier that its kind, number, day and issuer make."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from extract.language.numbers import full_year
from extract.lexicon.acts import act_words
from extract.lexicon.words import words
from kzedu_graph.language.letters import LOWER, UPPER

REGISTERS: Mapping[tuple[str, str], str] = {
    ("resolution", "kz-government"): "P",
    ("decree", "kz-president"): "U",
    ("instruction", "kz-prime-minister"): "R",
}
"""Acts whose identifier is a letter, the year and the number."""

_IN_REGISTER = re.compile(r"(?P<digits>\d{1,8})(?:-[рө])?", re.IGNORECASE)
"""A number and the mark of an instruction behind it, which the register leaves out ("191-р", "191-ө")."""
OF_PARLIAMENT = frozenset({"law", "code", "constitution"})

_ROMAN = str.maketrans({"\u0406": "I", "\u0423": "V", "\u0425": "X", "1": "I"})
"""Cyrillic letters and a digit that Roman numerals are typed with."""
DOTTED = r"(?<![\d.])(?:\d{4}\.\d{1,2}\.\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2}))(?![\d]|\.\d)"
"""A day in digits, the year in front or behind: "13.06.2024", "2012.09.21", "12.04.22"."""
_STROKED = r"(?<![\w./-])(?<!№ )\d{1,2}/(?:0\d|1[0-2])/20\d\d(?![\w./-]*\w)"
_BY_HAND = r"[«\"“]\d{1,2}[»\"”][ .]{1,2}(?:0\d|1[0-2])[ .]{1,2}20\d\d(?!\d)"
"""Days as they are filled in by hand: "15/01/2031", "«5» 05 2031"."""
_DAY_PARTS = ("year", "month", "day")
MOST_DAYS, MONTHS = 31, 12
_LETTERS = rf"(?-i:(?:[{UPPER}]{{1,4}}[ -]|[{LOWER}]-){{0,2}}[{UPPER}]{{0,3}})"
NUMBER_SIGN = r"(?:№|(?<![^\W_])N(?:o|о|º)?\.?) ?"
_SERIES = rf"(?: (?-i:[{LOWER}]{{1,2}}/[{LOWER}]{{1,2}})(?!\w))?"
NUMBER = rf"{NUMBER_SIGN}(?P<number>{_LETTERS}\d(?:(?:[\w/-]|\.(?=\d)){{0,24}}\w)?{_SERIES})"
"""An act's number: "№ 465", "N 222", "№ А-5/148", "№ ҚР ДСМ-175/2030", "№ 20-01-38.3", "№ 96 о/д"."""


@cache
def day_pattern(lang: str, name: str = "date") -> str:
    """A pattern of a day as acts write it, in a group of that name: "«5» мая 2031 года", "2031 жылғы 5 мамырдағы"."""
    grammar = act_words(lang).grammar
    return rf"(?P<{name}>{grammar['day']}|{DOTTED}|{_STROKED}|{_BY_HAND})(?:{grammar['year_behind']})?"


def numbered_act(kind: str) -> str:
    """A pattern of the number of an act of a kind, with the mark that laws have behind it ("№ 12-IX ЗРК")."""
    marks = "|".join(act_words(lang).grammar["of_law"] for lang in ("ru", "kk"))
    return rf"{NUMBER}(?: (?:{marks})(?!\w))?" if kind in OF_PARLIAMENT else NUMBER


def parse_day(written: str | None, lang: str) -> date | None:
    """A day, None where it is none: "3 августа 2022", "«5» мая 2031", "2019 жылғы 27 желтоқсандағы", "2012.09.21".

    A year of two digits is one of our times ("21.01.16", "18.05.98"); a month that cannot be one is the day
    ("2010.18.02").
    """
    if not written:
        return None
    digits = [int(part) for part in re.findall(r"\d+", written)]
    names = re.findall(r"[^\W\d_]+", written)
    if len(digits) == len(_DAY_PARTS):
        year, month, day = digits if digits[0] > MOST_DAYS else reversed(digits)
        if month > MONTHS >= day:
            month, day = day, month
    elif len(digits) == len(_DAY_PARTS) - 1:
        tags = words(lang).tags
        found = next(
            (value for name in names for tag, value in [tags.get(name.casefold(), ("", ""))] if tag == "month"), None
        )
        if found is None:
            return None
        month, (day, year) = int(found), sorted(digits)
    else:
        return None
    try:
        return date(full_year(year), month, day)
    except ValueError:
        return None


def parse_number(written: str | None, kind: str) -> str | None:
    """An act's number; behind a law's stands a Roman numeral, whatever letters it is typed in ("169-УІ", "214-1V")."""
    if not written or kind != "law":
        return written
    number, dash, convocation = written.partition("-")
    roman = convocation.upper().translate(_ROMAN)
    return f"{number}{dash}{roman}" if re.fullmatch(r"[IVX]+", roman) else written


def identify_act(kind: str, number: str | None, day: date | None, issuer: str | None) -> str | None:
    """An act's identifier: by the register where the issuer has one (No 249 of 2023 is P2300000249), else by day,
    number and issuer ("act-2025-03-03-12-kz-moe"), so that its texts in two languages meet and acts of two bodies do
    not; None where day or number is not known. A law has no issuer in it, for one body alone makes laws.
    """
    if not number or not day:
        return None
    letter = REGISTERS.get((kind, issuer or ""))
    registered = _IN_REGISTER.fullmatch(number) if letter else None
    if registered and (number.isdigit() or letter == "R"):
        return f"{letter}{day.year % 100:02d}{registered['digits']:0>8}"
    plain = re.sub(r"[^a-z0-9]+", "-", number.casefold()).strip("-")
    by = f"-{issuer}" if issuer and kind not in OF_PARLIAMENT else ""
    return f"act-{day}-{plain}{by}"
