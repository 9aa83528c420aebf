"""RDF terms of SPARQL's results, from JSON or tab-separated values, each made once: in an answer the same stand in many
rows.

https://www.w3.org/TR/sparql11-results-json/, https://www.w3.org/TR/sparql11-results-csv-tsv/. TSV holds terms as Turtle
writes them, and is read in a third of JSON's time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from rdflib import BNode, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

TSV = "text/tab-separated-values"
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_PLAIN = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<(.*)>)?', re.DOTALL)
_NUMBER = re.compile(r"[+-]?(?:(?P<integer>\d+)|(?P<decimal>\d*\.\d+)|(?P<double>(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+))")


def read_tsv(body: bytes) -> list[dict[str, Node]]:
    """The rows of a table, each by variable name; an unbound variable is left out of its row.

    Raises ValueError for what is no term.
    """
    head, *lines = body.decode().split("\n")
    names = [name[1:] for name in head.split("\t")]
    terms = _Terms()
    return [
        {name: terms[text] for name, text in zip(names, line.split("\t"), strict=True) if text} for line in lines[:-1]
    ]


def read_json(body: bytes) -> list[dict[str, Node]] | None:
    """The rows of a table, as `read_tsv`; None where the answer is that of an ASK. Raises ValueError."""
    document = json.loads(body)
    if "results" not in document:
        return None
    terms = _Terms()
    return [{name: terms.of_binding(value) for name, value in row.items()} for row in document["results"]["bindings"]]


class _Terms(dict[str, Node]):
    """The terms that were made, by what stands for them in a table."""

    def __missing__(self, text: str) -> Node:
        made = self[text] = self._read(text)
        return made

    def _read(self, text: str) -> Node:
        if text[0] == "<":
            return URIRef(_unescaped(text[1:-1]))
        if text.startswith("_:"):
            return BNode(text[2:])
        if text in ("true", "false"):
            return Literal(text, datatype=XSD.boolean, normalize=False)
        if (found := _LITERAL.fullmatch(text)) is not None:
            return self._literal(_unescaped(found[1]), found[2], found[3])
        if (number := _NUMBER.fullmatch(text)) is not None:
            return Literal(text, datatype=XSD[str(number.lastgroup)], normalize=False)
        raise ValueError(f"a term of unknown type: {text}")

    def of_binding(self, value: Mapping[str, str]) -> Node:
        """A term from its form in JSON."""
        text = value["value"]
        match value["type"]:
            case "uri":
                return self[f"<{text}>"] if "\\" not in text else URIRef(text)
            case "literal" | "typed-literal":
                return self._literal(text, value.get("xml:lang"), value.get("datatype"))
            case "bnode":
                return BNode(text)
        raise ValueError(f"a term of unknown type: {value}")

    def _literal(self, text: str, lang: str | None, datatype: str | None) -> Literal:
        typed = self[f"<{datatype}>"] if datatype else None
        return Literal(text, lang=lang, datatype=typed, normalize=False)  # type: ignore[arg-type]


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(_character, text) if "\\" in text else text


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _PLAIN.get(found[3], found[3])
