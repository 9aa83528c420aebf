"""The store: workers that can be stopped, and one interface over disk and memory."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from places import ROOT
from rdflib import Dataset
from rdflib.term import BNode, Literal, URIRef
from store_fixture import iri, numbered

from kzedu_graph.store.engine import oxigraph
from kzedu_graph.store.engine.answers import Answer, Request
from kzedu_graph.store.engine.media_types import RESULTS, choose_media, media_of_shortcut
from kzedu_graph.store.stores import (
    AUDIT,
    CURRENT,
    REGISTRY,
    EmbeddedStore,
    Limits,
    MemoryStore,
    NotAcceptable,
    Overloaded,
    Quad,
    QueryError,
    QueryTimeout,
    QueryTooLarge,
    Refused,
    Store,
    StoreError,
    open_store,
    write_snapshot,
)

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
RU = iri("document/S1/2024-01-01/ru")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, plan: list[Quad]) -> Iterator[EmbeddedStore]:
    place = tmp_path_factory.mktemp("served")
    write_snapshot(place, plan)
    with EmbeddedStore(place, Limits(seconds=1, rows=50, bytes=20_000, text=5_000)) as store:
        yield store


@pytest.fixture(params=["embedded", "memory"])
def store(request: pytest.FixtureRequest, served: EmbeddedStore, plan: list[Quad]) -> Store:
    return served if request.param == "embedded" else MemoryStore(plan, served.limits)


# ---- answers


def test_the_default_dataset_counts_once(store: Store) -> None:
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?measure a <https://w3id.org/kzedu/ontology#Measure> }"
    everywhere = count.replace("{", "{ GRAPH ?g {").replace("}", "} }")
    assert store.select(count) == [{"n": Literal("4", datatype=Literal(4).datatype)}]
    assert int(str(store.select(everywhere)[0]["n"])) == 6
    assert int(str(store.select(count.replace("WHERE", f"FROM <{RU}> WHERE"))[0]["n"])) == 1
    answer = store.query(count, accept="text/csv", default_graphs=[str(RU), CURRENT])
    assert answer.body == b"n\r\n4\r\n"
    assert (
        store.query(count.replace("WHERE", f"FROM <{RU}> FROM <{CURRENT}> WHERE"), accept="text/csv").body
        == answer.body
    )
    for other in (REGISTRY, AUDIT, iri("document/S1/2025-01-01/kk"), CURRENT, REGISTRY):  # unions are kept and dropped
        assert (
            store.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", accept="text/csv").body == b"n\r\n252\r\n"
        )
        store.query(count, default_graphs=[str(RU), str(other)], accept="text/csv")
    named = store.query(everywhere, accept="text/csv", default_graphs=[], named_graphs=[str(RU)])
    assert named.body == b"n\r\n1\r\n"


def test_terms_and_parameters(store: Store) -> None:
    label = "PREFIX s: <http://www.w3.org/2004/02/skos/core#> SELECT ?body ?name { ?body s:prefLabel ?name }"
    rows = store.select(label, name=Literal("Ай министрлігі", lang="kk"))
    assert rows == [{"body": iri("agency/moon"), "name": Literal("Ай министрлігі", lang="kk")}]
    assert store.select(label, name=Literal('" } DROP ALL #')) == []
    assert store.ask("ASK { ?s ?p ?body }", body=iri("agency/moon"))
    assert not store.ask("ASK { ?s ?p ?body }", body=iri("agency/nobody"))
    graph = store.construct("CONSTRUCT { ?body ?p ?o } { ?body ?p ?o }", body=iri("agency/club"))
    assert (len(graph), set(graph.subjects())) == (3, {iri("agency/club")})
    with pytest.raises(QueryError, match=r"\?other is not among the variables"):
        store.select(label, other=Literal(1))
    with pytest.raises(QueryError, match="IRI or a literal"):
        store.select(label, name=BNode("b1"))


def test_where_a_query_is_wrong(store: Store) -> None:
    with pytest.raises(QueryError, match="not SPARQL") as caught:
        store.select("SELECT ?s\nWHERE { ?s ?p }")
    assert (caught.value.line, caught.value.column) == (2, 16)
    with pytest.raises(QueryError, match="custom function"):
        store.select("SELECT (<http://x/f>(1) AS ?x) {}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "INSERT would change"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT * FROM <http://example.org/elsewhere> { ?s ?p ?o }", "no graph <http://example.org/elsewhere>"),
    ],
)
def test_what_is_refused(text: str, said: str, store: Store) -> None:
    with pytest.raises(Refused, match=said):
        store.query(text)


def test_a_worker_reaches_no_network(served: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should a SERVICE slip through the reading of tokens, the process has no file number left for a connection."""
    monkeypatch.setattr("kzedu_graph.store.dataset.check_allowed", lambda _: None)
    with pytest.raises(StoreError, match="could not answer"):
        served.query("SELECT * { SERVICE <http://127.0.0.1:9999/> { ?s ?p ?o } }")
    assert served.ask("ASK {}")


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


