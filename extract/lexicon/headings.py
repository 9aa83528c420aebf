"""The words of `lexicon/headings.yml`: what a heading says that it is, and how a note of the register opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.lexicon.loading import read_lexicon

KINDS = ("annex", "section", "chapter", "direction", "paragraph", "goal")


@dataclass(frozen=True, slots=True)
class HeadingWords:
    """How a language words headings: kinds with a pattern of their word each, the words that open a note, and a pattern
    of those by which a line above days says that they are no plan, and one of what an event may be ("викторина").
    """

    kinds: Mapping[str, str]
    notes: tuple[str, ...]
    no_events: str
    taken_out: str
    event_forms: str


_KEYS = {"kinds", "notes", "taken_out", "no_events", "event_forms"}


@cache
def heading_words(lang: str) -> HeadingWords:
    """The words of a language; raises LexiconError naming what is missing."""
    file = read_lexicon("headings")
    data = file.data.get(lang, {})
    if set(data) != _KEYS or set(data["kinds"]) != set(KINDS):
        raise file.error(f"{lang} has kinds ({', '.join(KINDS)}), {', '.join(sorted(_KEYS - {'kinds'}))} alone", lang)
    return HeadingWords(**{**data, "notes": tuple(data["notes"])})
