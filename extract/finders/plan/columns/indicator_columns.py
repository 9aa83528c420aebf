"""The columns of a table of indicators with a column a year, also below a common title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extract.document.blocks import Row
from extract.document.title_years import actual_year
from extract.finders.plan.columns.aside_titles import ASIDE, REMARK
from extract.finders.plan.columns.kinds import (
    MONEY,
    TITLE_ROWS,
    PlanColumns,
    told_apart_by_year,
    with_figures,
    with_forms,
)
from extract.finders.plan.columns.title_kinds import kind_of_title, says_measures
from extract.finders.plan.columns.years import divided_years, years_beneath
from extract.lexicon.figures import figure_words
from extract.lexicon.strategies import strategy_words
from extract.lexicon.words import words

NAMES = ("indicator", "result_indicator")
"""Columns that make a table one of indicators, if it has a column for at least two years."""
OTHERS = frozenset({"deadline", "start", "end"})
"""Columns that no table of indicators has."""
PLAIN = frozenset({"number", "name", "unit", "remark"})
"""Columns that a table of indicators may have beside its years where no title says what it is of."""
NOT_COUNTED = OTHERS | MONEY | {"name", "completion_form", "expected_result"}
"""Columns that no table of indicators has whose rows are without numbers."""
_CURRENCY = re.compile(rf"(?<!\w)(?:{figure_words().currency})(?!\w)")
_BRACKETED = re.compile(r"\([^()]*\)")


def without_targets(columns: PlanColumns, rows: Sequence[Row], lang: str) -> PlanColumns:
    """The columns of a plan, years unknown that stand behind an indicator and its unit: targets are no money.

    Where a title tells the scale of money, they are money.
    """
    kinds = columns.kinds
    unit = kinds.index("unit") if "unit" in kinds else 0
    titles = [row.cells[unit - 1].text for row in rows[: columns.titles] if len(row.cells) > unit > 0]
    if columns.scale is not None or not any(kind_of_indicator_title(title, lang) in NAMES for title in titles):
        return columns
    behind = list(takewhile(lambda n: kinds[n].isdigit(), range(unit + 1, len(kinds))))
    return replace(columns, kinds=tuple("" if n in behind else kind for n, kind in enumerate(kinds)))


def indicator_columns(rows: Sequence[Row], lang: str) -> PlanColumns | None:
    """The columns of a table of indicators with a column a year; None where the table is none.

    Where no title says that it is one ("Атауы", "Наименование"), a column of units and values of two years do.
    A table without a column of numbers is one where its rows have no labels of their own, which strategies give them.
    """
    for n, row in enumerate(rows[:TITLE_ROWS]):
        told = _with_names(row, [kind_of_indicator_title(cell.text, lang) for cell in row.cells])
        told = told_apart_by_year(told, [actual_year(cell.text, lang) is not None for cell in row.cells])
        beneath = rows[n + 1] if n + 1 < len(rows) else None
        divided = None
        if beneath:
            divided = years_beneath(row, told, beneath, lang) or divided_years(row, told, beneath, lang)
        kinds, reported = divided or (told, frozenset())
        years = {kind for kind in kinds if kind.isdigit()}
        titles = n + (2 if divided else 1)
        if len(years) > 1 and not set(NAMES) & set(kinds) and _are_plain(kinds, rows[n:titles], rows[titles:], lang):
            told, kinds = ([NAMES[0] if kind == "name" else kind for kind in some] for some in (told, kinds))
        if len(years) < 2 or not set(NAMES) & set(kinds) or OTHERS & set(kinds):
            continue
        kinds = _numbered_at_all(kinds, rows[titles:])
        if "number" not in kinds and (NOT_COUNTED & set(kinds) or _are_labelled(rows[titles:], lang)):
            continue
        name = next(cell.text for cell, kind in zip(row.cells, told, strict=True) if kind in NAMES)
        found = with_figures(with_forms(kinds), rows[n:titles], titles, lang, name)
        return replace(found, actual=found.actual | reported)
    return None


def _numbered_at_all(kinds: Sequence[str], body: Sequence[Row]) -> list[str]:
    """The columns, that of numbers unknown where no row says any: a page counted them itself."""
    said = any(row.cells[0].paragraphs for row in body if len(row.cells) == len(kinds))
    return list(kinds) if said or kinds[0] != "number" else ["", *kinds[1:]]


def is_of_indicators(rows: Sequence[Row], lang: str) -> bool:
    """Whether a table is one of indicators, not of measures."""
    return indicator_columns(rows, lang) is not None


def _with_names(row: Row, kinds: list[str]) -> list[str]:
    """The columns, a first one without a title that of the names where units stand beside it."""
    is_open = not row.cells[0].paragraphs and len(kinds) > 1 and kinds[1] == "unit"
    return [NAMES[0], *kinds[1:]] if is_open and not set(NAMES) & set(kinds) else kinds


def _are_plain(kinds: Sequence[str], titles: Sequence[Row], body: Sequence[Row], lang: str) -> bool:
    """Whether columns without a title that says so are those of indicators: names, their units and values by year.

    Money is none: units or titles of money throughout. Neither are things to do.
    """
    said = {kind for kind in kinds if kind and not kind.isdigit()}
    if not {"name", "unit"} <= said <= PLAIN or kinds.count("name") > 1:
        return False
    above = [cell.text for row in titles for cell in row.cells]
    if says_measures(" ".join(above), lang) or any(
        scale.pattern.search(text) for scale in figure_words().scales for text in above
    ):
        return False
    cells = [PlanColumns(tuple(kinds)).cells(row) for row in body if len(row.cells) == len(kinds)]
    units = [row["unit"].text.casefold() for row in cells if row["unit"].paragraphs]
    valued = [year for year in kinds if year.isdigit() and any(_is_figure(row[year].text) for row in cells)]
    return len(valued) > 1 and any(_counts(unit) for unit in units)


def _counts(unit: str) -> bool:
    """Whether words are a unit of something else than money."""
    return "%" in unit or (any(map(str.isalpha, unit)) and not _CURRENCY.search(unit))


def _is_figure(text: str) -> bool:
    return any(map(str.isdigit, text))


def kind_of_indicator_title(title: str, lang: str) -> str:
    """What a title stands for; some name an indicator only where years stand beside them ("Показатель")."""
    titles = words(lang).indicator_titles
    told = (
        titles.get(" ".join(text.split()).casefold()) for text in (title, _BRACKETED.sub(" ", title), *title.split("/"))
    )
    kind = next(filter(None, told), None) or kind_of_title(title, lang)
    return REMARK if kind == ASIDE else kind


def _are_labelled(rows: Sequence[Row], lang: str) -> bool:
    """Whether a row begins with a label of an indicator ("5-көрсеткіш", "Индикатор 5")."""
    stems = tuple(strategy_words(lang).rows)
    texts = [re.sub(r"^[\W\d_]+", "", cell.text).casefold() for row in rows for cell in row.cells[:1]]
    return any(
        text.startswith(stems) and any(map(str.isdigit, row.cells[0].text))
        for text, row in zip(texts, rows, strict=True)
    )
