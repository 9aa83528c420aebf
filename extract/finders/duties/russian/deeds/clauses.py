"""Which words of a Russian clause or lead-in are a duty's own: none of what stands above or is summed up before it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.complements.before import phrase_before
from extract.finders.duties.russian.complements.phrases import phrase_from
from extract.finders.duties.russian.deeds.denied_behind import own_of_denied
from extract.finders.duties.russian.deeds.reporting import is_of_which
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.next_steps import begin_of_next
from extract.finders.duties.russian.openings import opens
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_BESIDE_ADVICE = "done-beside-advice"
"""The rule of what is done beside what is advised: "Рекомендовать мастерам книгу и | провести опрос"."""


def own_clause(words: Sequence[Word], decision: Decision, first: int, last: int) -> tuple[int, int]:
    """The first and last word of a clause (from `first` to `last`) that are a duty's own."""
    if decision.rule.name == _BESIDE_ADVICE:
        return max(first, decision.first), last
    first, last = _of_relative(words, decision, first, last)
    following = begin_of_next(words, decision.first)
    if following is not None and following > first:
        return following, last
    first = own_of_denied(words, decision, _behind_sum(words, decision, first))
    return _behind_fact(words, decision, first), last


def _of_relative(words: Sequence[Word], decision: Decision, first: int, last: int) -> tuple[int, int]:
    """The relative clause that a duty stands in, without its relative word: "акт, который | подписывается"."""
    place = decision.last
    opens = next((n for n in range(place, first, -1) if words[n].tag == "relative"), None)
    told = opens is not None and decision.last > opens and is_of_which(words, opens)
    if not words[place].subordinate or opens is None or (decision.first <= opens and not told):
        return first, last
    close = next((n for n in range(place, last) if not words[n + 1].subordinate), last)
    owned = words[opens - 1].tag == "word" and words[opens - 2].tag == "comma"  # "сбором которых занимается"
    owned = owned and not is_preposition(words[opens - 1])  # "с которым ознакомляется"
    owned = owned or (told and words[opens - 1].norm in _WORDING.words("about"))
    return opens - 1 if owned else opens + 1, close  # "| о чем сообщается школе"


def _behind_sum(words: Sequence[Word], decision: Decision, first: int) -> int:
    """Where a clause begins behind what it sums up: "выдаются трубы, тем самым | будут приняты меры"."""
    pairs = range(first + 1, decision.first - 1)
    sums = [n + 2 for n in pairs if f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("by_this")]
    return sums[-1] if sums else first


def _behind_fact(words: Sequence[Word], decision: Decision, first: int) -> int:
    """Where a passive's clause begins behind what only is so: "Объем составляет 20 часов, | занятия проводятся"."""
    verb = decision.first
    if (comma := _behind_other(words, decision, first) or _behind_told(words, decision, first)) > 0:
        return comma + 1
    fact = next((n for n in range(verb - 1, first, -1) if words[n].tag == "stative"), 0)
    comma = next((n for n in range(fact, verb) if words[n].tag == "comma"), 0)
    apart = fact and comma and words[decision.last].tag == "passive" and not words[fact].subordinate
    return comma + 1 if apart else first


def _behind_told(words: Sequence[Word], decision: Decision, first: int) -> int:
    """The comma between what is told and who is bound: "это правило не действует, | мастер обязан ..."; else 0."""
    verb = decision.first
    if words[verb].tag not in _OF_PERSONS:
        return 0
    comma = next((n for n in range(verb - 1, first, -1) if words[n].tag == "comma"), 0)
    told = any(word.tag in _TELLS and not word.subordinate for word in words[first:comma])
    subject = any(is_case(word, "nomn", _NAMES) for word in words[comma + 1 : verb])
    plain = all(word.tag == "word" for word in words[comma + 1 : verb]) and not words[comma].subordinate
    return comma if comma and told and subject and plain else 0


def _behind_other(words: Sequence[Word], decision: Decision, first: int) -> int:
    """The comma behind a clause of what was done or comes of something: "Полив улучшит сады, | будут открыты теплицы".

    What is promised or planned stands behind it with nothing but its term before it; 0 where no such clause stands.
    """
    verb = decision.first
    if words[verb].tag not in ("will", "planned"):
        return 0
    comma = next((n for n in range(verb - 1, first, -1) if words[n].tag == "comma"), 0)
    between = words[comma + 1 : verb]
    subject = any(is_case(w, "nomn", _NOUN) and w.norm not in _WORDING.words("of_time") for w in between)
    term = not subject and all(word.tag in ("word", "number") for word in between)
    told = any(word.tag in _OTHERS and not word.subordinate for word in words[first:comma])
    return comma if comma and term and told else 0


_OTHERS = frozenset({"effect", "past", "participle", "proceed-future"})
_NOUN = frozenset({"NOUN"})
_NAMES = frozenset({"NOUN", "ADJF"})
_OF_PERSONS = frozenset({"must", "entitled"})
_TELLS = frozenset({"passive", "present", "stative"})


_PASSIVES = frozenset({"passive", "participle"})


def are_its_parts(words: Sequence[Word], verb: int, colon: int, first: int, last: int) -> bool:
    """Whether an item, from its first word to its last, is part of what a passive lead-in tells of.

    "Прием будет проводиться в два этапа: | подача заявки", "устанавливаются следующие требования: | наличие зала"; the
    verb is no item's then. "Садом создаются: | кружки" has none but its items.
    """
    reflexive = _WORDING.pattern("reflexive_infinitive").search(words[verb].norm) is not None
    if not (reflexive or words[verb].tag in _PASSIVES) or not opens(words, first, last, "nomn"):
        return False
    return phrase_from(words, verb + 1, colon - 1, "nomn") is not None or phrase_before(words, verb, "nomn") is not None
