"""Kazakh nouns that stand beside their own plural in brackets, read as one: "сарапшы (сарапшылар)", "беруші(лер)"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.lexicon.phrasing import phrasing
from kzedu_graph.language.kazakh_endings import analyse

if TYPE_CHECKING:
    from extract.finders.duties.grammar.words import Word

_LONGEST = 4
"""Words of a name that brackets repeat, at most."""


def with_plurals(words: list[Word]) -> list[Word]:
    """The words, a noun and the brackets that only hold its other number read as the plural alone.

    It reaches over the brackets, so that the text between its ends is as printed.
    """
    if not any(word.tag == "open" for word in words):
        return words
    found: list[Word] = []
    n = 0
    while n < len(words):
        close = _closing(words, n)
        if close is None:
            found.append(words[n])
            n += 1
            continue
        found.append(_plural(words, n, close))
        n = close + 1
    return found


def _closing(words: Sequence[Word], n: int) -> int | None:
    """Where brackets close that open right behind a noun and hold nothing but its other number; None for others."""
    if n + 3 >= len(words) or words[n + 1].tag != "open" or not words[n].text[:1].isalpha():
        return None
    close = next((k for k in range(n + 3, min(n + 3 + _LONGEST, len(words))) if words[k].tag == "close"), None)
    if close is None:
        return None
    inside = words[n + 2 : close]
    if words[n + 1].start == words[n].end:
        return close if len(inside) == 1 and phrasing("kk").pattern("plural_alone").match(inside[0].norm) else None
    name = [word.norm for word in words[max(n - len(inside) + 1, 0) : n]]
    return close if [word.norm for word in inside[:-1]] == name and _are_one(words[n], inside[-1]) else None


def _are_one(noun: Word, other: Word) -> bool:
    """Whether two words are one noun in one case, of which one is a plural."""
    one, two = analyse(noun.text)[0], analyse(other.text)[0]
    plurals = [any(ending.kind == "plural" for ending in reading.endings) for reading in (one, two)]
    rest = [[e.kind for e in reading.endings if e.kind != "plural"] for reading in (one, two)]
    return one.stem.lower() == two.stem.lower() and plurals[0] != plurals[1] and rest[0] == rest[1]


def _plural(words: Sequence[Word], n: int, close: int) -> Word:
    """The plural of a noun that brackets behind it hold, in its place."""
    noun, other = words[n], words[close - 1]
    if words[n + 1].start == noun.end:
        text = analyse(noun.text)[0].stem + other.text
        return noun._replace(text=text, norm=analyse(noun.norm)[0].stem + other.norm, end=words[close].end)
    plural = other if any(ending.kind == "plural" for ending in analyse(other.text)[0].endings) else noun
    text = noun.text[:1] + plural.text[1:]
    return plural._replace(text=text, start=noun.start, end=words[close].end)
