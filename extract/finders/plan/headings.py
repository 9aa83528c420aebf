"""A plan's headings told apart: numbers that start anew in each part, and parts that have no number at all.

Headings that are indicators are numbered in order where a conversion lost their labels.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.document.blocks import Block, Heading, Paragraph, Row, Table
from extract.document.continued_tables import are_titled, says_it_goes_on
from extract.document.printed_marks import may_be_title
from extract.finders.plan.columns.evidence import is_deadline
from extract.finders.plan.groups import KINDS, PlanPosition
from extract.finders.plan.items import PlanHeading, PlanItem, row_heading_of
from extract.finders.plan.money_tables import is_scale_alone
from extract.lexicon.acts import ANY, header_words
from extract.lexicon.figures import figure_words
from extract.lexicon.words import words
from extract.values.series import parse_series
from extract.values.staff import has_person_at_end

LONGEST_PART = 120
"""Characters of a line above a table that names a part of the plan."""
_NUMBERS_A_TABLE = re.compile(rf"(?:№\s*\d|\W*(?:{figure_words().part_of_text_words})[^\W\d_]*\W*\d)", re.IGNORECASE)
_PLACE_OR_POST = re.compile(
    rf"(?:{header_words(ANY)['postal']})|(?:{header_words('ru')['settlement']}) ?[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+\W*$"
    rf"|[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+ (?:{header_words('kk')['settlement']})$",
    re.IGNORECASE,
)
_BEGINS_WITH_ONE = re.compile(r"\s*1\s*[.)]?\s*")


def told_apart(items: Sequence[PlanItem], lang: str) -> Iterator[PlanItem]:
    """The items, no two headings of one kind and number but those that say the same."""
    return _renumbered(_parts_counted(items, lang))


def _parts_counted(items: Sequence[PlanItem], lang: str) -> list[PlanItem]:
    """The items, words set across the table ("Организационные мероприятия:") as directions in their order.

    Only where the plan has no other heading, and none of these gives the values of an indicator whose label is lost.
    """
    items = _counted(items)
    headings = [item for item in items if isinstance(item, PlanHeading)]
    across = [item for item in headings if item.across and item.kind is None and item.passage.text]
    if any(item.kind is not None for item in headings) or any(parse_series(item.passage.text, lang) for item in across):
        return list(items)
    numbers = {id(item): str(n) for n, item in enumerate(across, start=1)}
    return [
        replace(item, kind="direction", number=numbers[id(item)], labelled=True)
        if isinstance(item, PlanHeading) and id(item) in numbers
        else item
        for item in items
    ]


def _counted(items: Sequence[PlanItem]) -> list[PlanItem]:
    """The items, headings whose label has no number ("Цель: ...") with that of their order in their kind."""
    told: dict[str, list[str]] = defaultdict(list)
    found: list[PlanItem] = []
    for item in items:
        if not isinstance(item, PlanHeading) or not item.kind or item.number is not None:
            found.append(item)
            continue
        same = told[item.kind]
        if item.passage.text not in same:
            same.append(item.passage.text)
        found.append(replace(item, number=str(same.index(item.passage.text) + 1)))
    return found


def _renumbered(items: Sequence[PlanItem]) -> Iterator[PlanItem]:
    """The items; a heading whose number others of its kind have too carries that of the heading above, or a count."""
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in items:
        if isinstance(item, PlanHeading) and item.kind and item.kind in KINDS and item.number:
            names[KINDS[item.kind], item.number].add(item.passage.text)
    repeated = {kind for (kind, _), several in names.items() if len(several) > 1}
    place = PlanPosition()
    taken: dict[tuple[str, str], str] = {}
    for item in items:
        if not isinstance(item, PlanHeading) or not item.kind or item.kind not in KINDS or not item.number:
            yield item
            continue
        kind, number = KINDS[item.kind], item.number
        outer = place.outside(kind)
        if kind in repeated and outer and not number.startswith(f"{outer[1]}."):
            number = f"{outer[1]}.{number}"
        told, count = number, 1
        while taken.setdefault((kind, told), item.passage.text) != item.passage.text:
            count += 1
            told = f"{number}-{count}"
        heading = item if told == item.number else replace(item, number=told)
        place = place.under(heading)
        yield heading


@dataclass(frozen=True, slots=True)
class NumberedHeading:
    """An indicator's heading with the number it has or, its label being lost, must have had."""

    number: str
    heading: PlanHeading
    place: PlanPosition


