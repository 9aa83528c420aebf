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
from dataclasses import dataclass, field, replace
from itertools import combinations_with_replacement, groupby, pairwise, zip_longest

from extract.document.blocks import EMPTY_CELL, Row
from extract.document.continued_tables import follows, follows_soon, says_it_goes_on
from extract.lexicon.headings import heading_words
from extract.readers.typed.bars import is_drawn
from extract.readers.typed.cells import cell_of_lines
from extract.readers.typed.heads import BESIDE, CAPITAL, ROMAN, WIDE, Head, Piece, Span, head_at, number_of, pieces_of
from extract.readers.typed.lines import FoundTable, Line
from extract.readers.typed.titles import kind_of
from extract.values.times.period import parse_period

FEWEST_ROWS = 2
MOST_BLANK = 2
"""Blank lines within a row."""
LOOKED_AT, SPACED = 60, 0.35
"""Lines that tell whether each has a blank one beneath it, and the share of blank ones from which it has."""
FIRST = ("1", "1.1")
MOST_AWAY = 3
"""Lines that may stand between the titles and the first row."""
BEFORE = 8
"""Places that a cell may begin before its column."""
MOST_STRETCHES = 7
LEAST_READ = 0.6
"""Share of the rows that must tell by when or by whom."""
LONGEST_DEADLINE = 120
_SIGNED = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^.,;:\d]*\s{3,}(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.\s?){1,2}[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+")
"""Who signed, far behind his post: "Аким сада                А. Садов"."""


@dataclass(slots=True)
class _Group:
    """The pieces of a row, and its number with its place."""

    pieces: list[Piece] = field(default_factory=list)
    number: str = ""
    label: Span | None = None
    across: bool = False

    @property
    def lines(self) -> frozenset[int]:
        """The lines that it stands on."""
        return frozenset(piece.line for piece in self.pieces)


def aligned_table(text: str, lines: Sequence[Line], at: int, lang: str) -> tuple[FoundTable | None, int]:
    """The table aligned by blanks whose titles begin at a line, and the line behind it; None where there is none."""
    head = head_at(text, lines, at, lang)
    if head is None:
        return None, at
    found = rows_below(text, lines, at + head.size, head, lang)
    if found is None:
        return None, at
    rows, end = found
    return FoundTable(lines[at].start, lines[end - 1].end, (head.row, *rows)), end


def rows_below(
    text: str, lines: Sequence[Line], at: int, head: Head, lang: str, *, surely: bool = False
) -> tuple[list[Row], int] | None:
    """The rows below titles, and the line behind the last; None where they are too few. Rows of which too few tell by
    when or by whom are each one cell, or none at all where they must `surely` be rows.
    """
    groups, end = _groups(lines, at, head, lang)
    told = [group for group in groups if not group.across]
    if len(told) < FEWEST_ROWS:
        return None
    reader = _Reader(text, head, lang, list(head.starts))
    rows = [reader.row(group) for group in groups]
    read = sum(reader.tells(row) for row in rows)
    if read < LEAST_READ * len(told):
        if surely:
            return None
        rows = [Row((cell_of_lines(text, [piece.span for piece in group.pieces], lang),)) for group in groups]
    return rows, end


def _groups(lines: Sequence[Line], at: int, head: Head, lang: str) -> tuple[list[_Group], int]:
    """The rows below the titles, and the line behind the last."""
    filled = [line.text for line in lines[at:] if line.text.strip()][: MOST_AWAY + 1]
    blanks = sum(not line.text.strip() for line in lines[at : at + LOOKED_AT])
    spaced = blanks > SPACED * len(lines[at : at + LOOKED_AT])
    numbered = any((match := number_of(line)) and match["number"] in FIRST for line in filled)
    rows = _Rows(lines, head, numbered=numbered, spaced=spaced)
    end, blank, number = at, 0, at
    notes = tuple(heading_words(lang).notes)
    while number < len(lines) and blank <= MOST_BLANK:
        bare = lines[number].text.strip()
        if not bare or is_drawn(lines[number]):
            blank += 1
            number += 1
            continue
        if " ".join(bare.split()) == head.first or _names_again(lines[number], head, lang):
            number += head.size
            continue
        if end > at and _SIGNED.fullmatch(bare) and not any(map(number_of, _texts(lines[number + 1 :]))):
            break
        closes = bare.startswith(("#", "<", "```", ">")) or bare.count("|") > 1 or says_it_goes_on(bare, lang)
        if closes or (blank and bare.casefold().startswith(notes)) or not rows.take(number, blank=blank > 0):
            break
        number += 1
        end, blank = number, 0
    return list(_with_headings(rows.found)), end


def _texts(lines: Sequence[Line]) -> Iterator[str]:
    """The next lines."""
    return (line.text for line in lines[:MOST_AWAY])


def _with_headings(groups: Sequence[_Group]) -> Iterator[_Group]:
    """The rows, one whose number those behind it begin with set across: "1. Сады" over "1.1. Посадить сады"."""
    for group, behind in zip_longest(groups, groups[1:]):
        if (
            group.number
            and behind
            and behind.number.startswith(f"{group.number}.")
            and len(group.lines) == len(group.pieces)
        ):
            yield replace(group, across=True)
        else:
            yield group


@dataclass(slots=True)
class _Rows:
    """Takes lines one by one into rows; `numbered` where numbers begin them, `spaced` where blank lines part all."""

    lines: Sequence[Line]
    head: Head
    numbered: bool
    spaced: bool
    found: list[_Group] = field(default_factory=list)
    last: str = ""

    def take(self, number: int, *, blank: bool) -> bool:
        """Whether a line is of the table, behind a blank one or not."""
        line = self.lines[number]
        if self.numbered and (match := self._number(line, number)):
            behind = match.end("mark" if match["mark"] else "number")
            label = (line.start + match.start("number"), line.start + behind)
            self.last = match["number"]
            self.found.append(_Group(pieces_of(line, number, match.end()), self.last, label))
            return True
        pieces = pieces_of(line, number)
        if ROMAN.match(line.text) and len(pieces) == 1:
            self.found.append(_Group(pieces, across=True))
        elif not self.numbered and _opens_anew(pieces, self.head, after_blank=blank or not self.found):
            self.found.append(_Group(pieces))
        elif self.numbered and blank and not self.spaced and _stands_alone(pieces):
            if not any(number_of(one.text) for one in self.lines[number + 1 : number + 1 + MOST_AWAY]):
                return False
            self.found.append(_Group(pieces, across=True))
        elif not self.found or (blank and (self.found[-1].across or _is_prose(pieces, self.head))):
            return False
        else:
            self.found[-1].pieces.extend(pieces)
        return True

    def _number(self, line: Line, number: int) -> re.Match[str] | None:
        """The number that a line begins a row with."""
        match = number_of(line.text)
        if match is None:
            return None
        told = match["number"]
        first = told in FIRST and (not self.found or self.found[-1].across)
        goes_on = follows(self.last, told) or follows_soon(self.last, told)
        return match if first or goes_on or _is_of_a_later_row(self.last, match, line, number) else None


def _stands_alone(pieces: Sequence[Piece]) -> bool:
    """Whether a line has but words in a capital, no other column beside them: a heading, or what stands below."""
    return len(pieces) == 1 and bool(CAPITAL.match(pieces[0].text)) and pieces[0].start < WIDE


def _is_of_a_later_row(last: str, match: re.Match[str], line: Line, number: int) -> bool:
    """Whether a number is that of a row though rows are missing before it: its words begin in a capital, and other
    columns have some beside them.
    """
    pieces = pieces_of(line, number, match.end())
    later = bool(match["mark"]) and last.isdigit() and int(match["number"]) > int(last)
    return later and len(pieces) > 1 and bool(CAPITAL.match(pieces[0].text))


def _names_again(line: Line, head: Head, lang: str) -> bool:
    """Whether a line has the titles once more, for a page began."""
    titles = [piece.text for piece in pieces_of(line, 0)]
    return len(titles) > 1 and all(kind_of(title, lang) in head.kinds for title in titles) and titles[0].isupper()


def _opens_anew(pieces: Sequence[Piece], head: Head, *, after_blank: bool) -> bool:
    """Whether a line begins a row of a table without numbers: in the first column, in a capital, behind a blank line or
    with words in other columns too.
    """
    if pieces[0].start > head.starts[1] - BESIDE or not CAPITAL.match(pieces[0].text):
        return False
    return after_blank or len(pieces) > 1


def _is_prose(pieces: Sequence[Piece], head: Head) -> bool:
    """Whether a line behind a blank one is of a paragraph below the table: words from the first column to the last."""
    return len(pieces) == 1 and pieces[0].end > head.starts[-1] + BEFORE and pieces[0].start < head.starts[-1] - BEFORE


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

    def row(self, group: _Group) -> Row:
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
        others = [piece for piece in parted if piece not in inside]
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
        if found and piece.start - min(one.start for one in found[-1]) <= BESIDE:
            found[-1].append(piece)
        else:
            found.append([piece])
    return found
