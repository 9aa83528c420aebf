"""The year that a text calls the current one."""

from __future__ import annotations

import re
from functools import cache

from extract.document.blocks import Document, Heading, Paragraph
from kzedu_graph.model.records import Source

_YEAR = re.compile(r"(?:19|20)\d\d")
_TITLE_BLOCKS = 12


@cache
def _first_year(title: str) -> int | None:
    years = _YEAR.findall(title)
    return int(years[0]) if years else None


def year_of(source: Source, document: Document) -> int | None:
    """The year that a text calls the current one: its edition's, else the first that its title names."""
    if source.version_date is not None:
        return source.version_date.year
    for block in document.blocks[:_TITLE_BLOCKS]:
        if isinstance(block, Heading | Paragraph) and (year := _first_year(block.passage.text)):
            return year
    return None
