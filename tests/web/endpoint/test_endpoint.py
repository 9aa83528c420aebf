"""The endpoint as its clients see it: the protocol by the letter, a real client, load, and nonsense."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox
import pytest
from flask import Flask, Response, request
from flask.testing import FlaskClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rdflib import Dataset, Graph
from rdflib.term import Literal, URIRef
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper
from store_fixture import iri, read_quads
from werkzeug.serving import BaseWSGIServer, make_server

from kzedu_graph.store import remote as remote_stores
from kzedu_graph.store.engine.media_types import RESULTS
from kzedu_graph.store.remote import RemoteStore
from kzedu_graph.store.stores import (
    CURRENT,
    DEFAULT_GRAPHS,
    REGISTRY,
    EmbeddedStore,
    Limits,
    MemoryStore,
    QueryError,
    QueryTimeout,
    QueryTooLarge,
    StoreError,
    open_store,
    write_snapshot,
)
from web.endpoint.protocol import ProtocolError, ProtocolRequest, read_fields
from web.endpoint.sparql import EndpointSettings, create_blueprint

RU = str(iri("document/S1/2024-01-01/ru"))
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?measure a <https://w3id.org/kzedu/ontology#Measure> }"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
QUERY = "application/sparql-query"
JSON_RESULTS = "application/sparql-results+json"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder = tmp_path_factory.mktemp("endpoint")
    write_snapshot(folder, read_quads())
    with EmbeddedStore(folder, Limits(seconds=1, rows=100, bytes=100_000, text=4_000, queue=8)) as opened:
        yield opened


@pytest.fixture(scope="module")
def app(store: EmbeddedStore) -> Flask:
    made = Flask(__name__)
    made.register_blueprint(create_blueprint(store, editor=lambda: Response("<!doctype html>", mimetype="text/html")))
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="module")
def address(app: Flask) -> Iterator[str]:
    server: BaseWSGIServer = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    thread.join()


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


def test_our_own_remote_store_is_a_client(address: str) -> None:
    remote = RemoteStore(address, Limits(seconds=5))
    local = MemoryStore(read_quads())
    assert remote.graphs() == local.graphs()
    label = "PREFIX s: <http://www.w3.org/2004/02/skos/core#> SELECT ?body ?name { ?body s:prefLabel ?name }"
    name = Literal("Ай министрлігі", lang="kk")
    assert remote.select(label, name=name) == local.select(label, name=name)
    assert remote.select(COUNT) == local.select(COUNT)
    assert remote.ask("ASK { ?s ?p ?o }")
    assert len(remote.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", s=iri("agency/moon"))) == 4
    with pytest.raises(QueryTooLarge, match="cut"):  # the server's row limit; its header is not overlooked
        remote.nquads()
    with pytest.raises(QueryTooLarge, match="cut"):
        remote.select("SELECT * { ?s ?p ?o }")
    with pytest.raises(QueryError, match="short form"):
        remote.construct("CONSTRUCT WHERE { ?s ?p ?o }", s=iri("agency/moon"))
    with pytest.raises(QueryError, match=r"^the query is not SPARQL") as caught:
        remote.select("SELECT ?s\nWHERE { ?s ?p }")
    assert (caught.value.line, caught.value.column) == (2, 16)
    with pytest.raises(QueryTimeout):
        remote.select(RUNAWAY)
    with pytest.raises(StoreError, match="out of reach"):
        RemoteStore("http://127.0.0.1:1/sparql").ask("ASK {}")
    with pytest.raises(StoreError, match="answered 404"):
        remote.write(read_quads())


@pytest.mark.parametrize(
    ("challenge", "word"),
    [('Digest realm="r", nonce="n", qop="auth", algorithm=MD5', "Digest"), ('Basic realm="r"', "Basic")],
)
def test_a_remote_store_signs_as_the_server_asks(challenge: str, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZEDU_STORE_USER", "writer")
    monkeypatch.setenv("KZEDU_STORE_PASSWORD", "secret")
    met: list[str] = []
    app = Flask(__name__)

    @app.route("/sparql", methods=["POST"])
    def ask() -> Response:
        met.append(request.headers.get("Authorization", "").partition(" ")[0])
        if not met[-1]:
            return Response(status=401, headers={"WWW-Authenticate": challenge})
        return Response('{"head": {"vars": []}, "results": {"bindings": []}}', content_type=RESULTS["json"])

    server = make_server("127.0.0.1", 0, app)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with RemoteStore(f"http://127.0.0.1:{server.server_port}/sparql", Limits(seconds=5)) as remote:
            assert remote.select("SELECT * {}") == []
    finally:
        server.shutdown()
        thread.join()
    assert met[:2] == ["", word]
    assert set(met[2:]) == {word}  # in advance, once it was asked for


@pytest.fixture(params=[(5_000, 100_000), (2, 100), (40, 5)], ids=["whole", "short", "scarce"])
def _pieces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many triples are sent at once, and so many held: graphs of the sample go whole or in pieces."""
    for name, number in zip(("_SENT_AT_ONCE", "_HELD"), request.param, strict=True):
        monkeypatch.setattr(remote_stores, name, number)


