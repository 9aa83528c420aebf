"""What tests of the store share: a plan's quads, and a folder for builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from store_fixture import read_quads

from kzedu_graph.store.stores import Quad


@pytest.fixture(scope="module")
def plan() -> list[Quad]:
    return read_quads()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"
