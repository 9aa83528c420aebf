"""The endpoint as Comunica meets it, a client that others build their applications on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from rdflib.namespace import RDF, SKOS
from store_fixture import read_quads
from werkzeug.serving import make_server

from kzedu_graph.store.stores import DEFAULT_GRAPHS, EmbeddedStore, write_snapshot
from web.endpoint.sparql import create_blueprint

PACKAGE = "@comunica/query-sparql@4.2.0"
"""Later ones need a later Node.js."""


def _miss(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the client in it: the one that KZEDU_COMUNICA names, else one of our own."""
    known = os.environ.get("KZEDU_COMUNICA")
    if known:
        return Path(known)
    if not (shutil.which("npm") and shutil.which("node")):
        _miss("no npm on this machine")
    folder = tmp_path_factory.mktemp("comunica")
    (folder / "package.json").write_text('{"private": true}')
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", PACKAGE]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=600)
    except subprocess.TimeoutExpired:
        _miss("npm did not bring Comunica within ten minutes")
    if done.returncode:
        _miss(f"npm could not bring Comunica: {(done.stderr or done.stdout)[-300:]}")
    return folder


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    write_snapshot(tmp_path, read_quads())
    with EmbeddedStore(tmp_path) as store:
        app = Flask(__name__)
        app.register_blueprint(create_blueprint(store))
        server = make_server("127.0.0.1", 0, app, threaded=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/sparql"
        server.shutdown()
        thread.join()


def test_comunica_asks_and_understands(address: str, packages: Path) -> None:
    script = shutil.copy(Path(__file__).with_name("comunica.mjs"), packages)  # it finds its packages beside itself
    command = ["node", str(script), address]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    triples = {(s, p, o) for s, p, o, graph in read_quads() if str(graph) in DEFAULT_GRAPHS}
    assert told["rows"] == sorted([str(s), str(o)] for s, p, o in triples if p == SKOS.prefLabel)
    assert told["kinds"] == sorted([str(s), str(o)] for s, p, o in triples if p == RDF.type)
    assert told["truths"] == [True, False]
