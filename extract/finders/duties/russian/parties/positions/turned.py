"""Whether a Russian sentence names whom it binds behind the predicate, and who stands there."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, PARTICIPLES, is_in
from extract.finders.duties.russian.governed import AND_OR, behind_governed
from extract.finders.duties.russian.kinds import is_doing, is_preposition
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.finders.duties.russian.parties.names.those import is_those_who
from extract.finders.duties.russian.parties.positions.freedom import OBJECTS, is_free_party
from extract.language.russian import may_be_subject
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_TURNED = frozenset({"must", "allowed", "may", "exempt", "planned", "entitled"})
"""Predicates that may stand before their subject: "Ротации подлежат директора"."""
_ACTIVE = frozenset({"present", "future"})


def stands_behind(words: Sequence[Word], begin: int, first: int, last: int) -> bool:
    """Whether a predicate may have its subject behind it, in a clause from `begin` on: "Ротации подлежат | школы"."""
    if last + 1 >= len(words):
        return False
    turned = words[last].tag in _TURNED or _turns(words, first, last)
    part = any(word.norm in _WORDING.words("part_taken") for word in words[last + 1 : last + 2])
    turned = turned or (words[last].tag in _ACTIVE and part)  # "ответственность несут | школы"
    acts = words[last].tag in _ACTIVE or words[last].norm in _WORDING.words("draws_up")
    turned = turned or (acts and _opens_with_object(words, begin, first, last))
    turned = turned or (words[last].tag in _ACTIVE and last == begin and _acts_on_pronoun(words, last))
    turned = turned or (words[begin].tag == "infinitive" and words[last + 1].norm in _WORDING.words("nobody_else"))
    had = (begin, first + 1) if last > first + 1 else (begin,)  # "преимущественное право на прием имеют | мастера"
    return turned or any(words[n].norm in _WORDING.words("rights_had") for n in had)


def opens_on_its_doer(words: Sequence[Word], verb: int) -> bool:
    """Whether an active verb opens a further clause and its doer follows: "план готовит отдел, | утверждает ректор"."""
    head = verb + 1
    while head + 1 < len(words) and is_in(words[head], ADJECTIVES, "nomn") and not is_in(words[head], NOUNS):
        head += 1
    acts = words[verb].tag in _ACTIVE and words[verb - 1].tag == "comma" and head < len(words)
    return acts and is_party(words, head, "nomn") and not is_in(words[head], OBJECTS, "accs")


def _acts_on_pronoun(words: Sequence[Word], verb: int) -> bool:
    """Whether the doer stands behind a verb and the pronoun that it is done to: "разогревает ее | повар"."""
    done_to = verb + 2 < len(words) and words[verb + 1].norm in _WORDING.words("pronouns_done_to")
    return done_to and is_party(words, verb + 2, "nomn")


def _turns(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether what may be done stands before who may do it: "в отборе может участвовать | любой мастер"."""
    passive = _WORDING.pattern("reflexive_infinitive").search(words[last].norm) is not None
    return words[first].tag in _TURNED and (not passive or bool(_WORDING.pattern("acting").match(words[last].norm)))


def names_office(words: Sequence[Word], last: int) -> bool:
    """Whether a passive tells what office somebody behind it gets: "Председателем | избирается | мастер"."""
    appointed = _WORDING.pattern("appoints").match(words[last].norm) is not None
    if any(_WORDING.pattern("answerable").match(word.norm) for word in words[last + 1 : last + 6]):
        return False  # "Директором назначается | лицо, ответственное за полив"
    return appointed and last + 1 < len(words) and is_party(words, last + 1, "nomn")


def calls_somebody(words: Sequence[Word], last: int) -> bool:
    """Whether the instrumental beside a passive is what somebody is called: "победителем признается мастер".

    Beside what something is found to be it is who finds it so: "признается | комиссией несостоявшимся".
    """
    if words[last].norm not in _WORDING.words("calls_somebody"):
        return False
    for n in range(last + 1, len(words) - 1):
        alone = is_in(words[n], ADJECTIVES | PARTICIPLES, "ablt") and not is_in(words[n], NOUNS, "ablt")
        if alone and not is_in(words[n + 1], NOUNS | ADJECTIVES, "ablt"):
            return False
        if words[n].tag in ("comma", "semicolon"):
            break
    return True


