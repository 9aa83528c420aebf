"""Core shapes as checks over an index of triples: what SHACL Core says, for the components that our shapes use.

pySHACL gives the same results and is the oracle of the tests (`kzedu validate --engine pyshacl` asks it); it takes some
ten times as long, and needs an rdflib graph. Shapes with a component that is not known here are left to it.

https://www.w3.org/TR/shacl/#core-components
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.namespace import RDF, RDFS, XSD
from rdflib.term import Node

from kzedu_graph.vocabulary.iris import SH

Result = tuple[URIRef, Node, Node | None]
Values = Collection[Node]
"""Values, each once."""
Path = Callable[["Index", Node], Values]
Component = Callable[["Index", Node, Values], Iterable[Node | None]]
"""What one constraint finds wrong with the values of a focus node: the offending ones, None where none is."""

_TYPE, _WORDS, _STRING = RDF.type, RDF.langString, XSD.string
_SAYS_NOTHING = frozenset(
    (RDF.type, SH.path, SH.severity, SH.message, SH.name, SH.description, SH.qualifiedMinCount, SH.deactivated)
)
_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)


class UnknownComponentError(Exception):
    """A component or a path that is not known here: pySHACL knows it. Never told to anybody."""


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


def compile_shapes(core: Graph) -> list[Shape]:
    """The shapes of a graph that have targets; raises UnknownComponentError where one says what is not known here."""
    compiler = _Compiler(core)
    return [compiler.shape(iri) for iri in sorted({s for kind in _TARGETS for s in core.subjects(kind)}, key=str)]


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


class _Compiler:
    """Reads shapes, each once: shapes name one another."""

    def __init__(self, core: Graph) -> None:
        self._core = core
        self._made: dict[Node, Shape] = {}

    def shape(self, iri: Node) -> Shape:
        if iri in self._made:
            return self._made[iri]
        made = self._made[iri] = Shape(iri)
        if (iri, SH.deactivated, Literal(True)) in self._core:
            return made
        path = self._core.value(iri, SH.path)
        made.path = self._path(path) if path is not None else None
        made.predicate = path if isinstance(path, URIRef) else None
        for predicate, value in self._core.predicate_objects(iri):
            if predicate in _TARGETS:
                made.targets.append(_target(predicate, value))
            elif predicate not in _SAYS_NOTHING:
                made.components.append(self._component(iri, predicate, value))
        return made

    def _path(self, path: Node) -> Path:
        if isinstance(path, URIRef):
            return lambda index, node: index.objects(node, path)
        if (path, RDF.first, None) in self._core:
            return _in_a_row([self._path(step) for step in RdfList(self._core, path)])
        [(kind, inner)] = self._core.predicate_objects(path)
        if kind == SH.inversePath and isinstance(inner, URIRef):
            return lambda index, node: index.subjects(node, inner)
        if kind == SH.alternativePath:
            return _any_of([self._path(step) for step in RdfList(self._core, inner)])
        if kind == SH.zeroOrOnePath:
            once = self._path(inner)
            return lambda index, node: {*once(index, node), node}
        raise UnknownComponentError(str(kind))

    def _component(self, iri: Node, kind: Node, value: Node) -> Component:
        if kind == SH["or"]:
            choices = [self.shape(each) for each in RdfList(self._core, value)]
            return _each(lambda index, node: any(one.holds(index, node) for one in choices))
        if kind in (SH.node, SH.property):
            inner = self.shape(value)
            return _each(inner.holds)
        if kind == SH.qualifiedValueShape:
            wanted = self.shape(value)
            least = int(str(self._core.value(iri, SH.qualifiedMinCount, default=Literal(0))))
            return _fails(lambda index, _, values: sum(wanted.holds(index, each) for each in values) < least)
        if kind == SH["in"]:
            allowed = frozenset(RdfList(self._core, value))
            return _each(lambda _, node: node in allowed)
        if kind == SH.languageIn:
            langs = tuple(str(each).lower() for each in RdfList(self._core, value))
            return _each(lambda _, node: _is_in_language(node, langs))
        if kind in _SIMPLE:
            return _SIMPLE[kind](value)
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


def _each(right: Callable[[Index, Node], bool]) -> Component:
    """A constraint that looks at one value after the other."""
    return lambda index, _, values: [value for value in values if not right(index, value)]


def _fails(wrong: Callable[[Index, Node, Values], bool]) -> Component:
    """A constraint on all values together."""
    return lambda index, focus, values: (None,) if wrong(index, focus, values) else ()


def _min_count(least: Node) -> Component:
    number = int(str(least))
    return _fails(lambda _, __, values: len(values) < number)


def _max_count(most: Node) -> Component:
    number = int(str(most))
    return _fails(lambda _, __, values: len(values) > number)


def _node_kind(kind: Node) -> Component:
    if kind not in (SH.IRI, SH.Literal):
        raise UnknownComponentError(str(kind))
    of = URIRef if kind == SH.IRI else Literal
    return _each(lambda _, node: isinstance(node, of))


def _datatype(named: Node) -> Component:
    wanted = str(named)

    def right(_: Index, node: Node) -> bool:
        if not isinstance(node, Literal) or node.ill_typed:
            return False
        kind = node.datatype or (_WORDS if node.language else _STRING)
        return str.__eq__(kind, wanted)  # rdflib's own comparison costs ten times as much

    return _each(right)


def _class(of: Node) -> Component:
    return _each(lambda index, node: not isinstance(node, Literal) and index.is_a(node, of))


def _has_value(wanted: Node) -> Component:
    return _fails(lambda _, __, values: wanted not in values)


def _min_length(least: Node) -> Component:
    number = int(str(least))
    return _each(lambda _, node: isinstance(node, URIRef | Literal) and len(str(node)) >= number)


def _pattern(pattern: Node) -> Component:
    compiled = re.compile(str(pattern))
    return _each(lambda _, node: isinstance(node, URIRef | Literal) and bool(compiled.search(str(node))))


def _unique_lang(wanted: Node) -> Component:
    def wrong(_: Index, __: Node, values: Values) -> bool:
        langs = [value.language for value in values if isinstance(value, Literal) and value.language]
        return len(langs) > len(set(langs))

    return _fails(wrong) if wanted == Literal(True) else _fails(lambda _, __, ___: False)


def _min_inclusive(least: Node) -> Component:
    return _each(lambda _, node: _is_at_most(least, node))


def _max_inclusive(most: Node) -> Component:
    return _each(lambda _, node: _is_at_most(node, most))


def _is_at_most(one: Node, other: Node) -> bool:
    """Whether two values can be compared, and the first is not the greater."""
    if not (isinstance(one, Literal) and isinstance(other, Literal)):
        return False
    try:
        return bool(one.toPython() <= other.toPython())
    except TypeError:
        return False


def _less_than(predicate: Node) -> Component:
    def wrong(index: Index, focus: Node, values: Values) -> Iterator[Node]:
        others = index.objects(focus, predicate)
        yield from (one for one in values for other in others if not _is_at_most(one, other) or one == other)

    return wrong


def _equals(predicate: Node) -> Component:
    return lambda index, focus, values: {*values} ^ {*index.objects(focus, predicate)}


def _disjoint(predicate: Node) -> Component:
    return lambda index, focus, values: {*values} & {*index.objects(focus, predicate)}


def _is_in_language(node: Node, langs: tuple[str, ...]) -> bool:
    said = node.language.lower() if isinstance(node, Literal) and node.language else ""
    return any(said == lang or said.startswith(f"{lang}-") for lang in langs)


_SIMPLE: Mapping[Node, Callable[[Node], Component]] = {
    SH.minCount: _min_count,
    SH.maxCount: _max_count,
    SH.nodeKind: _node_kind,
    SH.datatype: _datatype,
    SH["class"]: _class,
    SH.hasValue: _has_value,
    SH.minLength: _min_length,
    SH.pattern: _pattern,
    SH.uniqueLang: _unique_lang,
    SH.minInclusive: _min_inclusive,
    SH.maxInclusive: _max_inclusive,
    SH.lessThan: _less_than,
    SH.equals: _equals,
    SH.disjoint: _disjoint,
}
