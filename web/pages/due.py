"""What is due when: months by years, the measures of a month, and calendars for other programs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import gettext

from kzedu_graph.model.periods import first_day
from kzedu_graph.registry.topics import load_scheme
from web.display.as_of import as_of
from web.display.downloads import svg_response, twin_response
from web.display.languages import in_chain
from web.display.timeline import time_line
from web.views.read_model import ROLES, Cards, Measure
from web.views.site import site, today

blueprint = Blueprint("due", __name__)

_MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_LONGEST = 400
"""Characters of the values that an error lists."""
_YEAR = re.compile(r"\d{4}")
_COLUMNS = ("due", "id", "programme", "number", "kk", "ru", "en", "deadline", "lead", "bodies", "parties")


@blueprint.get("/due")
@blueprint.get("/due.<twin:twin>")
def due(twin: str | None = None) -> str | Response:
    """Months by years with the number of measures due; one month or year as a list."""
    cards = site().cards
    month = asked_month()
    programme = request.args.get("programme") or None
    if programme is not None and programme not in cards.programmes:
        abort(404, description=gettext("There is no programme with the key “%(key)s”.", key=programme))
    measures = of_programme(programme)
    listed = sorted(
        ((day, measure) for measure in measures for day in due_in(measure, month) if month),
        key=lambda pair: (pair[0], pair[1].programme, pair[1].seq),
    )
    if twin:
        chosen = listed or sorted(
            ((day, measure) for measure in measures for day in measure.due if not month),
            key=lambda pair: (pair[0], pair[1].programme, pair[1].seq),
        )
        return twin_response(twin, [_row(day, measure) for day, measure in chosen], _COLUMNS)
    counts = months_of(measures)
    years = sorted({key[:4] for key in counts})
    return render_template(
        "due.html",
        cards=cards,
        month=month,
        programme=programme,
        listed=listed,
        counts=counts,
        years=years,
        totals=Counter(year for measure in measures for year in measure.years),
        greatest=max(counts.values(), default=0),
        this_month=today().isoformat()[:7],
        today=as_of().iso,
    )


@blueprint.get("/programme/<key>/timeline")
@blueprint.get("/programme/<key>/timeline.<any(svg):form>")
def timeline(key: str, form: str | None = None) -> str | Response:
    """One bar a measure of a programme up to its last due day, as a page or as a picture."""
    cards = site().cards
    work = cards.programmes.get(key)
    if work is None:
        abort(404, description=gettext("There is no programme with the key “%(key)s”.", key=key))
    period = cards.life_of(key).period
    begins = first_day(period) if period else None
    line = time_line((each for each in cards.measures.values() if each.programme == key), begins, as_of().day)
    title = gettext("Time line: %(programme)s", programme=in_chain(work.titles)[0])
    if form:
        if line is None:
            abort(404, description=gettext("No measure has a dated deadline."))
        return svg_response("timeline.svg", title=title, line=line, today=as_of().iso)
    return render_template(
        "timeline.html", programme=work, cards=cards, title=title, line=line, today=as_of().iso, key=key
    )


def asked_month() -> str:
    """The month or year that is asked for, empty for all of them; 400 for what is neither."""
    month = request.args.get("month", "")
    if month and not _MONTH.fullmatch(month):
        abort(400, description=f"month={month}: 2025-12, 2025")
    return month


def due_in(measure: Measure, month: str) -> list[str]:
    """The due days of a measure in a month or a year; all of them for no month."""
    return [day for day in measure.due if day.startswith(month)]


def of_programme(programme: str | None) -> list[Measure]:
    """The measures in force on the day, or all of one programme where one is asked for by name."""
    if programme is None:
        return as_of().measures()
    return [each for each in site().cards.measures.values() if each.programme == programme]


def asked_for(cards: Cards, measure: Measure, agency: str) -> bool:
    """Whether a measure of a body fits the filters of the address; 400 for a role or a year that is none."""
    wanted = request.args
    role = wanted.get("role")
    if role and role not in (*ROLES, "bound"):
        abort(400, description=f"role={role}: {', '.join((*ROLES, 'bound'))}")
    year = wanted.get("year", "")
    if year and not _YEAR.fullmatch(year):
        abort(400, description=f"year={year}: 2025")
    held = measure.roles_of(agency)
    return all(
        (
            wanted.get("programme") in (None, "", measure.programme),
            not wanted.get("proof") or wanted["proof"] in cards.proofs.get(measure.iri, ()),
            not wanted.get("topic") or wanted["topic"] in cards.topics.get(measure.iri, ()),
            not wanted.get("year") or wanted["year"] in measure.years,
            wanted.get("reported") in (None, "", "1" if measure.iri in cards.reported.duties else "0"),
            not role or role in held or (role == "bound" and held[0] != "agreement"),
            not wanted.get("group") or wanted["group"] in (group.iri for group in cards.chain_above(measure.above)),
        )
    )


def refuse_unknown(cards: Cards) -> None:
    """400 for a programme, topic, proof or heading that is none: a filter that finds nothing looks like an answer."""
    known: dict[str, Collection[str]] = {
        "programme": cards.programmes,
        "topic": load_scheme().topics,
        "proof": {kind for kinds in cards.proofs.values() for kind in kinds},
        "group": cards.groups,
        "reported": ("0", "1"),
    }
    for name, values in known.items():
        asked = request.args.get(name, "")
        if asked and asked not in values:
            abort(400, description=f"{name}={asked}: {', '.join(sorted(values))[:_LONGEST]}")


def months_of(measures: Iterable[Measure]) -> Counter[str]:
    """The number of measures due in each month: a measure counts once in a month."""
    return Counter(month for measure in measures for month in {day[:7] for day in measure.due})


def _row(day: str, measure: Measure) -> dict[str, Any]:
    return {
        "due": day,
        "id": measure.iri,
        "programme": measure.programme,
        "number": measure.number,
        **{lang: measure.labels.get(lang) for lang in ("kk", "ru", "en")},
        "deadline": in_chain(measure.written)[0],
        "lead": list(measure.agencies("lead")),
        "bodies": list(measure.agencies()),
        "parties": measure.words_of_parties(),
    }
