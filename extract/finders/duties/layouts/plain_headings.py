"""Headings of a programme that its print tells by nothing but their words and numbers, as the headings that they are.

2. Анализ состояния          3. Цель и               2. Қазіргі
садов района                 задачи программы        жағдайды талдау
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Table, join
from extract.finders.duties.grammar.moods import PLAN, first_mood, tells_mood
from extract.finders.duties.grammar.set_tasks import tells_who_does
from extract.finders.duties.russian.deeds.doings import opens_with_doing

_NUMBERED = re.compile(r"\s*(?:\d{1,2}|[IVXІХ]{1,4})[.)]\s+(?=[^\W\d_])")
_WHOLE = re.compile(r"(?P<number>\d{1,2})[.)]\Z")
_ENDS = (".", ":", ";", ",", "!", "?")
_LONGEST = 150
_LINES = 2
"""Lines that a heading goes on with, at most."""


def with_plain_headings(document: Document) -> Document:
    """A programme, its numbered lines that tell what stands below them headings, what goes on with them in these."""
    if first_mood(document) != PLAN:
        return document
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        block = document.blocks[at]
        title = _title_of(block)
        further = _further(document, at + 1) if title is not None else []
        whole = join([title, *further]) if title is not None and further else title
        if whole is None or not _is_heading(document, at, whole, len(further)):
            blocks.append(block)
            at += 1
            continue
        blocks.append(Heading(whole, block.level if isinstance(block, Heading) else 1))
        at += 1 + len(further)
    return replace(document, blocks=tuple(blocks))


def _title_of(block: Block) -> Passage | None:
    """The words of a line that may be a heading, or the first line of one: short, no mark at its end."""
    if not isinstance(block, Heading | Paragraph | ListItem):
        return None
    text = block.passage.text.rstrip()
    if len(text) > _LONGEST or text.endswith(_ENDS):
        return None
    numbered = _WHOLE.match(block.marker) if isinstance(block, ListItem) else _NUMBERED.match(text)
    asked = isinstance(block, Paragraph) and tells_who_does(text)  # "Что мы хотим изменить"
    return block.passage if numbered or asked else None


def _further(document: Document, at: int) -> list[Passage]:
    """The lines in small letters and without a mark that a heading goes on with, up to a line that is no such one."""
    lines: list[Passage] = []
    for block in document.blocks[at : at + _LINES + 1]:
        if not isinstance(block, Paragraph):
            return lines
        text = block.passage.text.rstrip()
        if not text[:1].islower() or len(text) > _LONGEST or text.endswith(_ENDS):
            return lines
        if document.lang == "ru" and opens_with_doing(text):
            return []
        lines.append(block.passage)
    return []


def _is_heading(document: Document, at: int, title: Passage, further: int) -> bool:
    """Whether a line is a heading: it is one by its print, or tells what stands below it and is no item of a list."""
    block = document.blocks[at]
    if isinstance(block, Heading):
        return bool(further)
    above, below = document.blocks[at - 1 : at], document.blocks[at + 1 + further : at + 2 + further]
    tells = tells_mood(title.text, document.lang) or (document.lang == "ru" and tells_who_does(title.text))
    return tells and not _is_in_list(block, above, below)


def _is_in_list(block: Block, above: Sequence[Block], below: Sequence[Block]) -> bool:
    """Whether a numbered line stands below a lead-in, or right beside another item of its count."""
    if any(isinstance(one, Table) or one.passage.text.rstrip().endswith(":") for one in above):
        return True
    number = _count_of(block)
    return any(_count_of(one) in (number - 1, number + 1) for one in (*above, *below) if _count_of(one))


def _count_of(block: Block) -> int:
    match = _WHOLE.match(block.marker) if isinstance(block, ListItem) else None
    return int(match["number"]) if match else 0
