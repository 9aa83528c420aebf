"""Commands in the lists of a Kazakh act: which are an item's own, and which a lead-in's beside its items."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.deeds.clauses import Duty
from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.complements.objects import find_object
from extract.lexicon.phrasing import phrasing

_OWN = frozenset({"must", "need", "obliged", "present", "passive", "negative", "passive-not"})
"""Classes of words by which an item lays something down itself."""
_WORDING = phrasing("kk")


def own_commands(words: Sequence[Word], duties: list[Duty], own_start: int) -> list[Duty]:
    """The duties of an item without its lead-in's command where it has its own: "ұйымдастырсын: | бақ құрсын".

    So it is with what only points at the items: "мынадай талаптар орындалуға тиіс: | жол бос болуы тиіс".
    """
    own = [duty for duty in duties if words[duty.decision.first].start >= own_start]
    lead = [word for word in words if word.start < own_start]
    if own and (_says_how(lead) or any(_points_below(words, duty) for duty in duties)):
        return own
    places = [duty.decision.first for duty in duties if words[duty.decision.first].tag == "imperative"]
    if not any(words[n].start >= own_start for n in places):
        return duties
    return [one for one in duties if one.decision.first not in places or words[one.decision.first].start >= own_start]


def _points_below(words: Sequence[Word], duty: Duty) -> bool:
    """Whether a duty says only that what is asked below is to be kept: "мынадай талаптар сақталуы тиіс:"."""
    first, last = duty.decision.first, duty.decision.last
    closes = words[last].tag in ("must", "need") and words[min(last + 1, len(words) - 1)].tag == "colon"
    asked = words[first - 1].norm in _WORDING.words("asked")
    return closes and asked and words[first - 2].norm in _WORDING.words("points_below")


def _says_how(lead: Sequence[Word]) -> bool:
    """Whether a lead-in says what is done, its items what is kept in doing so: "мынадай талаптарды сақтай отырып"."""
    places = (n for n in range(len(lead) - 3) if lead[n].norm in _WORDING.words("points_below"))
    return any(lead[n + 1].norm in _WORDING.words("kept") and lead[n + 3].norm == "отырып" for n in places)


def is_beside_items(lead: Sequence[Word], duties: Sequence[Duty], item: Sequence[Word], own_start: int) -> bool:
    """Whether a lead-in bids a deed of its own beside its items, which have their own: "оқу өткізсін: | бақ құрсын".

    One that only points at them ("мынадай шаралар қабылдасын:"), or has no object, is none.
    """
    if _says_how(lead):
        return any(word.tag in _OWN and word.start >= own_start for word in item)
    if not any(word.tag == "imperative" and word.start >= own_start for word in item):
        return False
    if any(word.norm in _WORDING.words("points_below") for word in lead):
        return False
    last = duties[-1].decision
    if lead[last.first].tag != "imperative" or last.last < len(lead) - 3:
        return False
    return find_object(lead, last.first, last.last, last.last) is not None
