"""Indicators that a programme's passport tells: "Целевые индикаторы | доля садов: 2031 г. – 4 %, 2032 г. – 5 %"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.document.blocks import Document, Passage
from extract.finders.indicators.headings import targets_of
from extract.finders.passport import passport_entries
from extract.values.series import parse_series
from kzedu_graph.model.records import Indicator, Source

_BETWEEN = re.compile(r";(?!\s*(?:в\s+)?20\d\d)\s*")
"""A semicolon that parts indicators, not the years of one."""


def find_passport_indicators(source: Source, document: Document) -> tuple[Indicator, ...]:
    """The indicators of the passport that have yearly values, in their order, each once."""
    found: dict[str, Indicator] = {}
    for passage in _told(document):
        series = parse_series(passage.text, source.lang)
        if series is None or series.name in found:
            continue
        found[series.name] = Indicator(
            source=source.stem,
            programme=source.programme or source.work,
            place="section",
            kind="target",
            number=str(len(found) + 1),
            name=series.name,
            targets=targets_of(series, passage),
            evidence=(passage.span(),),
            unit=series.unit,
            group="passport",
        )
    return tuple(found.values())


def _told(document: Document) -> Iterator[Passage]:
    for entry in passport_entries(document):
        if entry.kind == "indicators":
            for passage in entry.passages:
                yield from (piece for piece in passage.split(_BETWEEN) if piece.text.strip())
