"""The geometry of charts that the templates draw as SVG: no script, and the numbers stand beneath each as a table."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from web.views.series import NEWEST, codes_of_series, drawn_lines

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 16, 34
_LARGE = 100
"""Shares of a hundred always stand on zero; scores and headcounts need not."""
COLOURS = 6
"""Colours of series in the style sheet; further series begin anew."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of an axis: its place in the picture and its number."""

    place: float
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a line: `words` say it in full."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `rows` are the rows of the table that say it, `colour` is the number of its series' class.

    `manner` is how it stands: see `web.views.series.DrawnLine`.
    """

    rows: tuple[int, ...]
    colour: int
    manner: str
    points: tuple[Point, ...]

    @property
    def path(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over years; `changed` are the points at which a later act moved a value."""

    lines: tuple[Line, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    changed: tuple[Point, ...]


def trajectories(
    table: Mapping[str, Any],
    breakdowns: Mapping[str, str] = MappingProxyType({}),
    changed: Collection[tuple[str | None, int]] = (),
) -> Chart | None:
    """Targets by year as lines, one colour a series; None where no line has a number.

    `table` is what `table_of_targets` makes; of several numbers in a cell the first is drawn. `changed` are series and
    year of values that an act moved.
    """
    series = drawn_lines(table, breakdowns)
    if not series:
        return None
    years = [int(year) for year in table["years"]]
    every = [value for line in series for value in line.values.values()]
    marks = ticks(_foot(every), max(*every, 0.0))
    low, high = marks[0], marks[-1]

    def point(year: int, value: float) -> Point:
        span = max(years[-1] - years[0], 1)
        x = LEFT + (year - years[0]) * (WIDTH - LEFT - RIGHT) / span
        y = HEIGHT - BOTTOM - (value - low) * (HEIGHT - TOP - BOTTOM) / (high - low)
        return Point(round(x, 1), round(y, 1), f"{year}: {value:g}")

    moved = {(codes_of_series(name or "", breakdowns), year) for name, year in changed}
    named = {line.series: codes_of_series(table["lines"][line.rows[0]]["series"], breakdowns) for line in series}
    return Chart(
        tuple(
            Line(
                tuple(line.rows),
                line.series % COLOURS + 1,
                line.manner,
                tuple(point(year, value) for year, value in sorted(line.values.items())),
            )
            for line in series
        ),
        tuple(Tick(point(year, low).x, str(year)) for year in years),
        tuple(Tick(point(years[0], mark).y, f"{mark:g}") for mark in marks),
        tuple(
            point(year, value)
            for line in series
            if line.manner == NEWEST
            for year, value in sorted(line.values.items())
            if (named[line.series], year) in moved
        ),
    )


def _foot(values: Sequence[float]) -> float:
    """Where the axis begins: at zero, or at the least value where all are large and would look alike from zero up."""
    least, greatest = min(values), max(values)
    alike = greatest > _LARGE and least > greatest / 2
    return least if least < 0 or alike else 0.0


def ticks(low: float, high: float, wanted: int = 5) -> list[float]:
    """Round numbers from below `low` to above `high`.

    >>> ticks(0, 93)
    [0, 20, 40, 60, 80, 100]
    """
    if high <= low:
        high = low + 1
    rough = (high - low) / wanted
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= rough * 0.999)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(number * step, 10) for number in range(first, last + 1)]
