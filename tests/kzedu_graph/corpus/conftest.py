"""Folders of a corpus and of what comes into it; a server to fetch from, and who fetches without sleeping."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from answering_server import Server

from kzedu_graph.corpus.download import Fetcher, Politeness


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def fetcher(tmp_path: Path, slept: list[float]) -> Iterator[Fetcher]:
    with Fetcher(tmp_path / "parts", Politeness(pause=0.01), slept.append) as made:
        yield made


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return tmp_path / "inbox"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "corpus"
