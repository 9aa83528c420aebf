"""Shapes are tested by Turtle cases that state their own report; validation by what it says and what it refuses.

A case is `tests/kzedu_graph/validation/shapes/<file of the shape>/<name of the shape>.ttl`: nodes `ex:right-…` that the shape must let
pass, and a `sh:ValidationReport` beside them that lists every result (`sh:sourceShape`, `sh:focusNode`) that this
one shape must give. What other shapes think of the case does not matter.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from effort import steps
from pyshacl import validate as run_shacl
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, SH

from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Span
from kzedu_graph.validation.report import report_graph
from kzedu_graph.validation.shacl import ENGINES, PYSHACL, run_core, validate_integrity, validate_shapes
from kzedu_graph.validation.shapes import INTEGRITY, Shapes, load_shapes
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, LANGUAGES

CASES = sorted((Path(__file__).parent / "shapes").rglob("*.ttl"))
EX = "https://example.org/case#"
HEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/kzedu/id/shape/> .
@prefix kzedu: <https://w3id.org/kzedu/ontology#> .
"""
EDITION = iris.edition("P2300000249", date(2025, 4, 25), "kk")
SHAPES = sorted(file for file in INTEGRITY.glob("*.ttl") if not file.name.startswith("registry-"))
CLAUSES = {
    SH[name]
    for name in ("minCount", "maxCount", "datatype", "nodeKind", "pattern", "minInclusive", "maxInclusive", "minLength")
}
CLAUSES |= {SH[name] for name in ("in", "uniqueLang", "lessThan", "equals", "class", "hasValue", "languageIn")}


def only(code: str) -> Shapes:
    """The shapes of the file that holds a shape, so that a case costs what one class costs."""
    whole = load_shapes()
    iri = iris.shape(code)
    home = next(file for file in SHAPES if (iri, RDF.type, None) in Graph().parse(file))
    named = set(Graph().parse(home).subjects(RDF.type, None))
    rules = {key: rule for key, rule in whole.rules.items() if key in named}
    return Shapes(rules, {home: whole.parts[home]})


def codes_of_file(file: Path) -> Iterator[str]:
    """The shapes of a file that can give a result: property shapes and queries, unless part of another shape."""
    read = Graph().parse(file)
    for shape in [*read.subjects(RDF.type, SH.PropertyShape), *read.subjects(SH.sparql, None)]:
        yield str(shape).removeprefix(iris.BASE + "shape/")


# ---- the cases


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_case_gets_the_report_that_it_states(case: Path) -> None:
    data = Graph().parse(case)
    stated = {
        (str(data.value(result, SH.sourceShape)), str(data.value(result, SH.focusNode)))
        for result in data.objects(None, SH.result)
    }
    assert stated, "a case states at least one violation"
    assert {shape for shape, _ in stated} == {str(iris.shape(case.stem))}
    shapes = only(case.stem)
    found = validate_shapes(data, shapes)
    assert found == validate_shapes(data, shapes, engine=PYSHACL)
    given = {(str(iris.shape(finding.code)), finding.focus) for finding in found if finding.code == case.stem}
    assert given == stated
    right = {str(subject) for subject in data.subjects(RDF.type, None) if str(subject).startswith(EX + "right-")}
    assert right, "a case holds at least one node that passes"
    assert not right & {focus for _, focus in stated}


def test_every_core_shape_is_compiled() -> None:
    """None is left to pySHACL, which is slower; an unknown component is left to it, with all shapes beside it."""
    assert load_shapes().checks is not None
    core = Graph().parse(data=f"{HEAD}shape:a sh:targetClass kzedu:Measure ; sh:closed true .", format="turtle")
    assert Shapes({}, {Path("closed.ttl"): tuple(core)}).checks is None


@pytest.mark.parametrize("seed", range(8))
def test_engines_agree_on_graphs_that_lost_or_changed_statements(plan: Graph, seed: int) -> None:
    chance = random.Random(seed)
    said = sorted(plan.triples((None, None, None)), key=repr)
    nodes = sorted({node for triple in said for node in (triple[0], triple[2])}, key=repr)
    mine = [triple for triple in said if iris.BASE in str(triple[0])]
    for _ in range(12):
        subject, predicate, value = chance.choice(mine)
        plan.remove((subject, predicate, value))
        if chance.random() < 0.7:
            plan.add((subject, predicate, chance.choice((*nodes, Literal(-1), Literal(""), Literal("x", lang="fr")))))
        if chance.random() < 0.3:
            plan.add((subject, predicate, value))
    native, oracle = (set(run_core(plan, load_shapes(), engine)) for engine in ENGINES)
    assert native == oracle
    assert native


