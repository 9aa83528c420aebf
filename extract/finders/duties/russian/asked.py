"""What Russian nouns ask for behind them in a case or by a number: by whom, to whom, of which day, for how many."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, is_case
from extract.finders.duties.russian.kinds import is_body, is_doing, is_owner, is_preposition, names_somebody
from extract.finders.duties.russian.times import is_time
from extract.lexicon.phrasing import phrasing

_WORDING = phrasing("ru")
_NAME = 9
"""Words from a noun over its attributes and genitives to what else belongs to it."""
_LIST = 14
"""Words from a noun of doing over its owners to the last of what it asks for."""


def signed(words: Sequence[Word], k: int, end: int) -> int | None:
    """The last word of an act's day, number and title behind its name: "приказ министра | от 3 мая 2031 года № 7"."""
    named = any(_WORDING.pattern("named_act").match(word.norm) for word in words[max(k - _NAME, 0) : k])
    if words[k].norm != "от" or not named or k + 1 > end or words[k + 1].tag != "number":
        return None
    n = k + 1
    while n + 1 <= end and (
        words[n + 1].tag in ("number", "title", "mark", "dash") or is_time(words[n + 1]) or words[n + 1].norm == "г"
    ):
        n += 1
    return n


def holds(words: Sequence[Word], k: int, end: int) -> bool:
    """Whether "на" tells how many something is made for ("школы на 300 мест"), "до" of how many something is done."""
    if k + 1 > end or words[k + 1].tag != "number":
        return False
    doing = _WORDING.pattern("verbal_noun").search(words[k - 1].norm)
    if words[k].norm in _WORDING.words("counts") and doing:
        return True  # "освоение до 2 программ"
    return words[k].norm == "на" and any(
        word.norm in _WORDING.words("places_for") for word in words[k + 2 : min(k + 5, end + 1)]
    )


def is_asked(words: Sequence[Word], k: int) -> bool:
    """Whether a noun of doing asks for the case of a word behind it: "управление парком", "выдача книг ученикам"."""
    if _is_doer(words, k):  # "прохождение садоводами аттестации", "... курсов экспертной группой"
        n = k - 1
        while n > 0 and not is_doing(words[n]) and (is_owner(words[n]) or _is_of_doers(words, n)):
            n -= 1
        if is_doing(words[n]):
            return True
    for case, name in (("ablt", "asks_ablt"), ("datv", "asks_datv")):
        if not is_case(words[k], case) or is_case(words[k], "gent", NOUNS):
            continue
        n = k - 1
        while n > 0 and words[n].tag in ("word", "number", "dash", "comma") and k - n < _LIST:
            if _WORDING.pattern(name).match(words[n].norm):
                return True
            if is_preposition(words[n]) and not _is_step(words, n):
                break
            n -= 1
    return False


def _is_doer(words: Sequence[Word], k: int) -> bool:
    """Whether somebody in the instrumental stands here, or his attribute."""
    while k + 1 < len(words) and is_case(words[k], "ablt", _ATTRIBUTES) and is_case(words[k + 1], "ablt"):
        if words[k].norm in _WORDING.words("persons_by_doing"):
            break  # "выбор | учащимися | собственной темы"
        k += 1
    doer = names_somebody(words[k]) or is_body(words[k]) or words[k].norm in _WORDING.words("persons_by_doing")
    return doer and (is_case(words[k], "ablt") or is_case(words[k], "ablt", _ATTRIBUTES))


def _is_of_doers(words: Sequence[Word], n: int) -> bool:
    """Whether a word is of the row of those who do something: "нарушение | учениками, | мастерами"."""
    joint = words[n].tag == "comma" or words[n].norm in _WORDING.words("and_or")
    return joint or is_case(words[n], "ablt", _ATTRIBUTES) or _is_doer(words, n)


def _is_step(words: Sequence[Word], k: int) -> bool:
    """Whether "на" stands between a noun of doing and whom it is for: "направление | на проверку | саду"."""
    asks = is_doing(words[k - 1]) or _WORDING.pattern("asks_на").match(words[k - 1].norm) is not None
    return words[k].norm in _WORDING.words("laid_on") and asks


_ATTRIBUTES = frozenset({"ADJF", "PRTF", "NUMR", "NPRO"})
