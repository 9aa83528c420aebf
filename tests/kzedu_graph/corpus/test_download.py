"""Fetching a file: what has not changed, breaks off, is too large, says nothing or is another file than was asked for."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from answering_server import BODY, Answer, Handler, Server, whole
from carriers import ods_of, odt_of

from kzedu_graph.corpus.download import AGENT, Fetcher, Politeness
from kzedu_graph.corpus.partial_file import FORMS, FetchError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of the old Office begins."""


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
