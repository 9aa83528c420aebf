"""Filled rows to reports: what is wrong with a row is told with its place, the right ones are taken."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType

from rdflib import Literal
from rdflib.namespace import SKOS

from kzedu_graph.registry.resolving import Registry
from kzedu_graph.reported.known import Known
from kzedu_graph.reported.records import STATES, WHOLE, AnyReport, Report, ReportedValue
from kzedu_graph.reported.sheets import Read
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.codes import fold
from kzedu_graph.vocabulary.iris import LANGUAGES
from kzedu_graph.vocabulary.turtle import read_ontology

FILLED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "duties": ("state", "day", "reporter", "proof", "remark"),
        "indicators": ("value", "unit", "day", "reporter", "proof", "remark"),
    }
)
"""The cells that whoever reports fills in: a row with none of them says nothing."""
EARLIEST, LATEST = 1990, 2100
"""Years that a value may be of."""
_WRITTEN_DAY = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})")


@dataclass(slots=True)
class Taken:
    """What a file gave: reports with their sources, and a sentence about every row that is wrong."""

    reports: list[tuple[str, AnyReport]] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    empty: int = 0


class _Wrong(ValueError):
    """What is wrong with a row, in one clause."""


def take_rows(rows: Iterable[Read], known: Known, source: str, today: date) -> Taken:
    """The reports of filled rows; `source` holds where a row names none, and no report is of a day after `today`."""
    taken = Taken()
    seen: dict[tuple[str, ...], str] = {}
    for row in rows:
        if not any(name in row.cells for name in FILLED[row.sheet]):
            taken.empty += 1
            continue
        try:
            report = _READERS[row.sheet](row, known, today)
        except _Wrong as wrong:
            taken.wrong.append(f"{row.place}: {wrong}.")
            continue
        origin = row.cells.get("source", source)
        if (before := seen.get((origin, *report.key))) is not None:
            taken.wrong.append(f"{row.place}: row {before} speaks of the same; keep one of them.")
            continue
        seen[(origin, *report.key)] = str(row.row)
        taken.reports.append((origin, report))
    return taken


def _report(row: Read, known: Known, today: date) -> Report:
    about, due = row.cells.get("duty", ""), row.cells.get("due", "")
    duty = known.duties.get(about)
    if duty is None:
        raise _Wrong(f"the graph has no duty {about!r}" if about else "no duty is named in the column of IRIs")
    if due not in (duty.points or ("",)):
        points = ", ".join(duty.points) or "none at all"
        raise _Wrong(f"{due!r} is no due point of this duty, which has {points}")
    state = _state(row.cells.get("state", ""))
    day, reporter = _day(row, today), _reporter(row)
    return Report(
        about=about, due=due, state=state, day=day, reporter=reporter, proof=row.cells.get("proof"),
        remark=row.cells.get("remark"), file=row.file, row=row.row,
    )  # fmt: skip


def _value(row: Read, known: Known, today: date) -> ReportedValue:
    about = row.cells.get("indicator", "")
    if about not in known.indicators:
        raise _Wrong(
            f"the graph has no indicator {about!r}" if about else "no indicator is named in the column of IRIs"
        )
    written = row.cells.get("year", "")
    if not (written.isdigit() and EARLIEST <= int(written) <= LATEST):
        raise _Wrong(f"a year is four digits from {EARLIEST} to {LATEST}, not {written!r}")
    value, day, reporter = _number(row.cells.get("value", "")), _day(row, today), _reporter(row)
    return ReportedValue(
        about=about, year=int(written), series=row.cells.get("series", WHOLE), value=value,
        unit=row.cells.get("unit"), day=day, reporter=reporter, proof=row.cells.get("proof"),
        remark=row.cells.get("remark"), file=row.file, row=row.row,
    )  # fmt: skip


_READERS: Mapping[str, Callable[[Read, Known, date], AnyReport]] = MappingProxyType(
    {"duties": _report, "indicators": _value}
)


def _state(written: str) -> str:
    found = states_by_words().get(fold(written))
    if found is None:
        raise _Wrong(f"a state is one of {', '.join(STATES)} (or its name in Kazakh or Russian), not {written!r}")
    return found


@cache
def states_by_words() -> Mapping[str, str]:
    """The keys of states by every word for them, folded."""
    ontology = read_ontology()
    found = {
        fold(str(label)): key
        for key in STATES
        for predicate in (SKOS.altLabel, SKOS.prefLabel, SKOS.notation)
        for label in ontology.objects(iris.code("report-state", key), predicate)
    }
    return MappingProxyType(found)


@cache
def state_names(lang: str) -> Mapping[str, str]:
    """What each state is called in a language, in their order."""
    ontology = read_ontology()
    return MappingProxyType(
        {
            key: str(label)
            for key in STATES
            for label in ontology.objects(iris.code("report-state", key), SKOS.prefLabel)
            if isinstance(label, Literal) and label.language == lang
        }
    )


def _day(row: Read, today: date) -> date:
    written = row.cells.get("day", "")
    if not written:
        raise _Wrong("the day of the report is missing")
    try:
        if match := _WRITTEN_DAY.fullmatch(written):
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        else:
            day = date.fromisoformat(written)
    except ValueError as error:
        raise _Wrong(f"a day is written 2034-05-31 or 31.05.2034, not {written!r}") from error
    if day > today:
        raise _Wrong(f"the day {day} is yet to come; today is {today}")
    return day


def _reporter(row: Read) -> str:
    """The key of a body that is called by its key or its name; other names as they are written."""
    written = row.cells.get("reporter", "")
    if not written:
        raise _Wrong("who says so is missing")
    registry = Registry.load()
    try:
        return registry.get(written).key
    except KeyError:
        pass
    for lang in LANGUAGES:
        found = registry.resolve(written, lang)
        if found.agency is not None and found.how != "close":
            return found.agency
    return written


def _number(written: str) -> float:
    """A number as people write it: `1 240,5` is 1240.5."""
    plain = re.sub(r"[\s  ]", "", written).replace(",", ".").removesuffix("%")
    try:
        value = float(plain)
    except ValueError as error:
        raise _Wrong(
            f"an actual value is a number, not {written!r}" if written else "the actual value is missing"
        ) from error
    if not math.isfinite(value):
        raise _Wrong(f"an actual value is a finite number, not {written!r}")
    return value
