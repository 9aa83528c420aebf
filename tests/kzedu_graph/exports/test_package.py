"""The data package: five forms of the same rows, typed, with keys that join; validators accept it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from corpus_graph import store as store_of
from frictionless import Package, system
from openpyxl import load_workbook
from pyarrow import parquet

from kzedu_graph.cli import main
from kzedu_graph.exports.standards.csvw import METADATA, declared, tables
from kzedu_graph.exports.standards.package import FORMS, PACKAGE, read_tables, write_package
from kzedu_graph.exports.view import current_editions, editions


@pytest.fixture(scope="module", params=FORMS)
def made(request: pytest.FixtureRequest, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp(request.param)
    write_package(store_of(sample), folder, request.param)
    return request.param, folder


def test_every_file_that_the_package_names_is_there(made: tuple[str, Path]) -> None:
    form, folder = made
    resources = json.loads((folder / PACKAGE).read_text("utf-8"))["resources"]
    assert {"measures", "targets", "assignments", "deadlines"} <= {each["name"] for each in resources}
    for each in resources:
        assert (folder / each["path"]).is_file(), form


def test_rows_are_equal_in_number_in_every_form(made: tuple[str, Path], sample: Path) -> None:
    form, folder = made
    told = Counter({name: len(rows) for name, rows in read_tables(store_of(sample)).items()})
    found: Counter[str] = Counter()
    for name in told:
        match form:
            case "sqlite":
                with closing(sqlite3.connect(folder / "kzedu.sqlite")) as database:
                    found[name] = database.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0]
            case "xlsx":
                found[name] = sum(1 for _ in load_workbook(folder / "kzedu.xlsx", read_only=True)[name].rows) - 1
            case "parquet":
                found[name] = parquet.read_table(folder / f"{name}.parquet").num_rows
            case "jsonl":
                found[name] = len((folder / f"{name}.jsonl").read_text("utf-8").splitlines())
            case _:
                found[name] = len(Package(str(folder / PACKAGE)).get_resource(name).read_rows())
    assert found == told


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_frictionless_accepts_it(form: str, sample: Path, tmp_path: Path) -> None:
    write_package(store_of(sample), tmp_path, form)
    with system.use_context(trusted=True):
        report = Package(str(tmp_path / PACKAGE)).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "type", "note"]) == []


def test_keys_join_and_name_each_row_once(sample: Path) -> None:
    rows = read_tables(store_of(sample))
    for name, found in rows.items():
        keys = declared()["tables"][name]["keys"]
        assert len({tuple(map(str, (row[key] for key in keys))) for row in found}) == len(found), name
    measures = {(row["id"], row["edition"]) for row in rows["measures"]}
    for name in ("assignments", "deliverables"):
        assert {(row["measure"], row["edition"]) for row in rows[name]} <= measures
    assert all(isinstance(value, str | int | float | bool | None) for row in rows["targets"] for value in row.values())


def test_the_current_edition_alone_may_be_asked_for(sample: Path) -> None:
    store = store_of(sample)
    (shown,) = current_editions(store)
    assert editions(store, "current") == [shown]
    rows = list(tables()["measures"](store, "current"))
    assert {row["edition"] for row in rows} == {str(shown)}
    assert {row["current"] for row in rows} == {True}


def test_the_command_writes_and_says_what_it_wrote(sample: Path, tmp_path: Path) -> None:
    runner = CliRunner()
    built = runner.invoke(main, ["build", "--corpus", str(sample), "--store", str(tmp_path / "store")])
    assert built.exit_code == 0, built.output
    done = runner.invoke(
        main, ["export", "all", str(tmp_path / "out"), "--edition", "current", "--store", str(tmp_path / "store")]
    )
    assert done.exit_code == 0, done.output
    assert {PACKAGE, METADATA, "deadlines.csv"} <= {file.name for file in (tmp_path / "out").iterdir()}
