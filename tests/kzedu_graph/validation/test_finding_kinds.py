"""Every code by which something is complained of is a kind of the code list, named in three languages."""

from __future__ import annotations

from pathlib import Path

import yaml
from rdflib import Graph, Literal
from rdflib.namespace import RDF, SKOS

from extract.lexicon import findings
from kzedu_graph.building.left_out import MESSAGES
from kzedu_graph.building.quarantine import CODE as LEFT_OUT
from kzedu_graph.comparison.amended import CODE as NOT_HELD
from kzedu_graph.comparison.parity import CODE as DIFFER
from kzedu_graph.validation.audit import rule_triples
from kzedu_graph.validation.audit_rules import load_rules
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.turtle import read_ontology


def listed() -> Graph:
    """The list as the default dataset of a build holds it: readers' kinds, and those of the audit."""
    graph = Graph() + read_ontology()
    for triple in rule_triples():
        graph.add(triple)
    return graph


def readers_codes() -> set[str]:
    """What `lexicon/findings.yml` and the build have sentences for."""
    told = yaml.safe_load(Path(findings.__file__).with_name("findings.yml").read_text("utf-8"))
    codes = {code for name, group in told.items() if name not in ("subjects", "indicators") for code in group}
    return codes | {*MESSAGES, LEFT_OUT, DIFFER, NOT_HELD}


def test_every_code_is_in_the_list() -> None:
    graph = listed()
    for code in readers_codes() | set(load_rules()):
        kind = iris.code("finding-kind", code)
        assert (kind, RDF.type, KZEDU.FindingKind) in graph, code
        assert graph.value(kind, SKOS.notation) == Literal(code)
        assert {label.language for label in graph.objects(kind, SKOS.prefLabel)} == {"kk", "ru", "en"}, code  # type: ignore[union-attr]


def test_no_kind_is_listed_twice() -> None:
    written = {str(kind) for kind in read_ontology().subjects(RDF.type, KZEDU.FindingKind)}
    assert not written & {str(iris.code("finding-kind", code)) for code in load_rules()}
