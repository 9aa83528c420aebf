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
from dataclasses import dataclass, replace
from heapq import nlargest
from itertools import combinations, pairwise

from extract.finders.woven.words import (
    FORM,
    OTHER,
    REMARK,
    SHORT,
    TIME,
    TORN,
    Company,
    class_of,
    ends_a_sentence,
    governs,
    is_a_form,
    is_a_time,
    is_given_to,
    is_of_a_body,
    is_open,
    joined,
    leading_words,
    makes_a_word,
    plain,
    small_words,
    takes,
    wants_more,
    worth,
)
from extract.finders.woven.words import (
    agrees as agreement,
)
from extract.lexicon.words import words as lexicon

MOST_READINGS = 80
"""Readings of the lines so far that are followed."""
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
SHORTEST_STEM = 6
"""Letters by which two words are told to be forms of one."""

Piece = tuple[int, int]
"""The first word of a line that stands in a column, and the one behind the last."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Where the words of the lines so far stand: the words of each column, its pieces by line, and which have ended."""

    words: tuple[tuple[str, ...], ...]
    pieces: tuple[tuple[Piece | None, ...], ...]
    ended: frozenset[int] = frozenset()
    score: float = 0.0

    def lengths(self, column: int) -> Iterator[int]:
        """How many letters the pieces of a column take."""
        at = 0
        for pieces in self.pieces:
            start, end = pieces[column] or (0, 0)
            yield len(" ".join(self.words[column][at : at + end - start]))
            at += end - start


