"""Plan-schedules whose columns are months or quarters, marked where a row is due: the marks as one deadline a row.

    № | Мероприятие   | 2031 год               № | Мероприятие   | Срок
                      | янв | фев | мар   ->
    1 | Посадить сады |     |  +  |  +         1 | Посадить сады | февраль, март 2031 года

Weeks may divide the months: "1 неделя сентября, 2 неделя сентября 2031 года".
A deadline points at the titles of its columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.document.blocks import EMPTY_CELL, Cell, Passage, Row, concatenate
from extract.document.times import TITLES, genitive, said, time_of, weeks_beneath
from extract.lexicon.words import words

TITLE_ROWS = 3
"""Rows that titles may take."""
DATED = frozenset({"deadline", "start", "end"})
FEWEST_MONTHS, FEWEST_QUARTERS = 5, 3
_MARK = re.compile(r"[+xхvѵ*✓✔☑■●•∨]{1,3}", re.IGNORECASE)
_DAY = re.compile(r"(?:[12]?\d|3[01])")
_YEAR = re.compile(r"20\d\d")


def with_deadlines(rows: Sequence[Row], lang: str) -> Sequence[Row]:
    """The rows of a table, columns of months or quarters that hold marks alone as one column of deadlines."""
    titles = words(lang).column_titles
    titled = {titles.get(cell.text.strip().casefold()) for row in rows[:TITLE_ROWS] for cell in row.cells}
    if DATED & titled:
        return rows
    rows = _with_weeks_named(rows, lang)
    for at, row in enumerate(rows[:TITLE_ROWS]):
        found = [(n, name) for n, cell in enumerate(row.cells) if (name := time_of(cell.text, lang))]
        is_of_months = len(found) >= FEWEST_MONTHS or (
            len(found) >= FEWEST_QUARTERS and all(" " in name for _, name in found)
        )
        places = [n for n, _ in found]
        if not is_of_months or places != list(range(places[0], places[-1] + 1)):
            continue
        times = _Times(row, dict(found), _year_above(rows[:at], places[0]), lang)
        body = [one for one in rows[at + 1 :] if len(one.cells) == len(row.cells)]
        if times.hold_marks(body):
            above = rows[at - 1] if at and not row.cells[0].paragraphs else row
            return (*rows[: at - (above is not row)], times.titles(above), *map(times.row, rows[at + 1 :]))
    return rows


def _with_weeks_named(rows: Sequence[Row], lang: str) -> Sequence[Row]:
    """The rows, titles of months over those of their weeks as one row of titles."""
    for at in range(min(TITLE_ROWS, len(rows) - 1)):
        if named := weeks_beneath(rows[at], rows[at + 1], lang):
            return (*rows[:at], named, *rows[at + 2 :])
    return rows


@dataclass(frozen=True, slots=True)
class _Times:
    """The columns of times: the row of their titles, each with its name in full, and the year above them."""

    row_of_titles: Row
    names: Mapping[int, str]
    year: Passage | None
    lang: str

    def hold_marks(self, body: Sequence[Row]) -> bool:
        """Whether what stands in the columns are marks, or days of a month."""
        filled = [row.cells[n].text.strip() for row in body for n in self.names if row.cells[n].paragraphs]
        return bool(filled) and all(_MARK.fullmatch(text) or self._is_day(text) for text in filled)

    def _is_day(self, text: str) -> bool:
        return bool(_DAY.fullmatch(text)) and not any(" " in name for name in self.names.values())

    def titles(self, above: Row) -> Row:
        """The titles, one of a deadline in the place of all times."""
        first, behind = min(self.names), len(self.row_of_titles.cells) - max(self.names) - 1
        place = self.row_of_titles.cells[first].passage
        cells = above.cells if above is not self.row_of_titles else self.row_of_titles.cells
        last = cells[len(cells) - behind :] if behind else ()
        return Row((*cells[:first], Cell((said(TITLES[self.lang], place),)), *last))

    def row(self, row: Row) -> Row:
        """A row, its marks as one deadline; one that is set across stays."""
        if len(row.cells) != len(self.row_of_titles.cells):
            return row
        first, last = min(self.names), max(self.names)
        return Row((*row.cells[:first], self._deadline(row), *row.cells[last + 1 :]))

    def _deadline(self, row: Row) -> Cell:
        marked = [n for n in self.names if row.cells[n].paragraphs]
        if not marked:
            return EMPTY_CELL
        pieces: list[Passage] = []
        for n in marked:
            title, day = self.row_of_titles.cells[n].passage, row.cells[n].text.strip()
            name = f"{day} {genitive(self.names[n], self.lang)}" if self._is_day(day) else self.names[n]
            pieces.append(said(name if not pieces else f", {name}", title))
        if self.year is not None and self.lang == "kk":
            pieces.insert(0, said(f"{self.year.text} жылғы ", self.year))
        elif self.year is not None:
            pieces.append(said(f" {self.year.text} года", self.year))
        return Cell((concatenate(pieces),))


def _year_above(rows: Sequence[Row], at: int) -> Passage | None:
    """The year in the title above the first month."""
    for row in reversed(rows):
        for cell in row.cells[at : at + 1]:
            if year := _YEAR.search(cell.text):
                return cell.passage.group(year)
    return None
