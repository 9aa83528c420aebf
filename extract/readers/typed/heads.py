"""The titles of a table aligned by blanks, on one line or on several, and the pieces that wide gaps part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import Row
from extract.readers.typed.bars import is_drawn
from extract.readers.typed.cells import cell_of_lines
from extract.readers.typed.lines import Line
from extract.readers.typed.titles import are_of_a_plan, kind_of

FEWEST_COLUMNS = 2
MOST_TITLE_LINES = 4
BESIDE = 3
"""Places by which the lines of a cell may begin apart."""
WIDE = 4
"""Blanks that part columns, where fewer may stand between two words."""
_PIECE = re.compile(r"\S+(?:(?: |\t(?! ))\S+)*")
_NUMBER = re.compile(
    r"[ \t]*(?P<number>\d{1,3}(?:\.\d{1,2})*)(?P<mark>\\?[.)])?(?P<gap>[ \t]*)(?=[^\W\d_]|[«\"“”„(]|$|\d{4}\s)"
)
ROMAN = re.compile(r"\s*[IVXІХ]{1,5}\s*[.)]\s*\S")
_NUMBERING = re.compile(r"\s*(?:N|№)(?:\s*(?:N|№))?(?:\s*(?:п/п|пп|р/с|р/н))?\s+(?=\S)", re.IGNORECASE)
FIRST = ("1", "1.1")
"""Numbers of a first row."""
CAPITAL = re.compile(r"[«\"“„]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")

Span = tuple[int, int]
"""Where words stand in the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that wide gaps part: their line, the column of signs that they begin and end in, and their place."""

    line: int
    start: int
    end: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """The titles: what they are, where each begins, how many lines they take; `numbered` where the first is that of
    numbers, and `first` the words of the first line, by which a page repeats it; `below` are titles in a second row.
    """

    row: Row
    kinds: tuple[str, ...]
    starts: tuple[int, ...]
    size: int
    numbered: bool
    first: str
    below: tuple[Row, ...] = ()


def head_at(text: str, lines: Sequence[Line], at: int, lang: str) -> Head | None:
    """The head that begins at a line; None where it holds no titles of a plan, or more words than titles."""
    if len(pieces_of(lines[at], 0)) < FEWEST_COLUMNS or "|" in lines[at].text or number_of(lines[at].text):
        return None
    for size in range(1, MOST_TITLE_LINES + 1):
        of_head = lines[at : at + size]
        if len(of_head) < size or any(not line.text.strip() or number_of(line.text) for line in of_head):
            return None
        if is_drawn(of_head[-1]):
            return None
        behind = lines[at + size].text if at + size < len(lines) else ""
        closed = not behind.strip() or bool(number_of(behind)) or is_drawn(lines[at + size])
        head = head_of(text, of_head, lang) if closed or size == 1 else None
        if head is not None and (closed or _opens_below(lines[at + size], head, lang)):
            return head
    return None


def _opens_below(line: Line, head: Head, lang: str) -> bool:
    """Whether a line below titles is one of a row: it begins below the first in a capital, goes on below another, and
    has no title.
    """
    pieces = pieces_of(line, 0)
    if ROMAN.match(line.text) or len(pieces) < FEWEST_COLUMNS or len(head.kinds) <= FEWEST_COLUMNS:
        return bool(ROMAN.match(line.text))
    named = any(kind_of(piece.text, lang) for piece in pieces)
    return pieces[0].start <= head.starts[0] + BESIDE and bool(CAPITAL.match(pieces[0].text)) and not named


def head_of(text: str, lines: Sequence[Line], lang: str, wanted: int = 0) -> Head | None:
    """The titles that some lines hold, each the words that stand below one another; `wanted` is how many there are
    where the columns are numbered.
    """
    columns: list[list[Piece]] = []
    for piece in sorted((piece for n, line in enumerate(lines) for piece in pieces_of(line, n)), key=lambda p: p.start):
        if columns and piece.start < max(one.end for one in columns[-1]):
            columns[-1].append(piece)
        else:
            columns.append([piece])
    columns = _with_torn_titles_whole(columns, lang)
    while parted := _parted(columns, lang, sure=len(columns) < wanted):
        columns = parted
    first = columns[0][0]
    label = _NUMBERING.match(first.text)
    if label and len(columns[0]) == 1 and kind_of(first.text, lang) != "number":
        cut = label.end()
        number = replace(first, end=first.start + cut, span=(first.span[0], first.span[0] + cut), text=first.text[:cut])
        name = replace(first, start=first.start + cut, span=(first.span[0] + cut, first.span[1]), text=first.text[cut:])
        columns[:1] = [[number], [name]]
    spans = [[piece.span for piece in sorted(column, key=lambda p: (p.line, p.start))] for column in columns]
    cells = [cell_of_lines(text, column, lang) for column in spans]
    titles = [cell.text for cell in cells]
    if not are_of_a_plan(titles, lang):
        return None
    kinds = [kind_of(title, lang) for title in titles]
    numbered = kinds[0] == "number"
    starts = [min(piece.start for piece in column) for column in columns]
    first_line = " ".join(lines[0].text.split())
    return Head(Row(tuple(cells)), tuple(kinds), tuple(starts), len(lines), numbered, first_line)


def _with_torn_titles_whole(columns: Sequence[list[Piece]], lang: str) -> list[list[Piece]]:
    """The titles, two that stand close together as one where that is known and the first of them is not."""
    found: list[list[Piece]] = []
    for column in columns:
        both = [*found[-1], *column] if found else []
        close = bool(both) and min(p.start for p in column) - max(p.end for p in found[-1]) < WIDE
        if close and not kind_of(_title(found[-1]), lang) and kind_of(_title(both), lang) not in ("", "number"):
            found[-1] = both
        else:
            found.append(column)
    return found


def _parted(columns: Sequence[list[Piece]], lang: str, *, sure: bool) -> list[list[Piece]]:
    """The titles, the first that is two known ones with one blank between them as two; none where there is none. Where
    it is not `sure` that one is, no other title may be of the kind of either.
    """
    known = [kind_of(_title(column), lang) for column in columns]
    for n, column in enumerate(columns):
        top = min(column, key=lambda piece: piece.line)
        for match in re.finditer(r"\s+", top.text):
            left, right = _cut(top, match.start(), match.end())
            sides: tuple[list[Piece], list[Piece]] = ([left], [right])
            for piece in column:
                if piece is not top:
                    sides[piece.start >= right.start - BESIDE].append(piece)
            kinds = [kind_of(_title(side), lang) for side in sides]
            if all(kinds) and kinds[0] != kinds[1] and (sure or not set(kinds) & {*known[:n], *known[n + 1 :]}):
                return [*columns[:n], *sides, *columns[n + 1 :]]
    return []


def _cut(piece: Piece, end: int, start: int) -> tuple[Piece, Piece]:
    """What stands before and behind a gap of a piece."""
    at = piece.span[0]
    return (
        replace(piece, end=piece.start + end, span=(at, at + end), text=piece.text[:end]),
        replace(piece, start=piece.start + start, span=(at + start, piece.span[1]), text=piece.text[start:]),
    )


def _title(pieces: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in sorted(pieces, key=lambda one: (one.line, one.start)))


def pieces_of(line: Line, number: int, behind: int = 0) -> list[Piece]:
    """The pieces of a line from a place on, tabs taken for as many blanks as they show."""
    shown, at = [0], 0
    for sign in line.text:
        at = at + 8 - at % 8 if sign == "\t" else at + 1
        shown.append(at)
    return [
        Piece(
            number,
            shown[match.start()],
            shown[match.end()],
            (line.start + match.start(), line.start + match.end()),
            match[0],
        )
        for match in _PIECE.finditer(line.text, behind)
    ]


def number_of(line: str) -> re.Match[str] | None:
    """The number that a line may begin a row with: a mark or a wide gap stands behind it."""
    match = _NUMBER.match(line)
    return match if match and (match["mark"] or len(match["gap"].expandtabs()) > 1) else None
