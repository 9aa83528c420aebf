"""Which words of a row's lines stand in which column: the reading of all lines together that makes most sense.

    1.1. Посадить сады во Проект МП, I          name | Проект | МП,   | I
    всех городских школах указа МФ квартал      name | указа  | МФ    | квартал
    страны 2031                                 name |        |       | 2031
    года                                                              | года

A cell begins on the first line and goes on line by line to its end, so a column that a line leaves out is at its end.
No piece is longer than its column, and a torn word ends one. What is left is told by the words: their kinds, which
stand together elsewhere, and whether the cells are whole in the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nlargest
from itertools import combinations, pairwise

from extract.finders.woven.scales import Piece, Reading, Scales, bodies_of
from extract.finders.woven.words import TORN, joined

MOST_READINGS = 80
"""Readings of the lines so far that are followed."""
MOST_CHOICES, PIECE = 3_000_000, 5
"""Ways of dividing lines that are weighed for one table, some ten seconds, and as how many a piece of a line counts."""
MOST_WORDS = 14
"""Words of a line that several cells share."""
SLACK = 1
"""Letters by which a piece may be longer than the strokes of its column."""

SURE, SURE_UNDRAWN, LIKELY = 0.4, 0.8, 0.3
"""How much more sense a reading must make than any other to be believed, where strokes tell the widths and where they
are learned, and to tell what other rows may hold.
"""
HAD_ROOM = 0.8
"""What a piece takes away that would have begun on the line above."""
TOO_WIDE = 0.5
"""What a letter takes away that stands beyond the width of a column that has been learned."""
FAR = 12
"""How many letters of a piece stand there at most."""
LOOSE = 2
"""Letters that a typist may leave at the end of such a column though the next word would have had room."""
TALL = 4
"""Lines of a row whose last holds one cell."""
ROUNDS = 2
MOST_MEASURED = 20
"""How often the widths are learned anew, and of how many rows."""


@dataclass(slots=True)
class Budget:
    """What may yet be spent on the rows of a table."""

    left: int = MOST_CHOICES

    def spend(self, much: int = 1) -> bool:
        """Take so much of what is left; whether there was enough."""
        self.left -= much
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class Loom:
    """The columns of a table behind that of the numbers: what they hold and how wide they are (0: nobody knows)."""

    scales: Scales
    widths: Sequence[int]
    drawn: bool = True
    """Whether the widths are those of strokes, which no piece passes, or learned from the rows."""
    budget: Budget = field(default_factory=Budget)
    """How many more ways of dividing a line may be weighed; behind them a row has no reading."""

    def measured(self, rows: Sequence[Sequence[Sequence[str]]], total: int) -> Loom:
        """The loom whose widths most rows have room in; none is wider than the last lines of rows, of one cell each, or
        its share of all.
        """
        last = max((len(" ".join(row[-1])) for row in rows if len(row) >= TALL), default=0)
        last = max(last, total // len(self.scales.kinds))
        loom = replace(self, widths=(last,) * len(self.scales.kinds), drawn=False)
        for _ in range(ROUNDS if last else 0):
            readings = [ranked[0] for row in rows[:MOST_MEASURED] if (ranked := loom.ranked(row))]
            told = [sorted(max(one.lengths(n), default=0) for one in readings) for n in range(len(self.scales.kinds))]
            loom = replace(loom, widths=tuple(min(last, longest[len(longest) * 3 // 4]) for longest in told))
        return loom

    def taught(self, readings: Iterable[Reading]) -> Loom:
        """The loom that knows what forms and bodies several rows have."""
        told: Counter[str] = Counter()
        for reading in readings:
            for kind, words in zip(self.scales.kinds, reading.words, strict=True):
                if kind == "completion_form":
                    told[joined(words)] += 1
                elif kind == "responsible":
                    told.update(bodies_of(joined(words)))
        known = frozenset(text for text, count in told.items() if count > 1)
        return replace(self, scales=replace(self.scales, known=known))

    def read(self, lines: Sequence[Sequence[str]], margin: float | None = None) -> Reading | None:
        """The reading of a row's lines, each its words; None where none makes a row, or another makes nearly as much
        sense: less than a margin less.
        """
        margin = margin or (SURE if self.drawn else SURE_UNDRAWN)
        ranked = self.ranked(lines)
        if not ranked:
            return None
        best = ranked[0]
        rival = next((one.score for one in ranked if one.words != best.words), None)
        sure = rival is None or best.score - rival >= margin
        return best if sure and self.scales.is_whole(best) else None

    def ranked(self, lines: Sequence[Sequence[str]]) -> list[Reading]:
        """The readings of a row's lines, that which makes most sense first."""
        readings = [Reading(((),) * len(self.scales.kinds), ())]
        for number, line in enumerate(lines):
            told: dict[object, dict[Piece, float]] = {}
            choices = (
                (reading.score + worth, reading, bounds)
                for reading in readings
                for worth, bounds in self._choices(reading, line, told, first=number == 0)
            )
            best = nlargest(MOST_READINGS, choices, key=lambda choice: choice[0])
            readings = [self._with(reading, line, bounds, score) for score, reading, bounds in best]
        if self.budget.left < 0:
            return []
        whole = (replace(one, score=one.score + self.scales.sense(one)) for one in readings)
        return sorted(whole, key=lambda one: -one.score)

    def _choices(
        self, reading: Reading, line: Sequence[str], told: dict[object, dict[Piece, float]], *, first: bool
    ) -> Iterator[tuple[float, Mapping[int, Piece]]]:
        """The ways of dividing one more line among the columns that have not ended, each with what it adds.

        `told` keeps what pieces of the line are worth below the same words.
        """
        open_columns = [n for n in range(len(self.scales.kinds)) if n not in reading.ended]
        torn = {n for n in open_columns if reading.words[n] and TORN.search(reading.words[n][-1])}
        worths: dict[int, dict[Piece, float]] = {}
        for n in open_columns:
            key = (n, reading.words[n], reading.pieces[-1][n] if reading.pieces else None)
            if key not in told:
                told[key] = {
                    (a, b): self._piece(reading, n, line[a:b])
                    for a, b in combinations(range(len(line) + 1), 2)
                    if self._has_room(n, line[a:b]) and self.budget.spend(PIECE)
                }
            worths[n] = told[key]
        for size in range(len(open_columns) if first else 1, min(len(open_columns), len(line)) + 1):
            if size > 1 and len(line) > MOST_WORDS:
                continue
            for columns in combinations(open_columns, size):
                if not torn <= set(columns):
                    continue
                alone = 0.5 * ([self.scales.kinds[n] for n in columns] == ["name"])
                for cuts in combinations(range(1, len(line)), size - 1):
                    if not self.budget.spend():
                        return
                    pieces = dict(zip(columns, pairwise((0, *cuts, len(line))), strict=True))
                    if all(piece in worths[n] for n, piece in pieces.items()):
                        yield alone + sum(worths[n][piece] for n, piece in pieces.items()), pieces

    def _has_room(self, column: int, words: Sequence[str]) -> bool:
        """Whether a column is wide enough for words, none of which is torn but the last."""
        if any(TORN.search(word) for word in words[:-1]):
            return False
        room = self.widths[column] + (SLACK if self.drawn else FAR)
        return not self.widths[column] or len(" ".join(words)) <= room

    def _piece(self, reading: Reading, column: int, words: Sequence[str]) -> float:
        """What a piece of a line adds to a reading of those above."""
        score = self.scales.worth(column, reading.words[column], words)
        if reading.pieces and self._had_room(reading, column, words[0]):
            score -= HAD_ROOM
        if not self.drawn and self.widths[column]:
            score -= TOO_WIDE * max(0, len(" ".join(words)) - self.widths[column])
        return score

    def _with(self, reading: Reading, line: Sequence[str], bounds: Mapping[int, Piece], score: float) -> Reading:
        """A reading and one more line."""
        columns = range(len(self.scales.kinds))
        words = tuple((*reading.words[n], *line[slice(*bounds.get(n, (0, 0)))]) for n in columns)
        ended = frozenset(n for n in columns if n not in bounds)
        return Reading(words, (*reading.pieces, tuple(bounds.get(n) for n in columns)), ended, score)

    def _had_room(self, reading: Reading, column: int, word: str) -> bool:
        """Whether the first word of a piece would have stood on the line above, were it of the same cell."""
        start, end = reading.pieces[-1][column] or (0, 0)
        above = " ".join(reading.words[column][len(reading.words[column]) - (end - start) :])
        return len(above) + 1 + len(word) < self.widths[column] - (0 if self.drawn else LOOSE)
