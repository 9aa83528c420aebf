"""The commands that write what other systems read."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import corpus_graph
import pytest
from click.testing import CliRunner, Result
from corpus_graph import quads as quads_of
from rdflib import Graph

from kzedu_graph.cli import main
from kzedu_graph.exports.cells import Row
from kzedu_graph.exports.prose_tables import mentions, sections
from kzedu_graph.exports.standards.context import write_context
from kzedu_graph.exports.standards.stratml import programmes
from kzedu_graph.store.snapshots import write_snapshot
from kzedu_graph.store.stores import MemoryStore


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


def rows_of(table: str, store: Path) -> list[Row]:
    return [json.loads(line) for line in run(table, "--store", store).stdout.splitlines()]


def test_headings_of_the_sample(store: Path) -> None:
    rows = rows_of("sections", store)
    assert rows
    assert all(row["name"] and row["evidence"] and row["within"] is None for row in rows)


def test_mentions_are_the_words_of_the_sample(store: Path, sample: Path) -> None:
    check_mentions(rows_of("mentions", store), sample, {"agency"})


def test_headings_and_names_of_the_corpus(corpus: Path) -> None:
    whole = corpus_graph.store(corpus)
    seen: set[str] = set()
    for row in sections(whole):
        assert row["within"] is None or row["within"] in seen, "a heading stands within an earlier one"
        seen.add(row["id"])
    assert len(seen) > 100
    check_mentions(list(mentions(whole)), corpus, {"agency", "initiative", "system"})


def check_mentions(rows: list[Row], texts: Path, kinds: set[str]) -> None:
    for row in rows:
        text = read_source(texts / f"{row['source']}.txt")
        words = "".join(text[place["start"] : place["end"]] for place in row["evidence"])
        assert "".join(words.split()) == "".join(row["text"].split())
        assert row["key"]
    places = [(row["edition"], row["evidence"][0]["start"]) for row in rows]
    assert places == sorted(places)
    assert {row["kind"] for row in rows} == kinds


@cache
def read_source(path: Path) -> str:
    return path.read_text("utf-8")
