"""A pool of processes that answer queries, each with the graph in its own memory.

The query engine can neither be stopped nor bounded from within, so a query runs in a process of its own, reached
over a pipe, killed at its limit and replaced. Run as a module (`python -m kzedu_graph.workers SNAPSHOT MEMORY`)
this file is that process.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import BinaryIO, Protocol

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

_HEAD = struct.Struct(">II")
_ROOT = Path(__file__).resolve().parent.parent
_SPARE_SECONDS = 0.5
_CHUNK = 1 << 16
_ATTEMPTS = 2


class CannotLoad(StoreError):  # noqa: N818
    """The snapshot could not be loaded by a worker."""


class _Gone(Exception):  # noqa: N818
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
            [sys.executable, "-m", "kzedu_graph.workers", str(build.snapshot), str(limits.memory)],
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
        data = memoryview(_HEAD.pack(len(message), 0) + message)
        if len(data) > select.PIPE_BUF:  # what is shorter goes into the empty pipe at once
            self._writable.register(self._stdin, select.POLLOUT)
        while data:
            if len(data) > select.PIPE_BUF and not self._writable.poll(_milliseconds(until)):
                raise TimeoutError
            data = data[os.write(self._stdin, data[: select.PIPE_BUF]) :]

    def _receive(self, until: float) -> tuple[dict[str, object], bytes]:
        data = bytearray()
        self._read(data, _HEAD.size, until)
        head_size, body_size = _HEAD.unpack_from(data)
        body_start = _HEAD.size + head_size
        self._read(data, body_start + body_size, until)
        return json.loads(data[_HEAD.size : body_start]), bytes(data[body_start:])

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


def _run_worker(snapshot: Path, memory: int) -> None:
    """Load the graph, then answer requests from standard input until it ends."""
    from kzedu_graph.engine import Engine  # noqa: PLC0415  (only this process needs the query engine)

    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else prints must not reach the pipe
    try:
        engine = Engine.of_file(snapshot)
    except (StoreError, OSError) as error:
        _reply(answers, {"error": "store", "message": str(error)})
        return
    _confine(memory)
    _reply(answers, {})
    while head := requests.read(_HEAD.size):
        fields = json.loads(requests.read(_HEAD.unpack(head)[0]))
        signal.setitimer(signal.ITIMER_REAL, fields.pop("seconds") + _SPARE_SECONDS)  # if nobody is left to kill us
        for name in ("default_graphs", "named_graphs"):
            fields[name] = None if fields[name] is None else tuple(fields[name])
        try:
            answer = engine.answer(Request(**fields))
        except QueryError as error:
            _reply(answers, {"error": "query", "message": str(error), "line": error.line, "column": error.column})
        except QueryTooLarge as error:
            _reply(answers, {"error": "large", "message": str(error), "limit": error.limit})
        except StoreError as error:
            _reply(answers, {"error": "store", "message": str(error)})
        else:
            _reply(answers, {"media_type": answer.media_type, "cut": answer.cut}, answer.body)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _confine(memory: int) -> None:
    """From here on: no new file or connection, and only so much more memory; alarms end the process."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, _ignore)  # a Ctrl-C is for the server, which closes the pipe
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    statm = Path("/proc/self/statm")
    if statm.exists():
        used = int(statm.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
    highest = max(int(entry.name) for entry in Path("/dev/fd").iterdir()) if Path("/dev/fd").exists() else 64
    resource.setrlimit(resource.RLIMIT_NOFILE, (highest + 1, highest + 1))


def _ignore(_signal: int, _frame: FrameType | None) -> None:
    return None


def _reply(answers: BinaryIO, head: dict[str, object], body: bytes = b"") -> None:
    text = json.dumps(head).encode()
    answers.write(_HEAD.pack(len(text), len(body)) + text + body)
    answers.flush()


if __name__ == "__main__":
    _run_worker(Path(sys.argv[1]), int(sys.argv[2]))
