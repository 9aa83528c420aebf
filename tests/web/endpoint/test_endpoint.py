"""The endpoint as its clients see it: the protocol by the letter, a real client, and load."""

from __future__ import annotations

import json
import os
import signal
import threading
from pathlib import Path
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from rdflib import Graph
from rdflib.term import URIRef
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper
from store_fixture import RUNAWAY, iri, read_quads

from kzedu_graph.store.engine.media_types import RESULTS
from kzedu_graph.store.stores import (
    CURRENT,
    DEFAULT_GRAPHS,
    REGISTRY,
    EmbeddedStore,
    Limits,
    MemoryStore,
)
from web.endpoint.sparql import EndpointSettings, create_blueprint

RU = str(iri("document/S1/2024-01-01/ru"))
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?measure a <https://w3id.org/kzedu/ontology#Measure> }"
QUERY = "application/sparql-query"
JSON_RESULTS = "application/sparql-results+json"


# ---- the protocol


def test_three_ways_to_ask(client: FlaskClient) -> None:
    answers = [
        client.get("/sparql", query_string={"query": COUNT}),
        client.post("/sparql", data={"query": COUNT}),
        client.post("/sparql", data=COUNT.encode(), content_type=QUERY),
        client.post("/sparql/", data=COUNT.encode(), content_type=f"{QUERY}; charset=utf-8"),
    ]
    for answer in answers:
        assert (answer.status_code, answer.mimetype) == (200, JSON_RESULTS)
        assert answer.get_json()["results"]["bindings"][0]["n"]["value"] == "4"


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ([], "4"),
        ([("default-graph-uri", RU)], "1"),
        ([("default-graph-uri", RU), ("default-graph-uri", CURRENT)], "4"),
        ([("named-graph-uri", RU)], "0"),
        ([("default-graph-uri", REGISTRY)], "0"),
    ],
)
def test_the_clients_dataset_decides(fields: list[tuple[str, str]], count: str, client: FlaskClient) -> None:
    text = COUNT.replace("WHERE", f"FROM <{REGISTRY}> WHERE") if fields else COUNT
    for answer in (
        client.get("/sparql?" + urlencode([("query", text), *fields])),
        client.post("/sparql?" + urlencode(fields), data=text.encode(), content_type=QUERY),
        client.post(
            "/sparql", data=urlencode([("query", text), *fields]), content_type="application/x-www-form-urlencoded"
        ),
    ):
        assert answer.get_json()["results"]["bindings"][0]["n"]["value"] == count


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        ("ASK {}", "", JSON_RESULTS),
        ("ASK {}", "*/*", JSON_RESULTS),
        ("ASK {}", "application/json", JSON_RESULTS),
        ("ASK {}", "text/csv;q=0.3,application/sparql-results+xml;q=0.8", "application/sparql-results+xml"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "text/csv", "text/csv"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "text/tab-separated-values", "text/tab-separated-values"),
        ("DESCRIBE <https://w3id.org/kzedu/id/agency/moon>", "text/turtle", "text/turtle"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "", "text/turtle"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples", "application/n-triples"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/html,application/ld+json;q=0.5", "application/ld+json"),
    ],
)
def test_negotiation(query: str, accept: str, media_type: str, client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": query}, headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (200, media_type)
    assert "Accept" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("short", "media_type"),
    [("csv", "text/csv"), ("xml", "application/sparql-results+xml"), ("text/csv", "text/csv"), ("json", JSON_RESULTS)],
)
def test_the_shortcut_beats_the_header(short: str, media_type: str, client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": COUNT, "format": short}, headers={"Accept": "text/html"})
    assert answer.mimetype == media_type


@pytest.mark.parametrize(
    ("status", "request_of", "members"),
    [
        (400, {"query_string": {"query": "SELECT ?s\nWHERE { ?s ?p }"}}, {"line": 2, "column": 16}),
        (400, {"query_string": {"query": ""}}, {"line": 1}),
        (400, {"query_string": "query=ASK%20%7B%7D&query=ASK%20%7B%7D"}, {}),
        (400, {"query_string": "query=%FF"}, {}),
        (400, {"method": "POST", "data": {"format": "csv"}}, {}),
        (400, {"method": "POST", "data": b"\xff", "content_type": QUERY}, {}),
        (400, {"method": "POST", "data": {"update": "DROP ALL"}}, {}),
        (400, {"method": "POST", "data": b"DROP ALL", "content_type": "application/sparql-update"}, {}),
        (400, {"query_string": {"query": "DROP ALL"}}, {"reason": "refused"}),
        (400, {"query_string": {"query": "ASK { SERVICE <http://x/> {} }"}}, {"reason": "refused"}),
        (400, {"query_string": {"query": "ASK FROM <http://nowhere/> {}"}}, {"reason": "refused"}),
        (400, {"query_string": {"query": "ASK {}", "default-graph-uri": "not an IRI"}}, {"reason": "refused"}),
        (400, {"method": "POST", "data": b"ASK {}", "content_type": QUERY, "query_string": {"query": "ASK {}"}}, {}),
        (406, {"query_string": {"query": "ASK {}"}, "headers": {"Accept": "text/turtle"}}, {}),
        (406, {"query_string": {"query": "ASK {}", "format": "docx"}}, {}),
        (413, {"method": "POST", "data": b"#" * 4_001, "content_type": QUERY}, {"limit": "text"}),
        (413, {"method": "POST", "data": {"query": "#" * 200_000}}, {"limit": "text"}),
        (414, {"query_string": {"query": "#" * 4_001}}, {"limit": "text"}),
        (415, {"method": "POST", "data": b"{}", "content_type": "application/json"}, {}),
        (415, {"method": "POST", "data": b"ASK {}"}, {}),
        (
            422,
            {"query_string": {"query": "SELECT (REPLACE('" + "a" * 3_000 + "', 'a', '" + "b" * 90 + "') AS ?x) {}"}},
            {"limit": "bytes"},
        ),
        (504, {"query_string": {"query": RUNAWAY}}, {"limit": "seconds"}),
    ],
)
def test_problems(status: int, request_of: dict[str, object], members: dict[str, object], client: FlaskClient) -> None:
    answer = client.open("/sparql", **{"method": "GET", **request_of})  # type: ignore[arg-type]
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    document = json.loads(answer.data)
    assert document["status"] == status
    assert document["detail"]
    assert {name: document.get(name) for name in members} == members
    assert ("Retry-After" in answer.headers) == (status == 504)


def test_a_fault_of_a_query_is_told_in_words(client: FlaskClient) -> None:
    query = "PREFIX a: <urn:a#>\nSELECT * { ?s a:b ?o FILTER(?o > ) }"
    for answer in (client.get("/sparql", query_string={"query": query}), client.post("/sparql", data={"query": query})):
        document = json.loads(answer.data)
        assert document["detail"] == "the query is not SPARQL: Something is missing in front of “)”."
        assert (document["line"], document["column"]) == (2, 34)
        assert document["engine"].startswith("the query is not SPARQL")


def test_a_store_without_a_build(tmp_path: Path) -> None:
    app = Flask(__name__)
    app.register_blueprint(create_blueprint(EmbeddedStore(tmp_path)))
    answer = app.test_client().get("/sparql", query_string={"query": "ASK {}"})
    assert answer.status_code == 503
    assert "run `kzedu build` first" in json.loads(answer.data)["detail"]
    assert answer.headers["Retry-After"]


def test_head_options_and_cors(client: FlaskClient) -> None:
    head = client.head("/sparql", query_string={"query": COUNT})
    assert (head.status_code, head.data, head.mimetype) == (200, b"", JSON_RESULTS)
    options = client.options("/sparql")
    assert (options.status_code, options.headers["Allow"]) == (204, "GET, HEAD, POST, OPTIONS")
    for answer in (head, options, client.get("/sparql?query=x"), client.get("/rdf-graph-store")):
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert client.put("/sparql").status_code == 405


def test_etag_changes_with_question_format_and_build(client: FlaskClient, tmp_path: Path) -> None:
    first = client.get("/sparql", query_string={"query": COUNT})
    tag = first.headers["ETag"]
    again = client.get("/sparql", query_string={"query": COUNT}, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/sparql", query_string={"query": COUNT, "format": "csv"}, headers={"If-None-Match": tag})
    assert other.status_code == 200
    changing = EmbeddedStore(tmp_path, Limits(workers=1))
    app = Flask(__name__)
    app.register_blueprint(create_blueprint(changing))
    changing.write(read_quads())
    before = app.test_client().get("/sparql", query_string={"query": COUNT})
    changing.write(read_quads()[:50])
    after = app.test_client().get(
        "/sparql", query_string={"query": COUNT}, headers={"If-None-Match": before.headers["ETag"]}
    )
    changing.close()
    assert after.status_code == 200


def test_a_cut_answer_says_so(client: FlaskClient) -> None:
    answer = client.get("/sparql", query_string={"query": "SELECT ?s { ?s ?p ?o }", "format": "csv"})
    assert (answer.headers["Kzedu-Cut"], answer.data.count(b"\r\n")) == ("rows", 101)
    assert "Kzedu-Cut" not in client.get("/sparql", query_string={"query": COUNT}).headers
    wide = "SELECT ?s ?x { ?s ?p ?o BIND('" + "w" * 2_000 + "' AS ?x) }"
    for short in RESULTS:
        answer = client.get("/sparql", query_string={"query": wide, "format": short})
        assert (answer.status_code, answer.headers["Kzedu-Cut"]) == (200, "bytes")
        assert 90_000 < len(answer.data) <= 100_000


def test_without_a_query(client: FlaskClient) -> None:
    browser = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (browser.status_code, browser.mimetype) == (200, "text/html")
    for accept, form in (("text/turtle", "turtle"), ("application/rdf+xml", "xml"), ("application/ld+json", "json-ld")):
        answer = client.get("/sparql", headers={"Accept": accept})
        graph = Graph().parse(data=answer.data, format=form)
        named = URIRef("http://www.w3.org/ns/sparql-service-description#name")
        assert URIRef(RU) in set(graph.objects(None, named))
    table = client.get("/sparql", headers={"Accept": "application/sparql-results+json"})
    assert (table.status_code, "no `query`" in table.get_data(as_text=True)) == (400, True)


def test_the_editor_is_optional() -> None:
    app = Flask(__name__)
    app.register_blueprint(
        create_blueprint(MemoryStore(read_quads()), EndpointSettings(address="https://example.org/sparql"))
    )
    answer = app.test_client().get("/sparql", headers={"Accept": "text/html, */*;q=0.1"})
    assert answer.mimetype == "text/turtle"
    assert "<https://example.org/sparql>" in answer.get_data(as_text=True)


@pytest.mark.parametrize(
    ("address", "status", "triples"),
    [
        (f"?graph={REGISTRY}", 200, 15),
        (f"?graph={RU}&format=nt", 200, 23),
        ("?default", 200, 174),
        ("?graph=http://nowhere/", 404, 0),
        ("", 400, 0),
        (f"?default&graph={RU}", 400, 0),
        (f"?graph={RU}&format=csv", 406, 0),
    ],
)
def test_reading_a_graph(address: str, status: int, triples: int, client: FlaskClient) -> None:
    answer = client.get("/rdf-graph-store" + address)
    assert answer.status_code == status
    if status == 200:
        form = "nt" if "nt" in address else "turtle"
        assert len(Graph().parse(data=answer.data, format=form)) == triples
        assert "Kzedu-Cut" not in answer.headers  # whole, beyond the limit of rows that queries have
    else:
        assert answer.mimetype == "application/problem+json"


# ---- a real client, over a real connection


def test_a_real_client(address: str) -> None:
    wrapper = SPARQLWrapper(address)
    wrapper.setQuery(COUNT)
    for method in ("GET", "POST"):
        wrapper.setMethod(method)
        wrapper.setReturnFormat(JSON)
        assert wrapper.queryAndConvert()["results"]["bindings"][0]["n"]["value"] == "4"  # type: ignore[index,call-overload]
        wrapper.setReturnFormat(XML)
        assert wrapper.queryAndConvert().getElementsByTagName("literal")[0].firstChild.data == "4"  # type: ignore[union-attr]
        wrapper.setReturnFormat(CSV)
        assert wrapper.queryAndConvert() == b"n\r\n4\r\n"
    wrapper.addDefaultGraph(RU)
    assert wrapper.queryAndConvert() == b"n\r\n1\r\n"
    wrapper = SPARQLWrapper(address)
    wrapper.setQuery("CONSTRUCT WHERE { <https://w3id.org/kzedu/id/agency/moon> ?p ?o }")
    wrapper.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=wrapper.queryAndConvert(), format="turtle")) == 4  # type: ignore[arg-type]


def test_load_with_runaways_and_killed_workers(store: EmbeddedStore, app: Flask) -> None:
    """Many clients, some of them with queries that never end, while workers are killed: nobody gets a wrong answer."""
    statuses: list[int] = []

    def ask(number: int) -> None:
        client = app.test_client()
        for turn in range(5):
            runaway = number == 0 and turn == 0
            answer = client.get("/sparql", query_string={"query": RUNAWAY if runaway else COUNT})
            statuses.append(answer.status_code)
            if answer.status_code == 200:
                assert answer.get_json()["results"]["bindings"][0]["n"]["value"] == "4"

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for pid in store.pool.pids():
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue  # ended by itself
    for thread in threads:
        thread.join()
    assert len(statuses) == 30
    assert set(statuses) <= {200, 503, 504}
    assert statuses.count(200) >= 25


def test_default_graphs_are_four() -> None:
    assert [name.rsplit("/", 1)[1] for name in DEFAULT_GRAPHS] == [
        "current",
        "registry",
        "ontology",
        "audit",
        "reported",
    ]
