"""Many sorted blocks put in one order, few of them in memory at once: what a snapshot is written from."""

from __future__ import annotations

import heapq
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Self

from kzedu_graph.building.nquads import Block, unpack
from kzedu_graph.store.block_list import Listed
from kzedu_graph.store.block_writing import Chunk
from kzedu_graph.store.snapshots import chunk_of, chunks_of

RUN_BYTES = 32 << 20
"""What is sorted in memory at once."""
OPEN_RUNS = 200
"""Files that are merged at once; more are first merged into fewer."""
_Place = tuple[bytes, int, int, int, tuple[tuple[str, int], ...]]
"""The digest of a block as it is kept; where it lies in the file, its length there, its bytes when unpacked, and its
lines by graph."""


class Spool:
    """Blocks laid down in an empty folder as they come, given back in their order; held of each is where it lies.

    A thing is mostly spoken of by one document: its block goes out as it came. Blocks that begin alike are merged.
    What is made of the same as a block that stands in an older snapshot, `listed` of it, is not made again.
    """

    def __init__(self, folder: Path, size: int = RUN_BYTES, listed: Iterable[Listed] = ()) -> None:
        self._folder, self._size = folder, size
        self._listed = {block.origin: block for block in listed if block.origin}
        self._file = (folder / "blocks").open("w+b")
        self._places: dict[bytes, list[_Place]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, blocks: Iterable[Block]) -> None:
        """Lay down blocks, in any order."""
        for block in blocks:
            place = (sha256(block.data).digest(), self._file.tell(), len(block.data), block.size, block.graphs)
            self._file.write(block.data)
            self._places.setdefault(block.begin, []).append(place)

    def pieces(self) -> Iterator[Chunk | Listed]:
        """Every line, in order and once, or the block of the older snapshot that holds it."""
        self._file.flush()
        for number, begin in enumerate(sorted(self._places)):
            places = self._places[begin]
            origin = sha256(b"".join((begin, *sorted(place[0] for place in places)))).hexdigest()
            if origin in self._listed:
                yield self._listed[origin]
            elif len(places) == 1:
                yield Chunk(begin, self._lines(places[0]), dict(places[0][-1]), origin)
            elif sum(size for _, _, _, size, _ in places) <= self._size:
                lines = [line for place in places for line in _split(self._lines(place))]
                lines.sort()  # each block is in order: runs are merged, where a set would scatter them
                yield chunk_of(begin, [line for line, _ in groupby(lines)], origin)
            else:
                beside = self._folder / f"group-{number}"
                beside.mkdir()
                yield from chunks_of(merge_runs(write_runs(map(self._lines, places), beside, self._size)), origin)

    def _lines(self, place: _Place) -> bytes:
        _, start, length, _, _ = place
        return unpack(os.pread(self._file.fileno(), length, start))


def write_runs(chunks: Iterable[bytes], folder: Path, size: int = RUN_BYTES) -> list[Path]:
    """Sorted files of the chunks' lines, each of about `size` bytes, in an empty folder.

    A chunk is any number of whole lines; their order is that of their bytes, which in UTF-8 is that of code points.
    """
    runs: list[Path] = []
    held: list[bytes] = []
    length = 0
    for chunk in chunks:
        held.append(chunk)
        length += len(chunk)
        if length >= size:
            runs.append(_write(sorted(_lines(held)), folder / f"run-{len(runs)}"))
            held, length = [], 0
    if held:
        runs.append(_write(sorted(_lines(held)), folder / f"run-{len(runs)}"))
    return runs


def merge_runs(runs: Sequence[Path], width: int = OPEN_RUNS) -> Iterator[bytes]:
    """The lines of sorted files in order, each once."""
    level = 0
    while len(runs) > width:
        level += 1
        groups = [runs[at : at + width] for at in range(0, len(runs), width)]
        runs = [
            _write(_merged(group), group[0].with_name(f"level-{level}-{number}")) for number, group in enumerate(groups)
        ]
    yield from _merged(runs)


def _split(lines: bytes) -> list[bytes]:
    """The lines of a chunk; an N-Quads line holds no carriage return, the only other end of a line in bytes."""
    return lines.splitlines(keepends=True)


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        yield from _split(chunk)


def _write(lines: Iterable[bytes], path: Path) -> Path:
    with path.open("wb") as file:
        file.writelines(lines)
    return path


def _merged(runs: Sequence[Path]) -> Iterator[bytes]:
    last = b""
    with ExitStack() as opened:
        files = [opened.enter_context(path.open("rb")) for path in runs]
        for line in heapq.merge(*files):
            if line != last:
                yield line
                last = line
