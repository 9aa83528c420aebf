"""Many requests of every kind at once: what of memory, descriptors, threads and processes stays behind them."""

from __future__ import annotations

import os
import random
import threading
from dataclasses import dataclass
from pathlib import Path

from bench.load import Client, path_of
from bench.pages import Site, addresses_of
from bench.serving import LIGHT, RUNAWAY, ours

REQUESTS = 20_000
CLIENTS = 8
WARMING = 4_000
"""Requests before the first measurement: caches fill, and pages are worded in three languages."""
LONG_EVERY = 200
"""Requests of which one is a query that never ends."""


@dataclass(frozen=True)
class Held:
    """What the server's processes hold together."""

    mebibytes: float
    descriptors: int
    threads: int
    processes: int


def held_by(parent: int) -> Held:
    """What a process and all that came of it hold; memory that they share is counted once."""
    pids = _tree(parent)
    smaps = [text for pid in pids if (text := _read(pid, "smaps_rollup"))]
    return Held(
        sum(int(text.split("\nPss:")[1].split()[0]) for text in smaps) / 1024,
        sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in pids),
        sum(int(_read(pid, "status").split("\nThreads:")[1].split()[0]) for pid in pids),
        len(pids),
    )


def _read(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text()
    except OSError:  # it has ended meanwhile
        return ""


def _tree(parent: int) -> list[int]:
    children = [int(pid) for task in Path(f"/proc/{parent}/task").iterdir() for pid in _of(task)]
    return [parent, *(pid for child in children for pid in _tree(child))]


def _of(task: Path) -> list[str]:
    return (task / "children").read_text().split()


def _paths(port: int, chance: random.Random) -> list[str]:
    """Requests of every kind, each once: pages in three languages, light and long questions, malformed ones."""
    pages = [path for found in addresses_of(Site(port)).values() for path in found]
    made = []
    for number in range(WARMING + REQUESTS):
        kind = chance.random()
        if number % LONG_EVERY == LONG_EVERY - 1:
            made.append(path_of(f"{RUNAWAY} # {number}"))
        elif kind < 0.4:
            path = chance.choice(pages)
            made.append(f"{path}{'&' if '?' in path else '?'}lang={chance.choice(('kk', 'ru', 'en'))}")
        elif kind < 0.75:
            made.append(path_of(f"{LIGHT} # {number}"))
        elif kind < 0.85:
            made.append(path_of(f"SELECT * {{ ?s ?p ?o }} LIMIT 20000 # {number}"))
        else:
            made.append(f"/{chance.choice(('sparql?query=', 'agency/', 'due?month=', 'id/', '%ff'))}{number}%zz")
    return made


def _ask(port: int, paths: list[str]) -> dict[int, int]:
    """How many answers of each status; 0 where the server hung up."""
    seen: dict[int, int] = {}
    lock = threading.Lock()

    def one(first: int) -> None:
        client = Client(port, f"127.0.0.{first + 2}")
        for path in paths[first::CLIENTS]:
            status = client.get(path)
            with lock:
                seen[status] = seen.get(status, 0) + 1
        client.close()

    threads = [threading.Thread(target=one, args=(first,)) for first in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen


def measure(folder: Path) -> list[str]:
    """The part of the page."""
    with ours(folder, KZEDU_LIMIT_SECONDS="1") as port:
        server = _server()
        paths = _paths(port, random.Random(2031))
        _ask(port, paths[:WARMING])
        before = held_by(server)
        seen = _ask(port, paths[WARMING:])
        after = held_by(server)
    faults = sum(count for status, count in seen.items() if status == 0 or (status >= 500 and status not in (503, 504)))
    return [
        f"{REQUESTS} requests by {CLIENTS} clients, after {WARMING} to warm up: pages in three languages, light questions,",
        "large answers, malformed requests, and every two-hundredth a query that never ends. "
        f"Faults of the server: {faults}.",
        "",
        "| of all its processes together | before | after |",
        "|---|---|---|",
        f"| memory, MiB | {before.mebibytes:.0f} | {after.mebibytes:.0f} |",
        f"| descriptors | {before.descriptors} | {after.descriptors} |",
        f"| threads | {before.threads} | {after.threads} |",
        f"| processes | {before.processes} | {after.processes} |",
        "",
        "Statuses: " + ", ".join(f"{status} {count}" for status, count in sorted(seen.items())) + ".",
    ]


def _server() -> int:
    """The only child of this process."""
    [server] = [int(pid) for task in Path(f"/proc/{os.getpid()}/task").iterdir() for pid in _of(task)]
    return server