def _opens_with_object(words: Sequence[Word], begin: int, first: int, last: int) -> bool:
    """Whether what is done to stands before the verb, its doer behind it: "Защиту объекта организует руководитель".

    Where its form does not tell, the doer behind it must be in the nominative alone: "Инструктаж проводит директор".
    """
    if any(word.tag == "colon" for word in words[begin:first]):
        doing = words[first - 1].tag == "colon" and is_doing(words[begin])  # "Осмотр садов: проводят | мастера"
        return doing and words[last].norm in _WORDING.words(
            "carries_out"
        )  # not "Полномочия мастера: представляет | сад"
    joined = words[min(begin + 1, first)].norm in AND_OR
    opening = words[begin : min(begin + 2 + 2 * joined, first)]
    head = _behind_phrase(words, last)
    if head < len(words) and is_those_who(words, head):
        return True  # "Лейки убирает | тот, кто поливал последним"
    while head + 1 < len(words) and _is_attribute(words, head):
        head += 1  # "ведут | классные руководители"
    named = head < len(words) and is_party(words, head, "nomn")
    if named and any(is_in(word, OBJECTS, "accs") for word in words[begin:first]):
        behind = words[min(head + 2, len(words) - 1)]
        told = words[min(head + 1, len(words) - 1)].tag == "comma" and is_in(behind, ADJECTIVES)
        alone = words[last].norm in _WORDING.words("carries_out")
        alone = alone and may_be_subject(words[head].norm, words[last].norm)  # "Сад представляет школы"
        alone = alone and not any(is_free_party(words, n, "nomn") for n in range(begin, first))
        if told or alone or not is_in(words[head], OBJECTS, "accs"):
            return True
    if any(word.tag in _ACTIVE for word in opening):
        return False  # "ведет учет роз и | уведомляет отдел"
    return any(is_in(word, OBJECTS, "accs") and not is_in(word, OBJECTS, "nomn") for word in opening)


def _is_attribute(words: Sequence[Word], n: int) -> bool:
    """Whether an attribute of a subject stands here, a noun by itself as well: "| старший мастер"."""
    attribute = is_in(words[n], ADJECTIVES, "nomn")
    return attribute and (not is_in(words[n], NOUNS) or is_party(words, n + 1, "nomn"))


def _behind_phrase(words: Sequence[Word], verb: int) -> int:
    """The place behind a verb and a preposition's phrase that stands behind it: "заносит в реестр | мастер"."""
    opens = verb + 3 < len(words) and is_preposition(words[verb + 1])
    return behind_governed(words, verb + 2, len(words) - 1) if opens else verb + 1


def _before_must(words: Sequence[Word], party: Party) -> Party:
    """A party without the clause that closes its lead-in with what he must: "выступит отдел|, который должен:"."""
    if words[party.last].tag != "must":
        return party
    comma = next((n for n in range(party.last, party.head, -1) if words[n].tag == "comma"), party.last + 1)
    return Party(party.first, comma - 1, party.head)


def party_behind(words: Sequence[Word], case: str, last: int, end: int) -> Party | None:
    """The party that follows its predicate: "подлежат первые руководители", "необходимо организациям"."""
    begin = last + 1 + (words[last].tag in _ACTIVE and _acts_on_pronoun(words, last))
    begin = _behind_phrase(words, last) if words[last].norm in _WORDING.words("carries_out") else begin
    for n in range(begin, min(end, begin + 4)):
        if words[n].norm in _WORDING.words("nobody_else"):
            continue  # "вправе | только сам | участник"
        behind_part = words[n - 1].norm in _WORDING.words("part_taken") and is_party(words, n, case)
        if behind_part or is_free_party(words, n, case):
            return _before_must(words, extent_of(words, n, case, begin, end))
        planned = words[last].tag == "planned"  # "планируется объединять сады" plans nothing of the gardens'
        part = words[n].norm in _WORDING.words("part_taken")  # "может принимать участие | любой мастер"
        if not part and not is_in(words[n], ADJECTIVES, case) and (words[n].tag != "infinitive" or planned):
            return None
    return None
