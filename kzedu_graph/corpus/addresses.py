"""Addresses of acts in the official register of legal acts, by their numbers in it: both languages, any edition."""

from __future__ import annotations

import re
from datetime import date

from kzedu_graph.model.register import LANGUAGES, REGISTER, page_name

_ADDRESS = re.compile(rf"{REGISTER}/(?P<lang>kaz|rus)/(?:archive/)?docs/(?P<number>[^/#?]+)(?:/(?P<day>[\d.]+))?")


def register_addresses(number: str, day: date | None = None) -> tuple[str, ...]:
    """The addresses of an act in both languages: as it is in force, or as it was on a day of an edition."""
    places = (f"{REGISTER}/{lang}/" for lang in LANGUAGES.values())
    page = page_name(number)
    if day is None:
        return tuple(f"{place}docs/{page}" for place in places)
    return tuple(f"{place}archive/docs/{page}/{day:%d.%m.%Y}" for place in places)


def in_other_language(address: str) -> str | None:
    """The address of the same text in the other language; None where it is none of the register's."""
    found = _ADDRESS.match(address)
    if not found:
        return None
    other = next(lang for lang in LANGUAGES.values() if lang != found["lang"])
    return address[: found.start("lang")] + other + address[found.end("lang") :]
