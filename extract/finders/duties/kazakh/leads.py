"""Whom a Kazakh lead-in names that says nothing else: "Мүдделі органдар:", "Комиссияның міндеттері:"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of
from extract.finders.duties.kazakh.parties import first_party
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def party_of_lead(words: Sequence[Word], colon: int) -> Party | None:
    """The party that a lead-in up to its colon names, by itself or as whose tasks and rights the items are."""
    colon = _before_scope(words, colon)
    owner = colon - 1
    if words[owner].norm in _WORDING.words("what_is_due"):
        while owner > 1 and case_of(words[owner]) != "genitive":
            owner -= 1
    if case_of(words[owner]) == "genitive":
        party = first_party(words, 1, owner + 1, "genitive")
        whole = phrase_start(words, owner, 1) == 1
        return Party(1, owner, owner) if party is not None and whole else None
    party = first_party(words, 1, colon, "")
    if party is None:
        return None
    listed = words[min(party.last + 1, colon)].tag == "comma" and case_of(words[colon - 1]) == ""
    apart = any(case_of(word) == "locative" or word.tag == "postposition" for word in words[1 : party.first])
    return Party(party.first if apart else 1, colon - 1 if listed else party.last, party.head)


def _before_scope(words: Sequence[Word], colon: int) -> int:
    """The place of a colon, or of what a lead-in says of somebody's powers: "Кеңестің | өз құзыреті шегінде:"."""
    scope = colon - 2
    powers = words[scope].norm in _WORDING.words("powers") and words[scope - 1].norm in _WORDING.words("own")
    return scope - 1 if words[colon - 1].tag == "postposition" and scope > 2 and powers else colon


def closing_noun(words: Sequence[Word]) -> Sequence[Word]:
    """The last word of an item that is no mark, by which it is a thing or a deed; brackets behind it are passed."""
    n = len(words) - 1
    while n > 0 and words[n].tag in ("stop", "semicolon", "comma", "close"):
        if words[n].tag == "close":
            n = next((k for k in range(n, 0, -1) if words[k].tag == "open"), 1)
        n -= 1
    return words[n : n + 1]
