"""Headings of a plan that are indicators, numbered in order where a conversion lost their labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.finders.plan.groups import KINDS, PlanPosition
from extract.finders.plan.items import PlanHeading, PlanItem
from extract.values.series import parse_series


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
