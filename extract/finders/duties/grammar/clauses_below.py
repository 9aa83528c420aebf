"""Which words of a sentence stand in a clause below: from a relative word to the comma that closes the clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.finders.duties.grammar.tags import FINITE
from extract.lexicon.phrasing import phrasing

if TYPE_CHECKING:
    from extract.finders.duties.grammar.words import Word

CLOSES = frozenset({"semicolon", "colon", "stop", "close"})
"""Classes of marks that close a clause, and all clauses below it."""

_OPENS_BELOW = frozenset({"relative", "that"})

_SAYS = frozenset({"note", "mind", "attention"})
"""Classes of words behind which "что" opens what the sentence is about, not a clause below it."""

_CLAUSE = 25
"""How many words back a subordinate clause's verb is looked for."""


def with_clauses_below(words: list[Word]) -> list[Word]:
    """The words, those of a subordinate clause marked: from a relative word to the comma that closes the clause."""
    if _OPENS_BELOW.isdisjoint([word.tag for word in words]):
        return words
    below = if_clause = False
    found: list[Word] = []
    for n, word in enumerate(words):
        if word.tag == "relative" or (
            word.tag == "that" and words[n - 1].tag == "comma" and words[n - 2].tag not in _SAYS
        ):
            below, if_clause = True, word.norm in phrasing("ru").words("if")
        elif (
            word.tag in CLOSES
            or (word.tag == "dash" and _commands(words, n + 1))
            or (
                word.tag == "comma"
                and not (below and _is_in_row(words, n))
                and (_has_verb(found[-_CLAUSE:]) or _goes_on(words, n + 1, if_clause))
            )
        ):
            below = False
        found.append(word._replace(subordinate=True) if below else word)
    return found


def _is_in_row(words: Sequence[Word], n: int) -> bool:
    """Whether a comma stands in a row of what is done: "сад ведет журнал, который прошивается, | нумеруется и ..."."""
    row = n + 3 < len(words) and words[n - 1].tag == words[n + 1].tag == words[n + 3].tag == "passive"
    joined = row and (words[n + 2].tag == "comma" or words[n + 2].norm in phrasing("ru").words("and_or"))
    relative = next((k for k in range(n, 0, -1) if words[k].tag == "relative"), 0)
    return joined and any(word.tag in ("present", "passive", "infinitive") for word in words[1:relative])


def _goes_on(words: Sequence[Word], n: int, if_clause: bool) -> bool:
    """Whether a verb behind a comma is in no clause below: "если ответа нет, | поставьте", "..., | заполняется бланк".

    In Russian it commands, or stands behind "если" or "а также".
    """
    if n + 2 < len(words) and words[n + 1].norm in phrasing("ru").words("also"):
        return words[n].norm in phrasing("ru").words("contrasts") and words[n + 2].tag in ("present", "future")
    n += n < len(words) and words[n].tag == "not"
    if n >= len(words):
        return False
    commands = words[n].tag == "imperative" and (if_clause or words[n].norm.endswith(("те", "тесь")))
    return commands or (if_clause and words[n].tag == "passive")


def _commands(words: Sequence[Word], n: int) -> bool:
    """Whether a command opens what stands behind a dash: "если горит красный свет – | не иди"."""
    n += n < len(words) and words[n].tag == "not"
    return n < len(words) and words[n].tag == "imperative"


def _has_verb(words: Sequence[Word]) -> bool:
    return any(word.subordinate and (word.tag in FINITE or word.tag == "given") for word in words)
