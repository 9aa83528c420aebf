"""What the query editor asks of the server: the graph's own schema, names of things, an answer as a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Blueprint, Response, abort, current_app, request
from flask_babel import gettext

from kzedu_graph.store.engine.media_types import GRAPHS, RESULTS
from kzedu_graph.store.engine.query_text import read_query
from kzedu_graph.store.gallery import load_gallery
from kzedu_graph.store.stores import QueryError, StoreError
from kzedu_graph.vocabulary.iris import PREFIXES
from web.display.downloads import twin_response
from web.display.formatting import page_of
from web.display.languages import in_chain
from web.display.query_errors import explain
from web.endpoint.problems import problem_of
from web.views.questions import ask_rows, grouped, read_rows, values_of
from web.views.site import site

blueprint = Blueprint("workbench", __name__)

MOST_LABELS = 100


def editor_words() -> dict[str, str]:
    """The words of the editor in the reader's language."""
    return {
        "tabs": gettext("Queries"),
        "tab": gettext("Query {number}"),
        "query": gettext("Query"),
        "run": gettext("Run"),
        "share": gettext("Copy the link"),
        "copied": gettext("The link is copied."),
        "new": gettext("New query"),
        "close": gettext("Close this query"),
        "history": gettext("Earlier queries"),
        "running": gettext("The question is being answered…"),
        "took": gettext("Answered in {milliseconds} ms."),
        "place": gettext("Line {line}, column {column}"),
        "unknown": gettext("The ontology has no term “{term}”."),
        "column": gettext("{column} by {group}"),
        "picture": gettext("Save the chart (SVG)"),
        "answer": gettext("Answer"),
        "rows": gettext("Rows: {count}"),
        "triples": gettext("Statements: {count}"),
        "cut": gettext("cut at the limit of rows"),
        "views": gettext("How the answer is shown"),
        "table": gettext("Table"),
        "chart": gettext("Chart"),
        "graph": gettext("Graph"),
        "raw": gettext("Raw"),
        "bars": gettext("The first {count} rows; the numbers stand in the table."),
        "files": gettext("This answer as data:"),
        "more": gettext("Show more rows"),
        "subject": gettext("thing"),
        "property": gettext("property"),
        "value": gettext("value"),
        "yes": gettext("Yes"),
        "no": gettext("No"),
    }


@blueprint.get("/labels.json")
def labels() -> dict[str, dict[str, str | None]]:
    """Names and pages of up to a hundred IRIs, `?iri=` repeated; those without a name are left out."""
    asked = request.args.getlist("iri")
    if len(asked) > MOST_LABELS:
        abort(400, description=f"iri: {len(asked)} > {MOST_LABELS}")
    found: dict[str, dict[str, str | None]] = {}
    for iri in asked:
        label, lang = in_chain(site().cards.titles_of(iri))
        page = page_of(iri)
        if label or page:
            found[iri] = {"label": label, "lang": lang, "page": page}
    return found


@blueprint.get("/sparql/schema.json")
def schema() -> dict[str, Any]:
    """Prefixes, the classes and properties that the graph uses with their counts, the variables of the gallery."""
    used = _kept("kzedu-terms", _read_used)
    cards = site().cards
    terms = [
        {"name": name, "kind": kind, "label": in_chain(cards.names.get(iri, {}))[0], "count": count}
        for name, iri, kind, count in used
    ]
    queries = load_gallery().values()
    variables = {column.name for query in queries for column in query.columns}
    variables |= {param.name for query in queries for param in query.params}
    return {
        "prefixes": dict(PREFIXES),
        "terms": terms,
        "properties": _kept("kzedu-properties", _read_properties),
        "variables": sorted(variables),
        "queries": [{"name": query.name, "title": in_chain(query.title)[0]} for query in queries],
    }


Used = tuple[tuple[str, str, str, int], ...]
Read = TypeVar("Read")


def _kept(name: str, read: Callable[[], Read]) -> Read:
    """What is dear to read, read once a build."""
    version = site().store.version
    held: tuple[str, Read] | None = current_app.extensions.get(name)
    if held is None or held[0] != version:
        held = version, read()
        current_app.extensions[name] = held
    return held[1]


def _read_properties() -> dict[str, list[str]]:
    """The properties that things of each class have, the commonest first; by short names."""
    found: dict[str, list[str]] = {}
    for row in ask_rows(site().store, "class-properties"):
        kind, own = _short(row["class"]), _short(row["property"])
        if kind and own:
            found.setdefault(kind, []).append(own)
    return found


def _read_used() -> Used:
    """The terms in use as (short name, IRI, kind, count), and those of our ontology that are not used."""
    where = site()
    found: dict[str, tuple[str, str, int]] = {}
    for question, kind in (("classes-used", "class"), ("properties-used", "property")):
        for row in ask_rows(where.store, question):
            short = _short(row["term"])
            if short:
                found.setdefault(row["term"], (short, kind, int(row["times"])))
    for term, rows in grouped(ask_rows(where.store, "terms"), "term").items():
        short = _short(term)
        if short:
            kind = "class" if any(name.endswith("Class") for name in values_of(rows, "kind")) else "property"
            found.setdefault(term, (short, kind, 0))
    return tuple((short, str(iri), kind, count) for iri, (short, kind, count) in found.items())


def _short(iri: str) -> str | None:
    for name, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace) and "/" not in iri[len(namespace) :]:
            return f"{name}:{iri[len(namespace) :]}"
    return None


@blueprint.route("/sparql/explain", methods=["GET", "POST"])
def explanation() -> dict[str, str | int | None]:
    """What is wrong with a query, in the reader's language; empty where it is answered."""
    text = request.values.get("query", "")
    try:
        graph = read_query(text).form in ("CONSTRUCT", "DESCRIBE")
        site().store.query(text, accept=GRAPHS["ttl"] if graph else RESULTS["json"])
    except StoreError as error:
        found = explain(text, error)
        return {"sentence": found.sentence, "line": found.line, "column": found.column}
    return {}


@blueprint.route("/sparql/answer.xlsx", methods=["GET", "POST"])
def answer_sheet() -> Response:
    """The rows of a SELECT as a spreadsheet."""
    text = request.values.get("query", "").strip()
    if read_query(text).form != "SELECT":
        return problem_of(QueryError(gettext("Only a SELECT has rows for a spreadsheet.")))
    try:
        answer = site().store.query(text, accept=RESULTS["json"])
    except StoreError as error:
        return problem_of(error)
    columns = json.loads(answer.body)["head"]["vars"]
    return twin_response("xlsx", read_rows(answer), columns)
