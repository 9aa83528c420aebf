"""Headings of a programme that its print tells by nothing but their words and numbers, as the headings that they are.

2. Анализ состояния          3. Цель и               2. Қазіргі            4.4. Организация полива
садов района                 задачи программы        жағдайды талдау       В садах города сухо.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Table, join
from extract.finders.duties.grammar.set_tasks import tells_who_does
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.moods.headings import sets_tasks, tells_mood
from extract.finders.duties.moods.kinds import PLAN
from extract.finders.duties.moods.texts import first_mood
from extract.finders.duties.russian.deeds.doings import opens_with_doing
from extract.finders.duties.russian.governed import FINITE_VERBS, INFINITIVES
from extract.lexicon.phrasing import phrasing

_NUMBERED = re.compile(r"\s*(?:(?P<number>\d{1,2}(?:\.\d{1,2})*)|[IVXІХ]{1,4})[.)]\s+(?=[^\W\d_])")
_NAMED = re.compile(
    r"\s*(?i:Раздел|Глава|Часть|(?P<within>Параграф))\s+(?:(?P<number>\d{1,2})|[IVXІХ]{1,5})[.:]?\s+(?=[А-ЯЁ])"
)
"""How a Russian line opens that says itself what it is: "Раздел 2. Охрана садов"."""
_WHOLE = re.compile(r"(?P<number>\d{1,2})[.)]\Z")
_WITHIN = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.\Z")
_ENDS = (".", ":", ";", ",", "!", "?")
_LONGEST = 150
_LINES = 2
"""Lines that a heading goes on with, at most."""
_SENTENCE = 40
"""Letters of a line of prose, at least."""


def with_plain_headings(document: Document) -> Document:
    """A programme, its numbered lines that tell what stands below them headings, what goes on with them in these."""
    if first_mood(document) != PLAN:
        return document
    blocks: list[Block] = []
    at = above = 0
    while at < len(document.blocks):
        block = document.blocks[at]
        title = _title_of(block)
        further = _further(document, at + 1, title.text) if title is not None else []
        whole = join([title, *further]) if title is not None and further else title
        if whole is None or not _is_heading(document, at, whole, len(further)):
            blocks.append(block)
            at += 1
        else:
            blocks.append(Heading(whole, block.level if isinstance(block, Heading) else 1 + above * _is_within(block)))
            at += 1 + len(further)
        if isinstance(blocks[-1], Heading) and not _is_within(block):
            above = blocks[-1].level
    return replace(document, blocks=tuple(blocks))


def _title_of(block: Block) -> Passage | None:
    """The words of a line that may be a heading, or the first line of one: short, no mark at its end."""
    if not isinstance(block, Heading | Paragraph | ListItem):
        return None
    text = block.passage.text.rstrip()
    if len(text) > _LONGEST or text.endswith(_ENDS):
        return None
    if isinstance(block, ListItem):
        return block.passage if _WHOLE.match(block.marker) or _WITHIN.match(block.marker) else None
    asked = isinstance(block, Paragraph) and tells_who_does(text)  # "Что мы хотим изменить"
    return block.passage if asked or _NUMBERED.match(text) or _NAMED.match(text) else None


def _further(document: Document, at: int, title: str) -> list[Passage]:
    """The lines in small letters and without a mark that a heading goes on with, up to a line that is no such one.

    None where one of them tells a deed: "Задачи программы | повысить качество полива".
    """
    lines: list[Passage] = []
    for block in document.blocks[at : at + _LINES + 1]:
        if not isinstance(block, Paragraph):
            return lines
        text = block.passage.text.rstrip()
        if not text[:1].islower() or len(text) > _LONGEST or text.endswith(_ENDS):
            return lines
        if _tells_deed(text, title, document.lang):
            return []
        lines.append(block.passage)
    return []


def _is_heading(document: Document, at: int, title: Passage, further: int) -> bool:
    """Whether a line is a heading: it is one by its print, or tells what stands below it and is no item of a list."""
    block = document.blocks[at]
    if isinstance(block, Heading):
        return bool(further)
    above, below = document.blocks[at - 1 : at], document.blocks[at + 1 + further : at + 2 + further]
    lang = document.lang
    named = _NAMED.match(title.text) is not None
    if not named and _is_in_list(block, above, below):
        return False
    if named or (lang == "ru" and tells_who_does(title.text)):
        return True
    if _bids(title.text, lang):
        return False
    if tells_mood(title.text, lang):
        return _is_within(block) or not _is_in_row(document, at)
    return _tells_doing(block, title, lang) and _is_prose(below) and not _goes_on(above)


def _tells_deed(line: str, title: str, lang: str) -> bool:
    """Whether a line below a heading tells what is done: no heading goes on so."""
    if lang == "kk":
        doing = phrasing("kk").pattern("closes_with_bare_doing").search(line) is not None
        return doing and sets_tasks(title, "kk")
    return opens_with_doing(line) or any(word.tag in _DEEDS and not word.subordinate for word in read_words(line, "ru"))


_DEEDS = FINITE_VERBS | INFINITIVES


def _bids(line: str, lang: str) -> bool:
    """Whether a Russian line holds an infinitive, as tasks do: "3. Провести мероприятия по посадке роз"."""
    return lang == "ru" and any(word.tag in INFINITIVES for word in read_words(line, "ru"))


def _is_in_row(document: Document, at: int) -> bool:
    """Whether a numbered line is one of a row of tasks, whatever stands between them.

    The row counts anew below a numbered heading or one of tasks, or another line of it bids.
    """
    first = next((n for n in range(at - 1, -1, -1) if isinstance(document.blocks[n], Heading)), -1)
    end = next((n for n in range(at, len(document.blocks)) if isinstance(document.blocks[n], Heading)), None)
    row = [(_number_of(block), block) for block in document.blocks[first + 1 : end]]
    numbered = [(number, block.passage.text) for number, block in row if number and not isinstance(block, Table)]
    if any(_bids(text, document.lang) for _, text in numbered):
        return True
    if first < 1 or not numbered:
        return False
    heading = document.blocks[first]
    assert isinstance(heading, Heading)
    tasks = sets_tasks(heading.passage.text, document.lang)
    return numbered[0][0] <= max(_number_of(heading), int(tasks))


def _number_of(block: Block) -> int:
    """The number that a block opens with, 0 for none: "3. Охрана садов"."""
    if isinstance(block, ListItem):
        return _count_of(block)
    text = block.passage.text if isinstance(block, Heading | Paragraph) else ""
    match = _NUMBERED.match(text) or _NAMED.match(text)
    number = match["number"] if match is not None else None
    return int(number) if number is not None and number.isdigit() else 0


def _is_within(block: Block) -> bool:
    """Whether the number of a line is within another: "4.4."."""
    if isinstance(block, ListItem):
        return _WITHIN.match(block.marker) is not None
    named = None if isinstance(block, Table) else _NAMED.match(block.passage.text)
    if named is not None:
        return named["within"] is not None
    match = None if isinstance(block, Table) else _NUMBERED.match(block.passage.text)
    return match is not None and "." in (match["number"] or "")


def _tells_doing(block: Block, title: Passage, lang: str) -> bool:
    """Whether a line names what is done, and no more: "4.4. Организация полива", "1. Бақты күту шараларын айқындау"."""
    if lang == "kk":
        return phrasing("kk").pattern("closes_with_bare_doing").search(title.text) is not None
    number = None if isinstance(block, ListItem) else _NUMBERED.match(title.text)
    return opens_with_doing(title.text[number.end() :] if number else title.text)


def _is_prose(below: Sequence[Block]) -> bool:
    """Whether a line of prose stands below, which has no number and is closed."""
    if not below or not isinstance(below[0], Paragraph):
        return False
    text = below[0].passage.text.strip()
    return len(text) >= _SENTENCE and text[0].isupper() and text.endswith((".", ":"))


def _goes_on(above: Sequence[Block]) -> bool:
    """Whether the line above leaves a list open."""
    return any(not isinstance(one, Table) and one.passage.text.rstrip().endswith((";", ",")) for one in above)


def _is_in_list(block: Block, above: Sequence[Block], below: Sequence[Block]) -> bool:
    """Whether a numbered line stands below a lead-in, or right beside another item of its count."""
    if any(isinstance(one, Table) or one.passage.text.rstrip().endswith(":") for one in above):
        return True
    number = _count_of(block)
    return any(_count_of(one) in (number - 1, number + 1) for one in (*above, *below) if _count_of(one))


def _count_of(block: Block) -> int:
    match = _WHOLE.match(block.marker) if isinstance(block, ListItem) else None
    return int(match["number"]) if match else 0
