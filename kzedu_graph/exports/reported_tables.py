"""Tables of what people report: no rows of texts, and no `edition` among their columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType

from kzedu_graph.exports.cells import Row
from kzedu_graph.model.periods import from_edtf, last_day
from kzedu_graph.reported.records import AnyReport, Report, ReportedValue
from kzedu_graph.reported.triples import read_reports_of
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.queries import Selects


def reports(store: Selects, chosen: str = "all") -> Iterator[Row]:  # noqa: ARG001  (reports belong to no edition)
    """How far duties are done, one row a source and due point."""
    for source, report, corrections in _said(store):
        if isinstance(report, Report):
            due_by = last_day(from_edtf(report.due)) if report.due else None
            yield {
                "id": str(iris.report_on(source, *report.key)),
                "duty": report.about,
                "edtf": report.due or None,
                "due_by": due_by.isoformat() if due_by else None,
                "state": report.state,
                **_who(source, report, corrections),
            }


def reported_values(store: Selects, chosen: str = "all") -> Iterator[Row]:  # noqa: ARG001
    """What indicators have reached, one row a source, year and series."""
    for source, report, corrections in _said(store):
        if isinstance(report, ReportedValue):
            yield {
                "id": str(iris.report_on(source, *report.key)),
                "indicator": report.about,
                "year": report.year,
                "series": report.series,
                "value": int(report.value) if report.value.is_integer() else report.value,
                "unit": report.unit,
                **_who(source, report, corrections),
            }


def _said(store: Selects) -> Iterator[tuple[str, AnyReport, int]]:
    """Each report that holds, with its source and the number of its earlier wordings."""
    for said in read_reports_of(store.select):
        for _, wordings in sorted(said.wordings.items()):
            yield said.source, wordings[-1], len(wordings) - 1


def _who(source: str, report: AnyReport, corrections: int) -> Row:
    return {
        "day": report.day.isoformat(),
        "reporter": report.reporter,
        "proof": report.proof,
        "remark": report.remark,
        "reported_by": source,
        "file": report.file or None,
        "row": report.row or None,
        "entered": report.entered.isoformat() if report.entered else None,
        "corrections": corrections,
    }


REPORTED_TABLES: MappingProxyType[str, Callable[[Selects, str], Iterator[Row]]] = MappingProxyType(
    {"reports": reports, "reported_values": reported_values}
)
