"""Nonsense in queries, fields and addresses is never a fault of ours."""

from __future__ import annotations

from flask.testing import FlaskClient
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from web.endpoint.protocol import ProtocolError, ProtocolRequest, read_fields

QUERY = "application/sparql-query"
PIECES = st.sampled_from(
    ["SELECT", "ASK", "CONSTRUCT", "*", "{", "}", "?s", "?p", "?o", ".", "FROM", "NAMED", "SERVICE", "GRAPH", "<", ">",
     '"', "'''", "\\u0022", "#", "\n", "INSERT", "LIMIT", "-1", "1e99", "BIND", "(", ")", "AS", "GROUP BY", "<http://x/>",
     "PREFIX", ":", "BASE", "VALUES", "UNDEF", "^", "/", "+", "@kk", "^^", "\x00", "Ұ", "𐍈", "REGEX(?s,'(a+)+$')"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=20).map(" ".join) | st.text(max_size=60), st.text(max_size=30) | st.just("*/*"))
@example("SELECT * FROM <> { ?s ?p ?o }", "*/*")
@example("SELECT * FROM <a b> { ?s ?p ?o }", "*/*")
@example("SELECT * FROM x:y { ?s ?p ?o }", "*/*")
@example("\ud800", "*/*")
@example("DESCRIBE ?x", "text/turtle")
def test_nonsense_is_never_our_fault(client: FlaskClient, query: str, accept: str) -> None:
    data = query.encode("utf-8", "surrogatepass")
    header = accept.encode("ascii", "ignore").decode().replace("\r", "").replace("\n", "").strip()
    answer = client.post("/sparql", data=data, content_type=QUERY, headers={"Accept": header})
    assert answer.status_code in {200, 400, 406, 413, 414, 415, 422, 504}, answer.get_data(as_text=True)


@given(
    st.lists(st.sampled_from(["query", "=", "+", "%20", "%", "%ff", "%D0%B6", "ж", "a", ";", "update=", "{"])).map(
        "".join
    )
)
@example("query=a+b%2B")
@example("query=")
def test_an_empty_field_says_nothing(encoded: str) -> None:
    """A request of a query alone is read at a glance, any other field by field."""

    def read(text: str) -> ProtocolRequest | int:
        try:
            return read_fields(text)
        except ProtocolError as refused:
            return refused.status

    assert read(encoded) == read(f"{encoded}&")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=80),
    st.sampled_from(["/sparql?query=", "/sparql?", "/rdf-graph-store?graph=", "/sparql?query=ASK{}&"]),
)
def test_nonsense_in_the_address(client: FlaskClient, data: bytes, path: str) -> None:
    answer = client.get(path + "".join(f"%{byte:02X}" if byte != 38 else "&" for byte in data))
    assert answer.status_code in {200, 400, 404, 406, 413, 414, 422, 504}, answer.get_data(as_text=True)
