"""Columns of initial values without a year ("Исходный уровень"): they are of the year before the first one beside them.

Индикатор | Исходный уровень | 2031 год  ->  Индикатор | 2030 (факт) | 2031 год
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.document.blocks import Cell, Document, Passage, Row, Table, passage_of
from extract.document.times import said
from extract.finders.finding_messages import Subject, complaint
from extract.finders.plan.columns.kinds import TITLE_ROWS
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.finders.tables.divided import titles_over
from extract.lexicon.words import words
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source

FEWEST_YEARS = 2
LONGEST_TITLE = 4
"""Words of a title of initial values."""
REPORTED = "{year} (факт)"
"""How a title says in both languages that the values of a year are reported ones."""


def with_years_of_baselines(document: Document) -> Document:
    """A document whose columns of initial values have a year."""
    blocks = (
        Table(tuple(_dated(block.rows, document.lang))) if isinstance(block, Table) else block
        for block in document.blocks
    )
    return replace(document, blocks=tuple(blocks))


def find_supposed_years(source: Source, document: Document) -> tuple[Finding, ...]:
    """A finding for each title of initial values whose year the text does not say."""
    return tuple(
        complaint("baseline-year-supposed", source, Subject("document", "", passage.spans()), passage, severity="info")
        for table in document.tables()
        for row in table.rows[:TITLE_ROWS]
        for passage in _supposed(row, document)
    )


def _dated(rows: Sequence[Row], lang: str) -> Iterator[Row]:
    """Rows of titles and those beneath, titles of initial values directly before years as of the year before them.

    The years may stand in the row beneath, under a title of their own.
    """
    for n, row in enumerate(rows):
        years = _years(row, lang) if n < TITLE_ROWS else {}
        at = min(years, default=0)
        if n < TITLE_ROWS and not years and n + 1 < len(rows) and (years := _years(rows[n + 1], lang)):
            over = titles_over(row, rows[n + 1])
            at = over[min(years)] if over else 0
        first = min(years.values(), default=0)
        if at and years[min(years)] == first and _is_of_a_baseline(row.cells[at - 1].text, lang):
            yield Row((*row.cells[: at - 1], _of_year(row.cells[at - 1], first - 1), *row.cells[at:]))
        else:
            yield row


def _years(row: Row, lang: str) -> dict[int, int]:
    """The columns of years by a row of titles; none where they are too few."""
    years = {n: int(kind) for n, cell in enumerate(row.cells) if (kind := kind_of_title(cell.text, lang)).isdigit()}
    return years if len(years) >= FEWEST_YEARS else {}


def _of_year(cell: Cell, year: int) -> Cell:
    """A title as that of the reported values of a year."""
    place = cell.passage
    title = said(REPORTED.format(year=year), place)
    return replace(cell, paragraphs=(replace(title, offsets=title.offsets[:-1] + place.offsets[-1:]),))


def _is_of_a_baseline(title: str, lang: str) -> bool:
    """Whether a title without figures speaks of initial values."""
    said_words = title.casefold().split()
    stems = words(lang).baseline_titles
    return (
        0 < len(said_words) <= LONGEST_TITLE
        and not any(map(str.isdigit, title))
        and any(word.strip("(").startswith(stems) for word in said_words)
    )


def _supposed(row: Row, document: Document) -> Iterator[Passage]:
    for cell in row.cells:
        if cell.paragraphs and (place := _replaced(cell, document)):
            yield place


def _replaced(cell: Cell, document: Document) -> Passage | None:
    """The words of the text that a title of a supposed year stands for; None for any other cell."""
    year = cell.text.partition(" ")[0]
    if cell.text != REPORTED.format(year=year) or not year.isdigit():
        return None
    span = cell.passage.span()
    printed = passage_of(document.text, span.start, span.end)
    return None if year in printed.text else printed
