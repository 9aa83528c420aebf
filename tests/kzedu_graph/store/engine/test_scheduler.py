"""FairScheduler at the workers, and the limits that an operator sets."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from kzedu_graph.store.engine.answers import Limits, Overloaded, StoreError, TooMany
from kzedu_graph.store.engine.scheduler import FairScheduler


def until(true: Callable[[], bool]) -> None:
    """Wait for what another thread does, however busy the machine is."""
    patience = time.monotonic() + 60
    while not true():
        assert time.monotonic() < patience
        time.sleep(0.001)


def waiting(scheduler: FairScheduler, client: str, order: list[str], wait: float = 60) -> threading.Thread:
    """A thread that waits for a turn and notes that it had it."""
    before = scheduler.waiting

    def enter() -> None:
        scheduler.enter(client, wait)
        order.append(client)

    thread = threading.Thread(target=enter)
    thread.start()
    until(lambda: scheduler.waiting == before + 1)
    return thread


def test_nobody_holds_all_places() -> None:
    scheduler = FairScheduler(places=3, queue=5, each=5)
    assert [scheduler.enter_now("greedy") for _ in range(3)] == [True, True, False]
    assert scheduler.enter_now("other")
    assert not scheduler.enter_now("third")
    alone = FairScheduler(places=1, queue=5, each=5)
    assert alone.enter_now("anybody")
    assert [FairScheduler(2, 1, 1).enter_now("") for _ in range(2)] == [True, True]


def test_who_used_least_comes_first() -> None:
    scheduler = FairScheduler(places=1, queue=5, each=5)
    scheduler.enter("heavy", 1)
    scheduler.leave("heavy", 30.0)
    scheduler.enter("somebody", 1)
    order: list[str] = []
    threads = [waiting(scheduler, client, order) for client in ("heavy", "light", "")]
    for served in range(len(threads)):
        until(lambda served=served: len(order) == served)  # type: ignore[misc]
        scheduler.leave(["somebody", *order][-1], 0.001)
    for thread in threads:
        thread.join()
    assert order == ["light", "", "heavy"]


@pytest.mark.parametrize(("later", "first"), [(4.9, "light"), (5.1, "old")])
def test_half_of_what_was_used_is_forgotten_in_ten_seconds(later: float, first: str) -> None:
    now = [1000.0]
    scheduler = FairScheduler(places=1, queue=5, each=5, clock=lambda: now[0])
    scheduler.enter("old", 1)
    scheduler.leave("old", 10.0)  # five seconds by the time that the other has used its own
    now[0] += 10.0
    scheduler.enter("light", 1)
    scheduler.leave("light", later)
    scheduler.enter("somebody", 1)
    order: list[str] = []
    threads = [waiting(scheduler, client, order) for client in ("old", "light")]
    scheduler.leave("somebody", 0.0)
    until(lambda: len(order) == 1)
    scheduler.leave(order[0], 0.0)
    for thread in threads:
        thread.join()
    assert order[0] == first


def test_full_queues_are_said() -> None:
    scheduler = FairScheduler(places=1, queue=2, each=1)
    scheduler.enter("a", 1)
    order: list[str] = []
    threads = [waiting(scheduler, "b", order)]
    with pytest.raises(TooMany):
        scheduler.enter("b", 1)
    with pytest.raises(Overloaded, match=r"within 0\.01 s"):
        scheduler.enter("c", 0.01)
    threads.append(waiting(scheduler, "d", order))
    with pytest.raises(Overloaded, match="waiting already"):
        scheduler.enter("e", 1)
    scheduler.leave("a", 0.1)
    until(lambda: order == ["b"])
    scheduler.leave("b", 0.1)
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
