"""Builds of the graph on disk: one sorted N-Quads file each, and one pointer that is swapped in a single step.

    <folder>/current                     the served build's id, older good ones beneath it, newest first
    <folder>/builds/<id>/snapshot.nq     sorted N-Quads without duplicates: the record; id = start of its checksum
    <folder>/builds/<id>/blocks          of which blocks it consists, see `block_list`
    <folder>/builds/<id>/manifest.json   checksum, counts, time of the build
    <folder>/parts/                      what builds are made of, see `building.part_store`
    <folder>/.lock                       held by the one writer

A process that dies at any moment leaves the pointer on the old build. Nothing here knows a query engine.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from typing import IO

from kzedu_graph.store.block_list import FILE, SNAPSHOT, Listed, list_text
from kzedu_graph.store.block_writing import Chunk, write_pieces
from kzedu_graph.store.builds import Build, described, listed_builds, read_build
from kzedu_graph.store.engine.answers import StoreError
from kzedu_graph.store.statement_lines import Quad, beginning, lines_by_graph, quad_lines

ID_LENGTH = 16
LINES_AT_ONCE = 1 << 14
_LOCK_PAUSE = 0.05


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


def chunks_of(lines: Iterable[bytes], origin: str = "") -> Iterator[Chunk]:
    """Sorted lines in chunks, each of lines that begin alike."""
    for begin, alike in groupby(lines, beginning):
        while block := list(islice(alike, LINES_AT_ONCE)):
            yield chunk_of(begin, block, origin)


def chunk_of(begin: bytes, lines: Sequence[bytes], origin: str = "") -> Chunk:
    """Sorted lines that begin alike as one chunk."""
    data = b"".join(lines)
    return Chunk(begin, data, lines_by_graph(lines, data), origin)


def swap_in(
    folder: Path,
    pieces: Iterable[Chunk | Listed],
    *,
    before: Build | None = None,
    created: datetime | None = None,
    keep: int = 2,
    beside: Callable[[Path], None] | None = None,
) -> Build:
    """Write sorted N-Quads as a build and serve it from now on; the caller holds `writing`.

    Pieces are lines, or blocks of the build `before`, whose bytes the system copies. `created` is recorded in the
    manifest; `keep` older builds stay beside the new one; `beside` may put further files
    into the new build's folder before it is served. Raises `StoreError` where the disk has no room.
    """
    builds = folder / "builds"
    with room(folder):
        builds.mkdir(parents=True, exist_ok=True)
        fresh = builds / f".new-{os.getpid()}"
        fresh.mkdir()
        listed = write_pieces(fresh / SNAPSHOT, pieces, before.snapshot if before else None)
        checksum, graphs = listed.checksum, Counter[str]()
        for block in listed.blocks:
            graphs.update(block.graphs)
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
            _write_file(fresh / FILE, list_text(listed))
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
