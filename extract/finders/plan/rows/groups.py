"""Goals, tasks and directions: the headings of a plan that rows and indicators stand under; and years, which give the
rows beneath theirs: "2031 год", "II. 2031 жыл", "Этап 1 (2031 год)".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from extract.document.times import is_time_alone, month_names, months_of
from extract.finders.frame import frame_in
from extract.finders.plan.rows.items import PlanHeading, PlanItem, PlanRow
from extract.language.numbers import parse_ordinal
from extract.lexicon.figures import figure_words
from extract.values.times.due_points import YearFrame
from kzedu_graph.language.late_patterns import late
from kzedu_graph.model.records import Group, Source

KINDS = MappingProxyType({"chapter": "direction", "direction": "direction", "goal": "goal", "task": "task"})
"""What a heading's label makes of it; the chapters of a plan are its programme's directions."""
RANKS = ("goal", "direction", "task")
"""Outermost first."""
AUGUST = 8
_WORD = re.compile(r"\w+")
LONGEST_YEAR = 120
"""Characters of a heading that is of a year."""
_YEAR = (
    r"(?:20\d\d(?:\s*[-–—/]\s*20\d\d)?)"
    rf"(?:\s*-?\s*(?:{figure_words().school_year.pattern}|(?:{figure_words().year_words})(?!\w))[^\W\d_]*\.?)?"
)
_MAY_LEAD, _MAY_FOLLOW = figure_words().before_plan_year, figure_words().behind_plan_year
_OF_A_YEAR = late(
    rf"(?:[^\d]*?(?:\d{{1,2}}[^\d]*?)?[(–—:.-]\s*)?{_MAY_LEAD}{_YEAR}{_MAY_FOLLOW}\s*[)»”.:;]*", re.IGNORECASE
)
"""A heading that is a year to its end, alone or behind a mark: "Подготовительный этап: 2031 год"."""
_BEGINS_WITH_YEAR = late(rf"(?:\d{{1,2}}\s*[.)]\s*)?{_MAY_LEAD}{_YEAR}\s*[:–—(.-]\s*\D*", re.IGNORECASE)
"""One that begins with a year and a mark behind it: "2031 год – подготовительный этап"."""
_ALONE = late(rf"(?:(?:\d{{1,2}}|[IVXІХ]{{1,4}})\s*[.)]\s*)?{_MAY_LEAD}{_YEAR}{_MAY_FOLLOW}\W*", re.IGNORECASE)


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


def years_above(items: Sequence[PlanItem]) -> Mapping[int, YearFrame]:
    """The years of the rows that stand below a heading of one, each by the `id` of its row.

    Any other heading ends the year, but where headings stand directly below years: then years are divided by them.
    """
    headings = [item for item in items if isinstance(item, PlanHeading | PlanRow)]
    told = {id(item): frame_of_heading(item) for item in headings if isinstance(item, PlanHeading)}
    if not any(told.values()):
        return {}
    divided = any(
        told.get(id(one)) and isinstance(other, PlanHeading) and not told[id(other)]
        for one, other in pairwise(headings)
    )
    found: dict[int, YearFrame] = {}
    year: YearFrame | None = None
    for item in headings:
        if isinstance(item, PlanHeading):
            year = told[id(item)] or (year if divided else None)
        elif year:
            found[id(item)] = year
    return found


def below_last_august(items: Sequence[PlanItem], lang: str) -> frozenset[int]:
    """The rows, by their `id`, below an August that stands behind another month of the plan: it ends a school year."""
    found: set[int] = set()
    behind = is_last = False
    for item in items:
        if isinstance(item, PlanHeading):
            months = {months_of(lang).get(word.casefold()) for word in _WORD.findall(item.passage.text)} - {None}
            is_month = is_time_alone(item.passage.text, lang)
            is_august = is_month and months == {month_names(lang)[AUGUST - 1]}
            is_last = is_august and behind
            behind = behind or (is_month and not is_august)
        elif is_last:
            found.add(id(item))
    return frozenset(found)


def frame_of_heading(heading: PlanHeading) -> YearFrame | None:
    """The one year, or the school year, that a heading is; None for any other heading, also for several years."""
    text = heading.whole.text.strip()
    if len(text) > LONGEST_YEAR or not (_OF_A_YEAR.fullmatch(text) or _BEGINS_WITH_YEAR.fullmatch(text)):
        return None
    return frame_in(text)


def is_of_a_year(text: str) -> bool:
    """Whether words are a year and nothing else: "2031 год", "2031 ж."."""
    return bool(_ALONE.fullmatch(text.strip()))
