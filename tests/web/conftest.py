"""The explorer over an invented plan: a store in memory, its texts, one client a language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from rdflib import Dataset

from kzedu_graph.store.stores import MemoryStore
from web import create_app
from web.display.languages import compile_catalogues

HERE = Path(__file__).parent
EDITION = "https://w3id.org/kzedu/id/document/X2500000001/"


class SampleTexts:
    """The invented sources of the fixture."""

    def get(self, edition: str) -> str | None:
        path = HERE / "texts" / (edition.removeprefix(EDITION).replace("/", ".") + ".txt")
        return path.read_text(encoding="utf-8") if path.is_file() else None


@pytest.fixture(scope="session")
def store() -> MemoryStore:
    dataset = Dataset()
    dataset.parse(HERE / "fixture.trig", format="trig")
    return MemoryStore((s, p, o, graph) for s, p, o, graph in dataset.quads() if graph is not None)


@pytest.fixture(scope="session")
def texts() -> SampleTexts:
    return SampleTexts()


@pytest.fixture(scope="session")
def app(store: MemoryStore, texts: SampleTexts) -> Flask:
    compile_catalogues()
    made = create_app(store, texts=texts)
    made.config.update(TESTING=True, TODAY=date(2025, 9, 1))
    return made


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as made:
        yield made


@pytest.fixture
def page(client: FlaskClient) -> Callable[..., str]:
    """The text of a page that must be there."""

    def get(address: str, lang: str = "en") -> str:
        answer = client.get(address, headers={"Accept": "text/html", "Accept-Language": lang})
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        return str(answer.text)

    return get
