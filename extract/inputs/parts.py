"""What a format says of a document before there is a text: titles, prose and grids, in reading order.

A module a format makes these; `canonical` writes the text that offsets point into, and the blocks.
"""

from __future__ import annotations

from dataclasses import dataclass

from kzedu_graph.model.errors import UnusableInput

__all__ = ["Grid", "GridCell", "LeftOut", "Part", "Prose", "Title", "UnusableInput"]


@dataclass(frozen=True, slots=True)
class Title:
    """A title of a part, said to be one by the format: a style, a tag, bold or larger letters."""

    text: str
    level: int = 1
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, the marker of a list in front of its words ("1) ...")."""

    text: str
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell where it begins, and how many columns and rows it covers."""

    paragraphs: tuple[str, ...] = ()
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: each row holds the cells that begin in it."""

    rows: tuple[tuple[GridCell, ...], ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a file holds and nobody can read in it: the code of the finding, and the places as the file's users know
    them ("План!5:7").
    """

    code: str
    places: str


Part = Title | Prose | Grid | LeftOut
