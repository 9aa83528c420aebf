"""CSV on the Web: every table agrees with its metadata, every column is named in three languages."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest
from corpus_graph import quads as quads_of
from corpus_graph import store as store_of
from csvw import CSVW
from csvw_reader import complaints
from rdflib.term import Node

from kzedu_graph.exports.csvw import METADATA, write_csvw
from kzedu_graph.exports.tables import measures
from kzedu_graph.exports.view import CONTENTS
from kzedu_graph.store.stores import MemoryStore


@pytest.fixture(scope="module")
def folder(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the sample."""
    made = tmp_path_factory.mktemp("tables")
    write_csvw(store_of(sample), made)
    return made


def test_the_sample_agrees_with_its_metadata(folder: Path) -> None:
    assert {"measures.csv", "documents.csv", "agencies.csv", METADATA} <= {file.name for file in folder.iterdir()}
    assert list(complaints(folder)) == []


def test_columns_speak_three_languages(folder: Path) -> None:
    for table in json.loads((folder / METADATA).read_text("utf-8"))["tables"]:
        for column in table["tableSchema"]["columns"]:
            assert set(column["titles"]) == {"und", "kk", "ru", "en"}, column["name"]
            assert all(column["titles"].values())


def test_rows_are_those_of_the_table(folder: Path, sample: Path) -> None:
    with (folder / "measures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    told = list(measures(store_of(sample)))
    assert [row["name"] for row in rows] == [row["name"] for row in told]
    assert [json.loads(row["responsible"]) for row in rows] == [row["responsible"] for row in told]
    assert [row["due"] for row in rows] == ["|".join(row["due"]) for row in told]


BROKEN = {
    "a header": ("seq,", "sequence,", "the header"),
    "a datatype": ("https://w3id.org/kzedu/id/measure/", "measure of ", "is no {"),
    "a foreign key": ("/ru,", "/en,", "is not in documents.csv"),
}


@pytest.mark.parametrize(("old", "new", "reason"), BROKEN.values(), ids=BROKEN)
def test_what_breaks_the_metadata_is_seen(folder: Path, tmp_path: Path, old: str, new: str, reason: str) -> None:
    for file in folder.iterdir():
        text = file.read_bytes().decode()
        (tmp_path / file.name).write_bytes((text.replace(old, new) if file.name == "measures.csv" else text).encode())
    assert any(reason in complaint for complaint in complaints(tmp_path))


def test_a_row_told_twice_is_seen(folder: Path, tmp_path: Path) -> None:
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    text = (folder / "documents.csv").read_bytes()
    (tmp_path / "documents.csv").write_bytes(text + text.splitlines(keepends=True)[-1])
    assert "documents.csv: the primary key is not unique" in complaints(tmp_path)


def test_the_same_graph_gives_the_same_bytes(folder: Path, sample: Path, tmp_path: Path) -> None:
    for file in write_csvw(MemoryStore(reversed(quads_of(sample))), tmp_path):
        if file.name != "findings.csv":  # the audit is no part of these quads
            assert file.read_bytes() == (folder / file.name).read_bytes(), file.name


def test_the_corpus_agrees_with_its_metadata(corpus: Path, tmp_path: Path) -> None:
    written = {file.stem for file in write_csvw(store_of(corpus), tmp_path)}
    assert {"measures", "provisions", "amendments", "changes", "continuations", "findings"} <= written
    assert list(complaints(tmp_path)) == []


class Counting:
    """A store that counts how often each graph is read whole."""

    def __init__(self, store: MemoryStore) -> None:
        self.store = store
        self.whole: Counter[str] = Counter()

    def select(self, text: str, **params: Node) -> list[dict[str, Node]]:
        if text == CONTENTS and params.keys() == {"graph"}:
            self.whole[str(params["graph"])] += 1
        return self.store.select(text, **params)


def test_each_edition_is_read_whole_once(sample: Path, tmp_path: Path) -> None:
    counting = Counting(store_of(sample))
    write_csvw(counting, tmp_path)
    editions = {graph: times for graph, times in counting.whole.items() if "/document/" in graph}
    assert len(editions) == 2
    assert set(editions.values()) == {1}


def test_a_strict_validator_accepts_it(folder: Path) -> None:
    """The package `csvw` reads the metadata by the rules of the W3C: datatypes, keys, and keys that join."""
    read = CSVW(str(folder / METADATA), validate=True)
    assert read.is_valid, [str(told.message) for told in read.warnings]


def test_a_column_with_an_empty_cell_is_no_foreign_key(folder: Path) -> None:
    described = {
        table["url"]: {tuple(key["columnReference"]) for key in table["tableSchema"]["foreignKeys"]}
        for table in json.loads((folder / METADATA).read_text("utf-8"))["tables"]
    }
    with (folder / "deliverables.csv").open(encoding="utf-8", newline="") as file:
        assert not all(row["recipient"] for row in csv.DictReader(file))
    assert ("recipient",) not in described["deliverables.csv"]
    assert {("edition",), ("measure", "edition")} <= described["deliverables.csv"]
