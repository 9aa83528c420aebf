"""Where tests find the corpus, the verified records and the invented sample."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "tests" / "sample"


def beside(name: str) -> Path:
    """A folder beside the project; without it a test skips with a reason, and fails where CI promises it."""
    folder = SHARED / name
    if not folder.is_dir():
        reason = f"{name} is not beside the project"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of the five texts."""
    return beside("corpus")


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of verified records."""
    return beside("gold")


@pytest.fixture(scope="session")
def sample() -> Path:
    """The invented plan, in Russian and in Kazakh."""
    return SAMPLE


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the demonstration, built once by the command, in a process of its own as its registry is its own.

    Tests that ask it belong to the group `demonstration`, so that several processes of tests build it once.
    """
    folder = tmp_path_factory.mktemp("demonstration") / "store"
    kzedu = "from kzedu_graph.cli import main; main()"
    arguments = ["build", "--demo", "--store", str(folder)]
    done = subprocess.run([sys.executable, "-c", kzedu, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder
