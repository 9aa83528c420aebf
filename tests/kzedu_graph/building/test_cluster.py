"""Builds on a cluster of worker processes of Dask, on this machine's loopback: one dies on the way and nothing is lost."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alone import in_this_process
from bench.corpora import write_corpus
from dying import GRAVE
from places import ROOT

from extract.flow import extract_file
from kzedu_graph.building.executors import cluster
from kzedu_graph.building.executors.cluster import on_cluster
from kzedu_graph.building.parts import Made
from kzedu_graph.building.run import run_build
from kzedu_graph.store.stores import StoreError

distributed = pytest.importorskip("distributed", reason="the extra `cluster` is not installed")
TESTS = ROOT / "tests"


@pytest.fixture(scope="module")
def grave(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the worker that dies leaves its number."""
    return tmp_path_factory.mktemp("grave") / "worker"


@pytest.fixture(scope="module")
def address(grave: Path) -> Iterator[str]:
    """Two worker processes behind a scheduler."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", f"{TESTS}:{TESTS.parent}")
        patch.setenv(GRAVE, str(grave))
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
        ) as workers:
            yield workers.scheduler_address


def test_a_worker_that_dies_loses_nothing(address: str, grave: Path, tmp_path: Path) -> None:
    files = write_corpus(tmp_path / "texts", 6)
    outcome = run_build(files, tmp_path / "cluster", on_cluster("dying:dies_once", address))
    alone = run_build(files, tmp_path / "alone", in_this_process(extract_file))
    assert grave.exists(), "no worker died"
    assert outcome.made == len(outcome.documents) == 6
    assert outcome.build is not None
    assert alone.build is not None
    assert outcome.build.snapshot.read_bytes() == alone.build.snapshot.read_bytes()


def test_files_that_cannot_be_read_are_left_out_as_they_are_here(address: str, tmp_path: Path) -> None:
    [good] = write_corpus(tmp_path / "texts", 1)
    (tmp_path / "empty.txt").write_bytes(b"")
    for how in ("kills", "sleeps"):
        (tmp_path / f"{how}.txt").write_text(good.read_text("utf-8"), "utf-8")
    files = [tmp_path / "empty.txt", tmp_path / "kills.txt", tmp_path / "sleeps.txt", good]
    given = dict(on_cluster("dying:by_name", address)(files))
    assert isinstance(given[good], Made)
    assert [getattr(given[file], "code", None) for file in files[:3]] == [
        "file-unusable",
        "reader-ended",
        "file-too-slow",
    ]


def test_a_worker_with_other_rules_is_refused(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "rules_version", lambda: "others")
    with pytest.raises(StoreError, match="another version of this project"):
        list(on_cluster("extract.flow:extract_file", address)(write_corpus(tmp_path, 1)))


def test_an_address_where_nobody_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        with pytest.raises(StoreError, match=f"no Dask scheduler answers at {address}"):
            list(on_cluster("extract.flow:extract_file", address)(write_corpus(tmp_path, 1)))


def test_without_the_extra_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(StoreError, match=r"kzedu-graph\[cluster\]"):
        list(on_cluster("extract.flow:extract_file", "tcp://127.0.0.1:9")([]))
