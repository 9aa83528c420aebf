"""`Document`: what every reader makes of a text and every finder reads. Each block knows its place.

A `Passage` is readable text whose every character knows the source offset it came from, so that a
repaired, joined or folded text still points at the words of the document.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise
from re import Match, Pattern

from kzedu_graph.model.records import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Text and, for each of its characters, the source offset it stands for (same length).

    A character that a repair inserted carries the offset of the character before it.
    """

    text: str
    offsets: array[int]

    def __post_init__(self) -> None:
        if len(self.text) != len(self.offsets):
            raise ValueError(f"{len(self.text)} characters but {len(self.offsets)} offsets")

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Passage:
        return Passage(self.text[part], self.offsets[part])

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The source span of `text[start:end]`; raises ValueError where that is empty."""
        return Span(*_bounds(self.offsets[start:end] if start or end is not None else self.offsets))

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """The source spans of `text[start:end]`, one for each piece that is read in one go.

        Pieces are parted where the text jumps back or forth over words that belong to other cells.
        """
        chosen = self.offsets[start:end]
        if not chosen:
            return ()
        if _are_in_a_row(chosen):
            return (Span(chosen[0], chosen[-1] + 1),)
        cuts = [n for n, (one, other) in enumerate(pairwise(chosen), 1) if not one <= other <= one + 1 + LONGEST_GAP]
        return tuple(sorted(Span(chosen[a], chosen[b - 1] + 1) for a, b in pairwise((0, *cuts, len(chosen)))))

    def strip(self, characters: str | None = None) -> Passage:
        """Without the white space (or the given characters) at both ends."""
        bare = self.text.strip(characters)
        if len(bare) == len(self.text):
            return self
        left = len(self.text) - len(self.text.lstrip(characters))
        return self[left : left + len(bare)]

    def replace(self, pattern: Pattern[str], by: str) -> Passage:
        """Each match replaced by the same literal text, which stands for the place of the match."""
        matches = list(pattern.finditer(self.text))
        if not matches:
            return self
        words: list[str] = []
        offsets = array("I")
        at = 0
        for match in matches:
            start, end = match.span()
            words += (self.text[at:start], by if end > start else "")
            offsets += self.offsets[at:start]
            if end > start:
                offsets += self.offsets[start : start + 1] * len(by)
            at = end
        return Passage("".join((*words, self.text[at:])), offsets + self.offsets[at:])

    def split(self, pattern: Pattern[str]) -> list[Passage]:
        """The pieces between the matches of a pattern, empty ones included."""
        pieces: list[Passage] = []
        at = 0
        for match in pattern.finditer(self.text):
            pieces.append(self[at : match.start()])
            at = match.end()
        pieces.append(self[at:])
        return pieces

    def group(self, match: Match[str], name: str | int = 0) -> Passage:
        """What a group of a match on this passage's text matched."""
        return self[match.start(name) : match.end(name)]


_COUNTED = [array("I")]
"""The places from 0 on, as far as any text was long; replaced by a longer row, never changed."""


