"""As which part of speech and in which case a Russian word may stand (pymorphy's names of both)."""

from __future__ import annotations

from extract.finders.duties.grammar.words import Word
from extract.language.russian import readings

NOUNS = frozenset({"NOUN"})
PARTICIPLES = frozenset({"PRTF"})
ADJECTIVES = frozenset({"ADJF", "PRTF", "NUMR"})
PREPOSITIONS = frozenset({"PREP"})
LINKS = frozenset({"PREP", "CONJ", "PRCL"})
_NOMINAL = ADJECTIVES | NOUNS
_NOUN_TAGS = frozenset({"word", "possibility", "right", "attention", "aim"})


def is_case(word: Word, case: str, parts: frozenset[str] = _NOMINAL) -> bool:
    """Whether a word may be a noun or an attribute in a case; words of a decision that are nouns count, too."""
    return word.tag in _NOUN_TAGS and any(
        pos in parts and found in (case, "") for _, pos, found, _ in readings(word.norm)
    )


def is_in(word: Word, parts: frozenset[str], case: str = "") -> bool:
    """Whether a word that decides nothing may be of these parts of speech, in a case if one is told."""
    return word.tag == "word" and any(
        pos in parts and (not case or found in (case, "")) for _, pos, found, _ in readings(word.norm)
    )
