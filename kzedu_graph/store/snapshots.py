"""Builds of the graph on disk: one sorted N-Quads file each, and one pointer that is swapped in a single step.

    <folder>/current                     the served build's id, older good ones beneath it, newest first
    <folder>/builds/<id>/snapshot.nq     sorted N-Quads without duplicates: the record; id = start of its SHA-256
    <folder>/builds/<id>/manifest.json   checksum, counts, time of the build
    <folder>/parts/                      what builds are made of, see `building.part_store`
    <folder>/.lock                       held by the one writer

A process that dies at any moment leaves the pointer on the old build. Nothing here knows a query engine.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple

from kzedu_graph.store.builds import Build, described, listed_builds, read_build
from kzedu_graph.store.engine.answers import StoreError
from kzedu_graph.store.statement_lines import Quad, lines_by_graph, quad_lines

ID_LENGTH = 16
LINES_AT_ONCE = 1 << 14
_LOCK_PAUSE = 0.05


class Chunk(NamedTuple):
    """Sorted N-Quads lines that follow each other, and their number by graph."""

    lines: bytes
    graphs: Counter[str]


def write_snapshot(
    folder: Path,
    quads: Iterable[Quad],
    *,
    created: datetime | None = None,
    keep: int = 2,
    wait: float = 0.0,
    beside: Callable[[Path], None] | None = None,
) -> Build:
    """Write the quads as a build and serve it from now on; equal quads give identical bytes and the same id.

    Another writer is waited for `wait` seconds; see `swap_in` for the rest. Raises `StoreError` where another writer
    is at work, `ValueError` for a term that is none.
    """
    with writing(folder, wait):
        chunks = chunks_of(line.encode() for line in quad_lines(quads))
        return swap_in(folder, chunks, created=created, keep=keep, beside=beside)


def chunks_of(lines: Iterable[bytes]) -> Iterator[Chunk]:
    """Sorted lines in chunks."""
    following = iter(lines)
    while block := list(islice(following, LINES_AT_ONCE)):
        yield chunk_of(block)


def chunk_of(lines: Sequence[bytes]) -> Chunk:
    """Sorted lines as one chunk."""
    data = b"".join(lines)
    return Chunk(data, lines_by_graph(lines, data))


def swap_in(
    folder: Path,
    chunks: Iterable[Chunk],
    *,
    created: datetime | None = None,
    keep: int = 2,
    beside: Callable[[Path], None] | None = None,
) -> Build:
    """Write sorted N-Quads as a build and serve it from now on; the caller holds `writing`.

    `created` is recorded in the manifest; `keep` older builds stay beside the new one; `beside` may put further files
    into the new build's folder before it is served. Raises `StoreError` where the disk has no room.
    """
    builds = folder / "builds"
    with room(folder):
        builds.mkdir(parents=True, exist_ok=True)
        fresh = builds / f".new-{os.getpid()}"
        fresh.mkdir()
        checksum, graphs = _write_chunks(fresh / "snapshot.nq", chunks)
        target = builds / checksum[:ID_LENGTH]
        if _is_intact(target):
            shutil.rmtree(fresh)
        else:
            manifest = {
                "checksum": checksum,
                "created": created.isoformat() if created else None,
                "graphs": dict(sorted(graphs.items())),
                "quads": graphs.total(),
            }
            if beside:
                beside(fresh)
            _write_file(fresh / "manifest.json", (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode())
            _sync_folder(fresh)
            if target.exists():  # damaged, with the very content that is written now
                shutil.rmtree(target)
            fresh.rename(target)
            _sync_folder(builds)
    kept = [target.name, *(name for name in listed_builds(folder) if name != target.name)][: keep + 1]
    with room(folder):
        _point_to(folder, kept)
    for old in builds.iterdir():
        if old.name not in kept:
            shutil.rmtree(old)
    return described(folder, target.name)


def _write_chunks(path: Path, chunks: Iterable[Chunk]) -> tuple[str, Counter[str]]:
    """The checksum of what was written, and the number of lines of each graph."""
    digest = hashlib.sha256()
    graphs: Counter[str] = Counter()
    with path.open("wb") as file:
        for chunk in chunks:
            digest.update(chunk.lines)
            file.write(chunk.lines)
            graphs.update(chunk.graphs)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest(), graphs


def _sweep(folder: Path) -> None:
    """Remove what a writer left that died or found no room; the lock is ours."""
    for left_over in (*(folder / "builds").glob(".new-*"), *folder.glob(".runs-*")):
        shutil.rmtree(left_over)
    for left_over in (*folder.glob(".current-*"), *(folder / "parts").glob(".new-*")):
        left_over.unlink()


@contextmanager
def room(folder: Path) -> Iterator[None]:
    """A disk that is full, read-only or broken is said in a sentence, and nothing half-written stays behind."""
    try:
        yield
    except OSError as error:
        _sweep(folder)
        raise StoreError(f"the build cannot be written to {folder} ({error.strerror}); the old one serves") from error


@contextmanager
def runs_folder(folder: Path) -> Iterator[Path]:
    """A place for files of this writer, removed at the end; a disk without room is said in a sentence."""
    place = folder / f".runs-{os.getpid()}"
    with room(folder):
        place.mkdir()
        yield place
        shutil.rmtree(place)


def _point_to(folder: Path, names: list[str]) -> None:
    """Swap the pointer: until the replacement every reader sees the old build, after it every one the new."""
    fresh = folder / f".current-{os.getpid()}"
    _write_file(fresh, ("\n".join(names) + "\n").encode())
    fresh.replace(folder / "current")
    _sync_folder(folder)


def _write_file(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def writing(folder: Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the writers' lock, and remove what a writer left that died; the system drops the lock with its holder.

    Another writer is waited for `wait` seconds; raises `StoreError` where it is at work longer.
    """
    until = time.monotonic() + wait
    with _lock_file(folder) as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() >= until:
                    raise StoreError(
                        f"another build is being written to {folder}: wait until it is done, or choose another store"
                    ) from error
                time.sleep(_LOCK_PAUSE)
        _sweep(folder)
        yield


def _lock_file(folder: Path) -> IO[str]:
    """The file of the lock; raises `StoreError` where there can be no store."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return (folder / ".lock").open("w")
    except OSError as error:
        raise StoreError(f"{folder} cannot hold a store ({error.strerror}): choose another with --store") from error


def _is_intact(folder: Path) -> bool:
    try:
        read_build(folder.parent.parent, folder.name)
    except StoreError:
        return False
    return True
