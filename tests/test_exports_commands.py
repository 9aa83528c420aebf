"""The commands that write what other systems read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from corpus_graph import quads as quads_of
from rdflib import Graph

from kzedu_graph.cli import main
from kzedu_graph.exports.context import write_context
from kzedu_graph.exports.stratml import programmes
from kzedu_graph.snapshots import write_snapshot
from kzedu_graph.store import MemoryStore


@pytest.fixture(scope="module")
def store(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store folder with the sample."""
    folder = tmp_path_factory.mktemp("store")
    write_snapshot(folder, quads_of(sample))
    return folder


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, words)])


def test_context() -> None:
    done = run("context")
    assert done.exit_code == 0
    assert done.stdout == write_context()


def test_stratml(store: Path, sample: Path) -> None:
    (key,) = programmes(MemoryStore(quads_of(sample)))
    done = run("stratml", key, "--lang", "ru", "--store", store)
    assert done.exit_code == 0
    assert done.stdout.startswith("<?xml")
    missing = run("stratml", "P0", "--store", store)
    assert missing.exit_code == 2
    assert f"no programme P0; there are: {key}" in missing.output


def test_odrl(store: Path) -> None:
    turtle, written = run("odrl", "--store", store), run("odrl", "--format", "jsonld", "--store", store)
    assert turtle.exit_code == written.exit_code == 0
    assert json.loads(written.stdout)["@context"]["odrl"] == "http://www.w3.org/ns/odrl/2/"
    assert len(Graph().parse(data=turtle.stdout)) == len(Graph().parse(data=written.stdout, format="json-ld")) > 0
    assert run("odrl", "nobody", "--store", store).exit_code == 2


def test_csvw(store: Path, tmp_path: Path) -> None:
    done = run("csvw", tmp_path / "tables", "--store", store)
    assert done.exit_code == 0
    assert (tmp_path / "tables" / "csv-metadata.json").is_file()
