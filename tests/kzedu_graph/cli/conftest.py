"""The sample, built by the command once for all its tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from kzedu_command import kzedu
from places import SAMPLE


@pytest.fixture(scope="package")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    done = kzedu("build", "--store", folder, "--corpus", SAMPLE)
    assert done.returncode == 0, done.stderr
    kzedu("query", "-", "--store", folder, text="ASK {}")  # the first question of a build writes its index, and says so
    return folder
