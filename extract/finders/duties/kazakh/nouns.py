"""Which Kazakh words may be the noun of a subject or an object, and in which form they stand."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, is_adjective, is_adverb, is_conditional, is_converb, is_owned
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")
_NO_NOUNS = (
    "of_a_time",
    "opens_sentence",
    "particles",
    "every",
    "how",
    "points_at",
    "closes_time",
    "its",
    "ends_time",
    "asks_whether",
    "manner",
    "plain_adjectives",
)
"""Groups of words that are no nouns."""
NOUNS = frozenset({"word", "imperative", "to-do", "its-doing", "past", "state", "title", "close"})
"""Classes of words that may be a noun."""
_ROMAN = frozenset("IVXІХ")
"""Letters of Roman numerals, in both scripts."""


def is_noun(word: Word) -> bool:
    """Whether a word may be the noun of an object: no converb, adverb or attribute that waits for its noun."""
    waits = (
        any(word.norm in _WORDING.words(name) for name in _NO_NOUNS)
        or is_conditional(word)
        or is_converb(word)
        or is_adverb(word)
        or (is_adjective(word) and not is_owned(word))
        or set(word.text) <= _ROMAN
        or word.norm in _WORDING.numbers
        or _WORDING.pattern("ordinal").search(word.norm) is not None
    )
    return word.tag in NOUNS and not waits


def is_bare_plural(word: Word) -> bool:
    """Whether a noun is of several and has no further ending: "актілер"."""
    return [ending.kind for ending in analyse(word.text)[0].endings] == ["plural"]


def first_governed(words: Sequence[Word], begin: int, end: int) -> int | None:
    """The first place, before `end`, of a word in a case that is no owner's: "бақтың гүлін"; None where none stands."""
    return next((n for n in range(begin, end) if case_of(words[n]) not in ("", "genitive")), None)
