"""Plan-schedules whose columns are months or quarters, marked where a row is due: the marks as one deadline a row.

    № | Мероприятие   | 2031 год               № | Мероприятие   | Срок
                      | янв | фев | мар   ->
    1 | Посадить сады |     |  +  |  +         1 | Посадить сады | февраль, март 2031 года

A deadline points at the titles of its columns.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.document.blocks import EMPTY_CELL, Cell, Passage, Row, concatenate
from extract.lexicon.words import words

TITLE_ROWS = 3
"""Rows that titles may take."""
DATED = frozenset({"deadline", "start", "end"})
FEWEST_MONTHS, FEWEST_QUARTERS = 5, 3
SHORTEST_MONTH = 3
"""Letters of a month's name that is cut short."""
_MARK = re.compile(r"[+xхvѵ*✓✔☑■●•∨]{1,3}", re.IGNORECASE)
_DAY = re.compile(r"(?:[12]?\d|3[01])")
_QUARTER = re.compile(r"(?P<number>IV|I{1,3}|[1-4])\s*[-–]?\s*(?P<word>[^\W\d]+)\.?", re.IGNORECASE)
_ROMAN = ("I", "II", "III", "IV")
_YEAR = re.compile(r"20\d\d")
_TITLE = {"ru": "Срок", "kk": "Мерзімі"}


def with_deadlines(rows: Sequence[Row], lang: str) -> Sequence[Row]:
    """The rows of a table, columns of months or quarters that hold marks alone as one column of deadlines."""
    titles = words(lang).column_titles
    titled = {titles.get(cell.text.strip().casefold()) for row in rows[:TITLE_ROWS] for cell in row.cells}
    if DATED & titled:
        return rows
    for at, row in enumerate(rows[:TITLE_ROWS]):
        found = [(n, name) for n, cell in enumerate(row.cells) if (name := _time_of(cell.text, lang))]
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
        return Row((*cells[:first], Cell((_said(_TITLE[self.lang], place),)), *last))

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
            name = f"{day} {_genitive(self.names[n], self.lang)}" if self._is_day(day) else self.names[n]
            pieces.append(_said(name if not pieces else f", {name}", title))
        if self.year is not None and self.lang == "kk":
            pieces.insert(0, _said(f"{self.year.text} жылғы ", self.year))
        elif self.year is not None:
            pieces.append(_said(f" {self.year.text} года", self.year))
        return Cell((concatenate(pieces),))


def _said(text: str, place: Passage) -> Passage:
    """Words that stand for those of a place."""
    offsets = list(place.offsets[: len(text)])
    return Passage(text, array("I", offsets + offsets[-1:] * (len(text) - len(offsets))))


def _year_above(rows: Sequence[Row], at: int) -> Passage | None:
    """The year in the title above the first month."""
    for row in reversed(rows):
        for cell in row.cells[at : at + 1]:
            if year := _YEAR.search(cell.text):
                return cell.passage.group(year)
    return None


def _time_of(title: str, lang: str) -> str | None:
    """A month by its name, perhaps cut short, or a quarter; None for any other title."""
    bare = title.strip(" .").casefold()
    forms = _months(lang)
    found = {forms[form] for form in forms if form.startswith(bare)} if len(bare) >= SHORTEST_MONTH else set()
    if len(found) == 1:
        return found.pop()
    quarter = _QUARTER.fullmatch(title.strip())
    noun = _quarter(lang)
    if quarter is None or not noun.startswith(quarter["word"].casefold()):
        return None
    written = quarter["number"].upper()
    number = written if written.isdigit() else str(_ROMAN.index(written) + 1)
    return f"{number} {noun}" if lang == "ru" else f"{number}-{noun} "


@cache
def _months(lang: str) -> Mapping[str, str]:
    """Every form of a month's name, with the first of them."""
    named: dict[str, str] = {}
    forms: dict[str, str] = {}
    for form, (tag, value) in words(lang).tags.items():
        if tag == "month":
            forms[form] = named.setdefault(value, form)
    return forms


@cache
def _quarter(lang: str) -> str:
    return next(form for form, (tag, _) in words(lang).tags.items() if tag == "quarter-word")


def _genitive(month: str, lang: str) -> str:
    """A month behind a day: the second form that the lexicon has of it in Russian."""
    if lang == "kk":
        return month
    forms = [form for form, first in _months(lang).items() if first == month]
    return forms[1] if len(forms) > 1 else month
