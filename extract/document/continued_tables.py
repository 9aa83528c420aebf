"""Tables that go on: below a line that names a part of them, or to the right, with other columns of the same rows.

№ | Мероприятие | Форма            № | Мероприятие | Форма | Срок
Кадры                              Кадры
1 | Обучить     | Отчет     ->     1 | Обучить     | Отчет | Май
продолжение таблицы
№ | Мероприятие | Срок
1 | Обучить     | Май
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile, zip_longest

from extract.document.blocks import (
    EMPTY_CELL,
    Block,
    Cell,
    Document,
    ListItem,
    Passage,
    Row,
    Table,
    join,
)
from extract.document.printed_marks import may_be_title
from extract.lexicon.words import words

LONGEST_LEAD = 3
"""Words of a line that ends with a word for what goes on, whatever goes on: "жоспардың жалғасы"."""
MOST_LINES = 3
"""Lines in capitals that may be one heading between two tables."""
MOST_STRUCK = 3
"""Rows that may be missing between two tables where one goes on with the other."""
TITLE_ROWS = 3
FEWEST_TITLES = 2
"""Known titles of a row that is one of titles."""
FEWEST_WIDE = 3
"""Columns of tables that are parts of one below headings."""
FEWEST_ROWS = 2
"""Numbered rows that two tables must share without a word that one goes on with the other."""
MOSTLY, MOSTLY_SHARED = 0.8, 0.7
"""Share of the rows of both tables whose names must be the same, and of the longer one's that both must have."""
_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:[.-]\d{1,3})*)[\s.,)]*")
_NOT_LETTERS = re.compile(r"[\W_]+")
_ASIDE = re.compile(r"\([^()]*\)|,.*", re.DOTALL)


def with_tables_whole(document: Document) -> Document:
    """A document whose tables hold the rows and the columns that they go on with."""
    below = _below(document.blocks, document.lang)
    return replace(document, blocks=tuple(_beside(below, document.lang)))


def _below(blocks: Sequence[Block], lang: str) -> list[Block]:
    """The blocks, a table without titles whose numbers go on from the one above as rows of it.

    A line between the two, or several in capitals, is set across; one that says that the table goes on is left out.
    """
    found: list[Block] = []
    bare: set[int] = set()
    for block in blocks:
        lines = _lines_behind_a_table(found) if isinstance(block, Table) else []
        above = found[-1 - len(lines)] if len(found) > len(lines) else None
        if not isinstance(block, Table) or not isinstance(above, Table):
            found.append(block)
            continue
        titled = bool(lines) and not says_it_goes_on(join(lines).text, lang)
        goes_on = _goes_on(above, block, lang) or (titled and _is_a_part(above, block, lang))
        if goes_on or (titled and _is_a_part_without_numbers(above, block, lang, joined=id(above) in bare)):
            across = (_across(join(lines), len(above.rows[0].cells)),) if titled else ()
            del found[-1 - len(lines) :]
            whole = Table((*above.rows, *across, *block.rows))
            bare.update({id(whole)} if not _numbered(whole) else ())
            found.append(whole)
        else:
            found.append(block)
    return found


def _numbered(table: Table) -> list[Row]:
    """The rows of a table that have a number."""
    return [row for row in table.rows if _number_of(row) and not _numbers_columns(row)]


def _is_a_part(above: Table, below: Table, lang: str) -> bool:
    """Whether a table below a heading has rows as wide as those above, all numbered: further on, or counted anew where
    a heading stands right below the titles, too.
    """
    width = len(above.rows[0].cells)
    numbers = [_number_of(row) for row in below.rows if len(row.cells) == width or not _is_across(row)]
    if width < FEWEST_WIDE or not all(numbers) or not numbers or not are_titled(above.rows, lang):
        return False
    if are_titled(below.rows, lang) or any(len(row.cells) != width and not _is_across(row) for row in below.rows):
        return False
    told = [_number_of(row) for row in _numbered(above)]
    parted = len(above.rows) > 1 and any(len(row.cells) == 1 for row in above.rows[1:TITLE_ROWS])
    anew = numbers[0] in ("1", "1.1") and parted
    later = bool(told) and told[-1].isdigit() and numbers[0].isdigit() and int(numbers[0]) > int(told[-1])
    return (anew or later) and len(above.rows) > 1


def _is_a_part_without_numbers(above: Table, below: Table, lang: str, *, joined: bool) -> bool:
    """Whether a table below a heading has the rows of titles that stand alone above, rows as wide as these."""
    width = len(above.rows[0].cells)
    alone = joined or all(_numbers_columns(row) for row in above.rows[1:])
    if not alone or not are_titled(above.rows, lang) or are_titled(below.rows, lang):
        return False
    return all(len(row.cells) == width or _is_across(row) for row in below.rows)


