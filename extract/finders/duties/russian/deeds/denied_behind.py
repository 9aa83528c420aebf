"""Words behind a Russian infinitive that lay it down: "рвать розы дети | не могут", "вести журнал | не надо"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.governed import INFINITIVES
from extract.lexicon.phrasing import phrasing

_LAYS_DOWN_BEFORE = frozenset({"may-not", "should-not", "not-needed", "is-obligatory"})
"""Rules whose words stand behind the infinitive of what is done, too."""
_MAY = "somebody-may"
"""The rule of what somebody may do, told behind the infinitive: "менять план мастер | может"."""


def behind_deed(words: Sequence[Word], decision: Decision) -> Decision:
    """A decision on the words alone that lay down the infinitive before them: "рвать розы дети | не могут"."""
    if decision.rule.name == _MAY and words[decision.first].tag in INFINITIVES:
        return replace(decision, first=decision.last)
    if decision.rule.name not in _LAYS_DOWN_BEFORE or words[decision.first].tag not in INFINITIVES:
        return decision
    denied = next((n for n in range(decision.first, decision.last) if words[n].tag == "not"), decision.last)
    rights = words[denied - 1].norm in phrasing("ru").words("no_rights")
    return replace(decision, first=denied - rights)  # "рвать розы дети | права не имеют"
