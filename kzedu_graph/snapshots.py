"""Builds of the graph on disk: one sorted N-Quads file each, and one pointer that is swapped in a single step.

    <folder>/current                     the served build's id, older good ones beneath it, newest first
    <folder>/builds/<id>/snapshot.nq     sorted N-Quads without duplicates: the record; id = start of its SHA-256
    <folder>/builds/<id>/manifest.json   checksum, counts, time of the build
    <folder>/.lock                       held by the one writer

A process that dies at any moment leaves the pointer on the old build. Nothing here knows a query engine.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import re
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rdflib.term import Literal, Node, URIRef

from kzedu_graph.answers import StoreError

Quad = tuple[Node, Node, Node, Node]
ID_LENGTH = 16
_LOCK_PAUSE = 0.05
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@dataclass(frozen=True, slots=True)
class Build:
    """One finished state of the graph on disk; `created` is ISO 8601, `graphs` counts quads by graph IRI."""

    id: str
    folder: Path
    created: str | None
    checksum: str
    quads: int
    graphs: dict[str, int]

    @property
    def snapshot(self) -> Path:
        """The N-Quads file."""
        return self.folder / "snapshot.nq"


def term_text(term: Node) -> str:
    """An RDF term as N-Triples; raises `ValueError` for a blank node and for an IRI that is none."""
    if isinstance(term, Literal):
        quoted = f'"{str(term).translate(_ESCAPES)}"'
        if term.language:
            return f"{quoted}@{term.language}"
        return f"{quoted}^^{term_text(term.datatype)}" if term.datatype else quoted
    if isinstance(term, URIRef):
        found = _NOT_IN_IRI.search(term)
        if found or ":" not in term:
            raise ValueError(f"not an absolute IRI: {str(term)!r}")
        return f"<{term}>"
    raise ValueError(f"every node of the graph is an IRI or a literal, not {term!r}")


def quad_lines(quads: Iterable[Quad]) -> list[str]:
    """Quads as sorted N-Quads lines without duplicates; the order is that of code points."""
    cached: dict[tuple[type, Node, object, object], str] = {}

    def text(term: Node) -> str:
        key = (type(term), term, getattr(term, "language", None), getattr(term, "datatype", None))
        if isinstance(term, Literal):  # equal literals may differ in their lexical form
            return term_text(term)
        if key not in cached:
            cached[key] = term_text(term)
        return cached[key]

    return sorted({f"{text(s)} {text(p)} {text(o)} {text(g)} .\n" for s, p, o, g in quads})


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

    `created` is recorded in the manifest; `keep` older builds stay beside the new one; another writer is waited
    for `wait` seconds; `beside` may put further files into the new build's folder before it is served. Raises
    `StoreError` where another writer is at work, `ValueError` for a term that is none.
    """
    builds = folder / "builds"
    builds.mkdir(parents=True, exist_ok=True)
    with _writing(folder, wait):
        _sweep(folder)
        lines = quad_lines(quads)
        data = "".join(lines).encode()
        checksum = hashlib.sha256(data).hexdigest()
        graphs = Counter(line.rsplit(" <", 1)[1][:-4] for line in lines)
        manifest = {
            "checksum": checksum,
            "created": created.isoformat() if created else None,
            "graphs": dict(sorted(graphs.items())),
            "quads": len(lines),
        }
        target = builds / checksum[:ID_LENGTH]
        if not _is_intact(target):
            with _room(folder):
                _write_build(target, data, manifest, beside)
        kept = [target.name, *(name for name in listed_builds(folder) if name != target.name)][: keep + 1]
        with _room(folder):
            _point_to(folder, kept)
        for old in builds.iterdir():
            if old.name not in kept:
                shutil.rmtree(old)
    return read_build(folder, target.name)


