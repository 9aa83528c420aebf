"""The graph as a picture and as a list: neighbours, responsibility chains, the way between two things."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, render_template, request
from flask_babel import gettext

from kzedu_graph.vocabulary.places import BASE
from web.display.as_of import as_of
from web.display.downloads import svg_response
from web.display.flow import Stream, flow, gather
from web.display.formatting import page_of
from web.display.languages import data_language, in_chain
from web.display.naming import kind_name, role_name
from web.kept_pages import kept_by_referrer
from web.views.network import Tie, kind_of
from web.views.read_model import Measure
from web.views.responsibility import chain_ties
from web.views.site import site

blueprint = Blueprint("walk", __name__)

MOST_LISTED = 150
_PAGES = {
    "agency": "agency",
    "measure": "measure",
    "indicator": "indicator",
    "provision": "provision",
    "programme": "document",
}
"""Pages of things by the first part of their addresses, with the kind that their IRIs name."""

_SHORT_NAME = 24
"""Letters of a name in a crowded picture, of what has no abbreviation."""


@blueprint.get("/graph")
def graph() -> str:
    """Start anywhere; without script the neighbours are a list whose entries can be followed."""
    iri, start, end = (request.args.get(name, "") for name in ("iri", "from", "to"))
    show = request.args.get("show", "neighbours")
    if show not in ("neighbours", "chain"):
        abort(400, description=f"show={show}: neighbours, chain")
    for each in (iri, start, end):
        if each:
            _known(each)
    network = site().catalogue.network
    if start and end:
        ties = network.way(start, end)
    elif iri:
        ties = chain_ties(site().catalogue.chains, iri) if show == "chain" else network.neighbours(iri)
    else:
        iri = _came_from() or _largest()
        ties = network.neighbours(iri)
    return render_template(
        "graph.html",
        iri=iri,
        start=start,
        end=end,
        show=show,
        ties=ties[:MOST_LISTED],
        total=len(ties),
        thing=_thing,
        tie_name=tie_name,
        island_words=_words(),
        programmes=[each for each in site().cards.programmes.values() if as_of().shows(each.key)],
    )


@blueprint.get("/programme/<key>/flow")
@blueprint.get("/programme/<key>/flow.<any(svg):form>")
def programme_flow(key: str, form: str | None = None) -> str | Response:
    """From the headings of a programme through its indicators to the bodies that lead, as a page or as a picture."""
    cards = site().cards
    work = cards.programmes.get(key)
    if work is None:
        abort(404, description=gettext("There is no programme with the key “%(key)s”.", key=key))
    rest = gettext("others")
    streams = _streams([each for each in cards.measures.values() if each.programme == key])
    names = {stop: _stop_name(stop) for stream in streams for stop in stream.stops}
    order = [*cards.groups, *cards.indicators]
    drawing = flow(gather(streams, rest), names, order)
    title = gettext("From headings to bodies: %(programme)s", programme=in_chain(work.titles)[0])
    if form:
        if drawing is None:
            abort(404, description=gettext("No measure fits this choice."))
        return svg_response("flow.svg", cards=cards, title=title, drawing=drawing, kind_of=kind_of)
    return render_template(
        "flow.html",
        programme=work,
        cards=cards,
        title=title,
        drawing=drawing,
        kind_of=kind_of,
        rows=Counter(stream.stops for stream in streams).most_common(),
        names=names,
    )


def _streams(measures: list[Measure]) -> list[Stream]:
    """A stream for each indicator and each leading body of each measure; what is missing is said in its place."""
    cards = site().cards
    nothing = gettext("no heading"), gettext("no indicator"), gettext("no body is bound first")
    streams = []
    for measure in measures:
        above = cards.chain_above(measure.above)
        head = above[0].iri if above else nothing[0]
        served = [each for each in measure.indicators if each in cards.indicators] or [nothing[1]]
        leads = [party.party for party in measure.parties("lead")]
        streams += [Stream((head, each, lead)) for each in served for lead in leads or [nothing[2]]]
    return streams


def _stop_name(stop: str) -> str:
    """A heading and an indicator by number and name, a body by its abbreviation where it has one."""
    cards = site().cards
    thing = cards.groups.get(stop) or cards.indicators.get(stop)
    label = in_chain(cards.titles_of(stop))[0] or stop
    return f"{thing.number}. {label}" if thing else _abbreviation(stop) or label


@blueprint.get("/graph/neighbours.json")
def neighbours() -> dict[str, Any]:
    """A thing with all that is tied to it."""
    iri = _asked("iri")
    return _part(site().catalogue.network.neighbours(iri), [iri])


@blueprint.get("/graph/chain.json")
def chain() -> dict[str, Any]:
    """The responsibility chain through a thing."""
    iri = _asked("iri")
    return _part(chain_ties(site().catalogue.chains, iri), [iri])


@blueprint.get("/graph/path.json")
def path() -> dict[str, Any]:
    """A shortest way between two things; nothing where there is none."""
    start, end = _asked("from"), _asked("to")
    return _part(site().catalogue.network.way(start, end), [start] if start == end else [])


def _asked(name: str) -> str:
    return _known(request.args.get(name, ""))


def _known(iri: str) -> str:
    """The IRI, which must be one of a thing in the network; 404 otherwise."""
    if not site().catalogue.network.neighbours(iri) and not site().cards.titles_of(iri):
        abort(404, description=gettext("Nothing is known of “%(path)s”.", path=iri))
    return iri


def _came_from() -> str:
    """The thing whose page led here, empty where it was none of ours or none of the network."""
    kept_by_referrer()  # whoever comes from elsewhere begins elsewhere
    here, there = urlsplit(request.url), urlsplit(request.referrer or "")
    kind, _, key = there.path.strip("/").partition("/")
    if there.netloc != here.netloc or kind not in _PAGES:
        return ""
    iri = f"{BASE}{_PAGES[kind]}/{key}"
    return iri if site().catalogue.network.neighbours(iri) else ""


def _largest() -> str:
    """Where a reader without a wish begins: the programme in force with most measures."""
    measures = as_of().measures() or site().cards.measures.values()
    sizes = Counter(measure.programme for measure in measures)
    return next((f"{BASE}document/{key}" for key, _ in sizes.most_common(1)), "")


def _part(ties: Iterable[Tie], alone: list[str]) -> dict[str, Any]:
    held = list(ties)
    # a word is looked up once, not once a thing: a plan has a thousand
    kinds = {kind: tie_name(kind) for kind in {tie.kind for tie in held}}
    nodes = dict.fromkeys([*alone, *(iri for tie in held for iri in (tie.source, tie.target))])
    return {
        "nodes": [_thing(iri) for iri in nodes],
        "edges": [
            {"source": tie.source, "target": tie.target, "kind": tie.kind, "name": kinds[tie.kind]} for tie in held
        ],
    }


def _thing(iri: str) -> dict[str, Any]:
    cards = site().cards
    agency = cards.agencies.get(iri.removeprefix(BASE + "agency/"))
    label, lang = in_chain(agency.titles if agency else cards.titles_of(iri))
    number = getattr(cards.measures.get(iri) or cards.indicators.get(iri) or cards.groups.get(iri), "number", "")
    name = label or iri.removeprefix(BASE)
    kind = kind_of(iri)
    return {
        "iri": iri,
        "label": f"№ {number} {name}" if number else name,
        "lang": lang,
        "kind": kind,
        "kind_name": kind_name(kind),
        "page": page_of(iri),
        "mark": f"№ {number}" if number else _abbreviation(iri) or textwrap.shorten(name, _SHORT_NAME, placeholder="…"),
        "degree": len(site().catalogue.network.neighbours(iri)),
    }


def _abbreviation(iri: str) -> str:
    """The short name of a body in the language of the data, empty where it has none."""
    agency = site().cards.agencies.get(iri.removeprefix(BASE + "agency/"))
    return next(iter(agency.short.get(data_language(), ())), "") if agency else ""


def tie_name(kind: str) -> str:
    """What ties two things, read from the source to the target; raises KeyError for an unknown kind."""
    names = {
        "serves": gettext("serves"),
        "part": gettext("part of"),
        "recipient": gettext("handed in to"),
        "bearer": gettext("lays on"),
        "parent": gettext("belongs to"),
        "successor": gettext("successor"),
        "developer": gettext("developer"),
        "implementer": gettext("answers for implementation"),
        "controller": gettext("control of execution"),
        "holds": gettext("holds"),
        "served-by": gettext("served by"),
        "controlled-by": gettext("controlled by"),
        "reported-to": gettext("reported to"),
        "reports-to": gettext("reports to"),
        "succeeded-by": gettext("succeeded by"),
    }
    return str(names[kind]) if kind in names else role_name(kind)


def _words() -> dict[str, str]:
    """The words of the picture in the reader's language."""
    return {
        "shown": gettext("Shown: things {nodes}, ties {edges}"),
        "no way": gettext("No way leads from one to the other."),
        "fold": gettext("Collapse"),
        "unfold": gettext("Expand"),
        "chain": gettext("Chain"),
        "page": gettext("Open its page"),
        "degree": gettext("ties: {count}"),
        "force": gettext("free"),
        "layers": gettext("in layers"),
        "layout": gettext("Layout"),
        "kinds": gettext("Kinds shown"),
        "fit": gettext("Show all of it"),
    }
