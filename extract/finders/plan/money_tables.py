"""Money that stands outside a row's own cells: in a table to the right of it, and the scale that a table is in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.document.blocks import EMPTY_CELL, Cell, Row
from extract.finders.plan.columns.kinds import (
    TAIL,
    PlanColumns,
    is_money,
    is_numbering,
    with_figures,
    with_years_beneath,
)
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.plan.halves import is_row_of_its_own
from extract.finders.plan.money.amounts import is_scale_alone, scale_in
from extract.values.money import parse_money

_LAST_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")


def money_columns(rows: Sequence[Row], lang: str) -> PlanColumns | None:
    """The columns of a table that holds the money of another's rows and nothing else; None where it is none."""
    kinds = [kind_of_title(cell.text, lang) for cell in rows[0].cells] if len(rows) > 1 else []
    beneath = with_years_beneath(kinds, rows[1], lang) if kinds else None
    told = beneath or kinds
    money = [kind for kind in told if is_money(kind)]
    if not money or len(money) + sum(kind in TAIL for kind in told) < len(told):
        return None
    titles = 2 if beneath else 1
    return with_figures(told, rows[:titles], titles, lang)


def beside(
    rows: Sequence[Row], columns: PlanColumns, table: Sequence[Row], money: PlanColumns, lang: str
) -> list[Row] | None:
    """The rows of a plan, each with the cells of a table of its money that goes on to the right of it.

    None where the table does not have a row for every row, or for every one that is more than a heading.
    """
    more = [row for row in table[money.titles :] if not is_numbering(row)]
    whole = [
        row for row in rows if len(row.cells) == len(columns.kinds) and sum(bool(c.paragraphs) for c in row.cells) > 2
    ]
    own = [row for row in rows if is_row_of_its_own(row, lang)]
    taking = next((taking for taking in (rows, whole, own) if len(taking) == len(more)), None)
    if taking is None:
        return None
    cells = {id(row): other.cells for row, other in zip(taking, more, strict=True)}
    return [Row((*row.cells, *cells.get(id(row), ())), len(row.cells)) for row in rows]


def with_scale(columns: PlanColumns, rows: Sequence[Row], above: str) -> tuple[PlanColumns, bool]:
    """Columns whose titles name no scale, with that of the words above the table or of the rows that name one.

    The second is whether some bare amount has a scale that nothing says: it is taken as printed.
    """
    if columns.scale is not None or columns.first_of_money is None:
        return columns, False
    bracketed = _LAST_BRACKETS.search(above)
    scale = scale_in(bracketed[1] if bracketed else above if is_scale_alone(above) else "")
    if scale is not None:
        return replace(columns, scale=scale), False
    cells = [columns.cells(row) for row in rows]
    told = {scale for row in cells if (scale := scale_in(row.get("unit", EMPTY_CELL).text)) is not None}
    if len(told) == 1:
        return replace(columns, supposed=told.pop()), False
    return columns, any(_bare(row, columns) for row in cells if scale_in(row.get("unit", EMPTY_CELL).text) is None)


def _bare(cells: Mapping[str, Cell], columns: PlanColumns) -> bool:
    """Whether a row has an amount without a scale."""
    money = [cells[kind] for kind in columns.kinds if is_money(kind) and kind in cells]
    return any(parse_money(cell.text) for cell in money)
