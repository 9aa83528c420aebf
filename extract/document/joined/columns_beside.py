"""Tables that go on to the right: other columns of the same rows, by a line that says so or by their titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from extract.document.blocks import EMPTY_CELL, Block, Cell, Row, Table
from extract.document.continued_tables import (
    TITLE_ROWS,
    are_titled,
    is_across,
    kind_of_column,
    letters_of,
    line_of_heading,
    number_of,
    numbers_columns,
    says_it_goes_on,
)

FEWEST_ROWS = 2
"""Numbered rows that two tables must share without a word that one goes on with the other."""
MOSTLY, MOSTLY_SHARED = 0.8, 0.7
"""Share of the rows of both tables whose names must be the same, and of the longer one's that both must have."""


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
        titles = tuple(takewhile(lambda row: not number_of(row) and not is_across(row), table.rows))
        rows = tuple(row for row in table.rows[len(titles) :] if not numbers_columns(row))
        width = max((len(row.cells) for row in (*titles, *rows)), default=0)
        titles = tuple(_spread(row, width) for row in titles)
        even = bool(titles) and all(len(row.cells) == width or is_across(row) for row in (*titles, *rows))
        return cls(titles, rows) if even and len(titles) <= TITLE_ROWS else None

    @property
    def numbered(self) -> dict[str, list[Row]]:
        """The rows by number; one without goes with the number above it."""
        found: dict[str, list[Row]] = {}
        number = ""
        for row in self.rows:
            number = number_of(row) or number
            if number and not is_across(row):
                found.setdefault(number, []).append(row)
        return found

    def shared(self, other: _Part) -> int:
        """How many of the first titles both have."""
        pairs = zip(self.titles[0].cells, other.titles[0].cells, strict=False)
        return sum(1 for _ in takewhile(lambda pair: letters_of(pair[0].text) == letters_of(pair[1].text), pairs))

    def is_told_more_by(self, other: _Part, same: int, lang: str) -> bool:
        """Whether all further titles of another table are known, and of columns that this one has not."""
        mine = {kind_of_column(cell.text, lang) for row in self.titles for cell in row.cells}
        further = [kind_of_column(cell.text, lang) for cell in other.titles[0].cells[same:]]
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
        alike = [letters_of(mine[n][0].cells[1].text) == letters_of(others[n][0].cells[1].text) for n in both]
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
            empty = () if is_across(row) and len(row.cells) == 1 else none.cells[same:]
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


def columns_beside(blocks: Sequence[Block], lang: str) -> list[Block]:
    """The blocks, a table with other columns of the rows of the table before it as columns of that one."""
    found: list[Block] = []
    for block in blocks:
        line = line_of_heading(found[-1]) if found else None
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
