"""Columns of years whose titles stand in two rows: years beneath a title, or "план" and "факт" beneath years."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from extract.document.blocks import Cell, Row
from extract.document.title_years import says_reported
from extract.finders.plan.columns.kinds import told_apart_by_year
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.lexicon.words import words


def years_beneath(row: Row, kinds: Sequence[str], beneath: Row, lang: str) -> tuple[list[str], frozenset[str]] | None:
    """The columns, years that stand beneath a title in its place, and those of them that the title calls reported.

    The title may be any ("План", "Целевые значения"). None where there is no row of years beneath.
    """
    filled = [n for n, cell in enumerate(beneath.cells) if cell.paragraphs]
    under = [kind_of_title(beneath.cells[n].text, lang) for n in filled]
    if not filled or not all(kind.isdigit() for kind in under):
        return None
    whole = len(beneath.cells) >= len(row.cells) and len(filled) < len(beneath.cells)
    if whole:
        first, behind = filled[0], len(beneath.cells) - 1 - filled[-1]
    else:
        unknown = [n for n, kind in enumerate(kinds) if kind in ("", "funding")]
        first, behind = (unknown[0], len(kinds) - unknown[0] - 1) if len(unknown) == 1 else (len(kinds), 0)
    above = row.cells[first : len(row.cells) - behind]
    if not above or len(under) < 2 or (whole and filled[-1] - filled[0] + 1 != len(under)):
        return None
    if any(kind.isdigit() for kind in kinds[first : len(row.cells) - behind]):
        return None
    titles = _titles_over(above, len(under))
    reported = frozenset(year for year, title in zip(under, titles, strict=True) if says_reported(title, lang))
    return [*kinds[:first], *under, *kinds[len(row.cells) - behind :]], reported


def divided_years(row: Row, kinds: Sequence[str], beneath: Row, lang: str) -> tuple[list[str], frozenset[str]] | None:
    """The columns where "план" and "факт" stand beneath years, and the years that only have reported values."""
    over = [kind for cell, kind in zip(row.cells, kinds, strict=True) for _ in range(cell.columns or 1)]
    if len(over) != len(beneath.cells):
        return None
    over = list(accumulate(over, _kind_or_year_before))
    filled = [n for n, cell in enumerate(beneath.cells) if cell.paragraphs]
    if len(filled) < 2 or not all(over[n].isdigit() and _says_status(beneath.cells[n].text, lang) for n in filled):
        return None
    reported = [says_reported(cell.text, lang) for cell in beneath.cells]
    under = told_apart_by_year(over, reported)
    alone = {kind for kind, is_reported in zip(under, reported, strict=True) if is_reported and kind.isdigit()}
    return None if any(under.count(kind) > 1 for kind in under if kind) else (under, frozenset(alone))


def _kind_or_year_before(before: str, kind: str) -> str:
    return before if not kind and before.isdigit() else kind


def _says_status(title: str, lang: str) -> bool:
    """Whether a title is nothing but a word for planned or for reported values."""
    known = {*words(lang).actual_titles, *words(lang).planned_titles}
    return bool(title.split()) and all(word.strip(" .,()") in known for word in title.casefold().split())


def _titles_over(above: Sequence[Cell], years: int) -> list[str]:
    """The title over each of some years: the only one, or the one that is set across its years or said again over each.

    No titles where nothing tells which years stand under which.
    """
    filled = [cell for cell in above if cell.paragraphs]
    if len(filled) == 1:
        return [filled[0].text] * years
    if len(above) == years and filled and above[0].paragraphs:
        texts = [cell.text for cell in above]
        return list(accumulate(texts, _title_or_before))
    over = [cell.text for cell in above for _ in range(cell.columns or 0)]
    return over if len(over) == years else [""] * years


def _title_or_before(before: str, title: str) -> str:
    return title or before
