"""Of which kind a Russian word is by itself: a preposition, the name of a doing, of somebody, of an owner."""

from __future__ import annotations

from functools import lru_cache

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.language.russian import readings
from extract.lexicon.duties import duty_words
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")


def names_somebody(word: Word) -> bool:
    """Whether a word names somebody who can act."""
    heads = duty_words("ru").actors.heads
    return any(
        lemma in heads or lemma.partition("-")[0] in heads for lemma, pos, _, _ in readings(word.norm) if pos in NOUNS
    )


def is_body(word: Word) -> bool:
    """Whether a noun is a body by its place alone: "организация", "группа"."""
    bodies = _WORDING.words("bodies_of_fields")
    return any(lemma in bodies or lemma in duty_words("ru").actors.compounds for lemma, *_ in readings(word.norm))


def is_doing(word: Word) -> bool:
    """Whether a noun names what is going on ("участие", "проверка"), not a thing in the same endings ("решение")."""
    return word.tag != "number" and _names_doing(word.norm)


@lru_cache(maxsize=20_000)
def _names_doing(norm: str) -> bool:
    told = _WORDING.pattern("event").search(norm) is not None and not _WORDING.pattern("result").match(norm)
    return told and any(pos in NOUNS for _, pos, _, _ in readings(norm))


def is_preposition(word: Word) -> bool:
    """Whether a word is a preposition in its first reading."""
    if word.tag != "word":
        return False
    return word.norm in _INSTEAD or (bool(readings(word.norm)) and readings(word.norm)[0][1] == "PREP")


_INSTEAD = _WORDING.words("instead")


def is_owner(word: Word) -> bool:
    """Whether a word may be a genitive of a noun before it; "привлечение | их | к поливу"."""
    return is_case(word, "gent") or word.norm in _WORDING.words("pronouns_done_to") or is_abbreviation(word.text)
