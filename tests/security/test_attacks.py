"""Attacks that somebody might think of, each against a whole server with its limits: refused, stopped or harmless."""

from __future__ import annotations

import http.client
import itertools
import json
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from store_fixture import read_quads
from werkzeug.serving import make_server

from kzedu_graph.store.stores import EmbeddedStore, Limits, write_snapshot
from web import create_app
from web.display.languages import compile_catalogues

SECONDS = 1.5
PATIENCE = 60
"""Seconds: forty times the limit."""
SERVICE = "ASK {{ {} <http://127.0.0.1:9/> {{ ?s ?p ?o }} }}"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    folder: Path = tmp_path_factory.mktemp("attacked")
    write_snapshot(folder, read_quads())
    compile_catalogues()
    limits = Limits(seconds=SECONDS, quick=0.2, rows=500, bytes=200_000, memory=256 << 20)
    with EmbeddedStore(folder, limits) as store:
        server = make_server("127.0.0.1", 0, create_app(store), threaded=True)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


DOUBLINGS = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
DOUBLED = "SELECT ?n { BIND('" + "a" * 64 + "' AS ?x0) " + DOUBLINGS + " BIND(STRLEN(?x40) AS ?n) }"
REPLACED = "SELECT (STRLEN({}) AS ?n) {{}}".format("REPLACE(" * 3 + f"'{'a' * 3000}'" + f", 'a', '{'a' * 3000}')" * 3)
VALUES = " ".join(f"VALUES ?v{n} {{ {' '.join(map(str, range(300)))} }}" for n in range(5))
MULTIPLIED = "SELECT (COUNT(*) AS ?n) { " + VALUES + " }"


_BLOCKS = itertools.count(1)


def post(port: int, query: str, accept: str = "*/*") -> tuple[int, bytes]:
    """The status and the body of an answer, which must come long before a query without limits would be done.

    Each question comes from an address of its own, for who has asked much of late waits behind all others.
    """
    source = (f"127.0.{next(_BLOCKS) % 256}.2", 0) if sys.platform == "linux" else None
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE, source_address=source)
    connection.request(
        "POST", "/sparql", query.encode(), {"Content-Type": "application/sparql-query", "Accept": accept}
    )
    answer = connection.getresponse()
    return answer.status, answer.read()


@pytest.fixture(autouse=True)
def _serves_afterwards(port: int) -> Iterator[None]:
    yield
    assert post(port, "ASK { ?s ?p ?o }")[0] == 200


@pytest.mark.parametrize(
    ("query", "statuses"),
    [
        pytest.param("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }", {504}, id="product"),
        pytest.param("SELECT ?x { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i BIND(RAND() AS ?x) } ORDER BY ?x", {504, 422}, id="sort"),
        pytest.param("SELECT * { ?a (!<x:1>|^!<x:1>)* ?b . ?c (!<x:1>|^!<x:1>)* ?d }", {200, 422, 504}, id="paths"),
        pytest.param(
            "ASK { VALUES ?x {'" + "a" * 30_000 + "!'} FILTER(REGEX(?x, '^((a+)+)+$')) }", {200, 504}, id="regex"
        ),
        pytest.param("ASK { FILTER(REGEX('aaa', '(a{1000}){1000}{1000}')) }", {200, 400}, id="regex of a size"),
        pytest.param("SELECT * { ?a ?b ?c . ?d ?e ?f }", {200}, id="table without end"),
        pytest.param("CONSTRUCT { ?a ?b ?f . ?d ?e ?c } { ?a ?b ?c . ?d ?e ?f }", {200, 422, 504}, id="graph without end"),
        pytest.param(
            "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            {422, 504},
            id="one huge value",
        ),
        pytest.param(DOUBLED, {422, 504}, id="a value doubled forty times"),
        pytest.param(REPLACED, {422, 504}, id="each letter replaced by thousands"),
        pytest.param(MULTIPLIED, {504}, id="values by values"),
        pytest.param("ASK { " + "{" * 20_000 + "}" * 20_000 + " }", {200, 400, 422, 504}, id="deep groups"),
        pytest.param("ASK { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }", {200, 400, 422, 504}, id="deep brackets"),
        pytest.param("ASK { " + "a." * 120_000, {400}, id="a name without end"),
        pytest.param('ASK { ' + '"\\' * 120_000, {400}, id="strings that do not end"),
        pytest.param('ASK { "' + '"""\n\\' * 50_000, {400}, id="long strings that do not end"),
        pytest.param("ASK { " + "--" * 120_000, {400}, id="signs"),
        pytest.param("ASK { ?s " + "(" * 5_000 + "<x:p>" + ")*" * 5_000 + " ?o }", {200, 400, 422, 504}, id="deep path"),
    ],
)  # fmt: skip
def test_bombs_are_stopped(query: str, statuses: set[int], port: int) -> None:
    status, body = post(port, query)
    assert status in statuses, body[:300]
    assert len(body) <= 250_000
    assert b"Traceback" not in body


