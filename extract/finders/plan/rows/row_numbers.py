"""The number of a measure's row: as it is printed, or by what else the row says where it prints none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.document.blocks import EMPTY_CELL, Cell, Row
from extract.finders.plan.columns.evidence import is_deadline
from extract.finders.plan.columns.kinds import PlanColumns
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.plan.rows.sums import begins_a_sum
from extract.values.label import lettered_number, split_label
from extract.values.money import years_alone

SAYS_A_MEASURE = ("deadline", "start", "end", "responsible", "completion_form")
"""Columns of which a row must fill one to be a measure where the table has no numbers: they are counted."""
ANSWERED = frozenset({"deadline", "responsible"})
"""Columns one of which a table must have for a row without a number to be a measure."""
PROVED = frozenset({"deadline", "responsible", "completion_form"})
"""Columns all of which tell a measure without a number, whatever stands in them."""
_WITH_COMMA = re.compile(r"\d{1,3}(?:,\d{1,2})+")


@dataclass(frozen=True, slots=True)
class RowNumbers:
    """Tells the numbers of the rows of one table."""

    columns: PlanColumns
    lang: str

    def number_of(
        self, row: Row, cells: Mapping[str, Cell], last: str, leading: str
    ) -> tuple[str, Mapping[str, Cell], bool]:
        """The number of a row as a measure, "" where it is none; its cells by column, without the number before the
        name; and whether it has a cell for every column.

        `last` is the number of the measure above, `leading` that of one without a time, for which rows beneath have it.
        A row of too few or too many cells is a measure only where it goes on with the plan's own numbers.
        """
        kinds, number = self.columns.kinds, self._label(row.cells[0])
        if "number" not in kinds:
            number, cells = self._before_name(cells, last)
        elif "number" in cells and kinds[0] != "number":
            number = self._label(cells["number"])
        following = cells.get("number", EMPTY_CELL).text.strip(" .)")
        whole = self.columns.fits(row)
        printed = self._lettered(cells) if whole else None
        if printed or (not number and following == next_number(last)):
            number = printed or following  # "1000", which might be a year elsewhere
        if not number and whole and leading and self._is_beneath(cells):
            number = leading
        if not number and (told := self._unnumbered(row, cells)):
            number, cells, whole = next_number(last) or "1", told, True
        goes_on = whole or (last.isdigit() and number == next_number(last))
        return number if goes_on else "", cells, whole

    def _label(self, cell: Cell) -> str:
        label = split_label(cell.text, self.lang)
        return label.number if label else ""

    def _before_name(self, cells: Mapping[str, Cell], last: str) -> tuple[str, Mapping[str, Cell]]:
        """The number of a row in a table without numbers: that before its name, else that after the last; its cells."""
        name = cells.get("name", EMPTY_CELL)
        if not name.paragraphs or not says_a_measure(cells):
            return "", cells
        first, *others = name.paragraphs
        label = split_label(first.text, self.lang)
        if label is None or label.kind or not first.text[label.rest :].strip():
            return next_number(last) or "1", cells
        return label.number, {**cells, "name": Cell((first[label.rest :].strip(), *others), name.apart)}

    def _lettered(self, cells: Mapping[str, Cell]) -> str | None:
        """The number with a letter ("А.1") or a comma ("6,1") of a row that says what a measure says; None for any
        other, such as one of titles that a new page repeats ("п/п").
        """
        printed = cells.get("number", EMPTY_CELL).text
        if not says_a_measure(cells) or not cells.get("name", EMPTY_CELL).paragraphs:
            return None
        if _WITH_COMMA.fullmatch(printed.strip(" .)")):
            return printed.strip(" .)").replace(",", ".")
        return lettered_number(printed) if kind_of_title(printed, self.lang) != "number" else None

    def _is_beneath(self, cells: Mapping[str, Cell]) -> bool:
        """Whether a row without a number is one of those that the row above without a time leads in ("1 | Repair of
        schools | |" over " | School of the village | 2031 | 12,0"): it has a name, a time, and more than these.
        """
        name = cells.get("name", EMPTY_CELL).text
        said = {column for column, cell in cells.items() if cell.paragraphs}
        if not name or name[0].islower() or "number" in said or begins_a_sum(name, self.lang):
            return False
        due = cells.get("deadline", EMPTY_CELL).text
        return bool(said - {"name", "deadline"}) and (is_deadline(due, self.lang) or bool(years_alone(due)))

    def _unnumbered(self, row: Row, cells: Mapping[str, Cell]) -> Mapping[str, Cell] | None:
        """The cells of a row that has all that a measure has but a number; None for any other row.

        Its name may be set across the number's column; else when it is due must be understood, or it says who answers
        and with what proof, too.
        """
        kinds = self.columns.kinds
        if "number" not in kinds or "name" not in kinds or not ANSWERED & set(kinds):
            return None
        across = kinds[:2] == ("number", "name") and len(row.cells) == len(kinds) - 1
        if across:
            cells = {kind: cell for kind, cell in zip(kinds[1:], row.cells, strict=True) if kind}
        elif len(row.cells) != len(kinds) or cells["number"].paragraphs:
            return None
        if begins_a_sum(cells["name"].text, self.lang):
            return None
        wanted = [column for column in SAYS_A_MEASURE if column in kinds]
        dated = cells.get("deadline", EMPTY_CELL).text
        if not cells["name"].paragraphs or not all(cells[column].paragraphs for column in wanted):
            return None
        if across or "deadline" not in kinds or is_deadline(dated, self.lang):
            return cells
        titled = any(kind_of_title(cell.text, self.lang) == column for column, cell in cells.items())
        return cells if set(wanted) >= PROVED and not titled else None


def says_a_measure(cells: Mapping[str, Cell]) -> bool:
    """Whether a row says by when, who answers, or with what proof."""
    return any(cells.get(column, EMPTY_CELL).paragraphs for column in SAYS_A_MEASURE)


def next_number(number: str) -> str:
    """The number behind one in figures; "" behind any other."""
    return str(int(number) + 1) if number.isdigit() else ""
