"""A worker whose asker hung up ends without a word."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from rdflib.term import Literal, URIRef
from store_fixture import iri

from kzedu_graph.store.builds import listed
from kzedu_graph.store.engine.answers import Limits, Request
from kzedu_graph.store.engine.workers import WorkerFactory
from kzedu_graph.store.stores import CURRENT, write_snapshot


def test_a_worker_whose_asker_is_gone_says_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_snapshot(tmp_path, [(iri(f"s{n}"), iri("p"), Literal("x" * 1000), URIRef(CURRENT)) for n in range(2000)])
    factory = WorkerFactory(listed(tmp_path), Limits())
    try:
        factory.wait_ready()
        worker = factory.spawn()
        worker.begin(Request("SELECT ?s ?o { GRAPH ?g { ?s ?p ?o } }", "text/csv"), 20)
        worker._channel.close()  # the answer is larger than what a socket holds
        until = time.monotonic() + 30
        while time.monotonic() < until and Path(f"/proc/{worker.pid}/stat").read_text().split(")")[1].split()[0] != "Z":
            time.sleep(0.02)
        assert factory.end(worker.pid) == 0, "it had ended of itself"
        assert factory.alive
        os.kill(factory.pid, 0)
    finally:
        factory.close()
    assert capfd.readouterr().err == ""
