"""Terms that come twice a year by the two months that they name: "в январе и июле", "к 10 января и 10 июля"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.lexicon.phrasing import phrasing
from extract.values.times.period import parse_period

_YEARLESS = re.compile(r"--(\d\d)(?:-\d\d)?")
_HALF = 6
"""Months of half a year."""


def halves_named(words: str) -> tuple[str, ...]:
    """The two months half a year apart that Russian words of time name, as due points; () for any other words."""
    period = parse_period(words, "ru", yearless=True) if phrasing("ru").pattern("in_month").match(words) else None
    return period.due if period is not None and are_halves(period.due) else ()


def are_halves(due: Sequence[str]) -> bool:
    """Whether two due points without a year are half a year apart: "--01-10", "--07-10"."""
    months = [int(match[1]) for match in map(_YEARLESS.fullmatch, due) if match]
    return len(months) == len(due) == 2 and abs(months[0] - months[1]) == _HALF