def _lines_behind_a_table(blocks: Sequence[Block]) -> list[Passage]:
    """The last lines that may be one heading: one, or up to three in capitals."""
    lines: list[Passage] = []
    for block in reversed(blocks[-MOST_LINES:]):
        line = _line(block)
        if line is None or (lines and not (line.text.isupper() and lines[0].text.isupper())):
            break
        lines.insert(0, line)
    return lines


def _line(block: Block) -> Passage | None:
    """The words of a block that may be a heading between two tables."""
    if isinstance(block, Table) or not block.passage.text:
        return None
    if isinstance(block, ListItem) and not _NUMBER.fullmatch(block.marker):
        return None
    return block.passage if may_be_title(block.passage.text) else None


def _across(line: Passage, width: int) -> Row:
    return Row((Cell((line,), columns=width),))


def says_it_goes_on(text: str, lang: str) -> bool:
    """Whether a line says that a table goes on: "Продолжение таблицы 2"."""
    said = re.findall(r"[^\W\d_]+", text.casefold())
    known = words(lang).continued_leads
    return " ".join(said) in known or (0 < len(said) <= LONGEST_LEAD and said[-1] in known)


def _goes_on(above: Table, below: Table, lang: str) -> bool:
    """Whether rows have the width of the titles above, and numbers that go on from the last one there."""
    if not below.rows or not are_titled(above.rows, lang) or are_titled(below.rows, lang):
        return False
    width = len(above.rows[0].cells)
    numbers = [number for row in above.rows if len(row.cells) == width and (number := _number_of(row))]
    first = _number_of(below.rows[0])
    last = numbers[-1] if numbers and len(below.rows[0].cells) == width else ""
    if first and not [row for row in above.rows if _number_of(row) and not _numbers_columns(row)]:
        return len(below.rows[0].cells) == width
    return bool(first) and (follows(last, first) or follows_soon(last, first))


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


def _number_of(row: Row) -> str:
    match = _NUMBER.fullmatch(row.cells[0].text.strip()) if row.cells else None
    return match["number"] if match else ""


def _numbers_columns(row: Row) -> bool:
    return all(_NUMBER.fullmatch(cell.text.strip()) for cell in row.cells)


def are_titled(rows: Sequence[Row], lang: str) -> bool:
    """Whether the first of some rows names columns that tables have."""
    known = _known_titles(lang)
    titles = rows[0].cells if rows else ()
    return sum(_letters(cell.text) in known for cell in titles if cell.paragraphs) >= FEWEST_TITLES


@cache
def _known_titles(lang: str) -> Mapping[str, str]:
    """The kinds of columns by the letters of their titles."""
    return {_letters(title): kind for title, kind in words(lang).column_titles.items()}


def _kind(title: str, lang: str) -> str | None:
    """The kind of a column by its title, or by that without what is in brackets or behind a comma: "Сумма, тенге"."""
    kinds = _known_titles(lang)
    return kinds.get(_letters(title)) or kinds.get(_letters(_ASIDE.sub("", title)))


def kinds_named(rows: Sequence[Row], lang: str) -> frozenset[str]:
    """The kinds of columns that the first of some rows names."""
    return frozenset(kind for cell in rows[0].cells if (kind := _kind(cell.text, lang))) if rows else frozenset()


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", text.casefold()) or text.strip()


