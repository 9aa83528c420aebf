"""Of which kind a Kazakh noun is by itself: somebody who can act, a thing, several, one and nobody's."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, is_owned, stem_of
from extract.finders.duties.kazakh.parties.names.actors import is_known
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")


def is_actor(words: Sequence[Word], n: int) -> bool:
    """Whether a noun names who can act: known by a list, by its end ("кеңесші"), or as a service ("аулау қызметі")."""
    stem = stem_of(words[n])
    if stem in _WORDING.words("acts_as_one") and words[n - 1].norm in _WORDING.words("one_of_many"):
        return True
    if stem in _WORDING.words("houses") and is_owned(words[n]) and words[n - 1].norm in _WORDING.words("houses_of"):
        return True  # "жасөспірімдер үйі"
    if is_known(words, n) or is_person(words[n]) or _WORDING.pattern("by_trade").search(stem):
        return True
    return stem in _WORDING.words("services") and is_owned(words[n]) and case_of(words[n - 1]) != "genitive"


def is_bare_noun(word: Word) -> bool:
    """Whether a noun is neither of several nor somebody's own."""
    return not any(ending.kind in ("plural", "possessive 3") for ending in analyse(word.text)[0].endings)


def is_thing(word: Word) -> bool:
    """Whether a noun is a thing, that does nothing: "шешімі", "бағдарламасы"."""
    stem = stem_of(word)
    return stem in _WORDING.words("things") or _WORDING.pattern("thing").search(stem) is not None
