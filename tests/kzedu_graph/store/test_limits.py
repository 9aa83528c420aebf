"""No question takes more rows, bytes, time, memory or places than the store allows."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from places import ROOT
from rdflib.term import Literal, URIRef
from store_fixture import RUNAWAY, iri

from kzedu_graph.store.engine import oxigraph
from kzedu_graph.store.engine.media_types import RESULTS
from kzedu_graph.store.stores import (
    CURRENT,
    EmbeddedStore,
    Limits,
    Overloaded,
    Quad,
    QueryTimeout,
    QueryTooLarge,
    Store,
    StoreError,
    write_snapshot,
)


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
