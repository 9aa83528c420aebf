"""What stands in the graph before any text is read: the ontology and the registry, parsed once a process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from kzedu_graph.building.nquads import lines_of
from kzedu_graph.mapping.statements import Triple
from kzedu_graph.registry.localities import read_registry
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.places import topic_files
from kzedu_graph.vocabulary.supplements import registry_folders
from kzedu_graph.vocabulary.turtle import read_ontology, read_together


@cache
def ontology_triples() -> tuple[Triple, ...]:
    """The graph `id/graph/ontology`: the ontology, its code lists and the scheme of topics."""
    return (*statements_of(read_ontology()), *statements_of(read_together(topic_files())))


@cache
def registry_triples() -> tuple[Triple, ...]:
    """The graph `id/graph/registry`, with the bodies of each region and who directly took over from whom."""
    heirs = (
        (iris.agency(ended), KZEDU.succeededBy, iris.agency(heir)) for ended, heir in Registry.load().successions()
    )
    files = [file for folder in registry_folders() for file in sorted(folder.glob("*.ttl"))]
    return (*statements_of(read_registry(files)), *heirs)


@cache
def static_lines() -> bytes:
    """Both as N-Triples."""
    return lines_of(registry_triples()) + lines_of(ontology_triples())


@cache
def classes_of_known() -> Mapping[Node, tuple[Node, ...]]:
    """Everything that the ontology or the registry describes, with its classes."""
    found: dict[Node, tuple[Node, ...]] = {}
    for subject, predicate, value in (*ontology_triples(), *registry_triples()):
        classes = found.get(subject, ())
        found[subject] = (*classes, value) if predicate == RDF.type else classes
    return MappingProxyType(found)


@cache
def subclasses() -> tuple[Triple, ...]:
    """Which class is part of which."""
    return tuple(triple for triple in ontology_triples() if triple[1] == RDFS.subClassOf)


def statements_of(graph: Graph) -> Iterator[Triple]:
    """The statements of a graph about named things; we write no others."""
    for subject, predicate, value in graph:
        if isinstance(subject, URIRef) and isinstance(predicate, URIRef):
            yield subject, predicate, value
