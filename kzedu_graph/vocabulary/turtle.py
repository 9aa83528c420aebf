"""Turtle of the ontology, each text parsed once a process: bodies, acts, systems and the graph all read it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from rdflib import Graph

from kzedu_graph.vocabulary.places import ontology_files


def read_turtle(file: Path) -> Graph:
    """The statements of a file, to be read and not to be changed; raises rdflib's BadSyntax for what is no Turtle."""
    return _parsed(file.read_text(encoding="utf-8"), file.resolve().as_uri())


def read_ontology() -> Graph:
    """The ontology and its code lists."""
    whole = Graph()
    for file in ontology_files():
        whole += read_turtle(file)
    return whole


@lru_cache(maxsize=64)
def _parsed(text: str, address: str) -> Graph:
    return Graph().parse(data=text, format="turtle", publicID=address)
