"""Which Kazakh words may be the noun of a subject or an object."""

from __future__ import annotations

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import is_adjective, is_adverb, is_conditional, is_converb, is_owned
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_MANNER = _WORDING.words("manner")
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
)
NOUNS = frozenset({"word", "imperative", "to-do", "its-doing", "past", "state", "title", "close"})
"""Classes of words that may be a noun."""
_ROMAN = frozenset("IVXІХ")
"""Letters of Roman numerals, in both scripts."""


def is_noun(word: Word) -> bool:
    """Whether a word may be the noun of an object: no converb, adverb or attribute that waits for its noun."""
    waits = any(word.norm in _WORDING.words(name) for name in _NO_NOUNS)
    waits = waits or is_conditional(word) or is_converb(word) or is_adverb(word)
    waits = waits or (is_adjective(word) and not is_owned(word))
    waits = (
        waits
        or word.norm in _WORDING.words("plain_adjectives")
        or set(word.text) <= _ROMAN
        or word.norm in _WORDING.numbers
        or _WORDING.pattern("ordinal").search(word.norm) is not None
    )
    return word.tag in NOUNS and not waits and word.norm not in _MANNER
