"""Persons whom a Kazakh act names and appoints: "Садов А. жетекші тағайындалсын" binds nobody by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

if TYPE_CHECKING:
    from extract.finders.duties.grammar.words import Word

_CLAUSE_EDGES = frozenset({"start", "semicolon", "stop", "colon"})
APPOINTS = "appoints"
"""The class of a verb that makes somebody named what stands before it."""


def with_appointments(words: list[Word]) -> list[Word]:
    """The words, "тағайындалсын" and "бекітілсін" told as what appoints where a person is the subject by name."""
    forms = phrasing("kk").words("appointed")
    for n, word in enumerate(words):
        if word.norm in forms and _names_subject(words, _clause_start(words, n), n - 1):
            words[n] = word._replace(tag=APPOINTS)
    return words


def _clause_start(words: Sequence[Word], n: int) -> int:
    return next((k + 1 for k in range(n - 1, -1, -1) if words[k].tag in _CLAUSE_EDGES), 1)


def _names_subject(words: Sequence[Word], begin: int, post: int) -> bool:
    """Whether a person in no case is named between the beginning of a clause and a post: by initials or two names.

    "Садов А. | жетекші", "Садова Айгүл | тәлімгер", but "А. Садоваға | тәлімгер".
    """
    initial = next((n for n in range(begin, post - 1) if _is_initial(words, n)), None)
    if initial is None:
        return any(_are_names(words, n, n + 1 == post - 1) for n in range(begin, post - 1))
    last = initial + 2
    while last < post and _is_initial(words, last):
        last += 2
    around = [words[n] for n in (initial - 1, last) if begin <= n < post and words[n].text.istitle()]
    return bool(around) and not any(_is_in_a_case(word) for word in around)


def _are_names(words: Sequence[Word], n: int, before_post: bool) -> bool:
    """Whether two words are names of one person: a surname or a father's among them, or right before a post."""
    pair = words[n : n + 2]
    if any(word.tag != "word" or not word.text.istitle() or len(word.text) == 1 for word in pair):
        return False
    surname = phrasing("kk").pattern("surname")
    known = before_post or any(surname.search(word.norm) for word in pair)
    third = words[n + 2] if words[n + 2].text.istitle() else None
    return known and not any(_is_in_a_case(word) for word in (*pair, *([third] if third else [])))


def _is_initial(words: Sequence[Word], n: int) -> bool:
    return len(words[n].text) == 1 and words[n].text.isupper() and words[n + 1].text == "."


def _is_in_a_case(word: Word) -> bool:
    endings = analyse(word.text)[0].endings
    return bool(endings) and endings[-1].kind in ("genitive", "dative", "locative", "ablative", "attributive")
