"""A report for people: days and places in words of its language, without the paths of the graph."""

from __future__ import annotations

import re
from dataclasses import replace

from babel.dates import get_month_names

from kzedu_graph.reports.sections import Cells, Report, Section

_DAY = re.compile(r"(?<![\w/.-])(\d{4})-(\d{2})-(\d{2})(?![\w/-])")
_PATH = re.compile(r" \((?:agency|document|indicator)/[\w./-]+\)")
_PLACE = re.compile(r"(?P<act>[\w.-]+)/(?P<day>\d{4}-\d{2}-\d{2})/(?P<lang>kk|ru|en), ?(?P<sign>\d*)")
_SIGN = {"kk": "{}-таңба", "ru": "знак {}", "en": "sign {}"}


def readable(report: Report) -> Report:
    """The same report as people read it; spreadsheets keep days that can be sorted, and the addresses of places."""
    sections = tuple(_section(section, report.lang) for section in report.sections)
    return replace(report, about=_PATH.sub("", report.about), sections=sections)


def _section(section: Section, lang: str) -> Section:
    rows: list[Cells] = [
        tuple(cell if number in section.quoted else _words(cell, lang) for number, cell in enumerate(row))
        for row in section.rows
    ]
    return replace(section, rows=tuple(rows))


def _words(cell: str, lang: str) -> str:
    place = _PLACE.fullmatch(cell)
    if place:
        sign = _SIGN[lang].format(place["sign"]) if place["sign"] else ""
        return ", ".join(filter(None, (place["act"], day_in_words(place["day"], lang), place["lang"], sign)))
    return _DAY.sub(lambda found: day_in_words(found[0], lang), _PATH.sub("", cell))


def day_in_words(day: str, lang: str) -> str:
    """An ISO day as a language writes it; one that is none is left as it is.

    >>> day_in_words("2031-06-03", "ru")
    '3 июня 2031'
    """
    year, month, number = day.split("-")
    if not 1 <= int(month) <= 12:
        return day
    name = get_month_names("wide", context="format", locale=lang)[int(month)]
    return f"{year} жылғы {int(number)} {name}" if lang == "kk" else f"{int(number)} {name} {year}"
