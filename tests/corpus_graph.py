"""The graph of the whole corpus, with its audit, made once a test run for the tests that ask it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rdflib.term import Node, URIRef
from whole_graph import quads_of

from extract.flow import extract_file
from kzedu_graph.building.nquads import AUDIT, CURRENT, ONTOLOGY, REGISTRY
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.validation.audit import Audit, audit_triples, run_audit

Quads = list[tuple[URIRef, URIRef, Node, URIRef]]


@cache
def quads(corpus: Path) -> Quads:
    """Every statement of the corpus, without the audit."""
    registry = Registry.load()
    return list(quads_of([extract_file(path, registry) for path in sorted(corpus.glob("*.txt"))], registry))


def default_of(everything: Quads) -> Quads:
    """What integrity and audit are asked of: the current view, the registry and the ontology."""
    return [quad for quad in everything if quad[3] in (CURRENT, REGISTRY, ONTOLOGY)]


@cache
def audit(corpus: Path) -> Audit:
    """What an auditor would question in the corpus."""
    return run_audit(MemoryStore(default_of(quads(corpus))).select)


@cache
def store(corpus: Path) -> MemoryStore:
    """The corpus as a build serves it."""
    return MemoryStore([*quads(corpus), *((s, p, o, AUDIT) for s, p, o in audit_triples(audit(corpus)))])
