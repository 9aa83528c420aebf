"""Periods as sentences of findings and facts of the graph have them, in the words of a report's language."""

from __future__ import annotations

import re

from kzedu_graph.model.periods import is_interval, school_years, years_of
from kzedu_graph.reports.words import word

_PERIOD = re.compile(r"(?<![\w/-])\d{4}(?:-09)?/\d{4}(?:-08)?(?![\w/-])")
"""Whole years, or school years, as intervals."""


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
