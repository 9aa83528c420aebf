"""What the parts of a date make together: "до", "1 ноября", "2023 – 2029 годов" -> seven days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extract.values.times.dates import Item
from extract.values.times.parts_of_year import SCHOOL_TERMS, day_of_month, school_terms
from extract.values.times.recurrence import PARTS_OF_YEAR

MONTHS_OF = {
    "Q1": ("01", "03"),
    "Q2": ("04", "06"),
    "Q3": ("07", "09"),
    "Q4": ("10", "12"),
    "H1": ("01", "06"),
    "H2": ("07", "12"),
}
"""The first and the last month of a share of a year."""
LAST_DAY = 31
SCHOOL_YEAR_FROM = 8
"""The month from which on a date is of a school year's first calendar year."""
INTERVALS = frozenset({"interval", "yearless-interval", "recurring-interval"})
"""What a date may read from one time to another."""
WHOLE_SCHOOL_YEAR = "09-01/08-31"
ALL_THE_YEAR = frozenset(
    {"all-the-year", "all-the-whole-year", "all-the-year-round", "year-round"}
    | {"all-the-school-year", "the-whole-school-year"}
)
"""Chunks that mean the whole year of the plan."""
_SCHOOL_YEAR = re.compile(r"(?P<first>\d{4})-09/(?P<last>\d{4})-06")


@dataclass(frozen=True, slots=True)
class YearFrame:
    """The year that a plan is for, or the school year: what gives dates without a year theirs."""

    first: int
    last: int
    since: date | None = None
    """The day of a paper that names no year: what it sets ends then or later, in that year or in the next."""
    of_terms: bool = False
    """Whether quarters are the terms of the school year that it is."""
    since_month: int = SCHOOL_YEAR_FROM
    """The first month of the first calendar year of a school year."""

    def year_of(self, part: str) -> int:
        """The year that a share of a year falls in: of a school year the first from August on."""
        if self.since is not None:
            return self._from_day_on(self.since, part)
        if self.first == self.last:
            return self.first
        month = int(part[:2]) if part[0].isdigit() else int(MONTHS_OF[part[:2]][0])
        return self.first if month >= self.since_month else self.last

    def _from_day_on(self, since: date, part: str) -> int:
        first, _, last = part.partition("/")
        end = last if last > first else first
        month = int(end[:2]) if end[0].isdigit() else int(MONTHS_OF[end[:2]][1])
        day = int(end[3:]) if end[2:3] == "-" else LAST_DAY
        return since.year + ((month, day) < (since.month, since.day))

    @property
    def whole(self) -> str:
        """All of it as a due point."""
        return str(self.first) if self.first == self.last else f"{self.first}-09/{self.last}-06"


def read_date(
    items: Sequence[Item], reads: str, frame: YearFrame | None = None
) -> tuple[tuple[str, ...], str | None] | None:
    """Due points and recurrence of the items that one date rule matched; None where they do not fit together.

    `frame` gives dates without a year and without a recurrence theirs.
    """
    parts = [part for item in items for part in item.parts]
    spans = [item.years for item in items if item.years]
    years = list(dict.fromkeys(year for span in spans for year in span))
    recurrence = _recurrence(items)
    if reads == "yearless-interval":
        reads, parts = "yearless", [_whole("/".join(parts))]
    on_day = reads == "day-of-months"
    if on_day or (frame is not None and reads in ("yearless", "undated")):
        return _on_day_of(parts, items, recurrence, frame) if frame is None or on_day else _framed(items, parts, frame)
    match reads:
        case "each" | "yearless" | "year-end":
            if recurrence is None and len(spans) > 1 and _dates_first_year_only(items):
                years, further = years[:1], map(str, years[1:])
            else:
                further = map(str, ())
            return (*_each(["12"] if reads == "year-end" else parts, years, recurrence), *further), recurrence
        case "span":
            return ((str(years[0]),) if len(years) == 1 else (f"{years[0]}/{years[-1]}",)), recurrence
        case "open":
            days = [point for item in items for point in item.points]
            return ((f"{days[0]}/..",), recurrence) if days else _open(parts, years)
        case "point" | "undated" | "part-of-point":
            told = tuple(point for item in items for point in item.points)
            return (told, recurrence) if reads != "part-of-point" else _in_school_year(parts, told)
        case "interval" | "mixed-interval" | "intervals" | "recurring-interval":
            return _between(items, reads, frame)
        case _:
            raise ValueError(
                f"a date reads {reads!r}; known are each, yearless, yearless-interval, year-end, span, undated, open, "
                "point, part-of-point, interval, intervals, recurring-interval, mixed-interval, day-of-months"
            )


