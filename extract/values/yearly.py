"""Cells of a column of years: "81,7", "PISA-2021: математика – 470, оқу – 440", "4-сынып – 18, 9-сынып – 45 балл"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.language.numbers import NUMBER, parse_number
from extract.lexicon.figures import figure_words
from extract.lexicon.words import words
from extract.values.target import parse_target
from kzedu_graph.language.late_patterns import late

_DASH = r"[-–—−]"
_DASHES = late(rf"\s*{_DASH}\s+|\s+{_DASH}\s*|{_DASH}$|^{_DASH}")
_CLASS = late(rf"(?P<number>\d{{1,2}})\s*{_DASH}?\s*(?P<words>[^\W\d_]+(?:\s[^\W\d_]{{1,2}})?)")
_LEADS_TO_VALUE = late(rf"(?:{_DASH}|:)\s*$")
_EDGES = " ,;.:"
_YEAR_WORD = rf"(?:{figure_words().year_words})\b\.?"
_YEAR_BEFORE = late(
    rf"\s*(?:(?:в|к|на)\s+)?(?P<year>20\d\d)(?!\d)(?:\s*{_YEAR_WORD})?\s*(?:{_DASH}|:|=)\s*(?=\S)(?!20\d\d)",
    re.IGNORECASE,
)
_YEAR_BEHIND = late(
    rf"\s*(?:\(\s*(?:в\s+)?(?P<year>20\d\d)(?:\s*{_YEAR_WORD})?\s*\)|{_DASH}\s*(?P<other>20\d\d)\s*{_YEAR_WORD})\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class YearlyValue:
    """One value of a cell: its number, what it is a value of, and the study that measures it.

    `start` and `end` are offsets of its words; `bound` and `text` are those of a `TargetValue`.
    """

    value: float
    start: int
    end: int
    breakdown: str | None = None
    study: str | None = None
    bound: str | None = None
    text: str | None = None


def beside_its_year(text: str, year: int) -> tuple[int, int]:
    """Where the values of a year's cell stand that says the year of its title again ("2031 г. – 92", "92 (2031 г.)").

    The whole cell where it says no year so, or another one.
    """
    start, end = 0, len(text)
    if (before := _YEAR_BEFORE.match(text)) and int(before["year"]) == year:
        start = before.end()
    elif (behind := _YEAR_BEHIND.search(text)) and int(behind["year"] or behind["other"]) == year:
        end = behind.start()
    return start, end


def parse_yearly(text: str, lang: str) -> tuple[YearlyValue, ...] | None:
    """The values of a year's cell ("PISA-2024 математика – 13; оқу – 15"); None where some of its words are none.

    A level of schooling goes on with the subject named before it: "жаратылыстану – 4-сынып – 27; 8-сынып – 33".
    """
    plain = text.strip()
    number = parse_number(plain.removesuffix("%"))
    if number is not None:
        start = text.index(plain)
        return (YearlyValue(number, start, start + len(plain)),)
    bounded = parse_target(text, lang)
    if bounded and bounded.value is not None:
        start = text.index(plain)
        return (YearlyValue(bounded.value, start, start + len(plain), bound=bounded.bound, text=bounded.text),)
    found: list[YearlyValue] = []
    for start, end, study in _studies(text, lang):
        subject: str | None = None
        at = start
        for match in _value_pattern(lang).finditer(text, start, end):
            before = text[at : match.start()]
            if before.strip(_EDGES) and not _LEADS_TO_VALUE.search(before):
                return None
            label = _label(before, lang)
            value = parse_number(match["number"])
            if value is None or (label and any(part.replace(",", "").isdigit() for part in label)):
                return None
            names = label
            if len(label) > 1 or not label or not label[0][0].isdigit():
                subject = label[0] if label else None
            elif subject is not None:
                names = (subject, *label)
            found.append(YearlyValue(value, match.start("number"), match.end(), ", ".join(names) or None, study))
            at = match.end()
        if text[at:end].strip(_EDGES):
            return None
    labels = {(value.study, value.breakdown) for value in found}
    told_apart = len(labels) == len(found) and (len(found) == 1 or all(value.breakdown for value in found))
    return tuple(found) if found and told_apart else None


def _studies(text: str, lang: str) -> Iterator[tuple[int, int, str | None]]:
    """The stretches of a cell behind each study that it names, with that study: "PISA-2021"."""
    headers = list(_study_pattern(lang).finditer(text))
    first = headers[0].start() if headers else len(text)
    if text[:first].strip():
        yield 0, first, None
    ends = [header.start() for header in headers[1:]] + [len(text)]
    for header, end in zip(headers, ends, strict=False):
        yield header.end(), end, f"{header['study'].upper()}-{header['year']}"


@cache
def _study_pattern(lang: str) -> re.Pattern[str]:
    names = "|".join(re.escape(word) for word, (tag, _) in words(lang).tags.items() if tag == "study")
    return re.compile(rf"(?<!\w)(?P<study>{names})\s*{_DASH}?\s*(?P<year>20\d\d)\s*:?", re.IGNORECASE)


@cache
def _value_pattern(lang: str) -> re.Pattern[str]:
    """A number that ends its entry: a unit, then a mark, nothing, or the next breakdown stands behind it."""
    units = "|".join(re.escape(unit) for unit in sorted(words(lang).units, key=len, reverse=True))
    number = rf"(?<![\w.,])(?P<number>{NUMBER})"
    parts = "|".join(re.escape(part) for part in sorted(words(lang).breakdowns, key=len, reverse=True))
    behind = rf"[,;.](?!\d)|(?=\s*$)|(?=\s*(?:{parts})\s*{_DASH})"
    return re.compile(rf"{number}\s*(?:(?:{units})(?!\w))?\s*(?:{behind})", re.IGNORECASE)


def _label(text: str, lang: str) -> tuple[str, ...]:
    """The parts of what stands before a value, told by dashes: "жаратылыстану − 4- сынып –" has two."""
    marked = _CLASS.sub(lambda m: f" – {m['number']}-{m['words'].replace(' ', '')}", text)
    parts = [" ".join(part.split()).strip(_EDGES) for part in _DASHES.split(marked)]
    return tuple(words(lang).breakdowns.get(part.casefold(), part) for part in parts if part)
