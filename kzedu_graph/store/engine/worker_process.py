"""The processes at the other end of a pool's sockets.

They are begun by `python -m kzedu_graph.store.engine.worker_process SNAPSHOT MEMORY SOCKET`.

One process loads the graph and answers nothing. At a word it makes a copy of itself, which costs a moment and next
to no memory, for the pages of the graph are shared; the copy answers queries until it is killed or let go.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import resource
import signal
import socket
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import FrameType

from kzedu_graph.store.engine.answers import QueryError, QueryTooLarge, Request, StoreError
from kzedu_graph.store.engine.channels import HEAD
from kzedu_graph.store.engine.heap import fill_holes
from kzedu_graph.store.engine.oxigraph import Engine
from kzedu_graph.store.engine.priorities import leave_one_processor
from kzedu_graph.store.engine.query_text import OUTSIDE
from kzedu_graph.store.engine.workers import END, KILL, ORDER, REPLY, SPAWN

_SPARE_SECONDS = 0.5
_JSON = "application/sparql-results+json"
_FIRST_QUESTIONS = (
    (
        "SELECT ?s ?o { ?s a ?class FILTER(STRLEN(STR(?s)) > 3) OPTIONAL { ?s ?p ?o } } LIMIT 3",
        _JSON,
    ),
    ("ASK { ?s ?p ?o }", _JSON),
    ("SELECT ?s ?o { ?s ?p ?o } LIMIT 3", "text/csv"),
    ("SELECT ?s ?o { ?s ?p ?o } LIMIT 3", "text/tab-separated-values"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3", "text/turtle"),
    ("ASK {", OUTSIDE),
)
"""What is asked of the process that answers nothing else, with media types."""
REWRITE = "KZEDU_REWRITE"
"""Set to 0, queries go to the engine as they were written."""


def run_factory(snapshot: Path, memory: int, control: socket.socket) -> None:
    """Load the graph, then spawn and end workers until the control socket is closed at its other end."""
    signal.signal(signal.SIGINT, _ignore)  # a Ctrl-C is for the server, which closes the sockets
    os.dup2(2, 1)
    try:
        engine = Engine.of_file(snapshot, rewrites=os.environ.get(REWRITE, "1") != "0")
    except (StoreError, OSError) as error:
        _reply(control, {"error": "store", "message": str(error)})
        return
    _warm_up(engine)
    gc.collect()
    fill_holes()
    gc.freeze()  # what a copy never frees, it never copies
    _reply(control, {})
    leave_one_processor(0)  # to make a copy and to warm it holds nobody up there; `Worker.begin` gives it all
    children: set[int] = set()
    killed: set[int] = set()
    signal.signal(signal.SIGCHLD, lambda *_: _take_leave(killed))
    while True:
        order, handles, _, _ = socket.recv_fds(control, ORDER.size, 1)
        if len(order) < ORDER.size:
            break
        kind, pid = ORDER.unpack(order)
        if kind == SPAWN:
            child = os.fork()
            if child == 0:
                control.close()
                with socket.socket(fileno=handles[0]) as questions, suppress(BrokenPipeError, ConnectionResetError):
                    run_worker(engine, memory, questions)  # whoever asked and is gone needs no answer
                os._exit(0)
            os.close(handles[0])
            children.add(child)
            control.sendall(REPLY.pack(child))
        elif kind == KILL:
            if pid in children:
                children.discard(pid)
                killed.add(pid)
                os.kill(pid, signal.SIGKILL)
            control.sendall(REPLY.pack(0))
        elif kind == END:
            control.sendall(REPLY.pack(_end(pid) if pid in children else 0))
            children.discard(pid)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for child in children | killed:
        _end(child)


def _warm_up(engine: Engine, questions: Iterable[tuple[str, str]] = _FIRST_QUESTIONS) -> None:
    """Have ways of answering gone once before anybody waits for an answer."""
    for text, media_type in questions:
        with suppress(QueryError, QueryTooLarge, StoreError):
            engine.answer(Request(text, media_type))


def _take_leave(killed: set[int]) -> None:
    """Take leave of those that are dead by now; nobody asks what ended them."""
    killed -= {pid for pid in killed if os.waitpid(pid, os.WNOHANG)[0]}


def _end(pid: int) -> int:
    """Kill a worker and take leave of it; the signal that ended it, 0 where it ended otherwise."""
    os.kill(pid, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return max(-status, 0)


def run_worker(engine: Engine, memory: int, questions: socket.socket) -> None:
    """Answer requests, one after the other, until the socket is closed at its other end."""
    _confine(memory)
    _warm_up(engine, _FIRST_QUESTIONS[:1])  # what a copy writes to is copied now, and not while somebody waits
    requests = questions.makefile("rb")
    while head := requests.read(HEAD.size):
        message = requests.read(HEAD.unpack(head)[0])
        began = time.process_time()
        seconds, fields = pickle.loads(message)  # by our own server: nobody else holds the other end
        request = Request(*fields)
        signal.setitimer(signal.ITIMER_REAL, seconds + _SPARE_SECONDS)  # if nobody is left to kill us
        try:
            answer = engine.answer(request)
        except QueryError as error:
            _reply(
                questions, {"error": "query", "message": str(error), "line": error.line, "column": error.column}, began
            )
        except QueryTooLarge as error:
            _reply(questions, {"error": "large", "message": str(error), "limit": error.limit}, began)
        except StoreError as error:
            _reply(questions, {"error": "store", "message": str(error)}, began)
        else:
            _reply(questions, {"media_type": answer.media_type, "cut": answer.cut}, began, answer.body)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _confine(memory: int) -> None:
    """From here on: no new file or connection, and only so much more memory; alarms end the process."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    statm = Path("/proc/self/statm")
    if statm.exists():
        used = int(statm.read_text().split()[0]) * resource.getpagesize()
        soft, hard = resource.getrlimit(
            resource.RLIMIT_AS
        )  # an operator's own limit may be lower, and cannot be raised
        most = min([used + memory, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)])
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    highest = max(int(entry.name) for entry in Path("/dev/fd").iterdir()) if Path("/dev/fd").exists() else 64
    resource.setrlimit(resource.RLIMIT_NOFILE, (highest, highest))


def _ignore(_signal: int, _frame: FrameType | None) -> None:
    return None


def _reply(to: socket.socket, head: dict[str, object], began: float = 0.0, body: bytes = b"") -> None:
    """Send an answer with the processor seconds since it was `began`."""
    text = json.dumps(head).encode()
    message = HEAD.pack(len(text), len(body), time.process_time() - began) + text
    if len(body) > _JOINED:
        to.sendall(message)
        to.sendall(body)
    else:
        to.sendall(message + body)


_JOINED = 1 << 16
"""Bytes up to which an answer is sent in one piece with its head."""

if __name__ == "__main__":
    run_factory(Path(sys.argv[1]), int(sys.argv[2]), socket.socket(fileno=int(sys.argv[3])))
