"""Where a Russian noun phrase opens: numbers and attributes that agree first, no measure, no part of a name before."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.russian.cases import NOUNS, PARTICIPLES, is_case
from extract.finders.duties.russian.governed import (
    AND_OR,
    ATTRIBUTES,
    agrees,
    cases_of,
    is_any_noun,
    is_latin_name,
    is_pronoun,
)
from extract.finders.duties.russian.kinds import is_preposition
from extract.finders.duties.russian.times import is_time
from extract.language.russian import readings
from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.letters import is_abbreviation

_WORDING = phrasing("ru")


def opens(words: Sequence[Word], n: int, end: int, case: str) -> bool:
    """Whether a phrase with a noun in a case begins here: numbers and attributes first ("220 новых стандартов")."""
    if _is_of_before(words, n) or _is_told_otherwise(words, n, case):
        return False
    return _opens_at(words, behind_complement(words, n, end, case), end, case)


def _opens_at(words: Sequence[Word], n: int, end: int, case: str) -> bool:
    """Whether numbers and attributes from a place on lead to a noun in a case."""
    counted = False
    listed = words[n - 1].norm in AND_OR or words[n - 1].tag == "comma"
    numbers: set[str] = set()
    while n <= end:
        word = words[n]
        if counted and is_time(word):
            return False
        if word.tag == "number" or word.norm in _WORDING.words("counts") or _is_numeral(word):
            counted = True
        elif numbers and not listed and not counted and _differs(word, case, numbers):
            return False
        elif (
            word.tag == "title"
            or (word.tag == "word" and is_abbreviation(word.text) and word.text.isupper())
            or is_case(word, case, NOUNS)
            or (word.norm in _WORDING.words("nouns_of_attributes") and is_case(word, case, ATTRIBUTES))
            or (counted and word.norm in _WORDING.words("undeclined"))
            or (counted and is_case(word, "gent", NOUNS))
        ):
            return True
        elif word.tag == "dash" and words[n - 1].tag == "number" and words[n - 1].end == word.start and counted:
            pass  # "4-недельные курсы"
        elif word.tag == "mark" and words[n - 1].norm in _WORDING.words("counts"):
            pass  # "20 тыс. учеников"
        elif not (is_case(word, case, ATTRIBUTES) or (counted and is_case(word, "gent", ATTRIBUTES))) and (
            not (word.tag == "comma" or word.norm in AND_OR) or n == end
        ):
            return False
        else:
            listed = listed or word.tag == "comma" or word.norm in AND_OR
            numbers = {number for _, pos, found, number in readings(word.norm) if pos in ATTRIBUTES and found == case}
        n += 1
    return False


def behind_complement(words: Sequence[Word], n: int, end: int, case: str) -> int:
    """The place of a noun behind its attribute's complement: "принятые к рассмотрению | проекты"; else its own."""
    if n + 2 < end and is_preposition(words[n + 1]) and _differs_by(words[n], case):
        return _behind_differences(words, n, end, case)
    participle = (
        words[n].tag == "word" and readings(words[n].norm)[0][1] == "PRTF" and is_case(words[n], case, PARTICIPLES)
    )
    if participle and n + 2 <= end and is_pronoun(words[n + 1]) and agrees(words[n], words[n + 2], case):
        return n + 2  # "созданные ими | планы"
    if not participle or n + 3 > end or words[n - 1].tag == "comma" or not is_preposition(words[n + 1]):
        return n
    noun = next((k for k in range(n + 3, min(n + _NEAR, end + 1)) if agrees(words[n], words[k], case)), None)
    told = all(word.tag == "word" for word in words[n + 1 : noun])
    return noun if noun is not None and told else n


def _differs_by(word: Word, case: str) -> bool:
    """Whether an attribute says of several things by what they differ or are alike: "различные | по объему и сроку"."""
    return _WORDING.pattern("differs_by").match(word.norm) is not None and is_case(word, case, ATTRIBUTES)


def _behind_differences(words: Sequence[Word], n: int, end: int, case: str) -> int:
    """The noun of such an attribute, or the attribute before it; the attribute's own place where none is told.

    "обучения" may be a genitive or the noun: in "различные по срокам обучения | учебные программы" what follows is it.
    """
    near = range(n + 3, min(n + _FAR, end + 1))
    stops = next((k for k in near if words[k].tag not in ("word", "comma")), near.stop)
    told = [k for k in range(near.start, stops) if words[k].norm not in AND_OR and agrees(words[n], words[k], case)]
    sure = (k for k in told if not is_case(words[k], "gent"))
    return next(sure, told[0] if told else n)


