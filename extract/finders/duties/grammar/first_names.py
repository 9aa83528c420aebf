"""Whether Russian words are a person's first name: "Тимур", "Ольга Петровна"."""

from __future__ import annotations

import re

from extract.language.russian import parses_of
from extract.lexicon.phrasing import phrasing

_NAMES = 3
"""Words of a person's name: "Ольга Петровна Липова"."""


def is_first_name(text: str, *, called: bool = False) -> bool:
    """Whether words are a person's first name, perhaps with his father's name or surname: "Ольга Петровна".

    One that is a thing as well ("Роза", "Света") is a name only where somebody is `called` so.
    """
    words = text.split()
    if not 0 < len(words) <= _NAMES or not all(word[:1].isupper() and word[1:].islower() for word in words):
        return False
    first = parses_of(words[0].lower())
    wording, name = phrasing("ru"), words[0].lower()
    ours = name in wording.words("first_names_of_ours")
    named = any("Name" in parse.tag for parse in first) and any("nomn" in parse.tag for parse in first)
    named = named or ours or name in wording.words("first_names_as_things")
    common = not ours and any(
        parse.tag.POS == "NOUN" and not _IS_NAME.intersection(parse.tag.grammemes) for parse in first
    )
    behind = all(
        any(_IS_NAME.intersection(parse.tag.grammemes) for parse in parses_of(word.lower())) for word in words[1:]
    )
    return named and behind and (called or len(words) > 1 or not common)


_IS_NAME = frozenset({"Name", "Patr", "Surn"})


def calls_by_name(text: str) -> re.Match[str] | None:
    """The opening of a Russian sentence that calls persons by their first names, `who`: "Тимур, | полей розы"."""
    match = phrasing("ru").pattern("calls_by_name").match(text)
    named = match is not None and all(is_first_name(who, called=True) for who in parted_names(match["who"]))
    return match if named else None


def parted_names(text: str) -> list[str]:
    """The names that a line joins: "Тимур, Ольга и Асель"."""
    return [name for name in phrasing("ru").pattern("joins_names").split(text) if name]
