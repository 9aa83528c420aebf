"""Statements as the lines of N-Triples and N-Quads that snapshots are made of: sorted, without duplicates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rdflib.namespace import XSD
from rdflib.term import Literal, Node, URIRef

from kzedu_graph.vocabulary.iris import BASE

Quad = tuple[Node, Node, Node, Node]
_BEGIN = re.compile(b"<" + re.escape(BASE.encode()) + b"[^/>]*/[^/>]*[/>]|<[^>]*>")
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_STRING = XSD.string
_TRIPLE = 3
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_TO_ESCAPE = re.compile(r'[\\"\n\r\t]')


def term_text(term: Node) -> str:
    """An RDF term as canonical N-Triples; raises `ValueError` for a blank node and for an IRI that is none.

    A plain string has no datatype (https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples): some servers take the
    two spellings for two values.
    """
    if isinstance(term, Literal):
        words = str(term)
        quoted = f'"{words.translate(_ESCAPES) if _TO_ESCAPE.search(words) else words}"'
        language = term.language
        if language:
            return f"{quoted}@{language}"
        kind = term.datatype
        return quoted if kind is None or kind == _STRING else f"{quoted}^^{term_text(kind)}"
    if isinstance(term, URIRef):
        found = _NOT_IN_IRI.search(term)
        if found or ":" not in term:
            raise ValueError(f"not an absolute IRI: {str(term)!r}")
        return f"<{term}>"
    raise ValueError(f"every node of the graph is an IRI or a literal, not {term!r}")


def beginning(line: bytes) -> bytes:
    """What a statement's line begins with: the kind and the key of the thing that it speaks of, as in
    `<…/id/measure/P2300000249/`, or all of its name. No beginning begins another, so that lines are in order where what
    begins alike is. Raises ValueError for what is no statement.
    """
    found = _BEGIN.match(line)
    if found is None:
        raise ValueError(f"a statement begins with an IRI, not {line[:80]!r}")
    return found[0]


def quad_lines(quads: Iterable[Quad]) -> list[str]:
    """Quads as sorted N-Quads lines without duplicates; the order is that of code points."""
    return statement_lines(quads)


def statement_lines(statements: Iterable[tuple[Node, ...]]) -> list[str]:
    """Triples or quads as sorted lines without duplicates; the order is that of code points."""
    return sorted(_lines(statements))


def sorted_lines(statements: Iterable[tuple[Node, ...]]) -> bytes:
    """The same, written one behind the other in UTF-8, whose bytes sort as code points do and sooner."""
    lines = "".join(_lines(statements)).encode().splitlines(keepends=True)
    lines.sort()
    return b"".join(lines)


def _lines(statements: Iterable[tuple[Node, ...]]) -> set[str]:
    held = list(statements)  # so that no term goes, and another comes in its place
    texts = _Texts()
    get, of = texts.get, texts.of
    if all(len(each) == _TRIPLE for each in held):
        return {f"{get(id(s)) or of(s)} {get(id(p)) or of(p)} {get(id(o)) or of(o)} .\n" for s, p, o in held}
    return {" ".join([*(get(id(term)) or of(term) for term in each), ".\n"]) for each in held}


class _Texts(dict[int, str]):
    """What terms are written as, by what they are, not what they equal: rdflib's comparison costs more than writing."""

    def of(self, term: Node) -> str:
        """The text of a term that was not written yet; few literals come again."""
        text = term_text(term)
        if term.__class__ is not Literal:  # asking an abstract class takes its time
            self[id(term)] = text
        return text


def without_graphs(lines: bytes, graphs: Iterable[str]) -> bytes:
    """N-Quads without the statements of some graphs."""
    ends = tuple(f" <{graph}> .".encode() for graph in graphs)
    if not any(end + b"\n" in lines for end in ends):
        return lines
    return b"".join(line for line in lines.splitlines(keepends=True) if not line.rstrip(b"\n").endswith(ends))


def lines_by_graph(lines: Sequence[bytes], data: bytes) -> Counter[str]:
    """The number of N-Quads lines of each graph; `data` are the lines in one: few graphs stand in it, counted by their
    ends, which no line holds anywhere else.
    """
    found: dict[bytes, int] = {}
    left = len(lines)
    for line in lines:
        end = line[line.rindex(b" <") :]
        if end not in found:
            found[end] = data.count(end)
            left -= found[end]
            if not left:
                break
    return Counter({end[2:-4].decode(): number for end, number in found.items()})
