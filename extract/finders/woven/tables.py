"""Typed tables whose lines a conversion has left as text, as tables: a head between bars, rows behind their numbers.

    N  ! Мероприятие      ! Форма     !Ответственные ! Срок
    ___!__________________!___________!______________!___________
    1. Посадить сады во Проект МП, I квартал          columns run together: told apart by their words
    2. ! Полить сады      ! Отчет     ! МП           ! май            by bars
    3.   Срыть горы         План        МП             июнь           by their places
    ______________________________________________________________
    2. Аллеи                                          a heading between two lines of strokes

A row that cannot be told apart keeps its words in one cell, which is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, Table
from extract.finders.woven.groups import groups_of, opens_rows
from extract.finders.woven.heads import MOST_HEAD_LINES, Head, Line, head_at, lines_of
from extract.finders.woven.rows import RowReader
from extract.lexicon.headings import heading_words
from kzedu_graph.language.letters import UPPER

DEEPEST_HEADING = 6
"""The level of the last heading that a text marks as one; bold words may stand in a table."""
LONGEST_LINE = 1.3
"""How much longer than the strokes of a head a line may be that belongs to its table."""
LONGEST_UNKNOWN = 110
"""Letters of such a line where no strokes tell."""
_MAY_BEGIN = re.compile(r"^(?:[^\n!|¦│]*[!|¦│]){3}|^[ ]*(?:N|№|р/с|п/п)[ ](?:.*\n){2}", re.MULTILINE)
"""A line of titles: parted by bars, or the first of several."""
_SECTION = re.compile(r"(?:\d{1,2}|[IVXІХ]{1,5})\s*\.\s*\S")
"""How a heading begins that may stand between rows."""
_SIGNED = re.compile(rf".*\S\s{{3,}}(?:[{UPPER}]\.\s?){{1,2}}[{UPPER}][\w-]+\s*$")
"""Who signed, far behind his post: "Аким сада                А. Садов"."""


def with_woven_tables(document: Document) -> Document:
    """A document whose typed tables are tables."""
    if not _MAY_BEGIN.search(document.text):
        return document
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        found = _table_at(document, at)
        if found is None:
            blocks.append(document.blocks[at])
            at += 1
        else:
            blocks.append(found[0])
            at = found[1]
    return replace(document, blocks=tuple(blocks))


def _table_at(document: Document, at: int) -> tuple[Table, int] | None:
    """The table whose head stands in a block, and the block behind it."""
    if not _is_text(document.blocks[at]):
        return None
    start, end = _place(document.blocks[at])
    start = document.text.rfind("\n", 0, start) + 1
    if not _MAY_BEGIN.search(document.text, start, end):
        return None
    behind = at + 1
    while behind < len(document.blocks) and not _closes(document.blocks[behind]):
        behind += 1
    stop = _place(document.blocks[behind])[0] if behind < len(document.blocks) else len(document.text)
    stop = document.text.rfind("\n", 0, stop) + 1 if stop < len(document.text) else stop
    opening = lines_of(document.text, start, _behind_lines(document.text, start, stop))
    if not opening or head_at(document.text, opening, 0, document.lang) is None:
        return None
    lines = lines_of(document.text, start, stop)
    head = head_at(document.text, lines, 0, document.lang)
    body = _of_table(lines[head.size :], head, document.lang) if head is not None else []
    if head is None or not any(group.number for group in groups_of(document.text, body, document.lang)):
        return None
    reader = RowReader(document, head, start)
    rows = list(reader.rows(body))
    if reader.by_words and reader.doubtful:
        rows = list(replace(reader, woven=False).rows(body))
    last = body[-1]
    over = last.start + len(last.text)
    behind = next((n for n in range(at + 1, behind) if _place(document.blocks[n])[0] > over), behind)
    return Table((head.row, *rows)), behind


def _behind_lines(text: str, start: int, stop: int) -> int:
    """The place behind as many lines as a head takes at most, blank ones among them."""
    for _ in range(2 * MOST_HEAD_LINES):
        start = text.find("\n", start, stop) + 1
        if not start:
            return stop
    return start


def _is_text(block: Block) -> bool:
    """Whether a block has words that no table parts: one of text, or a table of one cell."""
    if isinstance(block, Table):
        return sum(bool(cell.paragraphs) for row in block.rows for cell in row.cells) == 1
    return bool(block.passage.text)


def _closes(block: Block) -> bool:
    """Whether no typed table goes on over a block."""
    heading = isinstance(block, Heading) and block.level <= DEEPEST_HEADING
    return isinstance(block, Table) or (heading and not _SECTION.match(block.passage.text))


def _place(block: Block) -> tuple[int, int]:
    spans = [span for row in block.rows for span in row.spans()] if isinstance(block, Table) else block.passage.spans()
    return (min(span.start for span in spans), max(span.end for span in spans)) if spans else (0, 0)


def _of_table(lines: Sequence[Line], head: Head, lang: str) -> list[Line]:
    """The lines up to one that is too long for the table."""
    longest = head.width * LONGEST_LINE if head.width else LONGEST_UNKNOWN
    end = next((n for n, line in enumerate(lines) if len(" ".join(line.text.split())) > longest), len(lines))
    foreign = (n for n, line in enumerate(lines[:end]) if line.titled and not opens_rows(line, lines[n + 1 :]))
    end = next(foreign, end)
    while end and not lines[end - 1].is_rule and end < len(lines) and not lines[end].is_rule and not lines[end].apart:
        end -= 1
    return list(lines[: _last_row(lines[:end], len(head.kinds) - 1, lang)])


def _last_row(lines: Sequence[Line], bars: int, lang: str) -> int:
    """Where the rows end: at a note or a signature, and below rows with bars at a paragraph that has none."""
    notes = tuple(heading_words(lang).notes)
    closed = (
        n
        for n, line in enumerate(lines)
        if line.apart and (line.text.lstrip().casefold().startswith(notes) or _SIGNED.match(line.text))
    )
    end = next(closed, len(lines))
    barred = [n for n, line in enumerate(lines[:end]) if len(line.bars) == bars and not line.is_rule]
    if not barred:
        return end
    below = range(barred[-1] + 1, end)
    return next((n for n in below if lines[n].apart and not lines[n].bars and not lines[n].is_rule), end)
