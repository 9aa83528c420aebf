"""The geometry of two pictures that the templates draw as SVG: a chain in layers, and a body among its partners."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

BOX, GAP, ROW = 188, 36, 12
_LINE = 14
_LETTERS = 22
_MOST_LINES = 3
_WHEEL_WIDTH, _WHEEL_HEIGHT = 720, 460


@dataclass(frozen=True, slots=True)
class Box:
    """A thing in a picture: its name in lines, its page, its kind for the style sheet; `note` stands small on top."""

    name: str
    lang: str
    lines: tuple[str, ...]
    href: str
    kind: str
    note: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Half of its height, from the top of the picture."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line between two boxes; `dashed` where nobody is bound."""

    x1: float
    y1: float
    x2: float
    y2: float
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes and arrows with the size of the whole."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Entry:
    """What a layer holds: a name and its language, an address, a kind, a word on top."""

    name: str
    lang: str
    href: str
    kind: str
    note: str = ""


def layers(columns: Sequence[Sequence[Entry]]) -> Picture:
    """Columns from left to right, every entry tied to each of the next column that holds any."""
    held = [column for column in columns if column]
    sized = [[(entry, _lines(entry.name)) for entry in column] for column in held]
    heights = [sum(_height(entry, lines) + ROW for entry, lines in column) - ROW for column in sized]
    tallest = max(heights, default=0)
    boxes: list[list[Box]] = []
    for place, (column, height) in enumerate(zip(sized, heights, strict=True)):
        y = (tallest - height) / 2 + 2
        line = []
        for entry, lines in column:
            tall = _height(entry, lines)
            x = place * (BOX + GAP) + 2
            named = (entry.name, entry.lang, lines, entry.href, entry.kind, entry.note)
            line.append(Box(*named, x, round(y, 1), BOX, tall))
            y += tall + ROW
        boxes.append(line)
    arrows = tuple(
        Arrow(left.x + BOX, left.middle, right.x, right.middle, dashed=right.kind == "agreement")
        for here, there in pairwise(boxes)
        for left in here
        for right in there
    )
    width = len(held) * (BOX + GAP) - GAP + 4 if held else 0
    return Picture(tuple(box for line in boxes for box in line), arrows, width, tallest + 4)


def _height(entry: Entry, lines: Sequence[str]) -> int:
    return 14 + _LINE * (len(lines) + bool(entry.note))


def _lines(name: str) -> tuple[str, ...]:
    lines = textwrap.wrap(name, _LETTERS, max_lines=_MOST_LINES, placeholder="…")
    return tuple(lines) or ("—",)


@dataclass(frozen=True, slots=True)
class Spoke:
    """A partner on the rim: the line to it is the thicker, the more is in common."""

    name: str
    href: str
    count: int
    x: float
    y: float
    anchor: str
    thickness: float


@dataclass(frozen=True, slots=True)
class Wheel:
    """A body among its partners."""

    spokes: tuple[Spoke, ...]
    width: int = _WHEEL_WIDTH
    height: int = _WHEEL_HEIGHT

    @property
    def centre(self) -> tuple[float, float]:
        """Where the body itself stands."""
        return self.width / 2, self.height / 2


def wheel(partners: Sequence[tuple[str, str, int]]) -> Wheel | None:
    """Partners as (name, address, number of measures in common) around a middle; None where there are none."""
    if not partners:
        return None
    greatest = max(count for _, _, count in partners)
    spokes = []
    for place, (name, href, count) in enumerate(partners):
        angle = 2 * math.pi * place / len(partners) - math.pi / 2
        # the rim is a flat ellipse: names are wider than high
        x = _WHEEL_WIDTH / 2 + math.cos(angle) * 190
        y = _WHEEL_HEIGHT / 2 + math.sin(angle) * 185
        side = "middle" if abs(math.cos(angle)) < 0.2 else "start" if math.cos(angle) > 0 else "end"
        thickness = round(1 + 7 * count / greatest, 1)
        shown = textwrap.shorten(name, 26, placeholder="…")
        spokes.append(Spoke(shown, href, count, round(x, 1), round(y, 1), side, thickness))
    return Wheel(tuple(spokes))
