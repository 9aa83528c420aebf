"""The lines of a row whose columns collapsed, parted anew: of all readings the one that costs least by how wide and
full the columns are, and by what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from extract.document.blocks import Passage
from extract.finders.tables.undivided.worth import (
    CAPITAL_FIRST,
    LIKE_A_TIME,
    SHORT,
    TIME,
    TORN_END,
    WORD,
    anchor_of,
    joins_at_end,
    of_somebody,
    of_time,
    of_words,
    whole,
)
from extract.language.russian import is_known_word
from extract.lexicon.headings import heading_words

ORDER = ("name", "deadline", "responsible")
MOST_HELD = 50
"""Readings of a row that are held while it is read."""
TOO_WIDE, NOT_FULL, NOT_FULL_TIME, MOST_NOT_FULL, SLACK, BEGINS_LATE, TORN = 4.0, 0.6, 0.2, 3.0, 0.05, 3.0, 3.0
SENTENCE, CAPITAL, WHOLE, KNOWN = -1.5, -1.0, 0.4, -2.5
LONGER, STRAY, JOINED = 2.5, 1.5, 1.0
WORST, APART = 6.0, 0.6
"""What a reading may cost for a row to be told, and how much less than any other."""
ASIDE, FAR = 1, 4
"""Signs by which a line may be wider than those that tell the width: at no cost, and at all."""

_STRAY = re.compile(r"(?<![\w-])(?:(?:19|20)\d\d(?:[гж]\.?)?|года?|жыл[ыі]?|ж\.)(?![\w-])")
_STRAY_YEAR = re.compile(r"(?<![\d.] )(?<![\w-])(?:года(?!\w)|жылы(?!\w)|[жг]\.)")
"""Words of a time that have strayed into the names of who answers, or into a deed."""
_SENTENCES = re.compile(r"[^\W\d_]{2}\.\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
"""Where a sentence ends, as none does in a time."""
_LAST = re.compile(r"[^\W\d_]+(?=[.-]\Z)")
_FIRST_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """How the lines of a row have been parted so far, which columns have ended, and what that costs."""

    cost: float
    cuts: tuple[tuple[int, int], ...]
    ended: tuple[bool, bool, bool]


@dataclass(frozen=True, slots=True)
class RowReader:
    """Parts the lines of a row by the widths of its columns."""

    lines: Sequence[Passage]
    widths: Sequence[int]
    known: frozenset[str]
    lang: str

    def told(self) -> tuple[Mapping[str, Passage], bool]:
        """The words of the row by column, none where the best reading is a poor one; whether none is nearly as good."""
        words = [[match.span() for match in WORD.finditer(line.text)] for line in self.lines]
        held = [Reading(0.0, (), (False, False, False))]
        for n, spans in enumerate(words):
            behind = words[n - 1] if n else None
            further = [one for reading in held for one in self._goes_on(reading, n, spans, behind)]
            held = nsmallest(MOST_HELD, further, key=lambda one: one.cost)
        ranked = sorted(((self._judged(reading, words), reading) for reading in held), key=lambda one: one[0])
        if not ranked:
            return {}, False
        least, best = ranked[0]
        columns = self._columns(best, words)
        near = [reading for cost, reading in ranked[1:] if cost < least + APART]
        alone = all(self._texts(reading, words) == [column.text for column in columns] for reading in near)
        sure = of_time(columns[1].text, self.lang) <= LIKE_A_TIME and of_somebody(columns[2].text, self.lang) < 0
        told = sure and best.cost <= WORST and bool(columns[0].text)
        return (dict(zip(ORDER, columns, strict=True)), alone) if told else ({}, False)

    def _texts(self, reading: Reading, words: Sequence[Sequence[tuple[int, int]]]) -> list[str]:
        return [column.text for column in self._columns(reading, words)]

    def _goes_on(
        self, reading: Reading, n: int, spans: Sequence[tuple[int, int]], above: Sequence[tuple[int, int]] | None
    ) -> Iterator[Reading]:
        """The readings of one more line."""
        size = len(spans)
        torn = self._torn(n, spans)
        for first in range(size + 1):
            if reading.ended[0] and first:
                break
            if first and spans[first - 1][1] > self.widths[0] + FAR:
                break
            for second in range(first, size + 1):
                if reading.ended[1] and second > first:
                    break
                if second > first and spans[second - 1][1] - spans[first][0] > self.widths[1] + FAR:
                    break
                if reading.ended[2] and second < size:
                    continue
                bounds = ((0, first), (first, second), (second, size))
                cost = reading.cost + TORN * len(torn - {first, second})
                ended = list(reading.ended)
                for column, (begin, end) in enumerate(bounds):
                    if begin == end:
                        cost += BEGINS_LATE if n == 0 else 0.0
                        ended[column] = ended[column] or n > 0
                        continue
                    width = spans[end - 1][1] - spans[begin][0]
                    cost += TOO_WIDE + width - self.widths[column] if width > self.widths[column] + ASIDE else 0.0
                    if n and above:
                        cost += self._not_full(reading, column, above, spans[begin][1] - spans[begin][0])
                yield Reading(cost, (*reading.cuts, (first, second)), (ended[0], ended[1], ended[2]))

    def _torn(self, n: int, spans: Sequence[tuple[int, int]]) -> set[int]:
        """The words of a line before which a column begins, for the one before is torn: "эпиде. рабиологтар"."""
        text = self.lines[n].text
        behind = ((k, text[spans[k - 1][0] : spans[k - 1][1]], text[spans[k][0]]) for k in range(1, len(spans)))
        return {k for k, word, sign in behind if TORN_END.search(word) and sign.islower()}

    def _not_full(self, reading: Reading, column: int, above: Sequence[tuple[int, int]], word: int) -> float:
        """What it costs that the first word of a line would have had room in the line above it of its column."""
        first, second = reading.cuts[-1]
        begin, end = ((0, first), (first, second), (second, len(above)))[column]
        if begin == end:
            return BEGINS_LATE
        room = self.widths[column] - (above[end - 1][1] - above[begin][0]) - 1
        weight = NOT_FULL_TIME if column == 1 else NOT_FULL
        over = min(weight * (room - word + 1), MOST_NOT_FULL) if room >= word else 0.0
        return over + SLACK * max(room, 0)

    def _columns(self, reading: Reading, words: Sequence[Sequence[tuple[int, int]]]) -> list[Passage]:
        pieces: list[list[Passage]] = [[], [], []]
        for line, spans, (first, second) in zip(self.lines, words, reading.cuts, strict=True):
            for column, (begin, end) in enumerate(((0, first), (first, second), (second, len(spans)))):
                if begin < end:
                    pieces[column].append(line[spans[begin][0] : spans[end - 1][1]])
        return [whole(column, self.lang) for column in pieces]

    def _is_elsewhere(self, reading: Reading) -> bool:
        """Whether the time begins at another word than that of the first line which is sure to begin one."""
        anchor = anchor_of(self.lines[0], self.lang)
        return anchor is not None and anchor[-1] != reading.cuts[0][0]

    def _ends_in_conjunctions(self, reading: Reading, words: Sequence[Sequence[tuple[int, int]]], time: str) -> int:
        """Lines, but the first, on which the name ends in a conjunction that may be of the time beside it; and the time
        that does.
        """
        joins = joins_at_end(self.lang)
        both = (n for n in range(1, len(words)) if self._piece(reading, words, n, 1))
        in_names = sum(bool(joins.search(self._piece(reading, words, n, 0))) for n in both)
        return in_names + 2 * bool(joins.search(time))

    def _may_be_longer(self, reading: Reading, words: Sequence[Sequence[tuple[int, int]]], time: str) -> bool:
        """Whether the last word of the name on the first line would be of the time, too."""
        before = self._piece(reading, words, 0, 0).split()[-1:]
        if not before or not time:
            return False
        longer = f"{before[0]} {time}"
        begins = heading_words(self.lang).tables["times_begin"]
        tells = len(before[0]) > SHORT or before[0].isdigit() or (begins and re.match(begins, longer, re.IGNORECASE))
        return bool(tells) and of_time(longer, self.lang) == TIME

    def _joined(self, reading: Reading, words: Sequence[Sequence[tuple[int, int]]]) -> Iterator[float]:
        """What it is worth that a line of a column goes on with a torn word of the line above, most where the word is
        known.
        """
        for n in range(1, len(words)):
            for column in range(3):
                above, own = self._piece(reading, words, n - 1, column), self._piece(reading, words, n, column)
                if above and own and TORN_END.search(above) and own[:1].islower():
                    whole = (_LAST.findall(above)[-1] + _FIRST_LETTERS.findall(own)[0]).casefold()
                    is_known = whole in self.known or (self.lang == "ru" and is_known_word(whole))
                    yield KNOWN if is_known else WHOLE

    def _piece(self, reading: Reading, words: Sequence[Sequence[tuple[int, int]]], n: int, column: int) -> str:
        first, second = reading.cuts[n]
        begin, end = ((0, first), (first, second), (second, len(words[n])))[column]
        return self.lines[n].text[words[n][begin][0] : words[n][end - 1][1]] if begin < end else ""

    def _judged(self, reading: Reading, words: Sequence[Sequence[tuple[int, int]]]) -> float:
        """What a reading costs, and what its columns say: a time, somebody, a sentence that ends."""
        name, time, answers = self._columns(reading, words)
        cost = reading.cost
        cost += of_time(time.text, self.lang) + of_somebody(answers.text, self.lang)
        cost += LONGER * (self._may_be_longer(reading, words, time.text) or self._is_elsewhere(reading))
        cost += JOINED * self._ends_in_conjunctions(reading, words, time.text)
        strays = (_STRAY.findall(answers.text), _STRAY_YEAR.findall(name.text), _SENTENCES.findall(time.text))
        cost += STRAY * sum(map(len, strays))
        cost += SENTENCE if name.text.endswith(".") else 0.0
        cost += sum(self._joined(reading, words)) + of_words(time.text)
        return cost + (CAPITAL if CAPITAL_FIRST.match(answers.text) else 0.0)
