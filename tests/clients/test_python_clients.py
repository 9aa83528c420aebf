"""The endpoint as researchers' programs in Python meet it: SPARQLWrapper in all forms, rdflib's store, pandas."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from io import StringIO
from urllib.parse import urlencode

import pandas as pd
import pytest
from flask import Flask
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, JSONLD, N3, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from store_fixture import iri, read_quads
from werkzeug.serving import make_server

from kzedu_graph.store.stores import MemoryStore
from web.endpoint.sparql import create_blueprint

TABLE = "SELECT * { ?measure a <https://w3id.org/kzedu/ontology#Measure> ; ?property ?value } ORDER BY ?measure LIMIT 5"
GRAPH = "CONSTRUCT WHERE { <https://w3id.org/kzedu/id/agency/moon> ?p ?o }"
DESCRIPTION = "DESCRIBE <https://w3id.org/kzedu/id/agency/moon>"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    app = Flask(__name__)
    app.register_blueprint(create_blueprint(MemoryStore(read_quads())))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    thread.join()


@pytest.mark.parametrize("method", [GET, POST])
@pytest.mark.parametrize("form", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_tables(method: str, form: str, address: str) -> None:
    wrapper = SPARQLWrapper(address)
    wrapper.setMethod(method)
    wrapper.setQuery(TABLE)
    wrapper.setReturnFormat(form)
    answer = wrapper.query()
    kinds = {JSON: "results+json", XML: "results+xml", CSV: "text/csv", TSV: "tab-separated"}
    assert kinds[form] in answer.info()["content-type"]
    converted = answer.convert()
    if form == JSON:
        assert converted["head"]["vars"] == ["measure", "property", "value"]  # type: ignore[index,call-overload]


@pytest.mark.parametrize("query", [GRAPH, DESCRIPTION])
@pytest.mark.parametrize("form", [TURTLE, N3, JSONLD, RDFXML, XML])
def test_sparqlwrapper_graphs(form: str, query: str, address: str) -> None:
    wrapper = SPARQLWrapper(address)
    wrapper.setQuery(query)
    wrapper.setReturnFormat(form)
    converted = wrapper.query().convert()
    if isinstance(converted, bytes):
        converted = Graph().parse(data=converted, format="turtle")
    assert len(converted) == 4  # type: ignore[arg-type]


def test_rdflib_store(address: str) -> None:
    graph = Graph(SPARQLStore(address))
    rows = list(graph.query("SELECT ?s { ?s a <https://w3id.org/kzedu/ontology#Measure> }"))
    assert len(rows) == 4
    assert graph.query("ASK { ?s ?p ?o }").askAnswer
    assert len(list(graph.triples((iri("agency/moon"), None, None)))) == 4
    made = graph.query(GRAPH).graph
    assert made is not None
    assert len(made) == 4


def test_pandas(address: str) -> None:
    frame = pd.read_csv(f"{address}?{urlencode({'query': TABLE, 'format': 'csv'})}")
    assert list(frame.columns) == ["measure", "property", "value"]
    assert len(frame) == 5
    empty = pd.read_csv(f"{address}?{urlencode({'query': 'SELECT ?x { ?x ?y ?x }', 'output': 'csv'})}")
    assert empty.empty
    assert pd.read_csv(StringIO("x\n")).columns.tolist() == empty.columns.tolist()
