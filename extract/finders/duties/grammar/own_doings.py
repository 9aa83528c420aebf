"""Kazakh forms that lay something down by the word behind them: a doing that is let, what is better done.

"Оның кітапты алуына | болады", "терезені ашқан | дұрыс". So do verbs that look like others by what stands before
them: "беруші мәліметтерді жүйеден | алады".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.lexicon.phrasing import Phrasing, phrasing
from kzedu_graph.language.kazakh_endings import analyse

if TYPE_CHECKING:
    from extract.finders.duties.grammar.words import Word


def with_doings(words: list[Word]) -> list[Word]:
    """The words, somebody's doing before "болады", "болмайды" or "тура келеді" told as what is done."""
    wording = phrasing("kk")
    lets = wording.words("lets_do")
    if lets.isdisjoint([word.norm for word in words]):
        return words
    for n, (word, behind) in enumerate(pairwise(words)):
        doing = word.tag == "word" and behind.norm in lets and wording.pattern("towards_its_doing").search(word.norm)
        words[n] = word._replace(tag="towards-doing") if doing else word
    return words


def with_advice(words: list[Word]) -> list[Word]:
    """The words, "дұрыс" and its like behind what was done told as advice: "ашқан дұрыс", not "жауап дұрыс"."""
    wording = phrasing("kk")
    better = wording.words("better")
    if better.isdisjoint([word.norm for word in words]):
        return words
    for n, (before, word) in enumerate(pairwise(words), 1):
        denied = n + 1 < len(words) and words[n + 1].norm in wording.words("negates")
        denied = denied or before.norm in wording.words("said_or_given")  # "берілген дұрыс, қалғаны қате"
        if word.norm in better and not denied and wording.pattern("past_participle").search(before.norm):
            words[n] = word._replace(tag="advises")
    return words


def stands_for_others(words: Sequence[Word], n: int) -> bool:
    """Whether "білдіреді" tells for whom somebody stands up: "мүдделерін әкімшілік білдіреді", no "келісім"."""
    wording = phrasing("kk")
    if words[n].norm not in wording.words("stands_for") or words[n - 1].norm in wording.words("told_of_oneself"):
        return False
    between = _back_to(words, n, "interests")
    return between is not None and not any(_is_verbal(word, wording) for word in between)


def gets_for_others(words: Sequence[Word], n: int) -> bool:
    """Whether who serves others gets something from a system, which "алады" says: "беруші оны жүйеден алады".

    Between the two stands but what he gets or through what ("жүйеден | мәліметтерді | алады"), or when he may.
    """
    wording = phrasing("kk")
    between = _back_to(words, n, "sources_of_facts") if words[n].norm in wording.words("takes") else None
    if between is None or not (words[n - 1].norm in wording.words("when_it_is") or _is_what_is_got(between)):
        return False
    places = range(n - 1, max(n - _FURTHEST, 0), -1)
    opening = next((k for k in places if words[k].tag in _PARTS_SENTENCE), 0)
    told = [word.norm for word in words[opening + 1 : n]]
    serves, served = wording.pattern("serves_others"), wording.pattern("is_served")
    return any(serves.match(one) for one in told) and not any(served.match(one) for one in told)


def _is_what_is_got(between: Sequence[Word]) -> bool:
    """Whether words behind a system name but what is got from it, or through what it is."""
    wording = phrasing("kk")
    through = bool(between) and between[-1].norm in wording.words("through")
    thing = not between or through or _case(between[-1]) == "accusative"
    told = any(_is_verbal(one, wording) or (one.tag == "postposition" and not through) for one in between)
    return thing and not told and len(between) <= _GETS


def _back_to(words: Sequence[Word], n: int, name: str) -> Sequence[Word] | None:
    """The words between one of some and the verb whose clause it is in; None where none stands there."""
    known = phrasing("kk").words(name)
    for k in range(n - 1, max(n - _FURTHEST, 0), -1):
        if words[k].norm in known:
            return words[k + 1 : n]
        if words[k].tag in _PARTS_CLAUSE:
            return None
    return None


def _case(word: Word) -> str:
    endings = analyse(word.text)[0].endings
    return endings[-1].kind if endings else ""


def _is_verbal(word: Word, wording: Phrasing) -> bool:
    """Whether a word is a converb or a participle, which has a clause of its own: "ескере", "шыққаннан"."""
    if word.tag != "word" or _case(word):
        return False
    return any(wording.pattern(shape).search(word.norm) for shape in ("present_converb", "past_participle", "converb"))


_GETS = 5
_FURTHEST = 60
"""Words between a system and what is got from it, and of the longest clause that tells of it."""
_PARTS_SENTENCE = frozenset({"start", "stop", "semicolon", "colon", "present", "negative", "passive", "passive-not"})
_PARTS_CLAUSE = _PARTS_SENTENCE | {"comma"}
