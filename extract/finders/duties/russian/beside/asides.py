"""What a Russian duty's clause says beside its deed: why, for what, on what ground, by which act."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.rules import Decision
from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.russian.beside.closing import closed_off
from extract.finders.duties.russian.beside.leads import (
    inserted_condition,
    is_connective,
    leads,
    opens_lead,
    rest_of_party,
    told_first,
)
from extract.finders.duties.russian.beside.listed import among
from extract.finders.duties.russian.beside.openers import opens_aside, opens_behind
from extract.finders.duties.russian.beside.reach import end_of_aside
from extract.finders.duties.russian.cases import is_case
from extract.finders.duties.russian.governed import INFINITIVES, behind_governed, is_adverb, opens_participle
from extract.finders.duties.russian.kinds import is_doing, is_preposition
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_QUOTES = frozenset('"«“')


def beside(
    words: Sequence[Word], clause: tuple[int, int], decision: Decision, party: Party | None, dropped: set[int]
) -> set[int]:
    """The places of a clause (its first and last word) that say something beside its deed.

    `dropped` are those of its terms and of who acts: what opens the clause is looked for behind them. Between commas
    that part who acts from his predicate is told who he is; "в обязанности входит" only leads to what is done.
    """
    first, last = clause
    told = decision.first if decision.rule.bearer == "charged" else decision.last
    if told < first:  # the lead-in says how much it binds, the item what is done
        told = next((n for n in range(first, last + 1) if words[n].tag in INFINITIVES), first)
    predicate = max(first, min(told, last))
    led = party is not None and first <= party.first <= party.last < predicate
    before = [words[n] for n in range(first, party.first if led and party is not None else first) if n not in dropped]
    led = led and (not before or is_connective(before))
    opens = party.last + 1 if led and party is not None else first
    opens = _behind_opening(words, opens, first, predicate, dropped)
    found = asides(words, opens, last, predicate, party.first if party is not None else 0)
    found |= inserted_condition(words, opens, min(decision.first, last), party.first if party is not None else 0)
    if party is not None and party.last + 2 < decision.first:
        marks = words[party.last + 1], words[decision.first - 1]
        found |= set(range(party.last + 1, decision.first)) if all(mark.tag == "comma" for mark in marks) else set()
    if party is not None and first <= party.last:
        found |= rest_of_party(words, party.last + 1, last)
    acts = words[predicate].tag in ("present", "future") and (party is None or not first <= party.first <= last)
    if acts and opens == first:
        found |= _leading_event(words, first, predicate, dropped)
    found |= told_first(words, first, predicate)
    if words[decision.last].norm in _WORDING.words("falls_to"):
        found |= set(range(first, decision.last + 1))
    if decision.rule.name == _TASKS and words[decision.first - 1].tag == "colon":
        found |= set(range(first, decision.first))
    return found


def _behind_opening(words: Sequence[Word], opens: int, first: int, predicate: int, dropped: set[int]) -> int:
    """The place behind what is left out, marks and "а", at the opening of a clause; an event stays: "По прибытии"."""
    if opens == first and words[first].norm in _WORDING.words("leads_event"):
        return opens
    contrasts = _WORDING.words("contrasts")
    while opens < predicate and (
        opens in dropped
        or words[opens].tag == "comma"
        or words[opens].text in _QUOTES
        or words[opens].norm in contrasts
    ):
        opens += 1
    return opens


def _leading_event(words: Sequence[Word], first: int, predicate: int, dropped: set[int]) -> set[int]:
    """The places of when somebody does something who is told before: "при замене, ремонте труб, | поливает"."""
    if not opens_lead(words, first):
        return set()
    verb = predicate
    while verb - 1 in dropped or is_adverb(words[verb - 1]):
        verb -= 1
    return set(range(first, verb)) if words[verb - 1].tag == "comma" else set()


_TASKS = "task-of-a-plan"
"""The rule of what stands behind "Задачи:" on its line."""


def asides(words: Sequence[Word], first: int, last: int, predicate: int, party: int = 0) -> set[int]:
    """The places of words that say why, for what or by which act: "В целях ...,", "в соответствии с ...".

    Those before the predicate reach to a comma or to the verb; those behind it to a comma or the clause's end. What
    opens the clause reaches up to who acts (`party`, the place of his first word; 0 where nobody is named) or to what
    something is done to.
    """
    opens = leads(words, first, predicate, party)
    found = set(range(first, opens))
    n = first = opens
    depth = 0
    while n <= last:
        depth = max(0, depth + {"open": 1, "close": -1}.get(words[n].tag, 0))
        closed = depth or words[n].tag == "title"
        length = 0 if closed else opens_aside(words, n, first) or opens_behind(words, n, predicate)
        if not length or (n > predicate and (words[n - 1].norm in _WORDING.words("only") or _is_whatever(words, n))):
            n += 1
            continue
        length += n + length <= last and words[n + length].tag == "not"  # "в случае не получения"
        if behind := _behind_ground_of_participle(words, n, n + length, last, predicate):
            n = behind
            continue
        end = end_of_aside(words, n, length, (first, last), predicate)
        n = _with_opening(words, n, first, predicate)
        if end + 1 <= last and words[end + 1].tag == "comma" and not _lists_on(words, n, end + 1, predicate):
            end += 1
        found |= set(range(n, end + 1))
        n = end + 1
    return found | closed_off(words, max(first, predicate + 1), last)


def _with_opening(words: Sequence[Word], n: int, first: int, predicate: int) -> int:
    """Where an aside begins with what only leads to it: "| т.е. согласно плану", "| , в том числе для сада"."""
    while n > first + 1 and (words[n - 1].norm in _WORDING.words("that_is") or _is_of_that_is(words, n - 1)):
        n -= 1 + (words[n - 2].tag == "comma")
    return n - 3 if n > predicate and n >= first + 4 and among(words, n - 3) else n


def _lists_on(words: Sequence[Word], n: int, comma: int, predicate: int) -> bool:
    """Whether a comma behind an aside is of the list that goes on: "внедрение карт согласно плану, | обучение"."""
    if n <= predicate or words[n - 1].tag == "comma" or comma + 1 >= len(words):
        return False
    behind = words[comma + 1]
    return is_doing(behind) and not is_case(behind, "gent") and not is_preposition(behind)


def _behind_ground_of_participle(words: Sequence[Word], n: int, named: int, last: int, predicate: int) -> int:
    """The place behind a ground (`named` is its noun) of a participle that is told by it; else 0.

    The participle goes on behind it ("деятельность, отнесенную | на основании плана | к обязанностям сада"), or tells
    of a subject before its predicate ("Заявка, поданная | в порядке, установленном планом|, подлежит учету"), but not
    "ведет план, принятый | на основании".
    """
    if n < 3 or words[n - 2].tag != "comma" or not opens_participle(words, n - 1):
        return 0
    behind = behind_governed(words, named, last)
    closed = n < predicate and any(word.tag == "comma" for word in words[n:predicate])
    return behind if behind <= last and (closed or is_preposition(words[behind])) else 0


def _is_whatever(words: Sequence[Word], n: int) -> bool:
    """Whether what limits nothing opens here: "школы | независимо от подчинения" are all schools."""
    return n + 1 < len(words) and f"{words[n].norm}-{words[n + 1].norm}" in _WORDING.words("whatever")


def _is_of_that_is(words: Sequence[Word], n: int) -> bool:
    """Whether a point is of "т.е."."""
    return words[n].text == "." and words[n - 1].norm in _WORDING.words("that_is")
