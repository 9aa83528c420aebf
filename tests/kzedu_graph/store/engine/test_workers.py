"""A worker whose asker hung up ends without a word."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from rdflib.term import Literal, URIRef
from store_fixture import iri

from kzedu_graph.store.builds import listed
from kzedu_graph.store.engine.answers import Limits, Request
from kzedu_graph.store.engine.worker_pool import WorkerPool
from kzedu_graph.store.engine.workers import WorkerFactory, large_pages
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


@pytest.mark.parametrize(
    ("told", "given"),
    [
        ({}, "glibc.malloc.hugetlb=1"),
        ({"GLIBC_TUNABLES": "glibc.malloc.check=1"}, "glibc.malloc.check=1:glibc.malloc.hugetlb=1"),
        ({"GLIBC_TUNABLES": "glibc.malloc.hugetlb=0"}, "glibc.malloc.hugetlb=0"),
    ],
)
def test_an_operators_word_on_large_pages_holds(told: dict[str, str], given: str) -> None:
    assert large_pages(told) == given


@pytest.mark.skipif(sys.platform != "linux", reason="where a process runs can be told on Linux")
def test_workers_are_made_beside_the_processor_that_is_kept_free(tmp_path: Path) -> None:
    write_snapshot(tmp_path, [(iri("s"), iri("p"), Literal("x"), URIRef(CURRENT))])
    ours = sorted(os.sched_getaffinity(0))
    shared = ours[:-1] or ours
    pool = WorkerPool(lambda: listed(tmp_path), Limits(workers=2))
    try:
        asked, long = pool.take(), pool.take()
        assert sorted(os.sched_getaffinity(asked.factory.pid)) == shared
        assert sorted(os.sched_getaffinity(asked.pid)) == shared, "it is new"
        for worker in (asked, long):
            if worker is long:
                worker.lower()
            worker.begin(Request("ASK { ?s ?p ?o }", "application/sparql-results+json"), 5)
            worker.answer(time.monotonic() + 5)
        assert sorted(os.sched_getaffinity(asked.pid)) == ours
        assert sorted(os.sched_getaffinity(long.pid)) == shared, "it had stepped back before it was asked"
    finally:
        pool.close()


def test_workers_that_step_back_are_replaced_at_once(tmp_path: Path) -> None:
    write_snapshot(tmp_path, [(iri("s"), iri("p"), Literal("x"), URIRef(CURRENT))])
    pool = WorkerPool(lambda: listed(tmp_path), Limits(workers=2))
    try:
        long = pool.take()
        long.lower()
        pool.refill()
        assert len(pool.pids()) == 3, "two for short questions, beside the one that will not come back"
        pool.refill()
        assert len(pool.pids()) == 3
        pool.discard(long)
        assert len(pool.pids()) == 2
    finally:
        pool.close()
