"""The geometry of a flow: from the headings of a plan through its indicators to the bodies that lead."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, TOP, GAP, THICK = 1080, 26, 10, 14
_PLACES = (0, 400, 780)
"""Where the blocks of the three columns stand."""
_LETTERS = (50, 42, 36)
_TALLEST, _UNIT, _LEAST = 520, 5, 14
"""Height of all measures together at most, of one measure at most, and of the smallest block."""
MOST = 14
"""Blocks of a column; what is smaller is put together."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A measure with one of its indicators and one of the bodies that lead it; the stops are addresses or words."""

    stops: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """What stands in a column: its key, its count of measures, its place, its name cut to the width."""

    key: str
    column: int
    count: int
    name: str
    label: str
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """What flows between two blocks: the path of its middle, and its thickness."""

    path: str
    thickness: float
    words: str


@dataclass(frozen=True, slots=True)
class Flow:
    """Blocks and ribbons with the height of the whole."""

    blocks: tuple[Block, ...]
    ribbons: tuple[Ribbon, ...]
    height: float


def gather(streams: Iterable[Stream], rest: str, most: int = MOST) -> list[Stream]:
    """The same streams, of each column only the largest stops by themselves and all others as `rest`."""
    held = list(streams)
    kept: list[set[str]] = []
    for column in range(3):
        counts = Counter(stream.stops[column] for stream in held)
        ordered = sorted(counts, key=lambda stop: (-counts[stop], stop))
        kept.append(set(ordered if len(ordered) <= most else ordered[: most - 1]))
    return [
        Stream((_kept(kept[0], stream.stops[0], rest), _kept(kept[1], stream.stops[1], rest),
                _kept(kept[2], stream.stops[2], rest)))
        for stream in held
    ]  # fmt: skip


def _kept(kept: set[str], stop: str, rest: str) -> str:
    return stop if stop in kept else rest


def flow(streams: Sequence[Stream], names: dict[str, str], order: Sequence[str]) -> Flow | None:
    """The picture of streams; `order` puts stops of a column in order, the others stand behind by size."""
    if not streams:
        return None
    places = {key: place for place, key in enumerate(order)}
    unit = min(_UNIT, _TALLEST / len(streams))
    blocks: dict[tuple[int, str], Block] = {}
    for column in range(3):
        counts = Counter(stream.stops[column] for stream in streams)
        y = float(TOP)
        for key in sorted(counts, key=lambda stop: (places.get(stop, len(places)), -counts[stop], stop)):
            tall = max(_LEAST, round(unit * counts[key], 1))
            name = names.get(key, key)
            label = f"{textwrap.shorten(name, _LETTERS[column], placeholder='…')} · {counts[key]}"
            blocks[column, key] = Block(key, column, counts[key], name, label, _PLACES[column], round(y, 1), tall)
            y += tall + GAP
    height = max(block.y + block.height for block in blocks.values()) + GAP
    ribbons = [ribbon for column in (0, 1) for ribbon in _between(streams, blocks, column)]
    return Flow(tuple(blocks.values()), tuple(ribbons), height)


def _between(streams: Sequence[Stream], blocks: dict[tuple[int, str], Block], column: int) -> list[Ribbon]:
    """The ribbons from a column to the next, stacked at both ends in the order of the blocks."""
    counts = Counter((stream.stops[column], stream.stops[column + 1]) for stream in streams)
    left = {key: block.y for (place, key), block in blocks.items() if place == column}
    right = {key: block.y for (place, key), block in blocks.items() if place == column + 1}
    made = []
    for here, there in sorted(counts, key=lambda pair: (blocks[column, pair[0]].y, blocks[column + 1, pair[1]].y)):
        start, end, count = blocks[column, here], blocks[column + 1, there], counts[here, there]
        thick_here, thick_there = start.height * count / start.count, end.height * count / end.count
        y1, y2 = left[here] + thick_here / 2, right[there] + thick_there / 2
        left[here] += thick_here
        right[there] += thick_there
        x1, x2 = start.x + THICK, end.x
        bend = (x1 + x2) / 2
        path = f"M{x1:g},{y1:.1f} C{bend:g},{y1:.1f} {bend:g},{y2:.1f} {x2:g},{y2:.1f}"
        words = f"{start.name} → {end.name}: {count}"
        made.append(Ribbon(path, round(min(thick_here, thick_there), 1), words))
    return made
