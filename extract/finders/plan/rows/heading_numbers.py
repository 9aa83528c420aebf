"""A plan's headings told apart: numbers that start anew in each part, and parts that have no number at all.

Headings that are indicators are numbered in order where a conversion lost their labels.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.finders.plan.rows.groups import KINDS, PlanPosition
from extract.finders.plan.rows.items import PlanHeading, PlanItem
from extract.values.series import parse_series


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
