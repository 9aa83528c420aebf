"""Which lines of a table of targets are one series: the same breakdown in two texts, languages and editions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from kzedu_graph.vocabulary.codes import fold
from web.views.questions import Row

NEWEST, OLDER, OTHER, ACTUAL, REPORTED = "newest", "older", "other", "actual", "reported"


@dataclass(slots=True)
class DrawnLine:
    """A line of a picture: the rows of the table that say it, the number of its series, how it stands, its values.

    `manner` is `NEWEST`, `OLDER` (an earlier edition says otherwise), `OTHER` (the text of the same day in another
    language says otherwise), `ACTUAL` (what was reached, says a text) or `REPORTED`.
    """

    rows: list[int]
    series: int
    manner: str
    values: dict[int, float] = field(default_factory=dict)


def read_breakdowns(rows: Iterable[Row]) -> dict[str, str]:
    """The codes of breakdowns by the words of texts, folded, from the answer to the question `breakdowns`."""
    return {fold(str(row["words"])): str(row["code"]) for row in rows}


def codes_of_series(series: str, breakdowns: Mapping[str, str]) -> tuple[str, ...]:
    """What tells a series from others: the code of each of its parts, else the part's words, folded.

    >>> codes_of_series("PISA · чтение", {"чтение": "code:reading", "оқылым": "code:reading"})
    ('pisa', 'code:reading')
    """
    return tuple(breakdowns.get(fold(part), fold(part)) for part in parts_of_series(series, breakdowns))


def parts_of_series(series: str, breakdowns: Mapping[str, str]) -> list[str]:
    """The parts of a series as a text words them: "TIMSS-2023 · математика, 4-сынып" has three."""
    return [
        part
        for whole in series.split(" · ")
        for part in ([whole] if fold(whole) in breakdowns else whole.split(", "))
        if part
    ]


def drawn_lines(table: Mapping[str, Any], breakdowns: Mapping[str, str]) -> list[DrawnLine]:
    """The lines of a table that a picture shows, series by series, the newest edition first; those with a number only.

    Texts that agree wherever they speak of the same year are one line.
    """
    numbers: dict[tuple[str, ...], int] = {}
    drawn: dict[tuple[int, str], list[DrawnLine]] = {}
    for row, line in enumerate(table["lines"]):
        values = numbers_of(line["cells"])
        if not values:
            continue
        series = numbers.setdefault(codes_of_series(line["series"], breakdowns), len(numbers))
        status = line.get("status", "plan")
        told = drawn.setdefault((series, f"{status} {line.get('source', '')}"), [])
        _add(told, DrawnLine([row], series, _manner(status), values), table["lines"])
    return sorted((line for several in drawn.values() for line in several), key=lambda line: (line.series, line.rows))


def _manner(status: str) -> str:
    return status if status in (ACTUAL, REPORTED) else NEWEST


def _add(told: list[DrawnLine], line: DrawnLine, lines: list[Mapping[str, Any]]) -> None:
    """Join a line to one that agrees with it, else let it stand behind the newest."""
    for other in told:
        shared = line.values.keys() & other.values.keys()
        if shared and all(line.values[year] == other.values[year] for year in shared):
            other.values = {**line.values, **other.values}
            other.rows += line.rows
            return
    if told and line.manner == NEWEST:
        newest, own = (lines[each.rows[0]].get("edition") for each in (told[0], line))
        line.manner = OTHER if newest and own and newest.date == own.date else OLDER
    told.append(line)


def numbers_of(cells: Mapping[str, Iterable[Mapping[str, str]]]) -> dict[int, float]:
    """The first number of each year that has one."""
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
