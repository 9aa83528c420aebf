"""What a plan of action is made of: headings, rows of measures, rows of indicators, rows of totals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extract.document import Cell, Passage, Row
from extract.finders.plan_columns import Columns
from extract.values.label import split_label

NO_COLUMNS = Columns(())


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row and its cells by column."""

    cells: Mapping[str, Cell]
    row: Row


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A numbered row: its number as printed, without the point, and its cells by column.

    `whole` is false for a row that does not have a cell for every column: cut off, torn or fused. `more` are rows
    beneath it that only give further money.
    """

    number: str
    cells: Mapping[str, Cell]
    row: Row
    whole: bool = True
    columns: Columns = NO_COLUMNS
    more: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A row of a table that is an indicator, with the rows beneath that break it down.

    `kind` is `target` or `result`; `name` what stands behind the label.
    """

    kind: str
    number: str
    name: Passage
    cells: Mapping[str, Cell]
    row: Row
    columns: Columns
    parts: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row without a number that sums up the money of the whole plan, or of one source."""

    cells: Mapping[str, Cell]
    row: Row
    columns: Columns


@dataclass(frozen=True, slots=True)
class OddRow:
    """A row of the plan that is none of the others."""

    row: Row


@dataclass(frozen=True, slots=True)
class PlanHeading:
    """A heading inside the plan: `kind` is chapter, indicator, goal, task, direction or None where unlabelled.

    `passage` is what stands behind the label; `whole` the heading as printed.
    """

    kind: str | None
    number: str | None
    passage: Passage
    whole: Passage


PlanItem = PlanRow | IndicatorRow | TotalRow | OddRow | PlanHeading


def heading_of(passage: Passage, lang: str) -> PlanHeading:
    """A line as a heading, its label taken off."""
    label = split_label(passage.text, lang)
    if label is None:
        return PlanHeading(None, None, passage, passage)
    return PlanHeading(label.kind, label.number, passage[label.rest :].strip(), passage)
