"""Which Russian words tell when or how something is done: "мая", "до 1 мая", "ежегодно", "в течение ..."."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")


def is_time(word: Word) -> bool:
    """Whether a word is a month or a noun of counted times: "мая", "лет"."""
    return word.norm in _WORDING.words("months") or word.norm in _WORDING.words("of_time")


def opens_time(words: Sequence[Word], n: int) -> bool:
    """Whether a phrase of time or manner begins here: "до 1 мая", "в срок", "ежегодно", "в течение ..."."""
    word = words[n]
    behind = words[n + 1].norm if n + 1 < len(words) else ""
    if word.norm in _WORDING.words("opens_time"):
        return True
    if word.norm in _WORDING.words("opens_time_before_number"):
        return n + 1 < len(words) and words[n + 1].tag == "number"
    return word.norm in _WORDING.words("sent_to") and bool(_WORDING.pattern("behind_in").match(behind))


def behind_time(words: Sequence[Word], begin: int, end: int) -> int:
    """The place behind the words of time that open a point: "До 1 мая | завхозу"; where it begins if none do."""
    if begin >= end:
        return begin
    if words[begin].norm in _WORDING.words("how_often"):
        return begin + 1
    if words[begin].norm not in _WORDING.words("opens_due_day"):
        return begin
    n = begin + 1
    while n < end and (words[n].tag == "number" or is_time(words[n]) or words[n].norm in _WORDING.words("due_day")):
        n += 1
    return n if n > begin + 1 else begin
