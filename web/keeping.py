"""Answers that are dear to make and the same for everybody: kept while the same build is served."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

MOST_BYTES = 24 << 20


class Kept:
    """Bytes by what was asked, the least recently asked for dropped first; never those of another build."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._lock = Lock()
        self._held: OrderedDict[Hashable, bytes] = OrderedDict()
        self._size = 0
        self._version: str | None = None

    def get(self, version: str, asked: Hashable, make: Callable[[], bytes]) -> bytes:
        """What was made for the same question on the same build, else what is made now."""
        with self._lock:
            if version != self._version:
                self._held.clear()
                self._size, self._version = 0, version
            if asked in self._held:
                self._held.move_to_end(asked)
                return self._held[asked]
        made = make()  # outside of the lock: one dear answer holds nobody up
        with self._lock:
            if version == self._version and asked not in self._held and len(made) <= self._most // 4:
                self._held[asked] = made
                self._size += len(made)
                while self._size > self._most:
                    _, dropped = self._held.popitem(last=False)
                    self._size -= len(dropped)
        return made