def _places(start: int, end: int) -> array[int]:
    """The places of a stretch of the source text."""
    if end > len(_COUNTED[0]):
        _COUNTED[0] = array("I", range(end + end // 2))
    return _COUNTED[0][start:end]


def _are_in_a_row(offsets: array[int]) -> bool:
    """Whether offsets, of which there are some, are those of neighbours."""
    return offsets[-1] - offsets[0] == len(offsets) - 1 and offsets == _places(offsets[0], offsets[-1] + 1)


def _bounds(offsets: array[int]) -> tuple[int, int]:
    """The first of some offsets and the one behind the last; raises ValueError where there are none."""
    if not offsets:
        raise ValueError("an empty passage has no span")
    if _are_in_a_row(offsets):
        return offsets[0], offsets[-1] + 1
    return min(offsets), max(offsets) + 1


LONGEST_GAP = 40
"""White space and tabs that may stand inside one piece of evidence, in characters."""

EMPTY = Passage("", array("I"))


def concatenate(passages: Iterable[Passage]) -> Passage:
    """The passages one behind the other, nothing between them."""
    parts = list(passages)
    offsets = array("I")
    for part in parts:
        offsets.extend(part.offsets)
    return Passage("".join(part.text for part in parts), offsets)


def join(passages: Iterable[Passage], separator: str = " ") -> Passage:
    """The non-empty passages with a separator between them; it stands where the passage before it ended."""
    parts: list[Passage] = []
    for passage in passages:
        if not passage.text:
            continue
        if parts:
            parts.append(Passage(separator, array("I", [parts[-1].offsets[-1]] * len(separator))))
        parts.append(passage)
    return parts[0] if len(parts) == 1 else concatenate(parts)


def passage_of(text: str, start: int = 0, end: int | None = None) -> Passage:
    """A stretch of the source text as it stands."""
    end = len(text) if end is None else end
    return Passage(text[start:end], _places(start, end))


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of a part of the document; `level` 1 is the outermost."""

    passage: Passage
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running prose."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list: its marker as printed ("1)", "-", "12.") and its text, marker left out."""

    marker: str
    passage: Passage
    level: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its paragraphs, blank ones left out.

    `apart` numbers the paragraphs that a blank one parts from the one before; None where the layout has a blank
    line between any two, so that each stands apart. `columns` is how many columns it covers, None where the layout
    does not tell.
    """

    paragraphs: tuple[Passage, ...] = ()
    apart: frozenset[int] | None = None
    columns: int | None = None

    def stands_apart(self, number: int) -> bool:
        """Whether a paragraph, counted from 0, is parted from the one before by a blank one."""
        return self.apart is None or number in self.apart

    @property
    def passage(self) -> Passage:
        """The paragraphs joined by one space."""
        return self.paragraphs[0] if len(self.paragraphs) == 1 else join(self.paragraphs)

    @property
    def text(self) -> str:
        return self.paragraphs[0].text if len(self.paragraphs) == 1 else " ".join([p.text for p in self.paragraphs])


EMPTY_CELL = Cell()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, its cells in printed order; `further` is the first of those that stand in a table behind it."""

    cells: tuple[Cell, ...]
    further: int | None = None

    def passage(self) -> Passage:
        """The row's words, a bar between two cells."""
        return join((cell.passage for cell in self.cells), " | ")

    def spans(self) -> tuple[Span, ...]:
        """Where the row's visible text stands: one span, or one for each part that stands apart."""
        end = len(self.cells) if self.further is None else self.further
        found = []
        for part in (self.cells[:end], self.cells[end:]):
            bounds = [_bounds(p.offsets) for cell in part for p in cell.paragraphs]
            if bounds:
                found.append(Span(min(start for start, _ in bounds), max(end for _, end in bounds)))
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand together."""

    rows: tuple[Row, ...]

    def holds_any(self, places: Sequence[int]) -> bool:
        """Whether one of the places, sorted offsets in the source, stands in a row."""
        spans = (span for row in self.rows for span in row.spans())
        return any(bisect_left(places, span.start) < bisect_left(places, span.end) for span in spans)


Block = Heading | Paragraph | ListItem | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its blocks, in reading order."""

    stem: str
    lang: str
    text: str
    blocks: tuple[Block, ...] = field(default=())

    def tables(self) -> Iterator[Table]:
        return (block for block in self.blocks if isinstance(block, Table))

    def without_tables_of(self, spans: Iterable[Span]) -> Document:
        """The document without the tables in which one of the spans begins."""
        places = sorted({span.start for span in spans})
        if not places:
            return self
        left = (block for block in self.blocks if not (isinstance(block, Table) and block.holds_any(places)))
        return replace(self, blocks=tuple(left))

    def without(self, spans: Sequence[Span]) -> Document:
        """The document without the blocks that stand within one of the spans; tables stay."""
        if not spans:
            return self
        ordered = sorted(spans)
        reach = list(accumulate((span.end for span in ordered), max))  # how far the spans up to each one go

        def is_covered(span: Span) -> bool:
            before = bisect_right(ordered, span.start, key=lambda one: one.start)
            return before > 0 and span.end <= reach[before - 1]

        kept = tuple(
            block
            for block in self.blocks
            if isinstance(block, Table) or not block.passage.text or not is_covered(block.passage.span())
        )
        return replace(self, blocks=kept)

    def passages(self) -> Iterator[Passage]:
        """Everything that is written: titles, paragraphs, items, and each cell that is not empty as one."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from (cell.passage for row in block.rows for cell in row.cells if cell.paragraphs)
            else:
                yield block.passage

    def shown(self) -> str:
        """The source text of the blocks, each on lines of its own, without what stands in none of them."""
        shown: list[str] = []
        at = 0
        for span in sorted(
            (span for passage in self.passages() for span in passage.spans()), key=lambda one: one.start
        ):
            between = self.text[at : span.start] if span.start > at else ""
            shown.append(
                "".join(sign for sign in between if sign in "\n\t") + self.text[max(at, span.start) : span.end]
            )
            at = max(at, span.end)
        return "".join(shown)
