"""What it is time for in Kazakh: a deed, "суды үнемдейтін кез келді", or what comes by itself, "құстар қайтатын".

So with what stays: a copy with somebody, or anything as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, names_actor
from extract.finders.duties.kazakh.parties.points import clause_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")


def comes_by_itself(words: Sequence[Word], participle: int) -> bool:
    """Whether it is no deed that it is time for: somebody stands before it as its subject, or nothing as its object."""
    before = words[clause_start(words, participle) : participle]
    if any(_is_subject(word) for word in before):
        return True
    done_to = any(case_of(word) == "accusative" for word in before)
    made = _WORDING.pattern("to_be_made").match(words[participle].norm) is not None
    return not done_to and not (made and bool(before) and before[-1].tag == "word")


def stays_by_itself(words: Sequence[Word], first: int, verb: int) -> bool:
    """Whether the other of several is no copy that stays with somebody: "екіншісі өзгеріссіз қалады"."""
    if words[first].norm not in _WORDING.words("further_copies"):
        return False
    if any(word.norm in _WORDING.words("copies") for word in words[:verb]):
        return False
    holder = words[verb - 1]
    return case_of(holder) != "locative" or not (names_actor(holder) or is_person(holder))


def _is_subject(word: Word) -> bool:
    """Whether a noun can only be a subject before a participle: bare, and a plural, a person or a pronoun."""
    if word.norm in _WORDING.words("who_acts_himself"):
        return True
    if word.tag != "word" or case_of(word) != "":
        return False
    endings = analyse(word.text)[0].endings
    return bool(endings and endings[-1].kind == "plural") or is_person(word)
