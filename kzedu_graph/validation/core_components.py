"""What single constraints of SHACL Core demand of the values of a focus node: the components that need no other shape.

https://www.w3.org/TR/shacl/#core-components
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from kzedu_graph.validation.core_index import Index, Values
from kzedu_graph.vocabulary.iris import SH

Component = Callable[["Index", Node, Values], Iterable[Node | None]]
"""What one constraint finds wrong with the values of a focus node: the offending ones, None where none is."""
_WORDS, _STRING = RDF.langString, XSD.string


class UnknownComponentError(Exception):
    """A component or a path that is not known here: pySHACL knows it. Never told to anybody."""


def of_each(right: Callable[[Index, Node], bool]) -> Component:
    """A constraint that looks at one value after the other."""
    return lambda index, _, values: [value for value in values if not right(index, value)]


def of_all(wrong: Callable[[Index, Node, Values], bool]) -> Component:
    """A constraint on all values together."""
    return lambda index, focus, values: (None,) if wrong(index, focus, values) else ()


def _min_count(least: Node) -> Component:
    number = int(str(least))
    return of_all(lambda _, __, values: len(values) < number)


def _max_count(most: Node) -> Component:
    number = int(str(most))
    return of_all(lambda _, __, values: len(values) > number)


def _node_kind(kind: Node) -> Component:
    if kind not in (SH.IRI, SH.Literal):
        raise UnknownComponentError(str(kind))
    of = URIRef if kind == SH.IRI else Literal
    return of_each(lambda _, node: isinstance(node, of))


def _datatype(named: Node) -> Component:
    wanted = str(named)

    def right(_: Index, node: Node) -> bool:
        if not isinstance(node, Literal) or node.ill_typed:
            return False
        kind = node.datatype or (_WORDS if node.language else _STRING)
        return str.__eq__(kind, wanted)  # rdflib's own comparison costs ten times as much

    return of_each(right)


def _class(of: Node) -> Component:
    return of_each(lambda index, node: not isinstance(node, Literal) and index.is_a(node, of))


def _has_value(wanted: Node) -> Component:
    return of_all(lambda _, __, values: wanted not in values)


def _min_length(least: Node) -> Component:
    number = int(str(least))
    return of_each(lambda _, node: isinstance(node, URIRef | Literal) and len(str(node)) >= number)


def _pattern(pattern: Node) -> Component:
    compiled = re.compile(str(pattern))
    return of_each(lambda _, node: isinstance(node, URIRef | Literal) and bool(compiled.search(str(node))))


def _unique_lang(wanted: Node) -> Component:
    def wrong(_: Index, __: Node, values: Values) -> bool:
        langs = [value.language for value in values if isinstance(value, Literal) and value.language]
        return len(langs) > len(set(langs))

    return of_all(wrong) if wanted == Literal(True) else of_all(lambda _, __, ___: False)


def _min_inclusive(least: Node) -> Component:
    return of_each(lambda _, node: _is_at_most(least, node))


def _max_inclusive(most: Node) -> Component:
    return of_each(lambda _, node: _is_at_most(node, most))


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


def is_in_language(node: Node, langs: tuple[str, ...]) -> bool:
    """Whether a node is a literal in one of some languages, or in a variety of one."""
    said = node.language.lower() if isinstance(node, Literal) and node.language else ""
    return any(said == lang or said.startswith(f"{lang}-") for lang in langs)


SIMPLE: Mapping[Node, Callable[[Node], Component]] = {
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
"""What makes the check of a component, by its name."""
