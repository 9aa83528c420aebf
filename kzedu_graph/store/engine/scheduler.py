"""Whose question comes next: places at the workers, handed out so that nobody's flood keeps the others waiting."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable

from kzedu_graph.store.engine.answers import Overloaded, TooMany

_HALF_LIFE = 10.0
"""Seconds after which half of what a client used is forgotten."""
_FORGOTTEN = 0.001


class _Ticket:
    """One waiting question."""

    __slots__ = ("client", "granted")

    def __init__(self, client: str) -> None:
        self.client = client
        self.granted = threading.Event()


class FairScheduler:
    """`places` at once; who waits is let in by least time used of late, then by arrival.

    A client holds all places but one at most (with a single place: that one), and `each` of its questions wait at
    most, `queue` of all. The empty name is the project itself, which comes first and is not counted.
    """

    def __init__(self, places: int, queue: int, each: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._places = places
        self._queue = queue
        self._each = each
        self._clock = clock
        self._taken = 0
        self._held: Counter[str] = Counter()
        self._waiting: list[_Ticket] = []
        self._used: dict[str, tuple[float, float]] = {}
        self._lock = threading.Lock()

    @property
    def waiting(self) -> int:
        """How many questions wait for a place."""
        return len(self._waiting)

    def enter(self, client: str, wait: float) -> None:
        """Take a place, after at most `wait` seconds; raises `Overloaded`, or `TooMany` for a greedy client."""
        with self._lock:
            if self._may_hold(client):
                self._hold(client)
                return
            self._check_queue(client)
            ticket = _Ticket(client)
            self._waiting.append(ticket)
        if ticket.granted.wait(wait):
            return
        with self._lock:
            if ticket not in self._waiting:  # granted in the very last moment
                return
            self._waiting.remove(ticket)
        raise Overloaded(f"no worker was free within {wait:g} s: try again in a moment")

    def enter_now(self, client: str) -> bool:
        """Take a place if one is free."""
        with self._lock:
            free = self._may_hold(client)
            if free:
                self._hold(client)
            return free

    def leave(self, client: str, seconds: float) -> None:
        """Give the place back, after so many seconds of use."""
        with self._lock:
            self._taken -= 1
            self._held[client] -= 1
            if not self._held[client]:
                del self._held[client]
            if client:
                now = self._clock()
                self._used[client] = (self._used_by(client, now) + seconds, now)
            if self._waiting:
                self._let_in()
            if len(self._used) > 10 * (self._places + self._queue):
                self._forget()

    def _hold(self, client: str) -> None:
        self._taken += 1
        self._held[client] += 1

    def _may_hold(self, client: str) -> bool:
        if self._taken >= self._places:
            return False
        return not client or self._held[client] < max(self._places - 1, 1)

    def _check_queue(self, client: str) -> None:
        if len(self._waiting) >= self._queue:
            raise Overloaded(f"{len(self._waiting)} queries are waiting already: try again in a moment")
        if client and sum(ticket.client == client for ticket in self._waiting) >= self._each:
            raise TooMany(f"{self._each} queries of yours are waiting already: ask the next after their answers")

    def _let_in(self) -> None:
        while candidates := [ticket for ticket in self._waiting if self._may_hold(ticket.client)]:
            now = self._clock()
            used = {name: self._used_by(name, now) for name in {ticket.client for ticket in candidates}}
            chosen = min(candidates, key=lambda ticket: used[ticket.client])
            self._waiting.remove(chosen)
            self._hold(chosen.client)
            chosen.granted.set()

    def _used_by(self, client: str, now: float) -> float:
        seconds, then = self._used.get(client, (0.0, now))
        return float(seconds * 0.5 ** ((now - then) / _HALF_LIFE))

    def _forget(self) -> None:
        now = self._clock()
        self._used = {name: (used, now) for name in self._used if (used := self._used_by(name, now)) > _FORGOTTEN}
