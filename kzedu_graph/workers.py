"""A pool of processes that answer queries, each with the graph in its own memory.

The query engine can neither be stopped nor bounded from within, so a query runs in a process of its own, reached
over a pipe, killed at its limit and replaced. `worker_process` is the other end of the pipe.
"""

from __future__ import annotations

import json
import os
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from kzedu_graph.answers import (
    Answer,
    Limits,
    Overloaded,
    QueryError,
    QueryTimeout,
    QueryTooLarge,
    Request,
    StoreError,
)

HEAD = struct.Struct(">II")
"""Before each message on a pipe: the sizes of its head, which is JSON, and of its body."""
_ROOT = Path(__file__).resolve().parent.parent
_CHUNK = 1 << 16
_ATTEMPTS = 2


class CannotLoad(StoreError):
    """The snapshot could not be loaded by a worker."""


class _Gone(Exception):
    """The worker died; `signal` is the signal that ended it, 0 where it ended otherwise."""

    def __init__(self, ended_by: int) -> None:
        super().__init__(f"ended by signal {ended_by}")
        self.ended_by = ended_by


class Snapshot(Protocol):
    """What the pool must know of a build."""

    @property
    def id(self) -> str:
        """Another id means another graph."""

    @property
    def snapshot(self) -> Path:
        """The N-Quads file to load."""


