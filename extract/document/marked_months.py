"""Plan-schedules whose columns are months, quarters, half-years or years, marked where a row is due: as one deadline.

    № | Мероприятие   | 2031 год               № | Мероприятие   | Срок
                      | янв | фев | мар   ->
    1 | Посадить сады |     |  +  |  +         1 | Посадить сады | февраль, март 2031 года

    Мероприятия      | 2031 год | 2032 год     Мероприятия      | Срок
    1. Посадить сады |    X     |    X     ->  1. Посадить сады | 2031, 2032 годы

Weeks may divide the months: "1 неделя сентября, 2 неделя сентября 2031 года"; each time is of the year above it.
A deadline points at the titles of its columns. A dash marks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile

from extract.document.blocks import EMPTY_CELL, Cell, Passage, Row, concatenate
from extract.document.times import (
    ROMAN_QUARTERS,
    TITLES,
    genitive,
    is_half,
    month_names,
    quarter_of,
    said,
    says_quarters,
    time_of,
    weeks_beneath,
)
from extract.lexicon.figures import figure_words
from extract.lexicon.words import words

TITLE_ROWS = 4
"""Rows that titles may take."""
DATED = frozenset({"deadline", "start", "end"})
NO_MEASURES = frozenset({"indicator", "result_indicator", "unit"})
"""Columns of a table in which a mark below a year is a value."""
MONTHS = 12
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
FEWEST_MONTHS, FEWEST_QUARTERS, FEWEST_YEARS = 5, 3, 2
MARK = re.compile(r"[+xхvѵ*✓✔☑■●•∨√]{1,3}|да|иә|ия", re.IGNORECASE)
DASHES = re.compile(r"[-–—−]+")
_DAY = re.compile(r"(?:[12]?\d|3[01])")
_YEAR = re.compile(r"(?:19[89]|20\d)\d")
_YEAR_ALONE = re.compile(rf"(?P<year>(?:19[89]|20\d)\d)(?:\s*-?\s*(?:{figure_words().year_words})\b\.?)?")
_SCHOOL_YEAR = re.compile(r"(?P<year>(?:19[89]|20\d)\d\s*[-–—/]\s*20\d\d)\b.*")
_PAIR = re.compile(
    rf"(?P<first>(?:19[89]|20\d)\d)\s*[-–—/]\s*(?P<last>20\d\d)(?:\s*(?:{figure_words().year_words})\b\.?)?"
)
_WRITTEN = {"ru": ("год", "годы", "учебный год"), "kk": ("жыл", "жылдар", "оқу жылы")}
"""A language's words behind a year, several years, and a school year."""


def with_deadlines(rows: Sequence[Row], lang: str) -> Sequence[Row]:
    """The rows of a table, columns of times that hold marks alone as one column of deadlines."""
    rows = _with_weeks_named(rows, lang)
    for at, row in enumerate(rows[:TITLE_ROWS]):
        names = _times_in(row, lang) or _numbered_times(rows[:at], row, lang)
        if not names or list(names) != list(range(min(names), max(names) + 1)):
            continue
        top = next((n for n in range(at, 0, -1) if rows[n].cells[0].paragraphs), 0)
        titles = [words(lang).column_titles.get(title, title) for title in _titles_beside(rows[top : at + 1], names)]
        are_years = all(map(_is_of_years, names.values()))
        if DATED & set(titles) or (are_years and not _are_of_measures(titles, lang)):
            continue
        above = () if are_years else rows[:at]
        times = _Times(row, names, _years_above(above, names, len(row.cells)), lang)
        body = [one for one in rows[at + 1 :] if not _numbers_columns(one)]
        if times.hold_marks([one for one in body if len(one.cells) == len(row.cells)]):
            return (*rows[:top], times.titles(rows[top]), *map(times.row, body))
    return rows


