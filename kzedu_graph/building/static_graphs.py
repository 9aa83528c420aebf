"""What stands in the graph before any text is read: the ontology and the registry, parsed once a process.

They are also the ground that rules are asked over, under the statements of one text after the other: loading them takes
ten times as long as loading what a usual act says. Most rules ask about things that an act has none of, which is known
without asking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from threading import Lock
from types import MappingProxyType

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from kzedu_graph.building.nquads import lines_of
from kzedu_graph.mapping.statements import Triple
from kzedu_graph.registry.localities import read_registry
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.engine.needed_terms import needed_terms, terms_in
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.accuracy import accuracy_triples
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.places import ACCURACY, topic_files
from kzedu_graph.vocabulary.queries import Parameter, Select
from kzedu_graph.vocabulary.supplements import registry_folders
from kzedu_graph.vocabulary.turtle import read_ontology, read_together


@cache
def ontology_triples() -> tuple[Triple, ...]:
    """The graph `id/graph/ontology`: the ontology, its code lists, the scheme of topics, and how right reading is."""
    return (
        *statements_of(read_ontology()),
        *statements_of(read_together(topic_files())),
        *accuracy_triples(ACCURACY),
    )


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


class _Ground:
    """The dataset, and how many statements were laid over it: the engine keeps room for those that are gone."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._laid = 0
        self._store: MemoryStore | None = None

    @contextmanager
    def over(self, said: bytes) -> Iterator[Select]:
        """What answers a SELECT over the ground and some N-Triples; one text at a time."""
        with self._lock:
            if self._store is None or self._laid > static_lines().count(b"\n"):
                self._store, self._laid = MemoryStore.of_triples(static_lines()), 0
            with self._store.over(said) as laid:
                self._laid += laid
                yield _asking(self._store, terms_of_the_ground() | terms_in(said))


_GROUND = _Ground()


def over_the_ground(said: bytes) -> AbstractContextManager[Select]:
    """What answers a SELECT over the ontology, the registry and some N-Triples, until the context ends."""
    return _GROUND.over(said)


@cache
def terms_of_the_ground() -> frozenset[str]:
    """The properties and classes that the ontology and the registry make statements with."""
    return terms_in(static_lines())


def _asking(store: MemoryStore, said: frozenset[str]) -> Select:
    """A SELECT that is asked only where the dataset has what it needs; `said` are its properties and classes."""

    def select(text: str, /, **params: Parameter) -> Iterable[Mapping[str, Node]]:
        named = {f"?{name}": str(node) for name, node in params.items() if isinstance(node, Node)}
        needed = {named.get(term, term) for term in needed_terms(text)}
        there = all(term in said for term in needed if not term.startswith("?"))
        return store.select(text, **params) if there else []

    return select
