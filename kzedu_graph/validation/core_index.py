"""Triples as core shapes look at them: by predicate, both ways, and classes with all that are part of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

_TYPE = RDF.type
Values = Collection[Node]
"""Values, each once."""


class Index:
    """Triples by predicate, both ways, and classes with all that are part of them."""

    def __init__(self, triples: Iterable[tuple[Node, Node, Node]]) -> None:
        tables: dict[int, tuple[Node, dict[Node, Values]]] = {}
        self._tables: dict[Node, dict[Node, Values]] = {}
        for subject, predicate, value in triples:
            held = tables.get(id(predicate))  # by what it is: rdflib's comparison costs more than all of the rest
            if held is None:
                held = tables[id(predicate)] = predicate, self._tables.setdefault(predicate, {})
            table = held[1]
            before = table.get(subject)
            if before is None:
                table[subject] = (value,)  # nearly all have one, and a literal's hash is dear
            elif isinstance(before, set):
                before.add(value)
            elif before != (value,):
                table[subject] = {*before, value}
        self._by_place = tables
        self._back: dict[Node, Mapping[Node, frozenset[Node]]] = {}
        self._parts: dict[Node, frozenset[Node]] = {}
        self._instances: dict[Node, frozenset[Node]] = {}

    def ahead(self, predicate: Node) -> Mapping[Node, Values]:
        """What things have by a predicate."""
        held = self._by_place.get(id(predicate))
        if held is None:
            held = self._by_place[id(predicate)] = predicate, self._tables.get(predicate, {})
        return held[1]

    def objects(self, node: Node, predicate: Node) -> Values:
        """What a node has by a predicate."""
        return self.ahead(predicate).get(node, ())

    def subjects(self, node: Node, predicate: Node) -> frozenset[Node]:
        """What has a node by a predicate."""
        if predicate not in self._back:
            back: dict[Node, set[Node]] = defaultdict(set)
            for subject, values in self.ahead(predicate).items():
                for value in values:
                    back[value].add(subject)
            self._back[predicate] = {value: frozenset(found) for value, found in back.items()}
        return self._back[predicate].get(node, frozenset())

    def parts(self, of: Node) -> frozenset[Node]:
        """A class and all classes that are part of it."""
        if of not in self._parts:
            found, left = {of}, [of]
            while left:
                more = self.subjects(left.pop(), RDFS.subClassOf) - found
                found |= more
                left += more
            self._parts[of] = frozenset(found)
        return self._parts[of]

    def instances(self, of: Node) -> frozenset[Node]:
        """The things of a class."""
        if of not in self._instances:
            self._instances[of] = frozenset().union(*(self.subjects(part, _TYPE) for part in self.parts(of)))
        return self._instances[of]

    def is_a(self, node: Node, of: Node) -> bool:
        """Whether a node is of a class."""
        return not self.parts(of).isdisjoint(self.objects(node, _TYPE))
