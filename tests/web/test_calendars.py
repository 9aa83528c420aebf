"""Due days as series where they recur: a calendar program shows a duty in each of its years."""

from __future__ import annotations

from datetime import date

import pytest
from flask.testing import FlaskClient
from icalendar import Calendar

from web.linked_data.calendars import Run, runs


@pytest.mark.parametrize(
    ("due", "run"),
    [
        (["2031-12-31", "2032-12-31", "2033-12-31"], Run(date(2031, 12, 31), 3, 12)),
        (["2031-03-31", "2031-06-30", "2031-09-30", "2031-12-31"], Run(date(2031, 3, 31), 4, 3)),
        (["2031-02-28", "2032-02-29"], Run(date(2031, 2, 28), 2, 12)),
        (["2031-05-20", "2033-05-20"], Run(date(2031, 5, 20), 2, 24)),
    ],
)
def test_equal_steps_are_one_series(due: list[str], run: Run) -> None:
    assert runs(due, recurring=True) == [run]
    assert len(runs(due, recurring=False)) == len(due), "days that the text lists are days"


@pytest.mark.parametrize(
    "due", [["2031-05-20"], ["2031-05-20", "2032-05-21"], ["2031-01-31", "2031-03-31", "2031-12-31"]]
)
def test_other_days_stand_by_themselves(due: list[str]) -> None:
    assert [run.first.isoformat() for run in runs(due, recurring=True)] == due


def test_the_last_day_of_february_stays_the_last() -> None:
    assert Run(date(2031, 2, 28), 2, 12).rule == {"FREQ": "MONTHLY", "INTERVAL": 12, "COUNT": 2, "BYMONTHDAY": -1}
    assert Run(date(2031, 12, 31), 3, 12).rule == {"FREQ": "YEARLY", "INTERVAL": 1, "COUNT": 3}


def test_a_calendar_keeps_the_choice_of_its_page(client: FlaskClient) -> None:
    def events(address: str) -> int:
        return len(Calendar.from_ical(client.get(address).data).walk("VEVENT"))

    assert events("/due.ics") > 0
    assert events("/due.ics?on=2031-01-01") == 0
    assert events("/agency/kz-moe.ics?role=agreement") < events("/agency/kz-moe.ics")
    assert events("/agency/kz-talap.ics?year=2031") == 0
    assert client.get("/due.ics?programme=X0").status_code == 404
    assert 0 < events("/due.ics?month=2025-12") < events("/due.ics")
    assert client.get("/due.ics?month=2025-13").status_code == 400
