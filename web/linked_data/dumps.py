"""The data whole: the page that tells how far it may be trusted and reused, its graphs as files."""

from __future__ import annotations

from io import BytesIO

from flask import Blueprint, Response, render_template, request
from rdflib import URIRef

from kzedu_graph.store.stores import Answer
from kzedu_graph.vocabulary.about.accuracy import read_figures
from kzedu_graph.vocabulary.places import ACCURACY, BASE
from web.views.questions import question
from web.views.site import site, today

blueprint = Blueprint("dumps", __name__)

DUMPED = ("current", "registry", "ontology", "audit", "changes", "run", "reported")
"""The graphs that are files of their own; the graph store gives every graph."""
DUMPS = {
    "ttl": ("text/turtle", "Turtle"),
    "nt": ("application/n-triples", "N-Triples"),
    "jsonld": ("application/ld+json", "JSON-LD"),
    "rdf": ("application/rdf+xml", "RDF/XML"),
}


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
