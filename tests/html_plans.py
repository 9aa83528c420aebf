"""Invented plans as pages: a title, lines and tables whose cells may cover columns and rows."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

Cell = str | tuple[str, int] | tuple[str, int, int]
"""Words, perhaps with how many columns and rows they cover."""
HEAD = {
    "ru": "План мероприятий по развитию садов на 2031-2033 годы",
    "kk": "Бақтарды дамыту жөніндегі 2031-2033 жылдарға арналған іс-шаралар жоспары",
}
SCHOOL = {
    "ru": "План работы школы № 5 на 2031-2032 учебный год",
    "kk": "№ 5 мектептің 2031-2032 оқу жылына арналған жұмыс жоспары",
}


def read(blocks: Sequence[str | Sequence[Sequence[Cell]]], folder: Path, title: str) -> Extraction:
    """What is found in a page of lines and tables below a title."""
    body = "".join(f"<p>{block}</p>" if isinstance(block, str) else _table(block) for block in blocks)
    path = folder / "plan.html"
    path.write_text(f'<html><head><meta charset="utf-8"></head><body><h1>{title}</h1>{body}</body></html>', "utf-8")
    return extract_file(path, Registry.load())


def _table(rows: Sequence[Sequence[Cell]]) -> str:
    lines = ("".join(map(_cell, row)) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _cell(cell: Cell) -> str:
    text, columns, rows = (cell, 1, 1) if isinstance(cell, str) else (*cell, 1)[:3]
    return f'<td colspan="{columns}" rowspan="{rows}">{text}</td>'


def down(*titles: str, rows: int = 2) -> list[Cell]:
    """Titles that cover several rows."""
    return [(title, 1, rows) for title in titles]


def dues(found: Extraction) -> list[list[str]]:
    """When each measure is due."""
    return [[str(due) for due in measure.period.due] if measure.period else [] for measure in found.measures]


def codes(found: Extraction) -> set[str]:
    """The codes of all findings."""
    return {finding.code for finding in found.findings}


def values(found: Extraction) -> list[list[tuple[int, float | None, str]]]:
    """The targets of each indicator: year, value and status."""
    return [[(one.year, one.value, one.status) for one in indicator.targets] for indicator in found.indicators]
