"""The W3C's SPARQL test suites, read from their manifests and asked of the endpoint."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from flask import Flask
from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import BNode, Node

from kzedu_graph.store.engine.oxigraph import Engine
from kzedu_graph.store.engine.query_text import read_query
from kzedu_graph.store.stores import MemoryStore
from web.endpoint.sparql import EndpointSettings, create_blueprint

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
HT = Namespace("http://www.w3.org/2011/http#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
CNT = Namespace("http://www.w3.org/2011/content#")
DEFAULT = "urn:default"
"""Where a test's default data lie: our dataset has named graphs only."""
ROUNDS = {
    "1.0": ("sparql10/manifest-syntax.ttl", "sparql10/manifest-evaluation.ttl"),
    "1.1": ("sparql11/manifest-sparql11-query.ttl", "sparql11/manifest-sparql11-results.ttl"),
}
_SOURCES = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".rdf": ox.RdfFormat.RDF_XML}
_RESULTS = {
    ".srx": ("application/sparql-results+xml", ox.QueryResultsFormat.XML),
    ".srj": ("application/sparql-results+json", ox.QueryResultsFormat.JSON),
    ".tsv": ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
}
RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")


@dataclass(frozen=True)
class Case:
    """One test of a manifest: its `kind` is the local name of its class."""

    suite: str
    name: str
    kind: str
    node: Node
    graph: Graph

    @property
    def id(self) -> str:
        """The suite's folder and the test's own name."""
        return f"{self.suite}/{self.name}"


def read_cases(manifest: Path) -> Iterator[Case]:
    """The tests of a manifest and of those that it includes."""
    if not manifest.is_file():
        return
    graph = Graph().parse(manifest, format="turtle", publicID=manifest.as_uri())
    for included in graph.objects(None, MF.include):
        for other in Collection(graph, included):
            yield from read_cases(_path(other))
    for entries in graph.objects(None, MF.entries):
        for node in Collection(graph, entries):
            kind = graph.value(node, RDF.type)
            name = str(node).rpartition("#")[2]
            yield Case(manifest.parent.name, name, str(kind).rpartition("#")[2], node, graph)


def _path(node: Node | None) -> Path:
    return Path(str(node).removeprefix("file://").partition("#")[0])


def _app(quads: str, address: str) -> Flask:
    app = Flask("w3c")
    app.register_blueprint(create_blueprint(_Dataset(quads), EndpointSettings(address=address)))
    return app


