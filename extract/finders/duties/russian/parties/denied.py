"""Whom a Russian sentence binds that lets one do something and denies another what stands behind a comma."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.deeds.denied_behind import own_of_denied
from extract.finders.duties.russian.governed import INFINITIVES
from extract.finders.duties.russian.parties.bearers import find_party
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_LETS = "somebody-may"
_GOES_ON = INFINITIVES | {"not", "may"}


def of_own_clause(words: Sequence[Word], decision: Decision, party: Party | None, before: Party | None) -> Party | None:
    """A decision's party, of its own clause where that is a denial behind another predicate's.

    "Вести журнал обязан мастер, исправлять записи | директор не может"; behind a contrast it is the one `before`:
    "Стороны могут, но изменять договор не могут".
    """
    if decision.rule.name == _LETS:
        return _let(words, decision, party)
    begin = own_of_denied(words, decision, 1)
    if begin == 1:
        return party
    behind = begin - 1
    own = find_party([words[0], *words[begin:]], decision.rule.bearer, decision.first - behind, decision.last - behind)
    if own is not None:
        return Party(own.first + behind, own.last + behind, own.head + behind)
    return before if party is None and words[behind].norm in _WORDING.words("contrasts") else party


def _let(words: Sequence[Word], decision: Decision, party: Party | None) -> Party | None:
    """Who may do what stands before: "Подать жалобу может | каждый", "может | директор, мастер не может"."""
    behind = decision.last + 1
    if party is None and behind + 1 < len(words) and words[behind].norm in _WORDING.words("everybody"):
        return Party(behind, behind, behind) if words[behind + 1].tag in ("comma", "semicolon", "stop") else None
    if party is None or party.last + 1 >= len(words) or words[party.last + 1].tag not in _GOES_ON:
        return party
    comma = next((n for n in range(party.head, party.last) if words[n].tag == "comma"), 0)
    return Party(party.first, comma - 1, party.head) if comma else party
