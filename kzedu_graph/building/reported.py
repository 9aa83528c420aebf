"""Reports beside the texts of a build: a graph of their own, and another with what is questionable about them.

Nothing of it is said in any other graph: without these two, a build with reports is the build without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from kzedu_graph.building.left_out import LeftOut
from kzedu_graph.building.nquads import REPORTED, REPORTED_AUDIT, Block, blocks_of, in_graph, lines_of
from kzedu_graph.building.static_graphs import static_lines
from kzedu_graph.model.findings import Finding
from kzedu_graph.reported.files import BrokenReportsError, Reports, read_reports
from kzedu_graph.reported.known import Known
from kzedu_graph.reported.records import Report
from kzedu_graph.reported.triples import report_triples
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.validation.audit import questioned_triples, rule_triples, run_audit
from kzedu_graph.validation.audit_rules import load_rules
from kzedu_graph.validation.shacl import validate_core
from kzedu_graph.validation.shapes import load_shapes
from kzedu_graph.vocabulary.parsing import path_of
from kzedu_graph.vocabulary.places import ONTOLOGY_FOLDER

REPORT_SHAPES = ONTOLOGY_FOLDER / "shapes" / "reported"
"""What an auditor would question about reports: asked only where there are some."""


def works_of(reports: Iterable[Reports]) -> frozenset[str]:
    """The keys of the programmes and acts that reports speak of: the first segment behind the kind of a thing."""
    paths = (path_of(key[0]) for each in reports for key in each.wordings)
    return frozenset(path.split("/")[1] for path in paths if "/" in path)


def reported_blocks(files: Sequence[Path], plans: Iterable[bytes]) -> tuple[Block, ...]:
    """The statements of both graphs; `plans` are those of the texts that the reports speak of, as N-Triples.

    Raises StoreError.
    """
    triples = [triple for file in files for triple in report_triples(read_reports(file))]
    broken = {each.focus for each in validate_core(triples, load_shapes())}
    said = lines_of(triple for triple in triples if str(triple[0]) not in broken)
    asked = MemoryStore.of_triples(b"".join((said, *plans, static_lines())))
    rules = load_rules(REPORT_SHAPES)
    audit = run_audit(asked.select, rules, folding=False)
    questioned = lines_of([*questioned_triples(audit), *rule_triples(rules)])
    return blocks_of([in_graph(said, REPORTED), in_graph(questioned, REPORTED_AUDIT)])


def readable(files: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """The files of reports that can be read, and what is said of the others and of reports that break a shape."""
    good: list[Path] = []
    said: list[Finding] = []
    for file in files:
        try:
            triples = list(report_triples(read_reports(file)))
        except BrokenReportsError as error:
            said.append(LeftOut.unusable(file, str(error)).finding())
            continue
        good.append(file)
        said += validate_core(triples, load_shapes())
    return tuple(good), tuple(said)


def check_reports(reports: Reports, known: Known) -> list[str]:
    """A sentence for each report that breaks a shape, or speaks of what the graph does not have."""
    told = [
        f"{reports.source}: {path_of(each.focus)}: {each.code}: {each.message['en']}"
        for each in validate_core(list(report_triples(reports)), load_shapes())
    ]
    for report in reports.valid():
        place = f"{reports.source}: {path_of(report.about)}"
        if not isinstance(report, Report):
            if report.about not in known.indicators:
                told.append(f"{place}: the graph has no such indicator any more")
        elif (duty := known.duties.get(report.about)) is None:
            told.append(f"{place}: the graph has no such duty any more")
        elif report.due not in (duty.points or ("",)):
            told.append(f"{place}: {report.due!r} is no due point of this duty any more")
    return told
