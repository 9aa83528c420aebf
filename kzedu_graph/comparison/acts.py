"""Which acts changed a place of a consolidated text, as its own editorial notes tell.

A note stands over the part that it is about: "Ескерту. … 13.06.2024 № 465; … 25.04.2025 № 271". The numbers may have
been displaced from their dates when the text was converted, so that only the order of both is relied on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from kzedu_graph.model.records import Span

_NOTE = re.compile(r"(?:Ескерту|Сноска)\.(?P<told>.*?)(?=\n[ \t]{3,}|\n\s*\n|\Z)", re.DOTALL)
_DATE = re.compile(r"\b(\d{2})\.(\d{2})\.(\d{4})\b")
_NUMBER = re.compile(r"№\s*(\d+(?:-\d+)?)")
_GOVERNMENT = re.compile(r"Үкімет|Правительств")


@dataclass(frozen=True, slots=True)
class Act:
    """An amending act: its date, its number, and its key where the issuer's register makes one of both."""

    act_date: date
    number: str | None
    work: str | None


class Notes:
    """The editorial notes of a text, by the places that they stand over."""

    def __init__(self, text: str) -> None:
        self._acts: list[tuple[int, tuple[Act, ...]]] = [
            (note.end(), tuple(_acts(note["told"]))) for note in _NOTE.finditer(text)
        ]
        self._ends = [end for end, _ in self._acts]

    def over(self, spans: tuple[Span, ...]) -> tuple[Act, ...]:
        """The acts of the nearest note above the first of the spans, oldest first; none where no note stands there."""
        at = bisect_right(self._ends, min(spans).start) if spans else 0
        return self._acts[at - 1][1] if at else ()

    def last_between(self, spans: tuple[Span, ...], after: date | None, until: date | None) -> Act | None:
        """The latest act over a place that is younger than one text and not younger than the other."""
        fitting = [
            act
            for act in self.over(spans)
            if (after is None or act.act_date > after) and (until is None or act.act_date <= until)
        ]
        return max(fitting, key=lambda act: act.act_date, default=None)


def _acts(note: str) -> list[Act]:
    dates = [date(int(year), int(month), int(day)) for day, month, year in _DATE.findall(note)]
    numbers = _NUMBER.findall(note)
    if len(numbers) != len(dates):
        return [Act(day, None, None) for day in dates]
    work = resolution if _GOVERNMENT.search(note) else lambda _day, _number: None
    return [Act(day, number, work(day, number)) for day, number in zip(dates, numbers, strict=True)]


def resolution(day: date, number: str) -> str | None:
    """The key of a Government resolution in the state register: No 271 of 25.04.2025 is P2500000271."""
    return f"P{day.year % 100:02d}{int(number):08d}" if number.isdigit() else None
