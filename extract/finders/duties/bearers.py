"""Whom a sentence names as bound, in the language of its text; None rather than a guess."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from extract.finders.duties import bearers_kk, bearers_ru
from extract.finders.duties.words import Party, Word

_FINDERS: Mapping[str, Callable[[Sequence[Word], str, int, int], Party | None]] = {
    "kk": bearers_kk.find_party,
    "ru": bearers_ru.find_party,
}
_LEVELS: Mapping[str, Callable[[Sequence[Word]], Party | None]] = {
    "kk": bearers_kk.find_level,
    "ru": bearers_ru.find_level,
}


def find_party(words: Sequence[Word], lang: str, role: str, first: int, last: int) -> Party | None:
    """The party in a role around the words of a decision ("организациям ТиППО необходимо", "ДББҰ жаңартады")."""
    return _FINDERS[lang](words, role, first, last)


def find_level(words: Sequence[Word], lang: str) -> Party | None:
    """The party of a lead-in that names only its level: "на уровне местных исполнительных органов:"."""
    return _LEVELS[lang](words)
