"""The geometry of charts that the templates draw as SVG: no script, and the numbers stand beneath each as a table."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 16, 34
_LARGE = 100
"""Shares of a hundred always stand on zero; scores and headcounts need not."""
LOOKS = 8
"""Different looks of lines in the style sheet; further lines begin anew."""


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
    """One series; `row` is its row in the table, `look` the number of its class in the style sheet."""

    name: str
    row: int
    look: int
    points: tuple[Point, ...]

    @property
    def path(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over years."""

    lines: tuple[Line, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]


def trajectories(table: Mapping[str, Any]) -> Chart | None:
    """Targets by year as lines, one a text and series; None where no line has a number.

    `table` is what `table_of_targets` makes; of several numbers in a cell the first is drawn.
    """
    every_row = [(row, line["series"], _numbers(line["cells"])) for row, line in enumerate(table["lines"])]
    series = [(row, name, values) for row, name, values in every_row if values]
    if not series:
        return None
    years = [int(year) for year in table["years"]]
    every = [value for _, _, values in series for value in values.values()]
    marks = ticks(_foot(every), max(*every, 0.0))
    low, high = marks[0], marks[-1]

    def x(year: int) -> float:
        span = max(years[-1] - years[0], 1)
        return round(LEFT + (year - years[0]) * (WIDTH - LEFT - RIGHT) / span, 1)

    def y(value: float) -> float:
        return round(HEIGHT - BOTTOM - (value - low) * (HEIGHT - TOP - BOTTOM) / (high - low), 1)

    lines = tuple(
        Line(
            name=name,
            row=row,
            look=number % LOOKS + 1,
            points=tuple(Point(x(year), y(value), f"{year}: {value:g}") for year, value in sorted(values.items())),
        )
        for number, (row, name, values) in enumerate(series)
    )
    return Chart(
        lines,
        tuple(Tick(x(year), str(year)) for year in years),
        tuple(Tick(y(mark), f"{mark:g}") for mark in marks),
    )


def _foot(values: Sequence[float]) -> float:
    """Where the axis begins: at zero, or at the least value where all are large and would look alike from zero up."""
    least, greatest = min(values), max(values)
    alike = greatest > _LARGE and least > greatest / 2
    return least if least < 0 or alike else 0.0


def _numbers(cells: Mapping[str, Sequence[Mapping[str, str]]]) -> dict[int, float]:
    found = {}
    for year, rows in cells.items():
        value = next((number for row in rows if (number := _number(row.get("value"))) is not None), None)
        if value is not None:
            found[int(year)] = value
    return found


def _number(text: str | None) -> float | None:
    try:
        return float(Decimal(text)) if text else None
    except InvalidOperation:
        return None


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
