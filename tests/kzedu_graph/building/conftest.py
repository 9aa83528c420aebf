"""What the tests of builds build: invented texts, and a store made of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alone import build
from bench.corpora import write_corpus


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """Invented acts of both spellings beside the invented plan in its two languages, of which one is compared."""
    folder = tmp_path_factory.mktemp("texts")
    write_corpus(folder, 3)
    for file in sample.glob("*.txt"):
        shutil.copy(file, folder)
    return folder


@pytest.fixture(scope="session")
def built(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store built in this process."""
    folder = tmp_path_factory.mktemp("store")
    assert build(texts, folder).made == 5
    return folder
