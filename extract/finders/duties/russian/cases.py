"""In which case a Russian word may stand."""

from __future__ import annotations

from extract.finders.duties.grammar.words import Word
from extract.language.russian import readings

_NOUN_TAGS = frozenset({"word", "possibility", "right", "attention", "aim"})
_NOMINAL = frozenset({"ADJF", "PRTF", "NUMR", "NOUN"})


def is_case(word: Word, case: str, parts: frozenset[str] = _NOMINAL) -> bool:
    """Whether a word may be a noun or an attribute in a case (pymorphy's name of it)."""
    return word.tag in _NOUN_TAGS and any(
        pos in parts and found in (case, "") for _, pos, found, _ in readings(word.norm)
    )