@dataclass(frozen=True, slots=True)
class Loom:
    """The columns of a table behind that of the numbers: what they hold and how wide they are (0: nobody knows)."""

    kinds: Sequence[str]
    widths: Sequence[int]
    company: Company
    lang: str
    known: frozenset[str] = frozenset()
    """Forms and bodies that stand in several rows of the table."""
    drawn: bool = True
    """Whether the widths are those of strokes, which no piece passes, or learned from the rows."""

    def measured(self, rows: Sequence[Sequence[Sequence[str]]], total: int) -> Loom:
        """The loom whose widths most rows have room in; none is wider than the last lines of rows, of one cell each, or
        its share of all.
        """
        last = max((len(" ".join(row[-1])) for row in rows if len(row) >= TALL), default=0)
        last = max(last, total // len(self.kinds))
        loom = replace(self, widths=(last,) * len(self.kinds), drawn=False)
        for _ in range(ROUNDS if last else 0):
            readings = [ranked[0] for row in rows[:MOST_MEASURED] if (ranked := loom.ranked(row))]
            told = [sorted(max(one.lengths(n), default=0) for one in readings) for n in range(len(self.kinds))]
            loom = replace(loom, widths=tuple(min(last, longest[len(longest) * 3 // 4]) for longest in told))
        return loom

    def taught(self, readings: Iterable[Reading]) -> Loom:
        """The loom that knows what forms and bodies several rows have."""
        told: Counter[str] = Counter()
        for reading in readings:
            for kind, words in zip(self.kinds, reading.words, strict=True):
                if kind == "completion_form":
                    told[joined(words)] += 1
                elif kind == "responsible":
                    told.update(bodies_of(joined(words)))
        return replace(self, known=frozenset(text for text, count in told.items() if count > 1))

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
        return best if sure and self._is_whole(best) else None

    def ranked(self, lines: Sequence[Sequence[str]]) -> list[Reading]:
        """The readings of a row's lines, that which makes most sense first."""
        readings = [Reading(((),) * len(self.kinds), ())]
        for number, line in enumerate(lines):
            told: dict[object, dict[Piece, float]] = {}
            choices = (
                (reading.score + worth, reading, bounds)
                for reading in readings
                for worth, bounds in self._choices(reading, line, told, first=number == 0)
            )
            best = nlargest(MOST_READINGS, choices, key=lambda choice: choice[0])
            readings = [self._with(reading, line, bounds, score) for score, reading, bounds in best]
        whole = (replace(one, score=one.score + self._sense(one)) for one in readings)
        return sorted(whole, key=lambda one: -one.score)

    def _choices(
        self, reading: Reading, line: Sequence[str], told: dict[object, dict[Piece, float]], *, first: bool
    ) -> Iterator[tuple[float, Mapping[int, Piece]]]:
        """The ways of dividing one more line among the columns that have not ended, each with what it adds.

        `told` keeps what pieces of the line are worth below the same words.
        """
        open_columns = [n for n in range(len(self.kinds)) if n not in reading.ended]
        torn = {n for n in open_columns if reading.words[n] and TORN.search(reading.words[n][-1])}
        worths: dict[int, dict[Piece, float]] = {}
        for n in open_columns:
            key = (n, reading.words[n], reading.pieces[-1][n] if reading.pieces else None)
            if key not in told:
                told[key] = {
                    (a, b): self._piece(reading, n, line[a:b])
                    for a, b in combinations(range(len(line) + 1), 2)
                    if self._has_room(n, line[a:b])
                }
            worths[n] = told[key]
        for size in range(len(open_columns) if first else 1, min(len(open_columns), len(line)) + 1):
            if size > 1 and len(line) > MOST_WORDS:
                continue
            for columns in combinations(open_columns, size):
                if not torn <= set(columns):
                    continue
                alone = 0.5 * ([self.kinds[n] for n in columns] == ["name"])
                for cuts in combinations(range(1, len(line)), size - 1):
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
        score = self._worth(column, reading.words[column], words)
        if reading.pieces and self._had_room(reading, column, words[0]):
            score -= HAD_ROOM
        if not self.drawn and self.widths[column]:
            score -= TOO_WIDE * max(0, len(" ".join(words)) - self.widths[column])
        return score

    def _with(self, reading: Reading, line: Sequence[str], bounds: Mapping[int, Piece], score: float) -> Reading:
        """A reading and one more line."""
        columns = range(len(self.kinds))
        words = tuple((*reading.words[n], *line[slice(*bounds.get(n, (0, 0)))]) for n in columns)
        ended = frozenset(n for n in columns if n not in bounds)
        return Reading(words, (*reading.pieces, tuple(bounds.get(n) for n in columns)), ended, score)

    def _had_room(self, reading: Reading, column: int, word: str) -> bool:
        """Whether the first word of a piece would have stood on the line above, were it of the same cell."""
        start, end = reading.pieces[-1][column] or (0, 0)
        above = " ".join(reading.words[column][len(reading.words[column]) - (end - start) :])
        return len(above) + 1 + len(word) < self.widths[column] - (0 if self.drawn else LOOSE)

    def _worth(self, column: int, above: Sequence[str], piece: Sequence[str]) -> float:
        """What a piece adds in a column, below the words above."""
        kind, score = self.kinds[column], 0.0
        cell = (*above, *piece)
        led = kind == "deadline" and cell[0][0].isupper() and plain(cell[0]) in leading_words(self.lang)
        score += 2.0 * (led and not above)
        for n in range(len(above), len(cell)):
            word, before = cell[n], _last(cell[:n])
            led = led or (kind == "deadline" and any(one in leading_words(self.lang) for one in cell[1:n]))
            if before and TORN.search(before):
                score += 1.0 if makes_a_word(before, word, self.lang) else -1.5
                score += self._word(joined((before, word)), cell[n - 2] if n > 1 else "", kind, led=led)
            elif not TORN.search(word):
                inside = n > 0 and is_open(cell[:n]) and class_of(word, self.lang) != REMARK
                score += 0.3 if inside else self._word(word, before, kind, led=led)
            score += self._beside(before, word)
        return score

    def _word(self, word: str, before: str, kind: str, *, led: bool) -> float:
        """What a whole word adds behind another."""
        of, bare, recipients = class_of(word, self.lang), plain(word), lexicon(self.lang).recipients
        if led:
            return -3.0 if of == SHORT else 0.4
        if kind == "completion_form" and (of == SHORT or bare in leading_words(self.lang)):
            led = plain(before) in leading_words(self.lang) or (self.lang == "kk" and not before)
            to_whom = bare in recipients and class_of(before, self.lang) == FORM
            return 0.5 if (of == SHORT and led) or to_whom else -0.5
        if kind == "completion_form" and (plain(before) in recipients or is_given_to(before, word, self.lang)):
            return 0.5
        if kind == "responsible" and bare in leading_words(self.lang):
            return -0.3 if before[-1:].isalpha() and bare not in recipients else -2.0
        strange = before and before[-1].isalpha() and kind in ("responsible", "completion_form")
        return worth(word, kind, self.lang) - (1.0 if strange and word.istitle() and of == OTHER else 0.0)

    def _beside(self, before: str, word: str) -> float:
        """What two words add that stand one behind the other in a cell."""
        first, second = plain(before), plain(word)
        if (first, second) in self.company.pairs:
            return 0.7
        if before and ends_a_sentence(before, word):
            return -3.0
        if before and (governs(before, word, self.lang) is False or not takes(before, word, self.lang)):
            return -2.0
        agrees = agreement(before, word, self.lang) if before else None
        if agrees is not None:
            return 0.3 if agrees else -1.5
        lone = self.company.after.get(first, second) != second or self.company.before.get(second, first) != first
        return -1.5 if lone else 0.0

    def _sense(self, reading: Reading) -> float:
        """What whole cells add; a full stop is the name's before it is another cell's."""
        ended = {kind for kind, words in zip(self.kinds, reading.words, strict=True) if ends_a_sentence(words[-1], "")}
        score = -1.0 if ended and "name" not in ended else 0.0
        for kind, words in zip(self.kinds, reading.words, strict=True):
            text = joined(words)
            score -= 4.0 * is_open(words)
            score -= 1.5 * (text.endswith((",", "-")) or self.company.after.get(plain(words[-1]), "") != "")
            score -= 2.0 * (plain(words[-1]) in small_words(self.lang))
            score -= 2.0 * sum(a == b for a, b in pairwise(map(plain, words)))
            if kind == "deadline":
                score += 4.0 if is_a_time(text, self.lang) else -2.0
                continue
            score -= 2.0 * wants_more(_last(words), self.lang)
            if kind == "completion_form":
                score += 2.0 if self._opens_form(words) else -2.0
                score += 2.0 if is_a_form(text, self.lang) else -1.0
                score += 4.0 * (text in self.known)
            elif kind == "responsible":
                score += 1.0 if self._opens_body(words) else -2.0
                score -= 3.0 * sum(self._lacks_comma(a, b) for a, b in pairwise(words))
                score -= 1.5 * _repeated(text)
                parts = bodies_of(text) if self.known else []
                score += sum(2.0 if part in self.known else -1.0 for part in parts)
        return score

    def _is_due(self, words: Sequence[str]) -> bool:
        """Whether a cell tells a time, or an occasion: "При утверждении бюджета"."""
        if is_a_time(joined(words), self.lang):
            return True
        leads = [n for n, word in enumerate(words) if plain(word) in leading_words(self.lang)]
        occasion = leads and (words[0][0].isupper() or leads[0] > 0) and leads[0] < len(words) - 1
        told = words[: leads[0]] if occasion else words
        return is_a_time(joined(told), self.lang) or all(class_of(word, self.lang) == TIME for word in told)

    def _opens_form(self, words: Sequence[str]) -> bool:
        """Whether a cell begins as a form does; in Kazakh what it is stands last."""
        whole = joined(words).split()
        named = whole if self.lang == "kk" else whole[: 1 + wants_more(whole[0], self.lang)]
        return words[0][:1].isupper() and any(class_of(word, self.lang) == FORM for word in named)

    def _opens_body(self, words: Sequence[str]) -> bool:
        return is_of_a_body(words[0], self.lang) or words[0][:1].isupper()

    def _lacks_comma(self, before: str, word: str) -> bool:
        """Whether two abbreviations stand beside one another and no comma parts them."""
        return before.isupper() and word.rstrip(",").isupper() and before[-1].isalpha() and len(before) > 1

    def _is_whole(self, reading: Reading) -> bool:
        """Whether the cells of a reading are those of a row: a time, a form and bodies where there are columns."""
        for kind, words in zip(self.kinds, reading.words, strict=True):
            text = joined(words)
            if is_open(words) or TORN.search(text):
                return False
            if kind == "deadline" and not self._is_due(words):
                return False
            if kind == "completion_form" and not self._opens_form(words):
                return False
            if kind == "responsible" and not self._opens_body(words):
                return False
        return True


def _last(words: Sequence[str]) -> str:
    """The last word, whole where it has been torn."""
    return joined(words[-2:]).rpartition(" ")[2] if words else ""


def _repeated(text: str) -> int:
    """How many words of a body's name begin as one before them does: its own, and those of what is done."""
    found = 0
    for part in text.split(","):
        stems = [word[:SHORTEST_STEM] for word in map(plain, part.split()) if len(word) > SHORTEST_STEM]
        found += len(stems) - len(set(stems))
    return found


def bodies_of(text: str) -> list[str]:
    """The bodies that commas part, without what stands in brackets behind them."""
    return [part.partition("(")[0].strip() for part in text.split(",") if part.strip()]
