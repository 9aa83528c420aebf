"""How a question is tried: short ones at once, long ones apart and at low priority, each stopped at its limits."""

from __future__ import annotations

import re
import signal
import threading
import time
from collections import OrderedDict
from functools import partial

from kzedu_graph.store.engine.answers import (
    Answer,
    Limits,
    QueryTimeout,
    QueryTooLarge,
    Request,
    StoreError,
    asking_client,
)
from kzedu_graph.store.engine.at_once import AtOnce, Begun, NotYet, asked_at_once, must_be_quick
from kzedu_graph.store.engine.channels import WorkerGone
from kzedu_graph.store.engine.scheduler import HEAVY, LIGHT, FairScheduler
from kzedu_graph.store.engine.worker_pool import WorkerPool
from kzedu_graph.store.engine.workers import Worker

_ATTEMPTS = 2
"""At a question whose worker was killed from outside."""
_REMEMBERED = 512
_PATIENCE = 4
"""Times `quick` that a client has whose questions were light of late."""
_DEEP = 200
"""Brackets within brackets, beyond which a query that ends its worker is taken to have filled the engine's stack."""
_OUT_OF_MEMORY = (signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS)


def nesting(text: str) -> int:
    """How deep the brackets of a text stand within each other, and how many signs of negation follow one another."""
    deepest = depth = 0
    for bracket in re.findall(r"[(\[{]|[)\]}]|!+", text):
        depth += 1 if bracket in "([{" else -1 if bracket in ")]}" else 0
        deepest = max(deepest, depth, len(bracket) if bracket[0] == "!" else 0)
    return deepest


