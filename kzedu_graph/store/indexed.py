"""A build asked by one process once: from an index on disk, so that nothing need be loaded.

The index lies beside the build's snapshot, is written when first asked for, and goes with its build. It holds what the
snapshot holds; who cannot write there is answered from memory.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from kzedu_graph.store.dataset import Store
from kzedu_graph.store.engine.answers import Answer, Limits, Request, StoreError
from kzedu_graph.store.engine.oxigraph import Engine, write_index
from kzedu_graph.store.snapshots import Build, Quad, listed, read_build
from kzedu_graph.vocabulary.places import DEFAULT_GRAPHS

_FOLDER = "index"


class IndexedStore(Store):
    """The newest build of a folder, for one question or a few: no workers, and no limit but the reader's patience."""

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

    def _answer(self, request: Request, limits: Limits) -> Answer:  # noqa: ARG002
        whole = frozenset(request.default_graphs) == frozenset(DEFAULT_GRAPHS)
        if (whole or len(request.default_graphs) == 1) and self._memory is None:
            index = self._index or self._open()
            if index:
                return index.answer(request, merged=whole)
        if self._memory is None:  # a union of its own has to be made
            self._memory = Engine.of_file(read_build(self._folder, self.build.id).snapshot)
        return self._memory.answer(request)

    def _open(self) -> Engine | None:
        place = self.build.folder / _FOLDER
        try:
            if not place.is_dir():
                make_index(self.build, read_build(self._folder, self.build.id).snapshot)
            self._index = Engine.of_index(place)
        except OSError:
            return None
        return self._index


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
