"""The demonstration, opened once for all that looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from kzedu_graph.store.stores import Store, open_store
from web import create_app
from web.display.languages import compile_catalogues


@pytest.fixture(scope="session")
def store(demonstration: Path) -> Iterator[Store]:
    """Its store."""
    with open_store(str(demonstration)) as opened:
        yield opened


@pytest.fixture(scope="session")
def explorer(store: Store) -> Flask:
    """The explorer over it."""
    compile_catalogues()
    return create_app(store)
