"""Whether Russian words are a person's first name: "Тимур", "Ольга Петровна"."""

from __future__ import annotations

from extract.language.russian import parses_of

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
    named = any("Name" in parse.tag for parse in first) and any("nomn" in parse.tag for parse in first)
    common = any(parse.tag.POS == "NOUN" and not _IS_NAME.intersection(parse.tag.grammemes) for parse in first)
    behind = all(
        any(_IS_NAME.intersection(parse.tag.grammemes) for parse in parses_of(word.lower())) for word in words[1:]
    )
    return named and behind and (called or len(words) > 1 or not common)


_IS_NAME = frozenset({"Name", "Patr", "Surn"})
