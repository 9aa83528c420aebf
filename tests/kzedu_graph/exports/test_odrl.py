"""Duties as ODRL: the Information Model's demands hold, and the rules say what the graph says."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus_graph import quads as quads_of
from corpus_graph import store as store_of
from pyshacl import validate
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import XSD

from kzedu_graph.exports.standards.odrl import policies, write_policies
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.namespaces import ODRL
from kzedu_graph.vocabulary.turtle import read_ontology

SHAPES = Graph().parse(Path(__file__).parent / "odrl" / "shapes.ttl")
ACTIONS = read_ontology()


def report(graph: Graph) -> str:
    """What SHACL says against a graph; nothing where it conforms."""
    known = graph + Graph()
    for triple in ACTIONS.triples((KZEDU.carryOut, None, None)):
        known.add(triple)
    conforms, _, text = validate(known, shacl_graph=SHAPES)
    return "" if conforms else str(text)


@pytest.fixture
def sample_policies(sample: Path) -> Graph:
    return policies(store_of(sample))


def test_the_sample_satisfies_the_information_model(sample_policies: Graph) -> None:
    assert (None, RDF.type, ODRL.Duty) in sample_policies
    assert report(sample_policies) == ""


BROKEN = {
    "a policy without rules": "<p:1> a odrl:Set ; odrl:uid <p:1> ; odrl:profile <p:profile> .",
    "a duty without an action": "<p:r> a odrl:Duty ; odrl:assignee <p:a> . <p:a> a odrl:Party .",
    "a permission without a target": "<p:r> a odrl:Permission ; odrl:assignee <p:a> ; odrl:action kzedu:carryOut ."
    " <p:a> a odrl:Party .",
    "a constraint without an operator": '<p:c> a odrl:Constraint ; odrl:leftOperand odrl:dateTime ; odrl:rightOperand "2025-01-01"^^xsd:date .',
    "an action outside the core": "<p:r> a odrl:Duty ; odrl:assignee <p:a> ; odrl:action <p:dance> ."
    " <p:a> a odrl:Party . <p:dance> a odrl:Action .",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_the_shapes_can_fail(text: str) -> None:
    prefixes = f"@prefix odrl: <{ODRL}> . @prefix kzedu: <{KZEDU}> . @prefix xsd: <{XSD}> ."
    assert report(Graph().parse(data=f"{prefixes} {text}", format="turtle"))


def test_bound_bodies_have_duties_and_those_by_agreement_have_none(sample: Path, sample_policies: Graph) -> None:
    asked = f"SELECT ?m ?b {{ ?m a <{KZEDU.Measure}> ; <{KZEDU.assignment}> ?x . ?x <{KZEDU.agency}> ?b ; <{KZEDU.byAgreement}> %s }}"
    pairs = {
        said: {(row["m"], row["b"]) for row in store_of(sample).select(asked % said)} for said in ("true", "false")
    }
    assert pairs["true"]
    assert pairs["false"]
    duties = {
        (sample_policies.value(rule, ODRL.target), sample_policies.value(rule, ODRL.assignee))
        for rule in sample_policies.subjects(RDF.type, ODRL.Duty)
    }
    whole = {pair for pair in duties if "/measure/" in str(pair[0])}
    assert whole <= pairs["false"]
    assert not duties & (pairs["true"] - pairs["false"])


def small(*more: tuple[URIRef, URIRef, URIRef | Literal]) -> MemoryStore:
    """One measure that binds one body by two days."""
    measure, assignment, deadline = iris.measure("P1", "7"), URIRef(iris.BASE + "x"), URIRef(iris.BASE + "d")
    triples = [
        (measure, RDF.type, KZEDU.Measure),
        (measure, KZEDU.programme, iris.programme("P1")),
        (measure, KZEDU.assignment, assignment),
        (assignment, KZEDU.agency, iris.agency("a")),
        (assignment, KZEDU.role, KZEDU.LeadExecutor),
        (measure, KZEDU.deadline, deadline),
        (deadline, KZEDU.dueBy, Literal("2025-06-30", datatype=XSD.date)),
        (deadline, KZEDU.dueBy, Literal("2026-06-30", datatype=XSD.date)),
        *more,
    ]
    return MemoryStore((s, p, o, iris.graph("current")) for s, p, o in triples)


def test_each_due_day_is_a_rule_of_its_own() -> None:
    graph = policies(small(), "a")
    rules = sorted(graph.objects(iris.policy("a"), ODRL.obligation), key=str)
    assert [str(rule).rpartition("/")[2] for rule in rules] == ["2025-06-30", "2026-06-30"]
    (first,) = graph.objects(rules[0], ODRL.constraint)
    assert graph.value(first, ODRL.rightOperand) == Literal("2025-06-30", datatype=XSD.date)
    assert report(graph) == ""


def test_what_lost_its_force_binds_only_before_that_day() -> None:
    end = Literal("2025-10-12", datatype=XSD.date)
    graph = policies(small((iris.programme("P1"), iris.ELI.date_no_longer_in_force, end)))
    rule = next(graph.objects(iris.policy("a"), ODRL.obligation))
    operators = {
        graph.value(c, ODRL.operator): graph.value(c, ODRL.rightOperand) for c in graph.objects(rule, ODRL.constraint)
    }
    assert operators[ODRL.lt] == end
    assert report(graph) == ""


def test_json_ld_and_turtle_say_the_same(sample_policies: Graph) -> None:
    turtle = Graph().parse(data=write_policies(sample_policies, "ttl"))
    assert set(turtle) == set(sample_policies)
    written = write_policies(sample_policies, "jsonld")
    assert set(Graph().parse(data=written, format="json-ld")) == set(sample_policies)


def test_the_same_graph_gives_the_same_bytes(sample: Path) -> None:
    quads = [*quads_of(sample)]
    one, other = policies(MemoryStore(quads)), policies(MemoryStore(reversed(quads)))
    assert write_policies(one, "ttl") == write_policies(other, "ttl")
    assert write_policies(one, "jsonld") == write_policies(other, "jsonld")


def test_a_body_that_nothing_binds() -> None:
    with pytest.raises(LookupError, match="of a body nobody is known"):
        policies(small(), "nobody")


def test_the_corpus_satisfies_the_information_model(corpus: Path) -> None:
    graph = policies(store_of(corpus), "kz-moe")
    assert len(set(graph.subjects(RDF.type, ODRL.Duty))) > 100
    assert report(graph) == ""


def test_the_policy_of_one_body_is_its_share_of_all(sample: Path, sample_policies: Graph) -> None:
    store = store_of(sample)
    for agency in {str(body).rpartition("/")[2] for body in sample_policies.objects(None, ODRL.assignee)}:
        alone = policies(store, agency)
        rules = set(sample_policies.subjects(ODRL.assignee, iris.agency(agency)))
        assert set(alone.subjects(ODRL.assignee, None)) == rules
        told = {triple for rule in rules for triple in sample_policies.triples((rule, None, None))}
        assert told <= set(alone)
        assert {triple for rule in rules for triple in alone.triples((rule, None, None))} == told
        assert set(alone) <= set(sample_policies)
