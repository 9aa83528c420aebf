"""Integrity document by document: what shapes find in parts is what they find in the whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from alone import in_this_process, unnamed
from rdflib import Graph, Literal
from rdflib.namespace import RDF, RDFS

from extract.flow import extract_file
from kzedu_graph.building import assembly, integrity
from kzedu_graph.building.integrity import check_names, check_text
from kzedu_graph.building.nquads import ONTOLOGY, REGISTRY, blocks_of, in_graph, lines_of
from kzedu_graph.building.parts import make_part
from kzedu_graph.building.run import run_build
from kzedu_graph.building.static_graphs import ontology_triples, registry_triples
from kzedu_graph.mapping.edition import triples_of
from kzedu_graph.mapping.standing import standing_triples
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.validation.shacl import validate_core, validate_integrity
from kzedu_graph.validation.shapes import load_shapes
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU


def test_shapes_find_in_parts_what_they_find_in_the_whole(texts: Path) -> None:
    """A graph with a fault of each kind: of the text's own things, of a body that nobody knows."""

    def faulty(path: Path, registry: Registry) -> Extraction:
        found = unnamed(path, registry)
        first, second, *others = found.measures
        body, *bodies = second.responsible
        strange = replace(second, responsible=(replace(body, agency="nobody-knows"), *bodies))
        return replace(found, measures=(first, strange, *others))

    extraction = faulty(texts / "00001.txt", Registry.load())
    triples = triples_of(extraction)
    graph = Graph()
    for triple in (*triples, *ontology_triples(), *registry_triples(), *standing_triples([extraction.source])):
        graph.add(triple)
    whole = validate_core(graph, load_shapes())
    assert {finding.code for finding in whole} >= {"assignment-as-written", "agency-class"}
    assert sorted(check_text(extraction.source, triples), key=repr) == sorted(whole, key=repr)
    assert validate_integrity(graph)
    part = make_part(texts / "00001.txt", faulty).part
    assert part.summary.violations == ()
    assert len(part.summary.left_out) == 2


def test_a_known_body_without_a_name_is_found_once_for_all_texts(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(texts.glob("0*.txt"))
    body = iris.agency(str(extract_file(files[0], Registry.load()).measures[0].responsible[0].agency))
    thinned = tuple(t for t in registry_triples() if not (t[0] == body and t[1] != RDF.type))
    assert thinned != registry_triples()
    monkeypatch.setattr(integrity, "registry_triples", lambda: thinned)
    graphs = ((thinned, REGISTRY), (ontology_triples(), ONTOLOGY))
    blocks = blocks_of([in_graph(lines_of(triples), graph) for triples, graph in graphs])
    monkeypatch.setattr(assembly, "static_blocks", lambda: blocks)
    outcome = run_build(files, tmp_path, in_this_process(extract_file))
    assert {v.code for v in outcome.violations if v.focus == str(body)} == {"agency-label-kk", "agency-label-ru"}


def test_a_joined_name_is_checked() -> None:
    node = iris.measure("P2300000249", "1")
    names = [(node, RDF.type, KZEDU.Measure), (node, RDFS.label, Literal("Есеп", lang="kk"))]
    assert check_names(names) == ()
    [found] = check_names([*names, (node, RDFS.label, Literal("Басқа есеп", lang="kk"))])
    assert (found.code, found.focus) == ("measure-label", str(node))
