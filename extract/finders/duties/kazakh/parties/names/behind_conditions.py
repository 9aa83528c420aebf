"""Where a Kazakh main clause goes on behind a clause of time or condition that somebody opens."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Party, Word
from extract.finders.duties.kazakh.forms import closes_condition, looks_like
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("kk")
_PARTS = frozenset({"comma", "conjunction"})


def behind_condition(words: Sequence[Word], party: Party, first: int) -> int | None:
    """The place behind a clause of time or condition that a party opens: "Төраға болмаған жағдайда", "ол келсе,"."""
    came = party.last + 2 < first and words[party.last + 2].norm in _WORDING.words("since")
    if came and _WORDING.pattern("past_participle").search(words[party.last + 1].norm):
        return party.last + 3  # "мүшелер сайланған күннен | бастап төраға"
    for n in range(party.last + 1, first):
        if looks_like(words[n].norm, "done_in_case") and words[n + 1].norm in _WORDING.words("closes_purpose"):
            return n + 2  # "кеңес жобаны мақұлдағаннан кейін | орган ...", "оқушы келгеннен кейін | мұғалім ..."
        if n == party.last + 1:
            continue
        excepts = words[n].norm in _WORDING.words("except") and words[party.last + 1].tag not in _PARTS
        excepts = excepts and words[n + 1].tag == "comma"  # "мүшелер болмаған жағдайларды қоспағанда, | төраға"
        if excepts or closes_condition(words, n):
            return n + 1 + excepts
        if words[n].tag == "towards-doing" and words[n + 1].tag in _PARTS:
            return None  # "иелері хабарлауға және [ауру білінген кезде] емдеуге міндетті"
        if words[n].norm in _WORDING.words("times_of_done"):
            done = _WORDING.pattern("past_participle").search(words[n - 1].norm) is not None
            return n + 1 if done else None
    return None