def test_dumps(store: Store) -> None:
    for form, size in (("nq", 252), ("trig", 252), ("jsonld", 252), ("ttl", 174)):
        out = io.BytesIO()
        store.dump(form, out)
        parsed = Dataset()
        names = {"nq": "nquads", "trig": "trig", "jsonld": "json-ld", "ttl": "turtle"}
        parsed.parse(data=out.getvalue(), format=names[form])
        assert len(list(parsed.quads())) == size, form


def test_accept() -> None:
    assert choose_media("", RESULTS) == "application/sparql-results+json"
    assert choose_media("text/*;q=0.4, application/json;q=0.5", RESULTS) == "application/sparql-results+json"
    assert choose_media("text/csv;q=0.2, text/*;q=0.9", RESULTS) == "text/tab-separated-values"
    assert choose_media("*/*;q=0.1, text/csv", RESULTS) == "text/csv"
    assert media_of_shortcut("TSV", RESULTS) == "text/tab-separated-values"
    for accept in ("text/html", "*/*;q=0", "text/csv;q=zero"):
        with pytest.raises(NotAcceptable):
            choose_media(accept, RESULTS)


# ---- limits


@pytest.mark.parametrize("accept", list(RESULTS.values()))
def test_answers_are_cut_at_the_row_limit(accept: str, store: Store) -> None:
    whole = store.query("SELECT ?s { ?s ?p ?o } LIMIT 50", accept=accept)
    cut = store.query("SELECT ?s { ?s ?p ?o }", accept=accept)
    assert (whole.cut, cut.cut) == ("", "rows")
    if accept == "text/csv":
        assert cut.body.count(b"\r\n") == 51
    else:
        form = next(form for form in oxigraph.ox.QueryResultsFormat.__dict__.values() if _is_for(form, accept))
        results = oxigraph.ox.parse_query_results(cut.body, format=form)
        assert isinstance(results, oxigraph.ox.QuerySolutions)
        assert len(list(results)) == 50


def _is_for(form: object, media_type: str) -> bool:
    return getattr(form, "media_type", "").partition(";")[0] == media_type


def test_graphs_and_large_answers_are_cut(served: EmbeddedStore) -> None:
    answer = served.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", accept="application/n-triples")
    *triples, note = answer.body.splitlines()
    assert (len(triples), note, answer.cut) == (50, b"# cut: rows", "rows")
    table = served.query("SELECT * { ?a ?b ?c . ?d ?e ?f }", limits=replace(served.limits, rows=10**6))
    assert (len(table.body) <= 20_000, len(json.loads(table.body)["results"]["bindings"]) > 20) == (True, True)
    assert table.cut == "bytes"
    with pytest.raises(QueryTooLarge, match="larger than 20000 bytes") as caught:
        served.query("SELECT (REPLACE('" + "a" * 4_000 + "', 'a', 'bbbbbbbb') AS ?x) {}")
    assert caught.value.limit == "bytes"
    with pytest.raises(QueryTooLarge, match="longer than 5000") as caught:
        served.query("#" * 5001)
    assert caught.value.limit == "text"
    assert len(served.select("SELECT ?s ?p ?o { ?s ?p ?o }")) == 174  # the project's own questions are not cut


