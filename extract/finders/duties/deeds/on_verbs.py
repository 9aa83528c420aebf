"""A decision on its verb alone, where the words of its rule say of whom or of what it is as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.set_tasks import ROLE_DOES
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.deeds.foreseen import NAMED
from extract.finders.duties.russian.parties.positions.next_doer import BODY_DOES_NEXT

KEPT = "kept-as-a-norm"
"""The Kazakh rule of what stays with somebody: "екінші данасы иесінде | қалады"."""
TIME_HAS_COME = "time-has-come"
"""The Kazakh rule of what it is time to do: "Суды | үнемдейтін | кез келді"."""
_ON_LAST = frozenset({"task-set", "held-necessary", "called-upon", BODY_DOES_NEXT})
"""Russian rules whose last word is the verb of their deed: "Перед советом стоит задача | обновить | сад"."""
_BY_CHOICE = frozenset({"goes-to-court"})
"""The rule of whom a decision does not suit: "Шешіммен келіспесе, | ол сотқа | жүгінеді"."""
_TAKES_PART = "may-take-part"
"""The Russian rule of who may take part in something: "Участниками | могут стать | мастера"."""
_DOES_LISTED = "does-what-is-listed"
"""The Kazakh rule of a deed, and what goes into it below: "Бағбан кесте | жасайды |, оған мыналар кіреді:"."""


def on_verb(words: Sequence[Word], decision: Decision) -> Decision:
    """The decision without what its rule has around its verb."""
    rule, last = decision.rule.name, decision.last
    if rule in _BY_CHOICE:
        verb = next((n for n in range(last, decision.first, -1) if words[n].tag == "present"), last)
        return replace(decision, first=verb, last=verb)
    if rule == KEPT or rule in _ON_LAST:
        return replace(decision, first=last - (rule == KEPT))
    if rule == _TAKES_PART:
        may = next((n for n in range(decision.first, last) if words[n].tag == "may"), decision.first)
        return replace(decision, first=may)
    alone = rule == _DOES_LISTED and last >= len(words) - 2
    if alone or rule in (TIME_HAS_COME, ROLE_DOES):  # "список | составляет | оператор"
        return replace(decision, last=decision.first)
    if rule not in NAMED:
        return decision
    doing = max(n for n in range(1, last) if words[n].tag == "to-do")
    return replace(decision, first=doing, last=doing + 1)
