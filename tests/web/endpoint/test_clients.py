"""Who asks: a proxy is believed where it is one of ours, and nobody else."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from store_fixture import read_quads

from kzedu_graph.store.engine.answers import TooMany, asking_client
from kzedu_graph.store.stores import MemoryStore, Overloaded, StoreError
from web.endpoint.clients import Clients
from web.endpoint.sparql import EndpointSettings, create_blueprint

FORWARDED = Clients("X-Forwarded-For", "127.0.0.1, 10.0.0.0/8")


@pytest.mark.parametrize(
    ("clients", "end", "told", "name"),
    [
        (Clients(), "203.0.113.5", "198.51.100.1", "203.0.113.5"),  # no header was named
        (Clients(), "127.0.0.1", "198.51.100.1", "127.0.0.1"),
        (FORWARDED, "203.0.113.5", "198.51.100.1", "203.0.113.5"),  # it came past the proxy
        (FORWARDED, "127.0.0.1", "198.51.100.1", "198.51.100.1"),
        (FORWARDED, "127.0.0.1", "1.1.1.1, 198.51.100.1", "198.51.100.1"),  # the first was told by the client
        (FORWARDED, "127.0.0.1", "198.51.100.1, 10.1.2.3", "198.51.100.1"),  # two proxies of ours
        (FORWARDED, "127.0.0.1", "10.9.9.9", "10.9.9.9"),  # nobody but ourselves
        (FORWARDED, "127.0.0.1", "", "127.0.0.1"),
        (FORWARDED, "127.0.0.1", "198.51.100.1, , ", "198.51.100.1"),
        (FORWARDED, "::ffff:127.0.0.1", "198.51.100.1", "198.51.100.1"),
        (FORWARDED, "", "198.51.100.1", "198.51.100.1"),  # a socket of this machine
        (FORWARDED, "", "", "unknown"),
        (FORWARDED, "127.0.0.1", "2001:db8:1:2::1", "2001:db8:1:2::/64"),
        (FORWARDED, "127.0.0.1", "2001:db8:1:2:ffff::9", "2001:db8:1:2::/64"),
        (Clients("X-Real-IP"), "127.0.0.1", "198.51.100.1", "198.51.100.1"),
        (Clients("X-Real-IP"), "172.17.0.1", "198.51.100.1", "172.17.0.1"),
    ],
)
def test_who_asks(clients: Clients, end: str, told: str, name: str) -> None:
    header = "HTTP_" + (clients.header or "X-Forwarded-For").upper().replace("-", "_")
    assert clients.name({"REMOTE_ADDR": end, header: told}) == name


def test_what_an_operator_sets() -> None:
    assert Clients.read({}) == Clients()
    told = Clients.read({"KZEDU_CLIENT_HEADER": "X-Real-IP", "KZEDU_TRUSTED_PROXIES": "10.0.0.0/8"})
    assert told == Clients("X-Real-IP", "10.0.0.0/8")
    with pytest.raises(StoreError, match="KZEDU_TRUSTED_PROXIES"):
        Clients.read({"KZEDU_TRUSTED_PROXIES": "everybody"})


class Watched(MemoryStore):
    """A store that notes who asked, and has room for nobody of a kind."""

    def query(self, *arguments, **named):  # type: ignore[no-untyped-def]
        client = asking_client.get()
        if client == "203.0.113.1":
            raise TooMany("8 queries of yours are waiting already")
        if client == "203.0.113.2":
            raise Overloaded("16 queries are waiting already")
        return super().query(*arguments, **named)


@pytest.fixture
def client() -> FlaskClient:
    app = Flask(__name__)
    app.register_blueprint(create_blueprint(Watched(read_quads()), EndpointSettings(clients=FORWARDED)))
    return app.test_client()


@pytest.mark.parametrize(
    ("end", "told", "status", "limit"),
    [
        ("203.0.113.1", "", 429, "each"),
        ("203.0.113.2", "", 503, "queue"),
        ("203.0.113.3", "203.0.113.1", 200, None),
        ("127.0.0.1", "203.0.113.1", 429, "each"),
        ("127.0.0.1", "203.0.113.1, 203.0.113.3", 200, None),
    ],
)
def test_whoever_is_refused_is_told_when_to_come_again(
    end: str, told: str, status: int, limit: str | None, client: FlaskClient
) -> None:
    for asked in (
        client.get(
            "/sparql",
            query_string={"query": "ASK {}"},
            headers={"X-Forwarded-For": told},
            environ_base={"REMOTE_ADDR": end},
        ),
        client.post(
            "/sparql", data={"query": "ASK {}"}, headers={"X-Forwarded-For": told}, environ_base={"REMOTE_ADDR": end}
        ),
    ):
        assert (asked.status_code, ("Retry-After" in asked.headers)) == (status, status != 200)
        assert asked.get_json(force=True).get("limit") == limit
        assert "Retry-After" in asked.headers["Access-Control-Expose-Headers"]


def test_headers_of_a_preflight(client: FlaskClient) -> None:
    asked = client.options("/sparql", headers={"Access-Control-Request-Headers": "x-my-token,content-type"})
    assert asked.headers["Access-Control-Allow-Headers"] == "x-my-token,content-type"
    odd = client.options("/sparql", headers={"Access-Control-Request-Headers": "x y; <script>"})
    assert "script" not in str(odd.headers)
    assert "X-Requested-With" in odd.headers["Access-Control-Allow-Headers"]
