"""The demonstration, built once for all that looks at it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from flask import Flask

from kzedu_graph.store.stores import Store, open_store
from web import create_app
from web.display.languages import compile_catalogues


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Built in a process of its own, for a corpus's registry is read once a process."""
    folder = tmp_path_factory.mktemp("demonstration") / "store"
    kzedu = "from kzedu_graph.cli import main; main()"
    arguments = ["build", "--demo", "--store", str(folder)]
    done = subprocess.run([sys.executable, "-c", kzedu, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with open_store(str(folder)) as opened:
        yield opened


@pytest.fixture(scope="session")
def explorer(store: Store) -> Flask:
    """The explorer over it."""
    compile_catalogues()
    return create_app(store)
