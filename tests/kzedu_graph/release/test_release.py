"""A dataset to cite: what is in it, that it says what it is, and that it is the same each time."""

from __future__ import annotations

import csv
import gzip
import json
import re
import subprocess
import tarfile
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from flask import Flask
from frictionless import Package
from places import ROOT

from kzedu_graph.cli import main
from kzedu_graph.release.dataset import write_release
from kzedu_graph.store.stores import open_store
from kzedu_graph.vocabulary.about.versions import version
from web import create_app
from web.display.languages import compile_catalogues

pytestmark = pytest.mark.xdist_group("demonstration")


def release(store: Path, folder: Path, *more: str) -> str:
    done = CliRunner().invoke(main, ["release", str(folder), "--store", str(store), *more])
    assert done.exit_code == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def released(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("release")
    release(demonstration, folder, "--number", "2034.1")
    return folder


def test_everything_is_in_it_and_every_checksum_is_right(released: Path) -> None:
    place = released / "kzedu-graph-data-2034.1"
    names = {file.relative_to(place).as_posix() for file in place.rglob("*") if file.is_file()}
    assert {
        *("kzedu.nq.gz", "manifest.json", "METHOD.md", "LICENSE", "CITATION.cff", "README.md", "SHA256SUMS"),
        *("tables/datapackage.json", "tables/csv-metadata.json", "tables/measures.csv", "ontology/kzedu.ttl"),
        "ontology/codes/status.ttl",
    } <= names
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == len(names) - 1
    archive = released / "kzedu-graph-data-2034.1.tar.gz"
    told = (released / f"{archive.name}.sha256").read_text("ascii").split()
    assert told == [sha256(archive.read_bytes()).hexdigest(), archive.name]
    with tarfile.open(archive) as opened:
        assert {name.partition("/")[2] for name in opened.getnames()} == names


def test_it_says_what_it_is(released: Path, demonstration: Path) -> None:
    place = released / "kzedu-graph-data-2034.1"
    manifest = json.loads((place / "manifest.json").read_text("utf-8"))
    with open_store(demonstration) as store:
        assert manifest["build"] == store.version
        assert manifest["statements"] == store.graphs()
        assert gzip.decompress((place / "kzedu.nq.gz").read_bytes()) == store.nquads()
    assert manifest["invented"] is True
    assert len(manifest["texts"]) == 10
    assert "Everything here is invented" in (place / "README.md").read_text("utf-8")
    citation = yaml.safe_load((place / "CITATION.cff").read_text("utf-8"))
    assert (citation["version"], citation["license"], citation["type"]) == ("2034.1", "CC-BY-4.0", "dataset")
    assert "invented" in citation["abstract"]
    assert "CC BY 4.0" in (place / "LICENSE").read_text("utf-8")
    with (place / "tables" / "measures.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 280
    assert Package(str(place / "tables" / "datapackage.json")).resource_names


def test_the_same_build_gives_the_same_archive(released: Path, demonstration: Path, tmp_path: Path) -> None:
    release(demonstration, tmp_path, "--number", "2034.1")
    name = "kzedu-graph-data-2034.1.tar.gz.sha256"
    assert (tmp_path / name).read_text("ascii") == (released / name).read_text("ascii")


@pytest.mark.parametrize(("number", "said"), [("2034.1", "is there already"), ("../up", "letters, digits")])
def test_a_release_is_never_written_over(number: str, said: str, released: Path, demonstration: Path) -> None:
    done = CliRunner().invoke(main, ["release", str(released), "--number", number, "--store", str(demonstration)])
    assert (done.exit_code, said in done.stderr) == (2, True)


def test_a_release_that_fails_leaves_nothing(
    demonstration: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kzedu_graph.release.dataset.write_package", fail)
    with open_store(demonstration) as store, pytest.raises(KeyboardInterrupt):
        write_release(store, tmp_path / "out", "2034.2")
    assert list((tmp_path / "out").iterdir()) == []


def test_what_is_cited_and_deposited_is_this_version_under_these_licences() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= set(citation)
    assert citation["version"] == version().split()[0]
    assert citation["license"] == "Apache-2.0"
    deposit = json.loads((ROOT / ".zenodo.json").read_text("utf-8"))
    assert (deposit["upload_type"], deposit["license"]) == ("dataset", "cc-by-4.0")
    assert deposit["creators"]


@pytest.fixture(scope="module")
def explorer(demonstration: Path) -> Flask:
    compile_catalogues()
    return create_app(open_store(demonstration))


RULES = [
    line.split()[1:3]
    for line in (ROOT / "docs" / "w3id" / ".htaccess").read_text("utf-8").splitlines()
    if line.startswith("RewriteRule")
]


@pytest.mark.parametrize(
    "path",
    [
        *("", "ontology", "ontology/", "ontology.ttl", "ontology.jsonld", "ontology/context.jsonld"),
        *("id/agency/demo-league", "id/measure/P3200009012/7", "id/document/P3200009012/2033-05-11/kk.txt"),
        *("id/measure/P3200009012/7.ttl", "id/graph/current"),
    ],
)
def test_every_permanent_identifier_leads_somewhere(path: str, explorer: Flask) -> None:
    target = next(re.sub(rule, to.replace("$1", r"\1"), path) for rule, to in RULES if re.search(rule, path))
    assert target.startswith("https://explorer.example.org/")
    answer = explorer.test_client().get(target.removeprefix("https://explorer.example.org"), follow_redirects=True)
    assert answer.status_code == 200, target
