"""Whose right, task, will or doing a Kazakh sentence tells, by an owner in the genitive: "Бағбанның құқығы бар"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_owned, looks_like
from extract.finders.duties.kazakh.parties.agents import first_in_case
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.named import first_party, opening_body
from extract.finders.duties.kazakh.parties.subjects import owner_in_lead
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def whose_own(words: Sequence[Word], begin: int, last: int) -> Party | None:
    """Whose right or task it is: in the genitive, which no other noun belongs to; else the one who opens the clause.

    "Мектептің кабинетті жабуға құқығы бар", but "Аппарат мәслихаттың атынан шарт жасауға құқығы бар", and "Бағбан
    жолдарды жауып, бақтың қақпасын құлыптауға құқығы бар".
    """
    will = next((n for n in range(begin, last + 1) if words[n].norm in _WORDING.words("at_will")), None)
    if will is not None:
        return _whose_will(words, begin, will)
    rights = (n for n in range(begin, last + 1) if words[n].norm in _WORDING.words("of_a_right"))
    right = next((n for n in rights if not looks_like(words[min(n + 1, last)].norm, "done_participle")), None)
    if right is None:
        return first_in_case(words, begin, last, "genitive") or owner_in_lead(words, begin, last)
    at = begin
    while (party := first_in_case(words, at, right, "genitive")) is not None:
        own = words[party.last + 1].norm in _WORDING.words("own")  # "Комитеттің өзіне бекітілген мүлікті"
        if party.last + 1 == right or own or not is_owned(words[party.last + 1]):
            owner = Party(extent(words, party.head, begin), party.last, party.head)
            opens = opening_body(words, begin, right) if owner.first > begin else None
            return opens if opens is not None and opens.first == begin and opens.last < owner.first else owner
        at = party.last + 1
    yours = next((n for n in range(begin, right) if words[n].norm in _WORDING.words("of_you")), None)
    if yours is not None:
        return Party(yours, yours, yours)
    return first_party(words, begin, right, "") or opening_body(words, begin, right)


def whose_doing(words: Sequence[Word], begin: int, first: int) -> Party | None:
    """Whose doing it is that is not asked, in the genitive that opens the clause: "Алушының шарт жасасуы"."""
    owner = first_in_case(words, begin, first, "genitive")
    return owner if owner is not None and owner.first == begin else None


def _whose_will(words: Sequence[Word], begin: int, will: int) -> Party | None:
    """Whose will it is what is done, no part of what that is: "көшеттерді бөлу | мектеп директорының еркінде"."""
    if case_of(words[will - 1]) != "genitive":
        return None
    begin = next((n + 1 for n in range(will - 2, begin - 1, -1) if words[n].tag in ("to-do", "comma")), begin)
    return Party(extent(words, will - 1, begin), will - 1, will - 1)
