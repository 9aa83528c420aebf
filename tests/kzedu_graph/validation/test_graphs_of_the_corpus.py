"""The graph of the corpus, with what stands in no default dataset: mentions, changes, findings, checks."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import corpus_graph
import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS, SH

from kzedu_graph.building.nquads import AUDIT, CURRENT, ONTOLOGY, REGISTRY
from kzedu_graph.validation.audit import audit_triples
from kzedu_graph.validation.shacl import validate_core
from kzedu_graph.validation.shapes import load_shapes
from kzedu_graph.vocabulary.iris import KZEDU


@pytest.fixture(scope="module")
def graphs(corpus: Path) -> dict[URIRef, Graph]:
    """Every named graph of the corpus by its IRI."""
    read: dict[URIRef, Graph] = defaultdict(Graph)
    for subject, predicate, value, graph in corpus_graph.quads(corpus):
        read[graph].add((subject, predicate, value))
    for triple in audit_triples(corpus_graph.audit(corpus)):
        read[AUDIT].add(triple)
    return dict(read)


def test_every_class_of_the_ontology_that_a_build_writes_has_a_shape(graphs: dict[URIRef, Graph]) -> None:
    ontology = graphs[ONTOLOGY]
    targets = set(load_shapes().core.objects(None, SH.targetClass))
    written = {kind for graph in graphs.values() for kind in graph.objects(None, RDF.type) if kind in set(KZEDU)}
    assert {KZEDU.Measure, KZEDU.Citation, KZEDU.SystemMention, KZEDU.Change, KZEDU.Check, KZEDU.Finding} <= written
    bare = {kind for kind in written if not targets & set(ontology.transitive_objects(kind, RDFS.subClassOf))}
    assert bare == set()


def test_every_graph_of_the_corpus_is_right(graphs: dict[URIRef, Graph]) -> None:
    """Each beside the ontology and the registry; what another graph describes is looked at there."""
    for name, graph in graphs.items():
        if name == CURRENT:  # each build looks at that one
            continue
        beside = Graph()
        for triple in (*graphs[ONTOLOGY], *graphs[REGISTRY], *graph):
            beside.add(triple)
        found = [each for each in validate_core(beside, load_shapes()) if (URIRef(each.focus), None, None) in graph]
        assert [(each.code, each.focus, each.message["en"]) for each in found] == [], name
