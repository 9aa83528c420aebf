"""A real SPARQL server behind the store: Virtuoso, loaded by `kzedu build`, answers the gallery as the embedded one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
from corpus_graph import quads as corpus_quads
from places import ROOT
from rdflib.term import Literal, Node, URIRef
from store_fixture import iri, read_quads
from virtuoso_server import Virtuoso, installed, running_virtuoso

from kzedu_graph.store.gallery import load_gallery
from kzedu_graph.store.stores import CURRENT, EmbeddedStore, MemoryStore, QueryError, Store, StoreError, open_store

pytestmark = pytest.mark.xdist_group("virtuoso")
"""One process runs these tests: two servers and two loads at once are more than a small machine bears."""


def started(folder: Path) -> AbstractContextManager[Virtuoso]:
    """A server of its own in a folder; skips, or fails in CI, where none is installed."""
    if not installed():
        if os.environ.get("CI"):
            pytest.fail("virtuoso-t is not installed: apt-get install virtuoso-opensource-7-bin")
        pytest.skip("virtuoso-t is not installed")
    return running_virtuoso(folder)


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Virtuoso]:
    with started(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server


@contextmanager
def opened(server: Virtuoso, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A server as a store that may be written."""
    for name, value in server.settings.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("KZEDU_LIMIT_SECONDS", "120")  # what is held here is the answers, on however busy a machine
    with open_store(server.query) as store:
        yield store


@pytest.fixture
def remote(virtuoso: Virtuoso, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    with opened(virtuoso, monkeypatch) as store:
        yield store


BEYOND = {
    "acts-it-rests-on": "a row too few or too many where a UNION of both ways is joined with OPTIONAL",
    "bodies-that-stop-chains": "SQ156, an internal error of its optimiser",
    "dates-outside-the-period": "SP031, an internal error of its compiler",
    "no-money-stated": "another value for an aggregate over an empty OPTIONAL",
    "plan-against-passport": "another value for an aggregate over an empty OPTIONAL",
    "targets-changed": "DT001, the year of a value that is not bound",
    "who-pays": "another value for an aggregate over an empty OPTIONAL",
}
"""Questions that Virtuoso 7.2 answers otherwise than Oxigraph and rdflib, with what it does."""
ALIKE = sorted(set(load_gallery()) - BEYOND.keys())


def told(node: Node) -> str:
    """A value as far as it tells: Virtuoso keeps booleans as 0 and 1, and numbers without their digits' form."""
    text = str(node)
    if isinstance(node, Literal) and text in ("true", "false"):
        return str(int(text == "true"))
    try:
        return str(Decimal(text).normalize())
    except InvalidOperation:
        return text


def rows(store: Store, name: str) -> Counter[tuple[tuple[str, str], ...]]:
    """The answer to a question of the gallery, its rows in no order."""
    query = load_gallery()[name]
    found = store.select(query.text, **query.bind({}))
    return Counter(tuple(sorted((name, told(value)) for name, value in row.items())) for row in found)


def test_a_build_goes_to_the_server(virtuoso: Virtuoso, remote: Store, tmp_path: Path, sample: Path) -> None:
    command = [sys.executable, "-c", "from kzedu_graph.cli import main; main()", "build", "--corpus", str(sample)]
    environment = {**os.environ, "KZEDU_LOCAL": str(tmp_path)}
    done = subprocess.run(
        [*command, "--store", virtuoso.query], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    with EmbeddedStore(tmp_path) as local:
        assert remote.graphs() == {name: size for name, size in local.graphs().items() if size}
        assert [name for name in ALIKE if rows(remote, name) != rows(local, name)] == []
        assert local.texts_folder()


@pytest.mark.parametrize("name", ALIKE)
def test_the_gallery_answers_the_same(name: str, remote: Store) -> None:
    local = MemoryStore(read_quads())
    if remote.graphs() != local.graphs():
        remote.write(read_quads())
    assert rows(remote, name) == rows(local, name)


def test_the_gallery_answers_the_same_of_the_whole_corpus(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a server that held nothing before: its plans follow what it knows of the sizes of its graphs."""
    everything = corpus_quads(corpus)
    local = MemoryStore(everything)
    with started(tmp_path) as server, opened(server, monkeypatch) as remote:
        remote.write(everything)
        answered = {}
        for name in ALIKE:
            with suppress(StoreError):  # what the server gives up is no other answer
                answered[name] = rows(remote, name)
        assert len(answered) >= len(ALIKE) // 2
        assert [name for name, found in answered.items() if found != rows(local, name)] == []


def test_what_was_is_gone(remote: Store) -> None:
    remote.write([*read_quads(), (iri("a"), iri("is"), Literal("x" * 50_000), URIRef(iri("graph/odd")))])
    assert remote.graphs()[str(iri("graph/odd"))] == 1
    many = [(iri(f"a{n}"), iri("is"), Literal(n), URIRef(CURRENT)) for n in range(12_000)]
    remote.write(many)
    assert remote.graphs() == {CURRENT: 12_000}


def test_a_wrong_query_and_a_wrong_password(virtuoso: Virtuoso, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**virtuoso.settings, "KZEDU_STORE_PASSWORD": "guess"}.items():
        monkeypatch.setenv(name, value)
    with open_store(virtuoso.query) as store:
        with pytest.raises(QueryError):
            store.select("SELECT ?s { ?s ?p }")
        with pytest.raises(StoreError, match="401"):
            store.write(read_quads())
    with pytest.raises(StoreError, match="KZEDU_STORE_USER"):
        open_store("http://name:word@127.0.0.1/sparql")