def _times_in(row: Row, lang: str) -> dict[int, str]:
    """The columns of times by a row of titles: their names; none where they are too few."""
    names = {n: name for n, cell in enumerate(row.cells) if (name := time_of(cell.text, lang))}
    fewest = FEWEST_MONTHS
    if names and all(" " in name or "-" in name for name in names.values()):
        fewest = FEWEST_YEARS if all(is_half(name, lang) for name in names.values()) else FEWEST_QUARTERS
    if len(names) >= fewest:
        return names
    if numbered := _roman_months(row, lang):
        return numbered
    years = {n: name for n, cell in enumerate(row.cells) if (name := _year_of(cell.text.strip(), lang))}
    return years if len(years) >= FEWEST_YEARS else {}


def _roman_months(row: Row, lang: str) -> dict[int, str]:
    """Columns titled by the Roman numbers of months in their order ("IX", "X", "XI", "XII", "I"); some stand above V,
    or they might be quarters.
    """
    numbers = {
        n: ROMAN_MONTHS.index(text) for n, cell in enumerate(row.cells) if (text := cell.text.strip()) in ROMAN_MONTHS
    }
    in_order = all((one + 1) % MONTHS == other for one, other in pairwise(numbers.values()))
    if len(numbers) < FEWEST_MONTHS or not in_order or max(numbers.values()) < FEWEST_MONTHS:
        return {}
    months = month_names(lang)
    return {n: months[number] for n, number in numbers.items()}


def _numbered_times(above: Sequence[Row], row: Row, lang: str) -> dict[int, str]:
    """Columns titled by numbers alone: months from 1 to 12 beneath a year, I to IV beneath a word for quarters."""
    texts = [cell.text.strip() for cell in row.cells]
    at = next((n for n, text in enumerate(texts) if text in ("1", "I")), len(texts))
    over = above[-1].cells[at].text if above and at < len(above[-1].cells) else ""
    numbers = [str(n + 1) for n in range(MONTHS)]
    if texts[at : at + MONTHS] == numbers and not any(texts[:at]) and _YEAR.search(over):
        return dict(enumerate(month_names(lang), at))
    quarters = list(takewhile(lambda text: text in ROMAN_QUARTERS, texts[at:]))
    if len(quarters) < FEWEST_QUARTERS or any(texts[:at]) or not says_quarters(over, lang):
        return {}
    return {at + n: quarter_of(text, lang) for n, text in enumerate(quarters)}


def _year_of(title: str, lang: str) -> str | None:
    """A year, a school year or two years, one after the other, by a title that is nothing else."""
    if match := _YEAR_ALONE.fullmatch(title):
        return match["year"]
    pair = _PAIR.fullmatch(title)
    if pair and int(pair["last"]) == int(pair["first"]) + 1:
        return f"{pair['first']}-{pair['last']} {_WRITTEN[lang][1]}"
    match = _SCHOOL_YEAR.fullmatch(title)
    return f"{match['year']} {_WRITTEN[lang][2]}" if match and figure_words().school_year.search(title) else None


def _is_of_years(name: str) -> bool:
    return bool(_YEAR.match(name))


def _titles_beside(rows: Sequence[Row], names: Mapping[int, str]) -> list[str]:
    """The titles of the columns that are no times; what stands over these is none of them."""
    width = len(rows[-1].cells)
    found = []
    for row in rows:
        behind = max(names) - width
        over = range(min(names), max(min(names) + 1, len(row.cells) + behind + 1))
        found += [cell.text.strip().casefold() for n, cell in enumerate(row.cells) if n not in over and cell.paragraphs]
    return found


def _are_of_measures(titles: Sequence[str], lang: str) -> bool:
    """Whether titles, known ones by their kind, speak of things to do, and not of figures."""
    stems = tuple(stem for stem, kind in words(lang).column_stems.items() if kind == "name")
    bare = ["".join(filter(str.isalpha, title)) for title in titles]
    return not NO_MEASURES & set(titles) and any(
        title == "name" or plain.startswith(stems) for title, plain in zip(titles, bare, strict=True)
    )


def _numbers_columns(row: Row) -> bool:
    """Whether a row numbers the columns of the table."""
    texts = [cell.text.strip(" .") for cell in row.cells]
    return len(texts) > FEWEST_YEARS and texts == [str(n + 1) for n in range(len(texts))]


