"""Lines that call somebody by name, below which stands what he is told: in mails and chats of a team.

>> Тимур (склад)            @Ольга Петровна:            Жанар, Асель:
— полей розы до пятницы     лейки сдать завхозу         1) проверить замки
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import Block, Document, Heading, ListItem, Paragraph, Passage, Table
from extract.finders.duties.everyday.days import BLANK_LINE
from extract.finders.duties.grammar.first_names import is_first_name, parted_names
from extract.finders.duties.grammar.words import read_words
from extract.finders.duties.layouts.named import BRACKETS, names_party
from extract.lexicon.phrasing import phrasing

_MARKED = re.compile(
    r"\s*(?P<mark>(?:>{1,3}|@|→|=>|➡️?|👉|\*{1,2}|_)\s*)?(?P<who>[^\W\d_][^:;!?>@*_]{1,79}?)[*_]*(?P<colon>:)?[*_]*\s*\Z"
)
_EMPHASIS = frozenset({"*", "**", "_"})
_LONGEST = 90
"""Letters of a line that calls somebody."""
_FEWEST_BARE = 2
"""Lines that are a name and nothing else, in a text without lists below them, by which persons are called there."""


@dataclass(frozen=True, slots=True)
class Called:
    """Whom a line calls, and between which places of the text stands what he is told."""

    who: Passage
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Call:
    """A line that may call somebody: its block's place, whom, whether a mark says so, and what stands below it.

    `start` and `end` are the places between which it stands.
    """

    place: int
    who: Passage
    marked: bool
    start: int
    end: int
    over_items: bool
    over_bidding: bool


def without_calls(document: Document) -> tuple[Document, tuple[Called, ...]]:
    """A Russian document without the lines that call somebody, and whom they call; any other as it is."""
    if document.lang != "ru":
        return document, ()
    found = list(_calls(document))
    bare = [call for call in found if not call.marked]
    several = len({call.who.text for call in bare}) >= _FEWEST_BARE
    sure = [
        call for call in found if call.marked or call.over_items or (call.over_bidding and (several or _is_short(call)))
    ]
    if not sure:
        return document, ()
    places = {call.place for call in sure}
    blocks = tuple(block for n, block in enumerate(document.blocks) if n not in places)
    told = (Called(call.who, call.start, call.end) for call in sure)
    return replace(document, blocks=blocks), tuple(told)


def _is_short(call: _Call) -> bool:
    """Whether somebody is called by one name alone, as whoever writes a text does not sign it: "Тимур"."""
    return " " not in call.who.text


def _calls(document: Document) -> Iterator[_Call]:
    """The lines that may call somebody, each with what stands below it up to the next, a table or a heading."""
    matches = [_match_of(block) for block in document.blocks]
    called = [match is not None and _is_called(match) for match in matches]
    if any(called):  # beside sure names, those that are things as well are names, too: "Роза", "Динара"
        called = [match is not None and _is_called(match, beside=True) for match in matches]
    n = 0
    while n < len(matches):
        match = matches[n]
        if match is None or not called[n] or _is_author(document.blocks, n):
            n += 1
            continue
        below = n + 1
        while below < len(matches) and not called[below]:
            below += 1
        call = _call(document, n, match, document.blocks[n + 1 : below])
        if call is not None:
            yield call
        n = below


def _match_of(block: Block) -> re.Match[str] | None:
    if not isinstance(block, Heading | Paragraph) or len(block.passage) > _LONGEST or not block.passage.offsets:
        return None
    return _MARKED.match(block.passage.text)


def _call(document: Document, place: int, match: re.Match[str], below: Sequence[Block]) -> _Call | None:
    """The call that a line is, with what stands below it; None where nothing does."""
    line, end = document.blocks[place], _last_below(document.text, below)
    if end is None or isinstance(line, Table) or isinstance(below[0], Table):
        return None
    first, start = below[0], line.passage.offsets[-1] + 1
    apart = BLANK_LINE.search(document.text, start - 1, first.passage.offsets[0]) is not None
    return _Call(
        place,
        line.passage[match.start("who") : match.end("who")].strip(),
        match["mark"] is not None or match["colon"] is not None,
        start,
        end,
        over_items=isinstance(first, ListItem) and not _is_point(first) and not apart,
        over_bidding=not apart and opens_with_bidding(first.passage.text),
    )


def _is_point(item: ListItem) -> bool:
    """Whether an item is a point of a text, below which the name of its author may stand as well: "1. ..."."""
    return item.marker.strip().endswith(".")


def _is_author(blocks: Sequence[Block], n: int) -> bool:
    """Whether a name is of who wrote or approved the text: below "Разработал:", "С уважением, ..."."""
    above = blocks[n - 1] if n else None
    if above is None or isinstance(above, Table):
        return False
    return phrasing("ru").pattern("names_author_below").match(above.passage.text) is not None


def _is_called(match: re.Match[str], *, beside: bool = False) -> bool:
    """Whether a line is a call, perhaps `beside` others: of persons by their names, or behind a mark of somebody."""
    who = BRACKETS.sub("", match["who"]).strip(" .,")
    parts = parted_names(who)
    if not parts or not who[:1].isupper():
        return False
    return all(is_first_name(part, called=beside) for part in parts) or (
        match["mark"] is not None
        and match["mark"].strip() not in _EMPHASIS
        and any(is_first_name(part, called=True) or names_party(part, "ru") for part in parts)
    )


def _last_below(text: str, below: Sequence[Block]) -> int | None:
    """Where what stands below a call ends: at a blank line behind it, a table or a heading; None where nothing does."""
    end: int | None = None
    for block in below:
        if isinstance(block, Table | Heading) or not block.passage.offsets:
            break
        start = block.passage.offsets[0]
        if end is not None and not isinstance(block, ListItem) and BLANK_LINE.search(text, end, start):
            break
        end = block.passage.offsets[-1] + 1
    return end


def opens_with_bidding(text: str) -> bool:
    """Whether a line opens with what it bids: "Закажи бумагу.", "Не рвать розы"."""
    words = read_words(text, "ru")
    first = next((word for word in words[1:] if word.tag != "not"), None)
    return first is not None and first.tag in _BIDS


_BIDS = frozenset({"imperative", "infinitive", "effect-infinitive"})
