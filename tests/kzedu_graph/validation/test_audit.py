"""Audit shapes: cases that state their own findings, both engines equal.

A case is `tests/kzedu_graph/validation/audit/<name of the shape>.ttl`: nodes `ex:right…` that the shape must let pass, and a report that lists
every node (`sh:focusNode`) that it must question.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from audited import CASES, RULES, found, store_of
from pyshacl import validate as run_shacl
from rdflib import Graph, Literal
from rdflib.namespace import RDF, SH
from whole_graph import quads_of

from extract.flow import extract_file
from kzedu_graph.building.nquads import CURRENT, ONTOLOGY, REGISTRY
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.validation.audit import audit_triples, run_audit
from kzedu_graph.validation.audit_rules import AUDIT_SHAPES
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU


def stated(case: Graph) -> set[str]:
    return {str(focus) for focus in case.objects(None, SH.focusNode)}


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_case_is_questioned_where_it_says_so(case: Path) -> None:
    data = Graph().parse(case)
    rule = {case.stem: RULES[case.stem]}
    audit = run_audit(store_of(data).select, rule)
    assert stated(data), "a case states at least one finding"
    assert found(audit, case.stem) == stated(data)
    right = {str(node) for triple in data for node in triple if "right" in str(node)} - stated(data)
    assert right, "a case holds at least one node that passes"
    looked, fine = sum(check.looked_at for check in audit.checks), sum(check.fine for check in audit.checks)
    assert looked - fine == len(stated(data)), "what is questioned is among what is looked at"
    assert fine > 0


def test_every_audit_shape_has_a_case() -> None:
    assert {case.stem for case in CASES} == set(RULES)


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_the_query_engine_and_pyshacl_agree_on_the_cases(case: Path) -> None:
    data = Graph().parse(case)
    assert by_pyshacl(data)[case.stem] == stated(data)


def by_pyshacl(data: Graph) -> dict[str, set[str]]:
    """What pySHACL finds with the same shapes, bound node by node."""
    shapes = Graph()
    for file in sorted(AUDIT_SHAPES.glob("*.ttl")):
        shapes.parse(file)
    _, report, _ = run_shacl(data, shacl_graph=shapes, inference="none", advanced=True)
    return {
        code: {str(report.value(result, SH.focusNode)) for result in report.subjects(SH.sourceShape, iris.shape(code))}
        for code in RULES
    }


def test_both_ways_agree_on_the_sample(sample: Path) -> None:
    """The invented plan in both languages: pySHACL over rdflib, and the query engine, question the same nodes."""
    registry = Registry.load()
    quads = quads_of([extract_file(path, registry) for path in sorted(sample.glob("*.txt"))], registry)
    default = {(s, p, o) for s, p, o, graph in quads if graph in (CURRENT, REGISTRY, ONTOLOGY)}
    data = Graph()
    for triple in default:
        data.add(triple)
    audit = run_audit(store_of(default).select)
    assert {code: found(audit, code) for code in RULES} == by_pyshacl(data)
    assert audit.findings, "the sample has something to question"


def test_the_audit_in_the_graph() -> None:
    data = Graph().parse(next(case for case in CASES if case.stem == "no-bound-executor"))
    audit = run_audit(store_of(data).select, {"no-bound-executor": RULES["no-bound-executor"]})
    graph = Graph()
    for triple in audit_triples(audit, {"no-bound-executor": RULES["no-bound-executor"]}):
        graph.add(triple)
    (node,) = graph.subjects(RDF.type, KZEDU.Finding)
    assert graph.value(node, SH.sourceShape) == iris.shape("no-bound-executor")
    assert len(set(graph.objects(node, SH.resultMessage))) == 3
    (check,) = graph.subjects(RDF.type, KZEDU.Check)
    assert graph.value(check, KZEDU.count) == Literal(2)
    assert len(set(graph.objects(iris.shape("no-bound-executor"), SH.description))) == 3
    assert not list(graph.triples((None, SH.conforms, None))), "the report of the build says that once"
