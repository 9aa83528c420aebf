"""Every link within the explorer leads somewhere; every IRI of the graph opens; twins can be read."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from urllib.parse import urldefrag

import pytest
from flask.testing import FlaskClient
from rdflib import RDFS, Graph

from kzedu_graph.store.stores import MemoryStore
from web.display.languages import LANGUAGES

PLAN = "X2500000001"
MOST = 1500
TWINS = (
    "/search.{}?q=Talap",
    "/agencies.{}?all=1",
    "/agency/kz-talap.{}",
    f"/indicator/{PLAN}/plan/1.{{}}",
    f"/programme/{PLAN}.{{}}",
    "/matrix.{}",
    "/findings.{}",
    "/ask/what-a-body-owes.{}?agency=kz-moe",
    "/due.{}?month=2025-12",
    "/provisions.{}?agency=kz-moe",
    "/changes.{}",
    "/continuations.{}",
)
ACCEPTS = (
    ("text/html,application/xhtml+xml,*/*;q=0.8", None),
    ("*/*", None),
    ("text/turtle", "ttl"),
    ("application/ld+json;q=0.9,text/html;q=0.5", "jsonld"),
    ("application/n-triples", "nt"),
    ("application/rdf+xml", "rdf"),
)
PARSERS = {"ttl": "turtle", "nt": "nt", "rdf": "xml", "jsonld": "json-ld"}


def links(html: str) -> set[str]:
    return {unescape(address) for address in re.findall(r'(?:href|src|action)="([^"]+)"', html)}


def test_every_link_of_every_page_leads_somewhere(client: FlaskClient) -> None:
    """A walk over the whole explorer; fragments must exist on the page they point into."""
    seen: dict[str, set[str]] = {}
    fragments: set[tuple[str, str, str]] = set()
    waiting = [("/", "")]
    while waiting:
        address, origin = waiting.pop()
        if address in seen:
            continue
        answer = client.get(address, headers={"Accept": "text/html", "Accept-Language": "en"})
        assert answer.status_code in (200, 301, 303), f"{address}: {answer.status_code}, linked from {origin}"
        seen[address] = set()
        if answer.mimetype != "text/html" or answer.status_code != 200:
            continue
        seen[address] = set(re.findall(r'\sid="([^"]+)"', answer.text))
        for found in links(answer.text):
            if found.startswith(("http:", "https:", "mailto:")):
                continue
            target, fragment = urldefrag(found)
            target = target or address
            assert target.startswith("/"), f"{found} on {address}"
            if fragment:
                fragments.add((target, fragment, address))
            # the switches of language lead to pages that other tests read in every language
            if not re.search(r"[?&](lang|data)=", target) and len(seen) + len(waiting) < MOST:
                waiting.append((target, address))
    assert len(seen) > 100
    for target, fragment, origin in fragments:
        assert target not in seen or fragment in seen[target], f"{target}#{fragment}, linked from {origin}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_switch_of_language_keeps_the_page_and_its_parameters(client: FlaskClient, lang: str) -> None:
    html = client.get("/agency/kz-talap?role=agreement&year=2025").text
    assert f"/agency/kz-talap?role=agreement&year=2025&lang={lang}" in links(html)


@pytest.mark.parametrize("address", TWINS)
def test_twins_hold_the_same_rows(client: FlaskClient, address: str) -> None:
    as_json = client.get(address.format("json"))
    rows = json.loads(as_json.text)
    assert as_json.mimetype == "application/json"
    assert rows
    as_csv = client.get(address.format("csv"))
    assert as_csv.mimetype == "text/csv"
    table = list(csv.DictReader(io.StringIO(as_csv.text, newline="")))
    assert len(table) == len(rows)
    assert all(set(row) <= set(table[0]) for row in rows)


def test_every_thing_of_the_graph_opens_as_a_page(client: FlaskClient, store: MemoryStore) -> None:
    asked = (
        'SELECT DISTINCT ?s WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?s), "https://w3id.org/kzedu/id/")) }'
    )
    things = [str(row["s"]) for row in store.select(asked)]
    assert len(things) > 50
    for iri in things:
        path = iri.removeprefix("https://w3id.org/kzedu")
        answer = client.get(path, headers={"Accept": "text/html"})
        assert answer.status_code == 303, iri
        assert client.get(answer.location, headers={"Accept": "text/html"}).status_code == 200, iri


@pytest.mark.parametrize(("accept", "form"), ACCEPTS)
def test_an_iri_answers_what_the_client_accepts(client: FlaskClient, accept: str, form: str | None) -> None:
    answer = client.get(f"/id/measure/{PLAN}/1", headers={"Accept": accept})
    assert answer.status_code == 303
    assert "Accept" in answer.headers["Vary"]
    if form is None:
        assert answer.location == f"/measure/{PLAN}/1"
        return
    assert answer.location == f"/id/measure/{PLAN}/1.{form}"
    body = client.get(answer.location)
    graph = Graph().parse(data=body.data, format=PARSERS[form])
    label = "SELECT ?x WHERE { ?s rdfs:label ?x FILTER(LANG(?x) = 'kk' && STRENDS(STR(?s), '/measure/X2500000001/1')) }"
    assert len(graph.query(label)) == 1
    assert len(graph.query("SELECT ?x WHERE { ?s <http://www.w3.org/ns/oa#exact> ?x }")) >= 2


@pytest.mark.parametrize("form", PARSERS)
def test_the_ontology_is_rdf_by_its_ending(client: FlaskClient, form: str) -> None:
    answer = client.get(f"/ontology.{form}")
    assert answer.status_code == 303
    graph = Graph().parse(data=client.get(answer.location).data, format=PARSERS[form])
    assert (None, RDFS.label, None) in graph


def test_dumps_can_be_read(client: FlaskClient, store: MemoryStore) -> None:
    size = store.graphs()["https://w3id.org/kzedu/id/graph/current"]
    for form, parser in PARSERS.items():
        answer = client.get(f"/data/current.{form}")
        assert len(Graph().parse(data=answer.data, format=parser)) == size, form


def test_the_editor_and_the_endpoint_share_an_address(client: FlaskClient) -> None:
    assert "<textarea" in client.get("/sparql", headers={"Accept": "text/html"}).text
    answer = client.get("/sparql?query=ASK{?s ?p ?o}", headers={"Accept": "application/sparql-results+json"})
    assert answer.get_json()["boolean"] is True


@pytest.mark.parametrize("address", ["/id/agency/kz-nothing", "/agency/kz-nothing"])
@pytest.mark.parametrize(
    "accept", ["application/json", "text/turtle", "application/ld+json", "application/rdf+xml;q=0.9"]
)
def test_who_asks_for_data_is_told_of_an_error_in_data(client: FlaskClient, address: str, accept: str) -> None:
    answer = client.get(address, headers={"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (404, "application/problem+json")


@pytest.mark.parametrize("accept", [None, "*/*", "text/html,application/xhtml+xml,*/*;q=0.8"])
def test_who_asks_for_no_format_is_told_of_an_error_by_a_page(client: FlaskClient, accept: str | None) -> None:
    answer = client.get("/agency/kz-nothing", headers={} if accept is None else {"Accept": accept})
    assert (answer.status_code, answer.mimetype) == (404, "text/html")
