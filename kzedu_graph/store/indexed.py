"""A build asked by one process once: from an index on disk, so that nothing need be loaded.

The index lies beside the build's snapshot, is written when first asked for, and goes with its build. It holds what the
snapshot holds; who cannot write there is answered from memory.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

from kzedu_graph.store.builds import Build, listed, read_build
from kzedu_graph.store.dataset import Store
from kzedu_graph.store.engine.answers import Answer, Limits, QueryTimeout, Request, StoreError
from kzedu_graph.store.engine.oxigraph import Engine, write_index
from kzedu_graph.store.statement_lines import Quad
from kzedu_graph.vocabulary.places import DEFAULT_GRAPHS

_FOLDER = "index"


class IndexedStore(Store):
    """The newest build of a folder, for one question or a few: no workers; each is given up behind its limit."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        super().__init__(limits)
        self.build = listed(folder)
        self._folder = folder
        self._index: Engine | None = None
        self._memory: Engine | None = None

    @property
    def version(self) -> str:
        return self.build.id

    def graphs(self) -> dict[str, int]:
        return self.build.graphs

    def texts_folder(self) -> Path | None:
        return self.build.folder

    def nquads(self) -> bytes:
        return self.build.snapshot.read_bytes()

    def write(self, quads: Iterable[Quad], *, created: datetime | None = None) -> None:  # noqa: ARG002
        """Refused: a build is written through its folder."""
        raise StoreError("an index is only read")

    def _answer(self, request: Request, limits: Limits) -> Answer:
        whole = frozenset(request.default_graphs) == frozenset(DEFAULT_GRAPHS)
        if (whole or len(request.default_graphs) == 1) and self._memory is None:
            index = self._index or self._open()
            if index:
                return in_time(partial(index.answer, request, merged=whole), limits.seconds)
        if self._memory is None:  # a union of its own has to be made
            self._memory = Engine.of_file(read_build(self._folder, self.build.id).snapshot)
        return in_time(partial(self._memory.answer, request), limits.seconds)

    def _open(self) -> Engine | None:
        place = self.build.folder / _FOLDER
        try:
            if not place.is_dir():
                make_index(self.build, read_build(self._folder, self.build.id).snapshot)
            self._index = Engine.of_index(place)
        except OSError:
            return None
        return self._index


def in_time(ask: Callable[[], Answer], seconds: float) -> Answer:
    """The answer, or `QueryTimeout` behind so many seconds; whoever waits can be interrupted.

    The engine cannot be stopped: it is left behind in a thread that ends with the process.
    """
    done: Queue[Answer | BaseException] = Queue(1)

    def work() -> None:
        try:
            done.put(ask())
        except BaseException as error:  # noqa: BLE001  (raised again by whoever waits)
            done.put(error)

    Thread(target=work, daemon=True).start()
    try:
        found = done.get(timeout=seconds)
    except Empty:
        raise QueryTimeout(f"the query was stopped after {seconds:g} s: ask for less at once") from None
    if isinstance(found, BaseException):
        raise found
    return found


def make_index(build: Build, snapshot: Path) -> None:
    """Write the index of a build, in one step for whoever looks; raises `OSError` where it cannot be kept."""
    fresh = build.folder / f".{_FOLDER}-{os.getpid()}"
    fresh.mkdir()
    print("an index of this build is written, once", file=sys.stderr)
    try:
        write_index(snapshot, fresh)
        fresh.rename(build.folder / _FOLDER)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
        if not (build.folder / _FOLDER).is_dir():  # else another process was faster
            raise
