"""Columns of prose on a page, told by the white between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.inputs.pdf.lines import Word

FEWEST_LINES = 4
"""Lines that each of two columns must have."""
FEWEST_WORDS = 1.4
"""Words with letters by line of a column."""
NARROWEST_GUTTER = 10.0
"""Points between two columns."""


def columns_of(words: Sequence[Word], left: float, right: float) -> Iterator[list[Word]]:
    """The words of a page part in reading order: what stands over both columns, the left one, the right one."""
    pieces = _pieces(words)
    at = 0
    while at < len(pieces):
        for end in range(len(pieces), at, -1):
            together = [word for piece in pieces[at:end] for word in piece]
            gutter = _gutter(together, left, right)
            if gutter is not None:
                yield [word for word in together if word.x1 <= gutter]
                yield [word for word in together if word.x1 > gutter]
                at = end
                break
        else:
            yield pieces[at]
            at += 1


def _pieces(words: Sequence[Word]) -> list[list[Word]]:
    """Words parted where a page has white from edge to edge, wider than a line is high."""
    pieces: list[list[Word]] = []
    bottom = 0.0
    for word in sorted(words, key=lambda w: w.top):
        if not pieces or word.top - bottom > 0.6 * word.size:
            pieces.append([])
        pieces[-1].append(word)
        bottom = max(bottom, word.bottom)
    return pieces


def _gutter(words: Sequence[Word], left: float, right: float) -> float | None:
    """Where two columns part; None where no white stretch runs down between enough lines on both sides."""
    reach = 0.0
    for word in sorted(words, key=lambda w: w.x0):
        middle = (reach + word.x0) / 2
        if reach and word.x0 - reach >= NARROWEST_GUTTER and 0.3 < (middle - left) / (right - left) < 0.7:
            sides = ([w for w in words if w.x1 <= middle], [w for w in words if w.x1 > middle])
            if all(_is_column(side) for side in sides):
                return middle
        reach = max(reach, word.x1)
    return None


def _is_column(words: Sequence[Word]) -> bool:
    """Whether words are enough lines, many of several words, which rules to sign on are none of."""
    lines = {round(word.top) for word in words}
    told = sum(any(map(str.isalpha, word.text)) for word in words)
    return len(lines) >= FEWEST_LINES and told >= FEWEST_WORDS * len(lines)
