"""Signs that a table goes on: a line that says so, numbers that follow, titles that tables have.

"Продолжение таблицы 2"; "8" behind "7"
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from extract.document.blocks import Block, ListItem, Passage, Row, Table
from extract.document.printed_marks import may_be_title
from extract.lexicon.words import words

LONGEST_LEAD = 3
"""Words of a line that ends with a word for what goes on, whatever goes on: "жоспардың жалғасы"."""
MOST_STRUCK = 3
"""Rows that may be missing between two tables where one goes on with the other."""
TITLE_ROWS = 3
FEWEST_TITLES = 2
"""Known titles of a row that is one of titles."""
_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:[.-]\d{1,3})*)[\s.,)]*")
_NOT_LETTERS = re.compile(r"[\W_]+")
_ASIDE = re.compile(r"\([^()]*\)|,.*", re.DOTALL)


def line_of_heading(block: Block) -> Passage | None:
    """The words of a block that may be a heading between two tables."""
    if isinstance(block, Table) or not block.passage.text:
        return None
    if isinstance(block, ListItem) and not _NUMBER.fullmatch(block.marker):
        return None
    return block.passage if may_be_title(block.passage.text) else None


def says_it_goes_on(text: str, lang: str) -> bool:
    """Whether a line says that a table goes on: "Продолжение таблицы 2"."""
    said = re.findall(r"[^\W\d_]+", text.casefold())
    known = words(lang).continued_leads
    return " ".join(said) in known or (0 < len(said) <= LONGEST_LEAD and said[-1] in known)


def follows(last: str, number: str) -> bool:
    """Whether a number goes on from the last one: "8" behind "7", "7.10", "8" and "8.1" behind "7.9"."""
    if not last or not number:
        return False
    before, behind = (tuple(map(int, re.split("[.-]", one))) for one in (last, number))
    if len(before) == 1 and len(behind) == 1:
        return behind[0] == before[0] + 1
    if behind[0] == before[0]:
        return behind > before if len(before) > 1 else behind == (*before, 1)
    return behind[0] == before[0] + 1 and all(part == 1 for part in behind[1:])


def follows_soon(last: str, number: str) -> bool:
    """Whether a number goes on from the last one where rows between them have been struck out: "10" behind "8"."""
    return last.isdigit() and number.isdigit() and 0 < int(number) - int(last) <= MOST_STRUCK + 1


def number_of(row: Row) -> str:
    """The number that a row begins with; empty where it has none."""
    match = _NUMBER.fullmatch(row.cells[0].text.strip()) if row.cells else None
    return match["number"] if match else ""


def numbers_columns(row: Row) -> bool:
    """Whether a row numbers the columns: "1 | 2 | 3"."""
    return all(_NUMBER.fullmatch(cell.text.strip()) for cell in row.cells)


def are_titled(rows: Sequence[Row], lang: str) -> bool:
    """Whether the first of some rows names columns that tables have."""
    known = _known_titles(lang)
    titles = rows[0].cells if rows else ()
    return sum(letters_of(cell.text) in known for cell in titles if cell.paragraphs) >= FEWEST_TITLES


@cache
def _known_titles(lang: str) -> Mapping[str, str]:
    """The kinds of columns by the letters of their titles."""
    return {letters_of(title): kind for title, kind in words(lang).column_titles.items()}


def kind_of_column(title: str, lang: str) -> str | None:
    """The kind of a column by its title, or by that without what is in brackets or behind a comma: "Сумма, тенге"."""
    kinds = _known_titles(lang)
    return kinds.get(letters_of(title)) or kinds.get(letters_of(_ASIDE.sub("", title)))


def kinds_named(rows: Sequence[Row], lang: str) -> frozenset[str]:
    """The kinds of columns that the first of some rows names."""
    titles = rows[0].cells if rows else ()
    return frozenset(kind for cell in titles if (kind := kind_of_column(cell.text, lang)))


def letters_of(text: str) -> str:
    """What titles and names are compared by: their letters and figures, else all of them."""
    return _NOT_LETTERS.sub("", text.casefold()) or text.strip()


def is_across(row: Row) -> bool:
    """Whether one cell of a row alone has words."""
    return sum(bool(cell.paragraphs) for cell in row.cells) == 1
