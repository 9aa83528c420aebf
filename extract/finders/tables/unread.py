"""Tables that look like a plan, or like one of indicators, and of which nothing was taken: never in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.document.blocks import Document, Row
from extract.finders.finding_messages import Subject, complaint
from extract.finders.plan.columns.evidence import looks_like_a_plan
from extract.finders.plan.columns.indicator_columns import NAMES
from extract.finders.plan.columns.kinds import MONEY, TITLE_ROWS, is_numbering
from extract.finders.plan.columns.title_kinds import kind_of_title, says_measures
from extract.finders.plan.columns.titles import ANSWERS, CORE
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source, Span

FEWEST_COLUMNS = 2
"""Columns of a plan, or years, that a head names."""
LONGEST_TITLE, LONGEST_YEAR = 150, 60
"""Characters of a title, and of one that is a year."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find_unread_tables(source: Source, document: Document, taken: Iterable[Span]) -> tuple[Finding, ...]:
    """A finding for each table with deadlines, or with the head of a plan or of indicators, in which none of the
    places that records were `taken` from stands.
    """
    places = sorted({span.start for span in taken})
    since = source.act_date.year if source.act_date else None
    return tuple(
        complaint("table-not-read", source, Subject("document", "", ()), table.rows[0].passage())
        for table in document.tables()
        if not table.holds_any(places)
        and (looks_like_a_plan(table.rows, document.lang) or has_such_a_head(table.rows, document.lang, since))
    )


def has_such_a_head(rows: Sequence[Row], lang: str, since: int | None) -> bool:
    """Whether the first rows of a table name columns of a plan, or of indicators and their years.

    One whose years all lie before the year `since` tells what was.
    """
    heads = [[kind for kind in _kinds(row, lang) if kind] for row in rows[:TITLE_ROWS]]
    body = [row for row in rows[1:] if len(row.cells) > 1 and not is_numbering(row)]
    told = {kind for kinds in heads for kind in kinds}
    titles = [cell.text for row in rows[:TITLE_ROWS] for cell in row.cells if len(cell.text) <= LONGEST_YEAR]
    years = [int(year) for title in titles for year in _YEAR.findall(title)]
    if not body or (years and since and max(years) < since):
        return False
    if any(len(CORE & set(kinds)) >= FEWEST_COLUMNS and ANSWERS & set(kinds) for kinds in heads):
        return True
    by_years = len(years) >= FEWEST_COLUMNS
    if by_years and says_measures(" ".join(cell.text for cell in rows[0].cells), lang):
        return True
    return bool(set(NAMES) & told) and (by_years or "unit" in told) and not MONEY & told


def _kinds(row: Row, lang: str) -> Iterator[str]:
    """What the titles of a row are; none of words too long for titles."""
    if len(row.cells) > 1 and all(len(cell.text) <= LONGEST_TITLE for cell in row.cells):
        yield from (kind_of_title(cell.text, lang) for cell in row.cells if cell.paragraphs)
