"""Columns where titles beneath divide several of those above.

№ | Мероприятие | Исполнители             | Срок | Финансирование, млн тенге
  |             | основной | соисполнители |      | 2031 | 2032
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from extract.document.blocks import Row
from extract.finders.plan.columns.kinds import EXECUTORS, MONEY
from extract.finders.plan.columns.title_kinds import kind_of_title

FEWEST_DIVIDED = 2


def several_divided(row: Row, kinds: Sequence[str], beneath: Row, lang: str) -> list[str] | None:
    """The columns, each title that is set across several in the kinds of those beneath it; None where fewer than two
    are, where one that is not has words beneath it, or where those beneath one are not known.
    """
    widths = [cell.columns or 0 for cell in row.cells]
    ends = [0, *accumulate(widths)]
    if ends[-1] != len(beneath.cells) or 0 in widths or sum(width > 1 for width in widths) < FEWEST_DIVIDED:
        return None
    found: list[str] = []
    for kind, (start, end) in zip(kinds, pairwise(ends), strict=True):
        titles = [cell.text for cell in beneath.cells[start:end]]
        told = _beneath_one(kind, titles, lang) if end - start > 1 else [kind] if not any(titles) else None
        if told is None:
            return None
        found.extend(told)
    return found


def _beneath_one(above: str, titles: Sequence[str], lang: str) -> list[str] | None:
    """What the titles beneath one stand for: years of money, or columns that are known, those of executors by it."""
    under = [kind_of_title(title, lang) if title.strip() else "" for title in titles]
    if any(kind.isdigit() for kind in under):
        years = all(kind.isdigit() or kind in MONEY for kind in under)
        return under if years and above in (*MONEY, "") else None
    if above in EXECUTORS:
        return [kind or above for kind in under]
    return under if all(under) else None
