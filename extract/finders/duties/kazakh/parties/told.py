"""Whom the items of a Kazakh lead-in in the dative bind: "Мектептердің басшыларына: 1) есепке алу ұйымдастырылсын"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of
from extract.finders.duties.kazakh.parties.agents import is_told
from extract.finders.duties.kazakh.parties.bearers import find_party
from extract.finders.duties.kazakh.parties.names.leads import before_recipient


def told_above(words: Sequence[Word], colon: int, own: int, decision: Decision) -> Party | None:
    """Who is told what an item says, all of its lead-in, or the subject that it or the item itself has.

    None where the lead-in does not close with somebody in the dative, or the item lays its own words on somebody;
    what is banned or let is told of by its own rules.
    """
    role = decision.rule.bearer
    bans = role == "addressee" and words[decision.last].tag != "imperative"
    if bans or role in ("charged", "recipient") or decision.first < own or not is_told(words[colon - 1]):
        return None
    before = own - 1
    party = find_party([words[0], *words[own:]], role, decision.first - before, decision.last - before)
    if party is not None and case_of(words[party.head + before]) == "":
        return Party(party.first + before, party.last + before, party.head + before)
    return before_recipient(words, colon) or Party(1, colon - 1, colon - 1)
