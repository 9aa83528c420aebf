"""What tests of the store share: a plan's quads, a folder for builds, and stores on disk and in memory that hold the plan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from store_fixture import read_quads

from kzedu_graph.store.stores import EmbeddedStore, Limits, MemoryStore, Quad, Store, write_snapshot


@pytest.fixture(scope="module")
def plan() -> list[Quad]:
    return read_quads()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, plan: list[Quad]) -> Iterator[EmbeddedStore]:
    place = tmp_path_factory.mktemp("served")
    write_snapshot(place, plan)
    with EmbeddedStore(place, Limits(seconds=1, rows=50, bytes=20_000, text=5_000)) as store:
        yield store


@pytest.fixture(params=["embedded", "memory"])
def store(request: pytest.FixtureRequest, served: EmbeddedStore, plan: list[Quad]) -> Store:
    return served if request.param == "embedded" else MemoryStore(plan, served.limits)
