"""Ontology, code lists and an invented plan under the rules of OWL 2 RL: nothing contradicts anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import Graph, URIRef
from rdflib.namespace import OWL, RDF

from extract.flow import extract_file
from kzedu_graph.comparison.listings import listings_of
from kzedu_graph.mapping.edition import triples_of
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.turtle import read_ontology

ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")


def closed(graph: Graph) -> list[str]:
    """What the rules of OWL 2 RL find contradictory."""
    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    told = [str(value) for value in graph.objects(None, ERROR)]
    nothing = [str(node) for node in graph.subjects(RDF.type, OWL.Nothing)]
    return [*told, *nothing]


def plan(sample: Path) -> Graph:
    """Some two thousand statements: the closure takes time with their square."""
    extraction = extract_file(sample / "samal-2025.kk.txt", Registry.load())
    graph = Graph() + read_ontology()
    quotes = "/id/evidence/"
    for triple in triples_of(extraction, listings_of(extraction.indicators), mentions=False):
        if quotes not in str(triple[0]) and quotes not in str(triple[2]):
            graph.add(triple)
    return graph


def test_ontology_and_plan_are_consistent(sample: Path) -> None:
    assert closed(plan(sample)) == []


def test_a_contradiction_is_found(sample: Path) -> None:
    graph = Graph() + read_ontology()
    edition = iris.edition("S3100000001", date(2031, 1, 1), "kk")
    both = iris.allocation(edition, "1", 2031)
    graph.add((both, RDF.type, KZEDU.Allocation))
    graph.add((both, RDF.type, KZEDU.StatedTotal))
    assert closed(graph)
