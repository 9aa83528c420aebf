"""Integrity of a graph that is never held whole: each text by itself, then what several texts speak of.

A shape without a query looks at a thing, at what it points at and at the classes of that. All but a few things of a
text carry the text's or its programme's key in their IRI, and no other text of the current view says anything about
them: what such a shape finds in the text alone, it finds in the whole. The rest (the programme itself, bodies of the
registry) is looked at once, together; and a name that another language's text gives is looked at when it is joined.
Shapes with a query are asked of each text too, by the query engine: see `checking`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from rdflib import URIRef
from rdflib.namespace import RDF
from rdflib.term import Node

from kzedu_graph.building.static_graphs import classes_of_known, ontology_triples, registry_triples, subclasses
from kzedu_graph.mapping.statements import Triple
from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Source
from kzedu_graph.validation.shacl import validate_core
from kzedu_graph.validation.shapes import load_shapes, looked_at, name_shapes
from kzedu_graph.vocabulary import iris

_TYPE = RDF.type


def check_text(source: Source, triples: Sequence[Triple]) -> tuple[Finding, ...]:
    """What integrity shapes find wrong with the things that are this text's own."""
    known = classes_of_known()
    values = {value for _, _, value in triples if isinstance(value, URIRef)}
    classes = [(value, RDF.type, kind) for value in values for kind in known.get(value, ())]
    elsewhere = {*map(str, known), *map(str, _common_things(source, triples))}
    given = [*triples, *classes, *subclasses()]
    return tuple(validate_core(given, load_shapes(), lambda focus: focus not in elsewhere))


def common_triples(source: Source, triples: Sequence[Triple]) -> list[Triple]:
    """What the text says of things that other texts speak of too, as far as shapes look at them.

    Of all the statements that make something of the registry a body's role, one of each kind.
    """
    properties, known, common = looked_at(load_shapes())[1], classes_of_known(), _common_things(source, triples)
    roles = {
        (predicate, value): (subject, predicate, value)
        for subject, predicate, value in triples
        if predicate in properties and value in known
    }
    return [*(triple for triple in triples if triple[0] in common), *roles.values()]


def _common_things(source: Source, triples: Sequence[Triple]) -> frozenset[URIRef]:
    looked, is_same = _classes_looked_at(), str.__eq__  # rdflib's own comparison costs ten times as much
    named = {subject for subject, predicate, value in triples if is_same(predicate, _TYPE) and value in looked}
    return frozenset(subject for subject in named if _is_common(subject, source))


def check_common(common: Iterable[Triple]) -> list[Finding]:
    """What integrity shapes find wrong with the registry, the ontology and what several texts speak of."""
    common = list(common)
    described = {*map(str, classes_of_known()), *(str(triple[0]) for triple in common if triple[1] == RDF.type)}
    given = [*ontology_triples(), *registry_triples(), *common]
    return validate_core(given, load_shapes(), described.__contains__)


def check_names(triples: Iterable[Triple]) -> tuple[Finding, ...]:
    """What integrity shapes find wrong with names, given classes and names of things."""
    return tuple(validate_core([*triples, *subclasses()], name_shapes()))


@cache
def _classes_looked_at() -> frozenset[Node]:
    """The classes that core shapes target, and those that are part of them."""
    found = set(looked_at(load_shapes())[0])
    while more := {part for part, _, whole in subclasses() if whole in found} - found:
        found |= more
    return frozenset(found)


def _is_common(node: URIRef, source: Source) -> bool:
    """Whether other texts may speak of a thing too: its IRI does not lie below the text's or its programme's key."""
    if not str.startswith(node, iris.BASE):  # rdflib's own makes two texts of one
        return True
    _, key, *below = node[len(iris.BASE) :].split("/", 2)
    return not below or key not in (source.work, source.programme)
