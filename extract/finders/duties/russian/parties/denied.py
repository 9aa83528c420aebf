"""Whom a Russian sentence binds that lets one do something and denies another what stands behind a comma."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.deeds.denied_behind import own_of_denied
from extract.finders.duties.russian.governed import INFINITIVES
from extract.finders.duties.russian.kinds import names_somebody
from extract.finders.duties.russian.parties.bearers import find_party
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_LETS = frozenset({"somebody-may", "permitted"})
_GOES_ON = INFINITIVES | {"not", "may"}
_PARTS = frozenset({"comma", "semicolon", "stop"})


def of_own_clause(words: Sequence[Word], decision: Decision, party: Party | None, before: Party | None) -> Party | None:
    """A decision's party, of its own clause where that is a denial behind another predicate's.

    "Вести журнал обязан мастер, исправлять записи | директор не может"; behind a contrast it is the one `before`:
    "Стороны могут, но изменять договор не могут".
    """
    if decision.rule.name in _LETS:
        return _let(words, decision, party)
    begin = own_of_denied(words, decision, 1)
    if begin == 1:
        return party
    behind = begin - 1
    own = find_party([words[0], *words[begin:]], decision.rule.bearer, decision.first - behind, decision.last - behind)
    if own is not None and not _is_done_to(words[own.head + behind]):
        return Party(own.first + behind, own.last + behind, own.head + behind)
    return before if party is None and words[behind].norm in _WORDING.words("contrasts") else party


def _is_done_to(word: Word) -> bool:
    """Whether a noun may as well be what is done to: "вносить | записи не вправе"."""
    return is_case(word, "accs", NOUNS) and not names_somebody(word)


def _let(words: Sequence[Word], decision: Decision, party: Party | None) -> Party | None:
    """Who may do what stands before: "Подать жалобу может | каждый", "может | директор, мастер не может"."""
    behind = decision.last + 1
    if party is None and behind + 1 < len(words) and words[behind].norm in _WORDING.words("everybody"):
        return Party(behind, behind, behind) if words[behind + 1].tag in ("comma", "semicolon", "stop") else None
    if party is None or party.first < behind:
        return party
    rest = takewhile(lambda word: word.tag not in _PARTS, words[party.last + 1 :])
    if not any(word.tag in _GOES_ON for word in rest):
        return party
    comma = next((n for n in range(party.head, party.last) if words[n].tag == "comma"), 0)
    return Party(party.first, comma - 1, party.head) if comma else party
