"""A document's own abbreviations: the key at its end ("МИО – местные исполнительные органы").

The key is found first, for every other finder reads bodies through it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from extract.document import Document, Row
from kzedu_graph.records import GlossaryEntry

_DASHES = ("-", "–", "—")


def find_glossary(document: Document) -> tuple[GlossaryEntry, ...]:
    """The entries of every table whose rows read: short form, dash, full form; the dash may open the full form."""
    return tuple(entry for table in document.tables() for row in table.rows for entry in _entry(document, row))


def _entry(document: Document, row: Row) -> Iterator[GlossaryEntry]:
    if len(row.cells) == 3 and row.cells[1].text in _DASHES:
        short, full = row.cells[0].passage, row.cells[2].passage
    elif len(row.cells) == 2 and row.cells[1].text[:1] in _DASHES:
        short, full = row.cells[0].passage, row.cells[1].passage[1:].strip()
    else:
        return
    if short.text and full.text:
        yield GlossaryEntry(document.stem, short.text, full.text, row.spans())


def meanings(entries: Iterable[GlossaryEntry]) -> Mapping[str, str]:
    """Short form to full form, without the short forms that the key itself explains twice (НАО)."""
    found = list(entries)
    often = Counter(entry.abbreviation for entry in found)
    return {entry.abbreviation: entry.full for entry in found if often[entry.abbreviation] == 1}
