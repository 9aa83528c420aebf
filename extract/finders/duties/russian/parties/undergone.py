"""By whom is done what something is subject to, or what a passive leads in: "рассмотрению советом", ": советом –"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import ADJECTIVES, NOUNS, is_in
from extract.finders.duties.russian.kinds import is_doing
from extract.finders.duties.russian.parties.names.actors import is_party
from extract.finders.duties.russian.parties.names.reach import extent_of
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_FILLED = _WORDING.pattern("filled_with")
_DONE = frozenset({"passive", "stative"})


def doer_of_undergone(words: Sequence[Word], verb: int) -> Party | None:
    """Who does what something is subject to: "Жалоба подлежит рассмотрению | советом"; None where nobody is told."""
    doing = _undergone(words, verb)
    if not doing:
        return None
    head = doing + 1
    while head + 1 < len(words) and is_in(words[head], ADJECTIVES, "ablt") and not is_party(words, head, "ablt"):
        head += 1
    named = head < len(words) and is_party(words, head, "ablt")
    return extent_of(words, head, "ablt", doing + 1, len(words)) if named else None


def doer_of_item(words: Sequence[Word], verb: int, own: int) -> Party | None:
    """Who opens an item before its dash, by whom its lead-in's passive is done: "рассматриваются: | советом – в мае".

    `own` is the place of the item's first word.
    """
    leads = words[verb].tag in _DONE and words[verb + 1].tag == "colon" and not _FILLED.match(words[verb].norm)
    doing = _undergone(words, verb)
    if not leads and not (doing and words[doing + 1].tag == "colon"):
        return None
    head = own
    while head + 1 < len(words) and is_in(words[head], ADJECTIVES, "ablt") and not is_party(words, head, "ablt"):
        head += 1
    if not is_party(words, head, "ablt"):
        return None
    dash = next((n for n in range(head + 1, len(words)) if words[n].tag in ("dash", "semicolon", "stop")), len(words))
    party = extent_of(words, head, "ablt", own, dash)
    closed = dash < len(words) and words[dash].tag == "dash" and words[dash].start > words[dash - 1].end
    return Party(own, dash - 1, head) if closed and party.last == dash - 1 else None


def is_undergone_by(words: Sequence[Word], verb: int, party: Party | None) -> bool:
    """Whether a party does what something else is subject to, and is subject to nothing itself."""
    undergoes = words[verb].norm in _WORDING.words("subject_to")
    return party is not None and undergoes and party.head > verb and not is_in(words[party.head], NOUNS, "nomn")


def lead_of_item(words: Sequence[Word], verb: int, own: int) -> int:
    """The last word of a lead-in's predicate above an item that tells by whom: "подлежит | рассмотрению"; else 0."""
    doing = _undergone(words, verb)
    if doing and doing + 1 < own and words[doing + 1].tag == "colon":
        return doing
    return verb if verb + 2 < own and doer_of_item(words, verb, verb + 2) is not None else 0


def _undergone(words: Sequence[Word], verb: int) -> int:
    """The place of the noun of doing behind a verb that says what something is subject to; 0 where none stands."""
    if words[verb].norm not in _WORDING.words("subject_to") or words[verb - 1].tag == "not":
        return 0
    k = verb + 1
    while k + 1 < len(words) and is_in(words[k], ADJECTIVES, "datv") and not is_in(words[k], NOUNS, "datv"):
        k += 1
    return k if k + 1 < len(words) and is_in(words[k], NOUNS, "datv") and is_doing(words[k]) else 0
