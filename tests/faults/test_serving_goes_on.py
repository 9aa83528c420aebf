"""Serving while things break: builds are replaced, processes killed, ports taken, and nobody gets a wrong answer."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.load import load, path_of
from flask import Flask
from rdflib.term import Literal, URIRef
from store_fixture import RUNAWAY, iri, read_quads
from werkzeug.serving import make_server

from kzedu_graph.store.stores import CURRENT, EmbeddedStore, Limits, QueryTimeout, StoreError, write_snapshot
from web.endpoint.sparql import create_blueprint
from web.server import PortTakenError, run_server

LIGHT = path_of("ASK { ?s ?p ?o }")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    write_snapshot(tmp_path, read_quads())
    with EmbeddedStore(tmp_path, Limits(seconds=1, quick=0.1, kept=0)) as opened:
        yield opened


@pytest.fixture
def port(store: EmbeddedStore) -> Iterator[int]:
    app = Flask(__name__)
    app.register_blueprint(create_blueprint(store))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()


def test_a_store_replaced_under_load_fails_no_request(store: EmbeddedStore, port: int) -> None:
    done = threading.Event()

    def replace() -> None:
        number = 0
        while not done.is_set():
            number += 1
            write_snapshot(store.folder, [*read_quads(), (iri("a"), iri("is"), Literal(number), URIRef(CURRENT))])
            time.sleep(0.3)

    writer = threading.Thread(target=replace)
    writer.start()
    seen = load(port, [LIGHT, path_of("SELECT * { ?s ?p ?o } LIMIT 50")], 4, 4)
    done.set()
    writer.join()
    assert set(seen.statuses) == {200}, seen.statuses
    assert len(seen.seconds) > 50


def test_workers_and_their_nursery_killed_under_load_fail_no_request(store: EmbeddedStore, port: int) -> None:
    done = threading.Event()

    def kill() -> None:
        turn = 0
        while not done.wait(0.4):
            turn += 1
            factory = store.pool._nursery
            victims = [factory.pid] if turn % 3 == 0 and factory else store.pool.pids()[:1]
            for pid in victims:
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    continue  # ended by itself

    killer = threading.Thread(target=kill)
    killer.start()
    seen = load(port, [LIGHT], 5, 4)
    done.set()
    killer.join()
    assert set(seen.statuses) == {200}, seen.statuses


def test_many_runaways_leave_nothing_behind(store: EmbeddedStore) -> None:
    """A dozen here, a hundred in `make bench`: each is stopped near its limit, and no process or handle stays."""

    def state() -> tuple[int, int]:
        children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
        return len(children), len(list(Path("/proc/self/fd").iterdir()))

    store.ask("ASK {}")
    before = state()
    for number in range(12):
        with pytest.raises(QueryTimeout):  # without a limit it would take years
            store.query(f"{RUNAWAY} # {number}", limits=Limits(seconds=0.2))
    assert store.ask("ASK { ?s ?p ?o }")
    assert state()[0] == before[0]
    assert abs(state()[1] - before[1]) <= 2


def test_a_long_query_does_not_hold_up_others(tmp_path: Path) -> None:
    write_snapshot(tmp_path, read_quads())
    done: list[int] = []
    with EmbeddedStore(tmp_path, Limits(seconds=30, quick=0.1, wait=0.5, kept=0)) as store:
        store.ask("ASK {}")

        def swallow(number: int) -> None:
            with pytest.raises(StoreError):
                store.query(f"{RUNAWAY} # {number}")
            done.append(number)

        long = [threading.Thread(target=swallow, args=(number,)) for number in range(6)]
        for thread in long:
            thread.start()
        until = time.monotonic() + 25
        while len(done) < 4 and time.monotonic() < until:  # of six, two run, and the others find no place
            time.sleep(0.02)
        for _ in range(20):
            assert store.ask("ASK { ?s ?p ?o }")
        assert len(done) == 4  # and the two are still at it
        for thread in long:
            thread.join()


def test_a_build_that_becomes_bad_does_not_stop_what_is_loaded(store: EmbeddedStore) -> None:
    version = store.version
    assert store.ask("ASK { ?s ?p ?o }")
    for path in (store.folder / "builds").rglob("snapshot.nq"):
        path.write_bytes(b"rubbish")
    (store.folder / "current").write_text("0000000000000000\n")
    time.sleep(0.1)
    assert store.ask("ASK { ?s ?p ?o }")
    assert store.version == version
    with EmbeddedStore(store.folder) as fresh, pytest.raises(StoreError, match="build again"):
        fresh.ask("ASK {}")


def test_a_taken_port_is_said(store: EmbeddedStore) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(PortTakenError, match="--port"):
            run_server(str(store.folder), "127.0.0.1", taken.getsockname()[1])
