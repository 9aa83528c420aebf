"""Deadlines in two columns, a year and a quarter or a month of it, as one.

№ | Мероприятие  | Год  | Квартал         № | Мероприятие  | Срок
1 | Посадить сад | 2031 | IV          ->  1 | Посадить сад | 4 квартал 2031 года
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document.blocks import Cell, Passage, Row, concatenate
from extract.document.times import ROMAN_QUARTERS, TITLES, quarter_of, said, time_of
from extract.lexicon.words import words

TITLE_ROWS = 3
_TITLES = {
    "ru": (("год", "годы"), ("квартал", "кварталы", "месяц", "месяцы", "полугодие")),
    "kk": (("жыл", "жылы", "жылдар"), ("тоқсан", "тоқсаны", "ай", "айы", "жартыжылдық")),
}
"""The titles of a column of years, and of one of their parts."""
_YEAR = re.compile(r"(?P<year>20\d\d)(?!\d)[^\d]{0,8}")
DATED = frozenset({"deadline", "start", "end"})
_FIGURES = frozenset("1234")


def with_times_joined(rows: Sequence[Row], lang: str) -> Sequence[Row]:
    """The rows of a table, its columns of years and of their quarters or months as one column of deadlines."""
    of_years, of_parts = _TITLES[lang]
    for titles in rows[:TITLE_ROWS]:
        named = [cell.text.strip(" .:").casefold() for cell in titles.cells]
        years, parts = ([n for n, title in enumerate(named) if title in some] for some in (of_years, of_parts))
        known = {words(lang).column_titles.get(title) for n, title in enumerate(named) if n not in parts}
        if len(years) != 1 or len(parts) != 1 or known & DATED:
            continue
        year, part = years[0], parts[0]
        wide = [row for row in rows if len(row.cells) == len(named) and row is not titles]
        told = {id(row): joined for row in wide if (joined := _joined(row.cells[year], row.cells[part], lang))}
        if 2 * len(told) <= sum(bool(row.cells[year].paragraphs) for row in wide):
            continue
        told[id(titles)] = Cell((said(TITLES[lang], titles.cells[year].passage),))
        return [
            _without(row, min(year, part), max(year, part), told.get(id(row), row.cells[year]))
            if row is titles or any(row is one for one in wide)
            else row
            for row in rows
        ]
    return rows


def _joined(year: Cell, part: Cell, lang: str) -> Cell | None:
    """A year and a part of it as one deadline; the year alone where the other cell is empty, None for other words."""
    match = _YEAR.fullmatch(year.text.strip())
    if match is None:
        return None
    if not part.paragraphs:
        return year
    text = part.text.strip(" .")
    if text.upper() in ROMAN_QUARTERS or text in _FIGURES:
        name: str | None = (
            quarter_of(text.upper(), lang) if not text.isdigit() else quarter_of(_ROMAN[int(text) - 1], lang)
        )
    else:
        name = time_of(text, lang)
    if name is None:
        return None
    told, of_year = said(name, part.passage), match["year"]
    pieces: list[Passage] = (
        [told, said(f" {of_year} года", year.passage)]
        if lang == "ru"
        else [said(f"{of_year} жылғы ", year.passage), told]
    )
    return Cell((concatenate(pieces),))


_ROMAN = ("I", "II", "III", "IV")


def _without(row: Row, first: int, last: int, time: Cell) -> Row:
    """A row with one cell of time in the place of the first of two."""
    return replace(row, cells=(*row.cells[:first], time, *row.cells[first + 1 : last], *row.cells[last + 1 :]))
