"""The ontology and the registry as a dataset that stays loaded, under the statements of one text after the other.

Loading them takes ten times as long as loading what a usual act says; and most rules ask about things that an act has
none of, which is known without asking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from threading import Lock

from rdflib.term import Node

from kzedu_graph.building.static_graphs import static_lines
from kzedu_graph.store.engine.needed_terms import needed_terms, terms_in
from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary.queries import Parameter, Select


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
