"""Posts and units of a plan's own organisation on the pages of measures and programmes: who they are, and whose."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import Dataset, Graph, URIRef
from rdflib.namespace import ORG, RDF

from kzedu_graph.store.stores import MemoryStore
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU
from web import create_app

PLAN = "X2500000001"
ASSIGNMENT = "https://w3id.org/kzedu/id/assignment/X2500000001/2025-03-03/ru/2"
POST, SCHOOL = iris.staff("post", PLAN, "завхоз"), iris.organisation(PLAN)
SAID = f"""
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<{ASSIGNMENT}/2> <{KZEDU.staff}> <{POST}> .
<{POST}> a <{ORG.Post}> ; rdfs:label "завхоз"@ru ; <{ORG.postIn}> <{SCHOOL}> .
<{SCHOOL}> a <{ORG.Organization}> ; rdfs:label "КГУ «Школа № 31»"@ru .
"""


@pytest.fixture(scope="module")
def pages() -> FlaskClient:
    dataset = Dataset()
    dataset.parse(Path(__file__).parent / "fixture.trig", format="trig")
    said = Graph().parse(data=SAID, format="turtle")
    assignment = URIRef(f"{ASSIGNMENT}/2")
    graphs = {graph for *_, graph in dataset.quads((assignment, RDF.type, None, None)) if graph is not None}
    lead = list(dataset.quads((URIRef(f"{ASSIGNMENT}/1"), KZEDU.agency, None, None)))
    assert graphs
    assert lead
    for quad in lead:  # so that the post is the first of the row that answers
        dataset.remove(quad)
    quads = [*dataset.quads(), *((*triple, graph) for triple in said for graph in graphs)]
    store = MemoryStore((s, p, o, graph) for s, p, o, graph in quads if graph is not None)
    app = create_app(store)
    app.config.update(TESTING=True)
    return app.test_client()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "post or unit of the plan's own organisation"),
        ("ru", "должность или подразделение организации, чей это план"),
        ("kk", "жоспар иесі ұйымның лауазымы немесе бөлімшесі"),
    ],
)
def test_a_measure_says_whose_post_answers(pages: FlaskClient, lang: str, words: str) -> None:
    page = pages.get(f"/measure/{PLAN}/2", headers={"Accept-Language": lang}).text.replace("&#39;", "'")
    assert f"{words}: " in page
    assert "КГУ «Школа № 31»" in page


def test_the_address_of_a_post_opens(pages: FlaskClient) -> None:
    answer = pages.get(POST.replace("https://w3id.org/kzedu", ""), follow_redirects=True)
    assert answer.status_code == 200
    assert "завхоз" in answer.text
