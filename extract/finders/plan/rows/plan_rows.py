"""Rows of a plan's table as items: which is a measure, which an indicator, a part of it, further money or a sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extract.document.blocks import EMPTY_CELL, Cell, Passage, Row
from extract.document.ditto import is_ditto
from extract.finders.plan.columns.kinds import TOTAL, PlanColumns, is_numbering
from extract.finders.plan.columns.money_plans import NAMED
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.plan.rows.groups import is_of_a_year
from extract.finders.plan.rows.items import IndicatorRow, OddRow, PlanHeading, PlanItem, PlanRow, TableRow, TotalRow
from extract.finders.plan.rows.row_headings import (
    heading_across,
    heading_alone,
    headings_across,
    numbered_heading,
    parts_among,
)
from extract.finders.plan.rows.row_numbers import SAYS_A_MEASURE, RowNumbers, next_number, says_a_measure
from extract.finders.plan.rows.sums import (
    begins_a_sum,
    is_a_sum,
    is_of_a_part,
    only_money,
    part_of_sum,
    sum_across,
    sums,
)
from extract.lexicon.words import words
from extract.values.label import split_indicator_label, split_label

ROW_COLUMNS = frozenset({"number", "name", "responsible"})
"""Columns without which rows of a table are no measures."""
OPENING = frozenset({"name", "deadline"})
"""Columns that a table without numbers may begin with, whose words alone may name the rows beneath."""
GROUP_COLUMNS = ("goal", "direction", "task")
"""Columns whose filled cells open a group of the rows from there on."""
_IN_WORDS = re.compile(r"[^\W\d_]{3}")
KINDS = {"indicator": "target", "result-indicator": "result", "result_indicator": "result"}
"""What a label or a title makes of an indicator."""


def read_rows(rows: Sequence[Row], columns: PlanColumns, lang: str, last: str) -> Iterator[PlanItem]:
    """The items of a plan's table, in printed order; `last` is the number of the measure before it."""
    told = (
        [row for row in rows if row.cells and not begins_a_sum(row.cells[0].text, lang)] if _has_parts(columns) else ()
    )
    reader = _Rows(columns, lang, RowNumbers(columns, lang), last, parts=parts_among(told, lang))
    for row in rows:
        yield from reader.read(row)
    yield from reader.close()


def _has_parts(columns: PlanColumns) -> bool:
    return "number" not in columns.kinds and columns.kinds[:1] != () and columns.kinds[0] in OPENING


