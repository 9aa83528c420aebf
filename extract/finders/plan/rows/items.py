"""What a plan of action is made of: headings, rows of measures, rows of indicators, rows of totals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extract.document.blocks import Cell, Passage, Row
from extract.finders.plan.columns.kinds import PlanColumns

GROUP_LABELS = frozenset({"chapter", "direction", "goal", "task"})
"""Kinds of headings that rows stand under."""
NO_COLUMNS = PlanColumns(())


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
    columns: PlanColumns = NO_COLUMNS
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
    columns: PlanColumns
    parts: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row without a number that sums up the money of the whole plan, or of one source.

    `part` is true for one beneath the sum of the plan that is a part of it: its words, without those that lead it in
    ("в том числе:"), are the source.
    """

    cells: Mapping[str, Cell]
    row: Row
    columns: PlanColumns
    part: bool = False


@dataclass(frozen=True, slots=True)
class OddRow:
    """A row of the plan that is none of the others."""

    row: Row


@dataclass(frozen=True, slots=True)
class PlanHeading:
    """A heading inside the plan: `kind` is chapter, indicator, goal, task, direction or None where unlabelled.

    `passage` is what stands behind the label; `whole` the heading as printed. `leads` is true where the rows beneath
    carry its number before their own ("2.1" beneath "2"): one that does not stands under it no more. `across` is
    true for one that is set across the table.
    """

    kind: str | None
    number: str | None
    passage: Passage
    whole: Passage
    leads: bool = False
    across: bool = False
    labelled: bool = False
    """Whether a column's title, or a label without a number, says what it is."""


@dataclass(frozen=True, slots=True)
class TableRemark:
    """What is to be said of a whole table: `code` is that of a finding, `words` are its titles, or one of them."""

    code: str
    words: Passage
    kind: str = ""


PlanItem = PlanRow | IndicatorRow | TotalRow | OddRow | PlanHeading | TableRemark
