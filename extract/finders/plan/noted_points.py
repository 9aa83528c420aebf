"""Plans without a table: points with a note beneath that says by when and who answers.

1. Провести проверку учебников.
> Срок: II квартал 2031 года. Ответственные: Министерство просвещения
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise
from typing import TypeGuard

from extract.document.blocks import (
    EMPTY,
    Block,
    Cell,
    Document,
    Heading,
    ListItem,
    Paragraph,
    Passage,
    Row,
    Table,
    join,
)
from extract.document.labelled_lines import LABELS
from extract.document.printed_marks import may_be_title
from extract.finders.plan.amounts import scale_in
from extract.finders.plan.columns.evidence import Known
from extract.finders.plan.columns.kinds import EXECUTORS, FORM, RESULT, PlanColumns, all_of
from extract.finders.plan.columns.title_kinds import FUNDING, kind_of_title
from extract.finders.plan.headings import says_a_plan
from extract.finders.plan.items import PlanItem, PlanRow
from extract.finders.plan.note_labels import LABEL, begins_with_label, read_note, title_of
from extract.finders.plan.times_above import times_above
from extract.lexicon.acts import ANY, header_words
from extract.values.enumerations import is_person
from kzedu_graph.model.records import Span

_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3})*(?=[.)](?!\d))|\d{1,3}(?:\.\d{1,3})+(?=\s))[.)]?\s*")
_CALLED = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_NAMED_NUMBER = re.compile(
    rf"\s*(?:(?P<before>{_CALLED})\s+№?\s*(?P<number>\d{{1,3}})|(?P<ordinal>\d{{1,3}})\s*-\s*(?P<behind>{_CALLED}))\s*[.:)]\s*"
)
_LONGEST_NOTE = 600
"""Characters."""
_NOTES = 3
"""Paragraphs that a note may take: the day, who answers, what it ends with."""
_LABELLED_NOTES = 8
"""Paragraphs that it may take where each begins with a label."""
_FEWEST = 2
"""Points that must have one, so that a document is a plan."""
_LEAST = 0.5
"""And their share of the points of a plan."""
_COLUMNS = PlanColumns(("number", "name", "deadline", "responsible"))
_WITH_MONEY = PlanColumns((*_COLUMNS.kinds, FUNDING))
_COMMA = re.compile(r"[,;]\s*")
_ENACTS = re.compile(rf"(?<!\w)(?:{header_words(ANY)['enacts_now']})\W*$", re.IGNORECASE)
"""How what stands above the points of an act ends."""


def find_noted_points(document: Document, known: Known) -> Mapping[int, tuple[int, PlanRow]]:
    """By the number of its first block: the number of the block behind a point with its note, and the point as a row.

    A note beneath a point must name both a time and somebody who is known. One behind a point's own words must name
    both by labels, below the title of a plan: what an act enacts or any other text says so are duties. Empty where
    fewer than two points have a note, or few of a plan's points: all of these are prose then, told in one way. Where
    they have, those whose notes beneath name others are rows as well.
    """
    places = _places(document)
    numbers = [_number_of(block, document.lang) for block in document.blocks]
    times = [EMPTY] * len(places)
    if _Place.OF_A_PLAN in places:
        above = times_above(document.blocks, document.lang)
        times = [time if place is _Place.OF_A_PLAN else EMPTY for time, place in zip(above, places, strict=True)]
    points = _Points(document.blocks, document.lang, places, numbers, times)
    if len(points.find(known, most=_FEWEST)) < _FEWEST:
        return {}
    found = points.find(None)
    if len(found) < _LEAST * points.of_a_plan():
        return {}
    of_persons = [row for at, (_, row) in found.items() if places[at] is _Place.ENACTED and _is_of_persons(row)]
    return {} if len(of_persons) > _LEAST * len(found) else found


def _is_of_persons(row: PlanRow) -> bool:
    """Whether persons, told by their initials, and nobody else answer for a point: "Липов А. Б., Кленова В."."""
    return all(map(is_person, _COMMA.split(row.cells["responsible"].text.strip(" .") + ".")))


class _Place(Enum):
    """What stands above a block: words that enact, with no title between; a title of a plan; neither."""

    ENACTED = auto()
    OF_A_PLAN = auto()
    OTHER = auto()


def _places(document: Document) -> Sequence[_Place]:
    """Where each block stands. A title of another kind ends what is enacted, but no plan: it is one of its parts."""
    found: list[_Place] = []
    place = before = _Place.OTHER
    for block in document.blocks:
        text = block.passage.text.strip() if isinstance(block, Heading | Paragraph) else ""
        if _ENACTS.search(text):
            place = _Place.ENACTED
        elif text and may_be_title(text) and says_a_plan(text, document.lang):
            place = before = _Place.OF_A_PLAN
        elif isinstance(block, Heading) and place is _Place.ENACTED and not _number_of(block, document.lang):
            place = before
        found.append(place)
    return found


@dataclass(frozen=True, slots=True)
class _Points:
    """Finds the points among blocks, of which each has its place, perhaps a number, and the time told above it."""

    blocks: Sequence[Block]
    lang: str
    places: Sequence[_Place]
    numbers: Sequence[str | None]
    times: Sequence[Passage]

    def of_a_plan(self) -> int:
        """How many numbered blocks below the title of a plan are points, and no headings of others."""
        placed = zip(self.numbers, self.places, strict=True)
        numbers = [number for number, place in placed if number and place is _Place.OF_A_PLAN]
        over = (later == "1" or later.startswith(f"{number}.") for number, later in pairwise(numbers))
        return len(numbers) - sum(over)

    def find(self, known: Known | None, most: int = sys.maxsize) -> Mapping[int, tuple[int, PlanRow]]:
        """The points that have a note, the first of them where no more are wanted."""
        blocks, numbers, lang = self.blocks, self.numbers, self.lang
        found: dict[int, tuple[int, PlanRow]] = {}
        free = at = 0
        last = ""
        while at < len(blocks) and len(found) < most:
            of_a_plan = (numbers[at] or _is_bullet(blocks[at])) and self.places[at] is _Place.OF_A_PLAN
            if of_a_plan and (inside := _with_its_note(blocks[at], lang, self.times[at])):
                last = numbers[at] or _behind(last)
                found[at] = (at + 1, _row([inside[0]], inside[1], last, lang))
                free = at = at + 1
                continue
            first = _point_above(blocks, numbers, at, free)
            if first is None and _is_unnumbered_above(blocks, at, free, lang):
                first = at - 1
            first = None if first is not None and not _words_of(blocks[first:at], lang) else first
            note, end = (None, at + 1) if first is None else _note_at(blocks, at, lang, known, self.times[first])
            if first is not None and isinstance(blocks[first], Heading) and not _begins_with_label(blocks[at], lang):
                note = None
            point: Sequence[Block] = blocks[first:at] if first is not None else ()
            if not note and len(point) == 1 and (begun := _begun_in(point[0], blocks, at, lang)):
                point, note, end = begun
            if note and first is not None:
                last = numbers[first] or _behind(last)
                found[first] = (end, _row(point, note, last, lang))
                free = end
            at = end
        return found


def _is_bullet(block: Block) -> bool:
    return isinstance(block, ListItem) and not any(map(str.isalnum, block.marker))


def _is_unnumbered_above(blocks: Sequence[Block], at: int, free: int, lang: str) -> bool:
    """Whether a note with labels stands beneath a point without a number: one item with a dash, or a paragraph right
    behind the note of another point.
    """
    if at <= free:
        return False
    if _is_bullet(blocks[at - 1]):
        stands_alone = at - 1 == free or not _is_bullet(blocks[at - 2])
    else:
        stands_alone = at - 1 == free > 0 and isinstance(blocks[at - 1], Paragraph)
    return stands_alone and _begins_with_label(blocks[at], lang) and not _begins_with_label(blocks[at - 1], lang)


def _behind(number: str) -> str:
    """The number of a point that has none of its own, behind another."""
    return str(int(number) + 1) if number.isdigit() else "1"


def without_noted_points(document: Document, plan: Sequence[PlanItem]) -> Document:
    """A document without the points that are rows of its plan: they are measures, and no prose.

    A point is all of the block that its name stands in, and what goes on with it below; the time above it stays.
    """
    rows = [item for item in plan if isinstance(item, PlanRow) and _is_of_points(item)]
    if not rows:
        return document
    blocks = [block.passage.span() for block in document.blocks if not isinstance(block, Table) and block.passage.text]
    starts = [span.start for span in blocks]
    spans: list[Span] = []
    for row in rows:
        pieces = [passage.span() for cell in row.cells.values() for passage in cell.paragraphs if passage.text]
        name = min(passage.span().start for passage in row.cells["name"].paragraphs)
        first = blocks[max(0, bisect_right(starts, name) - 1)]
        spans.append(Span(first.start, max([first.end, *(piece.end for piece in pieces)])))
    return document.without(spans)


def _is_of_points(row: PlanRow) -> bool:
    """Whether a row is a point: its columns are those of this module themselves, not a table's that are like them."""
    return row.columns is _COLUMNS or row.columns is _WITH_MONEY


