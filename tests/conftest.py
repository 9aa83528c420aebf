"""Where tests find the corpus, the verified records and the invented sample."""

from __future__ import annotations

import os
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
