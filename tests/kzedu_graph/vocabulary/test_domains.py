"""What a property is said of, and what it leads to, is of a class that the ontology names for it.

A reasoner does not see this: it takes a domain for a promise and makes the subject a member of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus_graph import store as store_of
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS, XSD
from rdflib.term import Node

from kzedu_graph.vocabulary.iris import KZEDU, PREFIXES, local_name
from kzedu_graph.vocabulary.turtle import read_ontology

SCHEMA = "https://schema.org/"
Triple = tuple[Node, Node, Node]
SHOWN = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
ALL = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


def misused(ontology: Graph, graph: Graph) -> Iterator[str]:
    """Each property with the classes of subjects or of values that it does not name; untyped things are others'."""
    supers = {kind: set(ontology.transitive_objects(kind, RDFS.subClassOf)) for kind in set(ontology.subjects())}
    kinds: dict[Node, set[Node]] = defaultdict(set)
    for node, kind in graph.subject_objects(RDF.type):
        kinds[node] |= {kind, *supers.get(kind, ())}
    for name in sorted(set(map(str, graph.predicates()))):
        said = URIRef(name)
        if not name.startswith(PREFIXES["kzedu"]):
            continue
        domains = _named(ontology, said, RDFS.domain, "domainIncludes")
        ranges = _named(ontology, said, RDFS.range, "rangeIncludes")
        wrong: dict[str, Node] = {}
        for subject, value in graph.subject_objects(said):
            if domains and kinds[subject] and not domains & kinds[subject]:
                wrong.setdefault(f"{local_name(name)} of {_told(kinds[subject])}", subject)
            if isinstance(value, Literal):
                if ranges and not _datatypes(value) & ranges:
                    wrong.setdefault(f"{local_name(name)} leads to {value.n3()[:60]}", subject)
            elif ranges and kinds[value] and not {*kinds[value], RDFS.Resource} & ranges:
                wrong.setdefault(f"{local_name(name)} leads to {_told(kinds[value])}", subject)
        yield from (f"{what}: {where}" for what, where in sorted(wrong.items()))


def _named(ontology: Graph, said: URIRef, one: URIRef, several: str) -> set[Node]:
    return {*ontology.objects(said, one), *ontology.objects(said, URIRef(SCHEMA + several))}


def _datatypes(value: Literal) -> set[Node]:
    return {RDFS.Literal, RDF.langString if value.language else value.datatype or XSD.string}


def _told(kinds: set[Node]) -> str:
    return " ".join(sorted(map(local_name, map(str, kinds))))


@pytest.fixture(scope="module")
def graph(sample: Path) -> Graph:
    return store_of(sample).construct(ALL)


def test_properties_are_used_as_the_ontology_says(graph: Graph) -> None:
    assert list(misused(read_ontology(), graph)) == []


def test_properties_are_used_so_in_the_corpus(corpus: Path) -> None:
    assert list(misused(read_ontology(), store_of(corpus).construct(SHOWN))) == []


def test_a_property_of_another_class_is_seen(graph: Graph) -> None:
    """The rule that a stated total broke: what is said of two classes had the domain of one."""
    ontology = Graph() + read_ontology()
    for predicate in (RDFS.domain, URIRef(SCHEMA + "domainIncludes")):
        ontology.remove((KZEDU.binding, predicate, None))
    ontology.add((KZEDU.binding, RDFS.domain, KZEDU.Part))
    assert [told.partition(":")[0] for told in misused(ontology, graph)] == ["binding of Assignment"]


def test_a_value_of_another_class_is_seen(graph: Graph) -> None:
    ontology = Graph() + read_ontology()
    ontology.remove((KZEDU.binding, RDFS.range, None))
    ontology.add((KZEDU.binding, RDFS.range, KZEDU.Role))
    assert [told.partition(":")[0] for told in misused(ontology, graph)] == ["binding leads to Binding Concept"]
