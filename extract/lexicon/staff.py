"""Posts and units of an organisation, read from `lexicon/staff.yml`, and names of organisations told by them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.lexicon.loading import read_lexicon

KINDS = ("posts", "units", "bodies", "organisations", "places", "persons")
LONGEST_NAME = 240
"""Characters."""
MOST_BEFORE = 3
"""Words, attributes and legal forms, before the one that tells: "ГУ Садыкская районная школа"."""


@dataclass(frozen=True, slots=True)
class StaffWords:
    """Beginnings of the words for posts, for units, for bodies of their own, for organisations that have posts and
    units, for the places or levels that bodies are of, and for people who are no staff, each with an example.
    """

    posts: Mapping[str, str]
    units: Mapping[str, str]
    bodies: Mapping[str, str]
    organisations: Mapping[str, str]
    places: Mapping[str, str]
    persons: Mapping[str, str]

    @property
    def stems(self) -> tuple[str, ...]:
        return (*self.posts, *self.units)


@cache
def staff_words(lang: str) -> StaffWords:
    """The words of a language; raises KeyError for one that has none."""
    data = read_lexicon("staff").data[lang]
    return StaffWords(*({str(stem): example for stem, example in data[kind].items()} for kind in KINDS))


def names_house(written: str, lang: str) -> bool:
    """Whether words are an organisation's or a unit's name: "Отдел садов по району", "Бақ аудандық кітапханасы"."""
    if not 0 < len(written) <= LONGEST_NAME or written.endswith((".", ":", ";", "?", "!")):
        return False
    return bool(_organisations(lang).search(written))


@cache
def _organisations(lang: str) -> re.Pattern[str]:
    words = staff_words(lang)
    stems = sorted({*words.organisations, *words.units, *words.bodies}, key=len, reverse=True)
    told = rf"(?:{'|'.join(re.escape(stem) for stem in stems if len(stem) > 2)})\w{{0,6}}"
    if lang == "kk":
        return re.compile(rf"(?<!\w){told}[»\"”]?(?: [^\W\d_]{{2,6}})?$", re.IGNORECASE)
    before = rf"(?:[«\"“]?[^\W\d_][\w-]*(?:ая|ий|ый|ой|ое|ее) |(?-i:[А-ЯЁ]{{2,5}}) |на ){{0,{MOST_BEFORE}}}"
    return re.compile(rf"^{before}[«\"“]?{told}(?!\w)", re.IGNORECASE)
