"""Tables whose columns stand below one another by blanks and tabs alone, rows behind numbers that go on.

    N  Мероприятия                 Срок           Ответственные
    1.Посадить сады во всех        до мая 2031    Аким района,
    селах района                                  лесхозы
    2. Полить сады                   июнь        Аким района

Titles tell how many columns there are; where a row has them is told by the row itself, for the places drift from row
to row: what begins below one another is a column, each the nearest to its title, or to the row above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement, groupby, pairwise

from extract.document.blocks import EMPTY_CELL, Row
from extract.readers.typed.aligned_rows import Group, groups_of
from extract.readers.typed.cells import cell_of_lines
from extract.readers.typed.heads import BESIDE, WIDE, Head, Piece, Span, head_at
from extract.readers.typed.lines import FoundTable, Line
from extract.values.times.period import parse_period

FEWEST_ROWS = 2
BEFORE = 8
"""Places that a cell may begin before its column."""
MOST_STRETCHES = 7
LEAST_READ = 0.6
"""Share of the rows that must tell by when or by whom."""
LONGEST_DEADLINE = 120


def aligned_table(text: str, lines: Sequence[Line], at: int, lang: str) -> tuple[FoundTable | None, int]:
    """The table aligned by blanks whose titles begin at a line, and the line behind it; None where there is none."""
    head = head_at(text, lines, at, lang)
    if head is None:
        return None, at
    found = rows_below(text, lines, at + head.size, head, lang)
    if found is None:
        return None, at
    rows, end, sure = found
    return FoundTable(lines[at].start, lines[end - 1].end, (head.row, *rows), sure=sure), end


def rows_below(text: str, lines: Sequence[Line], at: int, head: Head, lang: str) -> tuple[list[Row], int, bool] | None:
    """The rows below titles, the line behind the last, and whether they are told surely: else each row is one cell.

    None where they are too few, or none tells by when or by whom.
    """
    groups, end = groups_of(lines, at, head, lang)
    told = [group for group in groups if not group.across]
    if len(told) < FEWEST_ROWS or not any(group.has_columns for group in told):
        return None
    reader = _Reader(text, head, lang, list(head.starts))
    rows = [reader.row(group) for group in groups]
    read = sum(reader.tells(row) for row in rows)
    if not read:
        return None
    sure = read >= LEAST_READ * len(told)
    if not sure:
        rows = [Row((cell_of_lines(text, [piece.span for piece in group.pieces], lang),)) for group in groups]
    return rows, end, sure


@dataclass(slots=True)
class _Reader:
    """Reads rows one after the other; `starts` are the places where the columns began last."""

    text: str
    head: Head
    lang: str
    starts: list[int]

    @property
    def name(self) -> int:
        """The first column behind that of numbers."""
        return int(self.head.numbered)

    def row(self, group: Group) -> Row:
        """The cells of a row: those set across in one."""
        if group.across:
            whole = [group.label] if group.label else []
            return Row((cell_of_lines(self.text, [*whole, *(piece.span for piece in group.pieces)], self.lang),))
        width = len(self.head.kinds)
        cells: list[list[Span]] = [[] for _ in range(width)]
        for piece, column in self._placed(group.pieces):
            cells[column].append(piece.span)
        told = [cell_of_lines(self.text, spans, self.lang) if spans else EMPTY_CELL for spans in cells]
        deadline = self.head.kinds.index("deadline") if "deadline" in self.head.kinds else -1
        if not told[self.name].paragraphs or (deadline >= 0 and len(told[deadline].text) > LONGEST_DEADLINE):
            whole = [group.label] if group.label else []
            return Row((cell_of_lines(self.text, [*whole, *(piece.span for piece in group.pieces)], self.lang),))
        if group.label:
            label = cell_of_lines(self.text, [group.label], self.lang)
            if self.head.numbered:
                told[0] = label
            else:
                told[0] = cell_of_lines(self.text, [group.label, *cells[0]], self.lang)
        return Row(tuple(told))

    def tells(self, row: Row) -> bool:
        """Whether a row tells by when or by whom."""
        if len(row.cells) < len(self.head.kinds):
            return False
        return any(cell.paragraphs for cell, kind in zip(row.cells, self.head.kinds, strict=True) if kind in _TELLING)

    def _placed(self, pieces: Sequence[Piece]) -> Iterator[tuple[Piece, int]]:
        """Each piece and its column."""
        first = self.starts[self.name + 1]
        parted = [part for piece in pieces for part in self._parted(piece, pieces)]
        lead = {line: min(of_line, key=lambda p: p.start) for line, of_line in _by_line(parted)}
        inside = [piece for piece in parted if piece is lead[piece.line] and piece.start < first - BEFORE]
        leading = set(map(id, inside))
        others = [piece for piece in parted if id(piece) not in leading]
        stretches = _stretches(others)
        columns = self._columns(stretches, inside)
        placed = {id(piece): self.name for piece in inside}
        for stretch, column in zip(stretches, columns, strict=True):
            placed.update({id(piece): column for piece in stretch})
            if column > self.name and len(stretch) == sum(placed[id(p)] == column for p in stretch):
                start = min(piece.start for piece in stretch)
                if columns.count(column) == 1:
                    self.starts[column] = start
        yield from ((piece, placed[id(piece)]) for piece in parted)

    def _parted(self, piece: Piece, pieces: Sequence[Piece]) -> Iterator[Piece]:
        """A piece, parted where it runs over the column beside its own and a deadline begins or ends there."""
        behind = self.name + 1
        place = self.starts[behind]
        alone = not any(one.line == piece.line and one.start > piece.start for one in pieces[:2])
        if piece.start < place - BEFORE and piece.end > place + 1 and self.head.kinds[behind] == "deadline" and alone:
            for match in re.finditer(r"\s", piece.text):
                at = piece.start + match.end()
                rest = piece.text[match.end() :]
                if abs(at - place) <= BESIDE and parse_period(rest, self.lang, yearless=True) is not None:
                    yield from cut(piece, match)
                    return
        elif over := self._behind_deadline(piece, pieces):
            yield from cut(piece, over)
            return
        yield piece

    def _behind_deadline(self, piece: Piece, pieces: Sequence[Piece]) -> re.Match[str] | None:
        """Where a deadline ends in a piece of its column, words of the next one blank behind it."""
        at = self.head.kinds.index("deadline") if "deadline" in self.head.kinds else len(self.starts)
        if at <= self.name or at + 1 >= len(self.starts) or abs(piece.start - self.starts[at]) > BEFORE:
            return None
        place = self.starts[at + 1]
        below = {one.start for one in pieces if one.line > piece.line and abs(one.start - place) <= BEFORE}
        if piece.end <= min(below, default=place) + 1:
            return None
        for match in re.finditer(r"\s", piece.text):
            start = piece.start + match.end()
            near = start in below if below else abs(start - place) <= BESIDE
            if near and parse_period(piece.text[: match.start()], self.lang, yearless=True) is not None:
                return match
        return None

    def _columns(self, stretches: Sequence[Sequence[Piece]], inside: Sequence[Piece]) -> list[int]:
        """The columns of stretches that stand one right of the other: those that cost least together."""
        choices = range(self.name, len(self.starts))
        if len(stretches) > MOST_STRETCHES:
            return [self._nearest(stretch) for stretch in stretches]
        best = min(
            combinations_with_replacement(choices, len(stretches)),
            key=lambda columns: self._cost(stretches, columns, inside),
            default=(),
        )
        return list(best)

    def _nearest(self, stretch: Sequence[Piece]) -> int:
        start = min(piece.start for piece in stretch)
        return min(range(self.name + 1, len(self.starts)), key=lambda column: abs(start - self.starts[column]))

    def _cost(self, stretches: Sequence[Sequence[Piece]], columns: Sequence[int], inside: Sequence[Piece]) -> float:
        cost = 0.0
        for stretch, column in zip(stretches, columns, strict=True):
            start = min(piece.start for piece in stretch)
            if column == self.name:
                cost += max(0, start - self.starts[column + 1] + 2 * BEFORE)
                gap = min(
                    (piece.start - one.end for piece in stretch for one in inside if one.line == piece.line), default=0
                )
                cost += 6.0 * (gap >= WIDE)
                continue
            cost += abs(start - self.starts[column])
            words = " ".join(piece.text for piece in stretch)
            timed = len(words) <= LONGEST_DEADLINE and parse_period(words, self.lang, yearless=True) is not None
            kind = self.head.kinds[column]
            cost += {"deadline": -5.0 if timed else 2.0, "responsible": 8.0 if timed else -1.0}.get(kind, 0.0)
        for (stretch, column), (other, further) in pairwise(zip(stretches, columns, strict=True)):
            if column == further:
                wide = any(b.start - a.end >= WIDE for a in stretch for b in other if a.line == b.line)
                cost += 10.0 if wide else 1.0
        return cost


def cut(piece: Piece, gap: re.Match[str]) -> tuple[Piece, Piece]:
    """What stands before and behind a gap of a piece."""
    start, end = piece.span
    return (
        replace(
            piece, end=piece.start + gap.start(), span=(start, start + gap.start()), text=piece.text[: gap.start()]
        ),
        replace(piece, start=piece.start + gap.end(), span=(start + gap.end(), end), text=piece.text[gap.end() :]),
    )


_TELLING = ("deadline", "responsible", "start")


def _by_line(pieces: Sequence[Piece]) -> Iterator[tuple[int, list[Piece]]]:
    yield from ((line, list(of_line)) for line, of_line in groupby(pieces, key=lambda piece: piece.line))


def _stretches(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that begin below one another, from the left."""
    found: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda one: one.start):
        if found and piece.start - found[-1][0].start <= BESIDE:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found
