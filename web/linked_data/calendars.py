"""Calendars for other programs: the due days of bodies, of programmes and of a choice, as iCalendar (RFC 5545)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from flask import Blueprint, Response, abort, request
from flask_babel import gettext
from icalendar import Calendar, Event

from kzedu_graph.exports.labels import label_title
from kzedu_graph.vocabulary.about.notices import INVENTED
from web.display.as_of import as_of
from web.display.formatting import page_of
from web.display.languages import data_chain, in_chain, language
from web.display.naming import party_title, role_name
from web.pages.due import asked_for, asked_month, due_in, of_programme
from web.views.read_model import Measure
from web.views.site import is_invented, site, today

blueprint = Blueprint("calendars", __name__)

_YEAR_IN_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Run:
    """Days at equal steps of `months`: the first and how many; one day alone has no step (0)."""

    first: date
    count: int = 1
    months: int = 0

    @property
    def rule(self) -> dict[str, str | int]:
        """The recurrence as RFC 5545 has it (3.3.10); the last day of a month stays the last whatever its number."""
        last = self.first.day == monthrange(self.first.year, self.first.month)[1]
        if self.months % _YEAR_IN_MONTHS == 0 and not (last and self.first.month == 2):
            return {"FREQ": "YEARLY", "INTERVAL": self.months // _YEAR_IN_MONTHS, "COUNT": self.count}
        day = {"BYMONTHDAY": -1} if last else {}
        return {"FREQ": "MONTHLY", "INTERVAL": self.months, "COUNT": self.count, **day}


def runs(due: Iterable[str], *, recurring: bool) -> list[Run]:
    """Due days of a measure as events: one series where it recurs at equal steps, else each day by itself.

    `due` are ISO days in order.
    """
    days = [date.fromisoformat(day) for day in due]
    step = _step(days) if recurring and len(days) > 1 else 0
    return [Run(days[0], len(days), step)] if step else [Run(day) for day in days]


def _step(days: list[date]) -> int:
    """The months between each two days, 0 where the steps differ or the days of the month do."""
    alike = len({day.day for day in days}) == 1 or all(day.day == monthrange(day.year, day.month)[1] for day in days)
    numbers = [day.year * _YEAR_IN_MONTHS + day.month for day in days]
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    return steps.pop() if alike and len(steps) == 1 else 0


@blueprint.get("/due.ics")
def due_calendar() -> Response:
    """All due days that the page of deadlines shows with the same choice of programme, month and day."""
    cards = site().cards
    programme = request.args.get("programme") or None
    if programme is not None and programme not in cards.programmes:
        abort(404, description=gettext("There is no programme with the key “%(key)s”.", key=programme))
    month = asked_month()
    measures = [
        replace(each, due=days) for each in of_programme(programme) if (days := tuple(due_in(each, month))) or not month
    ]
    return _calendar(gettext("What is due when"), "kzedu-due", measures, None)


@blueprint.get("/agency/<key>.ics")
def agency_calendar(key: str) -> Response:
    """The due days of a body's measures as iCalendar (RFC 5545), narrowed as the page of the body is."""
    cards = site().cards
    if key not in cards.agencies:
        abort(404, description=gettext("There is no body with the key “%(key)s”.", key=key))
    measures = [
        measure
        for measure in cards.measures_of(key)
        if as_of().shows(measure.programme) and asked_for(cards, measure, key)
    ]
    name = in_chain(cards.agencies[key].labels)[0] or key
    return _calendar(name, f"kzedu-{key}", measures, key)


@blueprint.get("/programme/<key>.ics")
def programme_calendar(key: str) -> Response:
    """The due days of a programme's measures as iCalendar."""
    cards = site().cards
    if key not in cards.programmes:
        abort(404, description=gettext("There is no programme with the key “%(key)s”.", key=key))
    measures = [each for each in cards.measures.values() if each.programme == key]
    return _calendar(in_chain(cards.programmes[key].titles)[0] or key, f"kzedu-{key}", measures, None)


def _calendar(name: str, stem: str, measures: list[Measure], agency: str | None) -> Response:
    """The calendar as a file; kept for the day, as it bears its date."""
    asked = ("ics", request.full_path, request.url_root, "".join(data_chain()), language(), today().isoformat())
    body = site().catalogue.file(asked, lambda: _written(name, measures, agency))
    response = Response(body, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{stem}.ics"'
    return response


def _written(name: str, measures: list[Measure], agency: str | None) -> bytes:
    """One all-day event a due day; its identifier is stable, so that a feed read anew doubles nothing."""
    calendar = Calendar()
    calendar.add("prodid", "-//kzedu-graph//calendar//EN")
    calendar.add("version", "2.0")
    name = label_title(name, language(), is_invented())
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("method", "PUBLISH")
    if is_invented():
        calendar.add("description", INVENTED[language()])
        calendar.add("x-wr-caldesc", INVENTED[language()])
    stamp = datetime.combine(today(), datetime.min.time(), UTC)
    for measure in measures:
        for days in runs(measure.due, recurring=measure.recurrence is not None):
            calendar.add_component(_event(measure, days, agency, stamp))
    return bytes(calendar.to_ical())


def _event(measure: Measure, days: Run, agency: str | None, stamp: datetime) -> Event:
    last = days.first
    address = request.url_root.rstrip("/") + (page_of(measure.iri) or "")
    bodies = [party_title(party)[0] for party in measure.parties()]
    lines = [in_chain(measure.written)[0], ", ".join(bodies), measure.iri]
    if agency:
        lines.insert(0, role_name(measure.roles_of(agency)[0]))
    event = Event()
    event.add("uid", f"{measure.programme}-{measure.segment}-{last.isoformat()}@kzedu-graph")
    event.add("dtstamp", stamp)
    event.add("dtstart", last)
    event.add("dtend", last + timedelta(days=1))
    if days.months:
        event.add("rrule", days.rule)
    title = f"№ {measure.number} {in_chain(measure.labels)[0]}"
    event.add("summary", label_title(title, language(), is_invented()))
    event.add("description", "\n".join(line for line in lines if line))
    event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event
