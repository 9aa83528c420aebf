"""Questions of the gallery and of one's own, and the terms that they are asked in."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.store.engine.media_types import GRAPHS, RESULTS
from kzedu_graph.store.gallery import Query, load_gallery
from kzedu_graph.store.gallery_defaults import fit_defaults
from kzedu_graph.vocabulary.iris import PREFIXES, local_name
from web.assistants.citing import Citing, Fields, page_of_rows, plain
from web.views.questions import Row, ask_rows, grouped, labels_of, values_of

LONGEST_GRAPH = 20_000
"""Characters of Turtle in an answer."""


def ask(see: Citing, name: str, params: Mapping[str, str], limit: int, offset: int) -> Fields:
    """The answer to a question of the gallery, its words in one language; raises UnknownNameError and ParamError."""
    query = load_gallery().get(name)
    if query is None:
        raise UnknownNameError(f"there is no question {name}; there are: {', '.join(load_gallery())}")
    query = fit_defaults(query, see.cards.held)
    rows, cut = see.site.catalogue.rows(query, params)
    several = _in_one_language(see, rows, query)
    shown, rest = page_of_rows(several, limit, offset)
    return {
        "question": query.title[see.lang],
        "counts": query.counts.get(see.lang),
        "parameters": {each.name: params.get(each.name, each.default) for each in query.params},
        "columns": {each.name: each.label[see.lang] for each in query.columns},
        "results": [dict(row) for row in shown],
        "cut": cut,
        "page": f"{see.address}/ask/{name}" if see.address else None,
        **rest,
    }


def _in_one_language(see: Citing, rows: list[Row], query: Query) -> list[Row]:
    """Of rows that differ only in the language of their words, the one in the asked language."""
    order = see.chain()
    best: dict[tuple[str | None, ...], tuple[int, Row]] = {}
    for row in rows:
        cells = [row.get(column.name) for column in query.columns]
        key = tuple(None if cell is None or cell.lang else str(cell) for cell in cells)
        rank = sum(order.index(cell.lang) if cell.lang in order else len(order) for cell in cells if cell and cell.lang)
        if key not in best or rank < best[key][0]:
            best[key] = (rank, row)
    return [row for _, row in best.values()]


def gallery(see: Citing) -> list[Fields]:
    """Every question with its parameters, in one language."""
    return [
        {
            "name": each.name,
            "question": each.title[see.lang],
            "explanation": each.explanation[see.lang],
            "parameters": {
                one.name: plain({"kind": one.kind, "means": one.label[see.lang], "default": one.default})
                for one in (fit_defaults(each, see.cards.held).params)
            },
        }
        for each in load_gallery().values()
    ]


def text_of(name: str) -> str:
    """The SPARQL of a question; raises UnknownNameError."""
    if name not in load_gallery():
        raise UnknownNameError(f"there is no question {name}; there are: {', '.join(load_gallery())}")
    return load_gallery()[name].text


def sparql(see: Citing, text: str, limit: int, offset: int) -> Fields:
    """The answer to a question of one's own, under the limits of the endpoint; raises QueryError, QueryTimeout, …"""
    store, asked = see.site.store, _prefixed(text)
    form = store.read(asked).form
    if form in ("CONSTRUCT", "DESCRIBE"):
        answer = store.query(asked, accept=GRAPHS["ttl"])
        turtle = answer.body.decode()
        return {"turtle": turtle[:LONGEST_GRAPH], "cut": bool(answer.cut) or len(turtle) > LONGEST_GRAPH}
    answer = store.query(asked, accept=RESULTS["json"])
    document = json.loads(answer.body)
    if "boolean" in document:
        return {"answer": document["boolean"]}
    rows = [{name: cell["value"] for name, cell in row.items()} for row in document["results"]["bindings"]]
    shown, rest = page_of_rows(rows, limit, offset)
    return {"variables": document["head"]["vars"], "results": shown, "cut": bool(answer.cut), **rest}


def _prefixed(text: str) -> str:
    missing = (name for name in PREFIXES if f"{name}:" in text and f"PREFIX {name}:" not in text)
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in missing) + text


def schema(see: Citing, about: str | None, limit: int, offset: int) -> Fields:
    """The classes, properties and codes of the graph by words of their names, with what they join."""
    store = see.site.store
    said = (about or "").casefold()
    terms = [
        plain(
            {
                "term": f"kzedu:{local_name(iri)}",
                "is": sorted(map(local_name, values_of(rows, "kind"))),
                "label": see.name(labels_of(rows))["name"],
                "meaning": see.name(labels_of(rows, "comment"))["name"],
                "of": sorted(map(local_name, values_of(rows, "domain"))),
                "value": sorted(map(local_name, values_of(rows, "range"))),
            }
        )
        for iri, rows in grouped(ask_rows(store, "terms"), "term").items()
        if said in " ".join([iri, *labels_of(rows).values(), *labels_of(rows, "comment").values()]).casefold()
    ]
    name = f"kzedu:{about}"
    terms.sort(key=lambda term: (term["term"] != name, term["term"].casefold() != name.casefold(), term["term"]))
    shown, rest = page_of_rows(terms, limit, offset)
    return {"prefixes": {name: str(iri) for name, iri in PREFIXES.items()}, "terms": shown, **rest}
