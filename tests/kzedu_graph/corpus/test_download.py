"""Fetching from a server of this machine that is slow, breaks off, asks to wait, redirects in a ring, and lies."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from carriers import ods_of, odt_of
from click.testing import CliRunner

from kzedu_graph.cli import main
from kzedu_graph.corpus.download import AGENT, Fetcher, Politeness
from kzedu_graph.corpus.manifest import Corpus
from kzedu_graph.corpus.partial_file import FORMS, Fetched, FetchError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of the old Office begins."""

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


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with Server() as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def fetcher(tmp_path: Path, slept: list[float]) -> Iterator[Fetcher]:
    with Fetcher(tmp_path / "parts", Politeness(pause=0.01), slept.append) as made:
        yield made


def whole(fetched: Fetched | None) -> bytes:
    assert fetched is not None
    return fetched.path.read_bytes()


@pytest.mark.parametrize(
    ("path", "media_type", "ending"),
    [("/a.csv", "text/plain", ".csv"), ("/list", "text/csv", ".csv"), ("/a.md", "text/plain", ".md"), ("/a", "text/plain", ".txt")],
)  # fmt: skip
def test_texts_are_told_apart_by_their_names(
    path: str, media_type: str, ending: str, server: Server, fetcher: Fetcher
) -> None:
    server.answers[path] = Answer(media_type=media_type)
    found = fetcher.fetch(server.address(path))
    assert found
    assert found.path.suffix == ending


