"""A question tried for a moment: answered, or left with its worker for whoever may wait; nothing is lost or kept."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from rdflib.term import Literal, URIRef
from store_fixture import iri

from kzedu_graph.store.engine.answers import Limits, asking_client
from kzedu_graph.store.engine.at_once import AtOnce, NotYet, asked_at_once
from kzedu_graph.store.engine.priorities import may_go_first
from kzedu_graph.store.stores import CURRENT, EmbeddedStore, QueryError, QueryTimeout, write_snapshot

NUMBER = 80
LIGHT = "ASK { ?s ?p ?o }"
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
ENDLESS = f"{SLOW[:-1]} . ?j ?k ?l . ?m ?n2 ?o }}"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    write_snapshot(tmp_path, [(iri(f"s{n}"), iri("p"), Literal(n), URIRef(CURRENT)) for n in range(NUMBER)])
    store = EmbeddedStore(tmp_path, Limits(workers=1, long=1, queue=0, quick=1.0, seconds=2.0, kept=0))
    assert store.ask(LIGHT)
    yield store
    store.close()


@contextmanager
def trying(at_once: AtOnce | None) -> Iterator[None]:
    token = asked_at_once.set(at_once)
    try:
        yield
    finally:
        asked_at_once.reset(token)


def test_an_answer_that_is_there_in_a_moment_is_given(store: EmbeddedStore) -> None:
    with trying(AtOnce(30.0)):
        assert store.ask(LIGHT)
        with pytest.raises(QueryError):
            store.query("SELECT ?s { ?s ?p ?o } ORDER BY COUNT(")
        assert store.ask(LIGHT)


def test_what_takes_longer_goes_on_at_the_same_worker(store: EmbeddedStore) -> None:
    pids, at_once = store.pool.pids(), AtOnce(1e-6)
    with trying(at_once):
        with pytest.raises(NotYet):
            store.query(SLOW)
        at_once.seconds = 0.0
        assert f'"{NUMBER**3}"'.encode() in store.query(SLOW).body
    assert set(store.pool.pids()) & set(pids), "the worker that had begun gave the answer"


def test_what_never_ends_is_stopped_all_the_same(store: EmbeddedStore) -> None:
    at_once = AtOnce(1e-6)
    with trying(at_once):
        with pytest.raises(NotYet):
            store.query(ENDLESS)
        at_once.seconds = 0.0
        with pytest.raises(QueryTimeout):
            store.query(ENDLESS)
    assert store.ask(LIGHT), "its place is free"
    with trying(AtOnce(30.0)), pytest.raises(NotYet):
        store.query(ENDLESS)  # known to be long: it does not even begin


def test_what_nobody_goes_on_with_gives_its_place_back(store: EmbeddedStore) -> None:
    pids, at_once = store.pool.pids(), AtOnce(1e-6)
    with trying(at_once), pytest.raises(NotYet):
        store.query(ENDLESS)
    with trying(AtOnce(30.0)), pytest.raises(NotYet):
        store.ask(LIGHT)  # the only place is taken
    at_once.close()
    assert store.ask(LIGHT), "with a queue of none, a place that was lost would be missed"
    assert not set(store.pool.pids()) & set(pids), "the worker that was at it is ended"


def test_another_question_of_the_same_request_is_begun_for_itself(store: EmbeddedStore) -> None:
    at_once = AtOnce(1e-6)
    with trying(at_once), pytest.raises(NotYet):
        store.query(SLOW)
    begun = at_once._begun
    assert begun
    assert at_once.resume(begun.request.__class__(text=LIGHT, media_type=begun.request.media_type)) is None
    at_once.close()
    at_once.close()  # twice is once
    assert store.ask(LIGHT)


def test_a_heavy_client_is_not_tried(store: EmbeddedStore) -> None:
    token = asking_client.set("203.0.113.7")
    try:
        with pytest.raises(QueryTimeout):
            store.query(ENDLESS)
        with trying(AtOnce(30.0)), pytest.raises(NotYet):
            store.ask(LIGHT)
        assert store.ask(LIGHT)
    finally:
        asking_client.reset(token)


def test_a_worker_that_was_killed_is_no_answer_at_once(store: EmbeddedStore) -> None:
    [pid] = store.pool.pids()
    os.kill(pid, signal.SIGKILL)
    with trying(AtOnce(30.0)), pytest.raises(NotYet):
        store.ask(LIGHT)
    assert store.ask(LIGHT)


def test_beside_a_long_question_a_worker_waits_for_the_next(store: EmbeddedStore) -> None:
    def ask() -> None:
        with pytest.raises(QueryTimeout):
            store.query(ENDLESS)

    long = threading.Thread(target=ask)
    long.start()
    until = time.monotonic() + 30
    while len(store.pool.pids()) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    with trying(AtOnce(30.0)):
        assert store.ask(LIGHT), "none is made for it"
    long.join()


@pytest.mark.skipif(not may_go_first(), reason="no right to turns in real time here (RLIMIT_RTPRIO)")
def test_what_is_tried_goes_first_for_a_moment_and_no_longer(store: EmbeddedStore) -> None:
    def policies() -> set[int]:
        return {os.sched_getscheduler(pid) & ~os.SCHED_RESET_ON_FORK for pid in store.pool.pids()}

    assert policies() == {os.SCHED_OTHER}
    with trying(AtOnce(30.0)):
        assert store.ask(LIGHT)
    assert policies() == {os.SCHED_RR}, "it waits for the next question that is tried"
    assert store.ask(LIGHT)
    assert policies() == {os.SCHED_OTHER}, "a question that may take its time waits for its turns"
    at_once = AtOnce(1e-6)
    with trying(at_once), pytest.raises(NotYet):
        store.query(ENDLESS)
    assert policies() == {os.SCHED_OTHER}, "what takes longer goes on as others do"
    at_once.close()
