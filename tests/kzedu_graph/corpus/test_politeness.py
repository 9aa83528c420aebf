"""How servers are asked: waits that they wish, pauses, robots.txt, redirections, web addresses alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest
from answering_server import BODY, Answer, Server, whole

from kzedu_graph.corpus.download import Fetcher, Politeness
from kzedu_graph.corpus.partial_file import FetchError


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
