"""Oxigraph in memory: the one module that speaks to pyoxigraph. It knows no limits of time and no rdflib."""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from kzedu_graph.store.engine.answers import Answer, QueryError, Request, StoreError
from kzedu_graph.store.engine.planning import planned
from kzedu_graph.store.engine.query_text import OUTSIDE, name_all, read_query
from kzedu_graph.store.engine.truncation import LOOK, LimitReached, TruncatingWriter, graph_note
from kzedu_graph.vocabulary.places import DEFAULT_GRAPHS

Kind = TypeVar("Kind")
AnyGraph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
_KEPT_UNIONS = 4
_TABLES = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
_JSON_LD = "application/ld+json"
_GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    _JSON_LD: ox.RdfFormat.JSON_LD,
    "text/n3": ox.RdfFormat.N3,
    "application/trig": ox.RdfFormat.TRIG,
}
_GRAPH = re.compile(r"graph|\\u", re.IGNORECASE)
"""What a text must hold to ask a named graph; an escape may spell any letter."""
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class Engine:
    """A dataset in memory that answers SPARQL."""

    def __init__(self, data: bytes = b"", *, rewrites: bool = True) -> None:
        """Load N-Quads; raises `StoreError` where they cannot be parsed. `rewrites`: see `planning`."""
        self._rewrites = rewrites
        self._store = ox.Store()
        try:
            self._store.bulk_load(data, format=ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise StoreError(f"the snapshot is not N-Quads: {error}") from error
        self._graphs = list(self._store.named_graphs())
        self._unions: OrderedDict[frozenset[str], ox.NamedNode | ox.DefaultGraph] = OrderedDict()
        self._counter = count(1)
        self._unite(frozenset(DEFAULT_GRAPHS), ox.DefaultGraph())

    @classmethod
    def of_file(cls, path: Path, *, rewrites: bool = True) -> Engine:
        """The dataset of a snapshot file."""
        return cls(path.read_bytes(), rewrites=rewrites)

    @classmethod
    def of_index(cls, folder: Path) -> Engine:
        """The dataset of an index on disk, which `write_index` wrote; nothing of it is loaded."""
        engine = cls()
        engine._store = ox.Store.read_only(str(folder))
        engine._graphs = list(engine._store.named_graphs())
        return engine

    def answer(self, request: Request, *, merged: bool = False) -> Answer:
        """Evaluate and serialise; raises `QueryError` or `QueryTooLarge`.

        With `merged` the default graph is the union of all default graphs, as an index holds it.
        """
        if request.media_type == OUTSIDE:
            return Answer(OUTSIDE, read_query(request.text, request.base).to_json())
        asks_graphs = _GRAPH.search(request.text) is not None  # else they need not be handed over one by one
        named = self._graphs if request.named_graphs is None else _nodes(request.named_graphs)

        def ask(text: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
            return self._store.query(
                text,
                base_iri=request.base or None,
                default_graph=ox.DefaultGraph() if merged else self._default_graph(request.default_graphs),
                named_graphs=named if asks_graphs else [],
                substitutions={ox.Variable(name): _term(text) for name, text in request.params.items()} or None,
            )

        try:
            text = self._planned(request.text)
            try:
                result = ask(text)
            except SyntaxError:
                if text == request.text:
                    raise
                text = request.text  # the error that is told names a place in what was asked
                result = ask(text)
            if isinstance(result, ox.QuerySolutions) and "*" in text:  # the engine sorts what a star returns
                named_text = name_all(request.text, [variable.value for variable in result.variables])
                if named_text != request.text:
                    result = ask(named_text if text == request.text else self._planned(named_text))
            if isinstance(result, ox.QueryBoolean):
                return _write_truth(result, request)
            writer = TruncatingWriter(request.media_type, request.rows, request.bytes)
            if isinstance(result, ox.QueryTriples):
                return _write_triples(result, request, writer)
            result.serialize(writer, format=_format(request.media_type, _TABLES))
        except LimitReached:
            pass  # the answer says so
        except SyntaxError as error:
            raise _syntax_error(str(error)) from error
        except (RuntimeError, ValueError) as error:
            raise QueryError(_say(str(error))) from error
        except OSError as error:
            raise StoreError(f"the query engine could not answer: {error}") from error
        return writer.answer()

    def _planned(self, text: str) -> str:
        """The equal form of a query that the engine plans well."""
        return planned(text) if self._rewrites else text

    def lay(self, data: bytes) -> list[ox.Quad]:
        """Add the statements of N-Triples that are not there yet; gives those, for `lift`."""
        read = ox.parse(data, format=ox.RdfFormat.N_TRIPLES)
        laid = [quad for quad in dict.fromkeys(read) if quad not in self._store]
        self._store.extend(laid)
        return laid

    def lift(self, laid: Iterable[ox.Quad]) -> None:
        """Take statements away that were laid."""
        for quad in laid:
            self._store.remove(quad)

    def _default_graph(self, graphs: tuple[str, ...]) -> ox.NamedNode | ox.DefaultGraph | list[AnyGraph]:
        """One graph that holds each triple of the graphs once.

        Given several, Oxigraph scans one after the other, and counts a triple that stands in two of them twice;
        SPARQL 1.1 (section 13.2.1) wants their merge. So a union is made when first asked for, and kept.
        """
        wanted = frozenset(graphs)
        if not wanted:
            return []
        if len(wanted) == 1:
            return ox.NamedNode(graphs[0])
        if wanted not in self._unions:
            if len(self._unions) > _KEPT_UNIONS:
                oldest = next(key for key in self._unions if key != frozenset(DEFAULT_GRAPHS))
                self._store.clear_graph(self._unions.pop(oldest))
            self._unite(wanted, ox.NamedNode(f"urn:kzedu:union:{next(self._counter)}"))
        self._unions.move_to_end(wanted)
        return self._unions[wanted]

    def _unite(self, graphs: frozenset[str], union: ox.NamedNode | ox.DefaultGraph) -> None:
        target = "DEFAULT" if isinstance(union, ox.DefaultGraph) else f"GRAPH {union}"
        for graph in sorted(graphs):
            self._store.update(f"ADD SILENT GRAPH {ox.NamedNode(graph)} TO {target}")
        self._unions[graphs] = union


def write_index(snapshot: Path, folder: Path) -> None:
    """A snapshot as a store on disk, its default graph the union that a query without FROM asks; raises `OSError`."""
    store = ox.Store(str(folder))
    store.bulk_load(path=str(snapshot), format=ox.RdfFormat.N_QUADS)
    with snapshot.open("rb") as lines:
        ends = tuple(f" <{graph}> .\n".encode() for graph in DEFAULT_GRAPHS)
        triples = b"".join(line[: line.rindex(b" <")] + b" .\n" for line in lines if line.endswith(ends))
    store.bulk_load(triples, format=ox.RdfFormat.N_TRIPLES)
    store.flush()


def write_dump(data: bytes, form: str, graphs: Collection[str]) -> bytes:
    """N-Quads in another form: `nq`, `trig` or `jsonld` with all graphs, `ttl` with the union of the graphs named."""
    quads = ox.parse(data, ox.RdfFormat.N_QUADS)
    match form:
        case "nq":
            return data
        case "trig":
            return ox.serialize(quads, format=ox.RdfFormat.TRIG) or b""
        case "jsonld":
            return ox.serialize(quads, format=ox.RdfFormat.JSON_LD) or b""
        case "ttl":
            chosen = {ox.NamedNode(graph) for graph in graphs}
            triples = dict.fromkeys(quad.triple for quad in quads if quad.graph_name in chosen)
            return ox.serialize(triples, format=ox.RdfFormat.TURTLE) or b""
    raise ValueError(f"a dump is nq, trig, jsonld or ttl, not {form}")


def _format(media_type: str, formats: Mapping[str, Kind]) -> Kind:
    if media_type not in formats:
        raise QueryError(f"{media_type} cannot carry the answer of this form of query; use {', '.join(formats)}")
    return formats[media_type]


def _write_truth(truth: ox.QueryBoolean, request: Request) -> Answer:
    if request.media_type.startswith("text/"):
        return Answer(request.media_type, str(bool(truth)).lower().encode())
    written = truth.serialize(format=_format(request.media_type, _TABLES))
    assert written is not None  # it is given back where no place is named for it
    return Answer(request.media_type, written)


def _write_triples(triples: ox.QueryTriples, request: Request, writer: TruncatingWriter) -> Answer:
    form = _format(request.media_type, _GRAPHS)
    cut = ""

    def kept() -> Iterator[ox.Triple]:
        nonlocal cut
        for number, triple in enumerate(triples):
            if request.rows and number == request.rows:
                cut = "rows"
            elif request.bytes and number and writer.tell() + min(LOOK, request.bytes // 2) > request.bytes:
                cut = "bytes"  # what the serialiser still holds must find room
            if cut:
                return
            yield triple

    ox.serialize(kept(), writer, form, prefixes=request.prefixes)
    body = writer.getvalue()
    if request.media_type == _JSON_LD and request.prefixes:
        body = _with_context(body, request.prefixes)
    return Answer(request.media_type, body + graph_note(request.media_type, cut), cut)


def _with_context(body: bytes, prefixes: Mapping[str, str]) -> bytes:
    """Expanded JSON-LD under a context: properties are written with prefixes.

    A string before a colon is a key, and no literal can look like one, for its quotes are escaped.
    """
    short = {namespace.encode(): prefix.encode() for prefix, namespace in prefixes.items()}
    pattern = b"|".join(re.escape(namespace) for namespace in sorted(short, key=len, reverse=True))
    used: set[bytes] = set()

    def shorten(found: re.Match[bytes]) -> bytes:
        used.add(found[1])
        return b'"' + short[found[1]] + b":" + found[2] + b'":['

    body = re.sub(rb'"(' + pattern + rb')([A-Za-z_][\w-]*)":\[', shorten, body)
    context = {short[namespace].decode(): namespace.decode() for namespace in sorted(used)}
    return b'{"@context":' + json.dumps(context).encode() + b',"@graph":' + body + b"}"


def _nodes(iris: tuple[str, ...]) -> list[ox.NamedNode | ox.BlankNode]:
    return [ox.NamedNode(iri) for iri in iris]


def _term(text: str) -> ox.NamedNode | ox.Literal:
    """An RDF term from its N-Triples text; raises `ValueError` where it is none."""
    quads = list(ox.parse(f"<urn:s> <urn:p> {text} .", ox.RdfFormat.N_TRIPLES))
    if len(quads) != 1 or not isinstance(quads[0].object, ox.NamedNode | ox.Literal):
        raise ValueError(f"a parameter is one IRI or literal, not {text!r}")
    return quads[0].object


def _syntax_error(message: str) -> QueryError:
    """The engine's message with its line and column taken out and its list of possible characters left out."""
    found = _PLACE.match(message)
    if not found:
        return QueryError(message)
    words = re.findall(r"[A-Z][a-z]+(?: [\w-]+){2,}", found[3])
    expected = [word for word in re.sub(r"\[[^\]]*\]|\n\|?", "", found[3]).split(", ") if word.strip(" |")]
    reason = words[0] if words else ", ".join(expected)
    return QueryError(f"the query is not SPARQL: {reason}", int(found[1]), int(found[2]))


def _say(message: str) -> str:
    found = re.search(r"does not contains? variable (\?\w+)", message)
    if found:
        return f"the parameter {found[1]} is not among the variables that the query returns: add it behind SELECT"
    return message
