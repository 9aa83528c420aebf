"""A store whose server is somebody else's: asked as a client, signed for as it asks, written whole or not at all."""

from __future__ import annotations

import threading

import pyoxigraph as ox
import pytest
from flask import Flask, Response, request
from rdflib import Dataset
from rdflib.term import Literal, URIRef
from store_fixture import RUNAWAY, iri, read_quads
from werkzeug.serving import make_server

from kzedu_graph.store import remote as remote_stores
from kzedu_graph.store.engine.media_types import RESULTS
from kzedu_graph.store.remote import RemoteStore
from kzedu_graph.store.stores import (
    Limits,
    MemoryStore,
    QueryError,
    QueryTimeout,
    QueryTooLarge,
    StoreError,
    open_store,
)
from web.endpoint.sparql import create_blueprint

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?measure a <https://w3id.org/kzedu/ontology#Measure> }"


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
