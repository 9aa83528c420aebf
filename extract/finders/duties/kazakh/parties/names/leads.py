"""The party that a Kazakh lead-in names with all of its words: "Мүдделі органдар:", "Кеңестің міндеттері:"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_owned, looks_like, stem_of
from extract.finders.duties.kazakh.parties.names.actors import is_attribute_of_actor, is_known
from extract.finders.duties.kazakh.parties.names.bracketed import closes_with_name
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.named import first_party
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

_WORDING = phrasing("kk")


def party_of_lead(words: Sequence[Word], colon: int) -> Party | None:
    """The party that a lead-in up to its colon names, by itself or as whose tasks and rights the items are."""
    colon = _before_scope(words, colon)
    if (doer := before_recipient(words, colon)) is not None:
        return doer
    owner = colon - 1
    if words[owner].norm in _WORDING.words("what_is_due"):
        while owner > 1 and case_of(words[owner]) != "genitive":
            owner -= 1
    if case_of(words[owner]) == "genitive":
        party = first_party(words, 1, owner + 1, "genitive")
        whole = phrase_start(words, owner, 1) == 1
        return Party(1, owner, owner) if party is not None and whole else None
    name = " ".join(word.text for word in words[1:colon]).replace(" .", ".")
    if _WORDING.pattern("person_with_post").match(name):
        return Party(1, colon - 1, 1 if name.endswith(".") else colon - 1)
    party = first_party(words, 1, colon, "")
    if party is None:
        person = _WORDING.pattern("person_by_initials").match(name) is not None
        return Party(1, colon - 1, 1) if person else _behind_place(words, colon)
    listed = words[min(party.last + 1, colon)].tag == "comma" and case_of(words[colon - 1]) == ""
    listed = listed or _heads_whole(words, party.last, colon) or closes_with_name(words, colon)
    apart = any(case_of(word) == "locative" or word.tag == "postposition" for word in words[1 : party.first])
    return Party(party.first if apart else 1, colon - 1 if listed else party.last, party.head)


def before_recipient(words: Sequence[Word], colon: int) -> Party | None:
    """Who does what the items say for somebody in the dative: "Бағбан | кеңеске:", "Мектеп | ата-аналарға:".

    Nobody stands so before one whose own he could be ("аудан мектептеріне:"), nor before whom he only says which they
    are ("атқарушы органдарға:", "педагог кадрларға:").
    """
    last = colon - 1
    if last < 2 or case_of(words[last]) != "dative" or is_owned(words[last]) or words[last].tag != "word":
        return None
    n = last - 1
    while n > 1 and any(_WORDING.pattern(name).search(words[n].norm) for name in ("adjective", "derived_adjective")):
        n -= 1
    if words[n].tag != "word" or case_of(words[n]) or not (is_known(words, n) or is_person(words[n])):
        return None
    kind = stem_of(words[last]) in _WORDING.words("kinds_of_workers") or is_attribute_of_actor(words, n)
    acting = looks_like(words[n].norm, "agent") and n + 1 == last
    acting = acting and f"{words[n - 1].norm}-{words[n].norm}" not in _WORDING.words("persons")
    whole = extent(words, n, 1) == 1
    return None if kind or acting or not whole else Party(1, n, n)


def _behind_place(words: Sequence[Word], colon: int) -> Party | None:
    """A person in the bare singular behind where or when he acts: "Бақта | бағбан:", "Қазу кезінде | бас бағбан:"."""
    last = colon - 1
    if last < 2 or not is_person(words[last]) or case_of(words[last]) != "" or analyse(words[last].text)[0].endings:
        return None
    first = extent(words, last, 1)
    first -= first > 2 and words[first - 1].norm in _WORDING.words("office_attributes")
    before = words[first - 1]
    apart = first > 1 and (case_of(before) in ("locative", "ablative") or before.tag in ("postposition", "comma"))
    return Party(first, last, last) if apart else None


def _heads_whole(words: Sequence[Word], last: int, colon: int) -> bool:
    """Whether the noun that closes a lead-in heads all of it: "аудан әкімі | бақ шаруашылығы бөлімінің басшысы:"."""
    behind = words[last + 1 : colon]
    named = next((n for n in range(last + 1, colon) if words[n].tag == "open"), colon)
    if any(word.tag not in ("word", "to-do") for word in words[last + 1 : named]) or named - 1 <= last + 1:
        return False
    head, before = words[named - 1], words[named - 2]
    closed = named == colon or behind[-1].tag == "close"
    return closed and is_known(words, named - 1) and is_owned(head) and case_of(before) == "genitive"


def _before_scope(words: Sequence[Word], colon: int) -> int:
    """The place of a colon, or of what a lead-in says of somebody's powers: "Кеңестің | өз құзыреті шегінде:"."""
    scope = colon - 2
    powers = words[scope].norm in _WORDING.words("powers") and words[scope - 1].norm in _WORDING.words("own")
    return scope - 1 if words[colon - 1].tag == "postposition" and scope > 2 and powers else colon
