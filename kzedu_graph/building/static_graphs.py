"""What stands in the graph before any text is read: the ontology and the registry, prepared once for all processes.

They are also the ground that rules are asked over, under the statements of one text after the other: loading them takes
ten times as long as loading what a usual act says. Most rules ask about things that an act has none of, which is known
without asking.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from rdflib import Graph, URIRef
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from kzedu_graph.building.nquads import ONTOLOGY, REGISTRY, Block, blocks_of, in_graph, lines_of
from kzedu_graph.mapping.statements import Triple
from kzedu_graph.registry.localities import read_registry
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.engine.needed_terms import heard, heard_terms, needed_terms, terms_in
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.about.accuracy import accuracy_triples
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.places import ACCURACY, topic_files
from kzedu_graph.vocabulary.prepared import bytes_of, prepared
from kzedu_graph.vocabulary.queries import Parameter, Select
from kzedu_graph.vocabulary.supplements import registry_files
from kzedu_graph.vocabulary.turtle import read_ontology, read_together


@dataclass(frozen=True, slots=True)
class _Statements:
    """The statements of both graphs."""

    ontology: tuple[Triple, ...]
    registry: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked of both graphs for each text: all but a few texts need no more of them."""

    lines: bytes
    classes: dict[Node, tuple[Node, ...]]
    subclasses: tuple[Triple, ...]
    defined: frozenset[URIRef]
    terms: frozenset[str]


def ontology_triples() -> tuple[Triple, ...]:
    """The graph `id/graph/ontology`: the ontology, its code lists, the scheme of topics, and how right reading is."""
    return _statements(*_registry_files()).ontology


def registry_triples() -> tuple[Triple, ...]:
    """The graph `id/graph/registry`, with the bodies of each region and who directly took over from whom."""
    return _statements(*_registry_files()).registry


def static_lines() -> bytes:
    """Both as N-Triples."""
    return _known(*_registry_files()).lines


def static_blocks() -> tuple[Block, ...]:
    """Both as blocks of lines in order."""
    return prepared("static-blocks", tuple, _read_blocks, *bytes_of(_registry_files()))


def classes_of_known() -> Mapping[Node, tuple[Node, ...]]:
    """Everything that the ontology or the registry describes, with its classes."""
    return MappingProxyType(_known(*_registry_files()).classes)


def subclasses() -> tuple[Triple, ...]:
    """Which class is part of which."""
    return _known(*_registry_files()).subclasses


def defined_terms() -> frozenset[URIRef]:
    """What the ontology and its code lists define."""
    return _known(*_registry_files()).defined


@cache
def _registry_files() -> tuple[Path, ...]:
    return tuple(registry_files())


@cache
def _statements(*files: Path) -> _Statements:
    return prepared("statements", _Statements, partial(_read_statements, files), *bytes_of(files))


@cache
def _known(*files: Path) -> _Known:
    return prepared("known", _Known, partial(_read_known, files), *bytes_of(files))


def _read_statements(files: tuple[Path, ...]) -> _Statements:
    one = cache(lambda node: node)  # each node is one object
    heirs = (
        (iris.agency(ended), KZEDU.succeededBy, iris.agency(heir)) for ended, heir in Registry.load().successions()
    )
    topics = statements_of(read_together(topic_files()))
    ontology = chain(statements_of(read_ontology()), topics, accuracy_triples(ACCURACY))
    registry = chain(statements_of(read_registry(files)), heirs)
    return _Statements(*(tuple((one(s), one(p), one(o)) for s, p, o in graph) for graph in (ontology, registry)))


def _read_known(files: tuple[Path, ...]) -> _Known:
    statements = _statements(*files)
    lines = lines_of(statements.registry) + lines_of(statements.ontology)
    classes: dict[Node, tuple[Node, ...]] = {}
    for subject, predicate, value in (*statements.ontology, *statements.registry):
        found = classes.get(subject, ())
        classes[subject] = (*found, value) if predicate == RDF.type else found
    return _Known(
        lines,
        classes,
        tuple(triple for triple in statements.ontology if triple[1] == RDFS.subClassOf),
        frozenset(subject for subject, predicate, _ in statements.ontology if predicate == RDFS.isDefinedBy),
        terms_in(lines),
    )


def _read_blocks() -> tuple[Block, ...]:
    return blocks_of(
        [in_graph(lines_of(registry_triples()), REGISTRY), in_graph(lines_of(ontology_triples()), ONTOLOGY)]
    )


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
    def over(self, said: bytes, hearing: frozenset[str] | None) -> Iterator[Select]:
        """What answers a SELECT over the ground and some N-Triples; one text at a time."""
        if len(said) > len(static_lines()) // 4:  # both are loaded sooner than the one is laid and lifted
            yield asking(said, hearing=hearing)
            return
        with self._lock:
            if self._store is None or self._laid > static_lines().count(b"\n"):
                self._store, self._laid = MemoryStore.of_triples(static_lines()), 0
            with self._store.over(said) as laid:
                self._laid += laid
                yield _Asking(self._store, terms_of_the_ground() | terms_in(said))


_GROUND = _Ground()


def over_the_ground(said: bytes, hearing: frozenset[str] | None = None) -> AbstractContextManager[Select]:
    """What answers a SELECT over the ontology, the registry and some N-Triples, until the context ends.

    `hearing` are the terms that most of the questions hear; see `asking`.
    """
    return _GROUND.over(said, hearing)


def asking(*said: bytes, hearing: frozenset[str] | None) -> Select:
    """What answers a SELECT over the ontology, the registry and some N-Triples and N-Quads.

    Of all these only the statements are loaded that have the terms `hearing`; a question that hears others has
    everything loaded for it. None are all terms.
    """
    loaded, terms = _heard_ground(hearing)
    kept = [loaded]
    for lines in said:
        loaded, found = heard(lines, hearing)
        kept.append(loaded)
        terms |= found
    store = MemoryStore.of_triples(b"".join(kept))
    if hearing is None:
        return _Asking(store, terms)
    return _Asking(store, terms, hearing, lambda: MemoryStore.of_triples(b"".join((static_lines(), *said))))


def terms_of_the_ground() -> frozenset[str]:
    """The properties and classes that the ontology and the registry make statements with."""
    return _known(*_registry_files()).terms


@cache
def _heard_ground(hearing: frozenset[str] | None) -> tuple[bytes, frozenset[str]]:
    return heard(static_lines(), hearing)[0], terms_of_the_ground()


class _Asking:
    """A SELECT that is asked only where the dataset has what it needs, and of a dataset that has what it hears."""

    def __init__(
        self,
        store: MemoryStore,
        said: frozenset[str],
        hearing: frozenset[str] | None = None,
        load: Callable[[], MemoryStore] | None = None,
    ) -> None:
        self._store, self._said, self._hearing = store, said, hearing
        self._load = None if load is None else cache(load)

    def __call__(self, text: str, /, **params: Parameter) -> Iterable[Mapping[str, Node]]:
        named = {f"?{name}": str(node) for name, node in params.items() if isinstance(node, Node)}
        needed = {named.get(term, term) for term in needed_terms(text)}
        if not all(term in self._said for term in needed if not term.startswith("?")):
            return []
        store = self._store
        if self._load is not None and self._hearing is not None:
            terms = heard_terms(text, named.get("?class", ""))
            if terms is None or not terms <= self._hearing:
                store = self._load()
        return store.select(text, **params)
