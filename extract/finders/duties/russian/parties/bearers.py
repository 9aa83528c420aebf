"""Whom a Russian sentence names as bound: the party in the case that its rule asks for, by the dictionary."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import PREPOSITIONS, is_in
from extract.finders.duties.russian.governed import INFINITIVES
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.finders.duties.russian.parties.names.those import whoever_opens
from extract.finders.duties.russian.parties.positions.addressees import find_addressee
from extract.finders.duties.russian.parties.positions.banned import find_banned
from extract.finders.duties.russian.parties.positions.charged import (
    behind_preposition,
    find_addressed,
    find_by_forces,
    find_wishing,
)
from extract.finders.duties.russian.parties.positions.circumstances import find_let
from extract.finders.duties.russian.parties.positions.freedom import (
    DONE,
    clause_around,
    contrasts,
    in_same_brackets,
    is_free_party,
)
from extract.finders.duties.russian.parties.positions.told import find_by_predicate
from extract.finders.duties.russian.parties.positions.turned import party_behind
from extract.finders.duties.russian.parties.pronouns import find_speaker
from extract.finders.duties.russian.parties.roles import (
    ACTIVE,
    find_agent,
    find_charged_one,
    find_owner,
    find_recipient,
    find_subject_or_agent,
    find_told,
    is_of_relative,
    is_plain_nominative,
)
from extract.finders.duties.russian.parties.undergone import doer_of_undergone
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_MODAL = frozenset({"entitled", "must", "may"})


def find_party(words: Sequence[Word], role: str, first: int, last: int) -> Party | None:
    """The party in a role around the words of a decision; None where the sentence names none.

    An addressee or a subject stands before the predicate as a rule, an agent on either side.
    """
    return _IN_ROLE[role](words, first, last)


def _find_subject(words: Sequence[Word], first: int, last: int) -> Party | None:
    """Who does or may do something: whom the opening of the clause names, its subject, or whom another clause has."""
    if done := _deed_told(words, first):
        first = last = done
    if (undergone := doer_of_undergone(words, last)) is not None:
        return undergone
    begin, _ = clause_around(words, first, first)
    at_head = _not_one(words, first) or _whoever(words, first) or find_speaker(words, begin, first)
    if (party := at_head or find_subject_or_agent(words, first, last)) is not None:
        return party
    if is_of_relative(words, first):
        return None
    let = find_let(words, begin, first) if words[last].tag == "allowed" else None
    return let or _over_contrast(words, first, last) or find_by_predicate(words, first, last)


def _find_addressee(words: Sequence[Word], first: int, last: int) -> Party | None:
    """To whom something is said, let or forbidden, or who is asked."""
    if words[last].norm in _WORDING.words("asks"):
        bids = (n for n in range(last + 1, len(words)) if words[n].tag in ("infinitive", "effect-infinitive"))
        return party_behind(words, "accs", last, next(bids, len(words) - 1))
    clause = clause_around(words, first, last)
    asked = find_addressed(words, clause, first, last)
    if asked is None and last > first + 1 and words[first].tag == "allowed":
        asked = party_behind(words, "datv", first, last)  # "Разрешаю | мастерам | работать"
    return asked or find_told(words, first, last) or find_banned(words, clause, first, last)


def _find_agent(words: Sequence[Word], first: int, last: int) -> Party | None:
    """By whom something is done, or from whom it is required."""
    if words[last].norm in _WORDING.words("required_for"):
        _, end = clause_around(words, first, last)
        return behind_preposition(words, _WORDING.words("required_for"), "gent", last, end)
    return find_agent(words, first, last)


def _find_doer(words: Sequence[Word], first: int, last: int) -> Party | None:
    """Who does what a predicate says in either voice: its subject, or by whom it is done to something."""
    reflexive = _WORDING.pattern("reflexive_infinitive").search(words[last].norm)
    to_thing = reflexive and not _WORDING.pattern("acting").match(words[last].norm)
    passive = words[last].tag in DONE or to_thing
    return find_agent(words, first, last) if passive else _find_subject(words, first, last)


def _find_bidden(words: Sequence[Word], first: int, last: int) -> Party | None:
    """Whom an infinitive bids: those it obliges, or who stand in the dative around it."""
    if (wishing := find_wishing(words, last)) is not None:
        return wishing
    obliges = _WORDING.words("obliges") | _WORDING.words("begs")
    obliged = next((n for n in range(1, first) if words[n].norm in obliges), None)
    told = find_addressee(words, 1, obliged) if obliged is not None else None
    if obliged is not None and (party := told or party_behind(words, "accs", obliged, first)):
        return party  # "Обязать | директоров | открыть", but "Акимам | обязать директоров открыть"
    told = find_addressee(words, _begin_of_point(words, last), last) or _find_addressee(words, first, last)
    forbids = words[last].norm in _WORDING.words("forbids")
    told = told or (_banned(words, last) if forbids else find_by_forces(words, 1, len(words)))
    if told is None:
        return None
    by_forces = words[told.first - 1].norm in _WORDING.words("by_forces")
    gets = told.first > last and words[last].tag in INFINITIVES and not forbids and not by_forces
    return None if gets or _is_given(words, told, last) else told  # "Разъяснить | ученикам | порядок": to them


def _not_one(words: Sequence[Word], first: int) -> Party | None:
    """The subject of which none may: "| Ни одна из сторон | не вправе"."""
    begin, _ = clause_around(words, first, first)
    opens = [word.norm for word in words[begin : begin + 3]]
    head = begin + 3
    named = len(opens) > 2 and f"{opens[0]}-{opens[2]}" in _WORDING.words("none_of") and head < first
    if not named or not is_party(words, head, "gent"):
        return None
    return Party(begin, extent_of(words, head, "gent", head, first).last, head)


def _whoever(words: Sequence[Word], first: int) -> Party | None:
    """Whom the clause that opens a sentence tells, where nobody else does it: "| Кто опоздал, | моет лейки".

    Who it is may be what somebody decides: "Кто дежурит, | решает мастер".
    """
    opens = whoever_opens(words, first)
    if opens is None or words[first].norm in _WORDING.words("decides_who"):
        return None
    beside = (*range(opens[1] + 1, first), *range(first + 1, min(first + _BESIDE, len(words))))
    if any(is_party(words, n, "nomn") for n in beside):
        return None
    return Party(opens[0], opens[1], opens[0])


_BESIDE = 3
"""Words behind a verb among which its doer stands."""


def _deed_told(words: Sequence[Word], first: int) -> int:
    """The verb of the deed that its doer tells of: "закрывает ворота, | о чем информирует школу"; 0 where none is."""
    if not words[first].subordinate or words[first].norm not in _WORDING.words("of_which"):
        return 0
    return next((n for n in range(first - 1, 0, -1) if words[n].tag in ACTIVE and not words[n].subordinate), 0)


def _is_given(words: Sequence[Word], party: Party, verb: int) -> bool:
    """Whether a point gives persons something who are nobody's officials: "Инвалидам | установить льготы"."""
    persons = _WORDING.words("given_persons")
    return words[verb].norm in _WORDING.words("gives") and any(
        lemma in persons for lemma, *_ in readings(words[party.head].norm)
    )


