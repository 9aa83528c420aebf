"""Whose question comes next: places at the workers, handed out so that nobody's flood keeps the others waiting."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from typing import NamedTuple

from kzedu_graph.store.engine.answers import Overloaded, TooMany

_HALF_LIFE = 10.0
"""Seconds after which half of what a client used is forgotten."""
_FORGOTTEN = 0.001


IPV4_BLOCK, IPV6_BLOCK = 24, 64
"""Bits of an address that are alike in one block: who has one address there often has, or can have, the others."""


@lru_cache(maxsize=4096)
def address_block(client: str) -> str:
    """The block of addresses that a client's lies in; a name that is no address is a block of its own."""
    try:
        address = ip_address(client.partition("/")[0])
    except ValueError:
        return client
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return str(ip_network((address, IPV6_BLOCK if address.version == 6 else IPV4_BLOCK), strict=False))


class _Ticket:
    """One waiting question."""

    __slots__ = ("client", "dropped", "granted")

    def __init__(self, client: str) -> None:
        self.client = client
        self.granted = threading.Event()
        self.dropped = False


_LIGHT_SECONDS = 0.2
"""Of a question in the mean of late, up to which its client is a light one."""
LIGHT, UNKNOWN, HEAVY = range(3)


class Use(NamedTuple):
    """How dear a client's questions were of late, and the seconds that its block and itself used; less comes first."""

    weight: int
    block: float
    client: float


class FairScheduler:
    """`places` at once; who waits is let in by least time used of late, then by arrival.

    Clients whose questions were light come first, then those that nothing is known of. Among equals blocks of addresses
    are compared, and clients of one block among themselves, so that many addresses in one hand are worth one. A client
    holds all places but one at most, and so do all heavy clients together (with a single place: that one). `each` of a
    client's questions wait at most, `queue` of all; in a full queue whoever comes last makes room for who comes before.
    With `apart` what heavy clients hold is counted beside the places, for it is done at low priority.
    The empty name is the project itself, which comes first and is not counted.
    """

    def __init__(
        self,
        places: int,
        queue: int,
        each: int,
        clock: Callable[[], float] = time.monotonic,
        *,
        apart: bool = False,
    ) -> None:
        self._places = places
        self._apart = apart
        self._queue = queue
        self._each = each
        self._clock = clock
        self._held: dict[str, list[float]] = {}
        self._taken = 0
        self._waiting: list[_Ticket] = []
        self._used: dict[str, tuple[float, float, float]] = {}
        self._lock = threading.Lock()

    @property
    def waiting(self) -> int:
        """How many questions wait for a place."""
        return len(self._waiting)

    def weight_of(self, client: str) -> int:
        """How dear a client's questions were of late: `LIGHT`, `UNKNOWN` or `HEAVY`."""
        with self._lock:
            return self._weight(client, self._clock())

    def enter(self, client: str, wait: float) -> None:
        """Take a place, after at most `wait` seconds; raises `Overloaded`, or `TooMany` for a greedy client."""
        with self._lock:
            if self._may_hold(client):
                self._hold(client)
                return
            self._check_queue(client)
            ticket = _Ticket(client)
            self._waiting.append(ticket)
        let_in = ticket.granted.wait(wait)
        if let_in and not ticket.dropped:
            return
        if not let_in:
            with self._lock:
                if ticket not in self._waiting:  # granted or dropped in the very last moment
                    let_in = not ticket.dropped
                else:
                    self._waiting.remove(ticket)
            if let_in:
                return
        if ticket.dropped:
            raise Overloaded("the queue is full, and others have asked for less of late: try again in a moment")
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
            began = self._held[client]
            began.pop(0)
            if not began:
                del self._held[client]
            if client:
                now = self._clock()
                for name in {client, address_block(client)}:
                    used, asked = self._used_by(name, now)
                    self._used[name] = (used + seconds, asked + 1, now)
            if self._waiting:
                self._let_in()
            if len(self._used) > 20 * (self._places + self._queue):
                self._forget()

    def _hold(self, client: str) -> None:
        self._taken += 1
        self._held.setdefault(client, []).append(self._clock())

    def _may_hold(self, client: str) -> bool:
        if not self._held:
            return True
        now, most = self._clock(), max(self._places - 1, 1)
        heavy = sum(len(began) for name, began in self._held.items() if self._weight(name, now) == HEAVY)
        is_heavy = self._weight(client, now) == HEAVY
        if not (self._apart and is_heavy) and self._taken - (heavy if self._apart else 0) >= self._places:
            return False
        if client and len(self._held.get(client, ())) >= most:
            return False
        return not is_heavy or heavy < most

    def _check_queue(self, client: str) -> None:
        if client and sum(ticket.client == client for ticket in self._waiting) >= self._each:
            raise TooMany(f"{self._each} queries of yours are waiting already: ask the next after their answers")
        if len(self._waiting) >= self._queue and not self._make_room(client):
            raise Overloaded(f"{len(self._waiting)} queries are waiting already: try again in a moment")

    def _make_room(self, client: str) -> bool:
        """Drop the ticket of whoever used most, the latest of them, for one who used less."""
        if not self._waiting:
            return False
        use = self._uses({client, *(ticket.client for ticket in self._waiting)})
        victim = max(reversed(self._waiting), key=lambda ticket: use[ticket.client])
        if not _is_less(client, victim.client, use):
            return False
        self._waiting.remove(victim)
        victim.dropped = True
        victim.granted.set()
        return True

    def _let_in(self) -> None:
        while candidates := [ticket for ticket in self._waiting if self._may_hold(ticket.client)]:
            use = self._uses({ticket.client for ticket in candidates})
            chosen = min(candidates, key=lambda ticket: use[ticket.client])
            self._waiting.remove(chosen)
            self._hold(chosen.client)
            chosen.granted.set()

    def _uses(self, clients: set[str]) -> dict[str, Use]:
        """What each used of late, what it holds now included."""
        now = self._clock()
        running: dict[str, float] = defaultdict(float)
        for client, began in self._held.items():
            seconds = sum(now - since for since in began)
            for name in {client, address_block(client)}:
                running[name] += seconds

        def use(name: str) -> float:
            return running[name] + self._used_by(name, now)[0]

        return {
            client: Use(self._weight(client, now), use(address_block(client)), use(client))
            if client
            else Use(LIGHT, 0.0, 0.0)
            for client in clients
        }

    def _used_by(self, client: str, now: float) -> tuple[float, float]:
        """Seconds and questions of late."""
        seconds, asked, then = self._used.get(client, (0.0, 0.0, now))
        left = 0.5 ** ((now - then) / _HALF_LIFE)
        return seconds * left, asked * left

    def _weight(self, client: str, now: float) -> int:
        seconds, asked = self._used_by(client, now)
        if not client:
            return LIGHT
        if asked < _FORGOTTEN:
            return UNKNOWN
        return LIGHT if seconds <= _LIGHT_SECONDS * asked else HEAVY

    def _forget(self) -> None:
        now = self._clock()
        self._used = {name: (*used, now) for name in self._used if (used := self._used_by(name, now))[1] > _FORGOTTEN}


def _is_less(client: str, other: str, use: dict[str, Use]) -> bool:
    """Whether a client comes before another: by its weight, by their blocks, or within one block by themselves."""
    mine, its = use[client], use[other]
    if address_block(client) == address_block(other):
        return (mine.weight, mine.client) < (its.weight, its.client)
    return mine < its
