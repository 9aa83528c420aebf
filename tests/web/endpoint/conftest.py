"""The endpoint over a small store, asked in this process or over a real connection."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient
from store_fixture import read_quads
from werkzeug.serving import BaseWSGIServer, make_server

from kzedu_graph.store.stores import (
    EmbeddedStore,
    Limits,
    write_snapshot,
)
from web.endpoint.sparql import create_blueprint


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder = tmp_path_factory.mktemp("endpoint")
    write_snapshot(folder, read_quads())
    with EmbeddedStore(folder, Limits(seconds=1, rows=100, bytes=100_000, text=4_000, queue=8)) as opened:
        yield opened


@pytest.fixture(scope="module")
def app(store: EmbeddedStore) -> Flask:
    made = Flask(__name__)
    made.register_blueprint(create_blueprint(store, editor=lambda: Response("<!doctype html>", mimetype="text/html")))
    return made


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="module")
def address(app: Flask) -> Iterator[str]:
    server: BaseWSGIServer = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    thread.join()
