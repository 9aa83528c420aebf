"""Plans whose every table is torn down the middle: the left half, and right behind it a table of the right half.

17 | Купить книги | Отчёт | УО | 2031 год          2031 год | 12,4 |      | местный бюджет
18 | Купить парты | Акт   | УО | 2032 год          2032 год |      | 10,0 | местный бюджет
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.document.blocks import Block, Row, Table
from extract.finders.plan.columns.kinds import PlanColumns, is_numbering
from extract.lexicon.words import words


@dataclass(frozen=True, slots=True)
class Halves:
    """The columns of the left and of the right half, as the titles of the first two tables gave them."""

    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()

    @classmethod
    def of(cls, whole: PlanColumns, left: int) -> Halves:
        """Those of columns whose first so many stand in the left half; none where all do."""
        return cls(whole.kinds[:left], whole.kinds[left:]) if left < len(whole.kinds) else cls()

    def joined(self, rows: Sequence[Row], behind: Block | None, lang: str) -> tuple[Row, ...] | None:
        """The rows of a left half without titles, each with the cells of the right half behind it.

        The right one may say again what the last column of the left one says, or alone what is wanting there. None
        where the table behind is no right half of these rows.
        """
        taking = [row for row in rows if is_row_of_its_own(row, lang)]
        if not self.right or not isinstance(behind, Table) or not taking or len(taking) != len(behind.rows):
            return None
        left, right = _width(taking), _width(behind.rows)
        again = left + right - len(self.left) - len(self.right)
        if left not in (len(self.left), len(self.left) - 1) or again not in (0, 1):
            return None
        if again and not _say_the_same(taking, behind.rows):
            return None
        cells = {id(row): other.cells[again:] for row, other in zip(taking, behind.rows, strict=True)}
        return tuple(Row((*row.cells, *cells.get(id(row), ())), len(row.cells)) for row in rows)


def is_row_of_its_own(row: Row, lang: str) -> bool:
    """Whether a row is no heading, and no lead-in that has an empty row beside it ("в том числе:")."""
    filled = [cell.text for cell in row.cells if cell.paragraphs]
    if not filled or is_numbering(row) or len(row.cells) == 1:
        return False
    return len(filled) > 1 or filled[0].strip(" :").casefold() not in words(lang).breakdown_leads


def _width(rows: Sequence[Row]) -> int:
    """The columns of a table: those of its widest row, each cell by how many it covers."""
    return max(sum(cell.columns or 1 for cell in row.cells) for row in rows)


def _say_the_same(left: Sequence[Row], right: Sequence[Row]) -> bool:
    pairs = [(one.cells[-1].text, other.cells[0].text) for one, other in zip(left, right, strict=True)]
    return 2 * sum("".join(one.split()) == "".join(other.split()) for one, other in pairs) > len(pairs)