class Worker:
    """One process with one graph; used by one thread at a time."""

    def __init__(self, build: Snapshot, limits: Limits) -> None:
        self.build_id = build.id
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "kzedu_graph.worker_process", str(build.snapshot), str(limits.memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise AssertionError("both pipes were asked for")
        self._stdin, self._stdout = self._process.stdin.fileno(), self._process.stdout.fileno()
        self._readable, self._writable = select.poll(), select.poll()
        self._readable.register(self._stdout, select.POLLIN)
        self._ready = False
        self._start = limits.start

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    def wait_ready(self) -> None:
        """Wait until the graph is loaded; raises `CannotLoad`, also after the limit `start`, or `_Gone`."""
        if self._ready:
            return
        try:
            head, _ = self._receive(time.monotonic() + self._start)
        except TimeoutError as error:
            raise CannotLoad(f"the graph was not loaded within {self._start:g} s") from error
        if "error" in head:
            raise CannotLoad(str(head["message"]))
        self._ready = True

    def ask(self, request: Request, seconds: float) -> Answer:
        """Have a request answered; raises `TimeoutError` or `_Gone`, after which the worker is of no more use."""
        self.wait_ready()
        fields = {name: getattr(request, name) for name in Request.__slots__}
        message = json.dumps({"seconds": seconds, **fields}).encode()
        until = time.monotonic() + seconds
        try:
            self._send(message, until)
        except BrokenPipeError as error:
            raise _Gone(self._ended_by()) from error
        head, body = self._receive(until)
        return _answer_of(head, body)

    def _send(self, message: bytes, until: float) -> None:
        data = memoryview(HEAD.pack(len(message), 0) + message)
        if len(data) > select.PIPE_BUF:  # what is shorter goes into the empty pipe at once
            self._writable.register(self._stdin, select.POLLOUT)
        while data:
            if len(data) > select.PIPE_BUF and not self._writable.poll(_milliseconds(until)):
                raise TimeoutError
            data = data[os.write(self._stdin, data[: select.PIPE_BUF]) :]

    def _receive(self, until: float) -> tuple[dict[str, object], bytes]:
        data = bytearray()
        self._read(data, HEAD.size, until)
        head_size, body_size = HEAD.unpack_from(data)
        body_start = HEAD.size + head_size
        self._read(data, body_start + body_size, until)
        return json.loads(data[HEAD.size : body_start]), bytes(data[body_start:])

    def _read(self, data: bytearray, size: int, until: float) -> None:
        """Read until there are `size` bytes; a worker sends one answer at a time, so there are never more."""
        while len(data) < size:
            if not self._readable.poll(_milliseconds(until)):
                raise TimeoutError
            part = os.read(self._stdout, _CHUNK)
            if not part:
                raise _Gone(self._ended_by())
            data += part

    def _ended_by(self) -> int:
        self._process.kill()
        return max(-self._process.wait(), 0)

    def kill(self) -> None:
        """End the process at once and take leave of it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()


def _milliseconds(until: float) -> float:
    return max(until - time.monotonic(), 0) * 1000


def _answer_of(head: dict[str, object], body: bytes) -> Answer:
    line, column = head.get("line"), head.get("column")
    message = str(head.get("message"))
    match head.get("error"):
        case None:
            return Answer(str(head["media_type"]), body, bool(head["cut"]))
        case "query":
            raise QueryError(
                message, line if isinstance(line, int) else None, column if isinstance(column, int) else None
            )
        case "large":
            raise QueryTooLarge(message, str(head["limit"]))
        case "store":
            raise StoreError(message)
    raise ValueError(f"a worker answered in an unknown way: {head}")


class Pool:
    """Workers for the build that is served now; a newer build replaces them one by one as they fall idle."""

    def __init__(
        self, served: Callable[[], Snapshot], limits: Limits, reject: Callable[[Snapshot, str], None] | None = None
    ) -> None:
        """`served` names the build to load; `reject` is told of one that cannot be loaded, and must change it."""
        self._served = served
        self._reject = reject
        self._limits = limits
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._waiting = 0
        self._changed = threading.Condition()
        self._closed = False

    def ask(self, request: Request, seconds: float) -> Answer:
        """Have a request answered by a worker within `seconds` of its start.

        Raises `Overloaded`, `QueryTimeout`, `QueryTooLarge`, `QueryError`, `StoreError`. A worker that is killed
        from outside is replaced and the question asked once more.
        """
        for attempt in range(1, _ATTEMPTS + 1):
            worker = self._take()
            alive = False
            try:
                answer = worker.ask(request, seconds)
                alive = True
            except (QueryError, QueryTooLarge):
                alive = True
                raise
            except TimeoutError as error:
                raise QueryTimeout(f"the query was stopped after {seconds:g} s: ask for less at once") from error
            except _Gone as error:
                if error.ended_by == signal.SIGALRM:
                    raise QueryTimeout(f"the query was stopped after {seconds:g} s: ask for less at once") from error
                if error.ended_by in (signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS):
                    raise QueryTooLarge(
                        f"the query needed more than {self._limits.memory >> 20} MiB of memory: ask for less", "memory"
                    ) from error
                if attempt == _ATTEMPTS:
                    raise StoreError("the query's worker was killed twice: try again later") from error
                continue
            finally:
                self._give_back(worker, alive)
            return answer
        raise AssertionError("unreachable")

    def pids(self) -> list[int]:
        """The process ids of all workers."""
        with self._changed:
            return sorted(worker.pid for worker in (*self._idle, *self._busy))

    def _take(self) -> Worker:
        """A worker that has the served build loaded, started where there is room; waits in the queue otherwise."""
        with self._changed:
            if self._waiting >= self._limits.queue and not self._room():
                raise Overloaded(f"{self._waiting} queries are waiting already: try again in a moment")
            self._waiting += 1
            try:
                while not self._room():
                    self._changed.wait()
            finally:
                self._waiting -= 1
            if self._closed:
                raise StoreError("the store is closed")
            build = self._served()
            worker = self._pick(build)
            self._busy.add(worker)
        return self._loaded(worker)

    def _room(self) -> bool:
        return self._closed or len(self._busy) < self._limits.workers

    def _pick(self, build: Snapshot) -> Worker:
        for worker in [worker for worker in self._idle if worker.build_id != build.id]:
            self._idle.remove(worker)
            worker.kill()
        return self._idle.pop() if self._idle else Worker(build, self._limits)

    def _loaded(self, worker: Worker) -> Worker:
        """The worker, or one in its place, with its graph loaded; a build that cannot be loaded is rejected."""
        deaths = 0
        while True:
            try:
                worker.wait_ready()
            except CannotLoad as error:
                self._give_back(worker, alive=False)
                worker = self._start_after(worker, error)
            except _Gone as error:
                self._give_back(worker, alive=False)
                deaths += 1
                if deaths == _ATTEMPTS:
                    raise StoreError(f"query workers die while loading the graph ({error})") from error
                worker = self._start_after(worker, None)
            else:
                return worker

    def _start_after(self, worker: Worker, failure: CannotLoad | None) -> Worker:
        with self._changed:
            build = self._served()
            if failure is not None and build.id == worker.build_id:
                if self._reject is None:
                    raise failure
                self._reject(build, str(failure))
            successor = Worker(self._served(), self._limits)
            self._busy.add(successor)
            return successor

    def _give_back(self, worker: Worker, alive: bool) -> None:
        if not alive:
            worker.kill()
        with self._changed:
            self._busy.discard(worker)
            if alive and not self._closed:
                self._idle.append(worker)
            elif alive:
                worker.kill()
            self._changed.notify()

    def close(self) -> None:
        """End all workers; queries under way fail."""
        with self._changed:
            self._closed = True
            for worker in (*self._idle, *self._busy):
                worker.kill()
            self._idle.clear()
            self._changed.notify_all()
