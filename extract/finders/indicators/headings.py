"""Indicators of a plan: headings that carry a name and its yearly values."""

from __future__ import annotations

from collections.abc import Sequence

from extract.document.blocks import Passage
from extract.finders.finding_messages import targets_not_understood
from extract.finders.plan.rows.heading_numbers import NumberedHeading, numbered
from extract.finders.plan.rows.items import PlanItem
from extract.values.series import SeriesValue, parse_series
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Indicator, Source, Target


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
            findings.append(targets_not_understood(source, "plan", item.number, passage))
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
