"""FairScheduler at the workers, and the limits that an operator sets."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from kzedu_graph.store.engine.answers import Limits, Overloaded, StoreError, TooMany
from kzedu_graph.store.engine.scheduler import FairScheduler, address_block


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
    assert order == ["", "light", "heavy"]


def test_a_full_queue_makes_room_for_who_asked_less() -> None:
    scheduler = FairScheduler(places=1, queue=2, each=5)
    for client, seconds in (("10.0.0.1", 0.5), ("10.0.0.2", 3.0), ("10.0.0.3", 0.01)):
        scheduler.enter(client, 1)
        scheduler.leave(client, seconds)
    scheduler.enter("192.0.2.1", 1)
    order: list[str] = []
    threads = [waiting(scheduler, "10.0.0.1", order)]
    refused: list[str] = []

    def dear() -> None:
        with pytest.raises(Overloaded, match="others have asked for less"):
            scheduler.enter("10.0.0.2", 60)
        refused.append("10.0.0.2")

    threads.append(threading.Thread(target=dear))
    threads[-1].start()
    until(lambda: scheduler.waiting == 2)
    with pytest.raises(Overloaded, match="waiting already"):
        scheduler.enter("10.0.0.2", 1)  # who used as much makes nobody go
    newcomer = threading.Thread(target=lambda: (scheduler.enter("10.0.0.3", 60), order.append("10.0.0.3")))
    newcomer.start()
    until(lambda: refused == ["10.0.0.2"])
    scheduler.leave("192.0.2.1", 0.0)
    until(lambda: order == ["10.0.0.3"])
    scheduler.leave("10.0.0.3", 0.0)
    for thread in (*threads, newcomer):
        thread.join()
    assert order == ["10.0.0.3", "10.0.0.1"]


def test_many_addresses_of_one_block_are_worth_one() -> None:
    scheduler = FairScheduler(places=1, queue=5, each=5)
    for last in range(1, 6):  # five addresses, a second each
        scheduler.enter(f"198.51.100.{last}", 1)
        scheduler.leave(f"198.51.100.{last}", 1.0)
    scheduler.enter("203.0.113.7", 1)
    scheduler.leave("203.0.113.7", 2.0)
    scheduler.enter("somebody", 1)
    order: list[str] = []
    threads = [waiting(scheduler, client, order) for client in ("198.51.100.1", "203.0.113.7")]
    for held in ("somebody", "203.0.113.7"):
        scheduler.leave(held, 0.0)
        until(lambda held=held: len(order) == (1 if held == "somebody" else 2))  # type: ignore[misc]
    for thread in threads:
        thread.join()
    assert order == ["203.0.113.7", "198.51.100.1"]


def test_heavy_clients_leave_a_place_to_the_light() -> None:
    scheduler = FairScheduler(places=2, queue=5, each=5)
    for client, seconds in (("10.0.0.1", 5.0), ("192.0.2.1", 5.0), ("203.0.113.7", 0.01)):
        scheduler.enter(client, 1)
        scheduler.leave(client, seconds)
    assert scheduler.enter_now("10.0.0.1")
    assert not scheduler.enter_now("192.0.2.1")
    assert scheduler.enter_now("203.0.113.7")


def test_what_heavy_clients_do_apart_takes_nobody_a_place() -> None:
    scheduler = FairScheduler(places=2, queue=5, each=5, apart=True)
    for client, seconds in (("10.0.0.1", 5.0), ("192.0.2.1", 5.0), ("203.0.113.7", 0.01), ("198.51.100.9", 0.01)):
        scheduler.enter(client, 1)
        scheduler.leave(client, seconds)
    assert scheduler.enter_now("10.0.0.1")
    assert not scheduler.enter_now("192.0.2.1"), "the heavy ones have one place together"
    assert scheduler.enter_now("203.0.113.7")
    assert scheduler.enter_now("198.51.100.9")
    assert not scheduler.enter_now("203.0.113.80"), "the two places are taken"


@pytest.mark.parametrize(
    ("client", "block"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2::/64", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("unknown", "unknown"),
    ],
)
def test_blocks_of_addresses(client: str, block: str) -> None:
    assert address_block(client) == block


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
