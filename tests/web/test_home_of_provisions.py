"""The home page of texts without a plan: rules, orders and letters, whose provisions are all that there is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from rdflib import Dataset

from kzedu_graph.store.stores import MemoryStore
from web import create_app
from web.display.languages import compile_catalogues

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    """The explorer over the invented plan without its measures."""
    dataset = Dataset()
    dataset.parse(HERE / "fixture.trig", format="trig")
    said = ((s, p, o, graph) for s, p, o, graph in dataset.quads() if graph is not None and "/measure/" not in str(s))
    compile_catalogues()
    app = create_app(MemoryStore(said))
    app.config.update(TESTING=True, TODAY=date(2025, 9, 1))
    return app.test_client()


def test_it_says_who_is_bound_and_nothing_of_measures(client: FlaskClient) -> None:
    html = client.get("/", headers={"Accept-Language": "en"}).text
    assert "Who is bound most often" in html
    assert "Browse duties" in html
    assert "Measures due by year" not in html
    assert "Bodies with most measures" not in html


def test_provisions_are_found_by_whom_they_bind(client: FlaskClient) -> None:
    provisions = client.get("/provisions.json").get_json()
    written = next(each["written"] for each in provisions if each["written"])
    found = client.get("/search.json", query_string={"q": written, "kind": "provision"}).get_json()
    bound = {each["id"] for each in provisions if each["written"] == written}
    assert bound & {each["iri"] for each in found}
