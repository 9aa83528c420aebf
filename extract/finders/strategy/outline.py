"""The outline of a strategy: its goal, directions, tasks, and under each task the expected results and planned actions.

The headings carry labels ("Міндет: ..."); a table of indicators repeats them, and there they are the same things.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import Enum
from functools import cache

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Passage, Table
from extract.finders.strategy.columns import columns_in, is_title
from extract.lexicon.strategies import strategy_words
from kzedu_graph.model.records import Group, Source, Span

GROUP_KINDS = ("goal", "direction", "task")
"""The kinds of outline items that rows stand under."""

SAME_WORDS = 0.6
"""How alike two headings must be to be one, as `difflib` measures it: a table shortens what the text says."""

_SECTION_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?\s+")


class LineRole(Enum):
    """Where words of the outline stand."""

    HEADING = "heading"
    PROSE = "prose"
    ITEM = "item"
    ROW = "row"
    VALUES = "values"


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A piece of the outline. `kind` is goal, direction, task, expected-result or planned-action.

    `number` is the printed one or, where none is printed, the place in the order of its kind; results and actions
    are counted within their task ("5.2").
    """

    kind: str
    number: str
    name: str
    evidence: tuple[Span, ...]
    part_of: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Unit:
    place: LineRole
    passage: Passage
    repeated: bool


@dataclass(frozen=True, slots=True)
class _Label:
    kind: str
    number: str | None
    name: Passage


def find_structure(source: Source, document: Document) -> tuple[Group, ...]:
    """The goals, directions and tasks of a strategy, each with every place that it is named in."""
    return tuple(
        Group(
            source=source.stem,
            programme=source.programme or source.work,
            kind=item.kind,
            number=item.number,
            name=item.name,
            evidence=item.evidence,
            part_of=item.part_of,
        )
        for item in find_outline(document)
        if item.kind in GROUP_KINDS
    )


def find_outline(document: Document) -> tuple[OutlineItem, ...]:
    """Everything that the labelled headings of a strategy set out ("1-стратегиялық бағыт", "Күтілетін нәтиже:")."""
    writer = _Outline(document.lang)
    for unit in _units(document):
        writer.read(unit)
    return tuple(writer.items)


def _units(document: Document) -> Iterator[_Unit]:
    """The blocks in reading order; of tables only those with a column a year, and those that go on behind them."""
    repeated = False
    for block in document.blocks:
        match block:
            case Heading(passage):
                yield _Unit(LineRole.HEADING, passage, repeated)
            case Paragraph(passage):
                yield _Unit(LineRole.PROSE, passage, repeated)
            case ListItem(_, passage):
                yield _Unit(LineRole.ITEM, passage, repeated)
            case Table():
                columns, titles = columns_in(block, document.lang)
                repeated = repeated or columns is not None
                if repeated:
                    yield from _rows(block, titles)


def _rows(table: Table, titles: int) -> Iterator[_Unit]:
    for row in table.rows[titles:]:
        if is_title(row):
            paragraphs = row.cells[0].paragraphs
            for paragraph in paragraphs:
                yield _Unit(LineRole.ITEM if len(paragraphs) > 1 else LineRole.ROW, paragraph, repeated=True)
        else:
            yield _Unit(LineRole.VALUES, row.cells[0].passage, repeated=True)


