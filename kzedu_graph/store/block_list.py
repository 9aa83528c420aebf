"""The blocks that a snapshot consists of, listed beside it: where each lies, its checksum, and what it was made of.

    <build>/blocks    a checksum of the rest; then in JSON what the file system says of the snapshot, and its blocks

A block is all lines that begin alike (`statement_lines.beginning`). The checksum of a build is that of the checksums of
its blocks: equal statements have equal blocks, and the next build takes over, unread, those that are made of the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kzedu_graph.store.engine.answers import StoreError

FILE, SNAPSHOT = "blocks", "snapshot.nq"
_AT_ONCE = 1 << 20


class Listed(NamedTuple):
    """A block of a snapshot: where its lines lie, their checksum and their number by graph.

    `origin` tells apart what it was made of; it is empty where that is not known.
    """

    begin: str
    start: int
    size: int
    checksum: str
    origin: str
    graphs: Mapping[str, int]


class BlockList(NamedTuple):
    """The blocks of a snapshot in their order; `stamp` is what the file system said of it when it was written."""

    stamp: tuple[int, ...]
    blocks: tuple[Listed, ...]

    @property
    def checksum(self) -> str:
        """The checksum of the whole."""
        return checksum_of(self.blocks)


def checksum_of(blocks: Iterable[Listed]) -> str:
    """The checksum of a snapshot of these blocks."""
    return sha256("".join(f"{block.size} {block.checksum}\n" for block in blocks).encode("ascii")).hexdigest()


def stamp_of(snapshot: Path) -> tuple[int, ...]:
    """What changes when somebody writes to a file, or puts another in its place; nothing where there is none."""
    try:
        state = snapshot.stat()
    except FileNotFoundError:
        return ()
    return state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino


def list_text(listed: BlockList) -> bytes:
    """The file of a list."""
    text = json.dumps([listed.stamp, [_row(block) for block in listed.blocks]], ensure_ascii=False).encode()
    return sha256(text).hexdigest().encode("ascii") + b"\n" + text


def read_list(build: Path) -> BlockList | None:
    """The list of a build's folder; None where there is none, as with builds of versions that wrote none.

    Raises StoreError for a damaged one.
    """
    try:
        told, _, text = (build / FILE).read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    if sha256(text).hexdigest().encode("ascii") != told:
        raise StoreError(f"the build {build.name} is damaged: the list of its blocks has another checksum than written")
    stamp, rows = json.loads(text)
    return BlockList(tuple(stamp), tuple(_listed(rows)))


def fits(listed: BlockList, snapshot: Path) -> bool:
    """Whether the bytes of a snapshot are those of its list; all of it is read."""
    with snapshot.open("rb") as file:
        return all(_digest(file, block.size) == block.checksum for block in listed.blocks) and not file.read(1)


def _digest(file: BinaryIO, size: int) -> str:
    digest = sha256()
    while size and (data := file.read(min(size, _AT_ONCE))):
        digest.update(data)
        size -= len(data)
    return "" if size else digest.hexdigest()


def _row(block: Listed) -> list[object]:
    return [block.begin, block.size, block.checksum, block.origin, dict(block.graphs)]


def _listed(rows: Iterable[tuple[str, int, str, str, dict[str, int]]]) -> Iterator[Listed]:
    start = 0
    for begin, size, checksum, origin, graphs in rows:
        yield Listed(begin, start, size, checksum, origin, graphs)
        start += size