def _write_build(
    target: Path, data: bytes, manifest: Mapping[str, object], beside: Callable[[Path], None] | None
) -> None:
    """Write a build's folder under another name, and give it its own when all of it is on disk."""
    fresh = target.with_name(f".new-{os.getpid()}")
    fresh.mkdir()
    if beside:
        beside(fresh)
    _write_file(fresh / "snapshot.nq", data)
    _write_file(fresh / "manifest.json", (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode())
    _sync_folder(fresh)
    if target.exists():  # damaged, with the very content that is written now
        shutil.rmtree(target)
    fresh.rename(target)
    _sync_folder(target.parent)


def _sweep(folder: Path) -> None:
    """Remove what a writer left that died or found no room; the lock is ours."""
    for left_over in (folder / "builds").glob(".new-*"):
        shutil.rmtree(left_over)
    for left_over in folder.glob(".current-*"):
        left_over.unlink()


@contextmanager
def _room(folder: Path) -> Iterator[None]:
    """A disk that is full, read-only or broken is said in a sentence, and nothing half-written stays behind."""
    try:
        yield
    except OSError as error:
        _sweep(folder)
        raise StoreError(f"the build cannot be written to {folder} ({error.strerror}); the old one serves") from error


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
def _writing(folder: Path, wait: float) -> Iterator[None]:
    """Hold the writers' lock; the system drops it when its holder dies, however it dies."""
    until = time.monotonic() + wait
    with (folder / ".lock").open("w") as lock:
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
        yield


def listed_builds(folder: Path) -> list[str]:
    """The ids in the pointer, the served one first; empty where there is no pointer yet."""
    try:
        return (folder / "current").read_text(encoding="ascii").split()
    except FileNotFoundError:
        return []


def _is_intact(folder: Path) -> bool:
    try:
        read_build(folder.parent.parent, folder.name)
    except StoreError:
        return False
    return True


def read_build(folder: Path, name: str) -> Build:
    """A build by its id, checked against its checksum; raises `StoreError` for a missing or damaged one."""
    place = folder / "builds" / name
    try:
        manifest = json.loads((place / "manifest.json").read_bytes())
        build = Build(name, place, manifest["created"], manifest["checksum"], manifest["quads"], manifest["graphs"])
        with build.snapshot.open("rb") as file:
            checksum = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise StoreError(f"the build {name} is not complete: {error.filename} is missing; build again") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"the build {name} has an unreadable manifest ({error}); build again") from error
    if checksum != build.checksum:
        raise StoreError(f"the build {name} is damaged: its snapshot has another checksum than written; build again")
    return build


class Builds:
    """The builds of a folder as a reader sees them: the newest good one, checked once and remembered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._good: dict[str, Build] = {}
        self._seen: tuple[tuple[int, int], Build] | None = None
        self.bad: dict[str, str] = {}

    def served(self) -> Build:
        """The newest build that is intact; raises `StoreError` where there is none.

        Damage is remembered in `bad`, by id, so that a damaged build is looked at once.
        """
        try:
            state = (self.folder / "current").stat()
        except FileNotFoundError:
            state = None
        stamp = (state.st_mtime_ns, state.st_ino) if state else (0, 0)
        if self._seen is None or self._seen[0] != stamp:
            self._seen = (stamp, self._newest_good())
        return self._seen[1]

    def _newest_good(self) -> Build:
        names = listed_builds(self.folder)
        if not names:
            raise StoreError(f"there is no build in {self.folder} yet: run `kzedu build` first")
        for name in names:
            if name in self._good:
                return self._good[name]
            if name in self.bad:
                continue
            try:
                self._good[name] = read_build(self.folder, name)
            except StoreError as error:
                self.bad[name] = str(error)
            else:
                return self._good[name]
        raise StoreError(self.bad[names[0]])

    def reject(self, name: str, reason: str) -> None:
        """Serve this build no longer: it could not be loaded."""
        self._good.pop(name, None)
        self._seen = None
        self.bad[name] = reason
