"""Downloads documents from official addresses, politely: what robots.txt allows, one connection a host, with pauses.

A download that breaks off is kept and gone on with (Range, If-Range); what has not changed is not sent again
(If-None-Match, If-Modified-Since); who is told to wait waits (Retry-After), and gives up in one sentence.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from kzedu_graph.model.errors import KzeduError

AGENT = f"kzedu-graph/{version('kzedu-graph')}"
"""Who asks; robots.txt may name it as `kzedu-graph`."""
FORMS = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".html": "text/html",
    ".md": "text/markdown",
    ".txt": "text/plain",
}
"""The ending that a file gets, and the media type that a server calls it by."""
NOT_SAID = frozenset(("", "application/octet-stream", "binary/octet-stream", "application/x-download"))
"""Media types that say nothing of a file."""
TRY_LATER = frozenset((429, 500, 502, 503, 504))
NOT_ON_THE_WEB = "only addresses that begin with https:// or http:// are fetched"
MOST_REDIRECTS = 5
CONNECTIONS = 2
"""How often a host is tried that cannot be connected to at all."""
LARGEST_ROBOTS = 512 * 1024
"""Bytes of robots.txt that are read."""


class FetchError(KzeduError):
    """A document could not be fetched; the message is one clear sentence."""


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


@dataclass(frozen=True, slots=True)
class Fetched:
    """A whole file and what the server says of it."""

    path: Path
    etag: str | None
    last_modified: str | None


class _BrokenOff(Exception):
    """An answer that ended too early, or a server that asks to come back; `wait` is in seconds."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


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
        part = _PartialFile(self.folder, address)
        for attempt in range(1, self.politeness.attempts + 1):
            try:
                answer = self._download(start, part, etag, last_modified)
            except (_BrokenOff, httpx.TransportError) as error:
                self._wait(address, attempt, error)
            except httpx.InvalidURL as error:
                raise FetchError(f"{address}: redirects where {NOT_ON_THE_WEB} ({error}).") from error
            else:
                return part.finish(address, ending) if answer else None
        raise AssertionError("the last attempt returns or raises")

    def _wait(self, address: str, attempt: int, error: _BrokenOff | httpx.TransportError) -> None:
        """Waits as long as the server asks, else twice as long as before; raises FetchError where that is too often
        or too long.
        """
        why = str(error) or "the connection broke off"
        if isinstance(error, httpx.ConnectError | httpx.ProxyError) and attempt == CONNECTIONS:
            raise UnreachableError(f"{address}: {why}; tried {attempt} times.") from error
        if attempt == self.politeness.attempts:
            raise FetchError(f"{address}: {why}; tried {attempt} times.") from error
        asked = error.wait if isinstance(error, _BrokenOff) else None
        wait = self.politeness.pause * 2**attempt if asked is None else asked
        if wait > self.politeness.longest_wait:
            raise FetchError(f"{address}: {why}; the server asks to come back in {wait:.0f} seconds.") from error
        self.sleep(wait)

    def _download(self, address: httpx.URL, part: _PartialFile, etag: str | None, last_modified: str | None) -> bool:
        """The rest of a file into its part; False where the file has not changed."""
        headers = part.conditions()
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": last_modified} if last_modified and not etag else {}
        with self._asking(address, headers) as answer:
            if answer.status_code == httpx.codes.NOT_MODIFIED:
                return False
            if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE and part.size:
                part.forget()
                raise _BrokenOff("what was downloaded before does not fit the file any more", 0.0)
            if answer.status_code not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
                raise FetchError(f"{address}: the server answers {answer.status_code} {answer.reason_phrase}.")
            self._save(address, answer, part)
        return True

    def _save(self, address: httpx.URL, answer: httpx.Response, part: _PartialFile) -> None:
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
        it, _BrokenOff where the server asks to come back.
        """
        at = address
        for _ in range(MOST_REDIRECTS + 1):
            self._check_robots(at)
            self._take_turn(at)
            with self._client.stream("GET", at, headers=headers) as answer:
                if answer.status_code in TRY_LATER:
                    raise _BrokenOff(f"the server answers {answer.status_code}", _retry_after(answer))
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
                    raise _BrokenOff(f"robots.txt of {origin} answers {answer.status_code}", _retry_after(answer))
                elif answer.is_success:
                    rules.parse(_beginning(answer, LARGEST_ROBOTS).decode("utf-8", "replace").splitlines())
                    return rules
                else:
                    break
        rules.parse([])
        return rules


class _PartialFile:
    """What has been downloaded of an address, and the marks of the file that it is a part of."""

    def __init__(self, folder: Path, address: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        name = sha256(address.encode()).hexdigest()[:16]
        self.path, self._marks = folder / f"{name}.part", folder / f"{name}.json"

    @property
    def size(self) -> int:
        """Bytes that are there."""
        return self.path.stat().st_size if self.path.exists() else 0

    def conditions(self) -> dict[str, str]:
        """What asks for the rest, where the file can be told from another one."""
        marks = self._read()
        same = marks.get("etag") if not marks.get("etag", "").startswith("W/") else None
        same = same or marks.get("last_modified")
        if not (self.size and same):
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": same}

    def begin(self, answer: httpx.Response) -> None:
        """Makes room for what an answer brings: behind what is there, or instead of it."""
        goes_on = answer.status_code == httpx.codes.PARTIAL_CONTENT
        if goes_on and not answer.headers.get("Content-Range", "").startswith(f"bytes {self.size}-"):
            self.forget()
            raise _BrokenOff("the server sent another part than was asked for", 0.0)
        if goes_on:
            return
        self.forget()
        said = {
            "etag": answer.headers.get("ETag", ""),
            "last_modified": answer.headers.get("Last-Modified", ""),
            "media_type": answer.headers.get("Content-Type", "").partition(";")[0].strip().casefold(),
        }
        self._marks.write_text(json.dumps(said), "utf-8")

    def forget(self) -> None:
        """What is there is of no use."""
        self.path.unlink(missing_ok=True)
        self._marks.unlink(missing_ok=True)

    def finish(self, address: str, ending: str | None) -> Fetched:
        """The whole file under a name that ends as what it is; raises FetchError where it is something else than was
        expected.
        """
        marks = self._read()
        found = _form_of(self.path, marks.get("media_type", ""), address)
        said = ending or Path(urlsplit(address).path).suffix.casefold()
        if found is None or (said in FORMS and found != said):
            self.forget()
            raise FetchError(f"{address}: the server sent {_called(found)} instead of {_called(said)}.")
        whole = self.path.with_suffix(found)
        self.path.replace(whole)
        self._marks.unlink(missing_ok=True)
        return Fetched(whole, marks.get("etag") or None, marks.get("last_modified") or None)

    def _read(self) -> dict[str, str]:
        try:
            found: dict[str, str] = json.loads(self._marks.read_text("utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return {}
        return found


def _form_of(path: Path, media_type: str, address: str) -> str | None:
    """What a file is by its first bytes, as its ending; None where it is empty or the server calls it otherwise."""
    with path.open("rb") as opened:
        head = opened.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n")
    said = next((ending for ending, name in FORMS.items() if name == media_type), None)
    if head.startswith(b"PK\x03\x04"):
        found = ".docx"
    elif head.startswith(b"%PDF-"):
        found = ".pdf"
    elif head.startswith(b"<"):
        found = ".html"
    elif head:
        found = ".md" if urlsplit(address).path.casefold().endswith(".md") else ".txt"
    else:
        return None
    if said and said != found and {said, found} - {".txt", ".md", ".html"}:
        return None
    return found if said or media_type in NOT_SAID or found == ".html" else None


def _called(ending: str | None) -> str:
    return f"a {ending} file" if ending else "something else"


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
