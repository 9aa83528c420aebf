"""Due points in the project's notation, in EDTF, and as calendar days.

The notation of records and tables (`2024-Q4`, `2024-H1`, `--12`) is kept for people; the graph holds EDTF
(ISO 8601-2:2019, level 2: season codes 33-36 for quarters and 40-41 for half-years, `XXXX` for any year).
The two translate into each other without loss.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

_POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?))?"
)
_RECURRING = re.compile(r"--(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?")
_EDTF_SEASON = re.compile(r"(?P<year>\d{4})-(?P<code>3[3-6]|4[01])")


def is_due(value: str) -> bool:
    """Whether a value is in the notation of `due`."""
    try:
        to_edtf(value)
    except ValueError:
        return False
    return True


def to_edtf(value: str) -> str:
    """EDTF of a due point or interval: `2024-Q4` is `2024-36`, `--12` is `XXXX-12`. Raises ValueError."""
    if "/" in value:
        start, _, end = value.partition("/")
        return f"{to_edtf(start)}/{'..' if end == '..' else to_edtf(end)}"
    if recurring := _RECURRING.fullmatch(value):
        return "XXXX" + recurring.group()[1:]
    point = _POINT.fullmatch(value)
    if point is None:
        raise ValueError(f"{value!r} is no due point: write 2024-12, 2024-Q4, 2024-H1, 2024, 2024-11-01 or --12")
    if point["quarter"]:
        return f"{point['year']}-{32 + int(point['quarter'])}"
    if point["half"]:
        return f"{point['year']}-{39 + int(point['half'])}"
    if point["day"]:
        date.fromisoformat(value)
    return value


def from_edtf(value: str) -> str:
    """The project's notation of an EDTF value that `to_edtf` wrote."""
    if "/" in value:
        start, _, end = value.partition("/")
        return f"{from_edtf(start)}/{end if end == '..' else from_edtf(end)}"
    if value.startswith("XXXX"):
        return "-" + value[4:]
    if season := _EDTF_SEASON.fullmatch(value):
        code = int(season["code"])
        return f"{season['year']}-Q{code - 32}" if code < 40 else f"{season['year']}-H{code - 39}"
    return value


def last_day(value: str) -> date | None:
    """The last day of a due point or interval; None where it has no end (`2024/..`) or no year (`--12`)."""
    end = value.rpartition("/")[2]
    point = _POINT.fullmatch(end)
    if point is None:
        return None
    year = int(point["year"])
    if point["day"]:
        return date.fromisoformat(end)
    month = 12
    if point["month"]:
        month = int(point["month"])
    elif point["quarter"]:
        month = 3 * int(point["quarter"])
    elif point["half"]:
        month = 6 * int(point["half"])
    return date(year, month, calendar.monthrange(year, month)[1])


def first_day(value: str) -> date | None:
    """The first day of a due point or interval; None where it names no year (`--12`)."""
    point = _POINT.fullmatch(value.partition("/")[0])
    if point is None:
        return None
    year = int(point["year"])
    if point["day"]:
        return date.fromisoformat(point.group())
    if point["month"]:
        return date(year, int(point["month"]), 1)
    if point["quarter"]:
        return date(year, 3 * int(point["quarter"]) - 2, 1)
    return date(year, 6 * int(point["half"]) - 5 if point["half"] else 1, 1)


_WITHIN_A_YEAR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "annual": ("",),
        "semiannual": ("-H1", "-H2"),
        "quarterly": ("-Q1", "-Q2", "-Q3", "-Q4"),
        "monthly": tuple(f"-{month:02}" for month in range(1, 13)),
    }
)
_SCHOOL_MONTHS = ("09", "10", "11", "12", "01", "02", "03", "04", "05", "06")
_WITHIN_A_SCHOOL_YEAR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"annual": ("09/06",), "semiannual": ("09/12", "01/05"), "monthly": _SCHOOL_MONTHS}
)
"""Months of a school year by rule. Nobody can say whether what comes quarterly does so by quarters or by terms."""
_SCHOOL_YEARS = re.compile(r"(\d{4})-09/(\d{4})-08")
_SCHOOL_YEAR_FROM = "08"
"""The month from which on a date is of a school year's first calendar year: August makes ready for it."""


def school_years(first: int, last: int) -> str:
    """The interval of school years: from September of a year to August of another."""
    return f"{first}-09/{last}-08"


def years_of(period: str) -> tuple[int, int]:
    """The first and the last calendar year of an interval ("2031/2035", "2031-09/2032-08")."""
    first, _, last = period.partition("/")
    return int(first[:4]), int(last[:4])


def begins_on(period: str) -> date | None:
    """The first day of an interval; of school years in August, which makes ready for them."""
    school = _SCHOOL_YEARS.fullmatch(period)
    return first_day(f"{school[1]}-{_SCHOOL_YEAR_FROM}" if school else period)


def is_interval(period: str) -> bool:
    """Whether words are an interval with two ends: "2031/2035", no "2031/.."."""
    return "/" in period and is_due(period) and first_day(period) is not None and last_day(period) is not None


def occurrences(due: Sequence[str], recurrence: str | None, period: str | None) -> tuple[str, ...]:
    """The points at which a recurring duty falls due in the years that its words give, else in those of `period`.

    Months and days without a year (`--12`) are taken for each year, else the points of the rule itself. Nothing recurs
    where the words name points of their own, or where no years are known.
    """
    days = [value for value in due if _RECURRING.fullmatch(value)]
    spans = [value for value in due if "/" in value]
    if not (days or recurrence) or len(days) + len(spans) < len(due):
        return ()
    if period and not spans and (school := _SCHOOL_YEARS.fullmatch(period)):
        found = _within_school_years(days, recurrence, int(school[1]), int(school[2]))
    else:
        years: list[int] = []
        for start, _, end in (value.partition("/") for value in spans):
            last = end[:4] if end[:4].isdigit() else str(years_of(period)[1]) if period else ""
            years += range(int(start[:4]), int(last) + 1) if start[:4].isdigit() and last else ()
        if not spans and period:
            first, final = years_of(period)
            years = list(range(first, final + 1))
        endings = [value[1:] for value in days] or _WITHIN_A_YEAR.get(recurrence or "", ())
        found = [f"{year}{ending}" for year in sorted(set(years)) for ending in endings]
    return tuple(point for point in found if is_due(point))


def _within_school_years(days: Sequence[str], recurrence: str | None, first: int, last: int) -> list[str]:
    """The points within each school year, in the order of time."""
    parts = [value.removeprefix("--") for value in days] or _WITHIN_A_SCHOOL_YEAR.get(recurrence or "", ())
    parts = sorted(parts, key=lambda part: (part < _SCHOOL_YEAR_FROM, part))
    found = []
    for year in range(first, last):
        for start, _, end in (part.partition("/") for part in parts):
            own = year if start >= _SCHOOL_YEAR_FROM else year + 1
            found.append(f"{own}-{start}/{own if end > start else own + 1}-{end}" if end else f"{own}-{start}")
    return found
