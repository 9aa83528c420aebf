"""Which terms of a Russian sentence are its deed's, not of those whom or what a clause beside it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.governed import AND_OR, opens_participle
from extract.lexicon.phrasing import phrasing


def is_told_aside(words: Sequence[Word], start: int, decision: Decision) -> bool:
    """Whether a term that starts at a place of the text is of a clause beside the deed.

    Such are a participle's clause before the predicate ("Ученики, принятые до 1 мая, | сажают сад"), and a relative
    clause with a predicate of its own ("ведут журнал, который до 1 мая утверждается"). A colon closes the clause of a
    lead-in: "организациям, ответственным за полив: | до 1 мая представить отчет".
    """
    place = next((n for n, word in enumerate(words) if n and word.end > start), 0)
    if words[place].subordinate:
        told = decision.last + 2 < len(words) and words[decision.last + 2].tag == "that"  # "планируется, что к маю ..."
        return (
            not told
            and not words[decision.last].subordinate
            and any(word.subordinate and word.tag in _DONE for word in words[1:])
        )
    if place >= decision.first:
        return False
    if any(_opens_next(words, n) for n in range(place, decision.first)):
        return True
    comma = next((n for n in range(place, 0, -1) if words[n].tag == "comma" and not _goes_on(words, n)), 0)
    if any(words[n].text == ":" for n in range(comma + 1, place)):
        return False
    closed = any(word.tag == "comma" for word in words[place : decision.first])
    return comma > 0 and closed and opens_participle(words, comma + 1)


def _opens_next(words: Sequence[Word], n: int) -> bool:
    """Whether what is done behind the deed that a term is of opens here: ", после чего ..."."""
    return words[n - 1].tag == "comma" and f"{words[n].norm}-{words[n + 1].norm}" in _AFTER_WHICH


_AFTER_WHICH = phrasing("ru").words("after_which")


_DONE = frozenset({"passive", "present", "future"})
"""Classes of predicates that a relative clause has as a duty of its own."""


def _goes_on(words: Sequence[Word], n: int) -> bool:
    """Whether a comma stands within a row: ", и"."""
    return n + 1 < len(words) and words[n + 1].norm in AND_OR