def _over_contrast(words: Sequence[Word], first: int, last: int) -> Party | None:
    """The subject of the clause before ", а", ", но" or ";", where the one behind has none: ", а зимой возвращает"."""
    begin, _ = clause_around(words, first, last)
    acts = {words[first].tag, words[last].tag} & (ACTIVE | _MODAL)
    goes_on = begin > 2 and words[begin - 1].tag == "semicolon" and bool(acts)
    if begin < 2 or not (goes_on or contrasts(words, begin - 1)):
        return None
    nouns = (n for n in range(begin, first) if is_plain_nominative(words[n]))
    if any(not is_in(words[n - 1], PREPOSITIONS) for n in nouns):
        return None
    turns = ACTIVE | _MODAL  # "... вправе менять план, но не должен ..."
    verb = next((n for n in range(begin - 2, 0, -1) if words[n].tag in turns and not words[n].subordinate), None)
    if verb is not None:
        return _find_subject(words, verb, verb)
    ahead = (
        n for n in range(1, begin - 1) if is_free_party(words, n, "nomn")
    )  # "школа до мая, а в саду до июня | ..."
    head = next(ahead, None)
    return None if head is None else extent_of(words, head, "nomn", 1, begin - 1)


def _banned(words: Sequence[Word], verb: int) -> Party | None:
    """Whom a ban binds, behind what it bans: "Запретить рубку деревьев | гражданам", not "выдачу книг ученикам"."""
    _, end = clause_around(words, verb, verb)
    beside = set(in_same_brackets(words, range(verb + 1, end), verb))
    for n in range(verb + 1, end):
        if _WORDING.pattern("asks_datv").search(words[n].norm) or words[n].tag == "infinitive":
            return None
        if n in beside and is_free_party(words, n, "datv"):
            return extent_of(words, n, "datv", verb + 1, end)
    return None


def _begin_of_point(words: Sequence[Word], last: int) -> int:
    """The first word of a point, or of what a bidding infinitive bids ("Рекомендовать колледжам ...")."""
    permits = words[1].norm in _WORDING.words("permits")
    bids = [n + 1 for n in range(1, last) if words[n].tag == "bids" or (n == 1 and permits)]
    return bids[-1] if bids else 1


def find_level(words: Sequence[Word]) -> Party | None:
    """The party of a lead-in that names only its level: "на уровне местных исполнительных органов:"."""
    for n in range(1, len(words) - 2):
        if words[n].norm in _WORDING.words("laid_on") and words[n + 1].norm in _WORDING.words("level"):
            return find_owner(words, n, n + 1)
    return None


_IN_ROLE = {
    "bidden": _find_bidden,
    "addressee": _find_addressee,
    "beneficiary": _find_addressee,
    "subject": _find_subject,
    "agent": _find_agent,
    "doer": _find_doer,
    "owner": find_owner,
    "charged": find_charged_one,
    "recipient": find_recipient,
}
"""Role of a rule -> how the sentence names the party in it."""
