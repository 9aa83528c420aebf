"""Deadlines in two columns, a year and a quarter or a month of it, as one.

№ | Мероприятие  | Год  | Квартал         № | Мероприятие  | Срок
1 | Посадить сад | 2031 | IV          ->  1 | Посадить сад | IV квартал 2031 года

№ | Мероприятие  | Квартал            № | Мероприятие  | Срок
1 | Посадить сад | IV             ->  1 | Посадить сад | IV квартал
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from extract.document.blocks import Cell, Row, concatenate, join
from extract.document.marked_months import DATED
from extract.document.times import TITLES, month_names, said
from extract.lexicon.words import words
from kzedu_graph.language.letters import CYRILLIC_TO_LATIN

TITLE_ROWS = 3
MONTH = "month"
"""What the lexicon calls a column of months; of other parts of a year, the word behind their number."""
_YEAR = re.compile(r"(?P<year>20\d\d)(?!\d)[^\d]{0,8}")
_MONTHS = re.compile(r"\d{1,2}(?:\s*[-–—,]\s*\d{1,2})*")
_FIGURE = re.compile(r"\d{1,2}")
_NUMBERS = re.compile(r"(?:[1-4]|I{1,3}|IV)(?:\s*[-–—,]\s*(?:[1-4]|I{1,3}|IV))*", re.IGNORECASE)


def with_times_joined(rows: Sequence[Row], lang: str) -> Sequence[Row]:
    """The rows of a table, its columns of years and of their quarters or months as one column of deadlines; so is one
    of quarters or months by their numbers alone.
    """
    of_years, of_parts = words(lang).year_titles, words(lang).year_part_titles
    for titles in rows[:TITLE_ROWS]:
        named = [cell.text.strip(" .:").casefold() for cell in titles.cells]
        years, parts = ([n for n, title in enumerate(named) if title in some] for some in (of_years, of_parts))
        known = {words(lang).column_titles.get(title) for n, title in enumerate(named) if n not in parts}
        if len(years) > 1 or len(parts) != 1 or known & DATED:
            continue
        part = parts[0]
        wide = [row for row in rows if len(row.cells) == len(named) and row is not titles]
        word = of_parts[named[part]]
        if not years:
            return _parts_named(rows, titles, wide, part, word, lang)
        year = years[0]
        told = {id(row): _joined(row.cells[year], row.cells[part], word, lang) for row in wide}
        if 2 * sum(bool(_YEAR.fullmatch(row.cells[year].text.strip())) for row in wide) <= len(wide):
            continue
        told[id(titles)] = Cell((said(TITLES[lang], titles.cells[year].passage),))
        return [
            _without(row, min(year, part), max(year, part), told[id(row)]) if id(row) in told else row for row in rows
        ]
    return rows


def _joined(year: Cell, part: Cell, word: str, lang: str) -> Cell:
    """A year and a part of it as one deadline ("2031" and "IV" of a column of quarters), other words one behind the
    other; the year alone where the other cell is empty, or where both number the columns.
    """
    match, text = _YEAR.fullmatch(year.text.strip()), part.text.strip(" .")
    if not text or (match is None and year.text.strip(" .").isdigit()):
        return year
    if match is None:
        return Cell((join((part.passage, year.passage)),))
    told, of_year = part.passage.strip(" ."), match["year"]
    if word == MONTH and _MONTHS.fullmatch(text):
        told = said(_FIGURE.sub(partial(_month, lang=lang), text), part.passage)
    if word and word != MONTH and _NUMBERS.fullmatch(text.translate(CYRILLIC_TO_LATIN)):
        told = said(f"{text} {word}" if lang == "ru" else f"{text}-{word}", part.passage)
    pieces = (
        [told, said(f" {of_year} года", year.passage)]
        if lang == "ru"
        else [said(f"{of_year} жылғы ", year.passage), told]
    )
    return Cell((concatenate(pieces),))


def _parts_named(rows: Sequence[Row], titles: Row, wide: Sequence[Row], at: int, word: str, lang: str) -> Sequence[Row]:
    """The rows, the numbers of a column of quarters or months with their word; as they are where few cells are such."""
    filled = [row for row in wide if row.cells[at].paragraphs and not _is_numbering(row)]
    named = {id(row): cell for row in filled if (cell := _part_named(row.cells[at], word, lang))}
    if 2 * len(named) < max(1, len(filled)):
        return rows
    named[id(titles)] = Cell((said(TITLES[lang], titles.cells[at].passage),))
    return [
        replace(row, cells=(*row.cells[:at], named[id(row)], *row.cells[at + 1 :])) if id(row) in named else row
        for row in rows
    ]


def _part_named(cell: Cell, word: str, lang: str) -> Cell | None:
    """A number of a quarter or a month with its word ("IV" of a column of quarters); None for other words."""
    text = cell.text.strip(" .")
    if word == MONTH:
        numbers = [int(number) for number in _FIGURE.findall(text)]
        if not _MONTHS.fullmatch(text) or not all(1 <= number <= len(month_names(lang)) for number in numbers):
            return None
        return Cell((said(_FIGURE.sub(partial(_month, lang=lang), text), cell.passage),))
    if not _NUMBERS.fullmatch(text.translate(CYRILLIC_TO_LATIN)):
        return None
    return Cell((said(f"{text} {word}" if lang == "ru" else f"{text}-{word}", cell.passage),))


def _is_numbering(row: Row) -> bool:
    """Whether a row numbers the columns: 1, 2, 3 ..."""
    return [cell.text.strip(" .") for cell in row.cells] == [str(n + 1) for n in range(len(row.cells))]


def _month(number: re.Match[str], lang: str) -> str:
    """The name of the month of a number, which stays where it is no month's."""
    names = month_names(lang)
    return names[int(number[0]) - 1] if 1 <= int(number[0]) <= len(names) else number[0]


def _without(row: Row, first: int, last: int, time: Cell) -> Row:
    """A row with one cell of time in the place of the first of two."""
    return replace(row, cells=(*row.cells[:first], time, *row.cells[first + 1 : last], *row.cells[last + 1 :]))
