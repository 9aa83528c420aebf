"""The classes that Russian words have by their place, and the posts that they are written short for.

Сообщить, какие розы увяли.      Обязательным является учет.      Зам. директора обеспечить учет.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.finders.duties.grammar.clauses_below import CLOSES
from extract.finders.duties.grammar.tags import FINITE, norm_of
from extract.language.russian import dative_of, is_post, readings
from extract.lexicon.phrasing import phrasing

if TYPE_CHECKING:
    from extract.finders.duties.grammar.words import Word


def names_post(words: Sequence[Word], before: str, behind: str) -> bool:
    """Whether the word before a point is a post written short, by what stands behind: "зам. директора", no "5 кл."."""
    bare = behind.lstrip()
    if words[-2].tag == "number" or not bare[:1].isalpha() or not is_post(before, behind):
        return False
    attribute = phrasing("ru").posts[words[-1].norm].endswith("ый")
    return not attribute or any(case == "nomn" for _, _, case, _ in readings(norm_of(re.split(r"[^\w-]", bare)[0])))


def with_bidden_posts(words: list[Word]) -> list[Word]:
    """The words, posts written short in the dative where a sentence only bids: "Зам. директора обеспечить учет"."""
    tags = [word.tag for word in words]
    if "infinitive" not in tags or not _TURNS.isdisjoint(tags):
        return words
    return [
        word._replace(norm=dative_of(word.norm)) if word.text.endswith(".") and word.tag == "word" else word
        for word in words
    ]


_TURNS = FINITE - {"infinitive"} | {"entitled", "recommend"}
"""Classes of words that say something of a subject."""


def with_questions(words: list[Word]) -> list[Word]:
    """The words, those told as relative that open a clause below: ", о чем", "с указанием, | какие"."""
    wording = phrasing("ru")
    names = ("asks_which", "of_which", "those_who", "whoever_opens")
    asks, told, those_who, whoever = (wording.words(name) for name in names)
    for n, word in enumerate(words[:-1]):
        if n == 1 and word.norm in whoever:
            opens = any(one.tag == "comma" for one in words)  # "| Кто опоздал, моет лейки"
        elif word.norm in asks:
            never = n > 1 and words[n - 2].tag == "not"  # "ни при | каких обстоятельствах"
            opens = words[n + 1].tag != "dash" and n > 1 and not never
        elif word.norm in told:
            opens = words[n - 1].norm in wording.words("about") and words[n - 2].tag == "comma"
        elif word.norm in those_who:  # "те, у | кого"
            comma = next((k for k in (n - 1, n - 2) if k > 1 and words[k].tag == "comma"), 0)
            opens = comma > 0 and words[comma - 1].norm in wording.words("those_told")
        else:
            continue
        if opens:
            words[n] = word._replace(tag="relative")
    if any(word.tag == "relative" for word in words):
        words = [word._replace(tag="word") if _goes_on_with(words, n) else word for n, word in enumerate(words)]
    if len(words) > _ASKS and words[1].norm in told and words[2].tag == "present":
        words[2] = words[2]._replace(tag="word")  # a heading that asks: "Чем занимается совет"
    return words


_ASKS = 3
"""Words of the shortest heading that asks, the start among them."""


def with_mandatory(words: list[Word]) -> list[Word]:
    """The words, those of "является обязательным" told as what is needed: "обязательным является | учет"."""
    wording = phrasing("ru")
    mandatory = wording.words("mandatory")
    told = [n for n, word in enumerate(words) if word.norm in mandatory]
    for n in (place for at in told for place in (at, at + 1) if 1 < place < len(words) - 1):
        one, other = words[n - 1], words[n]
        before = other.norm in wording.words("is_so") and words[n + 1].tag == "word"
        alone = words[n + 1].tag in CLOSES | {"comma"} or words[n + 1].norm in wording.words("needed_where")
        if before or (one.norm in wording.words("is_so") and alone):
            words[n - 1], words[n] = one._replace(tag="needed"), other._replace(tag="needed")
    return words


def _goes_on_with(words: Sequence[Word], n: int) -> bool:
    """Whether a relative word opens what is done next, no clause below: ", по итогам которого | комиссия решает"."""
    if words[n].tag != "relative" or n < 3:
        return False
    wording = phrasing("ru")
    if words[n - 1].norm in wording.words("outcomes"):
        return words[n - 3].tag == "comma"
    adds = words[n - 1].norm in wording.words("toward") and words[n - 2].tag == "comma"
    return adds and any(wording.pattern("attaches").match(word.norm) for word in words[n + 1 : n + 4])
