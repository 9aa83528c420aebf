"""Pages about the whole: the home page, search, findings, data, the ontology, health."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request
from rdflib import URIRef
from werkzeug.wrappers import Response as Redirect

from kzedu_graph.store.stores import Answer, StoreError
from kzedu_graph.vocabulary.about.accuracy import read_figures
from kzedu_graph.vocabulary.places import ACCURACY, BASE
from web.display.as_of import as_of
from web.display.downloads import twin_response
from web.display.formatting import asked_page, page_of, pages_of
from web.display.languages import in_chain
from web.display.naming import kind_name
from web.pages.bodies import counts_by_role
from web.pages.topics import topics_of
from web.views.questions import question
from web.views.read_model import Cards, Finding, Measure, Provision
from web.views.search import where_met
from web.views.site import site, today

blueprint = Blueprint("pages", __name__)

KINDS = ("agency", "measure", "indicator", "provision", "document")
SUGGESTIONS = 8
DUMPED = ("current", "registry", "ontology", "audit", "changes", "run", "reported")
"""The graphs that are files of their own; the graph store gives every graph."""
DUMPS = {
    "ttl": ("text/turtle", "Turtle"),
    "nt": ("application/n-triples", "N-Triples"),
    "jsonld": ("application/ld+json", "JSON-LD"),
    "rdf": ("application/rdf+xml", "RDF/XML"),
}
MOST_OWNING = 10
AT_A_GLANCE = 6


@blueprint.get("/")
def home() -> str:
    """What is in here."""
    cards = site().cards
    measures = as_of().measures()
    years = Counter(year for measure in measures for year in measure.years)
    owners = counts_by_role(measures)
    most = sorted(owners.items(), key=lambda owner: (-owner[1]["all"], owner[0]))[:MOST_OWNING]
    kinds = Counter((finding.severity, finding.code) for finding in cards.findings)
    provisions = as_of().provisions()
    bound = (key for provision in provisions for key in provision.bearers if key in cards.agencies)
    day = as_of().iso
    return render_template(
        "home.html",
        cards=cards,
        counts=_counts(cards, measures, provisions, {*owners, *bound}),
        bound=[] if owners else _most_bound(cards, provisions),
        soon=_soon(measures, day),
        programmes=sorted(cards.programmes.values(), key=lambda each: not as_of().standing(each.key).holds),
        years=sorted(years.items()),
        busiest=max(years.values(), default=0),
        this_year=day[:4],
        owners=[(cards.agencies[key], held) for key, held in most if key in cards.agencies],
        kinds=kinds.most_common(AT_A_GLANCE),
    )


def _most_bound(cards: Cards, provisions: Iterable[Provision]) -> list[tuple[str, str, str, int]]:
    """Who is bound by most provisions, where no plan names anybody: his key, or his name as it is written with its
    language, and how many.
    """
    found: Counter[tuple[str, str, str]] = Counter()
    for provision in provisions:
        keys = [key for key in provision.bearers if key in cards.agencies]
        found.update((key, "", "") for key in keys)
        if not keys and provision.written:
            found["", provision.written, cards.editions[provision.edition].lang] += 1
    most = sorted(found.items(), key=lambda each: (-each[1], each[0]))[:MOST_OWNING]
    return [(*who, count) for who, count in most]


def _soon(measures: Iterable[Measure], day: str) -> list[tuple[str, Measure]]:
    """What is due next from a day on, the nearest first."""
    coming = ((due, measure) for measure in measures if (due := measure.next_due(date.fromisoformat(day))))
    return sorted(coming, key=lambda pair: (pair[0], pair[1].programme, pair[1].seq))[:AT_A_GLANCE]


def _counts(cards: Cards, measures: list[Measure], provisions: list[Provision], bodies: set[str]) -> dict[str, int]:
    shown = [key for key in cards.programmes if as_of().shows(key)]
    return {
        "measures": len(measures),
        "provisions": len(provisions),
        "indicators": sum(each.programme in shown for each in cards.indicators.values()),
        "bodies": len(bodies),
        "programmes": len(shown),
        "texts": len(cards.editions),
        "findings": len(cards.findings),
        "hidden": len(cards.measures) - len(measures),
    }


# ---- search


@blueprint.get("/search")
@blueprint.get("/search.<twin:twin>")
def search(twin: str | None = None) -> str | Response:
    """Bodies, measures and indicators for some words."""
    words = request.args.get("q", "").strip()
    kind = request.args.get("kind")
    if kind is not None and kind not in KINDS:
        abort(400, description=f"kind={kind}: {', '.join(KINDS)}")
    hits = site().catalogue.index.find(words, site().settings.hits, kind, _holds) if words else []
    if twin:
        rows = [
            {
                "kind": hit.kind,
                "iri": hit.iri,
                "page": page_of(hit.iri),
                "label": in_chain(hit.labels)[0],
                "score": hit.score,
            }
            for hit in hits
        ]
        return twin_response(twin, rows, ("kind", "iri", "page", "label", "score"))
    return render_template(
        "search.html",
        words=words,
        hits=hits,
        kind=kind,
        kinds=KINDS,
        cards=site().cards,
        topics=topics_of(words),
        snippet_of=lambda hit: where_met(hit, words, in_chain(hit.labels)[1] or ""),
    )


def _holds(iri: str) -> bool:
    """Whether what a thing lays on somebody is in force on the day; of bodies there is nothing to say."""
    work = site().cards.work_of(iri)
    return work is None or as_of().standing(work).holds


@blueprint.get("/suggest.json")
def suggest() -> Response:
    """The first hits while somebody types."""
    words = request.args.get("q", "").strip()
    hits = site().catalogue.index.find(words, SUGGESTIONS, None, _holds) if words else []
    found = []
    for hit in hits:
        label, lang = in_chain(hit.labels)
        note = " · ".join(part for part in (kind_name(hit.kind), *_whereabouts(hit.iri)) if part)
        found.append({"iri": hit.iri, "page": page_of(hit.iri), "label": label, "lang": lang, "note": note})
    return jsonify(found)


def _whereabouts(iri: str) -> tuple[str, ...]:
    """Number and programme of a thing that has them."""
    cards = site().cards
    thing = cards.measures.get(iri) or cards.indicators.get(iri)
    return (f"№ {thing.number}", thing.programme) if thing else ()


# ---- findings


@blueprint.get("/findings")
@blueprint.get("/findings.<twin:twin>")
def findings(twin: str | None = None) -> str | Response:
    """What an auditor would ask about, by kind and severity."""
    cards = site().cards
    _refuse_unknown(cards)
    found = [finding for finding in cards.findings if _chosen(finding)]
    if twin:
        return twin_response(twin, [_finding_row(finding) for finding in found], _FINDING_COLUMNS)
    size = site().settings.rows
    page = asked_page(len(found), size)
    shown = found[(page - 1) * size : page * size]
    return render_template(
        "findings.html",
        cards=cards,
        kinds=_kinds(cards),
        total=len(found),
        shown=shown,
        page=page,
        pages=pages_of(len(found), size),
        focus_of=_focus,
    )


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of finding: how many there are, how many things were in order (None where nobody counts)."""

    code: str
    severity: str
    count: int
    fine: int | None


