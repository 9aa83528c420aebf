"""Who answers which question: short ones at once, long ones apart and at low priority, each stopped at its limits."""

from __future__ import annotations

import re
import signal
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
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
from kzedu_graph.store.engine.scheduler import HEAVY, LIGHT, FairScheduler
from kzedu_graph.store.engine.workers import CannotLoad, Snapshot, Worker, WorkerFactory, WorkerGone

_ATTEMPTS = 2
_REMEMBERED = 512
_PATIENCE = 4
"""Times `quick` that a client has whose questions were light of late."""
_LOOK_SECONDS = 0.02
"""Between two looks at which build is to be served."""
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


class Pool:
    """Workers for the build that is served; a newer build is loaded beside it, and then takes over.

    A query that is not done within the limit `quick` goes on at low priority in a place for long ones, or, where
    none is free, is stopped and begun anew when one falls free. So long queries never hold up short ones.
    """

    def __init__(
        self, served: Callable[[], Snapshot], limits: Limits, reject: Callable[[Snapshot, str], None] | None = None
    ) -> None:
        """`served` names the build to load; `reject` is told of one that cannot be loaded, and must change it."""
        self._served = served
        self._reject = reject
        self._limits = limits
        self._quick = FairScheduler(limits.workers, limits.queue, limits.each)
        self._long = FairScheduler(limits.long, limits.queue, limits.each)
        self._known_long: OrderedDict[int, None] = OrderedDict()
        self._nursery: WorkerFactory | None = None
        self._renewal: threading.Thread | None = None
        self._look_again = 0.0
        self._lock = threading.RLock()
        self._closed = False

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
        since, took, worker = time.monotonic(), None, self._take_idle()
        is_begun = False
        try:
            if worker is None:
                raise NotYet
            worker.begin(request, seconds)
            answer = worker.answer(since + at_once.seconds)
            took = worker.seconds
        except TimeoutError:
            assert worker
            at_once.leave(Begun(request, worker, since, partial(self._let_go, worker, client, since)))
            is_begun = True
            raise NotYet from None
        except WorkerGone:
            assert worker
            self._discard(worker)
            raise NotYet from None
        except StoreError:
            assert worker
            self._give_back(worker)
            raise
        finally:
            if not is_begun:
                self._quick.leave(client, time.monotonic() - since if took is None else took)
        self._give_back(worker)
        return answer

    def _let_go(self, worker: Worker, client: str, since: float) -> None:
        self._discard(worker)
        self._quick.leave(client, time.monotonic() - since)

    def _ask_quick(self, request: Request, seconds: float) -> Answer:
        client, at_once = asking_client.get(), asked_at_once.get()
        weight = self._quick.weight_of(client)
        # on a busy machine a light question takes its time: it is not begun anew among the long ones for that
        quick = min(self._limits.quick * (_PATIENCE if client and weight == LIGHT else 1), seconds)
        begun = at_once.resume(request) if at_once else None
        if begun is None:
            self._quick.enter(client, self._limits.wait)
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
            self._discard(worker)
            raise TimeoutError
        self._remember(request.text)
        if not self._long.enter_now(client):
            self._discard(worker)
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
            worker, answer = self._attempt(request, seconds, min(self._limits.quick, seconds))
            if answer is None:
                return self._continue(worker, began + seconds)
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
        worker = self._take()
        try:
            if lowly:
                worker.lower()
            worker.begin(request, seconds)
        except TimeoutError:
            return worker, None
        except WorkerGone as error:
            raise WorkerGone(self._discard(worker)) from error
        return self._await(worker, time.monotonic() + quick, lowly=lowly)

    def _await(self, worker: Worker, until: float, *, lowly: bool = False) -> tuple[Worker, Answer | None]:
        """A worker that is at it, and its answer if that comes until then; else it is not given back."""
        try:
            answer = worker.answer(until)
        except TimeoutError:
            return worker, None
        except StoreError:
            (self._discard if lowly else self._give_back)(worker)
            raise
        except WorkerGone as error:
            raise WorkerGone(self._discard(worker)) from error
        (self._discard if lowly else self._give_back)(worker)
        return worker, answer

    def _continue(self, worker: Worker, until: float) -> Answer:
        """Wait for a worker that is at it already, at low priority; it is ended then, for that cannot be raised."""
        try:
            worker.lower()
            return worker.answer(until)
        except WorkerGone as error:
            raise WorkerGone(self._discard(worker)) from error
        finally:
            self._discard(worker)

    def _remember(self, text: str) -> None:
        with self._lock:
            self._known_long[hash(text)] = None
            if len(self._known_long) > _REMEMBERED:
                self._known_long.popitem(last=False)

    # ---- workers

    def _take(self) -> Worker:
        for _ in range(_ATTEMPTS):
            factory = self._current()
            with self._lock:
                worker = factory.idle.pop() if factory.idle else None
                if worker:
                    factory.busy.add(worker)
                    return worker
            try:
                worker = factory.spawn()
            except WorkerGone:
                continue  # its factory died: `_current` brings another
            with self._lock:
                factory.busy.add(worker)
            return worker
        raise StoreError("query workers die as soon as they are started: try again later")

    def _take_idle(self) -> Worker | None:
        """A worker that waits for questions, if there is one: nothing is loaded or begun, or waited for, to have it."""
        if not self._lock.acquire(blocking=False):  # whoever loads a build holds it for seconds
            return None
        try:
            factory = self._nursery
            if factory is None or not factory.idle:
                return None
            self._renew()
            worker = factory.idle.pop()
            factory.busy.add(worker)
            return worker
        finally:
            self._lock.release()

    def _give_back(self, worker: Worker) -> None:
        factory = worker.factory
        with self._lock:
            factory.busy.discard(worker)
            keep = not factory.retired and len(factory.idle) < self._limits.workers
            if keep:
                factory.idle.append(worker)
        if not keep:
            worker.end()
            self._close_if_done(factory)

    def _discard(self, worker: Worker) -> int:
        """End a worker; the signal that ended it. Once is enough: later calls do nothing."""
        factory = worker.factory
        with self._lock:
            known = worker in factory.busy
            factory.busy.discard(worker)
        if not known:
            return 0
        ended_by = worker.end()
        self._close_if_done(factory)
        return ended_by

    def _close_if_done(self, factory: WorkerFactory) -> None:
        with self._lock:
            done = factory.retired and not factory.busy
        if done:
            factory.close()

    # ---- builds

    @property
    def build(self) -> Snapshot | None:
        """The build whose graph answers now; None before the first question."""
        factory = self._nursery
        if factory is None:
            return None
        self._renew()
        return factory.build

    def pids(self) -> list[int]:
        """The process ids of all workers."""
        with self._lock:
            factory = self._nursery
            return sorted(worker.pid for worker in (*factory.idle, *factory.busy)) if factory else []

    def _current(self) -> WorkerFactory:
        """The factory that answers now, loaded at the first question and after it died."""
        with self._lock:
            if self._closed:
                raise StoreError("the store is closed")
            if self._nursery is None or not self._nursery.alive:
                if self._nursery:
                    self._nursery.close()
                self._nursery = self._load()
            else:
                self._renew()
            return self._nursery

    def _renew(self) -> None:
        """Where another build is to be served, begin to load it, while the old one goes on answering."""
        factory, now = self._nursery, time.monotonic()
        if factory is None or now < self._look_again:
            return
        self._look_again = now + _LOOK_SECONDS
        try:
            if self._served().id == factory.build.id:
                return
        except StoreError:
            return  # no good build is left on disk; what is loaded still answers
        with self._lock:
            if self._closed or (self._renewal and self._renewal.is_alive()):
                return
            self._renewal = threading.Thread(target=self._take_over, daemon=True)
            self._renewal.start()

    def _take_over(self) -> None:
        try:
            fresh = self._load()
        except StoreError:
            return  # the old one goes on; why the new one cannot be served was said to `reject`
        with self._lock:
            old, self._nursery = self._nursery, fresh
            if self._closed:
                fresh.close()
            if old is None:
                return
            old.retired = True
            leaving, old.idle = old.idle, []
        for worker in leaving:
            worker.end()
        self._close_if_done(old)

    def switch(self) -> None:
        """Answer from the build that is to be served now, waiting until it is loaded."""
        self._look_again = 0.0
        self._renew()
        renewal = self._renewal
        if renewal:
            renewal.join()

    def _load(self) -> WorkerFactory:
        deaths = 0
        while True:
            build = self._served()
            factory = WorkerFactory(build, self._limits)
            try:
                factory.wait_ready()
            except CannotLoad as error:
                factory.close()
                if self._reject is None:
                    raise
                self._reject(build, str(error))
            except WorkerGone as error:
                factory.close()
                deaths += 1
                if deaths == _ATTEMPTS:
                    raise StoreError(f"query workers die while loading the graph ({error})") from error
            else:
                return factory

    def close(self) -> None:
        """End all workers; queries under way fail."""
        with self._lock:
            self._closed = True
            factory, self._nursery = self._nursery, None
        if factory:
            factory.close()
