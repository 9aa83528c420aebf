"""Posts and units of an organisation, read from `lexicon/staff.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.lexicon.loading import read_lexicon

KINDS = ("posts", "units", "bodies", "organisations", "places", "persons")


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
