"""What the title of one column of a plan stands for, by the lexicon's titles and stems."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from extract.document.title_years import year_in_title
from extract.finders.plan.columns.amount_titles import tells_amounts
from extract.finders.plan.columns.aside_titles import ASIDE, tells_aside
from extract.lexicon.words import words

_BRACKETED = re.compile(r"\([^()]*\)")
_NOT_LETTERS = re.compile(r"[^\w№]+|_")
CACHED_TITLES = 4096
SHORTEST_INSIDE = 5
"""Letters that a known title must have to be found inside a longer one, at its beginning first."""
SHORTEST_MISTYPED, LONGEST_MISTYPED = 10, 40
"""Letters of a title in which one mistake is forgiven."""
ENDING = 2
"""Letters at the end of a word that tell its case."""
FUNDING = "funding"
WHOLE_TITLES = frozenset({"goal", "direction", "project", "task", "remark", "number"})
"""Columns whose titles are too common inside other titles: a title is one of them as a whole."""


@lru_cache(maxsize=CACHED_TITLES)
def kind_of_title(title: str, lang: str) -> str:
    """What a title stands for: "Срок исполнения" is `deadline`, "2021 год" the year; "" where it is not known."""
    if year := year_in_title(title, lang):
        return year
    bare = _BRACKETED.sub(" ", title)
    titles = _titles(lang)
    known_inside = _titles_inside(lang)
    for text in (title, bare, bare.partition(",")[0], *bare.split("/")):
        if (key := _letters(text)) in titles:
            return titles[key]
    if tells_aside(bare, lang):
        return ASIDE
    key = _letters(bare)
    starts = sorted(_word_starts(bare))
    inside = [
        (not at, len(known), -order, kind)
        for at in starts
        for known, order, kind in known_inside.get(key[at : at + SHORTEST_INSIDE], ())
        if key.startswith(known, at)
    ]
    kind = max(inside)[-1] if inside else _kind_by_stem(key, starts, lang) or _kind_of_mistyped(key, starts, lang)
    return FUNDING if kind in ("", "name") and tells_amounts(title, lang) else kind


def is_known_title(title: str, lang: str) -> bool:
    """Whether a title is one of the lexicon's as it stands, what is in brackets left out."""
    return any(_letters(text) in _titles(lang) for text in (title, _BRACKETED.sub(" ", title)))


def _word_starts(title: str) -> frozenset[int]:
    """Where a title's words begin among its letters."""
    starts, at = set(), 0
    for word in _NOT_LETTERS.split(title):
        starts.add(at)
        at += len(word)
    return frozenset(starts)


def _kind_by_stem(key: str, starts: Sequence[int], lang: str) -> str:
    """The column whose word stands first in a title that is not known as a whole ("Ответственное подразделение")."""
    stems = _stems_by_first_letter(lang)
    for at in starts:
        near = stems.get(key[at : at + 1], ())
        if found := [(-len(stem), kind) for stem, kind in near if key.startswith(stem, at)]:
            return min(found)[1]
    return ""


@cache
def _stems_by_first_letter(lang: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    """How words of columns begin, with the column of each."""
    found: dict[str, list[tuple[str, str]]] = {}
    for stem, kind in words(lang).column_stems.items():
        found.setdefault(stem[:1], []).append((stem, kind))
    return found


def _kind_of_mistyped(key: str, starts: Sequence[int], lang: str) -> str:
    """The column of a title that is typed with one mistake: a letter left out, added or wrong, or two that have changed
    places ("Ақтарушылар" for "Атқарушылар"); "" where there is none, or where it may be several.

    Another letter at the end of a word is another case, and no mistake: "Показатель", "Начала работ".
    """
    if not SHORTEST_MISTYPED <= len(key) <= LONGEST_MISTYPED:
        return ""
    near = _titles_by_ends(lang)
    alike = {
        kind
        for end in (key[:SHORTEST_INSIDE], key[-SHORTEST_INSIDE:])
        for known, kind in near.get(end, ())
        if is_one_mistake(known, key) and not _is_inflected(known, key, starts)
    }
    return alike.pop() if len(alike) == 1 else ""


def _is_inflected(known: str, key: str, starts: Sequence[int]) -> bool:
    """Whether a title is a known one but for the last letters of one of its words, which begin at `starts`."""
    at = _alike_from_the_start(known, key)
    end = next((start for start in starts if start > at), len(key))
    return at >= end - ENDING


def is_one_mistake(one: str, other: str) -> bool:
    """Whether one word is another with one letter more, less or wrong, or with two neighbours changed."""
    first = _alike_from_the_start(one, other)
    last = _alike_from_the_start(one[first:][::-1], other[first:][::-1])
    mine, yours = one[first : len(one) - last], other[first : len(other) - last]
    return max(len(mine), len(yours)) <= 1 or (len(mine) == len(yours) == 2 and mine == yours[::-1])


def _alike_from_the_start(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@cache
def _titles_by_ends(lang: str) -> Mapping[str, Sequence[tuple[str, str]]]:
    """By their first and by their last letters the known titles that are long enough to be told when mistyped."""
    found: dict[str, list[tuple[str, str]]] = {}
    for known, kind in _titles(lang).items():
        if len(known) >= SHORTEST_MISTYPED - 1 and kind not in WHOLE_TITLES:
            for end in {known[:SHORTEST_INSIDE], known[-SHORTEST_INSIDE:]}:
                found.setdefault(end, []).append((known, kind))
    return found


def says_measures(titles: str, lang: str) -> bool:
    """Whether titles speak of measures ("Наименование мероприятия"), not of things of any other kind."""
    key = _letters(titles)
    return any(stem in key for stem, kind in words(lang).column_stems.items() if kind == "name")


@cache
def _titles(lang: str) -> Mapping[str, str]:
    return {_letters(title): column for title, column in words(lang).column_titles.items()}


@cache
def _titles_inside(lang: str) -> Mapping[str, Sequence[tuple[str, int, str]]]:
    """By their first letters the known titles, as letters, that may stand inside a longer one, their order and kind."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for order, (known, kind) in enumerate(_titles(lang).items()):
        if len(known) >= SHORTEST_INSIDE and kind not in WHOLE_TITLES:
            found.setdefault(known[:SHORTEST_INSIDE], []).append((known, order, kind))
    return found


@lru_cache(maxsize=1 << 12)
def _letters(title: str) -> str:
    """A title's letters and digits alone: a conversion may have torn its words ("жауап ты орын даушылар")."""
    return _NOT_LETTERS.sub("", title.casefold().replace("ё", "е"))


def says_a_plan(title: str, lang: str) -> bool:
    """Whether a title has a word for a plan: "Программа работ на 2031 год"."""
    stems = words(lang).plan_titles
    return any(word.startswith(stems) for word in title.casefold().split())
