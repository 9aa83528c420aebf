"""A server of this machine that answers as it is told: late, in parts, with faults; it remembers who asked for what."""

from __future__ import annotations

from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from kzedu_graph.corpus.partial_file import Fetched

ACT = (
    "О залах\nПостановление Правительства Республики Казахстан от 5 мая 2031 года № 77.\n\n1. Открыть залы.\n"
    + "Текст. " * 500
)
BODY = ACT.encode()


@dataclass
class Answer:
    """What a path gives; `cut` bytes are sent of each answer, and the connection is closed."""

    body: bytes = BODY
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    media_type: str = "text/plain"
    etag: str = '"one"'
    cut: int | None = None
    failures: int = 0
    ranges: bool = True


class Server(ThreadingHTTPServer):
    """A server of answers by path; `asked` is every request: path and headers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no event."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
        answer = self.server.answers.get(self.path, Answer(b"", 404))
        if answer.failures:
            answer.failures -= 1
            self.reply(429 if answer.status == 200 else answer.status, b"", answer.headers)
            return
        headers = {"Content-Type": answer.media_type, **answer.headers}
        if answer.etag:
            headers["ETag"] = answer.etag
        if answer.status == 200 and answer.etag and self.headers.get("If-None-Match") == answer.etag:
            self.reply(304, b"", headers)
            return
        wanted = self.headers.get("Range")
        if wanted and answer.ranges and self.headers.get("If-Range") == answer.etag:
            start = int(wanted.removeprefix("bytes=").removesuffix("-"))
            headers["Content-Range"] = f"bytes {start}-{len(answer.body) - 1}/{len(answer.body)}"
            self.reply(206, answer.body[start:], headers, answer.cut)
            return
        self.reply(answer.status, answer.body, headers, answer.cut)

    def reply(self, status: int, body: bytes, headers: dict[str, str], cut: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if cut is None else body[:cut])
        self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Tests read `asked`."""


def whole(fetched: Fetched | None) -> bytes:
    """What was fetched, as it lies on the disk."""
    assert fetched is not None
    return fetched.path.read_bytes()
