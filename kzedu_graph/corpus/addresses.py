"""Addresses of acts in the official register of legal acts, by their numbers in it: both languages, any edition."""

from __future__ import annotations

import re
from datetime import date

REGISTER = "https://adilet.zan.kz"
LANGUAGES = {"kk": "kaz", "ru": "rus"}
"""A language's tag, and what the register's addresses call it."""
_NUMBER = re.compile(r"[A-ZА-Я]\d{2}[\dA-Z]{8}_?")
_ADDRESS = re.compile(rf"{REGISTER}/(?P<lang>kaz|rus)/(?:archive/)?docs/(?P<number>[^/#?]+)(?:/(?P<day>[\d.]+))?")


def is_register_number(name: str) -> bool:
    """Whether a name is a number of the register ("P2300000249")."""
    return bool(_NUMBER.fullmatch(name))


def register_addresses(number: str, day: date | None = None) -> tuple[str, ...]:
    """The addresses of an act in both languages: as it is in force, or as it was on a day of an edition."""
    places = (f"{REGISTER}/{lang}/" for lang in LANGUAGES.values())
    if day is None:
        return tuple(f"{place}docs/{number}" for place in places)
    return tuple(f"{place}archive/docs/{number}/{day:%d.%m.%Y}" for place in places)


def in_other_language(address: str) -> str | None:
    """The address of the same text in the other language; None where it is none of the register's."""
    found = _ADDRESS.match(address)
    if not found:
        return None
    other = next(lang for lang in LANGUAGES.values() if lang != found["lang"])
    return address[: found.start("lang")] + other + address[found.end("lang") :]
