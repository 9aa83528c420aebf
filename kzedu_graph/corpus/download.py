"""Downloads documents from official addresses, politely: what robots.txt allows, one connection a host, with pauses.

A download that breaks off is kept and gone on with (Range, If-Range); what has not changed is not sent again
(If-None-Match, If-Modified-Since); who is told to wait waits (Retry-After), and gives up in one sentence.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from pathlib import Path
from urllib.robotparser import RobotFileParser

import httpx

from kzedu_graph.corpus.partial_file import BrokenOff, Fetched, FetchError, PartialFile

AGENT = f"kzedu-graph/{version('kzedu-graph')}"
"""Who asks; robots.txt may name it as `kzedu-graph`."""
TRY_LATER = frozenset((429, 500, 502, 503, 504))
NOT_ON_THE_WEB = "only addresses that begin with https:// or http:// are fetched"
MOST_REDIRECTS = 5
CONNECTIONS = 2
"""How often a host is tried that cannot be connected to at all."""
LARGEST_ROBOTS = 512 * 1024
"""Bytes of robots.txt that are read."""


class UnreachableError(FetchError):
    """There is no way to the server from here: no internet, no such host, or nobody listens."""


@dataclass(frozen=True, slots=True)
class Politeness:
    """How servers are asked: seconds between two requests to one host, seconds that an answer may be silent and a
    download may take, the longest wait (seconds) that a server may ask for, how often one file is tried, and the
    largest file (bytes).
    """

    pause: float = 2.0
    silence: float = 30.0
    longest: float = 900.0
    longest_wait: float = 120.0
    attempts: int = 4
    largest: int = 256 * 1024 * 1024


@dataclass(slots=True)
class Fetcher:
    """Asks servers; `folder` keeps what has been downloaded so far."""

    folder: Path
    politeness: Politeness = field(default_factory=Politeness)
    sleep: Callable[[float], None] = time.sleep
    _client: httpx.Client = field(init=False)
    _asked: dict[str, float] = field(init=False, default_factory=dict)
    _robots: dict[str, RobotFileParser] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._client = httpx.Client(
            headers={"User-Agent": AGENT, "Accept-Encoding": "identity"},
            timeout=self.politeness.silence,
            limits=httpx.Limits(max_connections=1),
        )

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def fetch(
        self, address: str, *, etag: str | None = None, last_modified: str | None = None, ending: str | None = None
    ) -> Fetched | None:
        """The file at an address, None where it is still the one that the marks belong to.

        `ending` is the kind of file that is expected (".docx"), where one is. Raises FetchError.
        """
        start = _url_of(address)
        part = PartialFile(self.folder, address)
        for attempt in range(1, self.politeness.attempts + 1):
            try:
                answer = self._download(start, part, etag, last_modified)
            except (BrokenOff, httpx.TransportError) as error:
                self._wait(address, attempt, error)
            except httpx.InvalidURL as error:
                raise FetchError(f"{address}: redirects where {NOT_ON_THE_WEB} ({error}).") from error
            else:
                return part.finish(address, ending) if answer else None
        raise AssertionError("the last attempt returns or raises")

    def _wait(self, address: str, attempt: int, error: BrokenOff | httpx.TransportError) -> None:
        """Waits as long as the server asks, else twice as long as before; raises FetchError where that is too often
        or too long.
        """
        why = str(error) or "the connection broke off"
        if isinstance(error, httpx.ConnectError | httpx.ProxyError) and attempt == CONNECTIONS:
            raise UnreachableError(f"{address}: {why}; tried {attempt} times.") from error
        if attempt == self.politeness.attempts:
            raise FetchError(f"{address}: {why}; tried {attempt} times.") from error
        asked = error.wait if isinstance(error, BrokenOff) else None
        wait = self.politeness.pause * 2**attempt if asked is None else asked
        if wait > self.politeness.longest_wait:
            raise FetchError(f"{address}: {why}; the server asks to come back in {wait:.0f} seconds.") from error
        self.sleep(wait)

    def _download(self, address: httpx.URL, part: PartialFile, etag: str | None, last_modified: str | None) -> bool:
        """The rest of a file into its part; False where the file has not changed."""
        headers = part.conditions()
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": last_modified} if last_modified and not etag else {}
        with self._asking(address, headers) as answer:
            if answer.status_code == httpx.codes.NOT_MODIFIED:
                return False
            if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE and part.size:
                part.forget()
                raise BrokenOff("what was downloaded before does not fit the file any more", 0.0)
            if answer.status_code not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
                raise FetchError(f"{address}: the server answers {answer.status_code} {answer.reason_phrase}.")
            self._save(address, answer, part)
        return True

    def _save(self, address: httpx.URL, answer: httpx.Response, part: PartialFile) -> None:
        part.begin(answer)
        limit, until = self.politeness.largest, time.monotonic() + self.politeness.longest
        length = answer.headers.get("Content-Length", "")
        if length.isdigit() and part.size + int(length) > limit:
            raise FetchError(f"{address}: the file is larger than {limit} bytes.")
        with part.path.open("ab") as out:
            for piece in answer.iter_raw():
                out.write(piece)
                if out.tell() > limit:
                    part.forget()
                    raise FetchError(f"{address}: the file is larger than {limit} bytes.")
                if time.monotonic() > until:
                    raise FetchError(
                        f"{address}: the download takes longer than {self.politeness.longest:.0f} seconds."
                    )

    @contextmanager
    def _asking(self, address: httpx.URL, headers: dict[str, str]) -> Iterator[httpx.Response]:
        """The answer to a request, redirections followed; raises FetchError where robots.txt or a redirection forbids
        it, BrokenOff where the server asks to come back.
        """
        at = address
        for _ in range(MOST_REDIRECTS + 1):
            self._check_robots(at)
            self._take_turn(at)
            with self._client.stream("GET", at, headers=headers) as answer:
                if answer.status_code in TRY_LATER:
                    raise BrokenOff(f"the server answers {answer.status_code}", _retry_after(answer))
                if not answer.has_redirect_location:
                    yield answer
                    return
                at = _url_of(answer.headers["Location"], at)
        raise FetchError(f"{address}: the server redirects more than {MOST_REDIRECTS} times.")

    def _take_turn(self, at: httpx.URL) -> None:
        """Waits until the host may be asked again."""
        robots = self._robots.get(_origin(at))
        wanted = robots.crawl_delay(AGENT) if robots else None
        pause = max(self.politeness.pause, float(wanted or 0))
        if at.host in self._asked:
            left = self._asked[at.host] + pause - time.monotonic()
            if left > 0:
                self.sleep(left)
        self._asked[at.host] = time.monotonic()

    def _check_robots(self, at: httpx.URL) -> None:
        """Raises FetchError where the host's robots.txt keeps us out, or cannot be had (RFC 9309, 2.3.1.4)."""
        origin = _origin(at)
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        if not self._robots[origin].can_fetch(AGENT, str(at)):
            raise FetchError(f"{at}: robots.txt of {origin} does not allow it.")

    def _read_robots(self, origin: str) -> RobotFileParser:
        rules = RobotFileParser()
        at = httpx.URL(f"{origin}/robots.txt")
        for _ in range(MOST_REDIRECTS + 1):
            self._take_turn(at)
            with self._client.stream("GET", at) as answer:
                if answer.has_redirect_location:
                    at = _url_of(answer.headers["Location"], at)
                elif answer.is_server_error or answer.status_code == httpx.codes.TOO_MANY_REQUESTS:
                    raise BrokenOff(f"robots.txt of {origin} answers {answer.status_code}", _retry_after(answer))
                elif answer.is_success:
                    rules.parse(_beginning(answer, LARGEST_ROBOTS).decode("utf-8", "replace").splitlines())
                    return rules
                else:
                    break
        rules.parse([])
        return rules


def _url_of(address: str, seen_at: httpx.URL | None = None) -> httpx.URL:
    """An address as it stands, or as a redirection from another place gives it; raises FetchError where it is not on
    the web.
    """
    try:
        found = seen_at.join(address) if seen_at else httpx.URL(address)
    except httpx.InvalidURL as error:
        raise FetchError(f"{address}: {NOT_ON_THE_WEB} ({error}).") from error
    if found.scheme not in ("http", "https") or not found.host:
        raise FetchError(f"{found}: {NOT_ON_THE_WEB}.")
    return found


def _origin(at: httpx.URL) -> str:
    return f"{at.scheme}://{at.netloc.decode('ascii')}"


def _beginning(answer: httpx.Response, size: int) -> bytes:
    found = b""
    for piece in answer.iter_bytes():
        found += piece
        if len(found) >= size:
            break
    return found[:size]


def _retry_after(answer: httpx.Response) -> float | None:
    """Seconds that a server asks to wait, None where it does not say: "120", "Fri, 31 Dec 2031 23:59:59 GMT"."""
    said = answer.headers.get("Retry-After", "").strip()
    if said.isdigit():
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
