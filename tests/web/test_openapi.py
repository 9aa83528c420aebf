"""The OpenAPI description is valid, and every address that it names answers as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from openapi_spec_validator import OpenAPIV31SpecValidator

from kzedu_graph.store.stores import open_store
from web import create_app
from web.display.languages import compile_catalogues

pytestmark = pytest.mark.xdist_group("demonstration")

IN_PATH = {
    "/agency/{key}.json": {"key": "demo-league"},
    "/ask/{name}.json": {"name": "what-a-body-owes"},
    "/indicator/{path}.json": {"path": "P3200009012/plan/1"},
    "/programme/{key}.json": {"key": "P3200009012"},
    "/topic/{key}.json": {"key": "libraries"},
}


@pytest.fixture(scope="module")
def explorer(demonstration: Path) -> Iterator[Flask]:
    compile_catalogues()
    with open_store(demonstration) as store:
        yield create_app(store)


@pytest.fixture(scope="module")
def document(explorer: Flask) -> dict[str, Any]:
    found: dict[str, Any] = explorer.test_client().get("/openapi.json").get_json()
    return found


def test_it_is_valid_and_says_that_all_is_invented(document: dict[str, Any]) -> None:
    OpenAPIV31SpecValidator(document).validate()
    assert document["info"]["description"].startswith("Everything here is invented")
    for path in document["paths"].values():
        assert all(operation["summary"] for operation in path.values())


def test_every_address_answers_with_rows(document: dict[str, Any], explorer: Flask) -> None:
    client = explorer.test_client()
    lists = [path for path in document["paths"] if path.endswith(".json")]
    assert len(lists) >= 13
    for path in lists:
        address = path.format(**IN_PATH.get(path, {}))
        assert "{" not in address
        answer = client.get(address, query_string={"q": "кітап"} if "search" in path else {})
        assert answer.status_code == 200, address
        rows = answer.get_json()
        assert isinstance(rows, list), address
        assert rows or "report" in address, address  # the demonstration brings no reports of executors


def test_it_leaves_no_list_out(document: dict[str, Any], explorer: Flask) -> None:
    rules = [str(rule) for rule in explorer.url_map.iter_rules() if "twin:" in str(rule)]
    assert {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.replace(".<twin:twin>", ".json")) for rule in rules} <= set(
        document["paths"]
    )
    assert explorer.test_client().get("/healthz").status_code == 200


def test_parameters_that_it_names_do_something(document: dict[str, Any], explorer: Flask) -> None:
    """A value that makes no sense is refused, or chooses nothing: it is never passed over."""
    client = explorer.test_client()
    whole = len(client.get("/provisions.json").get_json())
    for name in ("agency", "modality", "edition"):
        answer = client.get("/provisions.json", query_string={name: "no-such-value"})
        assert answer.status_code in (400, 404) or len(answer.get_json()) < whole
