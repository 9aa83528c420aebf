"""Years of columns that are typed with one mistake between years that count up: "2024 год | 2025 год | 22026 год".

The columns beside it tell the year; that the text has another is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.document.blocks import Cell, Document, Passage, Row, Table, concatenate, passage_of
from extract.document.times import said
from extract.finders.finding_messages import Subject, complaint
from extract.finders.plan.columns.kinds import TITLE_ROWS
from extract.finders.plan.columns.title_kinds import is_one_mistake, kind_of_title
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source

FEWEST_YEARS = 2
"""Years that count up beside a mistyped one."""
LONGEST_TITLE = 40
_FIGURES = re.compile(r"(?<![^\W_])\d[\dОOЗIІl]{2,4}(?![^\W_])")
_YEAR = re.compile(r"(?:19|20)\d\d")


def with_years_as_meant(document: Document) -> Document:
    """A document whose titles of columns have the years that those beside them tell."""
    blocks = tuple(
        Table((*_of_titles(block.rows[:TITLE_ROWS], document.lang), *block.rows[TITLE_ROWS:]))
        if isinstance(block, Table)
        else block
        for block in document.blocks
    )
    return document if blocks == document.blocks else replace(document, blocks=blocks)


def find_mistyped_years(source: Source, document: Document) -> tuple[Finding, ...]:
    """A finding for each title whose year the text has with a mistake."""
    return tuple(
        complaint("year-mistyped", source, Subject("document", "", passage.spans()), passage, severity="info")
        for table in document.tables()
        for row in table.rows[:TITLE_ROWS]
        for passage in _mistyped(row, document)
    )


def _of_titles(rows: Sequence[Row], lang: str) -> Iterator[Row]:
    """The first rows of a table, those of titles with the years as meant: values below years are as they are.

    A further row is one of titles where all else in it is a title or empty, below years with words ("2032 год").
    """
    dated = False
    for n, row in enumerate(rows):
        told = [cell.text for cell in row.cells if cell.text.strip() and not _is_odd(cell.text)]
        kinds = [kind_of_title(text, lang) for text in told]
        in_words = any(kind.isdigit() and kind != text for kind, text in zip(kinds, told, strict=True))
        titles = n == 0 or (all(kinds) and (in_words or not dated))
        yield _counted(row, lang) if titles else row
        dated = dated or sum(kind.isdigit() for kind in kinds) >= FEWEST_YEARS


def _counted(row: Row, lang: str) -> Row:
    """A row of titles, one that is no year between or beside years that count up as that which it must be."""
    odd = [n for n, cell in enumerate(row.cells) if len(cell.text) <= LONGEST_TITLE and _is_odd(cell.text)]
    if len(odd) != 1:
        return row
    at = odd[0]
    years = {n: int(kind) for n, cell in enumerate(row.cells) if (kind := kind_of_title(cell.text, lang)).isdigit()}
    near = [n for n in (at - 2, at - 1, at + 1, at + 2) if n in years]
    meant = {years[n] + at - n for n in near}
    if len(near) < FEWEST_YEARS or len(meant) != 1 or not {at - 1, at + 1} & set(near):
        return row
    cell = _of_year(row.cells[at], str(meant.pop()))
    return replace(row, cells=(*row.cells[:at], cell, *row.cells[at + 1 :])) if cell else row


def _is_odd(text: str) -> bool:
    """Whether a title has one number, which is no year."""
    found = _FIGURES.findall(text)
    return len(found) == 1 and not _YEAR.fullmatch(found[0]) and sum(map(str.isdigit, text)) <= len(found[0])


def _of_year(cell: Cell, year: str) -> Cell | None:
    """A title with the year that it must have; None where it is more than one mistake away."""
    title = cell.passage
    match = _FIGURES.search(title.text)
    if match is None or not is_one_mistake(match.group(), year):
        return None
    place = title.group(match)
    told = said(year, place)
    told = replace(told, offsets=told.offsets[:-1] + place.offsets[-1:])
    whole = concatenate((title[: match.start()], told, title[match.end() :]))
    return replace(cell, paragraphs=(whole,))


def _mistyped(row: Row, document: Document) -> Iterator[Passage]:
    """The words of the text for which titles of other years stand."""
    for cell in row.cells:
        years: Sequence[str] = _YEAR.findall(cell.text) if len(cell.text) <= LONGEST_TITLE else ()
        if len(years) != 1:
            continue
        span = cell.passage.span()
        printed = passage_of(document.text, span.start, span.end)
        if _is_odd(printed.text) and is_one_mistake(_FIGURES.findall(printed.text)[0], years[0]):
            yield printed