def _on_day_of(
    parts: Sequence[str], items: Sequence[Item], recurrence: str | None, frame: YearFrame | None
) -> tuple[tuple[str, ...], str | None] | None:
    """A day of each of the months that are named beside it, in the year of the plan: "к 25 числу (март, июнь)"."""
    days = [int(item.day) for item in items if item.day]
    if len(days) != 1 or not all(part.isdigit() for part in parts):
        return None
    found = [day for part in parts if (day := day_of_month(int(part), days[0]))]
    if len(found) < len(parts):
        return None
    return tuple(_point(frame.year_of(day), day) if frame else _yearless(day) for day in found), recurrence


def _between(items: Sequence[Item], reads: str, frame: YearFrame | None) -> tuple[tuple[str, ...], str | None] | None:
    """From one time to another, once or again."""
    parts = [part for item in items for part in item.parts]
    spans = [item.years for item in items if item.years]
    points = [point for item in items for point in item.points]
    if reads == "recurring-interval":
        return _recurring_interval(parts, items, frame)
    if reads == "intervals":
        return _intervals(parts, spans)
    if points:
        return (_whole("/".join(points)),), None
    return _mixed(items) if reads == "mixed-interval" else _interval(parts, spans, _year_is_last(items))


def _recurring_interval(
    parts: Sequence[str], items: Sequence[Item], frame: YearFrame | None
) -> tuple[tuple[str, ...], str | None] | None:
    """An interval that comes again: in the year of the plan, else in any; shares of two kinds make none."""
    first, last = parts[0], parts[-1]
    if len(parts) > len((first, last)) or "/" in first + last or first[0].isdigit() != last[0].isdigit():
        return None
    whole = _whole(f"{first}/{last}")
    return (_framed(items, [whole], frame)[0] if frame else (_yearless(whole),)), _recurrence(items)


def _recurrence(items: Sequence[Item]) -> str | None:
    """How often it comes again; words for every year may be told more exactly: "ежегодно, раз в квартал"."""
    found = [item.recurrence for item in items if item.recurrence]
    return found[1] if len(found) > 1 and found[0] == "annual" else found[0] if found else None


def _framed(items: Sequence[Item], parts: Sequence[str], frame: YearFrame) -> tuple[tuple[str, ...], None]:
    """Parts of the year that a plan is for, or all of it."""
    if any(item.rule in ALL_THE_YEAR for item in items):
        return (frame.whole,), None
    meant = [_in_terms(part, frame) for part in parts]
    return tuple(_point(frame.year_of(part), part) for part in meant), None


def _in_terms(part: str, frame: YearFrame) -> str:
    """The months of a half of a school year, or of its terms where quarters mean them; any other part as it is."""
    first, _, last = part.partition("/")
    number, count = (int(first[1:]), int((last or first)[1:])) if first[0] in "HQ" else (0, 0)
    if first[0] == "H" and frame.first != frame.last:
        return school_terms(2 * number - 1, 2 * count) or part
    if first[0] == "Q" and frame.of_terms and number <= count:
        return f"{SCHOOL_TERMS[number - 1][0]}/{SCHOOL_TERMS[count - 1][1]}"
    return part


def _in_school_year(parts: Sequence[str], points: Sequence[str]) -> tuple[tuple[str, ...], None] | None:
    """Parts of the school year that is named; None for any other point."""
    match = _SCHOOL_YEAR.fullmatch(points[0])
    frame = YearFrame(int(match["first"]), int(match["last"])) if match and len(points) == 1 else None
    meant = [_in_terms(part, frame) for part in parts] if frame else []
    return (tuple(_point(frame.year_of(part), part) for part in meant), None) if frame else None


def _open(parts: Sequence[str], years: Sequence[int]) -> tuple[tuple[str, ...], None] | None:
    """From a year on; "с 2023 – 2025 годов" has an end all the same."""
    if len(years) > 1:
        return None if parts else ((f"{years[0]}/{years[-1]}",), None)
    return (f"{_point(years[0], parts[0]) if parts else years[0]}/..",), None


def _each(parts: Sequence[str], years: Sequence[int], recurrence: str | None) -> tuple[str, ...]:
    """Every part in every year; a span over New Year ("қыркүйек-маусым") needs the next year too."""
    if not years:
        return tuple(_yearless(part) for part in parts)
    due_in = PARTS_OF_YEAR[recurrence or "annual"]
    if due_in is None and not parts:
        return (str(years[0]) if len(years) == 1 else f"{years[0]}/{years[-1]}",)
    parts = parts or due_in or ()
    if not parts:
        return tuple(str(year) for year in years)
    return tuple(
        _point(year, part)
        for year in years
        for part in parts
        if len(years) == 1 or year < years[-1] or not _crosses_new_year(part)
    )


