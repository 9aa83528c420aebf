"""The deadlines that prose names: "до 1 сентября 2024 года", and no days of acts."""

from __future__ import annotations

import re
from functools import cache

from extract.language.tokens import read
from extract.lexicon.words import words
from extract.values.times.dates import items_of
from extract.values.times.due_points import goes_backwards, read_date
from extract.values.times.period import DeadlineReader, PeriodPiece

_CHEAP_DIGIT = re.compile(r"\d")
_RECURRING_CLASSES = frozenset({"recurrence", "every", "each", "once", "reporting"})
_SETTING_KINDS = frozenset({"since", "to", "during", "cycle", "year-end", "recurrence", "point"})
_SETTING_LEADS = frozenset({"until", "until-the-term", "toward", "not-later", "in-the-period", "from-day-to-day"})
_OF_CELLS = frozenset(
    ("everyday", "regularly", "at-need", "by-need", "by-quarters", "by-halves", "by-terms", "by-months", "by-weeks")
) | {"day-alone-behind-its-month", "days-alone-behind-their-month", "week-of-each-month", "weekday-of-each-week"}
"""Chunks that tell when only in a cell: in prose such words tell how, or of what ("с разбивкой по кварталам"),
or how many ("в сентябре, до 10 роз")."""


def find_periods(text: str, lang: str) -> tuple[PeriodPiece, ...]:
    """The due points that prose names ("до 1 сентября 2024 года"), in order.

    Dates of acts ("от 6 января 2015 года № 4", "2022 жылғы 3 тамыздағы № 348") and bare years, as statistics have
    them, are none.
    """
    if not _CHEAP_DIGIT.search(text) and not any(word in text.lower() for word in _recurring_words(lang)):
        return ()
    items = items_of(read(text, lang), lang)
    parser = DeadlineReader(text, lang, items, yearless=True)
    found: list[PeriodPiece] = []
    at = 0
    while at < len(items):
        piece, at = _longest(parser, at)
        if piece:
            found.append(piece)
    return tuple(found)


@cache
def _recurring_words(lang: str) -> tuple[str, ...]:
    return tuple(form for form, (tag, _) in words(lang).tags.items() if tag in _RECURRING_CLASSES)


def _longest(parser: DeadlineReader, at: int) -> tuple[PeriodPiece | None, int]:
    """The longest date that opens at an item, None where it is not due, and the item to go on with."""
    for rule, end in parser.dates(at):
        run = parser.items[at:end]
        if goes_backwards(run, rule.reads):
            return None, end
        found = read_date(run, rule.reads)
        if found is None:
            continue
        due, recurrence = found
        dated = rule.reads not in ("yearless", "yearless-interval")
        sets_a_date = any(
            (item.parts and dated) or item.kind in _SETTING_KINDS or item.rule in _SETTING_LEADS for item in run
        )
        if not sets_a_date or _dates_an_act(parser, at, end) or any(item.rule in _OF_CELLS for item in run):
            return None, end
        return PeriodPiece(run[0].start, run[-1].end, due, recurrence, None, rule.name), end
    return None, at + 1


def _dates_an_act(parser: DeadlineReader, at: int, end: int) -> bool:
    """Whether a day is that of an act: a number sign stands behind it, or "от" before it, or it is "3 тамыздағы"."""
    if not any("-" in part for item in parser.items[at:end] for part in item.parts):
        return False
    behind = parser.text[parser.items[end - 1].end :].lstrip()
    before = next(iter(parser.text[: parser.items[at].start].split()[-1:]), "")
    last = parser.text[: parser.items[end - 1].end]
    known = words(parser.lang)
    return behind.startswith(("№", "N ")) or before in known.act_day_leads or last.endswith(known.act_day_endings)
