"""Who promises something of himself in Kazakh: "Біз тәртіпті сақтаймыз", "Мен құпияны жарияламаймын"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import looks_like
from extract.finders.duties.kazakh.parties.points import clause_start
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")

_MARKS = frozenset({"stop", "semicolon", "comma", "conjunction"})

_WILL = "somebody-will"
_DOES = frozenset({"somebody-does-as-a-norm", "nobody-does-as-a-norm", "agreed-to", _WILL})
"""Rules of what somebody does or does not do, or has agreed to."""


def says_of_oneself(words: Sequence[Word], decision: Decision) -> bool:
    """Whether a decision is on what somebody says that he does himself: "сақтаймыз", "қамтамасыз етемін"."""
    last = next((n for n in range(decision.last, decision.first, -1) if words[n].tag not in _MARKS), decision.first)
    if decision.rule.name == _WILL and looks_like(words[last].norm, "feels"):
        return False  # "бейбіт өмірді қалаймыз"
    return decision.rule.name in _DOES and looks_like(words[last].norm, "said_of_oneself")


def will_oneself(words: Sequence[Word], decision: Decision) -> bool:
    """Whether a decision is on what somebody says that he will do, and no demand: "Біз ауылға барамыз"."""
    return decision.rule.name == _WILL and says_of_oneself(words, decision)


def speaker(words: Sequence[Word], verb: int) -> Party | None:
    """Who names himself in the clause of such a verb; None where only its ending tells it."""
    places = (n for n in range(clause_start(words, verb), verb) if words[n].norm in _WORDING.words("speakers"))
    n = next(places, None)
    return None if n is None else Party(n, n, n)