@pytest.mark.usefixtures("_pieces")
def test_a_remote_store_is_written_whole_or_not_at_all() -> None:
    broken: list[str] = []
    behind = MemoryStore([(iri("old"), iri("is"), Literal(1), iri("graph/run"))])
    app = Flask(__name__)
    app.register_blueprint(create_blueprint(behind))

    def keep(dataset: ox.Store) -> None:
        kept = Dataset()
        kept.parse(data=dataset.dump(format=ox.RdfFormat.N_QUADS), format="nquads")
        behind.write([(s, p, o, URIRef(str(graph))) for s, p, o, graph in kept.quads() if graph])

    def there() -> ox.Store:
        dataset = ox.Store()
        dataset.load(behind.nquads(), format=ox.RdfFormat.N_QUADS)
        return dataset

    @app.route("/store", methods=["PUT", "POST", "DELETE"])
    def store() -> Response:
        if request.path in broken and request.args["graph"].endswith("/registry"):
            return Response("the disk is full", 500)
        dataset, graph = there(), ox.NamedNode(request.args["graph"])
        if request.method != "POST":
            dataset.remove_graph(graph)
        dataset.load(request.get_data(), format=ox.RdfFormat.N_TRIPLES, to_graph=graph)
        keep(dataset)
        return Response(status=204)

    @app.route("/update", methods=["POST"])
    def update() -> Response:
        if request.path in broken:
            return Response("the disk is full", 500)
        dataset = there()
        dataset.update(request.get_data(as_text=True))
        keep(dataset)
        return Response(status=204)

    server = make_server("127.0.0.1", 0, app)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with open_store(f"http://127.0.0.1:{server.server_port}/sparql") as remote:
            version = remote.version
            for path in ("/store", "/update"):
                broken[:] = [path]
                with pytest.raises(StoreError, match="the disk is full"):
                    remote.write(read_quads())
                assert remote.graphs() == {str(iri("graph/run")): 1}  # the old build answers
                assert not remote.ask("ASK { GRAPH ?g { ?s a ?kind } }")
            broken.clear()
            remote.write(read_quads())
            assert remote.version != version
            before = remote.version
            written = MemoryStore(read_quads()).nquads()
            shorter = written.replace(b'.0"', b'"')  # the engine writes 40.0 as 40
            assert remote.nquads().splitlines() == sorted(shorter.splitlines())
            left = [line for line in behind.nquads().splitlines(keepends=True) if b"/graph/mark> ." not in line]
            assert b"".join(left) == shorter
            remote.write(read_quads())
            assert remote.version != before  # written anew, though of the same size
    finally:
        server.shutdown()
        thread.join()


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


# ---- nonsense

PIECES = st.sampled_from(
    ["SELECT", "ASK", "CONSTRUCT", "*", "{", "}", "?s", "?p", "?o", ".", "FROM", "NAMED", "SERVICE", "GRAPH", "<", ">",
     '"', "'''", "\\u0022", "#", "\n", "INSERT", "LIMIT", "-1", "1e99", "BIND", "(", ")", "AS", "GROUP BY", "<http://x/>",
     "PREFIX", ":", "BASE", "VALUES", "UNDEF", "^", "/", "+", "@kk", "^^", "\x00", "Ұ", "𐍈", "REGEX(?s,'(a+)+$')"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=20).map(" ".join) | st.text(max_size=60), st.text(max_size=30) | st.just("*/*"))
@example("SELECT * FROM <> { ?s ?p ?o }", "*/*")
@example("SELECT * FROM <a b> { ?s ?p ?o }", "*/*")
@example("SELECT * FROM x:y { ?s ?p ?o }", "*/*")
@example("\ud800", "*/*")
@example("DESCRIBE ?x", "text/turtle")
def test_nonsense_is_never_our_fault(client: FlaskClient, query: str, accept: str) -> None:
    data = query.encode("utf-8", "surrogatepass")
    header = accept.encode("ascii", "ignore").decode().replace("\r", "").replace("\n", "").strip()
    answer = client.post("/sparql", data=data, content_type=QUERY, headers={"Accept": header})
    assert answer.status_code in {200, 400, 406, 413, 414, 415, 422, 504}, answer.get_data(as_text=True)


@given(
    st.lists(st.sampled_from(["query", "=", "+", "%20", "%", "%ff", "%D0%B6", "ж", "a", ";", "update=", "{"])).map(
        "".join
    )
)
@example("query=a+b%2B")
@example("query=")
def test_an_empty_field_says_nothing(encoded: str) -> None:
    """A request of a query alone is read at a glance, any other field by field."""

    def read(text: str) -> ProtocolRequest | int:
        try:
            return read_fields(text)
        except ProtocolError as refused:
            return refused.status

    assert read(encoded) == read(f"{encoded}&")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=80),
    st.sampled_from(["/sparql?query=", "/sparql?", "/rdf-graph-store?graph=", "/sparql?query=ASK{}&"]),
)
def test_nonsense_in_the_address(client: FlaskClient, data: bytes, path: str) -> None:
    answer = client.get(path + "".join(f"%{byte:02X}" if byte != 38 else "&" for byte in data))
    assert answer.status_code in {200, 400, 404, 406, 413, 414, 422, 504}, answer.get_data(as_text=True)


def test_default_graphs_are_four() -> None:
    assert [name.rsplit("/", 1)[1] for name in DEFAULT_GRAPHS] == [
        "current",
        "registry",
        "ontology",
        "audit",
        "reported",
    ]
