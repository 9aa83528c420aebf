"""Deadlines of which parts are known ("после ремонта, до 20 августа 2031 года"), or each line is one of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.language.tokens import read
from extract.lexicon.words import words
from extract.values.times.dates import items_of
from extract.values.times.due_points import YearFrame
from extract.values.times.period import PeriodPiece, PeriodValue, parse_period, period_of

_BETWEEN_PARTS = re.compile(r"[,;()\n]+")
_TELLS_TIME = frozenset({"when", "years", "year-end", "full-day", "point", "recurrence", "stray"})
"""Kinds of items that a part of a deadline nobody understands may not have."""
_OF_AN_OCCASION = frozenset({"word", "stray", "lead", "remark", "to", "since"})
_YEAR = re.compile(r"20\d\d")


def parse_period_of_stages(lines: Sequence[str], lang: str, frame: YearFrame | None = None) -> PeriodValue | None:
    """The due points of a cell whose lines are deadlines of their own ("2031 год" over "май 2032 года"), a piece each.

    Offsets are those into the lines joined by one space. None where a line says no year and no recurrence, or goes on
    with the one above.
    """
    pieces: list[PeriodPiece] = []
    at = 0
    for line in lines:
        period = parse_period(line, lang, frame=frame)
        if period is None or not (period.recurrence or _YEAR.search(line)):
            return None
        pieces.append(PeriodPiece(at, at + len(line), period.due, period.recurrence))
        at += len(line) + 1
    return period_of(pieces) if len(pieces) > 1 else None


def parse_known_part(text: str, lang: str, frame: YearFrame | None = None) -> PeriodValue | None:
    """The dates of a deadline whose other parts nobody understands ("после ремонта, до 20 августа 2031 года").

    None where those name a year, a month or an exception: then what is known is not the whole, or not meant.
    """
    pieces: list[PeriodPiece] = []
    at = 0
    for part in [*_BETWEEN_PARTS.finditer(text), None]:
        start, end = at, part.start() if part else len(text)
        at = part.end() if part else end
        items = items_of(read(text[start:end], lang), lang)
        opens = next(
            (item.start for item in items if item.kind != "comma" and item.rule != "but"), 0
        )  # "..., но не позднее 1 мая"
        words_of = text[start + opens : end]
        known = parse_period(words_of, lang, frame=frame) if words_of.strip() else None
        known = known or _recurring(words_of, lang)
        if known:
            moved = start + opens
            pieces += [replace(one, start=moved + one.start, end=moved + one.end) for one in known.pieces]
        elif any(item.kind in _TELLS_TIME for item in items) or exceptions(lang).search(words_of):
            return None
    period = period_of(pieces)
    return period if period.due or period.recurrence else None


def _recurring(text: str, lang: str) -> PeriodValue | None:
    """How often it comes again that words tell which go on with an occasion: "Ежегодно при формировании бюджета"."""
    items = items_of(read(text, lang), lang)
    end = next((n for n, item in enumerate(items) if item.kind != "recurrence"), 0)
    rest = items[end:]
    if not end or any(item.kind not in _OF_AN_OCCASION for item in rest) or exceptions(lang).search(text):
        return None
    return parse_period(text[: items[end - 1].end], lang)


@cache
def exceptions(lang: str) -> re.Pattern[str]:
    """Words that take something out of a deadline, or that set it against something."""
    return re.compile("|".join(words(lang).deadline_exceptions), re.IGNORECASE)