@pytest.mark.parametrize("file", SHAPES, ids=[file.stem for file in SHAPES])
def test_every_shape_of_a_file_has_a_case_in_the_folder_of_its_name(file: Path) -> None:
    folder = Path(__file__).parent / "shapes" / file.stem
    assert {case.stem for case in folder.glob("*.ttl")} == set(codes_of_file(file))


@pytest.mark.parametrize("file", SHAPES, ids=[file.stem for file in SHAPES])
def test_every_clause_of_a_property_shape_is_missed_by_a_case(file: Path) -> None:
    """Take one clause away, and some case of that shape no longer gets the report that it states."""
    whole = only(next(codes_of_file(file)))
    written = Graph().parse(file)
    for shape, clause, value in sorted(written):
        if (shape, RDF.type, SH.PropertyShape) not in written or clause not in CLAUSES:
            continue
        code = str(shape).removeprefix(iris.BASE + "shape/")
        data = Graph().parse(Path(__file__).parent / "shapes" / file.stem / f"{code}.ttl")
        weaker = Graph()
        for triple in whole.core:
            if triple[:2] != (shape, clause):
                weaker.add(triple)
        given = validate_shapes(data, Shapes(whole.rules, {file: tuple(weaker)}), lambda _: [])
        stated = {str(focus) for focus in data.objects(None, SH.focusNode)}
        assert {finding.focus for finding in given if finding.code == code} != stated, (
            f"{code} without {clause} {value}"
        )


def test_every_shape_is_named_and_speaks_three_languages() -> None:
    rules = load_shapes().rules
    assert len(rules) > 100
    for iri, rule in rules.items():
        assert isinstance(iri, URIRef)
        assert rule.message.keys() >= set(LANGUAGES)
        assert len({rule.message[lang] for lang in LANGUAGES}) == 3
    parts = {str(iris.shape(name)) for name in ("class-of-body", "in-kazakh", "in-russian")}
    for file in SHAPES:
        read = Graph().parse(file)
        for shape in {*read.subjects(RDF.type, SH.NodeShape), *read.subjects(RDF.type, SH.PropertyShape)}:
            assert read.value(shape, SH.severity) == SH.Violation or str(shape) in parts
            assert str(shape) == iris.shape(str(shape).rsplit("/", 1)[1]).toPython()


@pytest.mark.parametrize("file", SHAPES, ids=[file.stem for file in SHAPES])
def test_shapes_speak_of_terms_that_the_ontology_defines(file: Path) -> None:
    mentioned = {node for triple in Graph().parse(file) for node in triple if str(node).startswith(str(KZEDU))}
    assert mentioned <= set(KZEDU)


# ---- a right graph


def test_a_whole_plan_is_right_and_each_missing_triple_of_the_measure_is_seen(plan: Graph) -> None:
    assert validate_integrity(plan) == []
    measure = iris.measure("P2300000249", "1")
    for triple in list(plan.triples((measure, None, None))):
        if triple[1] in (RDF.type, KZEDU.assignment, KZEDU.deliverable, KZEDU.deadline):
            continue  # what a plan may leave out is asked by the audit, and is no violation
        plan.remove(triple)
        assert validate_integrity(plan), f"nobody misses {triple}"
        plan.add(triple)


def test_a_finding_names_shape_record_and_quote_in_three_languages(plan: Graph) -> None:
    deadline = iris.deadline(EDITION, "1")
    plan.add((deadline, KZEDU.edtf, Literal("2024-Q4")))
    (finding,) = validate_integrity(plan)
    assert (finding.code, finding.severity, finding.focus) == ("deadline-edtf", "error", str(deadline))
    assert finding.message.keys() == set(LANGUAGES)
    assert all(text.endswith("2024-Q4.") for text in finding.message.values())
    assert (finding.source, finding.spans, finding.words) == (str(EDITION), (Span(10, 25),), "Үлгі шара есеп")


def test_a_message_without_a_value_drops_its_place(plan: Graph) -> None:
    deliverable = iris.deliverable(EDITION, "1")
    plan.add((deliverable, KZEDU.deliverableType, iris.deliverable_type("product")))
    (finding,) = validate_integrity(plan)
    assert finding.message["en"] == "The type of a deliverable must be one concept of the registry."


def test_the_query_function_is_asked_and_its_rows_become_findings(plan: Graph) -> None:
    asked: list[str] = []
    measure = iris.measure("P2300000249", "1")

    def select(text: str) -> list[dict[str, URIRef]]:
        asked.append(text)
        return [{"this": measure, "value": URIRef(str(KZEDU) + "mesure")}] if "isDefinedBy" in text else []

    (finding,) = validate_integrity(plan, select)
    assert (finding.code, finding.focus) == ("undefined-term", str(measure))
    assert finding.message["en"].endswith(": kzedu:mesure.")
    assert len(asked) == sum(rule.select is not None for rule in load_shapes().rules.values()) >= 4


