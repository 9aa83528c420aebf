"""Quotes in their surroundings, and a whole text with its marks: pieces of text that a template can show."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

_ENDS_OF_LINES = re.compile(
    r"(?P<blank>[^\S\n]*\n(?:\s*\n\s*|(?=\t)))"  # empty lines, or a cell that opens
    r"|(?<=\S)[^\S\n]*\n(?=\S)"  # a line that was merely wrapped
)
_CELL = re.compile(r"\s*\n\t\s*")
"""Where a cell of a row ends, in a text that opens each with a tab."""
_JOIN = 160  # characters: quotes nearer to each other are shown in one stretch


@dataclass(frozen=True, slots=True)
class QuoteSegment:
    """A stretch of text, empty lines left out, wrapped lines joined; `marked` where it is part of the quote.

    `text` has its damaged words mended, `raw` has them as they stand; `cells` are those of a row, of a source that
    marks them: blank lines part paragraphs of a cell as well.
    """

    text: str
    marked: bool
    raw: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a source with its marked words; `start` is the first marked place."""

    start: int
    pieces: tuple[QuoteSegment, ...]
    cut_before: bool
    cut_behind: bool


def quotes(
    text: str, spans: Iterable[tuple[int, int]], around: int, mend: Callable[[str], str] = str
) -> tuple[Quote, ...]:
    """The spans of a text, each with `around` characters on both sides, neighbours in one stretch.

    `mend` mends the damaged words of a stretch.
    """
    merged = merge(spans, len(text))
    stretches: list[list[tuple[int, int]]] = []
    for span in merged:
        if stretches and span[0] - stretches[-1][-1][1] <= _JOIN + around:
            stretches[-1].append(span)
        else:
            stretches.append([span])
    return tuple(_quote(text, stretch, around, mend) for stretch in stretches)


def merge(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Spans in order, within the text, overlapping ones as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        stop = min(end, length)
        if start >= stop:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], stop))
        else:
            found.append((start, stop))
    return found


def _quote(text: str, spans: Sequence[tuple[int, int]], around: int, mend: Callable[[str], str]) -> Quote:
    first, last = _whole_words(text, spans[0][0], spans[-1][1], around)
    pieces, place = [], first
    for start, end in spans:
        if place < start:
            pieces.append(_piece(text[place:start], mend, marked=False))
        pieces.append(_piece(text[start:end], mend, marked=True))
        place = end
    if place < last:
        pieces.append(_piece(text[place:last], mend, marked=False))
    return Quote(spans[0][0], tuple(pieces), cut_before=first > 0, cut_behind=last < len(text))


def _whole_words(text: str, start: int, end: int, around: int) -> tuple[int, int]:
    """The bounds of the surroundings: at most `around` characters on each side, drawn in to the nearest blank."""
    first, last = max(0, start - around), min(len(text), end + around)
    blank = text.find(" ", first, start)
    if first and blank >= 0:
        first = blank + 1
    blank = text.rfind(" ", end, last)
    if last < len(text) and blank >= 0:
        last = blank
    return first, last


def _piece(text: str, mend: Callable[[str], str], *, marked: bool) -> QuoteSegment:
    mended = mend(text)
    cells = tuple(" ".join(cell.split()) for cell in _CELL.split(mended) if cell.strip()) if marked else ()
    shown = _lines_joined(mended) if marked else _cells_joined(mended)
    return QuoteSegment(shown, marked, _lines_joined(text), cells if len(cells) > 1 else ())


def _cells_joined(text: str) -> str:
    """Surroundings with the cells of a table in one line, a bar between them: a source marks cells and no rows."""
    before, *cells = _CELL.split(text)
    if not cells:
        return _lines_joined(text)
    told = " | ".join(_lines_joined(cell) for cell in cells if cell.strip())
    return "\n".join(each for each in (_lines_joined(before), told if cells[-1].strip() else f"{told}\n") if each)


def _lines_joined(text: str) -> str:
    return _ENDS_OF_LINES.sub(lambda end: "\n" if end["blank"] else " ", text)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something found in a text: its kind as a word of a class name, its address, what to call it."""

    start: int
    end: int
    kind: str
    address: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a text under the same marks; `marks` go from the widest to the narrowest."""

    start: int
    text: str
    marks: tuple[Mark, ...] = field(default=())


def segments(text: str, marks: Iterable[Mark], start: int, end: int, place: int | None = None) -> list[Segment]:
    """The text from `start` to `end`, cut wherever a mark begins or ends, and at a place that somebody looks for."""
    inside = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start), key=lambda m: (m.start, -(m.end - m.start))
    )
    sought = {place} if place is not None and start <= place < end else set()
    cuts = sorted({start, end, *sought, *(max(m.start, start) for m in inside), *(min(m.end, end) for m in inside)})
    covering: list[list[Mark]] = [[] for _ in cuts]
    for mark in inside:
        for each in range(bisect_left(cuts, max(mark.start, start)), bisect_right(cuts, min(mark.end, end)) - 1):
            covering[each].append(mark)
    return [
        Segment(a, text[a:b], tuple(sorted(over, key=lambda m: m.start - m.end)))
        for a, b, over in zip(cuts, cuts[1:], covering, strict=False)
    ]


def page_ends(text: str, size: int) -> list[int]:
    """Where pages of about `size` characters end: at the end of a line, the last one at the end of the text."""
    ends: list[int] = []
    place = 0
    while len(text) - place > size * 1.25:
        line = text.find("\n", place + size)
        place = line + 1 if 0 <= line < len(text) - 1 else len(text)
        ends.append(place)
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends
