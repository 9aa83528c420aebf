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
        (("--12",), "annual", "2031/2032", ("2031-12", "2032-12")),
        (("--02-29",), "annual", "2031/2032", ("2032-02-29",)),
        ((), "semiannual", "2031/2031", ("2031-H1", "2031-H2")),
        (("2031/2032",), "annual", "2030/2039", ("2031", "2032")),
        (("2038/..",), "annual", "2030/2039", ("2038", "2039")),
        (("2031-12",), "annual", "2031/2039", ()),
        (("--12",), "annual", None, ()),
        ((), None, "2031/2032", ()),
        (("--11-01",), "annual", "2031-09/2032-08", ("2031-11-01",)),
        (("--10", "--04"), "semiannual", "2031-09/2032-08", ("2031-10", "2032-04")),
        (("--04", "--10"), "semiannual", "2031-09/2033-08", ("2031-10", "2032-04", "2032-10", "2033-04")),
        ((), "annual", "2031-09/2032-08", ("2031-09/2032-06",)),
        ((), "semiannual", "2031-09/2032-08", ("2031-09/2031-12", "2032-01/2032-05")),
        ((), "quarterly", "2031-09/2032-08", ()),
        (
            (),
            "monthly",
            "2031-09/2032-08",
            (*(f"2031-{n:02}" for n in range(9, 13)), *(f"2032-{n:02}" for n in range(1, 7))),
        ),
    ],
)
def test_occurrences(due: tuple[str, ...], recurrence: str | None, period: str | None, points: tuple[str, ...]) -> None:
    assert occurrences(due, recurrence, period) == points
