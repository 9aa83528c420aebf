"""Queries that never end, one after the other: when each is stopped, and what stays behind."""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from bench.serving import LIGHT, RUNAWAY

from kzedu_graph.store.stores import EmbeddedStore, Limits, QueryTimeout

LIMIT = 0.5
QUESTIONS = 400


def memory_of(store: EmbeddedStore) -> float:
    """MiB of the store's processes, what they share counted once."""
    factory = store.pool._nursery
    pids = [*store.pool.pids(), *([factory.pid] if factory else [])]
    rollups = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in pids]
    return sum(int(text.split("\nPss:")[1].split()[0]) for text in rollups) / 1024


def latency(store: EmbeddedStore) -> tuple[float, float]:
    """p50 and p99 of a light question, in milliseconds."""
    seconds = []
    for _ in range(QUESTIONS):
        began = time.perf_counter()
        store.ask(LIGHT)
        seconds.append((time.perf_counter() - began) * 1000)
    seconds.sort()
    return statistics.median(seconds), seconds[int(QUESTIONS * 0.99)]


def stop(folder: Path, times: int = 100) -> dict[str, tuple[float, ...]]:
    """So many runaways: seconds beyond the limit (median, worst); memory and latency before and behind them."""
    with EmbeddedStore(folder, Limits(seconds=LIMIT, kept=0)) as store:
        latency(store)
        memory, before = memory_of(store), latency(store)
        beyond = []
        for number in range(times):
            began = time.perf_counter()
            try:
                store.query(f"{RUNAWAY} # {number}")
            except QueryTimeout:
                beyond.append(time.perf_counter() - began - LIMIT)
        assert len(beyond) == times
        latency(store)
        return {
            "beyond": (statistics.median(beyond), max(beyond)),
            "memory": (memory, memory_of(store)),
            "before": before,
            "behind": latency(store),
        }
