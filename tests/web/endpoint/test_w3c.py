"""The W3C's own tests of SPARQL, asked over the protocol; `FIX=1` writes the table of `docs/conformance.md` anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import w3c_suites as suites
from conftest import ROOT, beside
from flask import Flask
from rdflib import RDF, Graph, URIRef
from store_fixture import read_quads

from kzedu_graph.store.stores import MemoryStore
from web.endpoint.description import SD
from web.endpoint.sparql import EndpointSettings, create_blueprint

DOCS = ROOT / "docs" / "conformance.md"
_MARK = re.compile(r"(<!-- w3c -->\n).*?(<!-- /w3c -->)", re.DOTALL)
KINDS = (
    "PositiveSyntaxTest", "PositiveSyntaxTest11", "NegativeSyntaxTest", "NegativeSyntaxTest11", "QueryEvaluationTest",
    "CSVResultFormatTest",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder() -> Path:
    return beside("w3c-sparql")


def told() -> set[str]:
    """The tests that the docs say we fail."""
    return set(re.findall(r"^\| 1\.\d \| `([^`]+)`", DOCS.read_text("utf-8"), re.MULTILINE))


@pytest.mark.filterwarnings("ignore")
def test_queries_and_their_answers(folder: Path) -> None:
    failed, counts = [], dict[tuple[str, str], list[int]]()
    for version, manifests in suites.ROUNDS.items():
        for manifest in manifests:
            for case in suites.read_cases(folder / manifest):
                if case.kind not in KINDS:
                    continue
                wrong = suites.check(case)
                count = counts.setdefault((version, case.kind.removesuffix("11")), [0, 0])
                count[0] += not wrong
                count[1] += 1
                if wrong:
                    failed.append((version, case.id, wrong, suites.is_engines(case)))
    assert sum(total for _, total in counts.values()) > 550  # the suites are there
    ours = [name for _, name, _, engines in failed if not engines]
    assert not ours, "these pass with the engine alone"
    if os.environ.get("FIX"):
        lines = ["| SPARQL | kind | pass | of |", "|---|---|---|---|"]
        lines += [f"| {version} | {kind} | {good} | {total} |" for (version, kind), (good, total) in counts.items()]
        lines += ["", "| SPARQL | test | what comes |", "|---|---|---|"]
        lines += [f"| {version} | `{name}` | {wrong.partition(':')[0]} |" for version, name, wrong, _ in failed]
        table = "\n".join(lines)
        DOCS.write_text(_MARK.sub(lambda found: f"{found[1]}{table}\n{found[2]}", DOCS.read_text("utf-8")), "utf-8")
    assert {name for _, name, _, _ in failed} == told()


@pytest.mark.filterwarnings("ignore")
def test_the_protocol(folder: Path) -> None:
    data = folder / "sparql11" / "protocol"
    cases = [
        case
        for case in suites.read_cases(data / "manifest.ttl")
        if case.name.startswith(("query", "bad_query", "bad_multiple_queries"))
    ]
    assert len(cases) == 20
    assert {case.name: wrong for case in cases if (wrong := suites.check_protocol(case, data))} == {}


def test_the_service_description() -> None:
    """The three tests of the suite: RDF comes, the endpoint is named, and the terms are those of the vocabulary."""
    app = Flask(__name__)
    address = "https://example.org/sparql"
    app.register_blueprint(create_blueprint(MemoryStore(read_quads()), EndpointSettings(address=address)))
    answer = app.test_client().get("/sparql", headers={"Accept": "text/turtle"})
    graph = Graph().parse(data=answer.data, format="turtle")
    [service] = graph.subjects(RDF.type, SD.Service)
    assert graph.value(service, SD.endpoint) == URIRef(address)
    [dataset] = graph.objects(service, SD.defaultDataset)
    for named in graph.objects(dataset, SD.namedGraph):
        assert graph.value(named, SD.name)
        assert (graph.value(named, SD.graph), RDF.type, SD.Graph) in graph


def test_reading_by_the_graph_store_protocol(folder: Path) -> None:
    """What the suite has of reading: a graph that is there, one that is not, and the default one by its own name."""
    assert (folder / "sparql11" / "http-rdf-update" / "manifest.ttl").is_file()
    app = Flask(__name__)
    store = MemoryStore(read_quads())
    app.register_blueprint(create_blueprint(store))
    client = app.test_client()
    name = next(iter(store.graphs()))
    got = client.get("/rdf-graph-store", query_string={"graph": name}, headers={"Accept": "text/turtle"})
    assert (got.status_code, got.mimetype) == (200, "text/turtle")
    assert len(Graph().parse(data=got.data, format="turtle")) == store.graphs()[name]
    head = client.head("/rdf-graph-store", query_string={"graph": name})
    assert (head.status_code, head.data) == (200, b"")
    assert client.get("/rdf-graph-store", query_string={"graph": "urn:x:nobody"}).status_code == 404
    assert client.get("/rdf-graph-store?default").status_code == 200
    assert client.put("/rdf-graph-store?default", data=b"").status_code == 405