@pytest.mark.parametrize(
    "query",
    [
        SERVICE.format("SERVICE"),
        SERVICE.format("service SILENT"),
        SERVICE.format("SeRvIcE"),
        SERVICE.format("#\nSERVICE#<x>\n"),
        SERVICE.format("'''#''' ?p ?o . SERVICE").replace("{ '''", "{ ?s ?p '''"),
        SERVICE.format("\\u0053ERVICE"),
        SERVICE.format("SERV\\u0049CE"),
        SERVICE.format("\\U00000053ERVICE"),
        "ASK { { SELECT * { OPTIONAL { SERVICE ?where { ?s ?p ?o } } } VALUES ?where { <http://127.0.0.1:9/> } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:9/> { GRAPH ?g { ?s ?p ?o } }",
        "BASE <http://127.0.0.1:9/> SELECT * FROM <../x> { ?s ?p ?o }",
        "PREFIX x: <http://127.0.0.1:9/> SELECT * FROM x:y { ?s ?p ?o }",
        "SELECT * \\u0046ROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/>",
        "PREFIX x: <x:> # SELECT\nINSERT DATA { x:a x:b x:c }",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
    ],
)
def test_nobody_is_sent_elsewhere_and_nothing_is_changed(query: str, port: int) -> None:
    with socket.socket() as elsewhere:
        elsewhere.bind(("127.0.0.1", 0))
        elsewhere.listen()
        elsewhere.settimeout(0.05)
        status, body = post(port, query.replace("127.0.0.1:9", f"127.0.0.1:{elsewhere.getsockname()[1]}"))
        assert status == 400, body[:300]
        with pytest.raises(TimeoutError):
            elsewhere.accept()


def test_a_default_graph_from_elsewhere_holds_nothing(port: int) -> None:
    query = "ASK { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    for name in ("default-graph-uri", "named-graph-uri"):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", "/sparql?" + urlencode({"query": query, name: "file:///etc/passwd"}))
        answer = connection.getresponse()
        assert (answer.status, json.loads(answer.read())["boolean"]) == (200, False)


def test_a_line_break_makes_no_header(port: int) -> None:
    broken = quote("x\r\nSet-Cookie: a=b\r\n\r\n<script>")
    for path in (
        f"/sparql?query=ASK%7B%7D&format={broken}",
        f"/id/agency/{broken}",
        f"/?lang={broken}",
        f"/ask/{broken}",
    ):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", path, headers={"Accept": "text/turtle"})
        answer = connection.getresponse()
        assert answer.status < 500, path
        assert all("a=b" not in value for name, value in answer.getheaders() if name.lower() == "set-cookie"), path


def test_slow_senders_hold_up_nobody(port: int) -> None:
    slow = []
    for _ in range(30):
        connection = socket.create_connection(("127.0.0.1", port))
        connection.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 9\r\n\r\nA"
        )
        slow.append(connection)
    try:
        assert post(port, "ASK {}")[0] == 200
    finally:
        for connection in slow:
            connection.close()


def test_a_body_larger_than_any_query_is_not_read(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 99999999999\r\n\r\n"
        )
        assert b" 413 " in connection.recv(1 << 12).split(b"\r\n")[0]
