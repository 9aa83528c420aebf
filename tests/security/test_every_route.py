"""Every route against malformed, hostile and oversized requests: never a fault of ours, never an echo unescaped."""

from __future__ import annotations

import os
import random
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from rdflib.namespace import RDF, RDFS, SKOS
from rdflib.term import Literal, URIRef
from store_fixture import iri, read_quads
from werkzeug.serving import make_server

from kzedu_graph.store.stores import CURRENT, REGISTRY, EmbeddedStore, Limits, write_snapshot
from web import create_app
from web.display.languages import compile_catalogues

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`${7*7}{{7*7}}"
REQUESTS = int(os.environ.get("KZEDU_FUZZ", "1500"))
"""How many malformed requests; `make bench` sends ten thousand."""

HOSTILE = (
    MARKUP, "../../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%00", "\x00", "%ff%fe", "a" * 5000, "-1", "1e999", "'\";--",
    "\r\nSet-Cookie: a=b", "%0d%0aSet-Cookie:%20a=b", "Ұлы", "\u202e", "{{7*7}}", "http://x/", "//evil.example", "NaN",
    "..", ".", "/", "\\", "%", "?", "#", "kz-moe", "P2300000249", "2025-13-45", "0", "99999999999999999999", "[]", "null",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    folder = tmp_path_factory.mktemp("hostile")
    body, measure = iri("agency/hostile"), iri("measure/S1/666")
    kzedu = "https://w3id.org/kzedu/ontology#"
    hostile = [
        (body, RDF.type, URIRef(f"{kzedu}Ministry"), URIRef(REGISTRY)),
        *((body, SKOS.prefLabel, Literal(MARKUP, lang=lang), URIRef(REGISTRY)) for lang in ("kk", "ru", "en")),
        (measure, RDF.type, URIRef(f"{kzedu}Measure"), URIRef(CURRENT)),
        (measure, RDFS.label, Literal(MARKUP, lang="kk"), URIRef(CURRENT)),
        (measure, URIRef(f"{kzedu}number"), Literal("666"), URIRef(CURRENT)),
        (measure, URIRef(f"{kzedu}programme"), iri("document/S1"), URIRef(CURRENT)),
    ]
    write_snapshot(folder, [*read_quads(), *hostile])
    with EmbeddedStore(folder, Limits(seconds=1, rows=200)) as opened:
        yield opened


@pytest.fixture(scope="module")
def app(store: EmbeddedStore) -> Flask:
    compile_catalogues()
    return create_app(store)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def addresses(app: Flask, chance: random.Random) -> Iterator[str]:
    """Addresses of every route, their parts filled with hostile words, with hostile fields behind them."""
    rules = sorted(str(rule) for rule in app.url_map.iter_rules())
    while True:
        for rule in rules:
            path = re.sub(r"<[^>]*>", lambda _: quote(chance.choice(HOSTILE), safe=chance.choice(["", "/%"])), rule)
            names = (
                "query",
                "q",
                "page",
                "lang",
                "format",
                "graph",
                "default-graph-uri",
                "year",
                "agency",
                "from",
                "role",
            )
            fields = "&".join(
                f"{name}={quote(chance.choice(HOSTILE), safe=chance.choice(['', '%&=']))}"
                for name in chance.sample(names, chance.randrange(4))
            )
            yield f"{path}?{fields}" if fields else path


def test_malformed_requests_are_never_our_fault(app: Flask, client: FlaskClient) -> None:
    chance = random.Random(20250901)
    made = addresses(app, chance)
    faults: list[tuple[int, str]] = []
    for _ in range(REQUESTS):
        address = next(made)
        method = chance.choice(["GET", "GET", "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
        headers = {
            "Accept": chance.choice(["*/*", "text/html", "text/turtle", "application/json;q=x", ",,;", "a/b" * 200]),
            "Accept-Language": chance.choice(["kk", "ru-RU,ru;q=0.9", "*", "x" * 300, "en;q=zero"]),
            "If-None-Match": chance.choice(["", "*", '"', 'W/"a', "a" * 300]),
            "Cookie": chance.choice(["", "lang=" + "x" * 500, "lang=../..", "=;=;"]),
        }
        answer = client.open(address, method=method, headers=headers, data=b"\xff{<" if method == "POST" else None)
        text = answer.get_data()
        if answer.status_code >= 500:
            faults.append((answer.status_code, f"{method} {address}"))
        assert b"Traceback" not in text, address
        assert b"Set-Cookie: a=b" not in str(answer.headers).encode(), address
        assert "a=b" not in answer.headers.get("Set-Cookie", ""), address
        assert b"root:x:" not in text, address
    assert faults == []
    assert client.get("/sparql?query=ASK%7B%7D").status_code == 200


def test_markup_in_the_graph_and_in_the_address_is_text(app: Flask, client: FlaskClient) -> None:
    seen = 0
    pages = ["/", "/agencies", "/agency/hostile", "/measure/S1/666", "/programme/S1", "/matrix", "/search?q=script",
             f"/search?q={quote(MARKUP)}", f"/sparql?query={quote(MARKUP)}", f"/sparql/run?query={quote(MARKUP)}", f"/ask/{quote(MARKUP, safe='')}",
             f"/{quote(MARKUP, safe='')}", f"/agency/{quote(MARKUP, safe='')}", f"/ask/due-in-a-period?from={quote(MARKUP)}", "/ask/what-a-body-owes"]  # fmt: skip
    for page in pages:
        for lang in ("kk", "ru", "en"):
            answer = client.get(page, headers={"Accept": "text/html", "Accept-Language": lang})
            assert answer.status_code < 500, page
            if answer.mimetype == "text/html":
                assert "<script>alert" not in answer.text, page
                assert "<img src=x" not in answer.text, page
                assert "'49'" not in answer.text
                seen += "&lt;script&gt;" in answer.text
    assert seen >= 5


@pytest.mark.parametrize("path", ["/static/../../pyproject.toml", "/static/%2e%2e/%2e%2e/pyproject.toml", "/static//etc/passwd",
                                  "/static/..%5c..%5cpyproject.toml", "/document/../../etc/passwd", "/document/%2e%2e%2f/ru"])  # fmt: skip
def test_no_way_out_of_the_folders(path: str, client: FlaskClient) -> None:
    answer = client.get(path)
    assert answer.status_code in (301, 302, 303, 308, 400, 404)
    assert b"[project]" not in answer.data


def test_every_kind_of_answer_is_guarded(client: FlaskClient) -> None:
    for address in (
        "/",
        "/nothing",
        "/agencies.json",
        "/sparql?query=ASK%7B%7D",
        "/sparql?query=x",
        "/rdf-graph-store?default",
    ):
        headers = client.get(address).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"], address
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"], address
        assert (headers["X-Content-Type-Options"], headers["X-Frame-Options"]) == ("nosniff", "DENY"), address
        assert headers["Referrer-Policy"] == "same-origin", address
        assert "Server" not in headers or "Python" not in headers["Server"]


def test_nothing_is_left_in_debug_mode_and_no_secret_is_kept(app: Flask) -> None:
    assert not app.debug
    assert not app.testing
    root = Path(__file__).parents[2]
    ours = [path for name in ("kzedu_graph", "web", "extract") for path in (root / name).glob("*.py")]
    for path in ours:
        text = path.read_text("utf-8")
        assert not re.search(
            r"debug\s*=\s*True|BEGIN [A-Z ]*PRIVATE KEY|(?i:(password|secret|token)\s*=\s*['\"]\w)", text
        ), path


def test_bytes_that_are_no_http(app: Flask) -> None:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    chance = random.Random(1)
    lines = [b"GET / HTTP/9.9", b"\x16\x03\x01\x02", b"GET " + b"/a" * 40_000 + b" HTTP/1.1", b"GET /\x00 HTTP/1.1", b"FOO / HTTP/1.1",
             b"GET / HTTP/1.1\r\nContent-Length: -5", b"POST /sparql HTTP/1.1\r\nContent-Length: x", b"GET / HTTP/1.1\r\n: x", b""]  # fmt: skip
    for number in range(60):
        with socket.create_connection(("127.0.0.1", server.server_port), timeout=5) as connection:
            data = b""
            try:
                head = lines[number % len(lines)] + b"\r\nHost: x\r\nConnection: close\r\n\r\n"
                connection.sendall(head + chance.randbytes(20))
                connection.shutdown(socket.SHUT_WR)
                while part := connection.recv(1 << 16):
                    data += part
            except OSError:
                continue  # hung up on us
            assert b"Traceback" not in data
            assert not re.match(rb"HTTP/1.\d 5(?!01|05)", data), data[:200]
    assert app.test_client().get("/sparql?query=ASK%7B%7D").status_code == 200
    server.shutdown()
    thread.join()
