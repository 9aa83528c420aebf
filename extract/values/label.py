"""Labels that open a heading or a row: "Целевой индикатор 10", "1.2-міндет: ...", "63-1."."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.language.numbers import ROMAN_LETTERS
from extract.lexicon.words import words

_NUMBER = r"(?P<number>\d{1,3}(?:[.-]\d{1,3})*|[IVXІХҮ]{1,5}(?![\w]))"
_BARE = re.compile(
    r"\s*(?!\d{1,3}(?:\s*,\s*\d{1,3})+\s*[-–]?\s*[^\W\d_])"
    r"(?P<number>\d{1,3}(?:-\d{1,2}|(?:[.)]\d{1,2})+(?:-\d{1,2})?)?)(?:\s*(?:[.,)](?!\d)[\s.,)]*|$)|(?<=\.\d)\s+)"
)
"""A number and what stands behind it; the first of several that a word counts is none: "9, 11-сыныптар"."""
_BEHIND = re.compile(r"[\s.:,;)]*(?:[–—-]\s+)?")

_LETTERED = r"(?:[^\W\d_]{1,2}|[IVXІХ]{3,5})(?![^\W\d_])"
_STEP = rf"(?:{_LETTERED}\d{{0,3}}|\d{{1,3}}(?:{_LETTERED})?)"
_NOTATION = re.compile(rf"(?:[§№]\s?)?{_STEP}(?:[./)–-]\s?{_STEP}){{0,4}}")
"""A row's number in any simple notation: "А.1", "I.1", "а", "М1", "§ 1", "1-А"."""

INDICATORS = frozenset({"indicator", "result-indicator"})
COUNTED_BY_WORDS = frozenset({"chapter", "section", "direction", "goal", "task"})
"""Labels whose number may be a word before them."""


@dataclass(frozen=True, slots=True)
class LabelValue:
    """A label: its kind (None for a bare number), its number, and where the text behind it begins."""

    kind: str | None
    number: str
    rest: int


def split_label(text: str, lang: str) -> LabelValue | None:
    """The label that a heading or a number cell opens with ("Глава 2. ...", "83. ,"); None where it has none."""
    for kind, pattern in _labels(lang):
        if match := pattern.match(text):
            number = _ordinals(lang).get(match["number"].casefold().replace("ё", "е")) or _number(match["number"])
            return LabelValue(kind, number, _behind(text, match.end()))
    if match := _BARE.match(text):
        return LabelValue(None, match["number"].replace(")", "."), match.end())
    return None


def lettered_number(text: str) -> str | None:
    """What stands in a cell of numbers as its number where letters or signs are part of it ("А.1", "а)", "§1").

    None for figures alone, which are a bare label, and for what is no number.
    """
    told = text.strip().rstrip(" .)")
    signed = any(sign.isalpha() or sign in "§№" for sign in told)
    return told if signed and _NOTATION.fullmatch(told) else None


def split_bare_label(text: str, lang: str) -> LabelValue | None:
    """The label without a number that words open with ("Цель: доступность", "Міндет: ..."); None where they do not."""
    for kind, pattern in _bare_labels(lang):
        if match := pattern.match(text):
            return LabelValue(kind, "", match.end())
    return None


def split_indicator_label(text: str, lang: str) -> LabelValue | None:
    """The label of an indicator without its number ("Целевой индикатор: охват", "Нысаналы индикатор: ..."); None where
    words open with none.
    """
    for kind, pattern in _bare_indicators(lang):
        if match := pattern.match(text):
            return LabelValue(kind, "", match.end())
    return None


@cache
def _bare_labels(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, _before_colon(noun)) for kind, noun in _nouns(lang) if kind in COUNTED_BY_WORDS and " " not in noun
    )


@cache
def _bare_indicators(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, _before_colon(noun)) for kind, noun in _nouns(lang) if kind in INDICATORS)


def _nouns(lang: str) -> list[tuple[str, str]]:
    """The words of each label without their number: "Нысаналы индикатор" of "Нысаналы 2-индикатор"."""
    return [(rule.reads, " ".join(re.sub(r"\{number\}-?", " ", rule.pattern).split())) for rule in words(lang).labels]


def _before_colon(noun: str) -> re.Pattern[str]:
    return re.compile(rf"\s*{re.escape(noun)}\s*:\s*(?=\w)", re.IGNORECASE)


@cache
def _labels(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = words(lang).labels
    ordinals = "|".join(sorted(_ordinals(lang), key=len, reverse=True)).replace("е", "[её]")
    return (
        *((rule.reads, label_pattern(rule.pattern)) for rule in rules),
        *((rule.reads, _by_ordinal(rule.pattern, ordinals)) for rule in rules if rule.reads in COUNTED_BY_WORDS),
    )


@cache
def _ordinals(lang: str) -> Mapping[str, str]:
    return {form: value for form, (tag, value) in words(lang).tags.items() if tag == "ordinal"}


def _by_ordinal(template: str, ordinals: str) -> re.Pattern[str]:
    """The same label with its number as a word before it ("Первое направление: ..."), a mark or nothing behind."""
    noun = r"\s+".join(map(re.escape, template.replace("{number}", " ").strip(" -").split()))
    return re.compile(rf"\s*(?P<number>{ordinals})\s+{noun}(?=\s*[.:–—-]|\s*$)", re.IGNORECASE)


def label_pattern(template: str) -> re.Pattern[str]:
    """A template of the lexicon ("Нысаналы {number}-индикатор") as a regular expression; white space may differ."""
    parts = [
        {"{number}": _NUMBER, "-": r"\s*[-–]?\s*", " ": r"\s+"}.get(part, re.escape(part))
        for part in re.split(r"(\{number\}|-| )", template)
    ]
    return re.compile(r"\s*" + "".join(parts) + r"(?!\w)", re.IGNORECASE)


def _number(printed: str) -> str:
    return printed.translate(ROMAN_LETTERS) if printed[0].isalpha() else printed


def _behind(text: str, at: int) -> int:
    match = _BEHIND.match(text, at)
    return match.end() if match else at
