"""How a list of Kazakh parties goes on behind the first: joints, names, brackets, who stands in for another."""

from __future__ import annotations

from collections.abc import Sequence

from extract.finders.duties.grammar.words import Word
from extract.finders.duties.kazakh.forms import case_of, is_bare_attribute, is_letter, is_owned
from extract.finders.duties.kazakh.parties.names.actors import is_party
from extract.finders.duties.kazakh.parties.names.answerers import name_end
from extract.finders.duties.kazakh.parties.names.bracketed import next_named, rest_of_list
from extract.finders.duties.kazakh.parties.names.extents import extent
from extract.finders.duties.kazakh.parties.names.owners import belongs_to_another
from extract.finders.duties.kazakh.parties.names.pairs import stand_in
from extract.finders.duties.kazakh.parties.names.participles import LONGEST
from extract.finders.duties.kazakh.phrases import phrase_start
from extract.finders.duties.kazakh.singulars import is_person
from extract.lexicon.phrasing import phrasing

_ATTRIBUTES = 3
"""Words from an attribute to its noun."""
_CLAUSE = 40
"""Words before a verb among which its object stands."""
_WORDING = phrasing("kk")
_AGENT = _WORDING.pattern("agent")


def last_of_list(words: Sequence[Word], n: int, end: int) -> int:
    """The last word of a list that goes on: "органдар, өзге де ұйымдар (келісу бойынша)", "орынбасары С. Ахметова"."""
    while n + 1 < end:
        behind = words[n + 1]
        if behind.tag == "open":
            named, noun = _has_name_behind(words, n), n
            n = next((k for k in range(n + 1, end) if words[k].tag == "close"), n)
            if words[n].tag != "close":
                return n
            goes_on = words[n + 1].tag in ("comma", "conjunction") or words[n + 1].norm in _WORDING.words("or")
            if words[noun + 2].norm in _WORDING.words("from_here") and not goes_on:
                return noun  # "кассалары (бұдан әрі – касса)"
            further = _next_of_list(words, n + 1, end) if named else None
            if further is not None and _has_name_behind(words, further):
                n = further  # "басқармасы (А. Садов) облыстық кеңесі (Б. Садов)"
        elif n + 3 < end and is_letter(behind) and behind.text.isupper() and words[n + 2].text == ".":
            named = words[n + 3].text[:1].isupper() and not is_letter(words[n + 3])
            if words[min(n + 3 + named, end)].norm in _WORDING.words("named_after"):
                return n  # "мектептер [М. Омаров атындағы орталықта]"
            n += 3 if named else 2  # "орынбасары С. Ахметова", "директоры Б. Т. Омаров"
        elif behind.tag in ("conjunction", "comma") or behind.norm in _WORDING.words("or"):
            if [word.tag for word in words[n + 2 : n + 5]] == ["open", "conjunction", "close"]:
                n += 3  # "органдар және (немесе) ұйымдар"
            further = _next_of_list(words, n + 2, end) or stand_in(words, n + 2, end)
            further = further or next_named(words, n + 2, end) or rest_of_list(words, n + 2, end)
            further = further or _far_next_of_list(words, n + 2, end)
            if further is None:
                return n - 3 if words[n].tag == "conjunction" else n
            n = further
        else:
            return n
    return n


def _has_name_behind(words: Sequence[Word], n: int) -> bool:
    """Whether a name in brackets behind a noun tells who answers there: "ұлттық бағы (А.А. Садов)"."""
    named = n + 1 < len(words) and name_end(words, n + 1) is not None
    return named and words[n].tag == "word" and is_owned(words[n]) and case_of(words[n]) == ""


def _next_of_list(words: Sequence[Word], start: int, end: int) -> int | None:
    for k in range(start, min(end, start + LONGEST)):
        if (is_party(words, k, "") and not belongs_to_another(words, k, end)) or _has_name_behind(words, k):
            return k
        done_to = words[k].tag == "word" and k + 1 < end and words[k + 1].tag == "to-do" and words[k + 1].text.islower()
        if words[k].tag == "to-do" or done_to:
            continue  # "сондай-ақ апатты жою басшысы"
        if is_bare_attribute(words[k]):
            continue  # "заңды өкілдері"
        if words[k].tag not in ("word", "conjunction", "number", "title", "future-participle"):
            return None
        since = case_of(words[k]) == "ablative" and k + 1 < end and is_person(words[k + 1])  # "туғаннан мүгедектер"
        if words[k].tag == "word" and not since and case_of(words[k]) not in ("", "genitive", "locative", "dative"):
            return None
    return None


def _far_next_of_list(words: Sequence[Word], start: int, end: int) -> int | None:
    """The next party of a list whose phrase, with a participle's clause in it, reaches back to the comma."""
    begin = start + (words[start].norm in _WORDING.words("also"))
    whoever = (k + 1 for k in range(begin, min(end, begin + _ATTRIBUTES)) if words[k].norm == "қарамастан")
    begin = next(whoever, begin)  # "меншік нысанына қарамастан кәсіпорындардың басшылары"
    for k in range(start, min(end, start + _CLAUSE)):
        named = is_party(words, k, "") and (is_owned(words[k]) or _AGENT.search(words[k].norm) is not None)
        if named and not belongs_to_another(words, k, end):
            return k if begin in (phrase_start(words, k, begin), extent(words, k, begin)) else None
    return None
