"""Rows whose columns stood side by side on typed lines, the blanks between them lost, told by how wide the columns
were: a line of a column is as full as its width allows, and where one ends it does not begin again.

    1.1. Посадить липы вдоль улиц май Отдел садов и    ->    Посадить липы вдоль улиц | май     | Отдел садов и
    и аллей 2031 г. парков                                   и аллей                  | 2031 г. | парков

How wide they were is told by the first lines of rows that have a sure time; a table of which these are few is not read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.document.blocks import Passage
from extract.document.continued_tables import follows, follows_soon
from extract.finders.tables.undivided.heads import Head
from extract.finders.tables.undivided.row_reader import ORDER, RowReader
from extract.finders.tables.undivided.worth import anchor_of

FIRST = ("1", "1.1")
FEWEST_ROWS, FEWEST_ANCHORS = 3, 3
MOST_LINES = 30
"""Lines of a row."""
LEAST_ANCHORED = 0.3
"""Share of the rows whose first line must have a sure time."""

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})(?P<mark>[.)])\s*(?=\S)")
_NUMBERS = re.compile(r"[\d\s|]+")
_ROMAN = re.compile(r"[IVXІХ]{1,5}[.)]\s*\S")


@dataclass(slots=True)
class CollapsedRow:
    """A row: its number, its lines behind it, the lines above that name a part, and the line behind it."""

    number: Passage
    lines: list[Passage]
    section: Passage | None
    end: int


def collapsed_rows(
    lines: Sequence[Passage], head: Head, known: Callable[[], frozenset[str]], lang: str
) -> Iterator[tuple[CollapsedRow, Mapping[str, Passage], bool]]:
    """The rows, their words by column, none where they cannot be told, and whether that is sure; no rows where nothing
    tells the widths.

    `known` gives the words of the document, by which a torn one is known.
    """
    if head.order != ORDER or set(head.kinds) - {"number", *ORDER}:
        return
    rows = list(_rows(lines))
    if len(rows) < FEWEST_ROWS or sum(len(row.lines) > 1 for row in rows) < len(rows) / 2:
        return
    anchors = [anchor for row in rows if (anchor := anchor_of(row.lines[0], lang))]
    if len(anchors) < max(FEWEST_ANCHORS, LEAST_ANCHORED * len(rows)):
        return
    widths = (_width_of_names(rows, lang), *(max(anchor[column] for anchor in anchors) for column in (1, 2)))
    words = known()
    for row in rows:
        yield row, *RowReader(row.lines, widths, words, lang).told()


def _rows(lines: Sequence[Passage]) -> Iterator[CollapsedRow]:
    """The rows behind numbers that go on; lines in Roman numbers between them name parts."""
    row: CollapsedRow | None = None
    section: Passage | None = None
    last = ""
    for n, line in enumerate(lines):
        match = _NUMBER.match(line.text)
        told = match["number"] if match else ""
        if match and (told in FIRST if not last else follows(last, told) or follows_soon(last, told)):
            if row:
                yield row
            row, last = CollapsedRow(line.group(match, "number"), [line[match.end() :]], section, n + 1), told
            section = None
        elif _ROMAN.match(line.text):
            section = line
        elif row is None or section is not None or not line.text:
            if line.text and not _NUMBERS.fullmatch(line.text) and row is None:
                return
        elif len(row.lines) < MOST_LINES and not line.text.endswith(":"):
            row.lines.append(line)
            row.end = n + 1
        else:
            break
    if row:
        yield row


def _width_of_names(rows: Sequence[CollapsedRow], lang: str) -> int:
    """How wide the column of names is: no less than on the first lines with a sure time, nor than on last lines; less
    than where the first word of the second line would have stood on the first, too.
    """
    told = [(anchor[0], row) for row in rows if (anchor := anchor_of(row.lines[0], lang))]
    least = max(width for width, _ in told)
    most = [
        width + len(row.lines[1].text.split()[0]) for width, row in told if len(row.lines) > 1 and row.lines[1].text
    ]
    bound = max(least, min(most, default=least))
    last = [len(line) for row in rows for line in row.lines[-2:] if len(line) <= bound]
    return max([least, *last])