@dataclass(slots=True)
class _Rows:
    """Reads rows one by one; holds back the last item, for the rows beneath may belong to it.

    `kind` is that of the indicators being read, None among measures; `chaptered` is true below a row that is a
    chapter or a direction; `divided` is the number of the measure below which "в том числе:" stands.
    """

    columns: PlanColumns
    lang: str
    numbers: RowNumbers
    last: str = ""
    kind: str | None = None
    held: PlanRow | IndicatorRow | None = None
    chaptered: bool = False
    opened: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    above: Mapping[str, Cell] = field(default_factory=dict)
    divided: str = ""
    summed: bool = False
    """Whether the row above sums up the plan, or is a part of that sum."""
    parts: frozenset[str] = frozenset()
    """The words of the rows that name parts of a table without numbers."""
    leading: str = ""
    """The number of the row above that says no time, though the table does: rows beneath may be due in its place."""

    def close(self, number: str = "") -> Iterator[IndicatorRow | PlanRow | PlanHeading]:
        """What is held back; a name alone is a heading where the number of the row behind it goes on from its own."""
        held, self.held = self.held, None
        if isinstance(held, PlanRow) and number.startswith(f"{held.number}.") and only_named(held):
            name = held.cells["name"].passage
            yield numbered_heading(held.number, name, name, inside=self.chaptered, leads=True)
        elif held:
            yield held

    def read(self, row: Row) -> Iterator[PlanItem]:
        """What a row closes, or is."""
        filled = [cell for cell in row.cells if cell.paragraphs]
        if len(filled) == 1 and self._is_across(row):
            yield from self.close()
            self.kind, self.leading = None, ""
            headings = headings_across(filled[0], self.lang)
            self.chaptered = self.chaptered or headings[0].kind in ("chapter", "direction")
            yield from headings
        elif _is_plan(self.columns) and not is_numbering(row):
            cells = self.columns.cells(row)
            if self._is_part_of_held(row, cells):
                return
            alone = self._heading(row, cells)
            if alone:
                yield from self.close()
                self.kind, self.leading, self.chaptered = None, "", self.chaptered or alone.kind is not None
                yield alone
                return
            yield from self._groups(cells)
            found = self._indicator(row, cells)
            yield from self._other(row, self._repeated(cells)) if found is None else found

    def _is_across(self, row: Row) -> bool:
        """Whether the only words of a row are set across it, or stand where numbers do ("СЕНТЯБРЬ | | |")."""
        if len(row.cells) < len(self.columns.kinds):
            return True
        first = row.cells[0].text
        if "number" not in self.columns.kinds:
            return self.kind is None and first in self.parts
        return self.columns.kinds[:1] == ("number",) and (bool(_IN_WORDS.search(first)) or is_of_a_year(first))

    def _is_part_of_held(self, row: Row, cells: Mapping[str, Cell]) -> bool:
        """Whether a row is a part of the measure above ("в том числе:" and the names beneath), which it then proves.

        Its number is empty, and so is all that a measure says; without a lead-in it is a name alone, in small letters.
        """
        name, held = cells.get("name", EMPTY_CELL), self.held
        if not isinstance(held, PlanRow) or "number" not in cells or not name.paragraphs:
            return False
        if cells["number"].paragraphs or says_a_measure(cells):
            return False
        leads = name.text.strip(" :").casefold() in words(self.lang).breakdown_leads
        alone = sum(bool(cell.paragraphs) for cell in row.cells) == 1
        part = leads or held.number == self.divided or (alone and name.text[:1].islower())
        if not part or kind_of_title(name.text, self.lang) == TOTAL:
            return False
        self.divided = held.number if leads else self.divided
        self.held = replace(held, more=(*held.more, TableRow({"name": name}, row)))
        return True

    def _repeated(self, cells: Mapping[str, Cell]) -> Mapping[str, Cell]:
        """The cells of a row, those that only repeat what stands above ("-//-", «__», "то же") as what stands there."""
        above = self.above
        self.above = {
            column: above[column]
            if column in above and column in SAYS_A_MEASURE and is_ditto(cell.text, self.lang)
            else cell
            for column, cell in cells.items()
        }
        return self.above

    def _groups(self, cells: Mapping[str, Cell]) -> Iterator[PlanItem]:
        """The headings that a row's cells of groups are; one repeated from the row above opens none."""
        for column in GROUP_COLUMNS:
            passage = cells.get(column, EMPTY_CELL).passage
            if not passage.text or self.opened.get(column) == passage.text:
                continue
            yield from self.close()
            self.opened = {
                kind: self.opened[kind] for kind in GROUP_COLUMNS[: GROUP_COLUMNS.index(column)] if kind in self.opened
            }
            self.opened[column] = passage.text
            label = split_label(passage.text, self.lang)
            self.counts[column] = self.counts.get(column, 0) + 1
            number = label.number if label else str(self.counts[column])
            yield PlanHeading(column, number, passage[label.rest if label else 0 :].strip(), passage, labelled=True)

    def _heading(self, row: Row, cells: Mapping[str, Cell]) -> PlanHeading | None:
        """A number, a name or both alone in a row as a heading; among indicators a name is none without a number."""
        numbered = heading_across(row, self.columns, self.last, self.lang)
        return numbered or heading_alone(row, cells, self.lang, unnumbered=not self.kind)

    def _indicator(self, row: Row, cells: Mapping[str, Cell]) -> list[IndicatorRow | PlanRow | PlanHeading] | None:
        """A row read as one of indicators: what it closes; None where it is none.

        A label says so; among indicators, also a row that has neither form nor deadline: with the next number, or
        a unit or bodies of its own, it is an indicator whose label is lost, else it breaks down the one above ("1."
        in front of each is no number).
        """
        name = cells.get("name", EMPTY_CELL).passage
        label = split_label(name.text, self.lang)
        if label and label.kind in KINDS:
            self.kind = KINDS[label.kind]
            return self._open(label.number, name[label.rest :].strip(), row, cells)
        printed = split_label(cells.get("number", EMPTY_CELL).text, self.lang)
        if printed and (bare := split_indicator_label(name.text, self.lang)):
            self.kind = KINDS[bare.kind or ""]
            return self._open(printed.number, name[bare.rest :].strip(), row, cells)
        if self.kind is None or any(
            cells.get(column, EMPTY_CELL).paragraphs for column in ("completion_form", "deadline")
        ):
            return None
        number = printed.number if printed else cells.get("number", EMPTY_CELL).text.strip()
        owned = any(cells.get(column, EMPTY_CELL).paragraphs for column in ("unit", "responsible"))
        held = self.held.number if isinstance(self.held, IndicatorRow) else None
        if number.isdigit() and (owned or held is None or number == next_number(held)):
            return self._open(number, name, row, cells)
        if isinstance(self.held, IndicatorRow) and name.text:
            self.held = replace(self.held, parts=(*self.held.parts, TableRow(cells, row)))
            return []
        return None

    def _open(
        self, number: str, name: Passage, row: Row, cells: Mapping[str, Cell]
    ) -> list[IndicatorRow | PlanRow | PlanHeading]:
        """What an indicator closes that is held back from now on."""
        closed = list(self.close())
        self.held = IndicatorRow(self.kind or "target", number, name, cells, row, self.columns)
        return closed

    def _other(self, row: Row, cells: Mapping[str, Cell]) -> Iterator[PlanItem]:
        """What a row closes, or is, that is no heading and no indicator: a measure, money of the one above, a sum."""
        number, cells, whole = self.numbers.number_of(row, cells, self.last, self.leading)
        if number:
            yield from self._numbered(number, cells, row, whole=whole)
        elif self.summed and (part := part_of_sum(row, cells, self.columns, self.lang)):
            yield TotalRow(part, row, self.columns, part=True)
        elif not whole and (summed := sum_across(row, self.columns, self.lang)):
            yield from self.close()
            self.summed = True
            yield TotalRow(summed, row, self.columns)
        elif not whole or "number" not in cells or cells["number"].paragraphs:
            yield from [OddRow(row)] if whole or is_of_a_part(row, self.lang) else []
        elif isinstance(self.held, PlanRow) and only_money(cells):
            self.held = replace(self.held, more=(*self.held.more, TableRow(cells, row)))
        elif sums(cells) and not is_of_a_part(row, self.lang):
            yield from self.close()
            self.summed = is_a_sum(row, self.lang)
            yield TotalRow(cells, row, self.columns)
        else:
            yield OddRow(row)

    def _numbered(self, number: str, cells: Mapping[str, Cell], row: Row, *, whole: bool) -> Iterator[PlanItem]:
        """What a row with a number closes; it is held back as a measure where it has more than that."""
        yield from self.close(number)
        self.kind, self.last = None, number
        if number != self.leading:
            timeless = "deadline" in self.columns.kinds and not cells.get("deadline", EMPTY_CELL).paragraphs
            self.leading = number if timeless else ""
        if is_bare(cells):
            yield OddRow(row)
        else:
            self.summed = False
            self.held = PlanRow(number, cells, row, whole, self.columns)


def _is_plan(columns: PlanColumns) -> bool:
    kinds = set(columns.kinds)
    answered = "name" in kinds and bool(kinds & {"deadline", "start", "end", "responsible"})
    return kinds >= ROW_COLUMNS or answered or (kinds >= NAMED and columns.first_of_money is not None)


def only_named(row: PlanRow) -> bool:
    """Whether a row has a number and a name, and dashes at most besides."""
    return (
        bool(row.cells.get("name", EMPTY_CELL).paragraphs)
        and not row.more
        and not any(
            letter.isalnum()
            for column, cell in row.cells.items()
            if column not in ("number", "name")
            for letter in cell.text
        )
    )


def is_bare(cells: Mapping[str, Cell]) -> bool:
    """Whether a row has nothing but its number."""
    return not any(
        character.isalnum() for column, cell in cells.items() if column != "number" for character in cell.text
    )
