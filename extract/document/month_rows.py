"""Rows due in a month that stands beside their deadline: in a row set across above them, in a column, above the table.

№ | Мероприятие    | Кто              № | Мероприятие    | Кто | Срок
Сентябрь                         ->   Сентябрь
1 | Собрать листья | Все              1 | Собрать листья | Все | Сентябрь

Месяц    | Неделя   | Мероприятие         Месяц              | Мероприятие
Сентябрь | 1 неделя | Собрать листья  ->  Сентябрь, 1 неделя | Собрать листья
         | 2 неделя | Полить сад          Сентябрь, 2 неделя | Полить сад
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.document.blocks import EMPTY, Cell, Passage, Row, join
from extract.document.times import TITLES, is_time_alone, said
from extract.lexicon.words import words

TITLE_ROWS = 3
FEWEST_COLUMNS = 2
_WORD = re.compile(r"\w+")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_FIGURE = re.compile(r"\d{1,2}|[IVX]{1,3}", re.IGNORECASE)
_LABEL = re.compile(r"(?:\d{1,2}\s*-\s*бөлім|раздел\s+\d{1,2}|[IVX]{1,4}|\d{1,2})\s*[.:)]\s*", re.IGNORECASE)
_DAYS = re.compile(r"\d{1,2}(?:\s*[-–—]\s*\d{1,2})?")
_PARTS = frozenset(
    ("month-part", "week-word", "until", "day-word", "in", "course", "month-unit", "month-word", "last", "edge")
) | {"ordinal", "ordinal-ending"}
"""Words that tell a part of a month, or all of it."""
_COLUMNS = {
    "ru": ("месяц", ("неделя", "недели", "число", "дата", "день", "дни")),
    "kk": ("ай", ("апта", "аптасы", "апталар", "күні", "күндері")),
}
"""What the title of a column of months begins with, and the titles of a column of their parts."""


def with_months(rows: Sequence[Row], lang: str, above: Passage = EMPTY) -> Sequence[Row]:
    """The rows of a table, the month that stands above some of them as their deadline, or before it.

    `above` is the line above the table. A row that is a month alone is set across.
    """
    at = next((n for n, row in enumerate(rows[:TITLE_ROWS]) if _are_titles(row, lang)), None)
    if at is None:
        return rows
    body = rows[at + 1 :]
    across = {id(row): month for row in body if (month := _month_across(row, lang))}
    columns = _Columns.of(rows[at], [row for row in body if id(row) not in across], lang)
    month = above if is_time_alone(above.text, lang) else EMPTY
    if not (across or month.text or columns.are_months):
        return rows
    found: list[Row] = []
    for row in body:
        if id(row) in across:
            month = across[id(row)]
            found.append(Row(tuple(cell for cell in row.cells if cell.paragraphs)))
        elif len(row.cells) != columns.width:
            found.append(row)
        else:
            month = columns.month_of(row) or month
            found.append(columns.dated(row, month))
    first = next(iter(across.values()), month)
    return (*rows[:at], columns.titled(rows[at], first), *(row for row in found if not columns.is_numbering(row)))


def _are_titles(row: Row, lang: str) -> bool:
    """Whether a row names some column that a plan has, and none of its cells is a month alone."""
    titles = [_NOT_LETTERS.sub("", cell.text.casefold()) for cell in row.cells if cell.paragraphs]
    stems = words(lang).column_stems
    known = sum(title in words(lang).column_titles or any(title.startswith(stem) for stem in stems) for title in titles)
    return len(titles) >= FEWEST_COLUMNS and known > 0


def _month_across(row: Row, lang: str) -> Passage | None:
    """The month that a row's only words are."""
    filled = [cell for cell in row.cells if cell.paragraphs]
    if len(filled) != 1:
        return None
    label = _LABEL.match(filled[0].text)
    month = filled[0].passage[label.end() if label else 0 :].strip()
    return month if is_time_alone(month.text, lang) else None


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a table has its deadlines and the parts of months, and whether its deadlines are months alone."""

    width: int
    lang: str
    deadline: int | None
    part: int | None
    are_months: bool

    @classmethod
    def of(cls, titles: Row, body: Sequence[Row], lang: str) -> _Columns:
        """The columns by their titles; those of months also by what stands in them."""
        named = [_NOT_LETTERS.sub(" ", cell.text.casefold()).strip() for cell in titles.cells]
        month, parts = _COLUMNS[lang]
        deadline = next((n for n, title in enumerate(named) if _is_deadline(title, lang) and title not in parts), None)
        part = next((n for n, title in enumerate(named) if title in parts), None)
        deadline, part = (part, None) if deadline is None else (deadline, part)
        cells = [row.cells[deadline] for row in body if deadline is not None and len(row.cells) == len(named)]
        filled = [cell.text for cell in cells if cell.paragraphs]
        are_months = bool(filled) and all(is_time_alone(text, lang) for text in filled)
        first = deadline == 0 or (deadline is not None and named[deadline].startswith(month))
        return cls(len(named), lang, deadline, part, are_months and first)

    def month_of(self, row: Row) -> Passage | None:
        """The month in a row's own column of months."""
        cell = row.cells[self.deadline] if self.are_months and self.deadline is not None else None
        return cell.passage if cell and cell.paragraphs else None

    def dated(self, row: Row, month: Passage) -> Row:
        """A row with the month before its deadline, or as its deadline where it has none."""
        if not month.text:
            return row if self.deadline is not None else Row((*row.cells, Cell()))
        if self.deadline is None:
            return Row((*row.cells, Cell((month,))))
        own = row.cells[self.part if self.are_months and self.part is not None else self.deadline].passage
        if self.are_months and self.part is None:
            own = EMPTY
        if own.text and not self._is_part(own.text):
            return row
        whole = join((own, month)) if _DAYS.fullmatch(own.text) else join((month, own), ", ")
        cells = list(row.cells)
        cells[self.deadline] = Cell((whole,))
        return Row(tuple(cells))

    def _is_part(self, text: str) -> bool:
        """Whether words tell nothing but a part of a month: "2 неделя", "до 10 числа", "ай бойы"."""
        tags = words(self.lang).tags
        found = _WORD.findall(text.casefold())
        return all(_FIGURE.fullmatch(word) or tags.get(word, ("", ""))[0] in _PARTS for word in found)

    def titled(self, titles: Row, month: Passage) -> Row:
        """The titles, one of the deadline where there is none."""
        return titles if self.deadline is not None else Row((*titles.cells, Cell((said(TITLES[self.lang], month),))))

    def is_numbering(self, row: Row) -> bool:
        """Whether a row numbers the columns, of which there are more now."""
        texts = [cell.text.strip(" .") for cell in row.cells if cell.paragraphs]
        return self.deadline is None and len(texts) == self.width and texts == [str(n + 1) for n in range(self.width)]


def _is_deadline(title: str, lang: str) -> bool:
    stems = tuple(stem for stem, kind in words(lang).column_stems.items() if kind == "deadline")
    return words(lang).column_titles.get(title) == "deadline" or title.replace(" ", "").startswith(stems)
