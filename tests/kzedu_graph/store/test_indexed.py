"""A build asked through its index on disk: the answers of the pool, and none of its loading."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from store_fixture import iri, read_quads

from kzedu_graph.store import indexed
from kzedu_graph.store.stores import CURRENT, REGISTRY, EmbeddedStore, Limits, StoreError, open_for_one, write_snapshot

QUESTIONS = (
    "SELECT ?s ?p ?o { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
    f"SELECT (COUNT(*) AS ?n) FROM <{CURRENT}> {{ ?s ?p ?o }}",
    f"SELECT (COUNT(*) AS ?n) FROM <{CURRENT}> FROM <{REGISTRY}> {{ ?s ?p ?o }}",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_snapshot(tmp_path, read_quads())
    return tmp_path


def rows(store: object, text: str) -> list[tuple[tuple[str, str], ...]]:
    return sorted(tuple(sorted((name, str(value)) for name, value in row.items())) for row in store.select(text))  # type: ignore[attr-defined]


def test_the_same_answers(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with EmbeddedStore(folder, Limits()) as pool:
        wanted = {text: rows(pool, text) for text in QUESTIONS}
    for _ in range(2):
        with open_for_one(folder) as store:
            assert {text: rows(store, text) for text in QUESTIONS} == wanted
            assert store.select("SELECT ?s ?o { ?s ?p ?o }", s=iri("agency/moon"))
    assert capfd.readouterr().err.count("an index of this build is written") == 1
    [index] = folder.glob("builds/*/index")
    assert [place.name for place in index.parent.glob(".index*")] == []


def test_an_index_goes_with_its_build(folder: Path) -> None:
    with open_for_one(folder) as store:
        before = rows(store, QUESTIONS[3])
    quads = read_quads()  # in no order of its own: the one left out is of the graph that is asked
    quads.remove(next(quad for quad in quads if str(quad[3]) == CURRENT))
    write_snapshot(folder, quads, keep=0)
    with open_for_one(folder) as store:
        assert rows(store, QUESTIONS[3]) != before
    assert len(list(folder.glob("builds/*/index"))) == 1


def test_without_room_for_an_index_memory_answers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(snapshot: Path, place: Path) -> None:
        (place / "begun").touch()
        raise OSError("no room")

    monkeypatch.setattr(indexed, "write_index", full)
    with open_for_one(folder) as store:
        assert rows(store, QUESTIONS[1])
        with pytest.raises(StoreError, match="only read"):
            store.write([])
    assert list(folder.glob("builds/*/.index*")) == []


def test_no_build_no_answer(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no build"):
        open_for_one(tmp_path)
    write_snapshot(tmp_path, read_quads())
    shutil.rmtree(tmp_path / "builds")
    with pytest.raises(StoreError, match="not complete"):
        open_for_one(tmp_path)
