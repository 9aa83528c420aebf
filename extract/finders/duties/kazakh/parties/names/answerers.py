"""Somebody's name in brackets behind the body at which he answers: "бақ бөлімі (С. Садов)"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import is_letter

LONGEST_NAME = 24
"""Words and marks of the names in brackets."""


def name_end(words: Sequence[Word], n: int) -> int | None:
    """Where brackets close that open at a place around names: "(С. Садов)", "(Садов С.С., Липов Б.)"; else None."""
    if words[n].tag != "open":
        return None
    close = next((k for k in range(n + 1, min(n + LONGEST_NAME, len(words))) if words[k].tag == "close"), None)
    inside = words[n + 1 : close] if close is not None else []
    surname = any(word.text[:1].isupper() and len(word.text) > 2 for word in inside)
    initial = any(is_letter(word) and word.text.isupper() for word in inside)
    return close if surname and initial else None
