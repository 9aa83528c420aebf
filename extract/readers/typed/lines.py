"""A line of a text, and a table found among lines."""

from __future__ import annotations

from dataclasses import dataclass

from extract.document.blocks import Row


@dataclass(frozen=True, slots=True)
class Line:
    """A line and where it stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table and where it stands; not `sure` where most rows' cells could not be told apart, each then one cell."""

    start: int
    end: int
    rows: tuple[Row, ...]
    sure: bool = True
