"""Whom a sentence names as bound, in the language of its text; None rather than a guess."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh import bearers as kazakh
from extract.finders.duties.russian import bearers as russian

_FINDERS: Mapping[str, Callable[[Sequence[Word], str, int, int], Party | None]] = {
    "kk": kazakh.find_party,
    "ru": russian.find_party,
}
_LEVELS: Mapping[str, Callable[[Sequence[Word]], Party | None]] = {
    "kk": kazakh.find_level,
    "ru": russian.find_level,
}


def find_party(words: Sequence[Word], lang: str, role: str, first: int, last: int) -> Party | None:
    """The party in a role around the words of a decision ("организациям ТиППО необходимо", "ДББҰ жаңартады")."""
    return _FINDERS[lang](words, role, first, last)


def find_level(words: Sequence[Word], lang: str) -> Party | None:
    """The party of a lead-in that names only its level: "на уровне местных исполнительных органов:"."""
    return _LEVELS[lang](words)
