"""Indicators of a plan: headings that carry a name and its yearly values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.document.blocks import Passage
from extract.finders.plan.groups import KINDS, Place
from extract.finders.plan.items import PlanHeading, PlanItem
from extract.values.series import SeriesValue, parse_series
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Indicator, Source, Target


@dataclass(frozen=True, slots=True)
class NumberedHeading:
    """An indicator's heading with the number it has or, its label being lost, must have had."""

    number: str
    heading: PlanHeading
    place: Place


def numbered(items: Sequence[PlanItem], lang: str) -> Iterator[NumberedHeading | PlanItem]:
    """The plan's items, with headings that are indicators numbered in order.

    A heading without a label is an indicator where it gives yearly values; its number follows the one before it.
    """
    place = Place()
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


def find_indicators(source: Source, items: Sequence[PlanItem]) -> tuple[tuple[Indicator, ...], tuple[Finding, ...]]:
    """The indicators of the plan, and a finding for each whose values are not understood."""
    found: list[Indicator] = []
    findings: list[Finding] = []
    for item in numbered(items, source.lang):
        if not isinstance(item, NumberedHeading):
            continue
        passage = item.heading.passage
        series = parse_series(passage.text, source.lang)
        if series is None:
            findings.append(_not_understood(source, item, passage))
        found.append(_indicator(source, item, passage, series))
    return tuple(found), tuple(findings)


def _indicator(source: Source, item: NumberedHeading, passage: Passage, series: SeriesValue | None) -> Indicator:
    return Indicator(
        source=source.stem,
        programme=source.programme or source.work,
        place="plan",
        kind="target",
        number=item.number,
        name=series.name if series else passage.text,
        targets=targets_of(series, passage) if series else (),
        evidence=(item.heading.whole.span(),),
        unit=series.unit if series else None,
        part_of=item.place.part_of,
    )


def targets_of(series: SeriesValue, passage: Passage) -> tuple[Target, ...]:
    """The values of a series, each with the place of its words in the source."""
    return tuple(
        Target(
            year=point.year,
            value=point.value,
            breakdown=point.breakdown,
            study=point.study,
            spans=passage.spans(point.start, point.end),
        )
        for point in series.targets
    )


def _not_understood(source: Source, item: NumberedHeading, passage: Passage) -> Finding:
    return Finding(
        code="targets-not-understood",
        severity="warning",
        focus=f"indicator {item.number}",
        message={
            "kk": f"{item.number}-индикатордың мәндері танылмады.",
            "ru": f"Значения индикатора {item.number} не распознаны.",
            "en": f"The values of indicator {item.number} were not understood.",
        },
        source=source.stem,
        spans=passage.spans(),
        words=passage.text,
    )
