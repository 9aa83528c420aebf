"""What is wrong with a query, in the reader's language, at its place."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kzedu_graph.store.stores import MemoryStore, StoreError
from web.display.query_errors import explain


@pytest.mark.parametrize(
    ("query", "sentence", "place"),
    [
        ("SELECT * WHERE { ?s ?p", "The query ends too early. Expected: ", (1, 23)),
        ("SELEC * {}", "A query begins with SELECT", (1, 1)),
        ("PREFIX a: <urn:a>\nMAKE { ?s ?p ?o }", "A query begins with SELECT", (2, 1)),
        ("SELECT ?x WHERE {\n  ?x a foo:Bar }", "The prefix “foo:” is not declared", (2, 8)),
        ('SELECT ?a WHERE { ?a ?p "abc }', "The string that begins here has no end.", (1, 25)),
        ("SELECT ?a (COUNT(?b) AS ?n) { ?a ?p ?b }", "SELECT names a variable that is neither", (1, 41)),
        ("SELECT * { ?s ?p ?o FILTER(?o > ) }", "Something is missing in front of “)”", (1, 33)),
        ("SELECT * { ?s ?p ?o } LIMIT x", "“x” cannot stand here. Expected: a whole number.", (1, 29)),
        ("SELECT * WHRE { ?s ?p ?o }", "“WHRE” is no word of SPARQL: is WHERE meant?", (1, 10)),
        ("PREFIX a: <urn:a#>\nSELECT * {\n ?s a:b ?o FILTER(?o > ) }", "Something is missing in front of “)”", (3, 24)),
        ("BASE <urn:a>\nPREFIX a: <b>\nSELECT * { ?s a:b ?o } LIMT 3", "“LIMT” is no word of SPARQL", (3, 24)),
        ("SELECT * { ?s ?p ?o ?z }", "The statements cannot be read", None),
    ],
)
def test_a_fault_is_told_at_its_place(
    app: Flask, store: MemoryStore, query: str, sentence: str, place: tuple[int, int] | None
) -> None:
    with app.test_request_context("/?lang=en"), pytest.raises(StoreError) as raised:
        store.query(query, accept="application/sparql-results+json")
    with app.test_request_context("/?lang=en"):
        found = explain(query, raised.value)
    assert found.sentence.startswith(sentence)
    if place:
        assert (found.line, found.column) == place
        assert found.pointer.split("\n")[1].index("^") == place[1] - 1


@pytest.mark.parametrize(
    ("lang", "words"), [("kk", "префиксі жарияланбаған"), ("ru", "не объявлен"), ("en", "declared")]
)
def test_the_page_and_the_editor_are_told_in_the_readers_language(client: FlaskClient, lang: str, words: str) -> None:
    query = "SELECT * { ?s a foo:Bar }"
    page = client.get("/sparql/run", query_string={"query": query, "lang": lang}, headers={"Accept": "text/html"})
    assert page.status_code == 400
    assert words in page.text
    told = client.post(f"/sparql/explain?lang={lang}", data={"query": query}).get_json()
    assert words in told["sentence"]
    assert told["line"] == 1


def test_of_a_query_that_is_answered_there_is_nothing_to_say(client: FlaskClient) -> None:
    assert client.post("/sparql/explain", data={"query": "ASK {}"}).get_json() == {}


def test_every_example_of_the_editor_is_answered(client: FlaskClient) -> None:
    page = client.get("/sparql", headers={"Accept": "text/html"}).text
    examples = [part.partition('"')[0] for part in page.split('class="example" href="')[1:]]
    assert len(examples) == 7
    for address in examples:
        assert client.get(address.replace("&amp;", "&"), headers={"Accept": "text/html"}).status_code == 200


def test_the_schema_says_which_properties_things_of_a_class_have(client: FlaskClient) -> None:
    properties = client.get("/sparql/schema.json").get_json()["properties"]
    assert "kzedu:number" in properties["kzedu:Measure"]
    assert "kzedu:severity" not in properties["kzedu:Measure"]
