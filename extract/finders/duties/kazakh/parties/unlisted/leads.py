"""Whom a Kazakh lead-in names for its items, though no list has him: "Кеңесші:", "Кеңесшінің міндеттері:"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_owned, stem_of
from extract.finders.duties.kazakh.nouns import is_noun
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.unlisted.kinds import is_actor, is_thing
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def owner_in_lead(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """Whose tasks a lead-in names, though no list knows the body: "Суару бекетінің функциялары:"."""
    colon = next((n for n in range(begin + 1, min(end + 2, len(words))) if words[n].tag == "colon"), None)
    party = subject_of_lead(words, begin, colon) if colon is not None else None
    if party is None or case_of(words[party.head]) != "genitive":
        return None
    return party if is_actor(words, party.head) or is_owned(words[party.head]) else None


def subject_of_lead(words: Sequence[Word], begin: int, colon: int) -> Party | None:
    """Whom a lead-in names: "Кеңесші:", "Кеңесшінің:", "Кеңесшінің негізгі міндеттері мен құқықтары:".

    A body within which its items are done is who does them, as they name no other: "Мектептерде: | бақты күтеді".
    """
    last = colon - 1
    if words[last].norm in _WORDING.words("closes_scope"):
        return _before_scope_of_deeds(words, begin, last)
    beside = _WORDING.words("what_is_due") | _WORDING.words("beside_due")
    while last > begin and (words[last].norm in beside or words[last].tag == "conjunction"):
        last -= 1
    of_duties = any(word.norm in _WORDING.words("what_is_due") for word in words[last + 1 : colon])
    if case_of(words[last]) == "genitive":
        owner = is_actor(words, last) or (of_duties and not is_thing(words[last]))
        return Party(extent(words, last, begin), last, last) if owner else None
    if last + 1 == colon and case_of(words[last]) == "locative":
        within = stem_of(words[last]) in _WORDING.words("bodies")  # "Бақты күту үшін мектептерде:"
        return Party(extent(words, last, begin), last, last) if within else None
    if last + 1 < colon or case_of(words[last]) or not is_noun(words[last]) or words[last].tag not in ("word", "past"):
        return None
    acts = is_actor(words, last) or (is_owned(words[last]) and not is_thing(words[last]))
    return Party(extent(words, last, begin), last, last) if acts else None


def _before_scope_of_deeds(words: Sequence[Word], begin: int, last: int) -> Party | None:
    """Who opens a lead-in that goes on with in what he acts: "Уәкілетті орган | бақ жолдарын пайдалану бөлігінде:".

    An object with a possessive ending may be the body's in a sentence; the items below say that somebody acts.
    """
    for n in range(begin, last - 1):
        owns = is_owned(words[n + 1]) and case_of(words[n + 1]) != "accusative"
        if case_of(words[n]) == "" and not owns and is_actor(words, n) and phrase_start(words, n, begin) == begin:
            return Party(begin, n, n)
    return None
