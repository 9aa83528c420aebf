"""Russian days of a year in figures, without the year: "до 15.01", "в срок до 05.02."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.finders.duties.times.deadline import Deadline

_DAY = re.compile(
    r"(?<!\w)(?P<term>(?:в\s+)?срок(?:\s*[:–-])?\s+)?(?:до|к|не\s+позднее)\s+(?P<day>0[1-9]|[12]\d|3[01])\."
    r"(?P<month>0[1-9]|1[0-2])(?!\.?\d|\s*(?:ч\b|час|млн|млрд|тыс|тенге|%|кв|га\b|м\b))",
    re.IGNORECASE,
)
_MINUTES = frozenset({"05", "10"})
"""Months that may be the minutes of an hour: "до 14.10"."""


def find_numbered_days(sentence: str) -> Iterator[Deadline]:
    """Days of a month in two figures each; an hour that looks alike is none, unless the words say that it is a term."""
    for match in _DAY.finditer(sentence):
        if match["term"] or match["month"] not in _MINUTES:
            yield Deadline(" ".join(match[0].split()), (f"--{match['month']}-{match['day']}",), *match.span())
