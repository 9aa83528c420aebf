"""First days, and the points at which a recurring duty falls due."""

from __future__ import annotations

from datetime import date

import pytest

from kzedu_graph.model.periods import first_day, occurrences


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031", date(2031, 1, 1)),
        ("2031-05", date(2031, 5, 1)),
        ("2031-05-09", date(2031, 5, 9)),
        ("2031-Q3", date(2031, 7, 1)),
        ("2031-H2", date(2031, 7, 1)),
        ("2031-09/2032-05", date(2031, 9, 1)),
        ("2031/..", date(2031, 1, 1)),
        ("--12", None),
    ],
)
def test_the_first_day_of_a_point(value: str, day: date | None) -> None:
    assert first_day(value) == day


@pytest.mark.parametrize(
    ("due", "recurrence", "period", "points"),
    [
        (("--12",), "annual", (2031, 2032), ("2031-12", "2032-12")),
        (("--02-29",), "annual", (2031, 2032), ("2032-02-29",)),
        ((), "semiannual", (2031, 2031), ("2031-H1", "2031-H2")),
        (("2031/2032",), "annual", (2030, 2039), ("2031", "2032")),
        (("2038/..",), "annual", (2030, 2039), ("2038", "2039")),
        (("2031-12",), "annual", (2031, 2039), ()),
        (("--12",), "annual", None, ()),
        ((), None, (2031, 2032), ()),
    ],
)
def test_occurrences(
    due: tuple[str, ...], recurrence: str | None, period: tuple[int, int] | None, points: tuple[str, ...]
) -> None:
    assert occurrences(due, recurrence, period) == points