class Dispatcher:
    """Hands questions to the workers of a pool.

    A query that is not done within the limit `quick` goes on at low priority in a place for long ones, or, where
    none is free, is stopped and begun anew when one falls free. So long queries never hold up short ones.
    """

    def __init__(self, pool: WorkerPool, limits: Limits) -> None:
        self.pool = pool
        self._limits = limits
        self._quick = FairScheduler(limits.workers, limits.queue, limits.each, apart=True)
        self._long = FairScheduler(limits.long, limits.queue, limits.each)
        self._known_long: OrderedDict[int, None] = OrderedDict()
        self._lock = threading.Lock()

    def ask(self, request: Request, seconds: float) -> Answer:
        """Have a request answered by a worker within `seconds` of its start.

        Raises `Overloaded`, `QueryTimeout`, `QueryTooLarge`, `QueryError`, `StoreError`. A worker that is killed
        from outside is replaced and the question asked once more. Raises `NotYet` where the thread may not wait.
        """
        if at_once := must_be_quick():
            return self._ask_at_once(request, seconds, at_once)
        for _ in range(_ATTEMPTS):
            try:
                if hash(request.text) in self._known_long:
                    return self._ask_long(request, seconds)
                return self._ask_quick(request, seconds)
            except TimeoutError as error:
                raise QueryTimeout(f"the query was stopped after {seconds:g} s: ask for less at once") from error
            except WorkerGone as error:
                if error.ended_by == signal.SIGALRM:
                    raise QueryTimeout(f"the query was stopped after {seconds:g} s: ask for less at once") from error
                if error.ended_by == signal.SIGSEGV and nesting(request.text) > _DEEP:
                    raise QueryTooLarge(
                        "the query is nested too deeply for the engine: write it with fewer brackets", "nesting"
                    ) from error
                if error.ended_by in _OUT_OF_MEMORY:
                    raise QueryTooLarge(
                        f"the query needed more than {self._limits.memory >> 20} MiB of memory: ask for less", "memory"
                    ) from error
        raise StoreError("the query's worker was killed twice: try again later")

    def _ask_at_once(self, request: Request, seconds: float, at_once: AtOnce) -> Answer:
        """The answer if it is there in a moment, without waiting for a place, a worker or a build; else `NotYet`."""
        client = asking_client.get()
        if hash(request.text) in self._known_long or self._quick.weight_of(client) == HEAVY:
            raise NotYet
        if not self._quick.enter_now(client):
            raise NotYet
        since, took, worker = time.monotonic(), None, self.pool.take_idle()
        is_begun = False
        try:
            if worker is None:
                raise NotYet
            worker.go_first()
            worker.begin(request, seconds)
            answer = worker.answer(since + at_once.seconds)
            took = worker.seconds
        except TimeoutError:
            assert worker
            self._wait_for_turns(worker)
            at_once.leave(Begun(request, worker, since, partial(self._let_go, worker, client, since)))
            is_begun = True
            raise NotYet from None
        except WorkerGone:
            assert worker
            self.pool.discard(worker)
            raise NotYet from None
        except StoreError:
            assert worker
            self.pool.give_back(worker)
            raise
        finally:
            if not is_begun:
                self._quick.leave(client, time.monotonic() - since if took is None else took)
        self.pool.give_back(worker)
        return answer

    def _wait_for_turns(self, worker: Worker) -> None:
        """Have a worker wait for its turns as others do; one that cannot is ended, and `NotYet` raised."""
        try:
            worker.go_with_others()
        except WorkerGone:
            self.pool.discard(worker)
            raise NotYet from None

    def _let_go(self, worker: Worker, client: str, since: float) -> None:
        self.pool.discard(worker)
        self._quick.leave(client, time.monotonic() - since)

    def _ask_quick(self, request: Request, seconds: float) -> Answer:
        client, at_once = asking_client.get(), asked_at_once.get()
        begun = at_once.resume(request) if at_once else None
        if begun is None:
            self._quick.enter(client, self._limits.wait)
        weight = self._quick.weight_of(client)  # now: what it asked before may have turned out to be heavy meanwhile
        # on a busy machine a light question takes its time: it is not begun anew among the long ones for that
        quick = min(self._limits.quick * (_PATIENCE if client and weight == LIGHT else 1), seconds)
        began = begun.since if begun else time.monotonic()
        took: float | None = None
        try:
            if begun:
                worker, answer = self._await(begun.worker, began + quick)
            else:
                worker, answer = self._attempt(request, seconds, quick, lowly=weight == HEAVY)
            took = worker.seconds if answer is not None else None
        finally:  # what an answer cost is told by its worker: on a busy machine the clock tells of others
            self._quick.leave(client, time.monotonic() - began if took is None else took)
        if answer is not None:
            return answer
        if quick == seconds:
            self.pool.discard(worker)
            raise TimeoutError
        self._remember(request.text)
        if not self._long.enter_now(client):
            self.pool.discard(worker)
            return self._ask_long(request, seconds)
        try:
            return self._continue(worker, began + seconds)
        finally:
            self._long.leave(client, time.monotonic() - began)

    def _ask_long(self, request: Request, seconds: float) -> Answer:
        client = asking_client.get()
        self._long.enter(client, self._limits.wait)
        began = time.monotonic()
        try:
            worker, answer = self._attempt(request, seconds, seconds, lowly=True)
            if answer is None:
                self.pool.discard(worker)
                raise TimeoutError
            if worker.seconds < self._limits.quick:
                self._known_long.pop(hash(request.text), None)
            return answer
        finally:
            self._long.leave(client, time.monotonic() - began)

    def _attempt(
        self, request: Request, seconds: float, quick: float, *, lowly: bool = False
    ) -> tuple[Worker, Answer | None]:
        """A worker, and its answer if that came within `quick`; else the worker is still at it, and not given back.

        A `lowly` question lets everybody else's go first; its worker is ended then, for that cannot be raised.
        """
        worker = self.pool.take()
        for _ in range(self._limits.workers):  # so many may have died while nobody asked them: that is no attempt
            if worker.alive:
                break
            self.pool.bury(worker)
            worker = self.pool.take()
        try:
            worker.go_with_others()
            if lowly:
                self._lower(worker)
            worker.begin(request, seconds)
        except TimeoutError:
            return worker, None
        except WorkerGone as error:
            raise WorkerGone(self.pool.bury(worker)) from error
        return self._await(worker, time.monotonic() + quick, lowly=lowly)

    def _await(self, worker: Worker, until: float, *, lowly: bool = False) -> tuple[Worker, Answer | None]:
        """A worker that is at it, and its answer if that comes until then; else it is not given back."""
        try:
            answer = worker.answer(until)
        except TimeoutError:
            return worker, None
        except StoreError:
            (self.pool.discard if lowly else self.pool.give_back)(worker)
            raise
        except WorkerGone as error:
            raise WorkerGone(self.pool.bury(worker)) from error
        (self.pool.discard if lowly else self.pool.give_back)(worker)
        return worker, answer

    def _continue(self, worker: Worker, until: float) -> Answer:
        """Wait for a worker that is at it already, at low priority; it is ended then, for that cannot be raised."""
        try:
            self._lower(worker)
            return worker.answer(until)
        except WorkerGone as error:
            raise WorkerGone(self.pool.bury(worker)) from error
        finally:
            self.pool.discard(worker)

    def _lower(self, worker: Worker) -> None:
        """Let everybody else go first; it will not come back, so another is made before anybody waits for it."""
        worker.lower()
        self.pool.refill()

    def _remember(self, text: str) -> None:
        with self._lock:
            self._known_long[hash(text)] = None
            if len(self._known_long) > _REMEMBERED:
                self._known_long.popitem(last=False)
