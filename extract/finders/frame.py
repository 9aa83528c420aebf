"""The year, or the school year, that a plan is for: "на 2031 год", "2031-2032 оқу жылына арналған"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document.blocks import Document, Heading, Paragraph
from extract.lexicon.figures import figure_words
from extract.values.dates import YearFrame
from kzedu_graph.model.records import Source

_TITLE_BLOCKS = 15
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_SPAN = re.compile(r"\b(?P<first>20\d\d)\s*[-–—/]\s*(?P<last>20\d\d)\b")


def frame_of(source: Source, document: Document) -> YearFrame | None:
    """The one year that the title names, or the title of the plan inside the text; None for several years, or none."""
    return next((frame for title in _titles(source, document) if (frame := frame_in(title))), None)


def _titles(source: Source, document: Document) -> Iterator[str]:
    yield source.title
    for block in document.blocks[:_TITLE_BLOCKS]:
        if isinstance(block, Heading | Paragraph) and figure_words().plan_words.search(block.passage.text):
            yield block.passage.text


def frame_in(title: str) -> YearFrame | None:
    """The year that a title is for; a school year where it says so, or is two years, one after the other."""
    span = _SPAN.search(title)
    years = sorted({int(year) for year in _YEARS.findall(title)})
    if span and figure_words().school_year.search(title):
        first, last = int(span["first"]), int(span["last"])
        return YearFrame(first, last) if last == first + 1 else None
    return YearFrame(years[0], years[0]) if len(years) == 1 else None