def _number_of(block: Block, lang: str) -> str | None:
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


def _point_above(blocks: Sequence[Block], numbers: Sequence[str | None], at: int, free: int) -> int | None:
    """The block that the point above begins with: its own items, and what goes on below them, are part of it."""
    for first in range(at - 1, free - 1, -1):
        block = blocks[first]
        if isinstance(block, Heading):
            return first if numbers[first] and first == at - 1 else None
        if not isinstance(block, ListItem | Paragraph):
            return None
        if not numbers[first]:
            continue
        if not (isinstance(block, ListItem) and block.marker.endswith(")")):
            return first
        if not _is_led_in(blocks, numbers, first, free):
            return first
    return None


def _is_led_in(blocks: Sequence[Block], numbers: Sequence[str | None], at: int, free: int) -> bool:
    """Whether an item in a bracket's list stands beneath a point that ends with a colon."""
    for n in range(at - 1, free - 1, -1):
        block = blocks[n]
        if not isinstance(block, ListItem | Paragraph):
            return False
        if not (isinstance(block, ListItem) and block.marker.endswith(")")):
            return bool(numbers[n]) and block.passage.text.rstrip().endswith(":")
    return False


def _words_of(point: Sequence[Block], lang: str) -> tuple[Passage, ...]:
    """What a point says, without its number, which may stand on a line of its own."""
    passages = [block.passage for block in point if not isinstance(block, Table)]
    told = None if isinstance(point[0], ListItem) else _printed_number(passages[0].text, lang)
    if told:
        passages[0] = passages[0][told[1] :]
    return tuple(passage for passage in passages if passage.text)


