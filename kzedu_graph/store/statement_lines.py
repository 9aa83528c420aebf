"""Statements as the lines of N-Triples and N-Quads that snapshots are made of: sorted, without duplicates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from rdflib.namespace import XSD
from rdflib.term import Literal, Node, URIRef

Quad = tuple[Node, Node, Node, Node]
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_STRING = XSD.string
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def term_text(term: Node) -> str:
    """An RDF term as canonical N-Triples; raises `ValueError` for a blank node and for an IRI that is none.

    A plain string has no datatype (https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples): some servers take the
    two spellings for two values.
    """
    if isinstance(term, Literal):
        quoted = f'"{str(term).translate(_ESCAPES)}"'
        if term.language:
            return f"{quoted}@{term.language}"
        if term.datatype is None or term.datatype == _STRING:
            return quoted
        return f"{quoted}^^{term_text(term.datatype)}"
    if isinstance(term, URIRef):
        found = _NOT_IN_IRI.search(term)
        if found or ":" not in term:
            raise ValueError(f"not an absolute IRI: {str(term)!r}")
        return f"<{term}>"
    raise ValueError(f"every node of the graph is an IRI or a literal, not {term!r}")


def quad_lines(quads: Iterable[Quad]) -> list[str]:
    """Quads as sorted N-Quads lines without duplicates; the order is that of code points."""
    return statement_lines(quads)


def statement_lines(statements: Iterable[tuple[Node, ...]]) -> list[str]:
    """Triples or quads as sorted lines without duplicates; the order is that of code points."""
    # by what they are, not what they equal: rdflib's comparison costs more than writing a term, and most come again
    cached: dict[int, tuple[Node, str]] = {}
    lines: set[str] = set()
    for statement in statements:
        texts = []
        for term in statement:
            held = cached.get(id(term))
            if held is None:
                held = cached[id(term)] = term, term_text(term)
            texts.append(held[1])
        lines.add(f"{' '.join(texts)} .\n")
    return sorted(lines)


def without_graphs(lines: bytes, graphs: Iterable[str]) -> bytes:
    """N-Quads without the statements of some graphs."""
    ends = tuple(f" <{graph}> .".encode() for graph in graphs)
    if not any(end + b"\n" in lines for end in ends):
        return lines
    return b"".join(line for line in lines.splitlines(keepends=True) if not line.rstrip(b"\n").endswith(ends))


def lines_by_graph(lines: Iterable[bytes]) -> Counter[str]:
    """The number of N-Quads lines of each graph."""
    counted = Counter(line[line.rindex(b" <") + 2 : -4] for line in lines)
    return Counter({graph.decode(): number for graph, number in counted.items()})
