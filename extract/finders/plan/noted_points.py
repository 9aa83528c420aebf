"""Plans without a table: points with a note beneath that says by when and who answers.

1. Провести проверку учебников.
> Срок: II квартал 2031 года. Ответственные: Министерство просвещения
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extract.document.blocks import Block, Cell, Document, ListItem, Paragraph, Passage, Row, Table, join
from extract.finders.plan.columns.evidence import Known, is_deadline, is_somebody
from extract.finders.plan.columns.kinds import PlanColumns, kind_of_title
from extract.finders.plan.items import PlanItem, PlanRow
from extract.values.parties import parse_parties

_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)](?!\d)\s*")
_STOP = re.compile(r"[.;]\s+|\n")
_CAPITAL = "[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
_LABEL = re.compile(rf"(?:\A|(?<=[.;,])\s+|\s+(?={_CAPITAL}))(?P<title>[^\W\d_][^:;.\n]{{2,60}}?)\s*[:–—]\s*")
_BEFORE_NAME = re.compile(rf"(?<=[^\W\d_.]) (?={_CAPITAL})")
"""Where a line ended behind the time, and the next begins with a name: "Май-июнь" over "Акимы районов"."""
_CAPITALS = re.compile(rf"(?<!\S){_CAPITAL}")
_LONGEST_NOTE = 600
"""Characters."""
_NOTES = 3
"""Paragraphs that a note may take: the day, who answers, what it ends with."""
_FEWEST = 2
"""Points that must have one, so that a document is a plan."""
_KINDS = ("deadline", "responsible", "completion_form", "funding_source")
_COLUMNS = PlanColumns(("number", "name", "deadline", "responsible"))


def find_noted_points(document: Document, known: Known) -> Mapping[int, tuple[int, PlanRow]]:
    """By the number of its first block: the number of the block behind a point with its note, and the point as a row.

    Empty where fewer than two points have a note that names both a time and somebody who is known; where they have,
    those whose notes name others are rows as well.
    """
    if len(_points(document, known)) < _FEWEST:
        return {}
    return _points(document, None)


def _points(document: Document, known: Known | None) -> Mapping[int, tuple[int, PlanRow]]:
    blocks = document.blocks
    numbers = [_number_of(block) for block in blocks]
    found: dict[int, tuple[int, PlanRow]] = {}
    free = at = 0
    while at < len(blocks):
        first = _point_above(blocks, numbers, at, free)
        first = None if first is not None and not _words_of(blocks[first:at]) else first
        note, end = (None, at + 1) if first is None else _note_at(blocks, at, document.lang, known)
        if note and first is not None:
            found[first] = (end, _row(blocks[first:at], note))
            free = end
        at = end
    return found


def without_noted_points(document: Document, plan: Sequence[PlanItem]) -> Document:
    """A document without the points that are rows of its plan: they are measures, and no prose."""
    points = (item for item in plan if isinstance(item, PlanRow) and item.columns is _COLUMNS)
    return document.without([span for point in points for span in point.row.spans()])


def _number_of(block: Block) -> str | None:
    """The number of a block that is a point."""
    if isinstance(block, ListItem):
        match = _NUMBER.fullmatch(f"{block.marker} ")
    else:
        match = _NUMBER.match(block.passage.text) if isinstance(block, Paragraph) else None
    return match["number"] if match else None


def _point_above(blocks: Sequence[Block], numbers: Sequence[str | None], at: int, free: int) -> int | None:
    """The block that the point above begins with: its own items, and what goes on below them, are part of it."""
    for first in range(at - 1, free - 1, -1):
        block = blocks[first]
        if not isinstance(block, ListItem | Paragraph):
            return None
        if not numbers[first]:
            continue
        if not (isinstance(block, ListItem) and block.marker.endswith(")")):
            return first
        if not _is_led_in(blocks, first, free):
            return first
    return None


def _is_led_in(blocks: Sequence[Block], at: int, free: int) -> bool:
    """Whether an item in a bracket's list stands beneath a point that ends with a colon."""
    for block in reversed(blocks[free:at]):
        if not isinstance(block, ListItem | Paragraph):
            return False
        if not (isinstance(block, ListItem) and block.marker.endswith(")")):
            return bool(_number_of(block)) and block.passage.text.rstrip().endswith(":")
    return False