def _with_its_note(point: Block, lang: str, time: Passage) -> tuple[Block, Mapping[str, Passage]] | None:
    """A point without the note that it ends with, and that note ("1. Полить сад. Срок: май. Ответственные: ..."); None
    where it has none. Labels tell that it is one.
    """
    told = _cut_at_label(point, lang)
    note = read_note(told[1], lang, None, time) if told else None
    return (told[0], note) if told and note and begins_with_label(told[1].text, lang) else None


def _cut_at_label(point: Block, lang: str) -> tuple[Block, Passage] | None:
    """A point without what stands from its first label on, and that; None where it has none behind its own words."""
    if not isinstance(point, ListItem | Paragraph):
        return None
    whole = point.passage
    for match in LABEL.finditer(whole.text):
        start, _, kind = title_of(match, lang)
        before = whole[:start].strip(" (")
        if kind in LABELS and _words_of([replace(point, passage=before)], lang):
            return replace(point, passage=before), whole[start:]
    return None


def _begun_in(
    point: Block, blocks: Sequence[Block], at: int, lang: str
) -> tuple[Sequence[Block], Mapping[str, Passage], int] | None:
    """A point without the first label of its note, which stands behind its own words, the note and what is behind it:
    "1. Полить сад. Отв.: Лесхоз" over "Срок: май".
    """
    told = _cut_at_label(point, lang) if _begins_with_label(blocks[at], lang) else None
    if told is None:
        return None
    end = at + _labelled_lines(blocks[at : at + _LABELLED_NOTES], lang)
    lines = [block.passage for block in blocks[at:end] if isinstance(block, ListItem | Paragraph)]
    note = read_note(join((told[1], *lines), "\n"), lang, None, EMPTY)
    return ((told[0],), note, end) if note else None


