"""Turns at the workers, and the limits that an operator sets."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from kzedu_graph.store.engine.answers import Limits, Overloaded, StoreError, TooMany
from kzedu_graph.store.engine.scheduler import Turns


def until(true: Callable[[], bool]) -> None:
    """Wait for what another thread does, however busy the machine is."""
    patience = time.monotonic() + 60
    while not true():
        assert time.monotonic() < patience
        time.sleep(0.001)


def waiting(turns: Turns, client: str, order: list[str], wait: float = 60) -> threading.Thread:
    """A thread that waits for a turn and notes that it had it."""
    before = turns.waiting

    def enter() -> None:
        turns.enter(client, wait)
        order.append(client)

    thread = threading.Thread(target=enter)
    thread.start()
    until(lambda: turns.waiting == before + 1)
    return thread


def test_nobody_holds_all_places() -> None:
    turns = Turns(places=3, queue=5, each=5)
    assert [turns.enter_now("greedy") for _ in range(3)] == [True, True, False]
    assert turns.enter_now("other")
    assert not turns.enter_now("third")
    alone = Turns(places=1, queue=5, each=5)
    assert alone.enter_now("anybody")
    assert [Turns(2, 1, 1).enter_now("") for _ in range(2)] == [True, True]


def test_who_used_least_comes_first() -> None:
    turns = Turns(places=1, queue=5, each=5)
    turns.enter("heavy", 1)
    turns.leave("heavy", 30.0)
    turns.enter("somebody", 1)
    order: list[str] = []
    threads = [waiting(turns, client, order) for client in ("heavy", "light", "")]
    for served in range(len(threads)):
        until(lambda served=served: len(order) == served)  # type: ignore[misc]
        turns.leave(["somebody", *order][-1], 0.001)
    for thread in threads:
        thread.join()
    assert order == ["light", "", "heavy"]


def test_full_queues_are_said() -> None:
    turns = Turns(places=1, queue=2, each=1)
    turns.enter("a", 1)
    order: list[str] = []
    threads = [waiting(turns, "b", order)]
    with pytest.raises(TooMany):
        turns.enter("b", 1)
    with pytest.raises(Overloaded, match=r"within 0\.01 s"):
        turns.enter("c", 0.01)
    threads.append(waiting(turns, "d", order))
    with pytest.raises(Overloaded, match="waiting already"):
        turns.enter("e", 1)
    turns.leave("a", 0.1)
    until(lambda: order == ["b"])
    turns.leave("b", 0.1)
    for thread in threads:
        thread.join()
    assert order == ["b", "d"]


def test_limits_of_the_environment() -> None:
    limits = Limits.read({"KZEDU_LIMIT_SECONDS": "2.5", "KZEDU_LIMIT_ROWS": "7", "HOME": "/"})
    assert (limits.seconds, limits.rows, limits.bytes) == (2.5, 7, Limits().bytes)
    with pytest.raises(StoreError, match="a number is needed, as in 100000"):
        Limits.read({"KZEDU_LIMIT_ROWS": "many"})
    with pytest.raises(StoreError, match="more than nothing"):
        Limits.read({"KZEDU_LIMIT_SECONDS": "0"})
