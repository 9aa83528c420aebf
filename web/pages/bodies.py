"""Pages about bodies: the list of all, what one owes, and who owns what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import gettext
from rdflib import URIRef

from kzedu_graph.registry.topics import load_scheme
from web.display.as_of import as_of
from web.display.diagrams import Wheel, wheel
from web.display.downloads import twin_response
from web.display.formatting import page_of
from web.display.languages import data_language, in_chain
from web.display.naming import party_title
from web.pages.changes import altered
from web.pages.due import asked_for, months_of, of_programme, refuse_unknown
from web.views.questions import Row, ask_rows, grouped, labels_of, values_of
from web.views.read_model import ROLES, Agency, Cards, Duty, Edition, Indicator, Measure, Succession, natural
from web.views.reported import progress_of
from web.views.site import site, today

blueprint = Blueprint("bodies", __name__)

MOST_PARTNERS = 20
MOST_PROVISIONS = 12
MOST_MENTIONS = 12


def counts_by_role(measures: Iterable[Measure]) -> dict[str, Counter[str]]:
    """Per body: measures in all and by the strongest role held in each."""
    held: dict[str, Counter[str]] = {}
    for measure in measures:
        for agency in measure.agencies():
            held.setdefault(agency, Counter()).update(["all", measure.roles_of(agency)[0]])
    return held


@blueprint.get("/agencies")
@blueprint.get("/agencies.<twin:twin>")
def agencies(twin: str | None = None) -> str | Response:
    """Every body with the number of its measures by role."""
    cards = site().cards
    held = counts_by_role(as_of().measures())
    kind, everyone = request.args.get("kind"), request.args.get("all") == "1"
    shown = [
        agency
        for agency in cards.agencies.values()
        if (everyone or agency.key in held) and kind in (None, "", agency.kind)
    ]
    if kind and kind not in {each.kind for each in cards.agencies.values()}:
        abort(400, description=f"kind={kind}: {', '.join(sorted({each.kind for each in cards.agencies.values()}))}")
    sort = request.args.get("sort", "all")
    if sort == "name":
        shown.sort(key=lambda agency: in_chain(agency.labels)[0].strip('«"“').casefold())
    elif sort in ("all", *ROLES):
        shown.sort(key=lambda agency: (-held.get(agency.key, Counter())[sort], agency.key))
    else:
        abort(400, description=f"sort={sort}: {', '.join(('name', 'all', *ROLES))}")
    if twin:
        rows = [_agency_row(agency, held.get(agency.key, Counter())) for agency in shown]
        return twin_response(twin, rows, _AGENCY_COLUMNS)
    kinds = Counter(agency.kind for agency in cards.agencies.values() if everyone or agency.key in held)
    return render_template(
        "agencies.html",
        cards=cards,
        shown=shown,
        held=held,
        kinds=kinds,
        kind=kind,
        sort=sort,
        everyone=everyone,
        greatest=max((counts["all"] for counts in held.values()), default=0),
    )


_AGENCY_COLUMNS = ("key", "id", "kind", "kk", "ru", "en", "short", "lead", "co", "agreement", "measures")


def _agency_row(agency: Agency, held: Counter[str]) -> dict[str, Any]:
    return {
        "key": agency.key,
        "id": agency.iri,
        "kind": agency.kind,
        **{lang: agency.labels.get(lang) for lang in ("kk", "ru", "en")},
        "short": [label for several in agency.short.values() for label in several],
        **{role: held[role] for role in ROLES},
        "measures": held["all"],
    }


@blueprint.get("/agency/<key>")
@blueprint.get("/agency/<key>.<twin:twin>")
def agency(key: str, twin: str | None = None) -> str | Response:
    """What a body owes."""
    cards = site().cards
    body = cards.agencies.get(key)
    if body is None:
        abort(404, description=gettext("There is no body with the key “%(key)s”.", key=key))
    refuse_unknown(cards)
    named_in = cards.measures_of(key)
    everything = [measure for measure in named_in if as_of().shows(measure.programme)]
    chosen = [measure for measure in everything if asked_for(cards, measure, key)]
    sort = request.args.get("sort", "plan")
    if sort == "due":
        chosen.sort(key=lambda measure: (measure.next_due(today()) or (measure.due or ("9999",))[-1], measure.seq))
    elif sort != "plan":
        abort(400, description=f"sort={sort}: plan, due")
    if twin:
        return twin_response(twin, [_measure_row(measure, key) for measure in chosen], _MEASURE_COLUMNS)
    due_months = months_of(chosen)
    partners = _partners(everything, key)
    return render_template(
        "agency.html",
        agency=body,
        cards=cards,
        chosen=chosen,
        everything=everything,
        hidden=len(named_in) - len(everything),
        by_role={role: [each for each in chosen if each.roles_of(key)[0] == role] for role in ROLES},
        totals=Counter(measure.roles_of(key)[0] for measure in everything),
        years=sorted(Counter(year for measure in everything for year in measure.years).items()),
        programmes=[cards.programmes[name] for name in sorted({measure.programme for measure in everything})],
        facets=_facets(cards, everything),
        topics=load_scheme().topics,
        served=_served(cards, chosen),
        sort=sort,
        calendar=_calendar(chosen),
        before=_told_once(each for each in cards.successions if each.after == key),
        after=_told_once(each for each in cards.successions if each.before == key),
        partners=partners,
        controllers=_controllers(cards, everything),
        reports=_reports(body),
        findings=_findings(cards, everything, body),
        today=today().isoformat(),
        provisions=[each for each in as_of().provisions() if key in each.bearers],
        most_provisions=MOST_PROVISIONS,
        altered=altered(cards.changes_of(key)),
        mentions=_mentions(cards, body),
        most_mentions=MOST_MENTIONS,
        around=_around(partners),
        progress=progress_of(chosen, cards.reported, as_of().day, cards.lives),
        due_months=due_months,
        month_years=sorted({month[:4] for month in due_months}),
        greatest=max(due_months.values(), default=0),
        group=cards.groups.get(request.args.get("group", "")),
    )


_MEASURE_COLUMNS = (
    "id",
    "programme",
    "number",
    "role",
    "kk",
    "ru",
    "en",
    "deadline",
    "due",
    "recurrence",
    "bodies",
    "parties",
)


def _measure_row(measure: Measure, agency: str) -> dict[str, Any]:
    return {
        "id": measure.iri,
        "programme": measure.programme,
        "number": measure.number,
        "role": list(measure.roles_of(agency)),
        **{lang: measure.labels.get(lang) for lang in ("kk", "ru", "en")},
        "deadline": in_chain(measure.written)[0],
        "due": list(measure.due),
        "recurrence": measure.recurrence,
        "bodies": list(measure.agencies()),
        "parties": measure.words_of_parties(),
    }


def _calendar(measures: list[Measure]) -> list[tuple[str, list[Measure]]]:
    """The days on which something is due, in order, each with its measures."""
    days: dict[str, list[Measure]] = {}
    for measure in measures:
        for day in measure.due:
            days.setdefault(day, []).append(measure)
    return sorted(days.items())


def _told_once(successions: Iterable[Succession]) -> list[Succession]:
    """Each body that took over on a day once, though several events of the registry may say so."""
    return list({(each.before, each.after, each.date): each for each in successions}.values())


def _facets(cards: Cards, measures: list[Measure]) -> dict[str, list[tuple[str, int]]]:
    """How many measures each programme, kind of proof and topic has: what the filters offer, most first."""
    counts = {
        "programme": Counter(measure.programme for measure in measures),
        "proof": Counter(kind for measure in measures for kind in cards.proofs.get(measure.iri, ())),
        "topic": Counter(key for measure in measures for key in cards.topics.get(measure.iri, ())),
    }
    return {name: sorted(found.items(), key=lambda pair: (-pair[1], pair[0])) for name, found in counts.items()}


def _served(cards: Cards, measures: list[Measure]) -> list[tuple[Indicator, int]]:
    """The indicators that depend on measures, with how many of these serve each, in the order of the plans."""
    counts = Counter(iri for measure in measures for iri in measure.indicators)
    return [(indicator, counts[iri]) for iri, indicator in cards.indicators.items() if iri in counts]


def _controllers(cards: Cards, measures: list[Measure]) -> dict[str, list[str]]:
    """Who controls the programmes that bind a body: each controller with the programmes, as these say it."""
    found: dict[str, list[str]] = {}
    for programme in sorted({measure.programme for measure in measures} & cards.programmes.keys()):
        for iri in cards.programmes[programme].facts.get("controller", ()):
            found.setdefault(iri.rpartition("/")[2], []).append(programme)
    return found


def _partners(measures: list[Measure], key: str) -> list[tuple[Duty, int]]:
    """Whoever stands in most measures with a body, with the number of measures in common."""
    others = [party for measure in measures for party in measure.parties() if party.agency != key]
    counts, named = Counter(party.party for party in others), {party.party: party for party in others}
    found = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(named[other], count) for other, count in found][:MOST_PARTNERS]


def _reports(body: Agency) -> dict[str, list[dict[str, Any]]]:
    """Who gives the body a deliverable, and to whom it gives one: by other body, with the measures."""
    rows = ask_rows(site().store, "agency-reports", agency=URIRef(body.iri))
    found: dict[str, list[dict[str, Any]]] = {"in": [], "out": []}
    for direction, same in grouped(rows, "direction").items():
        for other, lines in grouped(same, "other").items():
            found[direction].append(
                {"other": str(other), "measures": values_of(lines, "measure"), "labels": labels_of(lines)}
            )
        found[direction].sort(key=lambda line: -len(line["measures"]))
    return found


def _mentions(cards: Cards, body: Agency) -> dict[Edition, list[Row]]:
    """Where the texts name a body outside the cells of responsible bodies, text by text."""
    rows = ask_rows(site().store, "agency-mentions", agency=URIRef(body.iri))
    return {
        cards.editions[edition]: same for edition, same in grouped(rows, "edition").items() if edition in cards.editions
    }


def _around(partners: list[tuple[Duty, int]]) -> Wheel | None:
    """The co-executors as a picture: the body in the middle, the more measures in common the thicker the line."""
    return wheel([(_short_name(partner), page_of(partner.party) or "", count) for partner, count in partners])


def _short_name(party: Duty) -> str:
    agency = site().cards.agencies.get(party.agency or "")
    short = agency.short.get(data_language()) if agency else None
    return short[0] if short else party_title(party)[0]


def _findings(cards: Cards, measures: list[Measure], body: Agency) -> list[Any]:
    """What is noted about a body and its measures, each finding once however many of them it is about."""
    found = list(cards.findings_by_focus.get(body.iri, []))
    for measure in measures:
        found += cards.findings_about(measure.iri, "measure", measure.number, measure.programme)
    return list({finding.iri: finding for finding in found}.values())


# ---- the matrix


@blueprint.get("/matrix")
@blueprint.get("/matrix.<twin:twin>")
def matrix(twin: str | None = None) -> str | Response:
    """Who owns what: bodies by years or by headings of a plan, measures counted."""
    cards = site().cards
    by = request.args.get("by", "year")
    role = request.args.get("role", "all")
    programme = request.args.get("programme") or None
    if by not in ("year", "group"):
        abort(400, description=f"by={by}: year, group")
    if role not in ("all", "bound", *ROLES):
        abort(400, description=f"role={role}: all, bound, {', '.join(ROLES)}")
    if programme is not None and programme not in cards.programmes:
        abort(404, description=gettext("There is no programme with the key “%(key)s”.", key=programme))
    if by == "group" and programme is None:
        programme = next(
            iter(each for each in cards.programmes if as_of().shows(each)), next(iter(cards.programmes), None)
        )
    measures = of_programme(programme)
    cells, totals = _cells(cards, measures, by, role)
    columns = sorted({column for row in cells.values() for column in row}, key=natural)
    if by == "group":
        columns = [iri for iri in cards.groups if iri in columns]
    order = sorted(cells, key=lambda key: (-totals[key], key))
    if twin:
        rows = [{"agency": key, "total": totals[key], **cells[key]} for key in order]
        return twin_response(twin, rows, ("agency", "total", *columns))
    return render_template(
        "matrix.html",
        cards=cards,
        by=by,
        role=role,
        programme=programme,
        columns=columns,
        order=order,
        parties={party.agency or party.party: party for measure in measures for party in measure.parties()},
        cells=cells,
        totals=totals,
        greatest=max((count for row in cells.values() for count in row.values()), default=0),
    )


def _cells(cards: Cards, measures: list[Measure], by: str, role: str) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Counts by party and column, and each party's total: a measure counts once a party, in each of its columns.

    A body stands under its key, whoever is none under an IRI.
    """
    cells: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for measure in measures:
        columns = measure.years if by == "year" else tuple(each.iri for each in cards.chain_above(measure.above)[-1:])
        for party in measure.parties():
            key, held = party.agency or party.party, measure.roles_of(party.party)
            if role == "all" or role in held or (role == "bound" and held[0] != "agreement"):
                cells.setdefault(key, Counter()).update(columns)
                totals[key] += 1
    return cells, totals
