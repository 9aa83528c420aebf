"""Parts made on a cluster of Dask: the one module that speaks to `distributed`.

A task carries the bytes of its file, so that workers need no shared disk, only this project at the same version. A
worker reads in a process beside it, which a file that takes too much ends, and no other file. A worker that dies
loses its tasks to the others; a part is filed by its key, so that one that was made twice stands in the build once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

from kzedu_graph.building.executors.limits import ReadingLimits
from kzedu_graph.building.executors.processes import ReaderProcess
from kzedu_graph.building.gathering import Making
from kzedu_graph.building.left_out import LeftOut
from kzedu_graph.building.parts import Made
from kzedu_graph.model.errors import KzeduError
from kzedu_graph.store.engine.answers import StoreError
from kzedu_graph.vocabulary.fingerprint import rules_version

AHEAD = 4
"""Files that wait for each thread of the cluster; no more are held in memory here."""
PATIENCE = 10.0
"""Seconds in which the cluster has to answer."""
_one_text = Lock()
"""A worker with several threads reads one text at a time: the tools of language are no thread's own."""


def on_cluster(extract: str, address: str, limits: ReadingLimits | None = None) -> Making:
    """The workers of a Dask scheduler (`tcp://host:8786`).

    `extract` names a function of a module, `extract.flow:extract_file`. Raises StoreError where `distributed` is not
    installed, where nobody answers, or where a worker has other rules.
    """
    return partial(_on_cluster, extract, address, limits or ReadingLimits())


def _on_cluster(
    extract: str, address: str, limits: ReadingLimits, files: Sequence[Path]
) -> Iterator[tuple[Path, Made | LeftOut]]:
    try:
        import distributed  # noqa: PLC0415  (an extra: only clusters need it)
    except ImportError as error:
        raise StoreError("--cluster needs Dask: install this project with its extra, kzedu-graph[cluster]") from error
    if not files:
        return
    dask: Any = distributed  # its functions are not typed
    try:
        client = dask.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise StoreError(f"no Dask scheduler answers at {address}: start one with `dask scheduler`") from error
    with client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise StoreError(f"the Dask scheduler at {address} has no workers: start one with `dask worker {address}`")
        left = iter(files)
        waiting = {_sent(client, file, extract, limits): file for file in islice(left, threads * AHEAD)}
        running = dask.as_completed(waiting, loop=client.loop)
        for done in running:
            file = waiting.pop(done)
            for following in islice(left, 1):
                sent = _sent(client, following, extract, limits)
                waiting[sent] = following
                running.add(sent)
            try:
                yield file, done.result()
            except dask.scheduler.KilledWorker:
                yield file, LeftOut(file.name, "reader-ended", "it ended one worker of the cluster after the other")
            except KzeduError as error:
                raise StoreError(f"a worker of {address} could not read {file.name}: {error}") from error
            done.release()


def _sent(client: Any, file: Path, extract: str, limits: ReadingLimits) -> Any:
    data = file.read_bytes() if file.is_file() else b""
    return client.submit(_make, file.name, data, extract, limits, rules_version(), pure=False)


@cache
def _reader(extract: str, limits: ReadingLimits) -> ReaderProcess:
    """The process beside this worker; it ends with the worker, whose end of the channel then closes."""
    return ReaderProcess(extract, limits)


def _make(name: str, data: bytes, extract: str, limits: ReadingLimits, rules: str) -> Made | LeftOut:
    """The task of a worker: the part of a file that is named so and has these bytes."""
    if rules != rules_version():
        raise StoreError("it has another version of this project, of Python or of a library")
    with _one_text, TemporaryDirectory() as place:
        file = Path(place) / name
        file.write_bytes(data)
        return _reader(extract, limits).read(file, ahead=True)
