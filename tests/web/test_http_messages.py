"""Heads of requests and answers as they are read and written here, beside what waitress makes of the same bytes."""

from __future__ import annotations

import pytest
from waitress.adjustments import Adjustments
from waitress.parser import HTTPRequestParser
from waitress.task import WSGITask

from web.http_messages import NamedTask, RequestHead

SAID = (
    "command", "version", "path", "query", "fragment", "request_uri", "first_line", "proxy_scheme", "proxy_netloc",
    "url_scheme", "headers", "connection_close", "expect_continue", "content_length", "chunked", "completed",
)  # fmt: skip
LINES = {
    "as a browser asks": b"Host: localhost\r\nAccept: */*\r\nAccept-Language: kk, ru;q=0.8",
    "a header twice": b"Host: a\r\nAccept: text/csv\r\nAccept: text/plain\r\nX_Under: 1",
    "a folded line": b"Host: a\r\nX-Long: one\r\n two",
    "letters of latin-1": b"Host: a\r\nX-Name: \xe9t\xe9",
    "a connection that ends": b"Host: a\r\nConnection: close",
    "a connection that is kept": b"Host: a\r\nConnection: Keep-Alive",
    "two words of a connection": b"Host: a\r\nConnection: keep-alive, Upgrade",
    "a body": b"Host: a\r\nContent-Length: 3",
    "no body": b"Host: a\r\nContent-Length: 0",
    "a body in pieces": b"Host: a\r\nTransfer-Encoding: chunked",
    "an unknown coding": b"Host: a\r\nTransfer-Encoding: gzip",
    "a coding in a folded line": b"Host: a\r\nTransfer-Encoding:\r\n chunked",
    "a length that is none": b"Host: a\r\nContent-Length: +3",
    "wants to go on": b"Host: a\r\nExpect: 100-continue\r\nContent-Length: 2",
    "no header": b"Host a",
    "a lone line feed": b"Host: a\nX: 1",
    "no lines": b"",
}
FIRST = (
    b"GET /sparql?query=ASK%20%7B%7D HTTP/1.1", b"GET /sparql?query=ASK+%7B%7D&format=csv HTTP/1.1",
    b"GET /sparql?query=a#b HTTP/1.1", b"GET //sparql?query=a HTTP/1.1", b"GET /spar%71l?query=a HTTP/1.1",
    b"GET http://elsewhere/sparql?query=a HTTP/1.1", b"GET /sparql?query=\xd0\xb0 HTTP/1.1",
    b"GET /sparql?query=a HTTP/1.0", b"GET /sparql?query=a", b"get /sparql?query=a HTTP/1.1",
    b"POST /sparql?query=a HTTP/1.1", b"GET /sparql?a b HTTP/1.1", b"GET /sparql? HTTP/1.1", b"GET /sparql HTTP/1.1",
    b"GET /sparql?query=a HTTP/1.1 ", b"GET /sparql?query=a?b!$&'()*,;=:@/ HTTP/1.1",
)  # fmt: skip


def said(kind: type[HTTPRequestParser], message: bytes) -> dict[str, object]:
    """What a parser says of a request that came in one piece."""
    request = kind(Adjustments())
    taken = request.received(message)
    error = request.error and (type(request.error), request.error.body)
    return {"taken": taken, "error": error, **{name: getattr(request, name, None) for name in SAID}}


@pytest.mark.parametrize("lines", LINES.values(), ids=LINES)
@pytest.mark.parametrize("first", FIRST)
def test_a_head_says_what_it_says_to_waitress(first: bytes, lines: bytes) -> None:
    message = first + b"\r\n" + lines + (b"\r\n" if lines else b"") + b"\r\n"

    for _ in range(2):  # the second time its lines are known
        assert said(RequestHead, message) == said(HTTPRequestParser, message)


def test_what_a_request_adds_to_its_headers_is_no_other_ones() -> None:
    message = FIRST[0] + b"\r\nHost: shared\r\n\r\n"
    one, other = RequestHead(Adjustments()), RequestHead(Adjustments())
    one.received(message)
    one.headers["X"] = "1"
    other.received(message)

    assert other.headers == {"HOST": "shared"}


class Channel:
    """As much of a connection as an answer's head needs."""

    class server:  # noqa: N801
        adj = Adjustments(ident=None)

    adj = server.adj


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("200 OK", [("Content-Type", "text/csv"), ("Content-Length", "3"), ("ETag", '"a"'), ("Vary", "Accept")]),
        (
            "200 OK",
            [("Content-Type", "text/csv"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("Content-Length", "0")],
        ),
        ("200 OK", [("Content-Type", "text/csv")]),
        ("304 NOT MODIFIED", [("ETag", '"a"')]),
        ("200 OK", [("Content-Length", "1"), ("Server", "other")]),
        ("200 OK", [("Content-Length", "1"), ("Date", "Tue, 01 Dec 2026 10:00:00 GMT")]),
    ],
)
@pytest.mark.parametrize(
    "lines", ["no body", "a connection that ends", "a connection that is kept", "as a browser asks"]
)
def test_an_answer_has_the_lines_that_waitress_gives_it(
    status: str, headers: list[tuple[str, str]], lines: str
) -> None:
    heads = []
    for kind in (NamedTask, WSGITask):
        request = RequestHead(Adjustments())
        request.received(FIRST[0] + b"\r\n" + LINES[lines] + b"\r\n\r\n")
        task = kind(Channel, request)
        task.start_time, task.status, task.response_headers = 1_796_120_000.5, status, list(headers)
        task.content_length = next((int(value) for name, value in headers if name == "Content-Length"), None)
        heads.append((sorted(task.build_response_header().decode().lower().split("\r\n")), task.close_on_finish))

    assert heads[0] == heads[1]
