"""A plan of action as a sequence of headings and rows, cells known by their column.

What the rows mean is the business of `measures`, `indicators` and `totals`; all read this one sequence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Table
from extract.finders.plan.columns import PlanColumns, columns_of
from extract.finders.plan.items import GROUP_LABELS, PlanHeading, PlanItem, PlanRow, heading_of
from extract.finders.plan.rows import ROW_COLUMNS, UNNUMBERED_COLUMNS, is_of_indicators, read_rows


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
    return tuple(_by_labels(items, document.lang))


def _by_labels(items: Sequence[PlanItem], lang: str) -> Iterator[PlanItem]:
    """The items; where some headings say by a label what they are, a bare number makes none of the others a group."""
    bare = [item for item in items if isinstance(item, PlanHeading) and item.is_bare(lang)]
    labelled = any(isinstance(item, PlanHeading) and item.kind in GROUP_LABELS and item not in bare for item in items)
    for item in items:
        yield heading_of(item.whole, lang) if labelled and isinstance(item, PlanHeading) and item in bare else item


def _items(document: Document, names: Sequence[str]) -> Iterator[PlanItem | None]:
    """Rows and headings; None for prose, which parts what belongs to the plan from what does not."""
    columns = PlanColumns(tuple(names))
    last = ""
    for block in document.blocks:
        match block:
            case Paragraph() | ListItem():
                yield None
            case Heading(passage):
                yield heading_of(passage, document.lang)
            case Table(rows) if is_of_indicators(rows, document.lang):
                yield None
            case Table(rows):
                own = columns_of(rows, document.lang, ROW_COLUMNS)
                if own is None and not columns.kinds:
                    own = columns_of(rows, document.lang, UNNUMBERED_COLUMNS)
                columns = own or columns
                for item in read_rows(rows[own.titles if own else 0 :], columns, document.lang, last):
                    last = item.number if isinstance(item, PlanRow) else last
                    yield item
