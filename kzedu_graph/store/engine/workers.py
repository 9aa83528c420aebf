"""Processes that answer queries, each with the graph in its memory, and the process that makes them.

The query engine can neither be stopped nor bounded from within, so a query runs in a process of its own, reached
over a socket (`channels`), killed at its limit and replaced. `worker_process` is the other end; `worker_pool` decides
who works for whom.
"""

from __future__ import annotations

import os
import pickle
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Protocol

from kzedu_graph.store.engine.answers import Answer, Limits, QueryError, QueryTooLarge, Request, SpooledBody, StoreError
from kzedu_graph.store.engine.channels import Channel, WorkerGone
from kzedu_graph.store.engine.priorities import (
    go_first,
    go_with_others,
    let_others_go_first,
    may_go_first,
    take_any_processor,
)
from kzedu_graph.vocabulary.places import PACKAGE

ORDER, REPLY = struct.Struct(">cQ"), struct.Struct(">Q")
"""On the control socket: an order with a process id, and a process id or a signal in return."""
SPAWN, END, KILL = b"b", b"e", b"k"
"""`KILL` waits for nothing: a process of low priority may take its time to die, and others want workers meanwhile."""
_FIELDS = attrgetter(*Request.__slots__)
_TUNABLES, _LARGE_PAGES = "GLIBC_TUNABLES", "glibc.malloc.hugetlb"


def large_pages(environment: Mapping[str, str]) -> str:
    """The C library's settings with its memory in large pages, where the operator did not say otherwise.

    A copy of a process begins and ends with a table of its pages: of large ones there are few.
    """
    set_already = environment.get(_TUNABLES, "")
    if _LARGE_PAGES in set_already:
        return set_already
    return ":".join(filter(None, [set_already, f"{_LARGE_PAGES}=1"]))


class CannotLoad(StoreError):
    """The snapshot could not be loaded."""


class Snapshot(Protocol):
    """What must be known of a build."""

    @property
    def id(self) -> str:
        """Another id means another graph."""

    @property
    def snapshot(self) -> Path:
        """The N-Quads file to load."""


class Worker:
    """One process with one graph; used by one thread at a time."""

    def __init__(self, factory: WorkerFactory, pid: int, end: socket.socket) -> None:
        self.factory = factory
        self.pid = pid
        self.lowered = False
        """Whether everybody else goes first."""
        self._goes_first = False
        self._is_new = True
        self._channel = Channel(end)

    @property
    def seconds(self) -> float:
        """Processor seconds of the last answer."""
        return self._channel.seconds

    @property
    def alive(self) -> bool:
        """Whether its end of the socket is open; asked while it is idle."""
        return self._channel.open

    def begin(self, request: Request, seconds: float) -> None:
        """Hand a request over; the process ends itself soon after `seconds` if it is still at it."""
        if self._is_new and not self.lowered:
            self._set(take_any_processor)
        self._is_new = False
        message = pickle.dumps((seconds, _FIELDS(request)), pickle.HIGHEST_PROTOCOL)
        self._channel.send(message, time.monotonic() + seconds)

    def answer(self, until: float) -> Answer:
        """The answer; after a `TimeoutError` it can be waited for again. Raises what the query met, or `WorkerGone`."""
        head, body = self._channel.receive(until)
        return _answer_of(head, body)

    def go_first(self) -> None:
        """Let it go before everybody, where we may: only while somebody waits who takes that back in a moment."""
        if not self._goes_first and may_go_first():
            self._goes_first = True
            self._set(go_first)

    def go_with_others(self) -> None:
        """Let it wait for its turns as others do."""
        if self._goes_first:
            self._goes_first = False
            self._set(go_with_others)

    def lower(self) -> None:
        """Let everybody else go first, from now on and for good."""
        if self.lowered:
            return
        self.go_with_others()
        self.lowered = True
        self._set(let_others_go_first)

    def _set(self, change: Callable[[int], None]) -> None:
        try:
            change(self.pid)
        except OSError as error:  # it is dead, or has rights that cannot be taken from it: it is of no use then
            raise WorkerGone from error

    def kill(self) -> None:
        """End the process, without waiting until it is dead."""
        self._channel.close()
        self.factory.end(self.pid, KILL)

    def end(self) -> int:
        """End the process; the signal that had ended it before, or SIGKILL."""
        self._channel.close()
        return self.factory.end(self.pid)


class WorkerFactory:
    """The process that holds a build's graph and makes workers by copying itself."""

    def __init__(self, build: Snapshot, limits: Limits) -> None:
        self.build = build
        self.idle: list[Worker] = []
        self.busy: set[Worker] = set()
        self.retired = False
        self._lock = threading.Lock()
        self._start = limits.start
        ours, theirs = socket.socketpair()
        paths = [str(PACKAGE.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
        command = [
            sys.executable,
            "-m",
            "kzedu_graph.store.engine.worker_process",
            str(build.snapshot),
            str(limits.memory),
        ]
        with theirs:
            self._process = subprocess.Popen(
                [*command, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), _TUNABLES: large_pages(os.environ)},
                pass_fds=[theirs.fileno()],
            )
        self._control = ours

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def wait_ready(self) -> None:
        """Wait until the graph is loaded; raises `CannotLoad`, also after the limit `start`, or `WorkerGone`."""
        try:
            head, _ = Channel(self._control).receive(time.monotonic() + self._start)
        except TimeoutError as error:
            raise CannotLoad(f"the graph was not loaded within {self._start:g} s") from error
        if "error" in head:
            raise CannotLoad(str(head["message"]))

    def spawn(self) -> Worker:
        """A new worker; raises `WorkerGone` where the factory is dead."""
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                pid = self._order(SPAWN, 0, theirs.fileno())
            except WorkerGone:
                ours.close()
                raise
        return Worker(self, pid, ours)

    def end(self, pid: int, order: bytes = END) -> int:
        """End a worker; the signal that ended it, 0 where it is not waited for."""
        try:
            return self._order(order, pid)
        except WorkerGone:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                return 0
            return signal.SIGKILL

    def _order(self, kind: bytes, pid: int, *handles: int) -> int:
        with self._lock:
            try:
                self._control.settimeout(self._start)
                socket.send_fds(self._control, [ORDER.pack(kind, pid)], list(handles))
                reply = self._control.recv(REPLY.size, socket.MSG_WAITALL)
            except (OSError, ValueError) as error:
                raise WorkerGone from error
        if len(reply) < REPLY.size:
            raise WorkerGone
        return int(REPLY.unpack(reply)[0])

    def close(self) -> None:
        """End the process and all its workers."""
        self._control.close()
        for worker in (*self.idle, *self.busy):
            worker.end()
        self.idle.clear()
        self._process.kill()
        self._process.wait()


def _answer_of(head: Mapping[str, object], body: bytes | SpooledBody) -> Answer:
    line, column = head.get("line"), head.get("column")
    message = str(head.get("message"))
    match head.get("error"):
        case None:
            return Answer(str(head["media_type"]), body, str(head["cut"]))
        case "query":
            raise QueryError(
                message, line if isinstance(line, int) else None, column if isinstance(column, int) else None
            )
        case "large":
            raise QueryTooLarge(message, str(head["limit"]))
        case "store":
            raise StoreError(message)
    raise ValueError(f"a worker answered in an unknown way: {head}")
