"""Layout `paged`: the text of a PDF. Lines are wrapped, pages part what belongs together, cells lose their table.

An indent opens a paragraph; blank lines part headings and cells; three of them part pages. A plan of action is
known by the line that numbers its columns, and ends where the body's indent comes back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extract.document.blocks import Block, Cell, Document, Paragraph, Passage, Row, Table
from extract.document.repairs import Known, clean, close_up_letters, join_lines, vocabulary
from extract.lexicon.words import words
from extract.readers.paged_lines import PARAGRAPH_INDENT, Chunk, Line, chunks_of, lines_of
from extract.readers.paged_plan import is_numbering, read_plan_lines
from extract.readers.paged_prose import read_prose_lines

_KEY_ENTRY = re.compile(r"(?P<short>[^\s–][^–]{0,40}?) (?P<dash>–)(?: |$)")
COLUMNS = ("number", "name", "completion_form", "deadline", "responsible")
"""The columns of a plan of action, in printed order."""


def read_paged(stem: str, text: str, lang: str) -> Document:
    """Any text as a `Document`; where it numbers no columns and opens no key, all of it is prose."""
    lines = lines_of(text)
    known = vocabulary(line.text for line in lines)
    return Document(stem, lang, text, tuple(_blocks(text, lang, lines, known)))


def _blocks(text: str, lang: str, lines: Sequence[Line], known: Known) -> Iterator[Block]:
    first = next((at for at, line in enumerate(lines) if is_numbering(line)), len(lines))
    behind = next((at for at in range(first, len(lines)) if _opens_paragraph(lines[at])), len(lines))
    titles = _titles_before(lines, first)
    tail = list(_tail(text, lang, lines[behind:], known))
    shorts = frozenset(row.cells[0].text for block in tail if isinstance(block, Table) for row in block.rows)
    yield from read_prose_lines(text, lang, lines[:titles], known)
    yield from _title_row(text, lang, lines[titles:first], known)
    yield from read_plan_lines(text, lang, lines[first + 1 : behind], known, shorts)
    yield from tail


def _opens_paragraph(line: Line) -> bool:
    return line.indent >= PARAGRAPH_INDENT


def _titles_before(lines: Sequence[Line], first: int) -> int:
    """Where the column titles above a line of numbers begin: behind the last paragraph that an indent opens."""
    if first == len(lines):
        return first
    chunks = list(chunks_of(lines[:first]))
    at = first
    for chunk in reversed(chunks):
        if chunk[0].page != lines[first].page or _opens_paragraph(chunk[0]):
            break
        at -= len(chunk)
    return at


def _title_row(text: str, lang: str, lines: Sequence[Line], known: Known) -> Iterator[Block]:
    """The titles above the plan as a row of cells; as a paragraph where the lexicon does not know each of them."""
    passage = clean(join_lines([close_up_letters(line.passage(text), known) for line in lines], known))
    ends = [_end_of_title(passage.text.casefold(), lang, column) for column in COLUMNS]
    if all(ends) and sorted(set(ends)) == ends:
        yield Table((Row(tuple(_cell(passage[a:b].strip()) for a, b in pairwise([0, *ends]))),))
    elif passage.text:
        yield Paragraph(passage)


def _end_of_title(text: str, lang: str, column: str) -> int:
    """Where the longest known title of a column ends in the titles' text; 0 where none stands there."""
    titles = [title for title, name in words(lang).column_titles.items() if name == column]
    longest = max((title for title in titles if title in text), key=len, default=None)
    return text.index(longest) + len(longest) if longest else 0


def _tail(text: str, lang: str, lines: Sequence[Line], known: Known) -> Iterator[Block]:
    """What stands behind the plan: prose, and the key of abbreviations as a table of short form, dash, full form."""
    prose: list[Line] = []
    entries: list[list[Line]] = []
    for chunk in chunks_of(lines):
        if _opens_entry(chunk):
            entries.append(list(chunk))
        elif entries and not _opens_paragraph(chunk[0]):
            entries[-1].extend(chunk)
        else:
            prose.extend(chunk)
    yield from read_prose_lines(text, lang, prose, known)
    rows = [_entry(text, entry, known) for entry in entries]
    if rows:
        yield Table(tuple(rows))


def _opens_entry(chunk: Chunk) -> bool:
    return not _opens_paragraph(chunk[0]) and bool(_KEY_ENTRY.match(chunk[0].text))


def _entry(text: str, lines: Sequence[Line], known: Known) -> Row:
    passage = clean(join_lines([close_up_letters(line.passage(text), known) for line in lines], known))
    match = _KEY_ENTRY.match(passage.text)
    if match is None:
        return Row((_cell(passage),))
    return Row(
        (_cell(passage.group(match, "short")), _cell(passage.group(match, "dash")), _cell(passage[match.end() :]))
    )


def _cell(passage: Passage) -> Cell:
    return Cell((passage,) if passage.text else ())
