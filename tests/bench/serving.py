"""The endpoint over HTTP: requests a second beside a bare engine, short queries under a flood of long ones, runaways."""

from __future__ import annotations

import os
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.load import Client, load, path_of

from kzedu_graph.store.engine.priorities import REAL_TIME

ROOT = Path(__file__).parents[2]
ROUNDS = 3
FRESH = 60_000
"""Questions of one round, more than are answered in it."""
LIGHT = "ASK { ?measure a <https://w3id.org/kzedu/ontology#Measure> }"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
BARE = """
import sys
import pyoxigraph as ox
from gunicorn.app.base import BaseApplication
from urllib.parse import parse_qs
from web.server import THREADS

class Bare(BaseApplication):
    def load_config(self):
        for name, value in {"bind": "127.0.0.1:" + sys.argv[2], "workers": 2, "worker_class": "gthread",
                            "threads": THREADS, "loglevel": "warning"}.items():
            self.cfg.set(name, value)

    def load(self):
        store = ox.Store()
        store.bulk_load(path=sys.argv[1], format=ox.RdfFormat.N_QUADS)

        def answer(environ, start):
            text = parse_qs(environ["QUERY_STRING"])["query"][0]
            body = store.query(text, use_default_graph_as_union=True).serialize(format=ox.QueryResultsFormat.JSON)
            start("200 OK", [("Content-Type", "application/sparql-results+json"), ("Content-Length", str(len(body)))])
            return [body]

        return answer

Bare().run()
"""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def running(command: list[str], port: int, path: str, **settings: str) -> Iterator[subprocess.Popen[bytes]]:
    """A server in a process group of its own, once it has answered each of its workers' first questions."""
    environment = {**os.environ, **settings}
    with subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True) as process:
        try:
            until, answered = time.monotonic() + 120, 0
            while answered < 20:
                if process.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"the server did not start: {' '.join(command)}")
                answered += Client(port).get(path) == 200
                time.sleep(0.05)
            yield process
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)


@contextmanager
def ours(store: Path, *options: str, **limits: str) -> Iterator[int]:
    """Our server over a store, with options of `kzedu serve`; its port."""
    port = free_port()
    command = [sys.executable, "-c", "from kzedu_graph.cli import main; main()", "serve"]
    with running([*command, "--store", str(store), "--port", str(port), *options], port, path_of(LIGHT), **limits):
        yield port


@contextmanager
def bare(snapshot: Path) -> Iterator[int]:
    """The engine and nothing else behind the same server; its port."""
    port = free_port()
    with running([sys.executable, "-c", BARE, str(snapshot), str(port)], port, path_of(LIGHT)):
        yield port


def light(first: int) -> list[str]:
    """Light questions of which none was asked before: no answer is at hand."""
    return [path_of(f"{LIGHT} # {number}") for number in range(first, first + FRESH)]


def throughput(store: Path, snapshot: Path, fresh: bool, seconds: float = 3.0) -> dict[str, float]:
    """Requests a second with 8 connections, ours and the bare engine's in turn, median ratio; each question is `fresh`,
    or always the same.
    """
    with ours(store, **{REAL_TIME: "0"}) as our_port, bare(snapshot) as bare_port:  # nor has the other one the right
        pairs = []
        for turn in range(ROUNDS):
            paths = light(turn * FRESH) if fresh else [path_of(LIGHT)]
            mine, theirs = (load(port, paths, seconds, 8) for port in (our_port, bare_port))
            assert set(mine.statuses) == set(theirs.statuses) == {200}, (mine.statuses, theirs.statuses)
            pairs.append((len(mine.seconds) / seconds, len(theirs.seconds) / seconds))
    return {
        "ours": statistics.median(one for one, _ in pairs),
        "bare": statistics.median(other for _, other in pairs),
        "ratio": statistics.median(one / other for one, other in pairs),
    }


def flood(store: Path, seconds: float = 8.0, *, real_time: bool) -> dict[str, float]:
    """p99 of light queries alone, and while another client floods the endpoint with runaways on 6 connections.

    With `real_time` light questions go before others, where the server has the right to it.
    """
    runaways = [path_of(f"{RUNAWAY} # {number}") for number in range(10_000)]
    figures = {}
    with ours(store, KZEDU_LIMIT_SECONDS="3", **{REAL_TIME: str(int(real_time))}) as port:
        pairs = []
        for turn in range(ROUNDS):
            alone = load(port, light(2 * turn * FRESH), seconds, 4, pause=0.005)
            fresh = runaways[turn * 3000 :]
            heavy = threading.Thread(target=load, args=(port, fresh, seconds + 2, 6, "127.0.0.2"))
            heavy.start()
            time.sleep(1)
            crowded = load(port, light((2 * turn + 1) * FRESH), seconds, 4, pause=0.005)
            heavy.join()
            assert set(crowded.statuses) == {200}, crowded.statuses
            pairs.append((alone.quantile(0.99), crowded.quantile(0.99)))
        figures["alone"], figures["flooded"] = (statistics.median(column) for column in zip(*pairs, strict=True))
        figures["ratio"] = statistics.median(flooded / alone for alone, flooded in pairs)
    return figures
