"""What people say was done: no words of a text, so each answer says whose they are and gives no quote."""

from __future__ import annotations

from collections.abc import Iterable

from kzedu_graph.reported.records import STATES, AnyReport, Report
from kzedu_graph.vocabulary.iris import path_of
from kzedu_graph.vocabulary.places import BASE
from web.assistants.citing import Citing, Fields, page_of_rows, plain
from web.assistants.finding import LookupRefused, find_body
from web.views.reported import Told, as_said, bodies_of

NOTICE = "What people report, beside the plan: whoever reports answers for it. Where nobody reports nothing is known."


def reports(see: Citing, about: str | None, body: str | None, state: str | None, limit: int, offset: int) -> Fields:
    """Reports of today on a measure, an indicator or a programme, or on what lies on a body; the newest first."""
    if state not in (None, *STATES):
        raise LookupRefused(f"state={state}: one of {', '.join(STATES)}")
    key = find_body(see, body) if body else None
    everything = as_said(see.cards.reported.everything(), see.today)
    chosen = [
        told
        for told in everything
        if (about is None or _is_about(see, told.report, about))
        and (key is None or key in {told.report.reporter, *bodies_of(see.cards, told.report.about)})
        and (state is None or (isinstance(told.report, Report) and told.report.state == state))
    ]
    shown, rest = page_of_rows(chosen, limit, offset)
    return {"reported_by_people": NOTICE, "results": told_reports(see, shown), **rest}


def _is_about(see: Citing, report: AnyReport, about: str) -> bool:
    return about in (report.about, path_of(report.about), see.cards.work_of(report.about)) or (
        report.about == f"{BASE}measure/{about}"
    )


def told_reports(see: Citing, told: Iterable[Told]) -> list[Fields]:
    """Reports as an assistant is told of them."""
    return [
        plain(
            {
                "about": each.report.about,
                **see.name(see.cards.titles_of(each.report.about)),
                **_said(each),
                "reported_on": each.report.day.isoformat(),
                "reporter": each.report.reporter,
                "proof": each.report.proof,
                "remark": each.report.remark,
                "source": each.source,
                "corrected": len(each.earlier) or None,
                "page": see.page(each.report.about),
            }
        )
        for each in told
    ]


def _said(told: Told) -> Fields:
    report = told.report
    if isinstance(report, Report):
        return {"due": report.due, "due_by": told.due_by, "state": report.state}
    return {"year": report.year, "series": report.series, "value": report.value, "unit": report.unit}