def _row(point: Sequence[Block], note: Mapping[str, Passage], number: str | None, lang: str) -> PlanRow:
    cells = {"name": Cell(_words_of(point, lang)), **{kind: Cell((words,)) for kind, words in note.items()}}
    row = Row(tuple(cells.values()))
    cells["responsible"] = all_of([cells[kind] for kind in EXECUTORS if kind in cells])
    if RESULT in cells:
        cells.setdefault(FORM, cells[RESULT])
    if FUNDING in cells and not _says_a_scale(cells[FUNDING].text):
        cells["funding_note"] = cells.pop(FUNDING)
    columns = _WITH_MONEY if FUNDING in cells else _COLUMNS
    return PlanRow(number or "", cells, row, columns=columns)


def _says_a_scale(amount: str) -> bool:
    """Whether an amount in a note names its unit, which no title tells; words without a figure need none."""
    return scale_in(amount) is not None or not any(map(str.isdigit, amount))


def _note_at(
    blocks: Sequence[Block], at: int, lang: str, known: Known | None, time: Passage
) -> tuple[Mapping[str, Passage] | None, int]:
    """What the paragraphs from here on say as a note, by column, and the number of the block behind them."""
    longer: tuple[Mapping[str, Passage], int] | None = None
    most = max(_NOTES, _labelled_lines(blocks[at : at + _LABELLED_NOTES], lang))
    led = _begins_with_label(blocks[at], lang)
    lines: list[Passage] = []
    for block in blocks[at : at + most]:
        if not _may_be_of_a_note(block, lang) or (lines and not led and _begins_with_label(block, lang)):
            break
        lines.append(block.passage)
    for count in range(len(lines), 0, -1):
        words = join(lines[:count], "\n")
        if len(words) <= _LONGEST_NOTE and (note := read_note(words, lang, known, time)):
            if longer is None and count > 1 and _begins_anew(words, lang):
                longer = note, at + count
                continue
            return note, at + count
    return longer or (None, at + 1)


def _labelled_lines(blocks: Sequence[Block], lang: str) -> int:
    """How many blocks begin with a label, or go on below one that ends with a comma; the first of them begins so."""
    comma = False
    for n, block in enumerate(blocks):
        goes_on = comma and isinstance(block, Paragraph) and not _number_of(block, lang)
        if not (goes_on or _begins_with_label(block, lang)):
            return n
        comma = isinstance(block, ListItem | Paragraph) and block.passage.text.endswith(",")
    return len(blocks)


def _may_be_of_a_note(block: Block, lang: str) -> TypeGuard[ListItem | Paragraph]:
    """Whether a block is a paragraph without a number, or an item of a list without one that begins with a label."""
    if isinstance(block, ListItem):
        return not _number_of(block, lang) and _begins_with_label(block, lang)
    return isinstance(block, Paragraph) and not _number_of(block, lang)


def _begins_with_label(block: Block, lang: str) -> bool:
    """Whether a block begins as a note with labels does."""
    return isinstance(block, ListItem | Paragraph) and begins_with_label(block.passage.text, lang)


def _begins_anew(note: Passage, lang: str) -> bool:
    """Whether the last line of a note with labels has none and a capital: it need not be a part of the note."""
    first, last = note.text.find("\n"), note.text.rfind("\n") + 1
    if first < 0 or not note.text[last : last + 1].isupper():
        return False
    return begins_with_label(note.text[:first], lang) and not begins_with_label(note.text[last:], lang)
