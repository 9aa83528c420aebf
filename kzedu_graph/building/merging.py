"""Sorting more lines than memory holds: sorted runs on disk, merged into one sequence without duplicates."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

RUN_BYTES = 32 << 20
"""What is sorted in memory at once."""
OPEN_RUNS = 200
"""Files that are merged at once; more are first merged into fewer."""


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


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of the chunks; an N-Quads line holds no carriage return, the only other end of a line in bytes."""
    for chunk in chunks:
        yield from chunk.splitlines(keepends=True)


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
