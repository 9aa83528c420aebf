"""How days, months and due points are worded in the language of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from flask_babel import format_date, gettext

from kzedu_graph.model.periods import from_edtf
from web.display.languages import language

_DUE = re.compile(r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?")
_DAYS = re.compile(r"(?<![\w/-])\d{4}-\d{2}-\d{2}(?![\w/-])")
_YEARS = re.compile(r"(?<![\w/-])(\d{4})/(\d{4})(?![\w/-])")
_SCHOOL_YEARS = re.compile(r"(?<![\w/-])(\d{4})-09/(\d{4})-08(?![\w/-])")
_RECURRING = re.compile(r"--(?P<month>\d{2})(?:-(?P<day>\d{2}))?")
_ANY_LEAP_YEAR = 2024
UNDATED = "undated"
"""The day of an edition that says none of itself."""


def day(value: str) -> str:
    """An ISO day, month or year as the language writes it: "2024-06-13" is "13 June 2024"; a text may be `undated`."""
    if value == UNDATED:
        unstated = gettext("day not stated")
        return f"({unstated})"
    if len(value) == len("2024"):
        return value
    when = date.fromisoformat(value)
    return str(gettext("%(day)s %(month)s %(year)s", day=when.day, month=_month(when, "MMMM"), year=when.year))


def with_days(labels: Mapping[str, str]) -> dict[str, str]:
    """Sentences in which days and years stand as machines write them, with these as the language writes them."""
    return {
        lang: _SCHOOL_YEARS.sub(_in_words, _YEARS.sub(_in_words, _DAYS.sub(_as_day, text)))
        for lang, text in labels.items()
    }


def period_in_words(period: str) -> str:
    """The years of a programme: "2023–2029", "2031", "2025–2026 school year"."""
    return _SCHOOL_YEARS.sub(_in_words, _YEARS.sub(_in_words, period))


def _in_words(found: re.Match[str]) -> str:
    years = found[1] if found[1] == found[2] else f"{found[1]}–{found[2]}"
    return years if found.re is _YEARS else str(gettext("%(years)s school year", years=years))


def _as_day(found: re.Match[str]) -> str:
    try:
        return day(found[0])
    except ValueError:
        return found[0]


def _month(when: date, form: str) -> str:
    """A month's name; in lower case where the language writes it so in running text."""
    name = str(format_date(when, form))
    return name if language() == "en" else name.lower()


def month_name(number: int, form: str = "LLLL") -> str:
    """A month's name standing alone: in full, or short with the form "LLL"."""
    return _month(date(_ANY_LEAP_YEAR, number, 1), form)


def due_point(edtf: str) -> str:
    """A due point in words: "2024-12", "2024-36", "2024-09/2025-05", "XXXX-12"."""
    value = from_edtf(edtf)
    start, slash, end = value.partition("/")
    if slash:
        if end == "..":
            return str(gettext("from %(start)s", start=_point(start)))
        return f"{_point(start)} – {_point(end)}"
    return _point(value)


def _point(value: str) -> str:
    if recurring := _RECURRING.fullmatch(value):
        when = date(_ANY_LEAP_YEAR, int(recurring["month"]), int(recurring["day"] or 1))
        wording = f"{when.day} {_month(when, 'MMMM')}" if recurring["day"] else _month(when, "LLLL")
        return str(gettext("every year: %(when)s", when=wording))
    found = _DUE.fullmatch(value)
    if found is None or value == found["year"]:
        return value
    return _within_year(value, found)


def _within_year(value: str, found: re.Match[str]) -> str:
    """A quarter, a half-year, a day or a month of a year."""
    if found["quarter"]:
        return str(gettext("quarter %(quarter)s of %(year)s", quarter=found["quarter"], year=found["year"]))
    if found["half"]:
        return str(gettext("half-year %(half)s of %(year)s", half=found["half"], year=found["year"]))
    if found["day"]:
        return day(value)
    month = _month(date(int(found["year"]), int(found["month"]), 1), "LLLL")
    return str(gettext("%(month)s %(year)s", month=month, year=found["year"]))
