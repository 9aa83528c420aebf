"""Who is connected: requests are read and answers are sent without a thread for either, within deadlines and numbers.

gunicorn keeps the processes; in each of them one loop of waitress holds all connections, and a thread works only for a
request that has come whole. So a client that is slow, on purpose or by its line, costs a descriptor and nothing else.
A plain question is tried by the loop itself, for a moment: see `kzedu_graph.store.engine.at_once`.
"""

from __future__ import annotations

import errno
import resource
import socket
import time
from collections import Counter, deque
from contextlib import suppress
from dataclasses import dataclass
from threading import get_ident
from typing import TYPE_CHECKING, Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer

from kzedu_graph.store.engine.at_once import AtOnce, NotYet, asked_at_once
from kzedu_graph.store.engine.scheduler import address_block
from web.endpoint.clients import Clients
from web.endpoint.fast_path import is_plain
from web.http_messages import NamedTask, ProblemTask, RequestHead

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

LOOK_SECONDS = 0.5
"""Between two looks at deadlines, and at whether to stop."""
_SPARE_DESCRIPTORS = 256
"""Of a process, for what is no connection: files, workers, answers that wait in files."""
_MOST = 8_192
_REFUSAL = b"HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 5\r\nContent-Length: 0\r\n\r\n"
_AT_ONCE = 0.002
"""Seconds in which a plain question is answered by the loop, or left to a thread."""
_TURN = 0.01
"""Seconds that all plain questions of one turn of the loop take at most."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """Seconds: for the `head` of a request and for its `body` in all, without a request (`idle`), and without taking a
    byte of an `answer`; `stop` for requests under way when the server stops.
    """

    head: float = 10.0
    body: float = 30.0
    idle: float = 30.0
    answer: float = 60.0
    stop: float = 10.0


class Connection(HTTPChannel):  # type: ignore[misc]
    """One client's connection."""

    parser_class = RequestHead
    task_class = NamedTask
    error_task_class = ProblemTask

    def __init__(self, server: Server, sock: socket.socket, addr: Any, adj: Adjustments, map: Any = None) -> None:
        self.block = server.block_of(addr)
        self.began = time.time()
        self.at_once: AtOnce | None = None
        super().__init__(server, sock, addr, adj, map=map)

    def received(self, data: bytes) -> bool:
        """Take what came; a request begins with its first byte."""
        if self.request is None:
            self.began = time.time()
        return bool(super().received(data))

    def is_overdue(self, now: float, deadlines: Deadlines) -> bool:
        """Whether the client let a deadline pass; never while its request is worked at."""
        if self.requests:
            return False
        if self.total_outbufs_len:
            return bool(now - self.last_activity > deadlines.answer)
        if self.request is None:
            return bool(now - self.last_activity > deadlines.idle)
        return now - self.began > (deadlines.body if self.request.headers_finished else deadlines.head)

    def is_plain(self) -> bool:
        """Whether the request that has come may be tried at once."""
        request = self.requests[0]
        return not request.error and is_plain(request.command, request.path, request.query)

    def try_at_once(self) -> bool:
        """Answer the request that has come if that takes but a moment; else it is left to a thread."""
        self.at_once = AtOnce(_AT_ONCE)
        token = asked_at_once.set(self.at_once)
        try:
            super().service()
        except NotYet:
            self.at_once.seconds = 0.0
            return False
        finally:
            asked_at_once.reset(token)
        self.at_once = None
        return True

    def service(self) -> None:
        """Answer the request that has come; called by a thread that may wait."""
        at_once, self.at_once = self.at_once, None
        token = asked_at_once.set(at_once)
        try:
            super().service()
        finally:
            asked_at_once.reset(token)
            if at_once:
                at_once.close()

    def add_channel(self, map: Any = None) -> None:
        """The connection is counted from here on."""
        super().add_channel(map)
        self.server.held[self.block] += 1

    def del_channel(self, map: Any = None) -> None:
        """The connection is counted no longer."""
        super().del_channel(map)
        held = self.server.held
        held[self.block] -= 1
        if held[self.block] <= 0:
            del held[self.block]