def test_sets_of_shapes_run_as_queries_agree_with_pyshacl() -> None:
    """The same text, bound node by node by pySHACL and run as a set by us, finds the same nodes."""
    for code in ("measure-lead", "target-unique", "assignment-role-fits"):
        (case,) = (case for case in CASES if case.stem == code)
        data = Graph().parse(case)
        raw = Graph()
        for triple in Graph().parse(next(file for file in SHAPES if code in set(codes_of_file(file)))):
            raw.add(triple)
        _, report, _ = run_shacl(data, shacl_graph=raw, inference="none")
        theirs = {
            str(report.value(result, SH.focusNode)) for result in report.subjects(SH.sourceShape, iris.shape(code))
        }
        ours = {finding.focus for finding in validate_shapes(data, only(code)) if finding.code == code}
        assert ours == theirs != set()


def test_handing_targets_down_changes_no_result() -> None:
    """Core shapes as written and as we give them to pySHACL report the same shapes and nodes for every case."""
    data, raw = Graph(), Graph()
    for case in CASES:
        for triple in Graph().parse(case):
            data.add(tuple(URIRef(f"{node}-{case.stem}") if str(node).startswith(EX) else node for node in triple))
    for file in SHAPES:
        for triple in Graph().parse(file):
            if triple[1] != SH.sparql:
                raw.add(triple)
    _, report, _ = run_shacl(data, shacl_graph=raw, inference="none")
    theirs = {
        (str(report.value(result, SH.sourceShape)), str(report.value(result, SH.focusNode)))
        for result in report.objects(None, SH.result)
    }
    rules = load_shapes().rules
    core = {str(iris.shape(rule.code)) for rule in rules.values() if rule.select is None}
    ours = {(str(iris.shape(finding.code)), finding.focus) for finding in validate_integrity(data)}
    registry = {str(rule.iri) for rule in rules.values() if rule.code.startswith("registry-")}
    assert {pair for pair in ours if pair[0] in core - registry} == theirs


# ---- the report


def test_the_report_is_shacl_and_findings_keep_their_iris() -> None:
    message = {"kk": "Белгісіз орган.", "ru": "Неизвестный орган.", "en": "Unknown body."}
    unknown = Finding(
        "unknown-party", "warning", "measure 65", message, "002_text", (Span(3, 9),), "ЦДИАӨМ", ("kz-mdai", "kz-mid")
    )
    broken = Finding("measure-evidence", "error", str(iris.measure("P1", "1")), message)
    report = report_graph([unknown, broken], {"002_text": EDITION})
    assert set(report) == set(report_graph([broken, unknown], {"002_text": EDITION}))
    (whole,) = report.subjects(RDF.type, SH.ValidationReport)
    assert report.value(whole, SH.conforms) == Literal(False)
    results = set(report.objects(whole, SH.result))
    assert (
        results == set(report.subjects(RDF.type, KZEDU.Finding)) == set(report.subjects(RDF.type, SH.ValidationResult))
    )
    assert len(results) == 2
    (warned,) = report.subjects(SH.resultSeverity, SH.Warning)
    assert {text.language for text in report.objects(warned, SH.resultMessage)} == set(LANGUAGES)
    assert report.value(warned, SH.focusNode) == Literal("measure 65")
    assert report.value(warned, KZEDU.evidence) == iris.evidence(EDITION, 3, 9)
    assert len(set(report.objects(warned, KZEDU.candidate))) == 2
    (failed,) = report.subjects(SH.resultSeverity, SH.Violation)
    assert report.value(failed, SH.focusNode) == iris.measure("P1", "1")
    assert report.value(failed, SH.sourceShape) == iris.shape("measure-evidence")
    assert (None, SH.conforms, Literal(True)) in report_graph([unknown])


# ---- pace


def test_validation_grows_with_the_graph_and_not_with_its_square() -> None:
    """Eight times the data takes about eight times as many steps; a shape that compares all with all, sixty-four."""
    shapes = only("assignment-position")

    def check(size: int) -> None:
        graph = Graph()
        for number in range(size):
            node, owner = URIRef(f"{EX}{number}"), URIRef(f"{EX}owner-{number}")
            graph.add((owner, KZEDU.assignment, node))
            for predicate, value in (
                (RDF.type, KZEDU.Assignment),
                (KZEDU.position, Literal(number + 1)),
                (KZEDU.role, KZEDU.CoExecutor),
                (KZEDU.byAgreement, Literal(False)),
                (KZEDU.asWritten, Literal("ҮМ", lang="kk")),
                (KZEDU.evidence, URIRef(f"{EX}quote")),
            ):
                graph.add((node, predicate, value))
        assert validate_shapes(graph, shapes) == []

    check(2)
    assert steps(check, 400) < 12 * steps(check, 50)
