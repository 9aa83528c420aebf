"""What people report on the measures of an audit report: rows beside the plan's own, never counted with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kzedu_graph.model.periods import from_edtf
from kzedu_graph.reported.records import Report
from kzedu_graph.reported.rows import state_names
from kzedu_graph.reported.triples import read_reported
from kzedu_graph.reports.sections import Cells
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.queries import Select

COLUMNS = ("measure", "due", "state", "reported-on", "reporter", "proof-given")


def reported_rows(select: Select, numbers: Mapping[str, str], name: Callable[[str], str], lang: str) -> Iterator[Cells]:
    """A row a report on one of the measures, by their printed numbers; `name` gives the name of a body by its IRI."""
    order = {iri: place for place, iri in enumerate(numbers)}
    said = [each for _, each in read_reported(select) if isinstance(each, Report) and each.about in order]
    for report in sorted(said, key=lambda each: (order[each.about], each.due, each.day)):
        body = str(iris.agency(report.reporter)) if report.reporter.isascii() and " " not in report.reporter else ""
        yield (
            numbers[report.about],
            from_edtf(report.due) if report.due else "—",
            state_names(lang)[report.state],
            report.day.isoformat(),
            name(body) if body else report.reporter,
            report.proof or "—",
        )
