"""The addresses that other systems read."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient
from lxml import etree
from rdflib import RDF, Graph, URIRef

from kzedu_graph.exports.standards.context import write_context
from kzedu_graph.exports.standards.stratml import NAMESPACE
from kzedu_graph.vocabulary.iris import BASE
from kzedu_graph.vocabulary.namespaces import ODRL


def test_a_programme_as_stratml(client: FlaskClient) -> None:
    answer = client.get("/programme/X2500000001.stratml")
    assert answer.status_code == 200
    assert answer.content_type.startswith("application/xml")
    assert etree.fromstring(answer.data).tag == f"{{{NAMESPACE}}}PerformancePlanOrReport"


@pytest.mark.parametrize("form", ["ttl", "jsonld"])
def test_the_duties_of_a_body_as_odrl(client: FlaskClient, form: str) -> None:
    answer = client.get(f"/agency/kz-moe.odrl.{form}")
    assert answer.status_code == 200
    graph = Graph().parse(data=answer.text, format={"ttl": "turtle", "jsonld": "json-ld"}[form])
    duties = {graph.value(rule, ODRL.target) for rule in graph.subjects(RDF.type, ODRL.Duty)}
    assert URIRef(BASE + "measure/X2500000001/2") in duties
    assert URIRef(BASE + "provision/X2500000001/2025-03-03/ru/1") in duties


def test_the_context_of_json_ld(client: FlaskClient) -> None:
    answer = client.get("/ontology/context.jsonld")
    assert answer.content_type == "application/ld+json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert json.loads(answer.data) == json.loads(write_context())


@pytest.mark.parametrize("address", ["/programme/P0.stratml", "/agency/nobody.odrl.ttl"])
def test_what_is_not_there_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_json_ld_twin_of_a_thing_says_what_its_turtle_says_in_our_words(client: FlaskClient) -> None:
    turtle = client.get("/id/measure/X2500000001/2.ttl").text
    written = client.get("/id/measure/X2500000001/2.jsonld").text
    assert set(Graph().parse(data=written, format="json-ld")) == set(Graph().parse(data=turtle)) != set()
    (thing,) = [one for one in json.loads(written)["@graph"] if one["@id"] == BASE + "measure/X2500000001/2"]
    assert thing["number"] == "2"