@dataclass(slots=True)
class _Outline:
    """The outline being written: the labels that wait for their words, and the group that words belong to."""

    lang: str
    items: list[OutlineItem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    waiting: _Label | None = None
    waiting_from: tuple[Span, ...] = ()
    listing: bool = False
    direction: tuple[str, str] | None = None
    task: tuple[str, str] | None = None
    acting: bool = False
    matched: set[int] = field(default_factory=set)

    def read(self, unit: _Unit) -> None:
        label = None if unit.place in (LineRole.ITEM, LineRole.VALUES) else _label(unit.passage, self.lang)
        if label:
            self.waiting, self.acting = None, False
            if label.name.text:
                self.add(label.kind, label.number, label.name, unit.passage.spans(), unit)
            else:
                self.open(label, unit)
        elif self.waiting:
            self.fill(self.waiting, unit)
        else:
            self.read_action(unit)

    def open(self, label: _Label, unit: _Unit) -> None:
        """A label whose words are still to come; a direction counts from here on."""
        self.waiting, self.waiting_from, self.listing = label, unit.passage.spans(), False
        if label.kind == "direction":
            self.task = None

    def fill(self, label: _Label, unit: _Unit) -> None:
        """Words behind a label without any: a title behind a direction, a paragraph or a list behind the others."""
        wanted = (
            (LineRole.HEADING, LineRole.ROW)
            if label.kind == "direction"
            else (LineRole.PROSE, LineRole.ROW, LineRole.ITEM)
        )
        if unit.place not in wanted or (self.listing and unit.place is not LineRole.ITEM):
            self.waiting = None
            return
        name = unit.passage
        number = _SECTION_NUMBER.match(name.text) if label.kind == "direction" else None
        name = name[number.end() :] if number else name
        self.add(label.kind, label.number, name, (*self.waiting_from, *unit.passage.spans()), unit)
        self.listing = unit.place is LineRole.ITEM
        self.waiting = replace(label, number=None) if self.listing else None
        self.waiting_from = ()

    def read_action(self, unit: _Unit) -> None:
        """A list under a task, behind a lead-in that ends in a colon and does not announce principles."""
        if unit.place is LineRole.ITEM:
            if self.acting and self.task and not unit.repeated:
                self.add("planned-action", None, unit.passage, unit.passage.spans(), unit)
        else:
            words = unit.passage.text
            principles = strategy_words(self.lang).principles
            self.acting = (
                unit.place is LineRole.PROSE
                and words.endswith(":")
                and not any(principle in words.casefold() for principle in principles)
            )

    def add(self, kind: str, number: str | None, name: Passage, evidence: tuple[Span, ...], unit: _Unit) -> None:
        part_of = self.above(kind)
        known = self.known(kind, number, name.text, part_of) if unit.repeated else None
        if known is not None:
            self.matched.add(known)
            item = replace(self.items[known], evidence=(*self.items[known].evidence, *evidence))
            self.items[known] = item
        else:
            series = f"{kind} {part_of}" if kind not in GROUP_KINDS else kind
            self.counts[series] += 1
            number = self.free_number(kind, number or str(self.counts[series]), name.text)
            if part_of and kind not in GROUP_KINDS:
                number = f"{part_of[1]}.{number}"
            item = OutlineItem(kind, number, name.text, evidence, part_of)
            self.items.append(item)
            self.matched.add(len(self.items) - 1) if unit.repeated else None
        if kind == "direction":
            self.direction, self.task = (kind, item.number), None
        elif kind == "task":
            self.task = (kind, item.number)

    def free_number(self, kind: str, number: str, name: str) -> str:
        """A number that no other heading of a kind has: two with one number are two headings, "2" and "2-2"."""
        taken = {item.number for item in self.items if item.kind == kind and item.name != name}
        count, told = 1, number
        while kind in GROUP_KINDS and told in taken:
            count += 1
            told = f"{number}-{count}"
        return told

    def above(self, kind: str) -> tuple[str, str] | None:
        if kind in ("goal", "direction"):
            return None
        return self.direction if kind == "task" else self.task or self.direction

    def known(self, kind: str, number: str | None, name: str, part_of: tuple[str, str] | None) -> int | None:
        """The item of the text that a table's heading repeats: of the same number, or the one most alike."""
        alike: list[tuple[float, int]] = []
        matcher = SequenceMatcher(None, b=name.casefold(), autojunk=False)
        for n, item in enumerate(self.items):
            if item.kind != kind or n in self.matched:
                continue
            if number is not None and kind in GROUP_KINDS:
                if item.number == number:
                    return n
            elif kind in GROUP_KINDS or item.part_of == part_of:
                matcher.set_seq1(item.name.casefold())
                if matcher.real_quick_ratio() >= SAME_WORDS and matcher.quick_ratio() >= SAME_WORDS:
                    alike.append((matcher.ratio(), -n))
        best = max(alike, default=(0.0, 0))
        return -best[1] if best[0] >= SAME_WORDS else None


def _label(passage: Passage, lang: str) -> _Label | None:
    match = _labels(lang).match(passage.text)
    if not match:
        return None
    kind = strategy_words(lang).headings[" ".join(match["label"].casefold().split())]
    return _Label(kind, match["before"] or match["behind"], passage[match.end() :].strip())


def label_kind(passage: Passage, lang: str) -> str | None:
    """The kind of outline item that a heading's label opens ("Міндет: ..."); None where it has no label."""
    label = _label(passage, lang)
    return label.kind if label else None


@cache
def _labels(lang: str) -> re.Pattern[str]:
    labels = "|".join(re.escape(label).replace(r"\ ", r"\s+") for label in strategy_words(lang).headings)
    number = r"\d+(?:\.\d+)*"
    return re.compile(
        rf"(?:(?P<before>{number})(?:\s*[-–]\s*|\s+))?(?P<label>{labels})(?:\s*№?\s*(?P<behind>{number}))?"
        r"\s*(?:[.:]|[-–—](?=\s)|$)\s*",
        re.IGNORECASE,
    )


def groups_by_place(groups: Sequence[Group]) -> list[tuple[int, tuple[str, str]]]:
    """Where each goal, direction and task is named: offset, then kind and number, in the order of the text."""
    return sorted((span.start, (group.kind, group.number)) for group in groups for span in group.evidence)
