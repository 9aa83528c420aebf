"""Plans without a table: points with a note beneath that says by when and who answers.

1. Провести проверку учебников.
> Срок: II квартал 2031 года. Ответственные: Министерство просвещения
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import cache
from itertools import takewhile
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
from extract.document.printed_marks import may_be_title
from extract.finders.plan.amounts import scale_in
from extract.finders.plan.columns.evidence import Known, is_deadline, is_somebody
from extract.finders.plan.columns.kinds import EXECUTORS, FORM, FUNDING, RESULT, PlanColumns, all_of, kind_of_title
from extract.finders.plan.headings import says_a_plan
from extract.finders.plan.items import PlanItem, PlanRow
from extract.finders.plan.times_above import times_above
from extract.lexicon.acts import ANY, header_words
from extract.lexicon.figures import figure_words
from extract.lexicon.words import words as words_of
from extract.values.parties import parse_parties

_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)](?!\d)\s*")
_BEGINNING = 4
"""Letters by which a word of a title is told at first sight."""
_CALLED = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_NAMED_NUMBER = re.compile(
    rf"\s*(?:(?P<before>{_CALLED})\s+№?\s*(?P<number>\d{{1,3}})|(?P<ordinal>\d{{1,3}})\s*-\s*(?P<behind>{_CALLED}))\s*[.:)]\s*"
)
_STOP = re.compile(r"[.;]\s+|\n")
_CAPITAL = "[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]"
_LABEL = re.compile(
    rf"(?:\A|(?<=[.;,])\s+|(?<=\()\s*|\s+(?={_CAPITAL}))"
    r"(?P<title>[^\W\d_](?:[^:;.\n()]|\([^():\n]{1,30}\)){2,60}?)\s*[:–—]\s*"
)
_BEFORE_NAME = re.compile(rf"(?<=[^\W\d_.]) (?={_CAPITAL})")
"""Where a line ended behind the time, and the next begins with a name: "Май-июнь" over "Акимы районов"."""
_CAPITALS = re.compile(rf"(?<!\S){_CAPITAL}")
_LONGEST_NOTE = 600
"""Characters."""
_NOTES = 3
"""Paragraphs that a note may take: the day, who answers, what it ends with."""
_LABELLED_NOTES = 8
"""Paragraphs that it may take where each begins with a label."""
_FEWEST = 2
"""Points that must have one, so that a document is a plan."""
_KINDS = frozenset({"deadline", *EXECUTORS, FORM, RESULT, FUNDING, "funding_source"})
_COLUMNS = PlanColumns(("number", "name", "deadline", "responsible"))
_WITH_MONEY = PlanColumns((*_COLUMNS.kinds, FUNDING))
_CUT_SHORT = re.compile(rf"(?<=\d)\s*(?:{figure_words().short_year_words})$", re.IGNORECASE)
"""How words end behind which a full stop is their own: "2031 г."."""
_ENACTS = re.compile(rf"(?<!\w)(?:{header_words(ANY)['enacts_now']})\W*$", re.IGNORECASE)
"""How what stands above the points of an act ends."""


def find_noted_points(document: Document, known: Known) -> Mapping[int, tuple[int, PlanRow]]:
    """By the number of its first block: the number of the block behind a point with its note, and the point as a row.

    A note beneath a point must name both a time and somebody who is known. One behind a point's own words must name
    both by labels, below the title of a plan: what an act enacts or any other text says so are duties. Empty where
    fewer than two points have a note; where they have, those whose notes beneath name others are rows as well.
    """
    places = _places(document)
    if len(_points(document, known, places)) < _FEWEST:
        return {}
    return _points(document, None, places)


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


def _points(document: Document, known: Known | None, places: Sequence[_Place]) -> Mapping[int, tuple[int, PlanRow]]:
    blocks = document.blocks
    numbers = [_number_of(block, document.lang) for block in blocks]
    times = [
        time if place is _Place.OF_A_PLAN else EMPTY
        for time, place in zip(times_above(blocks, document.lang), places, strict=True)
    ]
    found: dict[int, tuple[int, PlanRow]] = {}
    free = at = 0
    while at < len(blocks):
        of_a_plan = numbers[at] and places[at] is _Place.OF_A_PLAN
        if of_a_plan and (inside := _with_its_note(blocks[at], document.lang, times[at])):
            found[at] = (at + 1, _row([inside[0]], inside[1], numbers[at], document.lang))
            free = at = at + 1
            continue
        first = _point_above(blocks, numbers, at, free)
        first = None if first is not None and not _words_of(blocks[first:at], document.lang) else first
        note, end = (None, at + 1) if first is None else _note_at(blocks, at, document.lang, known, times[first])
        if (
            first is not None
            and isinstance(blocks[first], Heading)
            and not _begins_with_label(blocks[at], document.lang)
        ):
            note = None
        if note and first is not None:
            found[first] = (end, _row(blocks[first:at], note, numbers[first], document.lang))
            free = end
        at = end
    return found


def without_noted_points(document: Document, plan: Sequence[PlanItem]) -> Document:
    """A document without the points that are rows of its plan: they are measures, and no prose."""
    points = (item for item in plan if isinstance(item, PlanRow) and _is_of_points(item))
    return document.without([span for point in points for span in point.row.spans()])


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
    if not isinstance(point, ListItem | Paragraph):
        return None
    whole = point.passage
    for match in _LABEL.finditer(whole.text):
        start, _, kind = _title_of(match, lang)
        before = whole[:start].strip(" (")
        if kind in _KINDS and _words_of([replace(point, passage=before)], lang):
            note = _read(whole[start:], lang, None, time)
            return (replace(point, passage=before), note) if note and any(_labelled(whole[start:], lang)) else None
    return None


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
    labelled = takewhile(lambda block: _begins_with_label(block, lang), blocks[at : at + _LABELLED_NOTES])
    most = max(_NOTES, sum(1 for _ in labelled))
    lines: list[Passage] = []
    for block in blocks[at : at + most]:
        if not _may_be_of_a_note(block, lang):
            break
        lines.append(block.passage)
    for count in range(len(lines), 0, -1):
        words = join(lines[:count], "\n")
        if len(words) <= _LONGEST_NOTE and (note := _read(words, lang, known, time)):
            if longer is None and count > 1 and _begins_anew(words, lang):
                longer = note, at + count
                continue
            return note, at + count
    return longer or (None, at + 1)


def _may_be_of_a_note(block: Block, lang: str) -> TypeGuard[ListItem | Paragraph]:
    """Whether a block is a paragraph without a number, or an item of a list without one that begins with a label."""
    if isinstance(block, ListItem):
        return not _number_of(block, lang) and _begins_with_label(block, lang)
    return isinstance(block, Paragraph) and not _number_of(block, lang)


def _begins_with_label(block: Block, lang: str) -> bool:
    """Whether a block begins as a note with labels does."""
    return isinstance(block, ListItem | Paragraph) and any(_labelled(block.passage, lang))


def _begins_anew(note: Passage, lang: str) -> bool:
    """Whether the last line of a note with labels has none and a capital: it need not be a part of the note."""
    first, last = note.text.find("\n"), note.text.rfind("\n") + 1
    if first < 0 or not note.text[last : last + 1].isupper():
        return False
    return any(_labelled(note[:first], lang)) and not any(_labelled(note[last:], lang))


def _read(words: Passage, lang: str, known: Known | None, time: Passage) -> Mapping[str, Passage] | None:
    """What a note says by column; `time` is that of the line above its point, for labels that tell none."""
    labelled = dict(_labelled(words, lang))
    if labelled:
        labelled = {"deadline": time, **labelled}
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
        yield kind, _said(words[start:end])


def _said(words: Passage) -> Passage:
    """What stands behind a label, without the marks around it; a full stop that cuts a word short stays ("2031 г.")."""
    ended = words.strip(" ,\n")
    bare = ended.strip(" .;,)\n" if ended.text.count(")") > ended.text.count("(") else " .;,\n")
    at = ended.text.find(bare.text)
    return ended[at : at + len(bare) + bool(_CUT_SHORT.search(bare.text))]


def _title_of(match: re.Match[str], lang: str) -> tuple[int, int, str]:
    """Where a label begins and what is behind it, and its kind: a line may end without a point ("МП Срок: ...")."""
    title = match["title"]
    known = any(word[:_BEGINNING] in _beginnings(lang) for word in title.casefold().split())
    starts = (0, *(one.start() for one in _CAPITALS.finditer(title)))[::-1] if known else ()
    for start in starts:
        if (kind := kind_of_title(title[start:], lang)) in _KINDS:
            return match.start("title") + start, match.end(), kind
    return match.start("title"), match.end(), ""


@cache
def _beginnings(lang: str) -> frozenset[str]:
    """How the first words of what may be a label begin: where none stands, no title need be looked for."""
    titles = (title for title, kind in words_of(lang).column_titles.items() if kind in _KINDS)
    stems = (stem for stem, kind in words_of(lang).column_stems.items() if kind in _KINDS)
    return frozenset(word[:_BEGINNING] for title in (*titles, *stems) for word in title.casefold().split())


def _answers(text: str, lang: str, known: Known | None) -> bool:
    """Whether words name somebody: one of them must be known, or a post or a unit, unless nobody need be."""
    parties = parse_parties(text, lang, None, known or _nobody)
    if known is None:
        return bool(parties)
    return any(is_somebody(party.text, lang, known) for party in parties)


def _nobody(_name: str) -> bool:
    return False
