"""Linked data: every IRI of the graph opens as a page or as RDF, by what the client accepts."""

from __future__ import annotations

from urllib.parse import urlencode

from flask import Blueprint, Response, abort, redirect, render_template, request
from flask_babel import gettext
from rdflib import RDF, URIRef
from werkzeug.wrappers import Response as Redirect

from kzedu_graph.exports.standards.context import write_jsonld
from kzedu_graph.store.engine.media_types import GRAPHS, parse_accept
from kzedu_graph.vocabulary.places import BASE
from web.display.formatting import page_of
from web.display.ontology_terms import ontology_terms, ontology_version
from web.linked_data.dumps import DUMPED, DUMPS
from web.views.questions import ask_rows, grouped, question
from web.views.site import site

blueprint = Blueprint("linked", __name__)

_HTML = ("text/html", "application/xhtml+xml")


@blueprint.get("/id/<path:path>")
def thing(path: str) -> Redirect | Response:
    """See other: the page about a thing, or its RDF. An address with an ending is the RDF itself."""
    stem, _, ending = path.rpartition(".")
    if path.startswith("graph/") and ending in GRAPHS and BASE + stem in site().store.graphs():
        if stem.removeprefix("graph/") in DUMPED and ending in DUMPS:
            return redirect(f"/data/{path.removeprefix('graph/')}", code=303)
        return redirect(f"/rdf-graph-store?{urlencode({'graph': BASE + stem, 'format': ending})}", code=303)
    if stem and ending == "txt" and BASE + stem in site().cards.editions:
        return _text(BASE + stem)
    if stem and ending in GRAPHS:
        return _rdf(stem, GRAPHS[ending])
    _demand_known(path)
    form = _preferred_form()
    if form is None:
        address = page_of(BASE + path)
        assert address is not None, "an IRI under our base always has a page"
        answer = redirect(address, code=303)
    else:
        answer = redirect(f"/id/{path}.{form}", code=303)
    answer.vary.add("Accept")
    return answer


def _demand_known(path: str) -> None:
    """Answer 404 at once where nothing is said of a thing, nothing points at it, and it is no graph."""
    iri = URIRef(BASE + path)
    if str(iri) in site().store.graphs():
        return
    if not ask_rows(site().store, "thing", thing=iri) and not ask_rows(site().store, "thing-mentions", thing=iri):
        abort(404, description=gettext("Nothing is known of “%(path)s”.", path=path))


def _text(edition: str) -> Response:
    """The words of a text as they were decoded: the offsets of every quote count in them."""
    words = site().texts.get(edition)
    if words is None:
        abort(404, description=gettext("Nothing is known of “%(path)s”.", path=edition))
    response = Response(words.encode(), content_type="text/plain; charset=utf-8")
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@blueprint.get("/ontology")
@blueprint.get("/ontology/<int:major>.<int:minor>.<int:patch>")
def ontology(major: int = 0, minor: int = 0, patch: int = 0) -> Redirect | Response | str:
    """The ontology, and each version that is served: RDF where the client prefers it, else every term as a page."""
    asked = f"{major}.{minor}.{patch}"
    if request.path != "/ontology" and asked != ontology_version():
        abort(404, description=gettext("Nothing is known of “%(path)s”.", path=request.path))
    form = _preferred_form()
    answer: Redirect | Response
    if form is None:
        answer = Response(render_template("ontology.html", terms=ontology_terms(), version=ontology_version()))
    else:
        answer = redirect(f"/data/ontology.{form}", code=303)
    answer.vary.add("Accept")
    return answer


@blueprint.get("/ontology.<any(ttl, nt, jsonld, rdf):form>")
def ontology_file(form: str) -> Redirect:
    """See other: the ontology as RDF, by an ending as every address under /id takes one."""
    return redirect(f"/data/ontology.{form}", code=303)


def _preferred_form() -> str | None:
    """The RDF form that the client prefers to HTML; None where it takes a page at least as gladly."""
    weights = dict(reversed(parse_accept(request.headers.get("Accept", ""))))
    html = max((weights.get(name, 0.0) for name in _HTML), default=0.0)
    best = max(GRAPHS, key=lambda form: weights.get(GRAPHS[form], 0.0))
    weight = weights.get(GRAPHS[best], 0.0)
    return best if weight > html else None


def _rdf(path: str, media_type: str) -> Response:
    iri = URIRef(BASE + path)
    if not ask_rows(site().store, "thing", thing=iri):
        abort(404, description=gettext("Nothing is known of “%(path)s”.", path=path))
    if media_type == GRAPHS["jsonld"]:
        body: str | bytes = write_jsonld(site().store.construct(question("thing-graph"), thing=iri))
    else:
        body = site().store.query(question("thing-graph"), accept=media_type, params={"thing": iri}).body
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    response = Response(body, content_type=media_type + charset)
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Link"] = f'<{iri}>; rel="describes"'
    return response


@blueprint.get("/thing/<path:path>")
def about(path: str) -> str:
    """All that is said of a thing that has no page of its own."""
    iri = BASE + path
    rows = ask_rows(site().store, "thing", thing=URIRef(iri))
    mentions = ask_rows(site().store, "thing-mentions", thing=URIRef(iri))
    if not rows and not mentions:
        abort(404, description=gettext("Nothing is known of “%(path)s”.", path=path))
    facts = {
        property_: list(dict.fromkeys((row["value"], row["value"].lang, row["value"].is_iri) for row in same))
        for property_, same in grouped(rows, "property").items()
    }
    pointing: dict[str, list[str]] = {}
    for row in mentions:
        pointing.setdefault(str(row["property"]), []).append(str(row["subject"]))
    cards = site().cards
    kinds = [str(row["value"]) for row in rows if row["property"] == str(RDF.type)]
    called = next((each for each in (iri, *kinds) if cards.titles_of(each)), iri)
    return render_template("thing.html", iri=iri, path=path, called=called, facts=facts, pointing=pointing, cards=cards)
