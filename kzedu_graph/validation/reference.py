"""The reference engine: pySHACL, which the compiled checks are held against and which runs what they do not know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyshacl import validate as run_shacl
from pyshacl.errors import ReportableRuntimeError
from rdflib import Graph, URIRef

from kzedu_graph.validation.core_checks import Result
from kzedu_graph.validation.shapes import BrokenShapeError, Shapes
from kzedu_graph.vocabulary.iris import SH


def run_reference(graph: Graph, shapes: Shapes) -> Iterator[Result]:
    """The results of the shapes without a query, as pySHACL finds them; raises BrokenShapeError."""
    try:
        report = _report(graph, shapes.core)
    except ReportableRuntimeError as error:
        raise BrokenShapeError(f"{_culprit(graph, shapes)} cannot be run: {error}") from error
    for result in report.objects(None, SH.result):
        source, focus = report.value(result, SH.sourceShape), report.value(result, SH.focusNode)
        if source in shapes.rules and isinstance(source, URIRef) and focus is not None:
            yield source, focus, report.value(result, SH.value)


def _report(graph: Graph, core: Graph) -> Graph:
    _, report, _ = run_shacl(graph, shacl_graph=core, inference="none", inplace=True, do_owl_imports=False)
    if not isinstance(report, Graph):
        raise ReportableRuntimeError(str(report))
    return report


def _culprit(graph: Graph, shapes: Shapes) -> Path:
    """The file whose shapes fail alone, asked for only once all of them together have failed."""
    for file, core in shapes.files.items():
        try:
            _report(graph, core)
        except ReportableRuntimeError:
            return file
    raise AssertionError("shapes that run file by file also run together")