def _with_weeks_named(rows: Sequence[Row], lang: str) -> Sequence[Row]:
    """The rows, titles of months over those of their weeks as one row of titles."""
    for at in range(min(TITLE_ROWS, len(rows) - 1)):
        if named := weeks_beneath(rows[at], rows[at + 1], lang):
            return (*rows[:at], named, *rows[at + 2 :])
    return rows


@dataclass(frozen=True, slots=True)
class _Times:
    """The columns of times: the row of their titles, each with its name in full, and the year above each."""

    row_of_titles: Row
    names: Mapping[int, str]
    years: Mapping[int, Passage]
    lang: str

    def hold_marks(self, body: Sequence[Row]) -> bool:
        """Whether what stands in the columns are marks, or days of a month."""
        filled = [row.cells[n].text.strip() for row in body for n in self.names if _says(row.cells[n])]
        return bool(filled) and all(MARK.fullmatch(text) or self._is_day(text) for text in filled)

    def _is_day(self, text: str) -> bool:
        return bool(_DAY.fullmatch(text)) and all(name.isalpha() for name in self.names.values())

    def titles(self, above: Row) -> Row:
        """The titles, one of a deadline in the place of all times."""
        first, behind = min(self.names), len(self.row_of_titles.cells) - max(self.names) - 1
        place = self.row_of_titles.cells[first].passage
        last = above.cells[len(above.cells) - behind :] if behind else ()
        return Row((*above.cells[:first], Cell((said(TITLES[self.lang], place),)), *last))

    def row(self, row: Row) -> Row:
        """A row, its marks as one deadline; one that is set across stays."""
        if len(row.cells) != len(self.row_of_titles.cells):
            return row
        first, last = min(self.names), max(self.names)
        return Row((*row.cells[:first], self._deadline(row), *row.cells[last + 1 :]))

    def _deadline(self, row: Row) -> Cell:
        marked = [n for n in self.names if _says(row.cells[n])]
        if not marked:
            return EMPTY_CELL
        pieces: list[Passage] = []
        for _, of_one in groupby(marked, key=lambda n: self.years[n].text if n in self.years else ""):
            columns = list(of_one)
            year = self.years.get(columns[0])
            if year is not None and self.lang == "kk":
                pieces.append(said(f"{', ' if pieces else ''}{year.text} жылғы ", year))
            for n in columns:
                led = self.lang == "kk" and year is not None and n == columns[0]
                title = self.row_of_titles.cells[n].passage
                pieces.append(said(f"{', ' if pieces and not led else ''}{self._name(n, row)}", title))
            if year is not None and self.lang == "ru":
                pieces.append(said(f" {year.text} года", year))
        if self.names[marked[-1]].isdigit():
            word = _WRITTEN[self.lang][len(marked) > 1]
            pieces.append(said(f" {word}", self.row_of_titles.cells[marked[-1]].passage))
        return Cell((concatenate(pieces),))

    def _name(self, at: int, row: Row) -> str:
        """The name of a column's time, behind the day where a row's mark is one."""
        day = row.cells[at].text.strip()
        return f"{day} {genitive(self.names[at], self.lang)}" if self._is_day(day) else self.names[at]


def _says(cell: Cell) -> bool:
    """Whether a cell holds more than a dash."""
    return bool(cell.paragraphs) and not DASHES.fullmatch(cell.text.strip())


def _years_above(rows: Sequence[Row], names: Mapping[int, str], width: int) -> dict[int, Passage]:
    """The year above each column of times: the one above them all, or that of the title set across it."""
    for row in reversed(rows):
        over = [cell for cell in row.cells for _ in range(cell.columns or 1)]
        over = over if len(over) == width else list(row.cells)
        if len(over) != width and sum(bool(_YEAR.search(cell.text)) for cell in over[min(names) :]) > 1:
            continue
        found: dict[int, Passage] = {}
        for n in names:
            year = _YEAR.search(over[n].text) if n < len(over) else None
            if year or found:
                found[n] = over[n].passage.group(year) if year else found[n - 1]
        if len(found) == len(names):
            return found
    return {}
