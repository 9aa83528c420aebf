"""A plan of action as a sequence of headings and numbered rows, cells known by their column.

What the rows mean is the business of `measures` and `indicators`; both read this one sequence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.document import Cell, Document, Heading, ListItem, Paragraph, Passage, Row, Table
from extract.values.label import split_label
from extract.words import words


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A numbered row: its number as printed, without the point, and its cells by column.

    `whole` is false for a row that does not have a cell for every column: cut off, torn or fused.
    """

    number: str
    cells: Mapping[str, Cell]
    row: Row
    whole: bool = True


@dataclass(frozen=True, slots=True)
class PlanHeading:
    """A heading inside the plan: `kind` is chapter, indicator, goal, task, direction or None where unlabelled.

    `passage` is what stands behind the label; `whole` the heading as printed.
    """

    kind: str | None
    number: str | None
    passage: Passage
    whole: Passage


PlanItem = PlanRow | PlanHeading

ROW_COLUMNS = ("number", "name", "responsible")
"""Columns without which rows of a table are no measures."""


def read_plan(document: Document, columns: Sequence[str]) -> tuple[PlanItem, ...]:
    """The items of the plan, in printed order; empty where the document has none.

    `columns` name the columns of a table without titles; a row of titles in the text goes before them.
    A heading counts where only headings and rows stand between it and the plan's first row.
    """
    items: list[PlanItem] = []
    pending: list[PlanHeading] = []
    for item in _items(document, columns):
        if item is None:
            pending.clear()
        elif isinstance(item, PlanHeading):
            pending.append(item)
        else:
            items.extend(pending)
            pending.clear()
            items.append(item)
    return tuple(items)


def _items(document: Document, columns: Sequence[str]) -> Iterator[PlanItem | None]:
    """Rows and headings; None for prose, which parts what belongs to the plan from what does not."""
    last = ""
    for block in document.blocks:
        match block:
            case Paragraph() | ListItem():
                yield None
            case Heading(passage):
                yield _heading(passage, document.lang)
            case Table():
                columns = columns_of(block, document.lang) or columns
                for item in _rows(block, columns, document.lang, last):
                    last = item.number if isinstance(item, PlanRow) else last
                    yield item


def _rows(table: Table, columns: Sequence[str], lang: str, last: str) -> Iterator[PlanItem]:
    for row in table.rows:
        filled = [cell for cell in row.cells if cell.paragraphs]
        if len(filled) == 1 and len(row.cells) < len(columns):
            yield _heading(filled[0].passage, lang)
        elif set(ROW_COLUMNS) <= set(columns):
            label = split_label(row.cells[0].text, lang)
            whole = len(row.cells) == len(columns)
            if label and label.number and (whole or _follows(label.number, last)):
                last = label.number
                yield PlanRow(label.number, dict(zip(columns, row.cells, strict=False)), row, whole)


def _follows(number: str, last: str) -> bool:
    """Whether a row of too few or too many cells goes on with the plan's own numbers."""
    return number.isdigit() and last.isdigit() and int(number) == int(last) + 1


def columns_of(table: Table, lang: str) -> tuple[str, ...] | None:
    """The columns of a table by the titles in its first row; None where that row is no row of titles."""
    titles = words(lang).column_titles
    for row in table.rows[:1]:
        found = tuple(titles.get(_title_key(cell.text), "") for cell in row.cells)
        if set(ROW_COLUMNS) <= set(found):
            return found
    return None


def _title_key(text: str) -> str:
    return " ".join(text.casefold().split())


def _heading(passage: Passage, lang: str) -> PlanHeading:
    label = split_label(passage.text, lang)
    if label is None:
        return PlanHeading(None, None, passage, passage)
    return PlanHeading(label.kind, label.number, passage[label.rest :].strip(), passage)
