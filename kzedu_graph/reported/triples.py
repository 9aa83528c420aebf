"""Reports to triples, and back: the graph `id/graph/reported`, each report with its PROV."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rdflib import Literal, URIRef
from rdflib.namespace import PROV, RDF, XSD
from rdflib.term import Node

from kzedu_graph.mapping.statements import Triple, decimal
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.reported.files import Reports
from kzedu_graph.reported.records import WHOLE, AnyReport, Report, ReportedValue
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.queries import Select, load_query


def report_triples(reports: Reports) -> Iterator[Triple]:
    """All that one source says: what holds is a `kzedu:Report` or a `kzedu:ReportedValue`.

    What was said before is of neither class, so that no count meets it; `prov:wasRevisionOf` leads to it.
    """
    source = iris.report_source(reports.source)
    for key, wordings in sorted(reports.wordings.items()):
        nodes = [
            iris.report_on(reports.source, *key, version=number if number < len(wordings) else 0)
            for number in range(1, len(wordings) + 1)
        ]
        for at, (node, report) in enumerate(zip(nodes, wordings, strict=True)):
            if at:
                yield node, PROV.wasRevisionOf, nodes[at - 1]
            if at == len(nodes) - 1:
                yield node, RDF.type, KZEDU.Report if isinstance(report, Report) else KZEDU.ReportedValue
            yield node, PROV.wasDerivedFrom, source
            yield from _content(node, report)
            yield from _said(node, report)


def _content(node: URIRef, report: AnyReport) -> Iterator[Triple]:
    if isinstance(report, Report):
        yield node, KZEDU.reportOn, URIRef(report.about)
        yield node, KZEDU.reportState, iris.code("report-state", report.state)
        if report.due:
            yield node, KZEDU.reportedPoint, Literal(report.due)
        return
    yield node, KZEDU.valueOf, URIRef(report.about)
    yield node, KZEDU.reportedYear, Literal(f"{report.year:04}", datatype=XSD.gYear)
    yield node, KZEDU.reportedSeries, Literal(report.series)
    yield node, KZEDU.reportedNumber, decimal(report.value)
    if report.unit:
        yield node, KZEDU.reportedUnit, Literal(report.unit)


def _said(node: URIRef, report: AnyReport) -> Iterator[Triple]:
    yield node, KZEDU.reportedOn, Literal(report.day)
    if _is_body(report.reporter):
        yield node, KZEDU.reporter, iris.agency(report.reporter)
        yield node, PROV.wasAttributedTo, iris.agency(report.reporter)
    else:
        yield node, KZEDU.reporterText, Literal(report.reporter)
    if report.proof:
        proof: Node = URIRef(report.proof) if report.has_address else Literal(report.proof)
        yield node, KZEDU.proofAddress if report.has_address else KZEDU.proofText, proof
    if report.remark:
        yield node, KZEDU.reportRemark, Literal(report.remark)
    if report.file:
        yield node, KZEDU.reportFile, Literal(report.file)
        yield node, KZEDU.reportRow, Literal(report.row)
    if report.entered:
        yield node, KZEDU.enteredOn, Literal(report.entered)


def _is_body(reporter: str) -> bool:
    try:
        Registry.load().get(reporter)
    except KeyError:
        return False
    return True


def read_reported(select: Select) -> list[tuple[str, AnyReport]]:
    """What a graph says is reported now, each with its source, in a fixed order; raises StoreError."""
    return [(reports.source, report) for reports in read_reports_of(select) for report in reports.valid()]


def read_reports_of(select: Select) -> list[Reports]:
    """All that a graph says is reported, by source, with what was said before; raises StoreError."""
    facts: dict[str, dict[str, Node]] = defaultdict(dict)
    for row in select(load_query(__file__, "reports")):
        facts[str(row["report"])][iris.local_name(str(row["property"]))] = row["value"]
    revised = {str(told["wasRevisionOf"]) for told in facts.values() if "wasRevisionOf" in told}
    found: dict[str, Reports] = {}
    for node in sorted(facts.keys() - revised):
        chain = [node]
        while "wasRevisionOf" in facts[chain[0]]:
            chain.insert(0, str(facts[chain[0]]["wasRevisionOf"]))
        wordings = [_of_facts(facts[each]) for each in chain]
        source = iris.local_name(str(facts[node]["wasDerivedFrom"]))
        found.setdefault(source, Reports(source)).wordings[wordings[-1].key] = wordings
    return [found[source] for source in sorted(found)]


def _of_facts(told: dict[str, Node]) -> AnyReport:
    def words(*names: str) -> str | None:
        return next((str(told[name]) for name in names if name in told), None)

    reporter = iris.local_name(str(told["reporter"])) if "reporter" in told else str(told["reporterText"])
    day = date.fromisoformat(str(told["reportedOn"]))
    entered = date.fromisoformat(str(told["enteredOn"])) if "enteredOn" in told else None
    proof, remark = words("proofAddress", "proofText"), words("reportRemark")
    file, row = words("reportFile") or "", int(words("reportRow") or 0)
    if "reportOn" in told:
        return Report(
            about=str(told["reportOn"]), due=words("reportedPoint") or "",
            state=iris.local_name(str(told["reportState"])), day=day, reporter=reporter, proof=proof, remark=remark,
            file=file, row=row, entered=entered,
        )  # fmt: skip
    return ReportedValue(
        about=str(told["valueOf"]), year=int(str(told["reportedYear"])[:4]), series=words("reportedSeries") or WHOLE,
        value=float(str(told["reportedNumber"])), unit=words("reportedUnit"), day=day, reporter=reporter, proof=proof,
        remark=remark, file=file, row=row, entered=entered,
    )  # fmt: skip
