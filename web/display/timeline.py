"""The geometry of a time line: one bar a measure, up to its last due day, and the line of the reader's day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from web.display.charts import Tick
from web.views.read_model import Measure

WIDTH, LEFT, RIGHT, TOP, ROW = 960, 64, 16, 26, 14
SHEET = 40
"""Bars of one piece of the picture: two pieces fill a sheet of paper, and years stand above each."""
_MOST_YEARS = 12
"""Years above which not every one is written out."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The row of a measure: its bar from `x1` to `x2`, and its due days as places with their ISO day."""

    measure: Measure
    y: float
    x1: float
    x2: float
    points: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Bars under years; `today` is the place of the reader's day, None where it lies outside."""

    bars: tuple[Bar, ...]
    years: tuple[Tick, ...]
    today: float | None
    height: float

    def sheets(self) -> list[TimeLine]:
        """The same in pieces of `SHEET` bars, each with its years: a picture that no sheet of paper holds is cut."""
        pieces = [self.bars[start : start + SHEET] for start in range(0, len(self.bars), SHEET)]
        return [
            replace(
                self,
                bars=tuple(replace(bar, y=TOP + ROW * row) for row, bar in enumerate(piece)),
                height=_height(len(piece)),
            )
            for piece in pieces
        ]


def time_line(measures: Iterable[Measure], begins: date | None, today: date) -> TimeLine | None:
    """Measures with a due day, in the order of the plan; None where there is none.

    A text says by when a measure must be done and not since when, so each bar begins where the programme does, or with
    the first year in which anything is due.
    """
    dated = [each for each in measures if each.due]
    if not dated:
        return None
    first = date(min(_year(each.due[0]) for each in dated), 1, 1)
    start = min(begins, first) if begins else first
    years = range(start.year, max(_year(day) for each in dated for day in each.due) + 2)
    whole = (date(years[-1], 1, 1) - start).days

    def place(day: date) -> float:
        return round(LEFT + (day - start).days * (WIDTH - LEFT - RIGHT) / whole, 1)

    bars = tuple(_bar(measure, TOP + ROW * row, place) for row, measure in enumerate(dated))
    inside = start <= today <= date(years[-1], 1, 1)
    step = 1 + (len(years) - 1) // _MOST_YEARS
    marks = tuple(Tick(place(max(date(year, 1, 1), start)), str(year)) for year in years[:-1:step])
    return TimeLine(bars, marks, place(today) if inside else None, _height(len(dated)))


def _bar(measure: Measure, y: float, place: Callable[[date], float]) -> Bar:
    points = tuple((place(date.fromisoformat(day)), day) for day in measure.due)
    return Bar(measure, y, LEFT, max(x for x, _ in points), points)


def _height(rows: int) -> float:
    return TOP + ROW * rows + 6


def _year(day: str) -> int:
    return int(day[:4])
