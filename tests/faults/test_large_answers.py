"""Large answers: kept in no memory of the server, sent whole or seen to be broken, whoever dies or reads slowly."""

from __future__ import annotations

import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

import pytest
from bench.load import path_of
from flask import Flask
from store_fixture import read_quads
from werkzeug.serving import make_server

from kzedu_graph.store.engine.answers import Answer, SpooledBody
from kzedu_graph.store.engine.channels import HEAD, SPOOLED, Channel, WorkerGone
from kzedu_graph.store.stores import EmbeddedStore, Limits, MemoryStore, write_snapshot
from web.endpoint.sparql import create_blueprint

WIDE = "SELECT ?s ?p ?o ?x { ?s ?p ?o BIND('" + "w" * 30_000 + "' AS ?x) } ORDER BY ?s ?p ?o"
SLOW_READERS = 20


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    write_snapshot(tmp_path, read_quads())
    with EmbeddedStore(tmp_path, Limits(seconds=60)) as opened:
        yield opened


@pytest.fixture
def port(store: EmbeddedStore) -> Iterator[int]:
    app = Flask(__name__)
    app.register_blueprint(create_blueprint(store))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    server.daemon_threads = True  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()


def get(port: int, path: str, method: str = "GET") -> http.client.HTTPResponse:
    """The answer to a request, of which nothing was read but its head."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request(method, path)
    return connection.getresponse()


def anonymous_memory() -> int:
    """What this process holds in memory that no file backs, in bytes."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("RssAnon:")[1].split()[0]) << 10


def test_a_large_answer_is_whole(store: EmbeddedStore, port: int) -> None:
    wanted = MemoryStore(read_quads()).query(WIDE).body
    assert len(wanted) > 3 * SPOOLED
    assert isinstance(store.query(WIDE).data, SpooledBody)
    answer = get(port, path_of(WIDE))
    assert (answer.status, answer.headers["Content-Length"]) == (200, str(len(wanted)))
    assert answer.read() == wanted
    head = get(port, path_of(WIDE), "HEAD")
    assert (head.headers["Content-Length"], head.headers["ETag"]) == (str(len(wanted)), answer.headers["ETag"])
    rows = store.select(WIDE)
    assert len(rows) == len(json.loads(wanted)["results"]["bindings"])


def test_slow_readers_hold_neither_memory_nor_workers(store: EmbeddedStore, port: int) -> None:
    size = len(store.query(WIDE).data)
    get(port, path_of(WIDE)).read()
    before = anonymous_memory()
    slow = [get(port, path_of(f"{WIDE} # {number}")) for number in range(SLOW_READERS)]  # and none of them reads on
    assert all(answer.headers["Content-Length"] == str(size) for answer in slow)
    assert anonymous_memory() - before < SLOW_READERS * size / 4
    assert get(port, path_of("ASK { ?s ?p ?o }")).status == 200
    for answer in slow:
        assert len(answer.read()) == size


def test_a_worker_that_dies_while_it_answers_has_not_answered() -> None:
    ours, theirs = socket.socketpair()
    channel = Channel(ours)
    head = b'{"media_type": "text/csv", "cut": ""}'
    theirs.sendall(HEAD.pack(len(head), 3 * SPOOLED, 0.0) + head + b"x" * 10)
    with pytest.raises(TimeoutError):
        channel.receive(time.monotonic() + 0.05)
    writer = threading.Thread(target=theirs.sendall, args=(b"y" * SPOOLED,))
    writer.start()
    with pytest.raises(TimeoutError):  # it is slow, and goes on where it was
        channel.receive(time.monotonic() + 1)
    writer.join()
    theirs.close()
    with pytest.raises(WorkerGone):
        channel.receive(time.monotonic() + 60)
    channel.close()


def test_a_message_in_many_parts_is_one() -> None:
    ours, theirs = socket.socketpair()
    channel, body = Channel(ours), bytes(range(256)) * (SPOOLED // 128)
    message = HEAD.pack(2, len(body), 0.0) + b"{}" + body

    def send() -> None:
        for start in range(0, len(message), 65_537):
            theirs.sendall(message[start : start + 65_537])

    writer = threading.Thread(target=send)
    writer.start()
    _, received = channel.receive(time.monotonic() + 60)
    writer.join()
    assert isinstance(received, SpooledBody)
    assert b"".join(received.pieces()) == body
    theirs.sendall(HEAD.pack(2, 3, 0.0) + b"{}abc")
    assert channel.receive(time.monotonic() + 60) == ({}, b"abc")
    theirs.close()
    channel.close()


def test_an_answer_that_breaks_off_is_seen(store: EmbeddedStore, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the server itself fails in the middle, the client has fewer bytes than it was promised."""

    class Broken(SpooledBody):
        def pieces(self) -> Iterator[bytes]:
            for number, piece in enumerate(super().pieces()):
                if number == 3:
                    raise OSError("the disk is gone")
                yield piece

    def broken(*_: object) -> Answer:
        file = TemporaryFile()  # noqa: SIM115
        file.write(b"x" * (2 * SPOOLED))
        return Answer("text/csv", Broken(file))

    monkeypatch.setattr(store.dispatcher, "ask", broken)
    answer = get(port, path_of(WIDE))
    assert answer.status == 200
    with pytest.raises(http.client.IncompleteRead):
        answer.read()
