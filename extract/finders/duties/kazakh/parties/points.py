"""Where a clause of a Kazakh sentence begins: behind a mark, a purpose, a time; and a party that opens a point."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import case_of, is_agent, is_verbal, looks_like
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")


def whole_in_point(words: Sequence[Word], party: Party, begin: int) -> Party:
    """A party that opens a point of an act, with all words before its noun that no comma or time sets apart."""
    start = max(behind_purpose(words, begin, party.head), begin)
    apart = (
        n
        for n in range(start, party.first)
        if words[n].tag == "comma"
        or is_time(words, n)
        or _is_done_to(words, n)
        or _is_apart(words, n)
        or (n + 1 == party.first and _is_given(words, n))
    )
    time = [n + 1 for n in apart]
    start = max([start, *time])
    while start < party.first and words[start].tag in ("number", "stop", "mark"):
        start += 1
    return Party(min(start, party.first), party.last, party.head)


def _is_apart(words: Sequence[Word], n: int) -> bool:
    """Whether a word closes in which case or on account of what: "су тоқтаған жағдайда", "осыған байланысты"."""
    done = words[n].norm in _WORDING.words("times") and looks_like(words[n - 1].norm, "past_participle")
    return done or (words[n].norm == "байланысты" and words[n - 1].norm in _WORDING.words("to_it"))


def _is_done_to(words: Sequence[Word], n: int) -> bool:
    """Whether a word is what the point says is done, no part of a name: "[көшеттерді] бағбан суарсын"."""
    name = words[n].text.istitle() and not looks_like(words[n].norm, "plural_accusative")  # "Бақты ауданы"
    governed = is_verbal(words[n + 1]) or is_agent(words[n + 1])
    return case_of(words[n]) == "accusative" and not name and not governed


def _is_given(words: Sequence[Word], n: int) -> bool:
    """Whether a word right before who acts is to whom something is done: "Б. Садовқа | мұғалімдер тізбе берсін"."""
    _, mark, ending = words[n].norm.rpartition("-")
    dative = case_of(words[n]) == "dative" or bool(mark and ending in _WORDING.words("case_endings"))
    return dative and words[n].tag == "word" and not (is_verbal(words[n + 1]) or is_agent(words[n + 1]))


def is_time(words: Sequence[Word], n: int) -> bool:
    """Whether a word closes a phrase of time: "дейін", "ішінде"."""
    return words[n].norm in _WORDING.words("ends_time")


def behind_purpose(words: Sequence[Word], begin: int, last: int) -> int:
    """Where the main clause goes on behind the last clause of purpose or time that stands before the predicate."""
    return next((n + 1 for n in range(last - 1, begin, -1) if words[n].norm in _WORDING.words("closes_purpose")), begin)


def clause_start(words: Sequence[Word], first: int) -> int:
    """Where the clause of a predicate begins: behind a semicolon."""
    begin = first
    while begin > 1 and words[begin - 1].tag not in ("semicolon", "start"):
        begin -= 1
    return max(begin, 1)
