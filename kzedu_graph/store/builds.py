"""Builds of the graph on disk as they are read: which are there, which is served, and whether its bytes are whole.

What a folder holds, and how it is written: `snapshots`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kzedu_graph.store.block_list import SNAPSHOT, BlockList, fits, read_list, stamp_of
from kzedu_graph.store.engine.answers import StoreError


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
        return self.folder / SNAPSHOT


def local_folder() -> Path:
    """Where builds are kept whose store is a server: texts lie there, and what `kzedu diff` compares."""
    return Path(os.environ.get("KZEDU_LOCAL", "var/store"))


def is_address(where: str | Path) -> bool:
    """Whether a store is a server's address, not a folder."""
    return str(where).startswith(("http://", "https://"))


def newer_files(folder: Path, files: Iterable[Path]) -> list[Path]:
    """The files that were written after the build that is served; all where there is none."""
    pointer = folder / "current"
    served = pointer.stat().st_mtime_ns if pointer.is_file() else 0
    return [file for file in files if file.stat().st_mtime_ns > served]


def listed_builds(folder: Path) -> list[str]:
    """The ids in the pointer, the served one first; empty where there is no pointer yet."""
    try:
        return (folder / "current").read_text(encoding="ascii").split()
    except FileNotFoundError:
        return []


def read_build(folder: Path, name: str) -> Build:
    """A build by its id, checked against its checksum; raises `StoreError` for a missing or damaged one."""
    return _checked(folder, name)[0]


def untouched(folder: Path, name: str) -> tuple[Build, BlockList | None]:
    """A build and its blocks, its snapshot read only where the file system says that it is not as it was written.

    Raises `StoreError` as `read_build` does.
    """
    build = described(folder, name)
    listed = read_list(build.folder)
    if listed and listed.checksum == build.checksum and stamp_of(build.snapshot) == listed.stamp:
        return build, listed
    return _checked(folder, name)


def _checked(folder: Path, name: str) -> tuple[Build, BlockList | None]:
    build = described(folder, name)
    listed = read_list(build.folder)
    try:
        if listed:
            intact = listed.checksum == build.checksum and fits(listed, build.snapshot)
        else:
            with build.snapshot.open("rb") as file:
                intact = hashlib.file_digest(file, "sha256").hexdigest() == build.checksum
    except FileNotFoundError as error:
        raise _incomplete(name, error) from error
    if not intact:
        raise StoreError(
            f"the build {name} is damaged: its snapshot has another checksum than written; build again with --fresh"
        )
    return build, listed


def described(folder: Path, name: str) -> Build:
    """A build by its manifest, its snapshot unread."""
    place = folder / "builds" / name
    try:
        manifest = json.loads((place / "manifest.json").read_bytes())
        return Build(name, place, manifest["created"], manifest["checksum"], manifest["quads"], manifest["graphs"])
    except FileNotFoundError as error:
        raise _incomplete(name, error) from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"the build {name} has an unreadable manifest ({error}); build again") from error


def _incomplete(name: str, error: FileNotFoundError) -> StoreError:
    return StoreError(f"the build {name} is not complete: {error.filename} is missing; build again")


def listed(folder: Path) -> Build:
    """The newest build of the pointer by its manifest, its snapshot unread; raises `StoreError` where there is none."""
    names = listed_builds(folder)
    if not names:
        raise StoreError(f"there is no build in {folder} yet: run `kzedu build` first")
    return described(folder, names[0])


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