def numbered(items: Sequence[PlanItem], lang: str) -> Iterator[NumberedHeading | PlanItem]:
    """The plan's items, with headings that are indicators numbered in order.

    A heading without a label is an indicator where it gives yearly values; its number follows the one before it.
    """
    place = PlanPosition()
    last = 0
    for item in items:
        if not isinstance(item, PlanHeading):
            yield item
        elif item.kind in KINDS:
            place = place.under(item)
            yield item
        elif item.kind == "indicator" or (item.kind is None and parse_series(item.passage.text, lang)):
            number = item.number or str(last + 1)
            last = int(number.partition("-")[0])
            yield NumberedHeading(number, item, place)
        else:
            yield item


def says_a_plan(title: str, lang: str) -> bool:
    """Whether a title has a word for a plan: "Программа работ на 2031 год"."""
    stems = words(lang).plan_titles
    return any(word.startswith(stems) for word in title.casefold().split())


def parts_over_tables(blocks: Sequence[Block], lang: str) -> frozenset[int]:
    """The places of the lines that name the parts of a plan, the same table below each: "СЕНТЯБРЬ", "I. Кадры".

    None where fewer than two tables have the same titles, or are as wide and begin anew without titles, or where their
    lines say the same; lines that say that a table goes on, that number or scale it, or that name a plan are none.
    """
    told: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    titles: tuple[str, ...] = ()
    for number, block in enumerate(blocks):
        if not isinstance(block, Table) or not block.rows:
            continue
        if are_titled(block.rows, lang):
            titles = _titles_of(block.rows[0])
        elif len(block.rows[0].cells) != len(titles) or not _BEGINS_WITH_ONE.fullmatch(block.rows[0].cells[0].text):
            titles = ()
        line = blocks[number - 1] if number else None
        after_table = number > 1 and isinstance(blocks[number - 2], Table)
        if titles and isinstance(line, Heading | Paragraph) and _names_a_part(line, lang, after_table=after_table):
            told[titles].setdefault(line.passage.text.casefold(), number - 1)
    return frozenset(number for lines in told.values() if len(lines) > 1 for number in lines.values())


def _titles_of(row: Row) -> tuple[str, ...]:
    return tuple("".join(cell.text.casefold().split()) for cell in row.cells)


def _names_a_part(line: Heading | Paragraph, lang: str, *, after_table: bool) -> bool:
    """Whether a line above a table is short and names what stands in it, not the table, the plan, its place, or who
    signs. Directly behind another table it must look like it: a heading, in capitals, numbered, or a time.
    """
    text = line.passage.text
    if not text.strip() or len(text) > LONGEST_PART or not may_be_title(text):
        return False
    other = _NUMBERS_A_TABLE.match(text) or figure_words().plan_words.search(text)
    if other or is_scale_alone(text) or says_it_goes_on(text, lang):
        return False
    if row_heading_of(line.passage, lang).kind:
        return True
    sure = not after_table or isinstance(line, Heading) or text.isupper() or is_deadline(text, lang)
    return sure and not _is_aside(text)


def _is_aside(text: str) -> bool:
    """Whether a line is a place, a telephone, a remark in brackets, or ends with somebody's name."""
    return _PLACE_OR_POST.match(text) is not None or text[0] == "(" or has_person_at_end(text.rstrip(" ."))