class _Dataset(MemoryStore):
    """Test data as N-Quads text: they hold blank nodes, which our own graph does not."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._data = text.encode()
        self._engine = Engine(self._data)
        self._sizes = {DEFAULT: 0}
        for quad in ox.parse(self._data, ox.RdfFormat.N_QUADS):
            name = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
            self._sizes[name] = self._sizes.get(name, 0) + 1


def _lines(path: Path, graph: str) -> str:
    """A file's statements as N-Quads of one graph, its blank nodes kept apart from those of other files."""
    found = ox.parse(path.read_bytes(), _SOURCES[path.suffix], base_iri=path.as_uri(), rename_blank_nodes=True)
    quads = [ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(graph)) for quad in found]
    return (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").decode()


def check(case: Case) -> str:
    """What is wrong with the answers to a test; empty where they are as the W3C wants them."""
    try:
        if case.kind.startswith(("PositiveSyntax", "NegativeSyntax")):
            return _check_syntax(case)
        return _check_answer(case)
    except (AssertionError, ValueError, SyntaxError, KeyError) as error:
        return f"{type(error).__name__}: {str(error).splitlines()[0][:80] if str(error) else ''}"


def _check_syntax(case: Case) -> str:
    path = _path(case.graph.value(case.node, MF.action))
    app = _app("", path.as_uri())
    answer = app.test_client().post("/sparql", data=path.read_bytes(), content_type="application/sparql-query")
    good = answer.status_code == 200 or (answer.status_code == 400 and answer.get_json().get("reason") == "refused")
    return "" if good == case.kind.startswith("Positive") else f"status {answer.status_code}"


def dataset_of(case: Case) -> tuple[str, list[str]]:
    """A test's data as N-Quads, its default graph under `DEFAULT`, and the names of its named graphs."""
    action = case.graph.value(case.node, MF.action)
    data = "".join(_lines(_path(file), DEFAULT) for file in case.graph.objects(action, QT.data))
    named = []
    for given in case.graph.objects(action, QT.graphData):
        file = case.graph.value(given, QT.graph) or given
        label = case.graph.value(given, RDFS.label)
        named.append(str(label) if label else str(file))
        data += _lines(_path(file), named[-1])
    return data, named


def _check_answer(case: Case) -> str:
    query = _path(case.graph.value(case.graph.value(case.node, MF.action), QT.query))
    text = query.read_text("utf-8")
    data, named = dataset_of(case)
    fields = [("default-graph-uri", DEFAULT), *(("named-graph-uri", name) for name in named)]
    if read_query(text, query.as_uri()).has_dataset:
        data += "".join(_lines(file, file.as_uri()) for file in query.parent.glob("*.ttl"))
        fields = []
    expected = _path(case.graph.value(case.node, MF.result))
    accept = _RESULTS.get(expected.suffix, ("text/csv" if expected.suffix == ".csv" else "", None))[0]
    form = {".ttl": "text/turtle", ".rdf": "application/rdf+xml", ".nt": "text/turtle"}.get(expected.suffix, accept)
    table = expected.suffix in _RESULTS or expected.suffix == ".csv" or _is_result_set(expected)
    if table and expected.suffix not in (".csv",):
        form = "application/sparql-results+json"
    app = _app(data, query.as_uri())
    answer = app.test_client().post(
        "/sparql",
        query_string=fields,
        data=text.encode(),
        content_type="application/sparql-query",
        headers={"Accept": form},
    )
    if answer.status_code != 200:
        return f"status {answer.status_code}: {answer.get_json().get('detail', '')[:80]}"
    if expected.suffix == ".csv":
        same = _plain(expected.read_text("utf-8")) == _plain(answer.get_data(as_text=True))
        return "" if same else "another table"
    if not table:
        got_graph = ox.parse(answer.data, ox.RdfFormat.TURTLE)
        return "" if _canonical(got_graph) == _canonical(_statements(expected)) else "another graph"
    got = _rows(ox.parse_query_results(answer.data, format=ox.QueryResultsFormat.JSON))
    want = _expected_rows(expected)
    return "" if got == want else "another table"


def _plain(table: str) -> list[str]:
    """The rows of a table of text, whatever its blank nodes are called."""
    return sorted(re.sub(r"_:\w+", "_:", table).splitlines())


def _statements(path: Path) -> list[ox.Quad]:
    return list(ox.parse(path.read_bytes(), _SOURCES[path.suffix], base_iri=path.as_uri()))


def is_engines(case: Case) -> bool:
    """Whether the engine alone, given the same data and the same base, errs in the same test."""
    action = case.graph.value(case.node, MF.action)
    syntax = "Syntax" in case.kind
    query = _path(action if syntax else case.graph.value(action, QT.query))
    store = ox.Store()
    for line in [] if syntax else dataset_of(case)[0].splitlines():
        store.load(line.replace(f" <{DEFAULT}> .", " .").encode(), format=ox.RdfFormat.N_QUADS)
    try:
        result = store.query(query.read_text("utf-8"), base_iri=query.as_uri())
        body = ox.serialize(result, format=ox.RdfFormat.TURTLE) if isinstance(result, ox.QueryTriples) else None
        if syntax:
            return case.kind.startswith("Negative")
        expected = _path(case.graph.value(case.node, MF.result))
        if body is not None:
            return _canonical(ox.parse(body, ox.RdfFormat.TURTLE)) != _canonical(_statements(expected))
        if expected.suffix == ".csv":
            table = (result.serialize(format=ox.QueryResultsFormat.CSV) or b"").decode()
            return _plain(table) != _plain(expected.read_text("utf-8"))
        return _rows(result) != _expected_rows(expected)
    except (SyntaxError, ValueError, RuntimeError):
        return True


def _graph(path: Path) -> Graph:
    graph = Graph()
    for quad in _statements(path):
        graph.add(tuple(map(_node, (quad.subject, quad.predicate, quad.object))))  # type: ignore[arg-type]
    return graph


def _node(term: Any) -> Node:
    """A term as it is written: rdflib's own parsers write numbers anew."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    datatype = None if term.language else URIRef(term.datatype.value)
    return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)


def _is_result_set(path: Path) -> bool:
    return path.suffix in (".ttl", ".rdf") and (None, RDF.type, RS.ResultSet) in _graph(path)


def _canonical(quads: Iterable[ox.Quad]) -> set[str]:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return {str(quad) for quad in dataset}


def _rows(results: ox.QuerySolutions | ox.QueryBoolean) -> object:
    """A table whatever the names of its blank nodes and the order of its rows, as a graph in canonical form."""
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    names = [variable.value for variable in results.variables]
    quads, counted = [], {}
    for number, row in enumerate(results):
        key = tuple(str(row[name]) for name in names)
        counted[key] = counted.get(key, 0) + 1
        node = ox.BlankNode(f"row{number}x")
        quads.append(ox.Quad(node, ox.NamedNode("urn:row"), ox.Literal(str(counted[key]))))
        for name in names:
            if (value := row[name]) is not None:
                quads.append(ox.Quad(node, ox.NamedNode(f"urn:var:{name}"), _value(value)))
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return frozenset(str(quad) for quad in dataset), frozenset(names)


def _value(term: Any) -> Any:
    """Numbers by their value: the W3C's answers are written in several ways."""
    if isinstance(term, ox.Literal) and term.datatype.value.rpartition("#")[2] in (
        "decimal",
        "double",
        "float",
        "integer",
    ):
        try:
            return ox.Literal(f"{float(term.value):.12g}", datatype=term.datatype)
        except ValueError:
            return term
    return term


def _expected_rows(path: Path) -> object:
    if path.suffix in _RESULTS:
        return _rows(ox.parse_query_results(path.read_bytes(), format=_RESULTS[path.suffix][1]))
    graph = _graph(path)
    node = graph.value(None, RDF.type, RS.ResultSet)
    truth = graph.value(node, RS.boolean)
    if truth is not None:
        return bool(truth.toPython())
    names = sorted(str(name) for name in graph.objects(node, RS.resultVariable))
    rows = []
    for solution in graph.objects(node, RS.solution):
        bound = {
            str(graph.value(each, RS.variable)): graph.value(each, RS.value)
            for each in graph.objects(solution, RS.binding)
        }
        rows.append({name: _json(value) for name, value in bound.items()})
    document = {"head": {"vars": names}, "results": {"bindings": rows}}
    return _rows(ox.parse_query_results(json.dumps(document).encode(), format=ox.QueryResultsFormat.JSON))


def _json(term: Node) -> dict[str, str]:
    if isinstance(term, URIRef):
        return {"type": "uri", "value": str(term)}
    if isinstance(term, Literal):
        held = {"type": "literal", "value": str(term)}
        if term.language:
            held["xml:lang"] = term.language
        elif term.datatype:
            held["datatype"] = str(term.datatype)
        return held
    return {"type": "bnode", "value": str(term)}


# ---- the protocol


def check_protocol(case: Case, folder: Path) -> str:
    """What is wrong with the answers to a protocol test's requests."""
    graph = case.graph
    data = ""
    for number in (1, 2, 3):
        data += _lines(folder / f"data{number}.nt", f"http://kasei.us/2009/09/sparql/data/data{number}.rdf")
    client = _app(data, "http://www.example/sparql/").test_client()
    action = graph.value(case.node, MF.action)
    for request in Collection(graph, graph.value(action, HT.requests)):
        headers = {
            str(graph.value(each, HT.fieldName)): str(graph.value(each, HT.fieldValue))
            for head in graph.objects(request, HT.headers)
            for each in Collection(graph, head)
        }
        body = graph.value(request, HT.body)
        encoding = str(graph.value(body, CNT.characterEncoding) or "utf-8")
        sent = str(graph.value(body, CNT.chars) or "").encode(encoding) if body else None
        answer = client.open(
            str(graph.value(request, HT.absolutePath)),
            method=str(graph.value(request, HT.methodName)),
            data=sent,
            headers=headers,
        )
        wanted = graph.value(request, HT.resp)
        codes = {str(code)[-3] for code in graph.objects(wanted, MF.expectedStatus)}
        if str(answer.status_code)[0] not in codes:
            return f"status {answer.status_code}"
        truth = graph.value(wanted, MF.expectedBoolean)
        if truth is not None and answer.get_json()["boolean"] != truth.toPython():
            return f"answered {answer.get_json()}"
    return ""
