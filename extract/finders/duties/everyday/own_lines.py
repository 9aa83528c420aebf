"""The lines of Kazakh everyday papers that a reader closed up to paragraphs, and the pictures that open their items.

1) Қақпаны бояу               📌 Дүйсенбі            С: Бақты кім суарады?
Мерзімі: 20 тамыз             🔹 Бағбан суарады      Ж: Бағбан.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage
from extract.lexicon.phrasing import phrasing

_PICTURE = (
    "[\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff]"
    "[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*"
)
_PICTURES = re.compile(rf"\s*(?P<mark>(?:{_PICTURE}\s*)+|\d\ufe0f?\u20e3\s*)(?=\S)")
_MAY_BE_PICTURE = re.compile("[\u2190-\u2bff\u20e3\U0001f000-\U0001faff]")
_MOST_WRAPPED = 0.15
"""The share of lines that go on in small letters up to which lines are their writer's own, and not a page's."""
_FEWEST = 2
_ITEMS = 2
"""Lines that one picture opens, from which on it marks items."""


def with_own_lines(document: Document) -> Document:
    """A Kazakh document, each line that its writer ended a block, and those that a picture opens items."""
    if document.lang != "kk":
        return document
    broken = {n: places for n, block in enumerate(document.blocks) if (places := _breaks(block, document.text))}
    blocks: list[Block] = []
    own = _are_own(document, broken) if broken else False
    for n, block in enumerate(document.blocks):
        blocks.extend(_apart(block, broken[n]) if own and n in broken else [block])
    if _MAY_BE_PICTURE.search(document.text):
        blocks = list(_with_items(blocks))
    return document if blocks == list(document.blocks) else replace(document, blocks=tuple(blocks))


def _breaks(block: Block, text: str) -> list[int]:
    """The places in a block's words before which a line of the text ends."""
    if not isinstance(block, Paragraph | ListItem) or not block.passage.offsets:
        return []
    offsets = block.passage.offsets
    found: list[int] = []
    at = text.find("\n", offsets[0], offsets[-1])
    while at >= 0:
        place = bisect_right(offsets, at)
        if 0 < place < len(offsets) and offsets[place - 1] <= at < offsets[place] and place not in found[-1:]:
            found.append(place)
        at = text.find("\n", at + 1, offsets[-1])
    return found


def _are_own(document: Document, broken: dict[int, list[int]]) -> bool:
    """Whether lines that readers closed up are their writer's: hardly one of them goes on in small letters."""
    opens = [_opens(document.blocks[n], place) for n, places in broken.items() for place in places]
    return len(opens) >= _FEWEST and sum(map(str.islower, opens)) <= _MOST_WRAPPED * len(opens)


def _opens(block: Block, place: int) -> str:
    """The first sign of a line that begins at a place of a block."""
    assert isinstance(block, Paragraph | ListItem)
    return block.passage.text[place : place + 2].lstrip(" \n*_")[:1] or " "


def _apart(block: Block, places: list[int]) -> Iterator[Block]:
    """The lines of a block, but those that go on with the one before."""
    assert isinstance(block, Paragraph | ListItem)
    ends = [*places[1:], len(block.passage)]
    own = [start for start, end in zip(places, ends, strict=True) if not _goes_on(block, start, end)]
    edges = [0, *own, len(block.passage)]
    for n, (start, end) in enumerate(pairwise(edges)):
        line = block.passage[start:end].strip()
        if line.text:
            yield replace(block, passage=line) if n == 0 else Paragraph(line)


def _goes_on(block: Block, start: int, end: int) -> bool:
    """Whether a line goes on with the one before: in small letters, or with a day or a name behind no mark.

    Such a line says what is done by then or with what, or leaves that to the lines in small letters below it.
    """
    if _opens(block, start).islower():
        return True
    assert isinstance(block, Paragraph | ListItem)
    text = block.passage.text
    if phrasing("kk").pattern("goes_on_below").match(text[start:end].lstrip()) is None:
        return False
    above = text[:start].rstrip().rpartition("\n")[2]
    return len(above.split()) > _FEWEST and above[-1:].isalpha() and text.rstrip().endswith(".")


def _with_items(blocks: list[Block]) -> Iterator[Block]:
    """Blocks, those that a picture opens without it: items, where it opens several, but for titles and lead-ins."""
    opened = {n: match for n, block in enumerate(blocks) if (match := _picture_of(block)) is not None}
    marks = Counter(match["mark"].strip() for match in opened.values())
    for n, block in enumerate(blocks):
        match = opened.get(n)
        if match is None or not isinstance(block, Paragraph | ListItem | Heading):
            yield block
            continue
        rest, mark = block.passage[match.end() :], match["mark"].strip()
        item = isinstance(block, Paragraph) and marks[mark] >= _ITEMS and not _is_title(rest)
        yield ListItem(mark, rest) if item else replace(block, passage=rest)


def _picture_of(block: Block) -> re.Match[str] | None:
    if not isinstance(block, Paragraph | ListItem | Heading):
        return None
    match = _PICTURES.match(block.passage.text)
    return match if match is not None and match.end() < len(block.passage) else None


def _is_title(line: Passage) -> bool:
    """Whether a line behind a picture is a title, or leads in what stands below it."""
    bare = line.text.rstrip()
    return bare.endswith(":") or bare.isupper()
