"""Answers that are the same for everybody: kept while the same build is served."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
OVERHEAD = 500
"""Bytes that a kept thing takes beside its own."""


class AnswerCache(Generic[Thing]):
    """Things by what was asked, the least recently asked for dropped first; never those of another build.

    All together take `most` bytes, as `size` counts them; one of more than a quarter of it is not kept.
    """

    def __init__(self, most: int, size: Callable[[Thing], int]) -> None:
        self._most = most
        self._size_of = size
        self._lock = Lock()
        self._held: OrderedDict[Hashable, tuple[Thing, int]] = OrderedDict()
        self._size = 0
        self._version: str | None = None

    def get(self, version: str, asked: Hashable, make: Callable[[], Thing]) -> Thing:
        """What was made for the same question on the same build, else what is made now; raises what `make` raises."""
        with self._lock:
            if version != self._version:
                self._held.clear()
                self._size, self._version = 0, version
            if asked in self._held:
                self._held.move_to_end(asked)
                return self._held[asked][0]
        made = make()  # outside of the lock: one dear answer holds nobody up
        size = self._size_of(made) + OVERHEAD
        with self._lock:
            if version == self._version and asked not in self._held and size <= self._most // 4:
                self._held[asked] = made, size
                self._size += size
                while self._size > self._most:
                    _, (_, dropped) = self._held.popitem(last=False)
                    self._size -= dropped
        return made