class Server(TcpWSGIServer):  # type: ignore[misc]
    """All connections of a process: `most` at once, and `each` of one block of addresses that is no proxy of ours.

    With `at_once`, plain questions are tried by the loop.
    Where there is no room, the connection that has asked nothing for the longest time makes it.
    """

    channel_class = Connection

    def __init__(
        self,
        app: WSGIApplication,
        listening: socket.socket,
        clients: Clients,
        deadlines: Deadlines,
        *,
        threads: int,
        largest: int,
        each: int,
        origin: list[tuple[str, str]],
        at_once: bool = False,
    ) -> None:
        self.clients, self.deadlines, self.shared_headers = clients, deadlines, origin
        self.each, self.most = each, most_connections()
        self.held: Counter[str] = Counter()
        self._plain: deque[Connection] | None = deque() if at_once else None
        self._thread = 0
        adjustments = Adjustments(
            sockets=[listening],
            threads=threads,
            backlog=1024,
            connection_limit=1 << 30,  # told by `most`
            cleanup_interval=1,
            max_request_header_size=largest,
            max_request_body_size=largest,
            outbuf_high_watermark=1 << 40,  # an answer waits in a file, not in a thread
            asyncore_use_poll=True,
            clear_untrusted_proxy_headers=False,  # nobody believes them but `Clients`
            ident=None,
        )
        self.map: dict[int, Any] = {}
        family = listening.family
        super().__init__(
            app,
            map=self.map,
            _sock=listening,
            adj=adjustments,
            sockinfo=(family, listening.type, None, listening.getsockname()),
            bind_socket=False,
        )

    def block_of(self, addr: Any) -> str:
        """Whose connection it is; empty for one of our own proxies, which brings many clients."""
        return "" if self.clients.is_proxy(str(addr[0])) else address_block(str(addr[0]))

    def handle_accept(self) -> None:
        """Take the connections that wait, as far as there is room for them."""
        while True:
            try:
                sock, addr = self.socket.accept()
            except OSError as error:
                if error.errno in (errno.EMFILE, errno.ENFILE):
                    self._make_room()
                return
            block = self.block_of(addr)
            crowded = block and self.held[block] >= self.each
            if (crowded or len(self.map) >= self.most) and not self._make_room(block if crowded else ""):
                refuse(sock)
                continue
            self.set_socket_options(sock)
            Connection(self, sock, addr, self.adj, map=self.map)

    def _make_room(self, block: str = "") -> bool:
        """Close the connection of a block, or of whoever holds most, whose last request began the longest ago."""
        idle = [
            channel
            for channel in self.active_channels.values()
            if not channel.requests and not channel.total_outbufs_len and (not block or channel.block == block)
        ]
        if not idle:
            return False
        min(idle, key=lambda channel: (-self.held[channel.block], channel.began)).handle_close()
        return True

    def maintenance(self, now: float) -> None:
        """Close what let a deadline pass."""
        for channel in list(self.active_channels.values()):
            if channel.is_overdue(now, self.deadlines):
                channel.handle_close()

    def turn(self, seconds: float) -> None:
        """Serve what comes within so many seconds, at least once."""
        self._thread = get_ident()
        self.asyncore.loop(timeout=seconds, map=self.map, use_poll=True, count=1)
        until = time.monotonic() + _TURN if self._plain else 0.0
        while self._plain:
            channel = self._plain.popleft()
            if time.monotonic() > until or not channel.try_at_once():
                super().add_task(channel)

    def add_task(self, task: Connection) -> None:
        """Have the request of a connection answered: a plain one behind this turn, if it may be tried at once."""
        if self._plain is not None and task.is_plain():
            self._plain.append(task)
        else:
            super().add_task(task)

    def pull_trigger(self) -> None:
        """Wake the loop, if it is not the loop itself that works."""
        if get_ident() != self._thread:
            super().pull_trigger()

    def is_done(self) -> bool:
        """Whether every request that came was answered."""
        return not any(each.requests or each.total_outbufs_len for each in self.active_channels.values())


def refuse(sock: socket.socket) -> None:
    """Say that there is no room, to whoever listens, and hang up."""
    with suppress(OSError):
        sock.setblocking(False)
        sock.send(_REFUSAL)
    sock.close()


def most_connections() -> int:
    """So many connections a process may hold: below its limit of descriptors, which is raised as far as it may be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST + _SPARE_DESCRIPTORS
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    room = wanted if soft == resource.RLIM_INFINITY else soft
    return max(min(room - _SPARE_DESCRIPTORS, _MOST), 16)