def _words_of(point: Sequence[Block]) -> tuple[Passage, ...]:
    """What a point says, without its number, which may stand on a line of its own."""
    passages = [block.passage for block in point if not isinstance(block, Table)]
    match = None if isinstance(point[0], ListItem) else _NUMBER.match(passages[0].text)
    if match:
        passages[0] = passages[0][match.end() :]
    return tuple(passage for passage in passages if passage.text)


def _row(point: Sequence[Block], note: Mapping[str, Passage]) -> PlanRow:
    cells = {"name": Cell(_words_of(point)), **{kind: Cell((words,)) for kind, words in note.items()}}
    return PlanRow(_number_of(point[0]) or "", cells, Row(tuple(cells.values())), columns=_COLUMNS)


def _note_at(
    blocks: Sequence[Block], at: int, lang: str, known: Known | None
) -> tuple[Mapping[str, Passage] | None, int]:
    """What the paragraphs from here on say as a note, by column, and the number of the block behind them."""
    longer: tuple[Mapping[str, Passage], int] | None = None
    for count in range(_NOTES, 0, -1):
        paragraphs = blocks[at : at + count]
        if len(paragraphs) < count or not all(isinstance(b, Paragraph) and not _number_of(b) for b in paragraphs):
            continue
        words = join((b.passage for b in paragraphs if isinstance(b, Paragraph)), "\n")
        if len(words) <= _LONGEST_NOTE and (note := _read(words, lang, known)):
            if longer is None and count > 1 and _begins_anew(words, lang):
                longer = note, at + count
                continue
            return note, at + count
    return longer or (None, at + 1)


def _begins_anew(note: Passage, lang: str) -> bool:
    """Whether the last line of a note with labels has none and a capital: it need not be a part of the note."""
    first, last = note.text.find("\n"), note.text.rfind("\n") + 1
    if first < 0 or not note.text[last : last + 1].isupper():
        return False
    return any(_labelled(note[:first], lang)) and not any(_labelled(note[last:], lang))


def _read(words: Passage, lang: str, known: Known | None) -> Mapping[str, Passage] | None:
    labelled = dict(_labelled(words, lang))
    if labelled:
        told = {"deadline", "responsible"} <= labelled.keys() and bool(labelled["deadline"].text)
        return labelled if told and _answers(labelled["responsible"].text, lang, None) else None
    name = _BEFORE_NAME.search(words.text)
    for stop in (*_STOP.finditer(words.text), *((name,) if name else ())):
        one, other = words[: stop.start()].strip(" .;"), words[stop.end() :].strip(" .;")
        for deadline, responsible in ((one, other), (other, one)):
            if is_deadline(deadline.text, lang) and _answers(responsible.text, lang, known):
                return {"deadline": deadline, "responsible": responsible}
    return None


def _labelled(words: Passage, lang: str) -> Iterator[tuple[str, Passage]]:
    """What stands behind titles of columns ("Срок: ..."), the first words of the note being one."""
    found = (_title_of(match, lang) for match in _LABEL.finditer(words.text))
    titles = [(start, end, kind) for start, end, kind in found if kind in _KINDS]
    if not titles or titles[0][0]:
        return
    ends = [start for start, _, _ in titles[1:]] + [len(words)]
    for (_, start, kind), end in zip(titles, ends, strict=True):
        yield kind, words[start:end].strip(" .;,\n")


def _title_of(match: re.Match[str], lang: str) -> tuple[int, int, str]:
    """Where a label begins and what is behind it, and its kind: a line may end without a point ("МП Срок: ...")."""
    title = match["title"]
    for start in (0, *(one.start() for one in _CAPITALS.finditer(title)))[::-1]:
        if (kind := kind_of_title(title[start:], lang)) in _KINDS:
            return match.start("title") + start, match.end(), kind
    return match.start("title"), match.end(), ""


def _answers(text: str, lang: str, known: Known | None) -> bool:
    """Whether words name somebody: one of them must be known, or a post or a unit, unless nobody need be."""
    parties = parse_parties(text, lang, None, known or _nobody)
    if known is None:
        return bool(parties)
    return any(is_somebody(party.text, lang, known) for party in parties)


def _nobody(_name: str) -> bool:
    return False
