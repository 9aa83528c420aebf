"""Requests and answers as bytes: waitress reads and writes them, but for heads that are the same time and again.

It reads and writes a head line by line, a third of what a light question took here (docs/performance.md).
What is unusual in a head is left to it: bodies, HTTP/1.0, connections that end, answers without a length.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from waitress.adjustments import Adjustments
from waitress.parser import HTTPRequestParser, ParsingError, TransferEncodingNotImplemented
from waitress.task import ErrorTask, WSGITask
from waitress.utilities import build_http_date

from web.endpoint.problems import problem

_PLAIN_LINE = re.compile(rb'GET (/[A-Za-z0-9/._-]*)\?([!"$-~]*) HTTP/1\.1')
"""A first line that needs no decoding; one that begins with two slashes is none."""
_LONGEST = 2 << 10
"""Bytes of a head's other lines up to which they are kept."""
_UNUSUAL = frozenset(("CONTENT_LENGTH", "EXPECT", "TRANSFER_ENCODING", "UPGRADE"))
"""Headers that say something of a body, or of what else is to come."""
_DEFAULTS = Adjustments()
_JOINED = 1 << 16
"""Bytes of an answer up to which it is sent together with its head."""
_LONG_LINE = 32 << 10
"""Bytes of a first line beyond which it is that line that is too long, and not the head."""
_TOO_LONG = (413, 414, 431)


class RequestHead(HTTPRequestParser):  # type: ignore[misc]
    """A request as waitress reads it; of a plain question only the first line is read, where the others are known."""

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head; raises what waitress raises."""
        first_line, _, lines = header_plus.partition(b"\r\n")
        asked = _PLAIN_LINE.fullmatch(first_line)
        headers = _plain_headers(lines) if asked and len(lines) <= _LONGEST else None
        if not asked or asked[1].startswith(b"//") or headers is None:
            super().parse_header(header_plus)
            return
        self.first_line = first_line
        self.headers.update(headers)
        self.command, self.version = "GET", "1.1"
        self.path, self.query, self.fragment = asked[1].decode(), asked[2].decode(), ""
        self.request_uri = f"{self.path}?{self.query}"
        self.proxy_scheme = self.proxy_netloc = ""
        self.url_scheme = self.adj.url_scheme
        self.expect_continue = False


@lru_cache(maxsize=256)
def _plain_headers(lines: bytes) -> Mapping[str, str] | None:
    """The headers of a request in those lines; None where one says something of the connection or is no header."""
    request = HTTPRequestParser(_DEFAULTS)
    if b"transfer-encoding" in lines.lower():
        return None
    try:
        request.parse_header(b"GET / HTTP/1.1\r\n" + lines)
    except (ParsingError, TransferEncodingNotImplemented):
        return None
    return request.headers if _is_kept(request.headers) and not request.headers.keys() & _UNUSUAL else None


def _is_kept(headers: Mapping[str, str]) -> bool:
    """Whether the connection of a request of HTTP/1.1 goes on behind it without further words (RFC 9112, 9.3)."""
    return headers.get("CONNECTION", "keep-alive").lower() == "keep-alive"


class NamedTask(WSGITask):  # type: ignore[misc]
    """An answer whose headers are written as RFC 9110 writes them: scripts look for `ETag` by the letter.

    A short one is sent in one piece.
    """

    wrote_header: bool

    def write(self, data: bytes) -> None:
        """Send a part of the body, the first with the head before it."""
        is_whole = not self.wrote_header and self.complete and self.content_length == len(data) <= _JOINED
        if not is_whole or not self.has_body:
            super().write(data)
            return
        self.channel.write_soon(self.build_response_header() + data)
        self.wrote_header = True
        self.content_bytes_written = len(data)

    def build_response_header(self) -> bytes:
        """The head of the answer."""
        if self.version == "1.1" and not self.close_on_finish and _is_kept(self.request.headers):
            names = [name for name, _ in self.response_headers]
            if self.has_body and "Content-Length" in names and "Date" not in names and "Server" not in names:
                return _answer_head(self.status, self.response_headers, self.start_time)
        head: bytes = super().build_response_header()
        return head.replace(b"\r\nEtag: ", b"\r\nETag: ", 1)


class ProblemTask(ErrorTask):  # type: ignore[misc]
    """A request that could not be read, answered as the endpoint answers: as a problem document, with CORS."""

    def execute(self) -> None:
        """Write the answer, and close the connection behind it."""
        error = self.request.error
        status = int(error.code)
        if status == _TOO_LONG[2] and len(self.request.header_plus.partition(b"\n")[0]) > _LONG_LINE:
            status = 414
        answer = problem(status, str(error.body), limit="text" if status in _TOO_LONG else None)
        body = answer.get_data()
        self.status = answer.status
        self.response_headers += [*answer.headers.items(), *self.channel.server.shared_headers]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


def _answer_head(status: str, headers: Sequence[tuple[str, str]], seconds: float) -> bytes:
    """The head of an answer of HTTP/1.1 that was begun so many `seconds` after 1970; `headers` tell its length."""
    lines = "".join([f"{name}: {value}\r\n" for name, value in headers])
    return f"HTTP/1.1 {status}\r\n{lines}Date: {_date(int(seconds))}\r\n\r\n".encode("latin-1")


@lru_cache(maxsize=4)
def _date(second: int) -> str:
    date: str = build_http_date(second)
    return date
