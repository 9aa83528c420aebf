"""A snapshot written block by block: lines as they come, and blocks of an older snapshot, which the system copies.

Where the file system shares what is equal (XFS, Btrfs), what is copied costs no room and no time.
"""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from hashlib import sha256
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from kzedu_graph.store.block_list import BlockList, Listed, stamp_of

_UNABLE = frozenset({errno.ENOSYS, errno.EXDEV, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM})
"""What a file system says that cannot copy within itself."""


class Chunk(NamedTuple):
    """Sorted N-Quads lines that follow each other and begin alike, and their number by graph; see `Listed.origin`."""

    begin: bytes
    lines: bytes
    graphs: Mapping[str, int]
    origin: str = ""


def write_pieces(path: Path, pieces: Iterable[Chunk | Listed], before: Path | None = None) -> BlockList:
    """Write the pieces, in their order, to a new file that is safe on disk; `before` is where listed blocks lie."""
    with ExitStack() as opened:
        writing = _Writing(
            opened.enter_context(path.open("wb", buffering=0)),
            opened.enter_context(before.open("rb", buffering=0)) if before else None,
        )
        for piece in pieces:
            if isinstance(piece, Listed):
                writing.take(piece)
            else:
                writing.add(piece)
        blocks = writing.finish()
    return BlockList(stamp_of(path), blocks)


class _Writing:
    """A file that grows; what is taken from the older one waits until something else comes, to be copied in one go."""

    def __init__(self, file: FileIO, before: FileIO | None) -> None:
        self._file, self._before = file, before
        self._blocks: list[Listed] = []
        self._size = 0
        self._waits = range(0)
        self._open: Chunk | None = None
        self._digest, self._start, self._graphs = sha256(), 0, Counter[str]()

    def take(self, block: Listed) -> None:
        """A block of the older file."""
        self._close()
        if block.start != self._waits.stop:
            self._copy()
            self._waits = range(block.start, block.start)
        self._waits = range(self._waits.start, block.start + block.size)
        self._blocks.append(block._replace(start=self._size))
        self._size += block.size

    def add(self, chunk: Chunk) -> None:
        """Lines, which go on with those before them where both begin alike."""
        self._copy()
        if self._open is None or self._open.begin != chunk.begin:
            self._close()
            self._open, self._digest, self._start, self._graphs = chunk, sha256(), self._size, Counter()
        self._digest.update(chunk.lines)
        self._graphs.update(chunk.graphs)
        left = memoryview(chunk.lines)
        while left:
            left = left[self._file.write(left) :]
        self._size += len(chunk.lines)

    def finish(self) -> tuple[Listed, ...]:
        """What was written, all of it on disk."""
        self._copy()
        self._close()
        os.fsync(self._file.fileno())
        return tuple(self._blocks)

    def _close(self) -> None:
        if self._open is not None:
            begin, size = self._open.begin.decode(), self._size - self._start
            told = dict(sorted(self._graphs.items()))
            self._blocks.append(Listed(begin, self._start, size, self._digest.hexdigest(), self._open.origin, told))
            self._open = None

    def _copy(self) -> None:
        place, left = self._waits.start, len(self._waits)
        while left and self._before:
            done = _copied(self._before.fileno(), self._file.fileno(), place, left)
            if not done:
                raise OSError(errno.EIO, "the snapshot of the build before ends too soon")
            place, left = place + done, left - done
        self._waits = range(0)


def _copied(source: int, target: int, start: int, size: int) -> int:
    """So many bytes of one file were written to the other, at its end."""
    try:
        return os.copy_file_range(source, target, size, start)
    except OSError as error:
        if error.errno not in _UNABLE:
            raise
    return os.sendfile(target, source, start, size)
