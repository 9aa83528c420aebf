"""Core shapes as checks over an index of triples: what SHACL Core says, for the components that our shapes use.

pySHACL gives the same results and is the oracle of the tests (`kzedu validate --engine pyshacl` asks it); it takes some
ten times as long, and needs an rdflib graph. Shapes with a component that is not known here are left to it.

https://www.w3.org/TR/shacl/#core-components
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from rdflib import Literal, URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from kzedu_graph.validation.core_components import (
    SIMPLE,
    Component,
    UnknownComponentError,
    is_in_language,
    of_all,
    of_each,
)
from kzedu_graph.validation.core_index import Index, Values
from kzedu_graph.vocabulary.iris import SH

Result = tuple[URIRef, Node, Node | None]
Path = Callable[["Index", Node], Values]

_SAYS_NOTHING = frozenset(
    (RDF.type, SH.path, SH.severity, SH.message, SH.name, SH.description, SH.qualifiedMinCount, SH.deactivated)
)
_TARGETS = frozenset((SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode))
_YES = Literal(True)


@dataclass
class Shape:
    """One shape, compiled: its targets, the way to its values, and what must hold of them."""

    iri: Node
    targets: list[Callable[[Index], Iterable[Node]]] = field(default_factory=list)
    path: Path | None = None
    components: list[Component] = field(default_factory=list)
    predicate: Node | None = None
    """The path, where it is a single step ahead."""

    def values(self, index: Index) -> Callable[[Node], Values]:
        """What gives the values of a focus node."""
        if self.path is None:
            return lambda node: (node,)
        if self.predicate is None:
            return partial(self.path, index)
        get, nothing = index.ahead(self.predicate).get, ()
        return lambda node: get(node, nothing)

    def holds(self, index: Index, node: Node) -> bool:
        """Whether a node conforms."""
        values = self.path(index, node) if self.path else (node,)
        return not any(True for component in self.components for _ in component(index, node, values))


def compile_shapes(core: Iterable[tuple[Node, Node, Node]]) -> list[Shape]:
    """The shapes of statements that have targets; raises UnknownComponentError where one says what is unknown here."""
    statements = list(core)
    compiler = _Compiler(_Said(statements))
    targeted = {subject for subject, predicate, _ in statements if predicate in _TARGETS}
    return [compiler.shape(iri) for iri in sorted(targeted, key=str)]


def run_shapes(shapes: Iterable[Shape], index: Index) -> Iterator[Result]:
    """Each result: the shape, the focus node, and the offending value where there is one."""
    for shape in shapes:
        if isinstance(shape.iri, URIRef):
            values_of, components = shape.values(index), shape.components
            for focus in _focus_nodes(shape, index):
                values = values_of(focus)
                for component in components:
                    for value in component(index, focus, values):
                        yield shape.iri, focus, value


def _focus_nodes(shape: Shape, index: Index) -> Iterable[Node]:
    """The nodes that a shape looks at, each once."""
    found = [target(index) for target in shape.targets]
    return found[0] if len(found) == 1 else {node for nodes in found for node in nodes}


class _Said:
    """What is said of things, in its order: an rdflib graph takes three times as long to be made and asked."""

    def __init__(self, triples: Iterable[tuple[Node, Node, Node]]) -> None:
        self._of: dict[Node, dict[Node, list[Node]]] = {}
        for subject, predicate, value in triples:
            self._of.setdefault(subject, {}).setdefault(predicate, []).append(value)

    def of(self, subject: Node) -> Iterator[tuple[Node, Node]]:
        """The properties and values of a thing."""
        return ((predicate, value) for predicate, values in self._of.get(subject, {}).items() for value in values)

    def values(self, subject: Node, predicate: Node) -> Sequence[Node]:
        """What a thing has by a property."""
        return self._of.get(subject, {}).get(predicate, ())

    def value(self, subject: Node, predicate: Node) -> Node | None:
        """The first that a thing has by a property, None where it has nothing."""
        return next(iter(self.values(subject, predicate)), None)

    def row(self, head: Node) -> Iterator[Node]:
        """The members of a list; raises ValueError where it is none, or has no end."""
        passed = set()
        while head != RDF.nil:
            first, rest = self.value(head, RDF.first), self.value(head, RDF.rest)
            if first is None or rest is None or head in passed:
                raise ValueError(f"{head} is no list")
            yield first
            passed.add(head)
            head = rest


class _Compiler:
    """Reads shapes, each once: shapes name one another."""

    def __init__(self, core: _Said) -> None:
        self._core = core
        self._made: dict[Node, Shape] = {}

    def shape(self, iri: Node) -> Shape:
        if iri in self._made:
            return self._made[iri]
        made = self._made[iri] = Shape(iri)
        if _YES in self._core.values(iri, SH.deactivated):
            return made
        path = self._core.value(iri, SH.path)
        made.path = self._path(path) if path is not None else None
        made.predicate = path if isinstance(path, URIRef) else None
        for predicate, value in self._core.of(iri):
            if predicate in _TARGETS:
                made.targets.append(_target(predicate, value))
            elif predicate not in _SAYS_NOTHING:
                made.components.append(self._component(iri, predicate, value))
        return made

    def _path(self, path: Node) -> Path:
        if isinstance(path, URIRef):
            return lambda index, node: index.objects(node, path)
        if self._core.value(path, RDF.first) is not None:
            return _in_a_row([self._path(step) for step in self._core.row(path)])
        [(kind, inner)] = self._core.of(path)
        if kind == SH.inversePath and isinstance(inner, URIRef):
            return lambda index, node: index.subjects(node, inner)
        if kind == SH.alternativePath:
            return _any_of([self._path(step) for step in self._core.row(inner)])
        if kind == SH.zeroOrOnePath:
            once = self._path(inner)
            return lambda index, node: {*once(index, node), node}
        raise UnknownComponentError(str(kind))

    def _component(self, iri: Node, kind: Node, value: Node) -> Component:
        if kind == SH["or"]:
            choices = [self.shape(each) for each in self._core.row(value)]
            return of_each(lambda index, node: any(one.holds(index, node) for one in choices))
        if kind in (SH.node, SH.property):
            inner = self.shape(value)
            return of_each(inner.holds)
        if kind == SH.qualifiedValueShape:
            wanted = self.shape(value)
            least = int(str(self._core.value(iri, SH.qualifiedMinCount) or 0))
            return of_all(lambda index, _, values: sum(wanted.holds(index, each) for each in values) < least)
        if kind == SH["in"]:
            allowed = frozenset(self._core.row(value))
            return of_each(lambda _, node: node in allowed)
        if kind == SH.languageIn:
            langs = tuple(str(each).lower() for each in self._core.row(value))
            return of_each(lambda _, node: is_in_language(node, langs))
        if kind in SIMPLE:
            return SIMPLE[kind](value)
        raise UnknownComponentError(str(kind))


def _target(kind: Node, value: Node) -> Callable[[Index], Iterable[Node]]:
    if kind == SH.targetClass:
        return lambda index: index.instances(value)
    if kind == SH.targetSubjectsOf:
        return lambda index: index.ahead(value).keys()
    if kind == SH.targetObjectsOf:
        return lambda index: {each for values in index.ahead(value).values() for each in values}
    return lambda _: (value,)


def _in_a_row(steps: list[Path]) -> Path:
    def walk(index: Index, node: Node) -> Values:
        at: Values = (node,)
        for step in steps:
            at = step(index, *at) if len(at) == 1 else {end for start in at for end in step(index, start)}
        return at

    return walk


def _any_of(ways: list[Path]) -> Path:
    return lambda index, node: frozenset().union(*(way(index, node) for way in ways))
