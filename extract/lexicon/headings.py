"""The words of `lexicon/headings.yml`: what a heading says that it is, and how a note of the register opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.lexicon.loading import LANGUAGES, read_lexicon

KINDS = ("annex", "section", "chapter", "direction", "paragraph", "goal")


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """How a language words headings: kinds with a pattern of their word each, the words that open a note, and a pattern
    of what an event may be ("викторина"); what tells lists of events by day and tables that have run together.
    """

    kinds: Mapping[str, str]
    notes: tuple[str, ...]
    taken_out: str
    event_forms: str
    days: Mapping[str, str]
    tables: Mapping[str, str]


_KEYS = {"kinds", "notes", "taken_out", "event_forms", "days", "tables"}


@cache
def heading_words(lang: str) -> HeadingWords:
    """The words of a language; raises LexiconError naming what is missing."""
    file = read_lexicon("headings")
    data = file.data.get(lang, {})
    if set(data) != _KEYS or set(data["kinds"]) != set(KINDS):
        raise file.error(f"{lang} has kinds ({', '.join(KINDS)}), {', '.join(sorted(_KEYS - {'kinds'}))} alone", lang)
    return HeadingWords(**{**data, "notes": tuple(data["notes"])})


@cache
def in_any_language(group: str, key: str) -> str:
    """What the languages have under a key of `days` or of `tables`, as one regular expression."""
    found = (getattr(heading_words(lang), group)[key] for lang in LANGUAGES)
    return "|".join(one for one in found if one)
