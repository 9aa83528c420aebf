"""What people say was done, beside the plan: a list with filters, and its twins."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import Blueprint, Response, abort, render_template, request

from kzedu_graph.reported.records import STATES, Report, ReportedValue
from web.display.as_of import as_of
from web.display.downloads import twin_response
from web.views.reported import Told, as_said, bodies_of
from web.views.site import site

blueprint = Blueprint("reported", __name__)

_COLUMNS = (
    *("kind", "about", "programme", "number", "kk", "ru", "en", "due", "due_by", "year", "series", "state", "value"),
    *("unit", "day", "reporter", "proof", "remark", "source", "earlier"),
)


@blueprint.get("/reported")
@blueprint.get("/reported.<twin:twin>")
def reported(twin: str | None = None) -> str | Response:
    """Every report that had been made by the day, the newest first."""
    cards = site().cards
    chosen = asked_for(as_of().day)
    if twin:
        return twin_response(twin, [_row(told) for told in chosen], _COLUMNS)
    return render_template(
        "reported.html",
        cards=cards,
        chosen=chosen,
        states=STATES,
        sources=sorted({told.source for told in cards.reported.everything()}),
        programmes=sorted({cards.work_of(told.report.about) or "" for told in cards.reported.everything()}),
        wanted=request.args,
    )


def asked_for(day: date) -> list[Told]:
    """The reports of a day that fit the filters of the address, the newest first; 400 for a state that is none."""
    state = request.args.get("state", "")
    if state and state not in (*STATES, "value"):
        abort(400, description=f"state={state}: {', '.join((*STATES, 'value'))}")
    told = [each for each in as_said(site().cards.reported.everything(), day) if _fits(each)]
    return sorted(told, key=lambda each: (each.report.day, each.report.key), reverse=True)


def _fits(told: Told) -> bool:
    """Whether a report fits the filters of the address."""
    wanted, report = request.args, told.report
    said = report.state if isinstance(report, Report) else "value"
    return all(
        (
            wanted.get("state", "") in ("", said),
            wanted.get("programme") in (None, "", site().cards.work_of(report.about)),
            wanted.get("source") in (None, "", told.source),
            not wanted.get("agency") or wanted["agency"] in {report.reporter, *bodies_of(site().cards, report.about)},
            wanted.get("proof") in (None, "", "1" if report.proof else "0"),
        )
    )


def _row(told: Told) -> dict[str, Any]:
    report, cards = told.report, site().cards
    thing = cards.measures.get(report.about) or cards.indicators.get(report.about) or cards.provisions.get(report.about)
    titles = cards.titles_of(report.about)
    row: dict[str, Any] = {
        "kind": "report" if isinstance(report, Report) else "value",
        "about": report.about,
        "programme": cards.work_of(report.about),
        "number": thing.number if thing else None,
        **{lang: titles.get(lang) for lang in ("kk", "ru", "en")},
        "day": report.day.isoformat(),
        "reporter": report.reporter,
        "proof": report.proof,
        "remark": report.remark,
        "source": told.source,
        "earlier": len(told.earlier),
    }
    if isinstance(report, ReportedValue):
        return row | {"year": report.year, "series": report.series, "value": report.value, "unit": report.unit}
    return row | {"due": report.due, "due_by": told.due_by, "state": report.state}
