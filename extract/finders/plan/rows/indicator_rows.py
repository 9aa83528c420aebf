"""Rows of a table of indicators with a column a year as items: indicators, their parts, headings between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate

from extract.document.blocks import EMPTY, EMPTY_CELL, Cell, Document, Passage, Row, Table, join
from extract.document.ditto import is_ditto
from extract.finders.plan.columns.indicator_columns import NAMES, indicator_columns, kind_of_indicator_title
from extract.finders.plan.columns.kinds import TOTAL, PlanColumns, is_numbering
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.plan.rows.heading_numbers import told_apart
from extract.finders.plan.rows.items import GROUP_LABELS, IndicatorRow, OddRow, PlanItem, TableRow
from extract.finders.plan.rows.plan_rows import KINDS
from extract.finders.plan.rows.row_headings import row_heading_of
from extract.lexicon.words import words
from extract.values.label import split_label
from extract.values.target import is_blank

SHORTEST_DEED = 4
"""Words of a deed that stands for an indicator."""
_NUMBER = re.compile(r"\d{1,3}(?:[.-]\d{1,3})*")


def read_indicator_table(rows: Sequence[Row], lang: str, since: int | None = None) -> Iterator[PlanItem]:
    """The indicators of a table of indicators and the headings between them, in printed order.

    Their kind is said by the title. Rows without numbers are counted, but where all years lie before the year `since`:
    such a table tells what was.
    """
    columns = indicator_columns(rows, lang)
    if columns is None or ("number" not in columns.kinds and since and int(max(columns.years)) < since):
        return
    reader = _IndicatorRows(columns, lang, "result" if "result_indicator" in columns.kinds else "target")
    body = [row for row in rows[columns.titles :] if not is_numbering(row)]
    for n, row in enumerate(body):
        yield from reader.read(row, body[n + 1] if n + 1 < len(body) else None)
    yield from reader.close()


@dataclass(slots=True)
class _IndicatorRows:
    """Reads rows one by one; holds back the last indicator, for the rows beneath may break it down."""

    columns: PlanColumns
    lang: str
    kind: str
    held: IndicatorRow | None = None
    count: int = 0
    unit: Cell = EMPTY_CELL
    """The last unit that stood in words, which marks of repetition beneath it stand for."""
    lead: Passage = EMPTY
    """Words set across the table that the names beneath them complete: "Выбросы в атмосферу:"."""
    below_task: bool = False
    """Whether the row above is a task."""
    unended: Passage = EMPTY
    """Words set across the row above, with which those of the next may go on in small letters."""

    def close(self) -> Iterator[IndicatorRow]:
        """What is held back."""
        held, self.held = self.held, None
        if held:
            yield held

    def read(self, row: Row, behind: Row | None = None) -> Iterator[PlanItem]:
        """What a row closes, or is; `behind` is the next."""
        told = _by_width(row, self.columns.kinds) or self.columns.cells(row)
        told = {**told, **_across_years(row, self.columns.kinds)}
        cells = {"name" if kind in NAMES else kind: cell for kind, cell in told.items()}
        filled = [cell for cell in row.cells if cell.paragraphs]
        if kind_of_title(filled[0].text, self.lang) == TOTAL and not self._valued(cells):
            return  # a sum of weights
        first = filled[0].passage
        unended, self.unended = self.unended, EMPTY
        name = first if len(filled) == 1 and self._is_across(row) else cells.get("name", EMPTY_CELL).passage
        label = split_label(name.text, self.lang)
        if label and label.kind in KINDS:
            self.kind = KINDS[label.kind]
            yield from self._open(label.number, name[label.rest :].strip(), row, cells)
        elif len(filled) == 1 and self._is_deed(row, first, behind):
            yield from self._counted(row, cells, name)
            self.below_task = False
        elif len(filled) == 1 and self._is_heading(row, first):
            if first.text.strip(" :").casefold() not in words(self.lang).breakdown_leads:
                yield from self.close()
                heading = row_heading_of(first, self.lang)
                leads = (
                    first.text.rstrip().endswith(":")
                    and not heading.kind
                    and not kind_of_indicator_title(first.text, self.lang)
                )
                self.unended = EMPTY if leads else first
                whole = join((unended, first)) if first.text[:1].islower() else first
                self.lead = whole.strip(" :") if leads else EMPTY
                self.below_task = heading.kind == "task"
                yield heading
        elif "number" in self.columns.kinds:
            yield from self._numbered(row, cells, name)
        else:
            yield from self._counted(row, cells, name)

    def _is_across(self, row: Row) -> bool:
        return len(row.cells) < len(self.columns.kinds)

    def _is_deed(self, row: Row, name: Passage, behind: Row | None) -> bool:
        """Whether a name alone right below a task, with nothing more of the task beneath it, is its indicator: a deed
        that no figures measure ("Поэтапное внедрение ...").
        """
        if not self.below_task or self.held or self._is_across(row) or "number" in self.columns.kinds:
            return False
        alone = behind is None or (self._is_across(behind) and len(behind.cells) == 1)
        return alone and bool(row.cells[0].paragraphs) and len(name.text.split()) >= SHORTEST_DEED

    def _is_heading(self, row: Row, words_of_row: Passage) -> bool:
        """Whether the only filled cell of a row is set across it, is labelled as a group or stands where numbers do."""
        if self._is_across(row) or not self.held:
            return True
        label = split_label(words_of_row.text, self.lang)
        numbers = row.cells[0] if self.columns.kinds[0] == "number" else EMPTY_CELL
        return bool(label and label.kind in GROUP_LABELS) or any(map(str.isalpha, numbers.text))

    def _numbered(self, row: Row, cells: Mapping[str, Cell], name: Passage) -> Iterator[PlanItem]:
        """A row of a table with numbers: a part of the one above where it has no number of its own.

        "1." in front of each part is no number; "1.1" is one, and has the unit of 1 where it says none.
        """
        bare = split_label(cells.get("number", EMPTY_CELL).text, self.lang)
        number = bare.number if bare else cells.get("number", EMPTY_CELL).text.strip()
        owned = any(cells.get(column, EMPTY_CELL).paragraphs for column in ("unit", "responsible"))
        held = self.held.number if self.held else None
        inner = not number.isdigit() and number != held
        if _NUMBER.fullmatch(number) and (inner or owned or held is None or number == _behind(held)):
            unit = self.held.cells.get("unit") if self.held and inner and number.startswith(f"{held}.") else None
            if unit and not cells.get("unit", EMPTY_CELL).paragraphs:
                cells = {**cells, "unit": unit}
            yield from self._open(number, name, row, cells)
        elif self.held and name.text:
            self._add(row, cells)
        else:
            yield OddRow(row)

    def _counted(self, row: Row, cells: Mapping[str, Cell], name: Passage) -> Iterator[PlanItem]:
        """A row of a table without numbers: the next indicator, or a part of one that has no values itself."""
        if not name.text:
            yield OddRow(row)
        elif name.text.strip(" :").casefold() in words(self.lang).breakdown_leads and not self._valued(cells):
            return  # "в том числе:" between a whole and its parts, which have rows of their own
        elif self.held and not self._valued(self.held.cells) and not cells.get("unit", EMPTY_CELL).paragraphs:
            self._add(row, cells)
        else:
            label = split_label(name.text, self.lang)
            self.count = int(label.number) if label and label.number.isdigit() else self.count + 1
            number = label.number if label else str(self.count)
            yield from self._open(number, name[label.rest if label else 0 :].strip(), row, cells)

    def _valued(self, cells: Mapping[str, Cell]) -> bool:
        return any(not is_blank(cells.get(kind, EMPTY_CELL).text) for kind, _, _ in self.columns.values)

    def _add(self, row: Row, cells: Mapping[str, Cell]) -> None:
        if self.held:
            self.held = replace(self.held, parts=(*self.held.parts, TableRow(cells, row)))

    def _open(self, number: str, name: Passage, row: Row, cells: Mapping[str, Cell]) -> Iterator[IndicatorRow]:
        yield from self.close()
        unit = cells.get("unit", EMPTY_CELL)
        if is_ditto(unit.text, self.lang):
            cells = {**cells, "unit": self.unit}
        elif unit.paragraphs:
            self.unit = unit
        whole = join((self.lead, name), ": ") if self.lead.text else name
        self.held = IndicatorRow(self.kind, number, whole, cells, row, self.columns)


def _by_width(row: Row, kinds: Sequence[str]) -> Mapping[str, Cell]:
    """The cells of a row too short, each in the first of the columns that it covers; none for any other row."""
    starts = [*accumulate((cell.columns or 0 for cell in row.cells), initial=0)]
    if len(row.cells) >= len(kinds) or starts[-1] != len(kinds):
        return {}
    return {kinds[at]: cell for at, cell in zip(starts, row.cells, strict=False) if kinds[at]}


def _across_years(row: Row, kinds: Sequence[str]) -> Mapping[str, Cell]:
    """The cell of each year of a row where one value is set across several years: it is that of each."""
    over = [cell for cell in row.cells for _ in range(cell.columns or 0)]
    starts = [*accumulate((cell.columns or 0 for cell in row.cells[:-1]), initial=0)]
    wide = [at for at, cell in zip(starts, row.cells, strict=True) if (cell.columns or 0) > 1]
    if len(over) != len(kinds) or not wide or not all(kinds[at].isdigit() for at in wide):
        return {}
    return {kind: cell for kind, cell in zip(kinds, over, strict=True) if kind.isdigit()}


def _behind(number: str) -> str:
    """The number behind one, or behind that which it is a part of: "2" behind "1" and "1.3"."""
    whole = re.split(r"[.-]", number)[0]
    return str(int(whole) + 1)


def indicator_items(document: Document, act_date: date | None) -> tuple[tuple[PlanItem, ...], ...]:
    """The items of every table of indicators of a document; headings of one kind and number are told apart.

    A table without numbers whose years all lie before the act sets nothing.
    """
    since = act_date.year if act_date else None
    tables = [
        list(read_indicator_table(block.rows, document.lang, since)) if isinstance(block, Table) else []
        for block in document.blocks
    ]
    told = iter(list(told_apart([item for items in tables for item in items], document.lang)))
    return tuple(tuple(next(told) for _ in items) for items in tables)
