"""Rows without numbers whose every cell stands on lines of its own, told by their times and by who answers.

Уборка сада        a name, perhaps on several lines
02.10 -            a time, perhaps on two
31.10
Садов А.А.         who answers, as many lines as name somebody
завхоз
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extract.document.blocks import EMPTY_CELL, Cell, Passage, Row, join
from extract.finders.plan.columns.parted_words import is_time, names_somebody, opens_as_somebody
from extract.finders.tables.events import is_duty
from extract.finders.tables.undivided.heads import Head
from extract.lexicon.headings import in_any_language

MOST_TIME_LINES = 3
MOST_LINES = 12
"""Lines of a row."""
FEWEST_OF_A_GRID = 3
"""Rows that have as many lines as there are columns, by which all have."""
_GOES_ON = re.compile(r"(?:[-–—]|(?<!\w)(?:до|по|и))\s*\Z", re.IGNORECASE)
_SECTION = re.compile(r"[IVXІХ]{1,4}[.)]?\s+\S")
_POINT = re.compile(r"\d{1,2}[.)]\s+\S")
_SIGNED = re.compile(rf"(?<!\w)(?:{in_any_language('tables', 'signed')})\W*\Z", re.IGNORECASE)


@dataclass(slots=True)
class ToldRow:
    """The lines of a row by its columns; `section` stands above it, `beside` in columns that a plan need not have."""

    name: list[Passage] = field(default_factory=list)
    deadline: list[Passage] = field(default_factory=list)
    responsible: list[Passage] = field(default_factory=list)
    section: Passage | None = None
    end: int = 0
    beside: list[Passage] = field(default_factory=list)

    @property
    def is_told(self) -> bool:
        """Whether the row has all that the titles promise."""
        return bool(self.name and self.deadline and self.responsible)

    def rows(self, head: Head) -> list[Row]:
        """The row, and the one above it that is set across."""
        cells = {
            "name": Cell((join(self.name),)) if self.name else EMPTY_CELL,
            "deadline": Cell(tuple(self.deadline)),
            "responsible": Cell(tuple(self.responsible)),
        }
        beside = iter(self.beside)
        row = Row(tuple(cells[kind] if kind in cells else Cell((next(beside),)) for kind in head.kinds))
        return [Row((Cell((self.section,)),)), row] if self.section else [row]


def rows_on_lines(lines: Sequence[Passage], head: Head, lang: str) -> list[ToldRow]:
    """The rows below the titles; `end` of each is the line behind it. None where the columns are others than a plan
    needs, but for numbers that a page left out.
    """
    times = _times(lines, lang)
    if times and set(head.kinds) <= {"number", *head.order}:
        lines = lines[: _end(lines, times, lang)]
        times = [time for time in times if time[0] < len(lines)]
    grid = _grid(lines, times, head, lang)
    if grid or not times or set(head.kinds) - {"number", *head.order}:
        return grid
    match head.order:
        case ("name", "deadline", "responsible"):
            return _time_between(lines, times, lang)
        case ("name", "responsible", "deadline"):
            return _time_behind(lines, times, lang)
        case ("deadline", "name", "responsible"):
            return _time_before(lines, times, lang)
        case _:
            return []


def _times(lines: Sequence[Passage], lang: str) -> list[tuple[int, int]]:
    """The lines that are times, those of one together; none behind a row that is too long."""
    found: list[tuple[int, int]] = []
    at = last = 0
    while at < len(lines) and at - last <= MOST_LINES:
        size = next((n for n in range(MOST_TIME_LINES, 0, -1) if _is_time(lines[at : at + n], lang)), 0)
        if size:
            found.append((at, at + size))
            last = at + size
        at += max(size, 1)
    return found


def _end(lines: Sequence[Passage], times: Sequence[tuple[int, int]], lang: str) -> int:
    """The line behind the table: a point of the text around it, where the first row has no number, a sentence that lays
    something upon somebody and has no time on the next line, or words above signatures.
    """
    before_times = {begin - 1 for begin, _ in times}
    numbered = bool(_POINT.match(lines[0].text))
    last = min(len(lines), times[-1][1] + MOST_LINES)
    for n in range(times[0][1], last):
        text = lines[n].text
        sentence = text.endswith(".")
        if _SIGNED.search(text):
            return n
        if _POINT.match(text):
            if not numbered and (sentence or is_duty(text, lang)):
                return n
        elif sentence and n not in before_times and is_duty(text, lang):
            return n
    return len(lines)


def _is_time(lines: Sequence[Passage], lang: str) -> bool:
    """Whether lines are a time together: each is, or the first goes on with the next."""
    if len(lines) > 1 and _GOES_ON.search(lines[0].text):
        return is_time(join(lines).text, lang)
    return bool(lines) and all(is_time(line.text, lang) for line in lines)


def _grid(lines: Sequence[Passage], times: Sequence[tuple[int, int]], head: Head, lang: str) -> list[ToldRow]:
    """The rows of a table whose every cell is one line: the times stand as far apart as there are columns. Behind the
    last row those who answer may go on.
    """
    kinds = head.without_numbers().kinds
    width, place = len(kinds), kinds.index("deadline")
    if len(times) < FEWEST_OF_A_GRID or times[0][0] != place or any(b - a > 1 for a, b in times):
        return []
    if any(second - first != width for (first, _), (second, _) in pairwise(times)):
        return []
    found: list[ToldRow] = []
    for at, _ in times:
        cells = lines[at - place : at - place + width]
        if len(cells) < width:
            break
        row = ToldRow(end=at - place + width)
        for kind, line in zip(kinds, cells, strict=True):
            if kind in head.order:
                getattr(row, kind).append(line)
            else:
                row.beside.append(line)
        found.append(row)
    last = found[-1] if found else None
    if last and kinds[-1] == "responsible":
        first = last.end - 1
        while _goes_on(lines, first, last.end, len(lines), lang):
            last.responsible = _whole([*last.responsible, lines[last.end]], lang)
            last.end += 1
    return found


def _time_between(lines: Sequence[Passage], times: Sequence[tuple[int, int]], lang: str) -> list[ToldRow]:
    """Rows of a name, a time, and the lines behind it that name somebody."""
    found: list[ToldRow] = []
    at = 0
    bounds = [*(begin for begin, _ in times[1:]), len(lines)]
    for (begin, end), until in zip(times, bounds, strict=True):
        behind = end
        most = until - 1 if until < len(lines) else _most(found, end, until)
        while behind < most and _answers(lines[behind].text, lines[end].text, lang):
            behind += 1
        while _goes_on(lines, end, behind, until, lang):
            behind += 1
        found.append(_told(lines[at:begin], lines[begin:end], _whole(lines[end:behind], lang), behind))
        at = behind
    return found


def _goes_on(lines: Sequence[Passage], first: int, at: int, until: int, lang: str) -> bool:
    """Whether those who answer go on with a line in small letters, which names somebody or ends the name above it.

    Not where the names of rows begin so; all but those of the last row leave the name of the next behind them.
    """
    if not first < at < min(until, first + MOST_LINES) or not all(
        _is_small(line) for line in (lines[first], lines[at])
    ):
        return False
    if _is_small(lines[0]) or (until < len(lines) and all(map(_is_small, lines[at + 1 : until]))):
        return False
    alone, joined = lines[at].text, join(lines[at - 1 : at + 1]).text
    return any(names_somebody(text, lang) and opens_as_somebody(text, lang) for text in (alone, joined))


def _is_small(line: Passage) -> bool:
    return line.text[:1].islower()


def _whole(who: Sequence[Passage], lang: str) -> list[Passage]:
    """Those who answer, a name on two lines as one."""
    found: list[Passage] = []
    for line in who:
        if found and not names_somebody(line.text, lang):
            found[-1] = join((found[-1], line))
        else:
            found.append(line)
    return found


def _answers(line: str, first: str, lang: str) -> bool:
    """Whether a line behind a time names who answers; behind a post in small letters one with a capital is a person."""
    if not (names_somebody(line, lang) and opens_as_somebody(line, lang)):
        return False
    return not (first[:1].islower() and line[:1].isupper()) or names_somebody(line, lang, persons=True)


def _most(found: Sequence[ToldRow], end: int, until: int) -> int:
    """The line up to which somebody may stand in the last row: as many as in the longest, for others sign below."""
    counted = Counter(len(row.responsible) for row in found)
    return min(until, end + max(counted, default=1))


def _time_behind(lines: Sequence[Passage], times: Sequence[tuple[int, int]], lang: str) -> list[ToldRow]:
    """Rows of a name, somebody before the time, and the time."""
    found: list[ToldRow] = []
    at = 0
    for begin, end in times:
        first = _first_of_somebody(lines, at, begin, lang)
        found.append(_told(lines[at:first], lines[begin:end], lines[first:begin], end))
        at = end
    return found


def _time_before(lines: Sequence[Passage], times: Sequence[tuple[int, int]], lang: str) -> list[ToldRow]:
    """Rows of a time, a name, and somebody before the next time."""
    if times[0][0]:
        return []
    found: list[ToldRow] = []
    for (begin, end), (behind, _) in pairwise([*times, (len(lines), len(lines))]):
        until = min(behind, end + MOST_LINES)
        if behind == len(lines):
            until = next((n for n in range(end + 1, until) if names_somebody(lines[n].text, lang)), until - 1) + 1
        first = _first_of_somebody(lines, end, until, lang)
        found.append(_told(lines[end:first], lines[begin:end], lines[first:until], until))
    return found


def _first_of_somebody(lines: Sequence[Passage], at: int, until: int, lang: str) -> int:
    """The first of the lines before a place that all name somebody; one is left before them."""
    first = until
    while first - 1 > at and names_somebody(lines[first - 1].text, lang):
        first -= 1
    return first


def _told(name: Sequence[Passage], time: Sequence[Passage], who: Sequence[Passage], end: int) -> ToldRow:
    section = name[0] if len(name) > 1 and (_SECTION.match(name[0].text) or name[0].text.isupper()) else None
    whole = [join(time)] if len(time) > 1 and _GOES_ON.search(time[0].text) else list(time)
    return ToldRow(list(name[1:] if section else name), whole, list(who), section, end)
