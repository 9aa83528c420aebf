"""Whom a Kazakh sentence frees from what is asked of others: "Зейнеткерлерден анықтама талап етілмейді"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import (
    case_of,
    is_adverb,
    is_letter,
    is_noun_alone,
    is_owned,
    is_verbal,
    looks_like,
    names_actor,
)
from extract.finders.duties.kazakh.parties.names.actors import is_known
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.points import clause_start
from extract.finders.duties.kazakh.parties.unlisted.subjects import bound_subject
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_FREES = frozenset({"will-not-be-done", "nobody-does-as-a-norm", "let-it-be"})
"""Rules by which it is said as well that nothing is taken from somebody."""


def as_freeing(decision: Decision, words: Sequence[Word]) -> tuple[Decision, Party] | None:
    """A ban of what is asked of somebody as the freedom that it is for him: "Жетімдерден ақы алынбайды"; else None."""
    if decision.rule.name not in _FREES:
        return None
    verb = words[decision.first]
    asked = any(
        verb.norm in _WORDING.words(f"not_{name}") and _is_before(words, decision.first, name)
        for name in ("taken", "applied")
    )
    party = freed(words, clause_start(words, decision.first), decision.first) if asked else None
    if party is None:
        return None
    return replace(decision, rule=replace(decision.rule, reads="permission")), party


def _is_before(words: Sequence[Word], verb: int, name: str) -> bool:
    """Whether what is asked of people stands right before a verb: a fee, or a demand."""
    return words[verb - 1].norm in _WORDING.words(name)


def freed(words: Sequence[Word], begin: int, end: int) -> Party | None:
    """The first somebody in the dative or the ablative of a clause, of whom or to whom something is not asked."""
    if (party := _for_whom(words, begin)) is not None:
        return party
    closed = (n + 2 for n in range(end - 2, begin, -1) if words[n].tag == "present" and words[n + 1].tag == "comma")
    asks = looks_like(words[end].norm, "asking") and words[end + 1].norm in _WORDING.words("need_of")
    for n in range(next(closed, begin), end):
        case = case_of(words[n])
        if case not in ("dative", "ablative") or (case == "ablative" and asks):
            continue  # "оқушылардан келісім сұраудың қажеті жоқ" frees whoever would ask
        pronoun = words[n].norm in _WORDING.words("of_them")
        if case == "ablative" and (named := _before_initial(words, n, begin)) is not None:
            return Party(extent(words, named, begin), n, named)
        if not (pronoun or names_actor(words[n]) or is_person(words[n])):
            continue
        if case == "dative" and _is_told_or_given(words, n, end):
            return None
        return Party(n if pronoun else min(extent(words, n, begin), phrase_start(words, n, begin)), n, n)
    return None


def _for_whom(words: Sequence[Word], begin: int) -> Party | None:
    """For whom it is said what is not asked, who opens the clause: "[Шағын мектептер] үшін есеп беру міндетті емес"."""
    reach = range(begin + 1, min(begin + _LONGEST_NAME, len(words)))
    place = next((n for n in reach if words[n].norm == _FOR), None)
    if place is None or any(case_of(word) not in ("", "genitive") for word in words[begin:place]):
        return None
    head = place - 1
    named = is_known(words, head) or names_actor(words[head]) or is_person(words[head])
    return Party(begin, head, head) if named else None


_FOR = "үшін"
_LONGEST_NAME = 6
"""Words of the name of those for whom something is not asked, with the word for that."""


def freed_from_doing(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Who opens a clause and is freed from doing something, of a bare noun: "[Шаруа] айыппұл төлеуден босатылсын".

    Whoever pays or hands in acts, so that no list needs to know him; an owned noun may be the thing: "жер салығы".
    """
    thing = first - 1
    if not looks_like(words[first].norm, "freed_doing") or thing <= begin or thing - begin > _LONGEST_FREED:
        return None
    named = words[begin:first]
    plain = all(is_noun_alone(word) for word in (named[-2], named[-1])) and not is_owned(words[thing])
    plain = plain and all(word.tag == "word" and case_of(word) in ("", "genitive") for word in named)
    return Party(begin, thing - 1, thing - 1) if plain and not is_adverb(named[-2]) else None


def freed_persons(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """The many who open a clause and are freed from doing something: "[Шаруалар] бақ ақысын төлеуден босатылады"."""
    return bound_subject(words, begin, first) if looks_like(words[first].norm, "freed_doing") else None


_LONGEST_FREED = 4
"""Words of the name of him who is freed, whom no list knows."""


def _before_initial(words: Sequence[Word], n: int, begin: int) -> int | None:
    """The post before the initials of a surname at a place: "бөлім [бастығы] С. Садовтан"; None where none stands."""
    at = n
    while at - 2 > begin and words[at - 1].text == "." and is_letter(words[at - 2]):
        at -= 2
    return at - 1 if at < n and words[n].text.istitle() and words[at - 1].tag == "word" else None


def _is_told_or_given(words: Sequence[Word], n: int, end: int) -> bool:
    """Whether what is not asked is done to somebody in the dative: "дәрігерге қаралу", "балаға сыйлық беру"."""
    verb = next((k for k in range(n + 1, end + 1) if is_verbal(words[k])), None)
    if verb is None:
        return False
    return verb == n + 1 or looks_like(words[verb].norm, "giving", "hands_on", "done_for_persons")
