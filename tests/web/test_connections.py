"""Connections: slow clients cost no thread, deadlines close them, and there is always room for one more."""

from __future__ import annotations

import errno
import json
import socket
import threading
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

import pytest

from kzedu_graph.store.engine.answers import Request
from kzedu_graph.store.engine.at_once import Begun, NotYet, must_be_quick
from kzedu_graph.store.stores import StoreError
from web import connections
from web.connections import Deadlines, Server
from web.endpoint.clients import Clients
from web.endpoint.protocol import EndpointSettings, shared_headers
from web.server import PublicAddress, read_address

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from kzedu_graph.store.engine.workers import Worker

FAR = 3_600.0
OK = b"HTTP/1.1 200 OK"


def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """What was asked, as JSON."""
    body = environ["wsgi.input"].read()
    told = {"path": environ["PATH_INFO"], "script": environ.get("SCRIPT_NAME"), "body": len(body)}
    answer = json.dumps(told).encode()
    start_response("200 OK", [("Content-Length", str(len(answer))), ("ETag", '"a"')])
    return [answer]


class Running:
    """A server in a thread of its own, with the deadlines and numbers of a test."""

    def __init__(self, application: WSGIApplication = app, *, at_once: bool = False, **deadlines: float) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=50)
        self.socket.setblocking(False)
        numbers = {"head": FAR, "body": FAR, "idle": FAR, "answer": FAR} | deadlines
        self.server = Server(
            application,
            self.socket,
            Clients(),
            Deadlines(**numbers),
            threads=2,
            largest=50_000,
            each=3,
            origin=shared_headers(EndpointSettings()),
            at_once=at_once,
        )
        self._stop = False
        self.thread = threading.Thread(target=self._run)
        self.thread.start()
        self.port = self.socket.getsockname()[1]

    def _run(self) -> None:
        while not self._stop:
            self.server.turn(0.05)

    def stop(self) -> None:
        """End the thread and close everything."""
        self._stop = True
        self.thread.join()
        self.server.task_dispatcher.shutdown()
        for channel in list(self.server.active_channels.values()):
            channel.handle_close()
        self.server.close()

    def connect(self, sent: bytes = b"") -> socket.socket:
        """A connection that has sent something."""
        made = socket.create_connection(("127.0.0.1", self.port), timeout=60)
        made.sendall(sent)
        return made

    def ask(self, sent: bytes) -> bytes:
        """The answer to a request, to the end of its body."""
        with self.connect(sent) as made:
            return answer_of(made)


def answer_of(made: socket.socket) -> bytes:
    """Head and body of one answer."""
    data = b""
    while b"\r\n\r\n" not in data:
        part = made.recv(1 << 16)
        if not part:
            return data
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += made.recv(1 << 16)
    return head + b"\r\n\r\n" + body


def is_closed(made: socket.socket) -> bool:
    """Whether the server hangs up, waited for as long as the socket waits."""
    try:
        return made.recv(1) == b""
    except ConnectionResetError:
        return True


@pytest.fixture
def running() -> Iterator[Running]:
    server = Running()
    yield server
    server.stop()


GET = b"GET /a HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.mark.parametrize(
    ("deadline", "sent"),
    [
        ("head", b"GET /a HTTP/1.1\r\nHost: x\r\nX-Slow: "),
        ("body", b"POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf"),
        ("idle", b""),
    ],
)
def test_a_deadline_closes_who_lets_it_pass(deadline: str, sent: bytes) -> None:
    server = Running(**{deadline: 0.2})
    try:
        with server.connect(sent) as slow:
            assert is_closed(slow)
    finally:
        server.stop()


def test_slow_clients_hold_no_thread(running: Running) -> None:
    running.server.each = 100
    slow = [running.connect(b"POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf") for _ in range(50)]
    assert running.ask(GET).startswith(OK)  # with two threads
    slow[0].sendall(b" done")
    assert b'"body": 9' in answer_of(slow[0])
    for made in slow:
        made.close()


def test_a_newcomer_takes_the_place_of_who_asked_nothing_for_longest(running: Running) -> None:
    first, second, third = (running.connect() for _ in range(3))
    for made in (second, third):
        made.sendall(GET)
        assert answer_of(made).startswith(OK)
    with running.connect(GET) as newcomer:
        assert answer_of(newcomer).startswith(OK)
        assert is_closed(first)
        second.sendall(GET)
        assert answer_of(second).startswith(OK)
    second.close()
    third.close()


