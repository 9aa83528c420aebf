"""Whom a Russian pronoun binds: all in a ban ("никому из гостей не дозволяется"), who pledges ("Мы обязуемся")."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.own_will import will_do
from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.tags import FINITE
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import is_case
from extract.lexicon.phrasing import phrasing

_CLOSES = frozenset({"start", "semicolon", "stop"})
_BEHIND = 5
"""Words behind a verb that forbids among which all stand: "запрещено | всем"."""
_OF_WHOM = 3
"""Words behind "никому из" that say of whom."""


def stands_for_all(words: Sequence[Word], decision: Decision) -> Party | None:
    """The pronoun in the clause of a ban by which all are bound, with whose they are; None where none stands there."""
    if decision.rule.reads != "prohibition":
        return None
    wording = phrasing("ru")
    opens = next((n for n in range(decision.first, -1, -1) if words[n].tag in _CLOSES), 0)
    before = (n for n in range(opens + 1, decision.last + 1) if words[n].norm in wording.words("nobody"))
    judged = words[decision.last].tag in ("forbidden", "allowed")
    behind = range(decision.last + 1, min(decision.last + _BEHIND, len(words)) if judged else 0)
    place = next(before, None) or next((n for n in behind if words[n].norm in wording.words("all_told")), None)
    gives = words[decision.last].tag == "imperative" or wording.pattern("gives_or_tells").match(
        words[decision.last].norm
    )
    if place is not None and gives and words[place].norm in wording.words("given_to_nobody"):
        return None  # "лейки никому не | выдавай"
    return None if place is None else Party(place, _last_of(words, place), place)


def _last_of(words: Sequence[Word], n: int) -> int:
    """The last word of whom all are of: "никому | из гостей сада"."""
    if n + 2 >= len(words) or words[n + 1].norm not in phrasing("ru").words("out_of"):
        return n
    last = n + 1
    while last + 1 < min(n + 2 + _OF_WHOM, len(words)) and is_case(words[last + 1], "gent"):
        last += 1
    return last if last > n + 1 else n


def is_of_speech(words: Sequence[Word], decision: Decision, party: Party) -> bool:
    """Whether "we" will do something in a speech ("Мы изменим мир"): to nobody who is written to, and by no day."""
    wording = phrasing("ru")
    if words[decision.last].tag != "future" or words[party.first].norm not in wording.words("speakers"):
        return False
    if any(word.tag == "number" or word.norm in wording.words("written_to") for word in words):
        return False
    return wording.pattern("everyday_term").search(" ".join(word.text for word in words)) is None


def _is_of_others(word: Word) -> bool:
    """Whether a predicate is none of what the speaker will do: "мы проверим замки и | ответим"."""
    return word.tag in FINITE and not (word.tag == "future" and will_do(word.norm))


def find_speaker(words: Sequence[Word], begin: int, verb: int) -> Party | None:
    """Who says "I" or "we" before the verb of his pledge, in a clause from `begin` on, with what he says that he is."""
    wording = phrasing("ru")
    place = next((n for n in range(begin, verb) if words[n].norm in wording.words("speakers")), verb)
    pledges = (words[verb].tag == "future" and will_do(words[verb].norm)) or words[verb].norm in wording.words(
        "pledges_of_oneself"
    )
    if place == verb or not pledges:
        return None
    if words[place + 1].tag != "comma":
        apart = any(word.tag == "comma" or _is_of_others(word) for word in words[place + 1 : verb])
        return None if apart else Party(place, place, place)  # "я писала, он | должен"
    close = next((n for n in range(verb - 1, place + 1, -1) if words[n].tag == "comma"), place + 1)
    return Party(place, close - 1, place) if close > place + 1 else Party(place, place, place)
