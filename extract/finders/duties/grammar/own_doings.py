"""Kazakh forms that lay something down by the word behind them: a doing that is let, what is better done.

"Оның кітапты алуына | болады", "терезені ашқан | дұрыс".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from extract.lexicon.phrasing import phrasing

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