def test_without_descriptors_the_server_goes_on(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    idle = running.connect()
    real, refused = running.server.socket, threading.Event()

    class Full:
        """A listening socket in a process without descriptors, until a connection was closed."""

        def accept(self) -> Any:
            if not refused.is_set():
                refused.set()
                raise OSError(errno.EMFILE, "too many open files")
            return real.accept()

        def __getattr__(self, name: str) -> Any:
            return getattr(real, name)

    until_counted = threading.Event()
    while not until_counted.is_set() and not running.server.active_channels:
        until_counted.wait(0.01)
    monkeypatch.setattr(running.server, "socket", Full())
    assert running.ask(GET).startswith(OK)
    assert is_closed(idle)


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n", 400),
        (b"GET /" + b"a" * 60_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414),
        (b"POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n", 413),
        (b"GET /a HTTP/1.1\r\nHost: x\r\n" + b"X-A: b\r\n" * 9_000 + b"\r\n", 431),
    ],
)
def test_what_cannot_be_read_is_a_problem_document_for_pages_elsewhere(
    running: Running, sent: bytes, status: int
) -> None:
    head, _, body = running.ask(sent).partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status}".encode()) or head.startswith(f"HTTP/1.0 {status}".encode())
    assert b"Access-Control-Allow-Origin: *" in head
    assert b"application/problem+json" in head
    assert json.loads(body)["status"] == status


def test_no_header_moves_the_application(running: Running) -> None:
    answer = running.ask(b"GET /a HTTP/1.1\r\nHost: x\r\nSCRIPT_NAME: /evil\r\nScript-Name: /evil\r\n\r\n")
    assert b'"path": "/a", "script": ""' in answer
    assert b"\r\nETag: " in answer


def test_a_proxy_of_ours_brings_many_clients() -> None:
    clients = Clients(header="X-Real-IP")
    assert clients.is_proxy("127.0.0.1")
    assert not clients.is_proxy("192.0.2.1")
    assert not Clients().is_proxy("127.0.0.1")


def test_there_is_room_for_files_beside_the_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections.resource, "getrlimit", lambda _: (1024, 2048))
    raised: list[tuple[int, int]] = []
    monkeypatch.setattr(connections.resource, "setrlimit", lambda _, limits: raised.append(limits))
    assert connections.most_connections() == 2048 - 256
    assert raised == [(2048, 2048)]


def test_links_begin_with_the_public_address() -> None:
    seen: list[tuple[str, str]] = []

    def told(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        seen.append((environ["wsgi.url_scheme"], environ["HTTP_HOST"]))
        return []

    for environment in ({"KZEDU_ADDRESS": "https://kzedu.example.org/"}, {}):
        front = PublicAddress(told, read_address(environment, "127.0.0.1", 8000))  # type: ignore[arg-type]
        list(front({"HTTP_HOST": "evil.example", "HTTP_X_FORWARDED_PROTO": "gopher"}, lambda *_: lambda _: None))  # type: ignore[arg-type, return-value]
    assert seen == [("https", "kzedu.example.org"), ("http", "127.0.0.1:8000")]
    assert read_address({}, "::1", 1) == urlsplit("http://[::1]:1")
    for wrong in ("kzedu.example.org", "https://x/path", "ftp://x", "https://user@x"):
        with pytest.raises(StoreError, match="without a path"):
            read_address({"KZEDU_ADDRESS": wrong}, "127.0.0.1", 1)


def _plain(number: int) -> bytes:
    return b"GET /sparql?query=ASK%%7B%%7D%%23%d HTTP/1.1\r\nHost: x\r\n\r\n" % number


def test_a_plain_question_is_answered_by_the_loop_and_a_slow_one_by_a_thread() -> None:
    by: list[tuple[str, str]] = []

    def tried(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        slow = environ["QUERY_STRING"].endswith("1")
        quick = must_be_quick()
        by.append((environ["PATH_INFO"], threading.current_thread().name if quick is None else "loop"))
        if slow and quick:
            raise NotYet
        return app(environ, start_response)

    server = Running(application=tried, at_once=True)
    try:
        assert server.ask(_plain(0)).startswith(OK)
        assert server.ask(_plain(1)).startswith(OK)
        assert server.ask(GET).startswith(OK)
        with server.connect(_plain(0) + _plain(1) + GET + _plain(0)) as many:  # one behind the other on one line
            data = b""
            while data.count(OK) < 4 or not data.endswith(b"}"):
                data += many.recv(1 << 16)
    finally:
        server.stop()
    where = [name == "loop" for _, name in by]
    assert where[:4] == [True, True, False, False]
    assert where[4:] == [True, True, False, False, True]


def test_an_answer_is_sent_in_one_piece_with_its_head(running: Running) -> None:
    with running.connect(GET) as made:
        data = made.recv(1 << 16)
    assert data.startswith(OK)
    assert data.endswith(b"}")


def test_what_was_begun_for_a_client_that_is_gone_is_let_go() -> None:
    gone, let = threading.Event(), threading.Event()

    def tried(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        at_once = must_be_quick()
        if at_once:
            at_once.leave(Begun(Request("ASK {}", "text/csv"), cast("Worker", None), 0.0, let.set))
            raise NotYet
        gone.wait(60)
        return app(environ, start_response)

    server = Running(application=tried, at_once=True)
    try:
        made = server.connect(_plain(1))
        made.close()
        gone.set()
        assert let.wait(60)
    finally:
        gone.set()
        server.stop()
