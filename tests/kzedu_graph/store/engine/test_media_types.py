"""In what form an answer comes, of those that somebody accepts."""

from __future__ import annotations

import pytest
from rdflib import Dataset

from kzedu_graph.store.engine.media_types import RESULTS, choose_media, media_of_shortcut
from kzedu_graph.store.stores import (
    NotAcceptable,
    Store,
)


@pytest.mark.parametrize(
    ("accept", "begins"),
    [
        ("application/sparql-results+json", b'{"head":{"vars":["s"]}'),
        ("application/sparql-results+xml", b"<?xml"),
        ("text/csv", b"s\r\n"),
        ("text/tab-separated-values", b"?s\n<"),
        ("text/html, application/xml;q=0.9, */*;q=0.1", b"<?xml"),
    ],
)
def test_media_types_of_tables(accept: str, begins: bytes, store: Store) -> None:
    assert store.query("SELECT ?s { ?s ?p ?o } LIMIT 3", accept=accept).body.startswith(begins)


@pytest.mark.parametrize("form", ["turtle", "nt", "xml", "json-ld"])
def test_media_types_of_graphs(form: str, store: Store) -> None:
    accept = {"turtle": "text/turtle", "nt": "application/n-triples", "xml": "application/rdf+xml"}
    query = "CONSTRUCT { ?s ?p ?o } FROM <https://w3id.org/kzedu/id/graph/registry> { ?s ?p ?o }"
    answer = store.query(query, accept=accept.get(form, "application/ld+json"))
    parsed = Dataset()
    parsed.parse(data=answer.body, format=form)
    assert len(list(parsed.quads())) == 15
    with pytest.raises(NotAcceptable, match="text/turtle"):
        store.query(query, accept="text/csv")


def test_accept() -> None:
    assert choose_media("", RESULTS) == "application/sparql-results+json"
    assert choose_media("text/*;q=0.4, application/json;q=0.5", RESULTS) == "application/sparql-results+json"
    assert choose_media("text/csv;q=0.2, text/*;q=0.9", RESULTS) == "text/tab-separated-values"
    assert choose_media("*/*;q=0.1, text/csv", RESULTS) == "text/csv"
    assert media_of_shortcut("TSV", RESULTS) == "text/tab-separated-values"
    for accept in ("text/html", "*/*;q=0", "text/csv;q=zero"):
        with pytest.raises(NotAcceptable):
            choose_media(accept, RESULTS)
