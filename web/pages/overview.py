"""Pages about the whole: the home page and search; and what answers whoever watches over the explorer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request
from werkzeug.wrappers import Response as Redirect

from kzedu_graph.store.stores import StoreError
from web.display.as_of import as_of
from web.display.downloads import twin_response
from web.display.formatting import page_of
from web.display.languages import in_chain
from web.display.naming import kind_name
from web.pages.bodies import counts_by_role
from web.pages.topics import topics_of
from web.views.read_model import Cards, Measure, Provision
from web.views.search import where_met
from web.views.site import site

blueprint = Blueprint("pages", __name__)

KINDS = ("agency", "measure", "indicator", "provision", "document")
SUGGESTIONS = 8
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
