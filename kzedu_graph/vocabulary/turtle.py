"""Turtle of the ontology, each text parsed once a process: bodies, acts, systems, shapes and the graph all read it.

Oxigraph's parser reads it, some hundred times quicker than rdflib's; what comes of it are rdflib's terms and graphs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.plugins.stores.memory import SimpleMemory
from rdflib.term import Node

from kzedu_graph.vocabulary.places import ontology_files

Term = URIRef | BNode | Literal
Triple = tuple[Node, Node, Node]
_PLAIN = str(XSD.string)


class InvalidTurtleError(ValueError):
    """A text that is no Turtle, or no N-Triples; the message says what was expected, in one line."""


def read_turtle(file: Path) -> Graph:
    """The statements of a file, to be read and not to be changed; raises InvalidTurtleError for what is no Turtle."""
    return _parsed(_text(file), file.resolve().as_uri())


def read_together(files: Iterable[Path]) -> Graph:
    """The statements of several files in one graph, to be read and not to be changed; raises as `read_turtle`."""
    return _together(tuple((_text(file), file.resolve().as_uri()) for file in files))


def read_ontology() -> Graph:
    """The ontology and its code lists, to be read and not to be changed."""
    return read_together(ontology_files())


def read_ntriples(data: bytes) -> Graph:
    """N-Triples as a graph; raises InvalidTurtleError."""
    return _graph(ox.parse(data, ox.RdfFormat.N_TRIPLES))


def union(*parts: Iterable[Triple]) -> Graph:
    """A graph of all these statements, in the store that has no contexts, a third as dear as rdflib's usual one."""
    whole = Graph(store=SimpleMemory(), bind_namespaces="none")
    for part in parts:
        for triple in part:
            whole.add(triple)
    return whole


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InvalidTurtleError(f"no UTF-8: {error}") from error


@lru_cache(maxsize=256)
def _parsed(text: str, address: str) -> Graph:
    return _graph(ox.parse(text, ox.RdfFormat.TURTLE, base_iri=address))


@lru_cache(maxsize=8)
def _together(texts: tuple[tuple[str, str], ...]) -> Graph:
    return union(*(_parsed(text, address) for text, address in texts))


def _graph(parser: ox.QuadParser) -> Graph:
    """What a parser gives; each IRI is one object, however often it is written."""
    named = cache(URIRef)
    try:
        graph = union(
            (_term(quad.subject, named), named(quad.predicate.value), _term(quad.object, named)) for quad in parser
        )
    except SyntaxError as error:
        raise InvalidTurtleError(re.sub(r"\s+", " ", str(error)).strip()) from error
    return graph


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple, named: Callable[[str], URIRef]) -> Term:
    match term:
        case ox.NamedNode():
            return named(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal():
            if term.language:
                return Literal(term.value, lang=term.language)
            kind = term.datatype.value
            return Literal(term.value) if kind == _PLAIN else Literal(term.value, datatype=named(kind))
    raise InvalidTurtleError("a statement about a statement, which these files do not use")