def _kinds(cards: Cards) -> list[_Kind]:
    """Every kind with findings, and every rule that looked at something; most findings first."""
    severity = {finding.code: finding.severity for finding in cards.findings}
    counts = Counter(finding.code for finding in cards.findings)
    codes = {*counts, *(code for code in cards.rules if cards.fine.get(code))}
    found = [_Kind(code, severity.get(code, ""), counts[code], cards.fine.get(code)) for code in codes]
    return sorted(found, key=lambda kind: (-kind.count, -(kind.fine or 0), kind.code))


_FINDING_COLUMNS = ("id", "code", "severity", "focus", "message", "edition", "evidence", "words")


def _chosen(finding: Finding) -> bool:
    wanted = request.args
    return all(
        (
            wanted.get("code") in (None, "", finding.code),
            wanted.get("severity") in (None, "", finding.severity),
            wanted.get("edition") in (None, "", finding.edition),
            wanted.get("focus") in (None, "", finding.focus, *finding.concerned),
        )
    )


def _refuse_unknown(cards: Cards) -> None:
    """400 for a kind or a severity that no finding has and no rule is called by."""
    known = {
        "code": {*(finding.code for finding in cards.findings), *cards.rules},
        "severity": {"error", "warning", "info"},
        "edition": set(cards.editions),
    }
    for name, values in known.items():
        asked = request.args.get(name, "")
        if asked and asked not in values:
            abort(400, description=f"{name}={asked}: {', '.join(sorted(values))}")


def _focus(finding: Finding) -> str | None:
    return page_of(finding.focus) if finding.focus.startswith(BASE) else None


def _finding_row(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.iri,
        "code": finding.code,
        "severity": finding.severity,
        "focus": finding.focus,
        "message": in_chain(finding.messages)[0],
        "edition": finding.edition,
        "evidence": [{"start": start, "end": end} for start, end in finding.spans],
        "words": list(finding.words),
    }


# ---- data


@blueprint.get("/data")
def data() -> str:
    """May I trust and reuse it?"""
    cards = site().cards
    graphs = sorted(site().store.graphs().items())
    return render_template(
        "data.html",
        cards=cards,
        graphs=graphs,
        version=cards.version,
        dumps=DUMPS,
        today=today(),
        accuracy=read_figures(ACCURACY),
    )


@blueprint.get(
    "/data/<any(current, registry, ontology, audit, changes, run, reported):name>.<any(ttl, nt, jsonld, rdf):form>"
)
def dump(name: str, form: str) -> Response:
    """One of the graphs whole, as a file."""
    store = site().store
    answer: Answer = store.query(
        question("dump"), accept=DUMPS[form][0], params={"graph": URIRef(f"{BASE}graph/{name}")}
    )
    response = Response(answer.body, content_type=answer.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="kzedu-{name}.{form}"'
    response.set_etag(f"{site().cards.version}-{name}-{form}")
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cache-Control"] = "no-cache"
    # what a client has already, or the rest of what it has a part of (RFC 9110, sections 13 and 14)
    response.make_conditional(request, accept_ranges=True, complete_length=len(answer.data))
    return response


@blueprint.get("/data/all.<any(nq, trig):form>")
def whole(form: str) -> Response:
    """The whole dataset with its named graphs, as one file."""
    out = BytesIO()
    site().store.dump(form, out)
    response = Response(out.getvalue(), content_type={"nq": "application/n-quads", "trig": "application/trig"}[form])
    response.headers["Content-Disposition"] = f'attachment; filename="kzedu.{form}"'
    response.set_etag(f"{site().cards.version}-all-{form}")
    return response


@blueprint.get("/favicon.ico")
def favicon() -> Redirect:
    """Browsers ask for this address whatever the page says."""
    return redirect("/static/mark.svg", code=301)


@blueprint.get("/healthz")
def health() -> tuple[dict[str, Any], int]:
    """Whether the explorer can answer, for whoever watches over it."""
    try:
        version = site().store.version
        measures = len(site().cards.measures)
    except StoreError as error:
        return {"status": "unavailable", "reason": str(error)}, 503
    return {"status": "ok", "build": version, "measures": measures, "time": datetime.now(UTC).isoformat()}, 200
