"""The terms of SPARQL's results, from JSON or tab-separated values, each made once: in an answer the same stand in many
rows. What a term is made into is its reader's choice: `RdfTerms` makes rdflib's.

https://www.w3.org/TR/sparql11-results-json/, https://www.w3.org/TR/sparql11-results-csv-tsv/. TSV holds terms as Turtle
writes them, and is read in a third of JSON's time.
"""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Generic, TypeVar

from rdflib import BNode, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.term import Node

TSV = "text/tab-separated-values"
T = TypeVar("T")
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_PLAIN = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<(.*)>)?', re.DOTALL)
_NUMBER = re.compile(r"[+-]?(?:(?P<integer>\d+)|(?P<decimal>\d*\.\d+)|(?P<double>(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+))")


class Terms(dict[str, T], ABC, Generic[T]):
    """The terms that were made for an answer, by what stands for them in a table."""

    @abstractmethod
    def iri(self, text: str) -> T:
        """An IRI."""

    @abstractmethod
    def blank(self, label: str) -> T:
        """A blank node."""

    @abstractmethod
    def literal(self, text: str, lang: str | None, datatype: str | None) -> T:
        """A literal: its text as written, its language tag or the IRI of its datatype, none for a string."""

    def __missing__(self, text: str) -> T:
        made = self[text] = self._read(text)
        return made

    def _read(self, text: str) -> T:
        if text[0] == "<":
            return self.iri(_unescaped(text[1:-1]))
        if text.startswith("_:"):
            return self.blank(text[2:])
        if text in ("true", "false"):
            return self.literal(text, None, str(XSD.boolean))
        if (found := _LITERAL.fullmatch(text)) is not None:
            return self.literal(_unescaped(found[1]), found[2], found[3])
        if (number := _NUMBER.fullmatch(text)) is not None:
            return self.literal(text, None, str(XSD[str(number.lastgroup)]))
        raise ValueError(f"a term of unknown type: {text}")

    def of_binding(self, value: Mapping[str, str]) -> T:
        """A term from its form in JSON. Raises ValueError."""
        text = value["value"]
        match value["type"]:
            case "uri":
                return self[f"<{text}>"] if "\\" not in text else self.iri(text)
            case "literal" | "typed-literal":
                return self.literal(text, value.get("xml:lang"), value.get("datatype"))
            case "bnode":
                return self.blank(text)
        raise ValueError(f"a term of unknown type: {value}")


class RdfTerms(Terms[Node]):
    """Terms as rdflib has them, their literals as they are written."""

    def iri(self, text: str) -> Node:
        return URIRef(text)

    def blank(self, label: str) -> Node:
        return BNode(label)

    def literal(self, text: str, lang: str | None, datatype: str | None) -> Node:
        typed = self[f"<{datatype}>"] if datatype else None
        return Literal(text, lang=lang, datatype=typed, normalize=False)  # type: ignore[arg-type]


def read_tsv(body: bytes, terms: Terms[T]) -> list[dict[str, T]]:
    """The rows of a table, each by variable name; an unbound variable is left out of its row.

    Raises ValueError for what is no term.
    """
    head, *lines = body.decode().split("\n")
    names = [name[1:] for name in head.split("\t")]
    return [
        {name: terms[text] for name, text in zip(names, line.split("\t"), strict=True) if text} for line in lines[:-1]
    ]


def read_json(body: bytes, terms: Terms[T]) -> list[dict[str, T]] | None:
    """The rows of a table, as `read_tsv`; None where the answer is that of an ASK. Raises ValueError."""
    document = json.loads(body)
    if "results" not in document:
        return None
    return [{name: terms.of_binding(value) for name, value in row.items()} for row in document["results"]["bindings"]]


def read_table(media_type: str, body: bytes, terms: Terms[T]) -> list[dict[str, T]] | None:
    """The rows of a table in either form, as `read_tsv` and `read_json`."""
    return read_tsv(body, terms) if media_type == TSV else read_json(body, terms)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(_character, text) if "\\" in text else text


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _PLAIN.get(found[3], found[3])
