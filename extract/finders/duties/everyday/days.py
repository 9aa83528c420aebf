"""Days that stand above what is done on them in Kazakh plans of a week: "Дүйсенбі, 12 қазан | – бағбан гүл егеді"."""

from __future__ import annotations

import re

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Table
from extract.finders.duties.layouts.notes import TERM, Note
from extract.finders.duties.moods.texts import MARKS_OF_DAY, names_day

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
"""A blank line between two blocks."""
_FEWEST = 2
"""Days of a plan by days."""


def days_above(document: Document) -> tuple[Note, ...]:
    """Notes of the terms that days above lists are, of all that stands below each, up to the next day or title."""
    if document.lang != "kk":
        return ()
    notes: list[Note] = []
    day: Passage | None = None
    first = last = -1
    for block in document.blocks:
        if isinstance(block, Table) or not block.passage.offsets:
            continue
        named = _day(block)
        if named is None and day is not None and _goes_on(document.text, block, last):
            first, last = first if first >= 0 else block.passage.offsets[0], block.passage.offsets[-1]
            continue
        if day is not None and first >= 0:
            notes.append(Note(TERM, day, day, first, last + 1, of_column=True))
        day, first, last = named, -1, -1
    if day is not None and first >= 0:
        notes.append(Note(TERM, day, day, first, last + 1, of_column=True))
    return tuple(notes) if len(notes) >= _FEWEST else ()


def _goes_on(text: str, block: Heading | Paragraph | ListItem, last: int) -> bool:
    """Whether a block stands below a day: right below it, as an item, or with no blank line between."""
    if isinstance(block, Heading):
        return False
    return last < 0 or isinstance(block, ListItem) or BLANK_LINE.search(text, last, block.passage.offsets[0]) is None


def _day(block: Block) -> Passage | None:
    """The words of a line that is but a day of the week, with its date or without."""
    if isinstance(block, Table) or not names_day(block.passage.text):
        return None
    return block.passage.strip(MARKS_OF_DAY)
