"""The day of an act as printed, and the identifier that its kind, number, day and issuer make."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from extract.lexicon.acts import act_words, header_words
from extract.lexicon.words import words

REGISTERS: Mapping[tuple[str, str], str] = {("resolution", "kz-government"): "P", ("decree", "kz-president"): "U"}
"""Acts whose identifier is a letter, the year and the number."""

OF_PARLIAMENT = frozenset({"law", "code", "constitution"})

_ROMAN = str.maketrans({"\u0406": "I", "\u0423": "V", "\u0425": "X", "1": "I"})
"""Cyrillic letters and a digit that Roman numerals are typed with."""
DOTTED = r"\d{2}\.\d{2}\.(?:\d{4}|\d{2})(?!\d)"
NUMBER = r"№ ?(?P<number>\d[\w/-]{0,20})"
"""An act's number as prose writes it."""
_DAY_IN_MARKS = re.compile(r"[«»\"“”]")


def day_pattern(lang: str, name: str = "date") -> str:
    """A pattern of a day as prose writes it, in a group of that name: "5 мая 2031 года", "2031 жылғы 5 мамырдағы"."""
    grammar = act_words(lang).grammar
    behind = f"(?:{grammar['year_behind']})?" if grammar["year_behind"] else ""
    return rf"(?P<{name}>{grammar['day']}|{DOTTED}){behind}"


def header_number() -> str:
    """A pattern of an act's number as headers write it, with letters before it and a law's mark behind it."""
    marks = "|".join(header_words(lang)["of_law"] for lang in ("ru", "kk"))
    return rf"(?:№|N) ?(?P<number>(?:[^\W\d_]{{1,4}}[ -]){{0,2}}\d(?:[\w/-]*\w)?)(?: (?:{marks}))?"


def header_day(lang: str) -> str:
    """A pattern of a day as headers and notes write it: "«5» мая 2031 года", "05.05.2031"."""
    return str(header_words(lang)["day"])


def parse_day(written: str | None, lang: str) -> date | None:
    """A day, None where it is none: "3 августа 2022", "«5» мая 2031", "2019 жылғы 27 желтоқсандағы", "13.06.2024".

    A year of two digits is one of this century ("21.01.16").
    """
    if not written:
        return None
    parts = _DAY_IN_MARKS.sub("", written).split()
    if len(parts) == 1:
        day, month, year = written.split(".")
        year = f"20{year}" if len(year) == 2 else year
    elif lang == "ru":
        day, month, year = parts
    else:
        year, _, day, month = parts
    tag, value = words(lang).tags.get(month.casefold(), ("month", month) if month.isdigit() else ("", ""))
    try:
        return date(int(year), int(value), int(day)) if tag == "month" else None
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
    if letter and number.isdigit():
        return f"{letter}{day.year % 100:02d}{number:0>8}"
    plain = re.sub(r"[^a-z0-9]+", "-", number.casefold()).strip("-")
    by = f"-{issuer}" if issuer and kind not in OF_PARLIAMENT else ""
    return f"act-{day}-{plain}{by}"
