"""A question tried for a moment by the thread that holds all connections, before it is given to a thread of its own.

Most questions take less time than it takes two threads to hand them over. What is not there in that moment is left with
the worker that is at it, and whoever comes next for the same request goes on waiting there.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass

from kzedu_graph.store.engine.answers import Request
from kzedu_graph.store.engine.workers import Worker


class NotYet(BaseException):
    """The answer is not there in a moment: ask again from a thread that may wait.

    No Exception, for nothing is wrong: who answers errors on the way must let it pass.
    """


@dataclass(frozen=True, slots=True)
class Begun:
    """A question that a worker is at, since so many seconds of the monotonic clock; `let_go` gives its place back."""

    request: Request
    worker: Worker
    since: float
    let_go: Callable[[], None]


class AtOnce:
    """The `seconds` that one request may be waited for at once, 0 where it may take its time; what was begun for it."""

    __slots__ = ("_begun", "seconds")

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._begun: Begun | None = None

    def leave(self, begun: Begun) -> None:
        """Leave a question with its worker; the next who asks takes his time."""
        self._begun = begun

    def resume(self, request: Request) -> Begun | None:
        """What was begun for the same question, for whoever goes on with it."""
        begun = self._begun
        if begun is None or begun.request != request:
            return None
        self._begun = None
        return begun

    def close(self) -> None:
        """Let go what nobody went on with."""
        begun, self._begun = self._begun, None
        if begun:
            begun.let_go()


asked_at_once: ContextVar[AtOnce | None] = ContextVar("asked_at_once", default=None)
"""Of the request that is answered now; None where it is not tried at once."""


def must_be_quick() -> AtOnce | None:
    """Of the request that is answered now, if its thread may not wait."""
    at_once = asked_at_once.get()
    return at_once if at_once is not None and at_once.seconds else None
