"""Points of a plan that is no table: their numbers, the blocks that they are made of, and their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.document.blocks import Block, Heading, ListItem, Paragraph, Passage, Table
from extract.finders.plan.columns.title_kinds import kind_of_title

_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3})*(?=[.)](?!\d))|\d{1,3}(?:\.\d{1,3})+(?=\s))[.)]?\s*")
_CALLED = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_NAMED_NUMBER = re.compile(
    rf"\s*(?:(?P<before>{_CALLED})\s+№?\s*(?P<number>\d{{1,3}})|(?P<ordinal>\d{{1,3}})\s*-\s*(?P<behind>{_CALLED}))\s*[.:)]\s*"
)


def number_of(block: Block, lang: str) -> str | None:
    """The number of a block that is a point, or of a heading that is numbered as one."""
    if isinstance(block, ListItem):
        match = _NUMBER.fullmatch(f"{block.marker} ")
        return match["number"] if match else None
    told = _printed_number(block.passage.text, lang) if isinstance(block, Paragraph | Heading) else None
    return told[0] if told else None


def _printed_number(text: str, lang: str) -> tuple[str, int] | None:
    """The number that words begin with, alone or behind what a measure is called ("Мероприятие 1."), and its end."""
    if match := _NUMBER.match(text):
        return match["number"], match.end()
    match = _NAMED_NUMBER.match(text)
    named = match and kind_of_title(match["before"] or match["behind"], lang) == "name"
    return (match["number"] or match["ordinal"], match.end()) if match and named else None


def is_bullet(block: Block) -> bool:
    """Whether a block is an item of a list without a number."""
    return isinstance(block, ListItem) and not any(map(str.isalnum, block.marker))


def number_behind(number: str) -> str:
    """The number of a point that has none of its own, behind another."""
    return str(int(number) + 1) if number.isdigit() else "1"


def says_words(point: Sequence[Block], lang: str) -> bool:
    """Whether a point has words beside its number."""
    return bool(words_of(point[:1], lang)) or any(
        not isinstance(block, Table) and bool(block.passage.text) for block in point[1:]
    )


def words_of(point: Sequence[Block], lang: str) -> tuple[Passage, ...]:
    """What a point says, without its number, which may stand on a line of its own."""
    passages = [block.passage for block in point if not isinstance(block, Table)]
    told = None if isinstance(point[0], ListItem) else _printed_number(passages[0].text, lang)
    if told:
        passages[0] = passages[0][told[1] :]
    return tuple(passage for passage in passages if passage.text)
