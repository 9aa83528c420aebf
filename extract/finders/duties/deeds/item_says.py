"""Kazakh items below a lead-in that binds which say themselves how much they bind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.finders.duties.deeds.clauses import Duty
from extract.finders.duties.deeds.modality import MUST_OR_MAY
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import is_owned, is_plural
from extract.finders.duties.sentences.unit import Unit

_DOES = "somebody-does-as-a-norm"
_BINDS_ITEMS = MUST_OR_MAY | {_DOES}
"""Rules of a lead-in that binds to what its items tell: "Бағбан мына талаптарды сақтауға міндетті:"."""


def of_kazakh_item(unit: Unit, words: Sequence[Word], duties: Iterable[Duty]) -> list[Duty]:
    """The duties without that of a lead-in whose item closes with what is bidden, let or forbidden itself.

    "Бағбан талаптарды сақтауға міндетті: | гүлді суаруға міндетті; | гүл егуге рұқсат етіледі": what is let or
    forbidden by an item that names nobody is so for whom the lead-in binds; he does what is done by the items of what
    he does himself, but for those who are named in them: "Бағбандар мына жұмысты жүргізеді: | хатшы гүлді санайды".
    """
    held = list(duties)
    if not unit.is_item or len(held) < _LEAD_AND_ITEM:
        return held
    lead = next((one for one in held if _leads(unit, words, one)), None)
    if lead is None or not any(_closes_item(unit, words, one) or _has_own_doer(unit, words, one) for one in held):
        return held
    led = _OF_LED | ({"requirement"} if lead.decision.rule.name == _DOES else set())
    return [
        replace(one, party=lead.party) if one.party is None and one.decision.rule.reads in led else one
        for one in held
        if not _leads(unit, words, one)
    ]


_LEAD_AND_ITEM = 2
_OF_LED = frozenset({"permission", "prohibition"})
_CLOSED = frozenset({"stop", "semicolon"})


def _leads(unit: Unit, words: Sequence[Word], duty: Duty) -> bool:
    """Whether a duty is all that of the lead-in."""
    return duty.decision.rule.name in _BINDS_ITEMS and words[duty.decision.last].end <= unit.own_start


def _closes_item(unit: Unit, words: Sequence[Word], duty: Duty) -> bool:
    """Whether a duty's own predicate closes the item."""
    first, last = duty.decision.first, duty.decision.last
    own = words[first].start >= unit.own_start and last > first and duty.bound_behind is None
    behind = words[last + 1 : last + 2]
    return own and (words[last].tag in _CLOSED or not behind or behind[0].tag in _CLOSED)


def _has_own_doer(unit: Unit, words: Sequence[Word], duty: Duty) -> bool:
    """Whether an item says itself who does what is done.

    Several right before the verb may be its thing ("бағбандар даярлайды"), as one is whose own that is that is done.
    """
    party, verb = duty.party, duty.decision.first
    if duty.decision.rule.name != _DOES or party is None or words[party.first].start < unit.own_start:
        return False
    behind = words[party.last + 1]
    return not is_owned(behind) if party.last + 1 < verb else not is_plural(words[party.head])
