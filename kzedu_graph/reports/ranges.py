"""Ranges as people read them: lists of printed numbers, short enough, and the years of periods in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kzedu_graph.model.periods import is_interval, school_years, years_of
from kzedu_graph.reports.words import word

_PERIOD = re.compile(r"(?<![\w/-])\d{4}(?:-09)?/\d{4}(?:-08)?(?![\w/-])")
"""Whole years, or school years, as intervals."""


def in_ranges(numbers: Sequence[str]) -> str:
    """Printed numbers in their order, those that follow each other drawn together: "1–3, 63-1, 70"."""
    stretches: list[list[str]] = []
    for number in sorted(dict.fromkeys(numbers), key=_numeric):
        last = stretches[-1][-1] if stretches else ""
        if number.isdecimal() and last.isdecimal() and int(number) == int(last) + 1:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    return ", ".join(f"{each[0]}–{each[-1]}" if len(each) > 2 else ", ".join(each) for each in stretches)


def _numeric(number: str) -> tuple[tuple[bool, int, str], ...]:
    """A sorting key: steps of a number by their value, "63-1" behind "63"."""
    steps = re.split(r"[-./]", number)
    return tuple((not step.isdecimal(), int(step) if step.isdecimal() else 0, step) for step in steps)


def period_in_words(period: str, lang: str) -> str:
    """The years of a programme in words: "2031–2033", "2031–2032 school year"."""
    first, last = years_of(period)
    years = str(first) if first == last else f"{first}–{last}"
    return word("school-year", lang).format(years) if period == school_years(first, last) else years


def with_periods(sentence: str, lang: str) -> str:
    """A sentence in which periods stand as machines write them, with these in words."""

    def told(found: re.Match[str]) -> str:
        whole = ("-09/" in found[0]) == found[0].endswith("-08")
        return period_in_words(found[0], lang) if whole and is_interval(found[0]) else found[0]

    return _PERIOD.sub(told, sentence)
