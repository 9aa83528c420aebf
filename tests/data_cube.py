"""The integrity constraints of the W3C Data Cube, asked of a graph: https://www.w3.org/TR/vocab-data-cube/#wf."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from places import ROOT
from rdflib import Graph, URIRef
from rdflib.term import Node

from kzedu_graph.store.stores import CURRENT, MemoryStore

HERE = ROOT / "tests" / "kzedu_graph" / "validation" / "datacube"
CONSTRAINTS = {file.stem: file.read_text("utf-8") for file in sorted((HERE / "constraints").glob("*.rq"))}
NORMALISE = (HERE / "normalise.rq").read_text("utf-8")
_HIERARCHIES = "PREFIX qb: <http://purl.org/linked-data/cube#> SELECT DISTINCT ?p { ?list qb:parentChildProperty ?p }"
_INVERSES = _HIERARCHIES.replace(":parentChildProperty ?p", ":parentChildProperty/owl:inverseOf ?p")
_PLACES = {
    "<urn:parent-child>": _HIERARCHIES,
    "<urn:child-parent>": f"PREFIX owl: <http://www.w3.org/2002/07/owl#> {_INVERSES}",
}


def normalised(triples: Iterable[tuple[Node, Node, Node]]) -> MemoryStore:
    """The triples with what abbreviated data leave out, as one graph."""
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    size = -1
    while len(graph) != size:
        size = len(graph)
        for triple in _store(graph).construct(NORMALISE):
            graph.add(triple)
    return _store(graph)


def _store(graph: Graph) -> MemoryStore:
    return MemoryStore((s, p, o, URIRef(CURRENT)) for s, p, o in graph)  # type: ignore[misc]


def broken(store: MemoryStore) -> list[str]:
    """The names of the constraints that do not hold."""
    return [name for name, text in CONSTRAINTS.items() if any(store.ask(query) for query in _instances(store, text))]


def _instances(store: MemoryStore, text: str) -> Iterator[str]:
    """The query itself, or one for each property that its place may stand for."""
    place = next((place for place in _PLACES if place in text.partition("ASK")[2]), None)
    if place is None:
        yield text
        return
    for row in store.select(_PLACES[place]):
        if isinstance(row["p"], URIRef):
            yield text.replace(place, row["p"].n3())
