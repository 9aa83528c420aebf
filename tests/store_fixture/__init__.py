"""The small invented graph that the tests of the store, the gallery and the endpoint share."""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset
from rdflib.term import Literal, URIRef

from kzedu_graph.store.stores import BASE, CURRENT, Quad

PLAN = Path(__file__).parent / "plan.trig"
BODIES = Path(__file__).parent / "bodies.trig"


def read_quads(path: Path = PLAN) -> list[Quad]:
    """The quads of a TriG file."""
    dataset = Dataset()
    dataset.parse(path, format="trig")
    return [(s, p, o, URIRef(str(graph))) for s, p, o, graph in dataset.quads() if graph]


def iri(path: str) -> URIRef:
    """One of our own IRIs by its path."""
    return URIRef(BASE + path)


def numbered(number: int) -> list[Quad]:
    """A dataset of one quad that tells which one it is."""
    return [(iri("a"), iri("is"), Literal(number), URIRef(CURRENT))]


RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
"""A question that would take hours."""
