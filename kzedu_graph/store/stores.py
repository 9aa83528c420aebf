"""The dataset behind every answer: builds on disk by default, any SPARQL 1.1 server by its address, or memory.

    store = open_store("var/store")
    store.select("SELECT ?measure ?agency WHERE { ?measure kzedu:lead ?agency }", agency=URIRef(...))

A parameter is a variable that the query returns; it is bound by the engine, never written into the text.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from kzedu_graph.store.answer_cache import AnswerCache
from kzedu_graph.store.builds import Build, Builds, is_address, local_folder
from kzedu_graph.store.dataset import NO_LIMIT, Row, Store, whole
from kzedu_graph.store.engine.answers import (
    Answer,
    Limits,
    NotAcceptable,
    Overloaded,
    QueryError,
    QueryTimeout,
    QueryTooLarge,
    Refused,
    Request,
    StoreError,
    TooMany,
)
from kzedu_graph.store.engine.dispatcher import Dispatcher
from kzedu_graph.store.engine.oxigraph import Engine
from kzedu_graph.store.engine.query_text import OUTSIDE, QueryText, is_lasting, is_read_quickly, read_query
from kzedu_graph.store.engine.worker_pool import WorkerPool
from kzedu_graph.store.engine.workers import Snapshot
from kzedu_graph.store.snapshots import write_snapshot
from kzedu_graph.store.statement_lines import Quad, quad_lines
from kzedu_graph.vocabulary.places import AUDIT, BASE, CURRENT, DEFAULT_GRAPHS, ONTOLOGY, REGISTRY, RUN

__all__ = [
    "AUDIT", "BASE", "CURRENT", "DEFAULT_GRAPHS", "ONTOLOGY", "REGISTRY", "RUN",
    "Answer", "Build", "EmbeddedStore", "Limits", "MemoryStore", "NotAcceptable", "Overloaded", "Quad", "QueryError",
    "QueryTimeout", "QueryTooLarge", "Refused", "Row", "Store", "StoreError",
    "TooMany", "is_address", "local_folder", "open_store", "whole", "write_snapshot",
]  # fmt: skip


_READ = 1 << 20
"""Bytes of what was read of long queries, kept so that each is read once."""


class EmbeddedStore(Store):
    """Builds in a folder, asked through a pool of worker processes; see `snapshots` and `workers`."""

    answers_at_once = True

    def __init__(self, folder: Path, limits: Limits | None = None) -> None:
        super().__init__(limits)
        self.folder = folder
        self.builds = Builds(folder)
        self.pool = WorkerPool(self.builds.served, self.limits, self._reject)
        self.dispatcher = Dispatcher(self.pool, self.limits)
        self._read: AnswerCache[Answer] = AnswerCache(_READ, lambda answer: len(answer.data))
        self._kept: AnswerCache[Answer] = AnswerCache(self.limits.kept, lambda answer: len(answer.data))

    def _reject(self, build: Snapshot, reason: str) -> None:
        self.builds.reject(build.id, f"the build {build.id} cannot be served: {reason}; build again")

    @property
    def version(self) -> str:
        return self.build.id

    @property
    def build(self) -> Build:
        """The build that answers: the one loaded, else the newest good one; raises `StoreError` where there is none."""
        loaded = self.pool.build
        return loaded if isinstance(loaded, Build) else self.builds.served()

    def texts_folder(self) -> Path | None:
        return self.build.folder

    def graphs(self) -> dict[str, int]:
        return self.build.graphs

    def nquads(self) -> bytes:
        return self.build.snapshot.read_bytes()

    def write(self, quads: Iterable[Quad], *, created: datetime | None = None) -> None:
        write_snapshot(self.folder, quads, created=created)
        self.pool.switch()

    def _answer(self, request: Request, limits: Limits) -> Answer:
        def ask() -> Answer:
            return self.dispatcher.ask(request, limits.seconds)

        return self._kept.get(self.version, request.key, ask) if is_lasting(request.text) else ask()

    def read(self, text: str, base: str = "") -> QueryText:
        """The outside of a query; of a long one that has to be read whole, a worker reads it, in its turn and time."""
        if is_read_quickly(text):
            return read_query(text, base)
        request = Request(text=text, media_type=OUTSIDE, base=base, default_graphs=())

        def ask() -> Answer:
            return self.dispatcher.ask(request, self.limits.seconds)

        return QueryText.of_json(self._read.get("", request.key, ask).body)

    def close(self) -> None:
        self.pool.close()


class MemoryStore(Store):
    """A dataset in this process's memory, without limits: for the build, validation and tests."""

    def __init__(self, quads: Iterable[Quad] = (), limits: Limits | None = None) -> None:
        super().__init__(limits or NO_LIMIT)
        self.write(quads)

    @classmethod
    def of_triples(cls, data: bytes) -> MemoryStore:
        """A dataset without named graphs, whose default graph holds the statements of N-Triples."""
        store = cls()
        store._data, store._engine = data, Engine(data)
        return store

    @contextmanager
    def over(self, data: bytes) -> Iterator[int]:
        """The statements of N-Triples laid over those of the default graph until the context ends; gives how many.

        `nquads` and `graphs` do not tell of them.
        """
        laid = self._engine.lay(data)
        try:
            yield len(laid)
        finally:
            self._engine.lift(laid)

    @property
    def version(self) -> str:
        return f"memory-{self._writes}"

    def graphs(self) -> dict[str, int]:
        return dict(self._sizes)

    def nquads(self) -> bytes:
        return self._data

    def write(self, quads: Iterable[Quad], *, created: datetime | None = None) -> None:  # noqa: ARG002
        lines = quad_lines(quads)
        self._data = "".join(lines).encode()
        self._engine = Engine(self._data)
        self._sizes: dict[str, int] = {}
        for line in lines:
            graph = line.rsplit(" <", 1)[1][:-4]
            self._sizes[graph] = self._sizes.get(graph, 0) + 1
        self._writes = getattr(self, "_writes", 0) + 1

    def _answer(self, request: Request, limits: Limits) -> Answer:  # noqa: ARG002
        return self._engine.answer(request)


def open_for_one(where: str | Path) -> Store:
    """The store at a folder or an address for a single question: nothing is loaded that an index on disk can tell."""
    if is_address(where):
        return open_store(where)
    from kzedu_graph.store.indexed import IndexedStore  # noqa: PLC0415  (few need it)

    return IndexedStore(Path(where), Limits.read(os.environ))


def open_store(where: str | Path, limits: Limits | None = None) -> Store:
    """The store at a folder, or behind the address of a SPARQL 1.1 server (`http(s)://…/sparql`).

    Without `limits` those of the environment hold, see `Limits.read`.
    """
    limits = limits or Limits.read(os.environ)
    if is_address(where):
        from kzedu_graph.store.remote import RemoteStore  # noqa: PLC0415  (httpx is for who has a server)

        return RemoteStore(str(where), limits)
    return EmbeddedStore(Path(where), limits)