def test_a_file_comes_with_its_marks_and_the_server_knows_who_asks(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a.txt"] = Answer(headers={"Last-Modified": "Mon, 05 May 2031 10:00:00 GMT"})
    found = fetcher.fetch(server.address("/a.txt"))
    assert whole(found) == BODY
    assert found
    assert (found.path.suffix, found.etag, found.last_modified) == (".txt", '"one"', "Mon, 05 May 2031 10:00:00 GMT")
    assert {headers["user-agent"] for _, headers in server.asked} == {AGENT}
    assert AGENT.startswith("kzedu-graph/")
    assert [file.name for file in fetcher.folder.iterdir()] == [found.path.name]


def test_what_has_not_changed_is_not_sent_again(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a.txt"] = Answer()
    assert fetcher.fetch(server.address("/a.txt"), etag='"one"') is None
    assert whole(fetcher.fetch(server.address("/a.txt"), etag='"older"')) == BODY
    fetcher.fetch(server.address("/a.txt"), last_modified="Mon, 05 May 2031 10:00:00 GMT")
    assert server.asked[-1][1]["if-modified-since"] == "Mon, 05 May 2031 10:00:00 GMT"


def test_a_download_that_breaks_off_is_gone_on_with(server: Server, fetcher: Fetcher) -> None:
    third = len(BODY) // 3 + 1
    server.answers["/a.txt"] = Answer(cut=third)
    assert whole(fetcher.fetch(server.address("/a.txt"))) == BODY
    asked = [headers.get("range") for path, headers in server.asked if path == "/a.txt"]
    assert asked == [None, f"bytes={third}-", f"bytes={2 * third}-"]


def test_another_run_goes_on_where_one_gave_up(server: Server, tmp_path: Path) -> None:
    server.answers["/a.txt"] = Answer(cut=len(BODY) // 2)
    once = Politeness(pause=0.0, attempts=1)
    with Fetcher(tmp_path, once) as first, pytest.raises(FetchError, match="tried 1 times"):
        first.fetch(server.address("/a.txt"))
    server.answers["/a.txt"].cut = None
    with Fetcher(tmp_path, once) as second:
        assert whole(second.fetch(server.address("/a.txt"))) == BODY
    assert server.asked[-1][1]["range"] == f"bytes={len(BODY) // 2}-"


def test_parts_of_two_versions_are_never_joined(server: Server, tmp_path: Path) -> None:
    server.answers["/a.txt"] = Answer(cut=100)
    once = Politeness(pause=0.0, attempts=1)
    with Fetcher(tmp_path, once) as first, pytest.raises(FetchError):
        first.fetch(server.address("/a.txt"))
    newer = BODY.replace("Открыть".encode(), "Закрыть".encode())
    server.answers["/a.txt"] = Answer(newer, etag='"two"')
    with Fetcher(tmp_path, once) as second:
        assert whole(second.fetch(server.address("/a.txt"))) == newer


@pytest.mark.parametrize(
    ("said", "waits"),
    [
        (lambda: "7", (7.0, 7.0)),
        (lambda: format_datetime(datetime.now(UTC) + timedelta(seconds=9), usegmt=True), (7.0, 9.1)),
        (lambda: "", (0.02, 0.02)),
        (lambda: "soon", (0.02, 0.02)),
    ],
    ids=["seconds", "a date", "nothing", "nonsense"],
)
def test_who_is_told_to_wait_waits(
    server: Server, fetcher: Fetcher, slept: list[float], said: Callable[[], str], waits: tuple[float, float]
) -> None:
    server.answers["/a.txt"] = Answer(headers={"Retry-After": said()}, failures=1)
    assert whole(fetcher.fetch(server.address("/a.txt"))) == BODY
    assert [wait for wait in slept if waits[0] <= wait <= waits[1]]


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_stays_busy_is_left_alone_after_longer_and_longer_waits(
    server: Server, fetcher: Fetcher, slept: list[float], status: int
) -> None:
    server.answers["/a.txt"] = Answer(status=status, failures=99)
    with pytest.raises(FetchError, match=f"answers {status}; tried 4 times"):
        fetcher.fetch(server.address("/a.txt"))
    waits = [wait for wait in slept if wait >= 0.02]
    assert waits == [0.02, 0.04, 0.08]
    assert all(later > earlier for earlier, later in pairwise(waits))


def test_a_wait_of_hours_is_refused(server: Server, fetcher: Fetcher) -> None:
    server.answers["/a.txt"] = Answer(headers={"Retry-After": "7200"}, failures=9)
    with pytest.raises(FetchError, match="come back in 7200 seconds"):
        fetcher.fetch(server.address("/a.txt"))
    assert len(server.paths()) == 1


def test_two_requests_to_a_host_stand_a_pause_apart(server: Server, tmp_path: Path) -> None:
    slept: list[float] = []
    for path in ("/a.txt", "/b.txt"):
        server.answers[path] = Answer()
    with Fetcher(tmp_path, Politeness(pause=5.0), slept.append) as fetcher:
        for path in ("/a.txt", "/b.txt"):
            fetcher.fetch(server.address(path))
    assert [round(wait) for wait in slept] == [5, 5]  # behind robots.txt, and behind the first file


def test_robots_txt_is_obeyed(server: Server, tmp_path: Path) -> None:
    rules = b"User-agent: *\nDisallow: /secret/\nCrawl-delay: 30\n\nUser-agent: other\nDisallow: /\n"
    server.answers |= {"/robots.txt": Answer(rules), "/secret/a.txt": Answer(), "/a.txt": Answer()}
    slept: list[float] = []
    with Fetcher(tmp_path, Politeness(pause=1.0), slept.append) as fetcher:
        with pytest.raises(FetchError, match=r"robots\.txt .* does not allow"):
            fetcher.fetch(server.address("/secret/a.txt"))
        assert server.paths() == []
        assert whole(fetcher.fetch(server.address("/a.txt"))) == BODY
    assert [round(wait) for wait in slept] == [30]
    assert [path for path, _ in server.asked].count("/robots.txt") == 1


def test_a_redirection_may_not_lead_around_robots_txt(server: Server, fetcher: Fetcher) -> None:
    server.answers |= {
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /secret/\n"),
        "/a.txt": Answer(b"", 302, {"Location": "/secret/a.txt"}),
        "/secret/a.txt": Answer(),
    }
    with pytest.raises(FetchError, match="does not allow"):
        fetcher.fetch(server.address("/a.txt"))
    assert server.paths() == ["/a.txt"]


def test_robots_txt_that_cannot_be_had_keeps_us_out(server: Server, fetcher: Fetcher) -> None:
    server.answers |= {"/robots.txt": Answer(b"", 503), "/a.txt": Answer()}
    with pytest.raises(FetchError, match=r"robots\.txt of .* answers 503"):
        fetcher.fetch(server.address("/a.txt"))
    assert server.paths() == []


def test_redirections_are_followed_but_not_in_a_ring(server: Server, fetcher: Fetcher) -> None:
    server.answers |= {
        "/old": Answer(b"", 301, {"Location": "/new.txt"}),
        "/new.txt": Answer(),
        "/ring": Answer(b"", 302, {"Location": "/ring"}),
    }
    assert whole(fetcher.fetch(server.address("/old"))) == BODY
    with pytest.raises(FetchError, match="redirects more than 5 times"):
        fetcher.fetch(server.address("/ring"))


@pytest.mark.parametrize("place", ["file:///etc/hosts", "ftp://127.0.0.1/a", "javascript:1", "plan.txt"])
def test_only_web_addresses_are_asked(server: Server, fetcher: Fetcher, place: str) -> None:
    with pytest.raises(FetchError, match="only addresses that begin with"):
        fetcher.fetch(place)
    server.answers["/a.txt"] = Answer(b"", 302, {"Location": place if ":" in place else "ftp://127.0.0.1/"})
    with pytest.raises(FetchError, match="only addresses that begin with"):
        fetcher.fetch(server.address("/a.txt"))


@pytest.mark.parametrize("says_so", [True, False])
def test_a_file_that_is_too_large_is_refused(
    server: Server, tmp_path: Path, says_so: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/a.txt"] = Answer()
    if not says_so:
        original = Handler.send_header
        monkeypatch.setattr(
            Handler, "send_header", lambda self, name, value: name != "Content-Length" and original(self, name, value)
        )
    with (
        Fetcher(tmp_path, Politeness(pause=0.0, largest=1000)) as fetcher,
        pytest.raises(FetchError, match="larger than 1000 bytes"),
    ):
        fetcher.fetch(server.address("/a.txt"))
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 1000


def test_a_server_that_says_nothing_is_not_waited_for(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers["/a.txt"] = Answer()
    hold = threading.Event()
    monkeypatch.setattr(Handler, "reply", lambda *_: hold.wait(5))
    try:
        with (
            Fetcher(tmp_path, Politeness(pause=0.0, silence=0.1, attempts=2)) as fetcher,
            pytest.raises(FetchError, match="tried 2 times"),
        ):
            fetcher.fetch(server.address("/a.txt"))
    finally:
        hold.set()


@pytest.mark.parametrize(
    ("path", "answer", "ending", "sentence"),
    [
        ("/plan.docx", Answer(b"<html>Not found</html>", media_type="text/html"), None, "sent a .html file instead of a .docx"),
        ("/77", Answer(b"<html>Busy</html>", media_type="text/html"), ".docx", "sent a .html file instead of a .docx"),
        ("/77", Answer(b"<html>Busy</html>", media_type=FORMS[".docx"]), ".docx", "sent something else instead of a .docx"),
        ("/77", Answer(b"\x89PNG\r\n", media_type="image/png"), None, "sent something else"),
        ("/77.txt", Answer(b"", 200), None, "sent something else"),
        ("/gone.txt", Answer(b"", 410), None, "answers 410 Gone"),
    ],
)  # fmt: skip
def test_what_is_not_the_file_is_refused(
    server: Server, fetcher: Fetcher, path: str, answer: Answer, ending: str | None, sentence: str
) -> None:
    server.answers[path] = answer
    with pytest.raises(FetchError, match=sentence):
        fetcher.fetch(server.address(path), ending=ending)
    assert list(fetcher.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("body", "media_type", "ending"),
    [
        (b"{\\rtf1 words}", "text/rtf", ".rtf"),
        (b"{\\rtf1 words}", "application/rtf", ".rtf"),
        (b"{\\rtf1 words}", "application/octet-stream", ".rtf"),
        (odt_of("<text:p>words.</text:p>"), "application/vnd.oasis.opendocument.text", ".odt"),
        (ods_of(""), "application/octet-stream", ".ods"),
        (OLE + "WordDocument".encode("utf-16-le"), "application/msword", ".doc"),
        (OLE + "Workbook".encode("utf-16-le"), "application/vnd.ms-excel", ".xls"),
    ],
)
def test_texts_of_word_processors_are_told_by_their_bytes(
    server: Server, fetcher: Fetcher, body: bytes, media_type: str, ending: str
) -> None:
    server.answers["/77"] = Answer(body, media_type=media_type)
    fetched = fetcher.fetch(server.address("/77"))
    assert fetched is not None
    assert fetched.path.suffix == ending


def fetch(folder: Path, *wanted: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["corpus", "fetch", *wanted, "--pause", "0", "--corpus", str(folder)])
    return done.exit_code, done.stdout, done.stderr


def test_the_command_keeps_a_corpus_up_to_date(server: Server, tmp_path: Path) -> None:
    server.answers["/77"] = Answer()
    address = server.address("/77")
    code, out, err = fetch(tmp_path, address)
    assert (code, out.splitlines()[0]) == (0, "added P3100000077.2031-05-05.ru.txt"), err
    assert fetch(tmp_path)[:2] == (0, "unchanged P3100000077.2031-05-05.ru.txt\n")
    server.answers["/77"] = Answer((ACT + "\n\nСноска. С изменениями от 01.02.2032 № 5.\n").encode(), etag='"two"')
    code, out, _ = fetch(tmp_path, "P3100000077")
    assert (code, out.splitlines()[0]) == (0, "added P3100000077.2032-02-01.ru.txt")
    assert sorted(one.file for one in Corpus(tmp_path)) == [
        "P3100000077.2031-05-05.ru.txt",
        "P3100000077.2032-02-01.ru.txt",
    ]
    assert list((tmp_path / ".fetching").iterdir()) == []


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"spoilt")], ids=["missing", "changed"])
def test_a_file_that_is_lost_or_spoilt_is_fetched_again(
    server: Server, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    server.answers["/77"] = Answer()
    fetch(tmp_path, server.address("/77"))
    file = tmp_path / "P3100000077.2031-05-05.ru.txt"
    damage(file)
    assert fetch(tmp_path)[0] == 0
    assert file.read_bytes() == BODY


def test_the_old_file_stays_where_the_new_one_is_no_act(server: Server, tmp_path: Path) -> None:
    server.answers |= {"/77": Answer(), "/78": Answer(ACT.replace("№ 77", "№ 78").encode())}
    assert fetch(tmp_path, server.address("/77"), server.address("/78"))[0] == 0
    before = (tmp_path / "corpus.toml").read_bytes()
    server.answers["/77"] = Answer("Сервис недоступен.".encode(), etag='"error"')
    code, out, err = fetch(tmp_path)
    assert (code, out) == (1, "unchanged P3100000078.2031-05-05.ru.txt\n")
    assert "does not say what act it is" in err
    assert "1 of 2 documents are as their addresses give them" in err
    assert (tmp_path / "corpus.toml").read_bytes() == before
    assert (tmp_path / "P3100000077.2031-05-05.ru.txt").read_bytes() == BODY


def test_a_word_document_is_fetched_as_one(server: Server, tmp_path: Path) -> None:
    word, stream = docx.Document(), io.BytesIO()
    for line in ACT.splitlines():
        word.add_paragraph(line)
    word.save(stream)
    server.answers["/file?id=77"] = Answer(stream.getvalue(), media_type="application/octet-stream")
    code, out, err = fetch(tmp_path, server.address("/file?id=77"))
    assert (code, out.splitlines()[0]) == (0, "added P3100000077.2031-05-05.ru.docx"), err


def test_a_name_without_an_address_is_told(tmp_path: Path) -> None:
    assert fetch(tmp_path, "plan")[0] == 2
    assert fetch(tmp_path)[0] == 2
