"""What builds made and later ones need again: a folder of things by key, each checked when it is read.

    <store>/parts/<key>          a digest, then the thing
    <store>/parts/<build>.used   the keys that a build was made of

A key says what a thing was made from and by which rules (`fingerprint.key_of`): nothing in the folder grows old.
A thing is written under another name first: whoever dies leaves the finished ones. The things are pickled: the folder
belongs to the one who builds, as the code does.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from kzedu_graph.store.block_list import Listed
from kzedu_graph.store.builds import Build, listed_builds, untouched
from kzedu_graph.store.engine.answers import StoreError
from kzedu_graph.store.snapshots import room

Thing = TypeVar("Thing")
HELD = 32 << 20
"""Bytes of things that are held from the first time that they are asked for to the second: a part is read for its
summary, then for its statements."""
_DIGEST = sha256().digest_size


class PartStore:
    """The kept things of a store; a damaged one counts as missing. The caller holds the store's lock."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._folder = store / "parts"
        self.used: set[str] = set()
        """The keys that this build was made of."""
        self._held: dict[str, tuple[object, int]] = {}
        self._room = HELD

    def get(self, key: str, kind: type[Thing]) -> Thing | None:
        """The thing of a key, None where it is missing, damaged or of another kind."""
        self.used.add(key)
        thing, size = self._held.pop(key, (None, 0))
        self._room += size
        if thing is None:
            thing, size = self._read(key)
            if thing is not None and size <= self._room:
                self._held[key] = thing, size
                self._room -= size
        return thing if isinstance(thing, kind) else None

    def _read(self, key: str) -> tuple[object, int]:
        """The thing of a file and the file's bytes; no thing where it is missing or damaged."""
        try:
            data = (self._folder / key).read_bytes()
        except FileNotFoundError:
            return None, 0
        if sha256(memoryview(data)[_DIGEST:]).digest() != data[:_DIGEST]:
            return None, 0
        return pickle.loads(memoryview(data)[_DIGEST:]), len(data)

    def put(self, key: str, thing: object) -> None:
        """Keep a thing; raises StoreError where the disk has no room."""
        self.put_ahead(key, thing)
        self.used.add(key)

    def put_ahead(self, key: str, thing: object) -> None:
        """Keep a thing that this build may use or not; raises StoreError where the disk has no room."""
        self._room += self._held.pop(key, (None, 0))[1]
        data = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
        self._folder.mkdir(parents=True, exist_ok=True)
        fresh = self._folder / f".new-{os.getpid()}"
        with room(self._store):
            with fresh.open("wb") as file:
                file.write(sha256(data).digest())
                file.write(data)
            fresh.replace(self._folder / key)

    def take(self, key: str, kind: type[Thing], make: Callable[[], Thing]) -> Thing:
        """The thing of a key, made and kept where it is missing."""
        thing = self.get(key, kind)
        if thing is None:
            thing = make()
            self.put(key, thing)
        return thing

    def before(self) -> tuple[Build | None, tuple[Listed, ...]]:
        """The served build, where it is undamaged, and its blocks."""
        for name in listed_builds(self._store)[:1]:
            try:
                build, listed = untouched(self._store, name)
            except StoreError:
                break
            return build, listed.blocks if listed else ()
        return None, ()

    def is_of_the_same(self, build: Build) -> bool:
        """Whether a build was made of the very things that were used now."""
        list_of_it = self._folder / f"{build.id}.used"
        return list_of_it.exists() and self.used == set(_keys(list_of_it))

    def sweep(self, build: str) -> None:
        """Remember what the served build was made of, and remove what no listed build was made of."""
        with room(self._store):
            (self._folder / f"{build}.used").write_text("\n".join(sorted(self.used)), encoding="ascii")
        lists = {self._folder / f"{name}.used" for name in listed_builds(self._store)}
        wanted = {self._folder / key for file in lists if file.exists() for key in _keys(file)}
        for path in self._folder.iterdir():
            if path not in wanted and path not in lists:
                path.unlink()


def _keys(file: Path) -> Iterable[str]:
    return file.read_text(encoding="ascii").split()
