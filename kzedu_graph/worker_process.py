"""The process at the other end of a worker's pipe: `python -m kzedu_graph.worker_process SNAPSHOT MEMORY`."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import BinaryIO

from kzedu_graph.answers import QueryError, QueryTooLarge, Request, StoreError
from kzedu_graph.engine import Engine
from kzedu_graph.workers import HEAD

_SPARE_SECONDS = 0.5


def run_worker(snapshot: Path, memory: int) -> None:
    """Load the graph, then answer requests from standard input until it ends."""
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else prints must not reach the pipe
    try:
        engine = Engine.of_file(snapshot)
    except (StoreError, OSError) as error:
        _reply(answers, {"error": "store", "message": str(error)})
        return
    _confine(memory)
    _reply(answers, {})
    while head := requests.read(HEAD.size):
        fields = json.loads(requests.read(HEAD.unpack(head)[0]))
        signal.setitimer(signal.ITIMER_REAL, fields.pop("seconds") + _SPARE_SECONDS)  # if nobody is left to kill us
        named = fields.pop("named_graphs")
        fields["named_graphs"] = None if named is None else tuple(named)
        fields["default_graphs"] = tuple(fields["default_graphs"])
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
    answers.write(HEAD.pack(len(text), len(body)) + text + body)
    answers.flush()


if __name__ == "__main__":
    run_worker(Path(sys.argv[1]), int(sys.argv[2]))
