"""Goals, tasks and directions: the headings of a plan that rows and indicators stand under."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from extract.finders.plan.items import PlanHeading, PlanItem
from extract.language.numbers import parse_ordinal
from kzedu_graph.model.records import Group, Source

KINDS = MappingProxyType({"chapter": "direction", "direction": "direction", "goal": "goal", "task": "task"})
"""What a heading's label makes of it; the chapters of a plan are its programme's directions."""

RANKS = ("goal", "direction", "task")
"""Outermost first."""


@dataclass(frozen=True, slots=True)
class PlanPosition:
    """Where in the plan an item stands: kind and number of each heading above it, outermost first."""

    above: tuple[tuple[str, str], ...] = ()

    def under(self, heading: PlanHeading) -> PlanPosition:
        """The place below a heading: it closes headings of its own rank and of lower ones."""
        kind = KINDS.get(heading.kind or "")
        if kind is None or heading.number is None:
            return self
        kept = tuple(step for step in self.above if RANKS.index(step[0]) < RANKS.index(kind))
        return PlanPosition((*kept, (kind, heading.number)))

    def beside(self, heading: PlanHeading) -> PlanPosition:
        """The place where a heading and what stood beneath it is closed."""
        step = (heading.kind or "", heading.number or "")
        return PlanPosition(self.above[: self.above.index(step)]) if step in self.above else self

    def outside(self, kind: str) -> tuple[str, str] | None:
        """The innermost heading above one of a kind, None where there is none."""
        return next((step for step in reversed(self.above) if RANKS.index(step[0]) < RANKS.index(kind)), None)

    @property
    def part_of(self) -> tuple[str, str] | None:
        """The heading directly above."""
        return self.above[-1] if self.above else None

    def number_of(self, kind: str) -> str | None:
        """The number of the heading of a kind above, None where there is none."""
        return next((number for step, number in self.above if step == kind), None)

    @property
    def chapter(self) -> int | None:
        """The direction's number."""
        number = self.number_of("direction")
        return parse_ordinal(number) if number else None


def find_groups(source: Source, items: Sequence[PlanItem]) -> tuple[Group, ...]:
    """A group for each heading of the plan that is one, in printed order."""
    groups: list[Group] = []
    place = PlanPosition()
    for item in items:
        if not isinstance(item, PlanHeading) or place.under(item) is place:
            continue
        above, place = place, place.under(item)
        kind, number = place.above[-1]
        groups.append(
            Group(
                source=source.stem,
                programme=source.programme or source.work,
                kind=kind,
                number=number,
                name=item.passage.text,
                evidence=(item.whole.span(),),
                part_of=above.outside(kind),
            )
        )
    return tuple(groups)
