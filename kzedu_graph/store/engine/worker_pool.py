"""Who holds the workers: those of the build that is served, while a newer one is loaded beside it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress

from kzedu_graph.store.engine.answers import Limits, StoreError
from kzedu_graph.store.engine.channels import WorkerGone
from kzedu_graph.store.engine.workers import CannotLoad, Snapshot, Worker, WorkerFactory

_ATTEMPTS = 2
_LOOK_SECONDS = 0.02
"""Between two looks at which build is to be served."""


class WorkerPool:
    """Workers for the build that is served; a newer build is loaded beside it, and then takes over."""

    def __init__(
        self, served: Callable[[], Snapshot], limits: Limits, reject: Callable[[Snapshot, str], None] | None = None
    ) -> None:
        """`served` names the build to load; `reject` is told of one that cannot be loaded, and must change it."""
        self._served = served
        self._reject = reject
        self._limits = limits
        self._nursery: WorkerFactory | None = None
        self._renewal: threading.Thread | None = None
        self._look_again = 0.0
        self._lock = threading.RLock()
        self._closed = False

    def take(self) -> Worker:
        """A worker, made where none is idle; raises `StoreError` where they die as soon as they are made."""
        for _ in range(_ATTEMPTS):
            factory = self._current()
            with self._lock:
                worker = factory.idle.pop() if factory.idle else None
                if worker:
                    factory.busy.add(worker)
                    return worker
            try:
                return self._made(factory)
            except WorkerGone:
                continue  # its factory died: `_current` brings another
        raise StoreError("query workers die as soon as they are started: try again later")

    def take_idle(self) -> Worker | None:
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

    def refill(self) -> None:
        """See to it that there are workers for all short questions, beside those that will not come back."""
        factory = self._nursery
        with suppress(WorkerGone):  # whoever takes one next sees to that
            while factory and not factory.retired and self._ready(factory) < self._limits.workers:
                self.give_back(self._made(factory))

    def _ready(self, factory: WorkerFactory) -> int:
        """How many workers short questions have, or can have when the one they are at is answered."""
        with self._lock:
            return len(factory.idle) + sum(not worker.lowered for worker in factory.busy)

    def _made(self, factory: WorkerFactory) -> Worker:
        worker = factory.spawn()
        with self._lock:
            factory.busy.add(worker)
        return worker

    def give_back(self, worker: Worker) -> None:
        """Take back a worker that has answered; it is ended where enough are idle, or its build is replaced."""
        factory = worker.factory
        with self._lock:
            factory.busy.discard(worker)
            keep = not factory.retired and len(factory.idle) < self._limits.workers
            if keep:
                factory.idle.append(worker)
        if not keep:
            worker.end()
            self._close_if_done(factory)

    def discard(self, worker: Worker) -> None:
        """End a worker. Once is enough: later calls do nothing."""
        if self._part_with(worker):
            worker.kill()
            self._close_if_done(worker.factory)

    def bury(self, worker: Worker) -> int:
        """Let go of a worker that died; the signal that ended it."""
        if not self._part_with(worker):
            return 0
        ended_by = worker.end()
        self._close_if_done(worker.factory)
        return ended_by

    def _part_with(self, worker: Worker) -> bool:
        """Whether it was at work until now."""
        with self._lock:
            was_busy = worker in worker.factory.busy
            worker.factory.busy.discard(worker)
        return was_busy

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
