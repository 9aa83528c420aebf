"""Whom a sentence names as bound, in the language of its text; None rather than a guess."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.parties import bearers as kazakh
from extract.finders.duties.kazakh.parties import members as kazakh_members
from extract.finders.duties.russian.parties import bearers as russian
from extract.finders.duties.russian.parties import members as russian_members

_FINDERS: Mapping[str, Callable[[Sequence[Word], str, int, int], Party | None]] = {
    "kk": kazakh.find_party,
    "ru": russian.find_party,
}
_LEVELS: Mapping[str, Callable[[Sequence[Word]], Party | None]] = {
    "kk": kazakh.find_level,
    "ru": russian.find_level,
}
_MEMBERS: Mapping[str, Callable[[Sequence[Word], Party], tuple[tuple[int, int], ...]]] = {
    "kk": kazakh_members.find_members,
    "ru": russian_members.find_members,
}


def find_party(words: Sequence[Word], lang: str, role: str, first: int, last: int) -> Party | None:
    """The party in a role around the words of a decision ("организациям ТиППО необходимо", "ДББҰ жаңартады")."""
    return _FINDERS[lang](words, role, first, last)


def find_level(words: Sequence[Word], lang: str) -> Party | None:
    """The party of a lead-in that names only its level: "на уровне местных исполнительных органов:"."""
    return _LEVELS[lang](words)


def find_members(words: Sequence[Word], lang: str, party: Party) -> tuple[tuple[int, int], ...]:
    """The first and last word (inclusive) of everyone that a party names: "Министерству финансов, колледжам"."""
    return _MEMBERS[lang](words, party)