_FAR = 16
"""Words from such an attribute to its noun, over all that it differs by."""
_NEAR = 6
"""Words from a participle over its complement to its noun."""


def _is_measure(words: Sequence[Word], n: int) -> bool:
    """Whether a number or its unit is compared with the noun before: "со скоростью более 60 км/час"."""
    than = _WORDING.words("than")
    compared = any(word.norm in than for word in words[max(n - 4, 0) : n]) and words[n - 1].tag in ("number", "mark")
    return compared or words[n - 1].norm in than or (words[n].norm in than and is_any_noun(words[n - 1]))


def _is_bound(words: Sequence[Word], n: int) -> bool:
    """Whether a number is the bound of what is measured, or its unit: "0,5 и ниже", "2 единицы и менее"."""
    at = n if words[n].tag == "number" else n - 1
    if words[at].tag != "number":
        return False
    bounds = _WORDING.words("bounds")
    joints = (k for k in (at + 1, at + 2) if k + 1 < len(words))
    return any(words[k].norm in AND_OR and words[k + 1].norm in bounds for k in joints)


def _is_of_place(words: Sequence[Word], n: int) -> bool:
    """Whether a number is that of a place of an act: "в пунктах | 5, 6 и 7 Правил"."""
    k = n
    while k > 0 and (words[k].tag in ("number", "comma", "dash") or words[k].norm in AND_OR):
        k -= 1
    return words[n].tag == "number" and _WORDING.pattern("place_of_act").match(words[k].norm) is not None


def _is_told_otherwise(words: Sequence[Word], n: int, case: str) -> bool:
    """Whether the attribute before a noun is of another case or number: "полного | здания" is no accusative."""
    before, noun = words[n - 1], words[n]
    named = before.tag != "word" or readings(before.norm)[0][1] not in ("ADJF", "PRTF")
    named = named or before.norm in _WORDING.words("nouns_of_attributes")  # "болезни обучающегося | срок"
    if named or noun.tag != "word" or not is_case(noun, case, NOUNS):
        return False
    own = {(found, number) for _, pos, found, number in readings(noun.norm) if pos in NOUNS}
    told = {(found, number) for _, pos, found, number in readings(before.norm) if pos in {"ADJF", "PRTF"}} & own
    return bool(told) and all(found != case for found, _ in told)


def _is_numeral(word: Word) -> bool:
    return word.tag == "word" and any(pos == "NUMR" for _, pos, _, _ in readings(word.norm))


def _differs(word: Word, case: str, numbers: set[str]) -> bool:
    """Whether a noun is of another number than its attribute: "полного | здания" is no accusative."""
    found = {number for _, pos, its, number in readings(word.norm) if pos in NOUNS and its == case}
    return bool(found) and "" not in found | numbers and not found & numbers


def _is_of_before(words: Sequence[Word], n: int) -> bool:
    """Whether a word opens no phrase by what stands before it: a joint, a number of what is measured, a name.

    "педагогов ДВО", "А | 4", "имени А. Липова", "зам. директора", "относят сами", "PISA-2025", "5–7 лет", "более 6 км".
    """
    word, before = words[n], words[n - 1]
    if word.tag == "comma" or word.norm in AND_OR or word.norm in _WORDING.words("by_oneself"):
        return True
    if before.text == "." and words[n - 2].norm in _WORDING.words("posts_cut"):
        return True  # "зам. | директора"
    joined = word.tag == "number" and before.tag in ("dash", "word") and before.end == word.start
    if (
        joined
        or _is_bound(words, n)
        or _is_of_place(words, n)
        or (before.tag == "number" and is_time(word))
        or _is_measure(words, n)
    ):
        return True
    if is_latin_name(word) and n + 2 < len(words) and words[n + 1].tag == "dash" and words[n + 2].tag == "number":
        return True  # "PISA-2025"
    initial = before.text == "." and len(words[n - 2].text) == 1 and word.text[:1].isupper()
    short = word.tag == "word" and is_abbreviation(word.text) and before.tag == "word" and cases_of(before) > set()
    return initial or (short and not is_preposition(before) and before.norm not in AND_OR)  # "школы и | УДО"
