"""What is made of the rules alone and takes a while, kept for the next process: the registry, shapes, names' indexes.

    <cache>/<name>-<key>    a digest, then the thing

The cache is `KZEDU_CACHE`, else `kzedu-graph` in the user's folder of caches (`XDG_CACHE_HOME`, `~/.cache`); where the
variable is empty, there is none. A key says by which code, data and libraries a thing was made (`fingerprint.key_of`),
and of which bytes, so that nothing grows old; of one name the newest few are kept. A thing is written under another
name first. One that is damaged or missing is made again; where nothing can be written, nothing is kept.

Things are pickled, for terms of graphs and indexes of names come back ten times as fast as from a text. A pickle can do
whatever its writer likes: so one is read only where folder and file are this user's own and nobody else may write in
them, and it may name classes of ours, terms of graphs and containers, never a function.
"""

from __future__ import annotations

import gc
import io
import os
import pickle
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from time import time
from typing import Any, TypeVar

from kzedu_graph.vocabulary.fingerprint import key_of

Thing = TypeVar("Thing")
VARIABLE = "KZEDU_CACHE"
KEPT = 4
"""Things of one name that stay: those of so many checkouts, or versions, of one user."""
ABANDONED = 3600.0
"""Seconds after which a file that is being written belongs to somebody who died."""
_DIGEST = sha256().digest_size
_OUR_HOUSES = ("kzedu_graph", "extract")
_OTHERS = frozenset(
    (
        ("builtins", "list"), ("builtins", "set"), ("collections", "defaultdict"), ("datetime", "date"),
        ("pathlib", "PosixPath"), ("rdflib.term", "BNode"), ("rdflib.term", "Literal"), ("rdflib.term", "URIRef"),
    )
)  # fmt: skip


def prepared(name: str, kind: type[Thing], make: Callable[[], Thing], *about: bytes) -> Thing:
    """What `make` gives, as it was kept for these rules and these bytes; made and kept where it is not.

    `make` depends on the rules and on the bytes alone; where there is a folder, what it gives is read back from there.
    What is returned may be anybody's: it is not to be changed.
    """
    folder = cache_folder()
    if folder is None:
        return make()
    file = folder / f"{name}-{key_of(name.encode(), *about)}"
    kept = _read(file)
    if kept is not None and isinstance(kept, kind):
        return kept
    made = make()
    with suppress(OSError):
        _write(file, made)
        _sweep(folder, name)
    kept = _read(file)  # so that the first who asks has what the next has, to the sharing of equal strings
    return kept if kept is not None and isinstance(kept, kind) else made


def bytes_of(files: Iterable[Path]) -> Iterator[bytes]:
    """What says which files something is made of: their names and their bytes."""
    for file in files:
        yield str(file).encode()
        yield file.read_bytes()


def cache_folder() -> Path | None:
    """The folder of what is kept; None where there is to be none."""
    told = os.environ.get(VARIABLE)
    if told is not None:
        return Path(told) if told else None
    home = os.environ.get("XDG_CACHE_HOME")
    with suppress(RuntimeError):  # nobody's home
        return (Path(home) if home else Path.home() / ".cache") / "kzedu-graph"
    return None


def _read(file: Path) -> object:
    """The thing of a file; None where it is missing, damaged, or somebody else may have written it."""
    try:
        if not _is_ours_alone(file.parent.stat()):
            return None
        with os.fdopen(os.open(file, os.O_RDONLY | os.O_NOFOLLOW), "rb") as opened:
            if not _is_ours_alone(os.fstat(opened.fileno())):
                return None
            data = opened.read()
    except OSError:
        return None
    if sha256(memoryview(data)[_DIGEST:]).digest() != data[:_DIGEST]:
        return None
    try:
        with _without_collection():
            return _Reader(io.BytesIO(memoryview(data)[_DIGEST:])).load()
    except (pickle.UnpicklingError, AttributeError, ImportError, TypeError, ValueError):
        return None


def _is_ours_alone(found: os.stat_result) -> bool:
    return found.st_uid == os.geteuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


class _Reader(pickle.Unpickler):
    """Reads what names classes of ours, terms of graphs and containers, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """A class that may be named; raises UnpicklingError for everything else."""
        ours = module.partition(".")[0] in _OUR_HOUSES
        found = getattr(import_module(module), name, None) if ours or (module, name) in _OTHERS else None
        if not isinstance(found, type) or (ours and found.__module__ != module):
            raise pickle.UnpicklingError(f"{module}.{name} is nothing that is kept")
        return found


@contextmanager
def _without_collection() -> Iterator[None]:
    """Nothing of what is being read is garbage: looking for some takes a third of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _write(file: Path, thing: object) -> None:
    data = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_ours_alone(file.parent.stat()):
        return
    fresh = file.with_name(f".new-{os.getpid()}-{file.name}")
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
            opened.write(sha256(data).digest())
            opened.write(data)
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _sweep(folder: Path, name: str) -> None:
    """Of one name the newest stay, and nothing that somebody began to write long ago."""
    for begun in folder.glob(".new-*"):
        if time() - begun.stat().st_mtime > ABANDONED:
            begun.unlink(missing_ok=True)
    there = [file for file in folder.iterdir() if file.name.rpartition("-")[0] == name]
    for old in sorted(there, key=lambda file: file.stat().st_mtime, reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)