def _year_is_last(items: Sequence[Item]) -> bool:
    """Whether the year stands behind all parts of one: over New Year it is that of the last."""
    return max((n for n, item in enumerate(items) if item.years), default=0) > max(
        (n for n, item in enumerate(items) if item.parts), default=0
    )


def _interval(
    parts: Sequence[str], spans: Sequence[Sequence[int]], year_is_last: bool
) -> tuple[tuple[str, ...], None] | None:
    if any("/" in part for part in parts) or any(len(span) > 1 for span in spans[: len(spans) - (len(spans) == 1)]):
        return None
    if len(spans) == 1:
        whole = "/".join(parts)
        before = year_is_last and _crosses_new_year(whole)
        return tuple(_point(year - before, whole) for year in spans[0]), None
    ends = (
        [str(span[0]) for span in spans] if not parts else [_point(s[0], p) for s, p in zip(spans, parts, strict=False)]
    )
    return ((_whole("/".join(ends)),), None) if len(ends) == len(spans) and spans[0][0] <= spans[1][0] else None


def _intervals(parts: Sequence[str], spans: Sequence[Sequence[int]]) -> tuple[tuple[str, ...], None] | None:
    """Several intervals of one year; None where one goes over its end."""
    wholes = [_whole("/".join(pair)) for pair in zip(parts[::2], parts[1::2], strict=False)]
    whole_years = len(parts) % 2 or [len(span) for span in spans] != [1]
    if whole_years or any(whole.count("/") > 1 or _crosses_new_year(whole) for whole in wholes):
        return None
    return tuple(_point(spans[0][0], whole) for whole in wholes), None


def _mixed(items: Sequence[Item]) -> tuple[tuple[str, ...], None] | None:
    """From a part of a year to a year, or from a year to a part of one."""
    at = next((n for kinds in (("dash", "to"), ("since",)) for n, item in enumerate(items) if item.kind in kinds), 0)
    start, end = _end(items[:at]), _end(items[at:])
    if start is None or end is None or start[:4] > end[:4]:
        return None
    return (_whole(f"{start}/{end}"),), None


def _end(items: Sequence[Item]) -> str | None:
    """One end of an interval: a year, or one part of it."""
    parts = [part for item in items for part in item.parts]
    years = [year for item in items for year in item.years]
    if len(years) != 1 or len(parts) > 1 or any("/" in part for part in parts):
        return None
    return _point(years[0], parts[0]) if parts else str(years[0])


def _whole(interval: str) -> str:
    """An interval, or the point that both its ends are."""
    first, _, last = interval.partition("/")
    return first if first == last else interval


def _dates_first_year_only(items: Sequence[Item]) -> bool:
    """Whether shares of a year stand before one that has its own word, further years behind it.

    In "2-3 кварталы 2031 г., 2032, 2033 гг." the quarters are those of 2031.
    """
    first = next((n for n, item in enumerate(items) if item.years), len(items))
    named = items[first].end - items[first].start > len("2031") and len(items[first].years) == 1
    parts = [part for item in items[:first] for part in item.parts]
    further = [item.years for item in items[first + 1 :]]
    return (
        named
        and any(further)
        and bool(parts)
        and all(part[0] in "QH" for part in parts)
        and not any(item.parts for item in items[first + 1 :])
    )


def _point(year: int, part: str) -> str:
    first, _, last = part.partition("/")
    if not last:
        return f"{year}-{first}"
    return f"{year}-{first}/{year + 1 if _crosses_new_year(part) else year}-{last}"


def _crosses_new_year(part: str) -> bool:
    first, _, last = part.partition("/")
    return bool(last) and last < first


def goes_backwards(items: Sequence[Item], reads: str) -> bool:
    """Whether the items of an interval tell days of one year the wrong way round."""
    if reads not in INTERVALS or sum(bool(item.years) for item in items) > 1:
        return False
    return _is_backwards("/".join(part for item in items for part in item.parts))


def _is_backwards(part: str) -> bool:
    """Whether days stand the wrong way round ("1 мая – 1 апреля"): over New Year it goes in winter or a school year."""
    first, _, last = part.partition("/")
    if "-" not in first or "-" not in last or "/" in last or last >= first or part == WHOLE_SCHOOL_YEAR:
        return False
    return int(first[:2]) < SCHOOL_YEAR_FROM or int(last[:2]) >= SCHOOL_YEAR_FROM


def _yearless(part: str) -> str:
    first, _, last = part.partition("/")
    begin = first if first[0].isdigit() else MONTHS_OF[first][0]
    end = (last or first) if (last or first)[0].isdigit() else MONTHS_OF[last or first][1]
    return f"--{begin}" if begin == end else f"--{begin}/--{end}"
