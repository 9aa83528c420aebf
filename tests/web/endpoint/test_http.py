"""The endpoint as HTTP: bases, prefixes, formats, tags, what a cut answer says of itself."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from flask import Flask
from flask.testing import FlaskClient
from rdflib import Dataset, Graph
from store_fixture import read_quads

from kzedu_graph.store.engine.dispatcher import nesting
from kzedu_graph.store.stores import EmbeddedStore, Limits, write_snapshot
from web.endpoint.protocol import EndpointSettings
from web.endpoint.sparql import create_blueprint

MANY = "CONSTRUCT WHERE { ?s ?p ?o }"
MOON = "CONSTRUCT WHERE { <https://w3id.org/kzedu/id/agency/moon> ?p ?o }"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder = tmp_path_factory.mktemp("http")
    write_snapshot(folder, read_quads())
    with EmbeddedStore(folder, Limits(seconds=20, rows=10, text=100_000)) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(store: EmbeddedStore) -> FlaskClient:
    app = Flask(__name__)
    app.register_blueprint(create_blueprint(store, EndpointSettings(address="https://example.org/sparql")))
    return app.test_client()


def ask(client: FlaskClient, query: str, accept: str = "", **fields: str) -> Any:
    """The answer to a query."""
    return client.get("/sparql", query_string={"query": query, **fields}, headers={"Accept": accept} if accept else {})


def test_relative_iris_stand_on_the_address(client: FlaskClient) -> None:
    query = "CONSTRUCT { <s> <#a> <//x/y> } WHERE {}"
    body = ask(client, query, "application/n-triples").get_data(as_text=True)
    assert body == "<https://example.org/s> <https://example.org/sparql#a> <https://x/y> .\n"
    own = "BASE <urn:b/> CONSTRUCT { <s> <p> 1 } WHERE {}"
    assert "<urn:b/s>" in ask(client, own, "application/n-triples").get_data(as_text=True)
    assert (
        ask(client, "ASK FROM <graph> {}").get_json()["detail"].startswith("there is no graph <https://example.org/g")
    )


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("SELECT * { ?z ?b ?a }", ["z", "b", "a"]),
        ("SELECT DISTINCT * { ?z a ?k . OPTIONAL { ?z ?y ?x } }", ["z", "k", "y", "x"]),
        ("# ?first\nSELECT REDUCED * { ?z a ?b { SELECT ?a ?z { ?z ?b ?a } } }", ["z", "b", "a"]),
        ("SELECT ?a (COUNT(*) AS ?n) { ?z ?b ?a } GROUP BY ?a", ["a", "n"]),
        ("SELECT * { ?z ?b ?a FILTER NOT EXISTS { ?a ?c ?d . ?d ?e ?f } }", ["z", "b", "a"]),
        ("SELECT (1 * 2 AS ?b) ?a { ?z ?y ?a }", ["b", "a"]),
    ],
)
def test_a_star_gives_variables_in_the_order_of_the_query(query: str, names: list[str], client: FlaskClient) -> None:
    assert ask(client, query).get_json()["head"]["vars"] == names


def test_graphs_have_prefixes(client: FlaskClient) -> None:
    turtle = ask(client, MOON, "text/turtle").get_data(as_text=True)
    assert "@prefix skos:" in turtle
    assert "skos:prefLabel" in turtle
    expanded = ask(client, MOON, "application/ld+json").get_json()
    assert set(expanded) == {"@context", "@graph"}
    assert "skos:prefLabel" in expanded["@graph"][0]
    graphs = [
        Graph().parse(data=ask(client, MOON, media).data, format=form)
        for media, form in (("text/turtle", "turtle"), ("application/ld+json", "json-ld"), ("text/n3", "n3"))
    ]
    assert set(graphs[0]) == set(graphs[1]) == set(graphs[2])
    dataset = Dataset()
    dataset.parse(data=ask(client, MOON, "application/trig").data, format="trig")
    assert len(dataset.default_graph) == len(graphs[0])


@pytest.mark.parametrize(
    ("query", "accept", "fields", "media_type"),
    [
        ("ASK {}", "application/sparql-results+xml", {"format": "json"}, "application/sparql-results+xml"),
        ("ASK {}", "text/html,application/xml;q=0.9,*/*;q=0.8", {"format": "csv"}, "text/csv"),
        ("ASK {}", "*/*", {"output": "xml"}, "application/sparql-results+xml"),
        ("ASK {}", "", {"format": "nonsense,tsv"}, "text/tab-separated-values"),
        (MOON, "", {"format": "xml"}, "application/rdf+xml"),
        (MOON, "", {"output": "n3"}, "text/n3"),
        (MOON, "", {"format": "application/rdf xml"}, "application/rdf+xml"),
        (MOON, "text/turtle", {"format": "no-such"}, "text/turtle"),
    ],
)
def test_formats(query: str, accept: str, fields: dict[str, str], media_type: str, client: FlaskClient) -> None:
    answer = ask(client, query, accept, **fields)
    assert (answer.status_code, answer.mimetype) == (200, media_type)


@pytest.mark.parametrize("path", ["/sparql?query=ASK%7B%7D", "/rdf-graph-store?default", "/sparql"])
def test_what_a_client_has_already_is_not_sent_again(path: str, client: FlaskClient) -> None:
    accept = {"Accept": "application/sparql-results+json, text/turtle"}
    tag = client.get(path, headers=accept).headers["ETag"]
    for known in (tag, f"W/{tag}", f'"other", W/{tag}', "*"):
        answer = client.get(path, headers={"If-None-Match": known, **accept})
        assert (answer.status_code, answer.data) == (304, b""), known
        assert "Accept" in answer.headers["Vary"]
    assert client.get(path, headers={"If-None-Match": '"other"', **accept}).status_code == 200


@pytest.mark.parametrize(
    ("accept", "note"),
    [
        ("text/turtle", b"# cut: rows\n"),
        ("application/n-triples", b"# cut: rows\n"),
        ("application/trig", b"# cut: rows\n"),
        ("application/rdf+xml", b"<!-- cut: rows -->\n"),
    ],
)
def test_a_cut_graph_says_so_behind_itself(accept: str, note: bytes, client: FlaskClient) -> None:
    answer = ask(client, MANY, accept)
    assert answer.headers["Kzedu-Cut"] == "rows"
    assert answer.data.endswith(note)
    assert ask(client, MOON, accept).data.find(b"cut:") < 0


def test_a_long_query_is_read_by_a_worker_and_once(client: FlaskClient, store: EmbeddedStore) -> None:
    long = "SELECT * FROM <https://w3id.org/kzedu/id/graph/registry> { ?s ?p ?o } #" + "? " * 10_000
    assert ask(client, long).get_json()["cut"] == "rows"
    assert store.read(long).default_graphs == ("https://w3id.org/kzedu/id/graph/registry",)
    hidden = " " * 20_000 + "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }"
    answer = client.post("/sparql", data={"query": hidden})
    assert (answer.status_code, answer.get_json()["reason"]) == (400, "refused")


def test_nesting_that_fills_the_stack_is_told(client: FlaskClient) -> None:
    answer = client.post("/sparql", data={"query": "SELECT * " + "{" * 40_000 + "}" * 40_000})
    assert answer.status_code in (400, 422)
    assert answer.get_json()["status"] == answer.status_code
    if answer.status_code == 422:
        assert answer.get_json()["limit"] == "nesting"
    assert nesting("((a)[b]{{!!!!}}") == 4
    assert ask(client, "ASK {}").get_json()["boolean"] is True


def test_a_lower_limit_of_the_operators_is_kept(tmp_path: Path) -> None:
    write_snapshot(tmp_path, read_quads())
    code = f"""
import resource
resource.setrlimit(resource.RLIMIT_AS, ({3 << 30}, {3 << 30}))
from pathlib import Path
from kzedu_graph.store.stores import EmbeddedStore, Limits
with EmbeddedStore(Path({str(tmp_path)!r}), Limits(memory={8 << 30})) as store:
    print(store.ask("ASK {{}}"))
"""
    assert resource.getrlimit(resource.RLIMIT_AS)[1] == resource.RLIM_INFINITY
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "True\n", done.stderr


def test_pages_elsewhere_may_read_a_refusal(client: FlaskClient) -> None:
    answer = client.get("/sparql?query=" + "a" * 200_000, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 414
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert json.loads(answer.data)["limit"] == "text"
