"""The State's register of legal acts: which names are its numbers, and where it shows an act."""

from __future__ import annotations

import re

REGISTER = "https://adilet.zan.kz"
LANGUAGES = {"kk": "kaz", "ru": "rus"}
"""A language's tag, and what the register's addresses call it."""
LAST_OLD_YEAR, FIRST_OLD_YEAR = 10, 90
"""Years, of two digits, of the acts whose numbers the register writes with seven digits and a stroke."""
_NUMBER = re.compile(r"[A-ZА-Я]\d{2}(?:[\dA-Z]{8}_?|[\dA-Z]{7}_)")
_OLD = re.compile(r"(?P<year>[A-Z]\d{2})(?P<number>\d{7})_")
_PLAIN = re.compile(r"(?P<letter>[A-Z])(?P<year>\d{2})0(?P<number>\d{7})")


def is_register_number(name: str) -> bool:
    """Whether a name is a number of the register ("P2300000249", "P030001389_")."""
    return bool(_NUMBER.fullmatch(name))


def plain_number(name: str) -> str:
    """A number of the register with its eight digits, as acts are identified: "P030001389_" is P0300001389."""
    return _OLD.sub(r"\g<year>0\g<number>", name) if _OLD.fullmatch(name) else name


def page_name(number: str) -> str:
    """A number as the register's addresses have it: an act of 2010 or before ends with a stroke, "P030001389_"."""
    plain = _PLAIN.fullmatch(number)
    if plain is None or LAST_OLD_YEAR < int(plain["year"]) < FIRST_OLD_YEAR:
        return number
    return f"{plain['letter']}{plain['year']}{plain['number']}_"


def official_page(number: str, lang: str) -> str | None:
    """The page of an act as it is in force; None for what is no number of the register, and in other languages."""
    if lang not in LANGUAGES or not is_register_number(number):
        return None
    return f"{REGISTER}/{LANGUAGES[lang]}/docs/{page_name(number)}"
