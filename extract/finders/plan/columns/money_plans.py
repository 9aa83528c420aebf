"""Columns of a plan that tells only what its measures cost: "№ | Мероприятие | 2031 г. | 2032 г. | Источник"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import Row
from extract.finders.plan.columns.kinds import (
    TAIL,
    TITLE_ROWS,
    PlanColumns,
    is_money,
    is_numbering,
    with_figures,
)
from extract.finders.plan.columns.title_kinds import FUNDING, kind_of_title, says_measures
from extract.finders.plan.columns.titles import divided_beneath

NAMED = frozenset({"number", "name"})
"""Columns that such a plan has beside its money; no other may be among them but those of sources, units and remarks."""
BESIDE = NAMED | TAIL | {"unit", "remark"}


def money_plan_columns(rows: Sequence[Row], lang: str, *, headed: bool, scaled: bool) -> PlanColumns | None:
    """The columns of a table whose titles name measures and their money, and nothing else; None for any other.

    `headed` tells that the title above says that it is a plan: below one, names of any kind are measures where a
    column tells who pays for them. Figures are money where a title says so, or names its scale; `scaled` tells that
    the line above does.
    """
    for n, row in enumerate(rows[:TITLE_ROWS]):
        kinds = [kind_of_title(cell.text, lang) if cell.paragraphs else "" for cell in row.cells]
        if not set(kinds) >= NAMED or kinds.count("name") > 1 or is_numbering(row):
            continue
        beneath = divided_beneath(row, kinds, rows[n + 1], lang) if n + 1 < len(rows) else None
        told = beneath or kinds
        if not any(map(is_money, told)) or not all(kind in BESIDE or is_money(kind) for kind in told):
            continue
        titles = " ".join(cell.text for cell in row.cells)
        if not headed or not (says_measures(titles, lang) or "funding_source" in told):
            continue
        end = n + (2 if beneath else 1)
        name = row.cells[kinds.index("name")].text
        found = with_figures(told, rows[n:end], end, lang, name)
        if scaled or found.scale is not None or {FUNDING, "funding_source"} & {*kinds, *told}:
            return found
    return None