@dataclass(frozen=True, slots=True)
class _Part:
    """A table with one width: its titles, and its rows by the number above or in them, those set across apart."""

    titles: tuple[Row, ...]
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, table: Table, lang: str) -> _Part | None:
        """None where the table has no titles, or its rows are not as wide as these."""
        if not are_titled(table.rows, lang):
            return None
        titles = tuple(takewhile(lambda row: not _number_of(row) and not _is_across(row), table.rows))
        rows = tuple(row for row in table.rows[len(titles) :] if not _numbers_columns(row))
        width = max((len(row.cells) for row in (*titles, *rows)), default=0)
        titles = tuple(_spread(row, width) for row in titles)
        even = bool(titles) and all(len(row.cells) == width or _is_across(row) for row in (*titles, *rows))
        return cls(titles, rows) if even and len(titles) <= TITLE_ROWS else None

    @property
    def numbered(self) -> dict[str, list[Row]]:
        """The rows by number; one without goes with the number above it."""
        found: dict[str, list[Row]] = {}
        number = ""
        for row in self.rows:
            number = _number_of(row) or number
            if number and not _is_across(row):
                found.setdefault(number, []).append(row)
        return found

    def shared(self, other: _Part) -> int:
        """How many of the first titles both have."""
        pairs = zip(self.titles[0].cells, other.titles[0].cells, strict=False)
        return sum(1 for _ in takewhile(lambda pair: _letters(pair[0].text) == _letters(pair[1].text), pairs))

    def is_told_more_by(self, other: _Part, same: int, lang: str) -> bool:
        """Whether all further titles of another table are known, and of columns that this one has not."""
        mine = {_kind(cell.text, lang) for row in self.titles for cell in row.cells}
        further = [_kind(cell.text, lang) for cell in other.titles[0].cells[same:]]
        return all(kind and kind not in mine for kind in further)

    def beside(self, other: _Part, lang: str, *, said: bool, parted: bool) -> Table | None:
        """The table with the further columns of another that has its rows, or nearly all of them; None else.

        `said` tells that a line between the two says that the table goes on; without it they share the names too, or
        the other has the very same numbers and known columns that this one lacks; both where `parted` tells that a
        line says something else. Rows of the other alone stand last.
        """
        same = self.shared(other)
        mine, others = self.numbered, other.numbered
        both = [number for number in mine if number in others]
        if not 0 < same < len(other.titles[0].cells) or len(both) < MOSTLY_SHARED * max(len(mine), len(others)):
            return None
        alike = [_letters(mine[n][0].cells[1].text) == _letters(others[n][0].cells[1].text) for n in both]
        whole = list(mine) == list(others) and self.is_told_more_by(other, same, lang)
        shares_names = same > 1
        enough = shares_names and whole if parted else shares_names or whole
        if not said and (len(both) < FEWEST_ROWS or not enough):
            return None
        if not both or (same > 1 and sum(alike) < MOSTLY * len(alike)):
            return None
        none, mine_none = (Row((EMPTY_CELL,) * len(part.titles[0].cells)) for part in (other, self))
        titles = zip_longest(self.titles, other.titles)
        joined = [
            Row(((one or mine_none).cells + (further or none).cells[same:]), len(mine_none.cells))
            for one, further in titles
        ]
        further, behind = self._further(others, same)
        for row in self.rows:
            empty = () if _is_across(row) and len(row.cells) == 1 else none.cells[same:]
            joined.append(Row((*row.cells, *further.get(id(row), empty)), len(row.cells)))
            joined.extend(behind.get(id(row), ()))
        missing = len(self.titles[0].cells) - same
        for row in (row for number, rows in others.items() if number not in mine for row in rows):
            joined.append(Row((*row.cells[:same], *(EMPTY_CELL,) * missing, *row.cells[same:])))
        return Table(tuple(joined))

    def _further(
        self, others: Mapping[str, Sequence[Row]], same: int
    ) -> tuple[dict[int, tuple[Cell, ...]], dict[int, list[Row]]]:
        """The further cells of each row, and the rows behind it where the other table has more of its number."""
        cells: dict[int, tuple[Cell, ...]] = {}
        behind: dict[int, list[Row]] = {}
        empty = (EMPTY_CELL,) * len(self.titles[0].cells)
        for number, rows in self.numbered.items():
            for n, row in enumerate(others.get(number, ())):
                if n < len(rows):
                    cells[id(rows[n])] = row.cells[same:]
                else:
                    behind.setdefault(id(rows[-1]), []).append(Row((*empty, *row.cells[same:])))
        return cells, behind


def _spread(row: Row, width: int) -> Row:
    """A row of titles with a cell for each column that it has one for; one set across stands in its first."""
    if len(row.cells) == width or sum(cell.columns or 1 for cell in row.cells) != width:
        return row
    spread = (((cell, *(EMPTY_CELL,) * ((cell.columns or 1) - 1))) for cell in row.cells)
    return Row(tuple(one for cells in spread for one in cells))


def _is_across(row: Row) -> bool:
    return sum(bool(cell.paragraphs) for cell in row.cells) == 1


def _beside(blocks: Sequence[Block], lang: str) -> list[Block]:
    """The blocks, a table with other columns of the rows of the table before it as columns of that one."""
    found: list[Block] = []
    for block in blocks:
        line = _line(found[-1]) if found else None
        said = line is not None and says_it_goes_on(line.text, lang)
        parted = line is not None
        above = found[-2 if parted else -1] if len(found) > parted else None
        part = _Part.of(block, lang) if isinstance(block, Table) and isinstance(above, Table) else None
        before = _Part.of(above, lang) if part and isinstance(above, Table) else None
        whole = before.beside(part, lang, said=said, parted=parted) if part and before else None
        if whole:
            del found[-2 if parted else -1 :]
        found.append(whole or block)
    return found
