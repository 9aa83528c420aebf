"""Lines that call somebody by name, below which stands what he is told: in mails and chats of a team.

>> Тимур (склад)            @Ольга Петровна:            Жанар, Асель:
— полей розы до пятницы     лейки сдать завхозу         1) проверить замки
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Table
from extract.finders.duties.layouts.named import names_party
from extract.finders.duties.russian.parties.names.first_names import is_first_name

_MARKED = re.compile(
    r"\s*(?P<mark>(?:>{1,3}|@|→|=>|➡️?|👉|\*{1,2}|_)\s*)?(?P<who>[^\W\d_][^:;!?>@*_]{1,79}?)[*_]*(?P<colon>:)?[*_]*\s*\Z"
)
_PARTS = re.compile(r"\s*[,/+&]\s*|\s+и\s+")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_BLANK = re.compile(r"\n[^\S\n]*\n")
_NAMES = 3
"""Words of a person's name: "Ольга Петровна Липова"."""


@dataclass(frozen=True, slots=True)
class Called:
    """Whom a line calls, and between which places of the text stands what he is told."""

    who: Passage
    start: int
    end: int


def without_calls(document: Document) -> tuple[Document, tuple[Called, ...]]:
    """A Russian document without the lines that call somebody, and whom they call; any other as it is."""
    if document.lang != "ru":
        return document, ()
    found = list(_calls(document))
    if not found:
        return document, ()
    places = {one.who.offsets[0] for one in found}
    blocks = tuple(block for block in document.blocks if not _holds(block, places))
    return replace(document, blocks=blocks), tuple(found)


def _holds(block: Block, places: set[int]) -> bool:
    if isinstance(block, Table) or len(block.passage) > _LONGEST or not block.passage.offsets:
        return False
    return any(block.passage.offsets[0] <= place <= block.passage.offsets[-1] for place in places)


_LONGEST = 90
"""Letters of a line that calls somebody."""


def _calls(document: Document) -> Iterator[Called]:
    blocks = document.blocks
    for n, block in enumerate(blocks[:-1]):
        if not isinstance(block, Heading | Paragraph) or len(block.passage) > _LONGEST or not block.passage.offsets:
            continue
        match = _MARKED.match(block.passage.text)
        if match is None or not _is_called(match):
            continue
        below = blocks[n + 1 :]
        last = _last_below(document.text, below)
        if last is not None:
            yield Called(
                block.passage[match.start("who") : match.end("who")].strip(), block.passage.offsets[-1] + 1, last
            )


def _is_called(match: re.Match[str]) -> bool:
    """Whether a line is a call: of persons by their names, or behind a mark of somebody at all."""
    who = _BRACKETS.sub("", match["who"]).strip(" .,")
    parts = [part for part in _PARTS.split(who) if part]
    if not parts or not who[:1].isupper():
        return False
    marked = match["mark"] is not None or match["colon"] is not None
    return all(map(is_first_name, parts)) or (
        marked
        and match["mark"] is not None
        and match["mark"].strip() not in _EMPHASIS
        and any(is_first_name(part, called=True) or names_party(part, "ru") for part in parts)
    )


_EMPHASIS = frozenset({"*", "**", "_"})


def _last_below(text: str, below: Sequence[Block]) -> int | None:
    """Where what stands below a call ends: at a blank line behind it, a table or a heading; None where nothing does."""
    end: int | None = None
    for block in below:
        if isinstance(block, Table | Heading) or not block.passage.offsets:
            break
        match = (
            _MARKED.match(block.passage.text)
            if isinstance(block, Paragraph) and len(block.passage) <= _LONGEST
            else None
        )
        if match is not None and match["mark"] is not None:
            break
        start = block.passage.offsets[0]
        if end is not None and _BLANK.search(text, end, start) and not isinstance(block, ListItem):
            break
        end = block.passage.offsets[-1] + 1
    return end
