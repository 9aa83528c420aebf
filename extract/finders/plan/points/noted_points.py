"""Plans without a table: points with a note beneath that says by when and who answers.

1. Провести проверку учебников.
> Срок: II квартал 2031 года. Ответственные: Министерство просвещения
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from extract.document.blocks import EMPTY, Block, Cell, Document, Heading, Paragraph, Passage, Row, Table
from extract.document.printed_marks import may_be_title
from extract.finders.plan.columns.evidence import Known
from extract.finders.plan.columns.kinds import EXECUTORS, FORM, RESULT, PlanColumns, all_of
from extract.finders.plan.columns.title_kinds import FUNDING, says_a_plan
from extract.finders.plan.money.amounts import scale_in
from extract.finders.plan.points.point_blocks import is_bullet, number_behind, number_of, says_words, words_of
from extract.finders.plan.points.point_notes import (
    begun_in,
    closed_by_note,
    is_labelled,
    is_unnumbered_above,
    note_at,
    with_its_note,
)
from extract.finders.plan.points.points_above import Above, point_above
from extract.finders.plan.points.times_above import times_above
from extract.finders.plan.rows.items import PlanItem, PlanRow
from extract.lexicon.acts import ANY, header_words
from extract.values.parties.staff import has_person_at_end
from kzedu_graph.model.records import Span

_FEWEST = 2
"""Points that must have one, so that a document is a plan."""
_MOST_LINES = 30
"""Lines of a point that may end with a note."""
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
    numbers = [number_of(block, document.lang) for block in document.blocks]
    times = [EMPTY] * len(places)
    if _Place.OF_A_PLAN in places:
        told = times_above(document.blocks, document.lang)
        times = [time if place is _Place.OF_A_PLAN else EMPTY for time, place in zip(told, places, strict=True)]
    above = Above.of(document.blocks, numbers)
    points = _Points(document.blocks, document.lang, places, numbers, times, above)
    if len(points.find(known, most=_FEWEST)) < _FEWEST:
        return {}
    found = points.find(None)
    if len(found) < _LEAST * points.of_a_plan():
        return {}
    of_persons = [row for at, (_, row) in found.items() if places[at] is _Place.ENACTED and _is_of_persons(row)]
    return {} if len(of_persons) > _LEAST * len(found) else found


def _is_of_persons(row: PlanRow) -> bool:
    """Whether persons, told by their initials, and nobody else answer for a point: "Липов А. Б., завуч В. Кленова"."""
    names = _COMMA.split(row.cells["responsible"].text.strip(" ."))
    return all(has_person_at_end(name.strip(" .")) for name in names)


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
        elif isinstance(block, Heading) and place is _Place.ENACTED and not number_of(block, document.lang):
            place = before
        found.append(place)
    return found


@dataclass(frozen=True, slots=True)
class _Points:
    """Finds the points among blocks, of which each has its place, perhaps a number, and the time told above it; `above`
    tells what else stands there.
    """

    blocks: Sequence[Block]
    lang: str
    places: Sequence[_Place]
    numbers: Sequence[str | None]
    times: Sequence[Passage]
    above: Above

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
            of_a_plan = self.places[at] is _Place.OF_A_PLAN
            is_point = of_a_plan and (numbers[at] or is_bullet(blocks[at]))
            if is_point and (inside := self._with_its_note(at)):
                last = numbers[at] or number_behind(last)
                found[at] = (at + 1, _row(*inside, last, lang))
                free = at = at + 1
                continue
            first = point_above(blocks, numbers, self.above, at, free)
            if first is None and is_unnumbered_above(blocks, at, free, lang):
                first = at - 1
            first = None if first is not None and not says_words(blocks[first:at], lang) else first
            note, end = (None, at + 1) if first is None else self._note_at(at, first, known)
            if first is not None and isinstance(blocks[first], Heading) and not is_labelled(blocks[at], lang):
                note = None
            point: Sequence[Block] = blocks[first:at] if first is not None else ()
            if not note and len(point) == 1 and (begun := begun_in(point[0], blocks, at, lang)):
                point, note, end = begun
            may_close = not note and of_a_plan and 0 < len(point) <= _MOST_LINES
            closed = closed_by_note((*point, blocks[at]), lang) if may_close else None
            if closed and not self._lists_notes(first, at):
                point, note = closed
            if note and first is not None:
                last = numbers[first] or number_behind(last)
                found[first] = (end, _row(point, note, last, lang))
                free = end
            at = end
        return found

    def _with_its_note(self, at: int) -> tuple[Sequence[Block], Mapping[str, Passage]] | None:
        """A point without the note that it ends with, and that: with labels, or a numbered one without."""
        if labelled := with_its_note(self.blocks[at], self.lang, self.times[at]):
            return (labelled[0],), labelled[1]
        return closed_by_note(self.blocks[at : at + 1], self.lang) if self.numbers[at] else None

    def _lists_notes(self, first: int | None, at: int) -> bool:
        """Whether others of a point's lines, or the one behind, end with notes: then none is of the whole point."""
        behind = self.blocks[at + 1 : at + 2] if not any(self.numbers[at + 1 : at + 2]) else []
        lines = (*self.blocks[first:at], *behind) if first is not None else ()
        return any(closed_by_note((line,), self.lang) for line in lines)

    def _note_at(self, at: int, first: int, known: Known | None) -> tuple[Mapping[str, Passage] | None, int]:
        of_a_plan = self.places[first] is _Place.OF_A_PLAN
        return note_at(self.blocks, at, self.lang, known, self.times[first], of_a_plan=of_a_plan)


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


def _row(point: Sequence[Block], note: Mapping[str, Passage], number: str | None, lang: str) -> PlanRow:
    cells = {"name": Cell(words_of(point, lang)), **{kind: Cell((words,)) for kind, words in note.items()}}
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
