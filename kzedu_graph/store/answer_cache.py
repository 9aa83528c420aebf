"""Answers that are the same for everybody: kept while the same build is served."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from cachetools import LRUCache

Thing = TypeVar("Thing")
OVERHEAD = 500
"""Bytes that a kept thing takes beside its own."""


class AnswerCache(Generic[Thing]):
    """Things by what was asked, the least recently asked for dropped first; never those of another build.

    All together take `most` bytes, as `size` counts them; one of more than a quarter of it is not kept.
    """

    def __init__(self, most: int, size: Callable[[Thing], int]) -> None:
        self._largest = most // 4
        self._size_of = size
        self._lock = Lock()
        self._held: LRUCache[Hashable, Thing] = LRUCache(most, lambda thing: size(thing) + OVERHEAD)
        self._version: str | None = None

    def get(self, version: str, asked: Hashable, make: Callable[[], Thing]) -> Thing:
        """What was made for the same question on the same build, else what is made now; raises what `make` raises."""
        held = self.find(version, asked)
        if held is not None:
            return held
        made = make()  # outside of the lock: one dear answer holds nobody up
        self.keep(version, asked, made)
        return made

    def find(self, version: str, asked: Hashable) -> Thing | None:
        """What is kept for a question on a build; what is kept of another build is dropped."""
        with self._lock:
            if version != self._version:
                self._held.clear()
                self._version = version
            return self._held.get(asked)

    def keep(self, version: str, asked: Hashable, made: Thing) -> None:
        """Keep what was made, unless it is too large or of a build that is served no more."""
        with self._lock:
            if version == self._version and self._size_of(made) + OVERHEAD <= self._largest:
                self._held.setdefault(asked, made)
