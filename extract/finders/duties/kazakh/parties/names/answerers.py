"""Somebody's name: in brackets behind the body at which he answers, or behind his post: "бағбан С. Садов"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, is_letter
from extract.lexicon.phrasing import phrasing

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


def whole_name_end(words: Sequence[Word], n: int) -> int | None:
    """Where brackets close around a name that open at a place behind a noun; None elsewhere."""
    return name_end(words, n) if words[n].tag == "open" else None


def person_end(words: Sequence[Word], n: int) -> int | None:
    """The last word of a person's name that begins at a place and has no case: "С. Садов", "Садов С.", "Ай Садова".

    A surname alone is known by its end: "бағбан Садова", not "бағбан Абай".
    """
    behind = _behind_initials(words, n)
    if behind > n:
        return behind if behind < len(words) and _is_surname(words[behind]) else None
    if not _is_surname(words[n]) or n + 1 >= len(words):
        return None
    behind = _behind_initials(words, n + 1)
    if behind > n + 1:
        return behind - 2  # the last initial; its point goes with it
    surname = phrasing("kk").pattern("surname")
    if surname.search(words[n + 1].norm) and _is_surname(words[n + 1]):
        return n + 1
    return n if surname.search(words[n].norm) else None


def _behind_initials(words: Sequence[Word], n: int) -> int:
    """The place behind one initial or two that stand at a place: "С.", "С. С."."""
    for _ in range(2):
        initial = n + 1 < len(words) and is_letter(words[n]) and words[n].text.isupper() and words[n + 1].text == "."
        n += 2 if initial else 0
    return n


def _is_surname(word: Word) -> bool:
    return word.text.istitle() and len(word.text) > 2 and word.tag != "title" and case_of(word) == ""