def test_a_runaway_is_gone_at_its_limit(served: EmbeddedStore) -> None:
    served.ask("ASK {}")
    before = set(served.pool.pids())
    began = time.monotonic()
    with pytest.raises(QueryTimeout, match="stopped after 1 s"):
        served.query(RUNAWAY)
    assert 0.9 < time.monotonic() - began < 20, "it would run for hours"
    [gone] = before - set(served.pool.pids())
    until = time.monotonic() + 30
    while time.monotonic() < until and Path(f"/proc/{gone}").exists():
        time.sleep(0.01)  # nobody waits for its death, but it comes, and somebody takes leave of it
    assert not Path(f"/proc/{gone}").exists()
    assert served.ask("ASK { ?s ?p ?o }")


def test_a_runaway_ends_although_its_server_was_killed(folder: Path, plan: list[Quad]) -> None:
    write_snapshot(folder, plan)
    code = f"""
from pathlib import Path
from kzedu_graph.store.stores import EmbeddedStore, Limits
store = EmbeddedStore(Path({str(folder)!r}), Limits(seconds=1))
store.ask("ASK {{}}")
print(*store.pool.pids(), flush=True)
store.query({RUNAWAY!r})
"""
    with subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        worker = int(server.stdout.readline())
        time.sleep(0.3)
        server.kill()
    until = time.monotonic() + 30
    while time.monotonic() < until and Path(f"/proc/{worker}/stat").exists():
        if Path(f"/proc/{worker}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
            return
        time.sleep(0.05)
    assert not Path(f"/proc/{worker}").exists()


def test_memory_is_bounded(folder: Path) -> None:
    write_snapshot(folder, [(iri(f"s{n}"), iri("p"), Literal(n), URIRef(CURRENT)) for n in range(2000)])
    with EmbeddedStore(folder, Limits(seconds=20, memory=64 << 20)) as store:
        with pytest.raises(QueryTooLarge, match="64 MiB") as caught:
            store.query("SELECT DISTINCT ?a ?b { ?a ?p ?x . ?b ?q ?y } ORDER BY ?x ?y")
        assert caught.value.limit == "memory"
        assert store.ask("ASK { ?s ?p ?o }")


def test_the_queue_is_bounded(folder: Path, plan: list[Quad]) -> None:
    write_snapshot(folder, plan)
    with EmbeddedStore(folder, Limits(seconds=1, workers=1, queue=1)) as store:
        caught: list[type[Exception]] = []

        def ask() -> None:
            try:
                store.query(RUNAWAY)
            except StoreError as error:
                caught.append(type(error))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(kind.__name__ for kind in caught) == [Overloaded.__name__] * 2 + [QueryTimeout.__name__] * 2


# ---- workers that die, builds that change


def test_a_killed_worker_is_replaced(served: EmbeddedStore) -> None:
    served.ask("ASK {}")
    for pid in served.pool.pids():
        os.kill(pid, signal.SIGKILL)
    assert served.ask("ASK { ?s ?p ?o } # of a worker that was killed")


def test_a_worker_killed_at_work_is_asked_again(served: EmbeddedStore) -> None:
    served.ask("ASK {}")
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    killers = [threading.Timer(0.05, os.kill, (pid, signal.SIGKILL)) for pid in served.pool.pids()]
    before = served.pool.pids()
    for killer in killers:
        killer.start()
    answer = served.query(slow, accept="text/csv", limits=Limits(seconds=20))
    for killer in killers:
        killer.join()
    assert answer.body == b"n\r\n%d\r\n" % 174**3
    assert not set(before) & set(served.pool.pids())


@pytest.fixture
def asked(served: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that workers are asked from now on."""
    texts: list[str] = []
    ask = served.dispatcher.ask

    def told(request: Request, seconds: float) -> Answer:
        texts.append(request.text)
        return ask(request, seconds)

    monkeypatch.setattr(served.dispatcher, "ask", told)
    return texts


def test_the_same_question_is_answered_once_a_build(served: EmbeddedStore, asked: list[str]) -> None:
    text = "SELECT ?s { ?s a ?kept } LIMIT 1"
    answers = [served.query(text) for _ in range(3)]
    assert asked == [text]
    assert len({answer.body for answer in answers}) == 1
    kind = iri("ontology#Measure")
    others = [
        served.query(text, accept="text/csv"),
        served.query(text, default_graphs=[CURRENT]),
        served.query(text, default_graphs=[], named_graphs=[CURRENT]),
        served.query("SELECT ?s ?kept { ?s a ?kept } LIMIT 1", params={"kept": kind}),
        served.query("SELECT ?s ?kept { ?s a ?kept } LIMIT 1"),
    ]
    assert len(asked) == 1 + len(others)


@pytest.mark.parametrize("word", ["NOW()", "now( )", "RAND()", "UUID()", "STRUUID()", "\\u004EOW()"])
def test_what_is_of_the_moment_is_asked_each_time(word: str, served: EmbeddedStore, asked: list[str]) -> None:
    for _ in range(2):
        with contextlib.suppress(QueryError):
            served.query(f"SELECT ({word} AS ?value) {{}}")
    assert len(asked) == 2


def test_what_was_asked_wrongly_is_asked_again(served: EmbeddedStore, asked: list[str]) -> None:
    for _ in range(2):
        with pytest.raises(QueryError):
            served.query("SELECT ?x { ?x }")
    assert len(asked) == 2


def test_a_new_build_is_noticed_under_load(folder: Path) -> None:
    write_snapshot(folder, numbered(0))
    with EmbeddedStore(folder, Limits(workers=2)) as store:
        seen: list[list[int]] = [[], [], []]
        failures: list[Exception] = []
        patience = time.monotonic() + 60

        def ask(mine: list[int]) -> None:
            while 5 not in mine and time.monotonic() < patience:
                try:
                    mine.append(int(str(store.select("SELECT ?o { ?s ?p ?o }")[0]["o"])))
                except StoreError as error:
                    failures.append(error)

        threads = [threading.Thread(target=ask, args=(mine,)) for mine in seen]
        for thread in threads:
            thread.start()
        for number in range(1, 6):
            time.sleep(0.15)
            write_snapshot(folder, numbered(number))
        for thread in threads:
            thread.join()
        assert failures == []
        for mine in seen:
            assert mine == sorted(mine)  # never an older build after a newer one
            assert mine[-1] == 5
        assert store.select("SELECT ?o { ?s ?p ?o }") == [{"o": Literal(5)}]


def test_a_store_without_a_build(folder: Path) -> None:
    with open_store(folder) as store:
        with pytest.raises(StoreError, match="run `kzedu build` first"):
            store.ask("ASK {}")
        with pytest.raises(StoreError, match="no build"):
            _ = store.version
        store.write(numbered(7))
        assert store.select("SELECT ?o { ?s ?p ?o }") == [{"o": Literal(7)}]


def test_graphs_and_versions(store: Store, plan: list[Quad]) -> None:
    assert store.graphs()[REGISTRY] == 15
    assert store.graphs()[AUDIT] == 11
    version = store.version
    assert version == store.version
    if isinstance(store, MemoryStore):
        store.write(plan[:1])
        assert store.version != version
