"""Indicators of a programme's own section: lists whose numbered items give a name and its yearly values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.document.blocks import Document, ListItem, Passage
from extract.finders.finding_messages import targets_not_understood
from extract.finders.indicators.headings import targets_of
from extract.values.series import SeriesValue, parse_series
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Indicator, Source

_NUMBER = re.compile(r"(?P<number>\d+(?:-\d+)?)\)")
_VALUED = re.compile(r"\(.*\d{4}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Item:
    """A numbered item of a list, and the series that it gives."""

    number: str
    passage: Passage
    series: SeriesValue | None

    @property
    def valued(self) -> bool:
        """Whether the item looks as if it gave yearly values."""
        return bool(_VALUED.search(self.passage.text))


def find_section_indicators(source: Source, document: Document) -> tuple[tuple[Indicator, ...], tuple[Finding, ...]]:
    """The indicators of every list that is one of indicators ("1) ... (2023 жыл – 20 %, ...);"), in printed order.

    A list counts where at least half of its items give yearly values. An item there whose values are not
    understood is a finding; one without values ("алып тасталды") keeps its number, and its words as the remark.
    An amending act's items are amendments.
    """
    found: list[Indicator] = []
    findings: list[Finding] = []
    for items in _lists(document) if not source.amends else ():
        if 2 * sum(item.series is not None for item in items) < len(items):
            continue
        for item in items:
            found.append(_indicator(source, item))
            if item.series is None and item.valued:
                findings.append(targets_not_understood(source, "section", item.number, item.passage))
    return tuple(found), tuple(findings)


def _lists(document: Document) -> Iterator[list[_Item]]:
    """Runs of items whose markers are a number and a bracket."""
    run: list[_Item] = []
    for block in document.blocks:
        match = _NUMBER.fullmatch(block.marker) if isinstance(block, ListItem) else None
        if match and isinstance(block, ListItem):
            run.append(_Item(match["number"], block.passage, parse_series(block.passage.text, document.lang)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _indicator(source: Source, item: _Item) -> Indicator:
    series = item.series
    text = item.passage.text
    return Indicator(
        source=source.stem,
        programme=source.programme or source.work,
        place="section",
        kind="target",
        number=item.number,
        name=series.name if series else text if item.valued else "",
        targets=targets_of(series, item.passage) if series else (),
        evidence=(item.passage.span(),),
        unit=series.unit if series else None,
        remark=None if series or item.valued else text.rstrip(".;"),
    )
