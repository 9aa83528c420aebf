"""An edition's graph in memory, read in one query, whole or some predicates of it, and asked by both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from rdflib import Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU
from kzedu_graph.vocabulary.queries import Parameter, Selects, load_query

EDITIONS, CONTENTS = load_query(__file__, "editions"), load_query(__file__, "contents")
SHOWN, STEMS = load_query(__file__, "shown-editions"), load_query(__file__, "stems")
_ORDER = (KZEDU.seq, KZEDU.position)
"""What the order of answers rests on: read in every case."""


class View:
    """One named graph, in memory, by subject and predicate; with `only` or `about`, of these predicates or subjects.

    `query` asks for a part of the graph, and `of` is what it asks about, by the names of its variables.
    """

    def __init__(
        self,
        store: Selects,
        graph: URIRef,
        only: Iterable[URIRef] = (),
        about: Iterable[Node] | None = None,
        query: str = CONTENTS,
        **of: Parameter,
    ) -> None:
        self.graph = graph
        self.current = False
        self._index: dict[Node, dict[Node, list[Node]]] = defaultdict(lambda: defaultdict(list))
        self._of_class: dict[Node, tuple[Node, ...]] = {}
        wanted = dict.fromkeys((*only, *_ORDER)) if only else {}
        params: dict[str, Parameter] = {"p": list(wanted)} if wanted else {}
        if about is not None:
            params["s"] = list(about)
        for row in store.select(query, graph=graph, **params, **of):
            self._index[row["s"]][row["p"]].append(row["o"])

    def subjects(self, kind: URIRef) -> list[Node]:
        """Everything of a class, in the order of its printed sequence, then of its IRI."""
        if kind not in self._of_class:
            found = (s for s, facts in self._index.items() if kind in facts.get(RDF.type, ()))
            self._of_class[kind] = tuple(sorted(found, key=lambda s: (self.value(s, KZEDU.seq) or 0, str(s))))
        return list(self._of_class[kind])

    def having(self, predicate: URIRef) -> list[Node]:
        """Everything that has a predicate, in the order of its IRI."""
        return sorted((s for s, facts in self._index.items() if predicate in facts), key=str)

    def nodes(self, subject: Node, predicate: URIRef) -> list[Node]:
        """The objects, in the order of their `kzedu:position`, then of their own."""
        found = self._index.get(subject, {}).get(predicate, [])
        if len(found) < 2:
            return list(found)
        return sorted(found, key=lambda o: (self.value(o, KZEDU.position) or 0, str(o)))

    def values(self, subject: Node, predicate: URIRef) -> list[Any]:
        """The objects as Python values: literals converted, IRIs as text."""
        return [plain(node) for node in self.nodes(subject, predicate)]

    def value(self, subject: Node, predicate: URIRef) -> Any:
        """The one object, or None."""
        facts = self._index.get(subject)
        found = facts.get(predicate) if facts else None
        return plain(found[0]) if found else None


class Once:
    """A store that is asked for one table after the other: the graph read last is kept, so that each is read once."""

    def __init__(self, store: Selects) -> None:
        self._store = store
        self._last: View | None = None
        self._kept: dict[str, list[Mapping[str, Node]]] = {}

    def select(self, text: str, /, **params: Parameter) -> Iterable[Mapping[str, Node]]:
        """The solutions of a SELECT; which editions there are, and which are shown, is asked once."""
        if text not in (EDITIONS, SHOWN):
            return self._store.select(text, **params)
        if text not in self._kept:
            self._kept[text] = list(self._store.select(text))
        return self._kept[text]

    def view(self, graph: URIRef) -> View:
        """A graph, whole."""
        if self._last is None or self._last.graph != graph:
            self._last = None  # two whole graphs are never held
            self._last = View(self._store, graph)
        return self._last


def view_of(store: Selects, graph: URIRef) -> View:
    """A graph of a store, whole, as it is kept or read anew."""
    return store.view(graph) if isinstance(store, Once) else View(store, graph)


def plain(node: Node) -> Any:
    """A literal as a Python value, an IRI as text."""
    return node.toPython() if isinstance(node, Literal) else str(node)


def editions(store: Selects, chosen: str = "all") -> list[URIRef]:
    """The IRIs of the editions in the store: all, those that are `current`, or one by its IRI or its path.

    Raises UnknownNameError where the chosen one is not there.
    """
    found = [row["edition"] for row in store.select(EDITIONS)]
    known = [edition for edition in found if isinstance(edition, URIRef) and edition != iris.graph("current")]
    if chosen == "all":
        return known
    if chosen == "current":
        shown = current_editions(store)
        return [edition for edition in known if edition in shown]
    named = [edition for edition in known if str(edition) in (str(chosen), *iris.guesses(chosen, "document"))]
    if not named:
        raise UnknownNameError(f"no edition {chosen}; there are: {', '.join(known)}")
    return named


def current_editions(store: Selects) -> frozenset[Node]:
    """The editions that the current view shows: the latest of each programme."""
    return frozenset(row["edition"] for row in store.select(SHOWN))


def stems(store: Selects) -> Mapping[str, str]:
    """The name, without its ending, of the file that each edition was read from, by the edition's IRI."""
    return {str(row["edition"]): str(row["stem"]) for row in store.select(STEMS)}
