"""A store behind an address: any server that speaks SPARQL 1.1 Query and, to be written, the Graph Store Protocol.

https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import time
from collections.abc import Collection, Generator, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urlsplit
from uuid import uuid4

import httpx
from rdflib.namespace import RDF

from kzedu_graph.store.builds import Builds, local_folder
from kzedu_graph.store.dataset import JSON, Store, whole
from kzedu_graph.store.engine.answers import Answer, Limits, Overloaded, QueryError, QueryTimeout, Request, StoreError
from kzedu_graph.store.engine.media_types import CUT_HEADER, RESULTS
from kzedu_graph.store.engine.query_text import bind
from kzedu_graph.store.engine.truncation import cut_table
from kzedu_graph.store.statement_lines import Quad, quad_lines
from kzedu_graph.vocabulary.places import BASE

_KEPT_SECONDS = 30.0
_SENT_AT_ONCE = 5_000
"""Triples."""
_HELD = 100_000
"""Triples of all graphs that wait here to be sent, at most."""
_COMING = f"{BASE}graph/coming/"
"""Before the name of a graph that is sent, until it takes the place of the one in service."""
_MARK = f"{BASE}graph/mark"
"""The graph that says which writing of the dataset is in service, or that another is being put there."""
_CHANGING = "changing"
_LOOK_SECONDS = 0.2
_STRING = "^^<http://www.w3.org/2001/XMLSchema#string>"
_PLACE = re.compile(r"(?:line|at) (\d+)(?:, column |:)(\d+)", re.IGNORECASE)
_LONGEST_REFUSAL = 2_000
_BAD_REQUEST, _UNAUTHORIZED, _NOT_FOUND, _TIMEOUTS = 400, 401, 404, (408, 503, 504)


class NotFound(StoreError):
    """The server knows no such graph, or no such address."""


class RemoteStore(Store):
    """A SPARQL 1.1 server.

    To be written it needs two addresses more: `KZEDU_GRAPH_STORE` for the Graph Store Protocol and `KZEDU_UPDATE` for
    updates, else `/store` and `/update` beside the query address. Who may write is told by
    `KZEDU_STORE_USER` and `KZEDU_STORE_PASSWORD`, sent when the server asks for them (Basic or Digest).
    """

    tables = JSON  # servers differ in how they write terms in TSV
    lateral = False

    def __init__(self, address: str, limits: Limits | None = None) -> None:
        super().__init__(limits)
        if urlsplit(address).username:
            raise StoreError(
                "no name and password in the address, please: set KZEDU_STORE_USER and KZEDU_STORE_PASSWORD"
            )
        self.address = address
        beside = re.sub(r"(query|sparql)/?$", "", address).rstrip("/")
        self.graph_store = os.environ.get("KZEDU_GRAPH_STORE") or f"{beside}/store"
        self.update = os.environ.get("KZEDU_UPDATE") or f"{beside}/update"
        self._sizes: tuple[float, dict[str, int]] | None = None
        self._seen: str | None = None
        user, password = os.environ.get("KZEDU_STORE_USER"), os.environ.get("KZEDU_STORE_PASSWORD", "")
        self._client = httpx.Client(auth=_AuthWhenAsked(user, password) if user else None)

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    @property
    def version(self) -> str:
        """A digest of the graphs' names and sizes and of our mark: the protocol knows no version."""
        told = json.dumps([self._seen, self.graphs()], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def graphs(self) -> dict[str, int]:
        """The named graphs and their sizes, asked for at most twice a minute."""
        if self._sizes is None or time.monotonic() - self._sizes[0] > _KEPT_SECONDS:
            if self._seen is None:
                self._seen = self._settled(time.monotonic() + self.limits.wait)
            sizes = {name: size for name, size in self._all_graphs().items() if name != _MARK}
            served = {name: size for name, size in sizes.items() if not name.startswith(_COMING)}
            self._sizes = (time.monotonic(), served)
        return self._sizes[1]

    def _all_graphs(self) -> dict[str, int]:
        """Every graph of the server and its size, also those that are not in service."""
        text = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
        rows = json.loads(self._post(text, JSON, [], self.limits).body)["results"]["bindings"]
        return {row["g"]["value"]: int(row["n"]["value"]) for row in rows if "g" in row}

    def _mark(self) -> str:
        """What the mark says now; empty where the dataset was not written by us."""
        text = f"SELECT ?mark WHERE {{ GRAPH <{_MARK}> {{ ?s ?p ?mark }} }}"
        rows = json.loads(self._post(text, JSON, [], self.limits).body)["results"]["bindings"]
        return " ".join(sorted(row["mark"]["value"] for row in rows))

    def _settled(self, until: float) -> str:
        """The mark of a dataset that is whole; raises `Overloaded` where graphs still change places at `until`."""
        while _CHANGING in (mark := self._mark()):
            if time.monotonic() > until:
                raise Overloaded("another build is being put into service: try again in a moment")
            time.sleep(_LOOK_SECONDS)
        return mark

    def texts_folder(self) -> Path | None:
        """The local folder of the newest build, where this machine keeps one."""
        try:
            return Builds(local_folder()).served().folder
        except StoreError:
            return None

    def nquads(self) -> bytes:
        """The whole dataset, asked for graph by graph."""
        lines: list[str] = []
        for graph in sorted(self.graphs()):
            fields = [("default-graph-uri", graph)]
            text = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
            answer = whole(self._post(text, "application/n-triples", fields, self.own_limits()))
            triples = filter(None, map(str.strip, answer.body.decode().split("\n")))
            lines += [f"{triple.removesuffix('.').rstrip()} <{graph}> .\n" for triple in triples]
        return "".join(sorted(lines)).encode()

    def write(self, quads: Iterable[Quad], *, created: datetime | None = None) -> None:  # noqa: ARG002
        """Replace the whole dataset by the quads; see `write_lines`."""
        self.write_lines(quad_lines(quads))

    def write_lines(self, quads: Iterable[str]) -> None:
        """Replace the whole dataset; whoever dies before the last request leaves the old one in service.

        `quads` are lines of N-Quads, each once. They go to graphs beside those in service, in parts, for servers bound
        what they take at once; then one update puts all of them in their places, which the server does alone. One
        that has no transactions says meanwhile, by the mark, that its graphs belong to two builds.
        """
        self._introduce()
        for graph in self._all_graphs():
            if graph.startswith(_COMING):  # left by a build that died
                self._send("DELETE", graph, None)
        begun: set[str] = set()
        for graph, triples in _by_graph(quads):
            self._send("POST" if graph in begun else "PUT", f"{_COMING}{graph}", "".join(triples).encode())
            begun.add(graph)
        self._put_in_place(begun)

    def _put_in_place(self, graphs: Collection[str]) -> None:
        """Let the graphs that were sent take the places of those in service; raises `StoreError` where one is lost."""
        there = self._all_graphs()
        lost = [graph for graph in graphs if f"{_COMING}{graph}" not in there]
        if lost:
            raise StoreError(f"{self.address} took the graph <{lost[0]}> and does not have it: build again")
        gone = [graph for graph in there if not graph.startswith(_COMING) and graph not in graphs and graph != _MARK]
        say = f"INSERT DATA {{ GRAPH <{_MARK}> {{ <{_MARK}> <{RDF.value}> "
        steps = [
            f'{say}"{_CHANGING}" }} }}',
            *(f"MOVE SILENT GRAPH <{_COMING}{graph}> TO GRAPH <{graph}>" for graph in sorted(graphs)),
            *(f"DROP SILENT GRAPH <{graph}>" for graph in sorted(gone)),
            f"DROP SILENT GRAPH <{_MARK}>",
            f'{say}"{uuid4()}" }} }}',
        ]
        data = " ;\n".join(steps).encode()
        request = self._client.build_request(
            "POST", self.update, content=data, headers={"Content-Type": "application/sparql-update"}
        )
        self._open(request, self.limits.start)
        self._sizes = self._seen = None

    def _introduce(self) -> None:
        """Meet the server's challenge with a request that has no body."""
        try:
            self._send("DELETE", f"{BASE}graph/nothing", None)
        except NotFound:
            return

    def _send(self, method: str, graph: str, data: bytes | None) -> None:
        address = f"{self.graph_store}?graph={quote(graph, safe='')}"
        request = self._client.build_request(
            method, address, content=data, headers={"Content-Type": "application/n-triples"}
        )
        self._open(request, self.limits.start)

    def _answer(self, request: Request, limits: Limits) -> Answer:
        """Ask until the mark is the same before and behind, so that no answer is drawn from two builds."""
        until = time.monotonic() + limits.wait
        while True:
            seen = self._seen
            if seen is None:
                seen = self._seen = self._settled(until)
            answer = self._asked(request, limits)
            if self._mark() == seen:
                return answer
            self._sizes = self._seen = None

    def _asked(self, request: Request, limits: Limits) -> Answer:
        known = self.graphs()  # naming one graph of the dataset means naming all of them
        named = known if request.named_graphs is None else request.named_graphs
        fields = [("default-graph-uri", graph) for graph in request.default_graphs if graph in known]
        fields += [("named-graph-uri", graph) for graph in named]
        return self._post(bind(request.text, request.params), request.media_type, fields, limits)

    def _post(self, text: str, media_type: str, fields: list[tuple[str, str]], limits: Limits) -> Answer:
        form: dict[str, list[str]] = {}
        for name, value in [("query", text), *fields]:
            form.setdefault(name, []).append(value)
        request = self._client.build_request("POST", self.address, data=form, headers={"Accept": media_type})
        body, cut = self._open(request, limits.seconds, limits.bytes)
        rows = limits.rows if media_type in RESULTS.values() else 0
        answer = cut_table(media_type, body, rows, limits.bytes)
        return replace(answer, cut=answer.cut or cut)

    def _open(self, request: httpx.Request, seconds: float, size: int = 1 << 20) -> tuple[bytes, str]:
        """The body of a successful answer, at most one byte more than `size`; the limit at which its server cut it."""
        until = time.monotonic() + seconds
        request.extensions["timeout"] = httpx.Timeout(seconds).as_dict()
        try:
            response = self._client.send(request, stream=True)
            with contextlib.closing(response):
                if not response.is_success:
                    raise self._refusal(response, until)
                parts, left = [], size + 1
                for part in response.iter_bytes():
                    parts.append(part[:left])
                    left -= len(part)
                    if left <= 0:
                        break
                    if time.monotonic() > until:
                        raise QueryTimeout(f"{self.address} was still answering after {seconds:g} s")
                return b"".join(parts), response.headers.get(CUT_HEADER, "")
        except httpx.TimeoutException as error:
            raise QueryTimeout(f"{self.address} did not answer within {seconds:g} s") from error
        except httpx.ConnectError as error:
            raise StoreError(f"{self.address} is out of reach: {error}") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise StoreError(f"{self.address} broke off its answer: {error}") from error

    def _refusal(self, response: httpx.Response, until: float) -> StoreError:
        """What a server's refusal means, with the first 2,000 bytes of its own words."""
        said = b""
        for part in response.iter_bytes():
            said += part
            if len(said) >= _LONGEST_REFUSAL or time.monotonic() > until:
                break
        words = said[:_LONGEST_REFUSAL].decode(errors="replace").strip()
        if response.status_code == _BAD_REQUEST:
            return _query_error(words)
        if response.status_code in _TIMEOUTS:
            return QueryTimeout(f"{self.address} gave up ({response.status_code}): {words}")
        kind = NotFound if response.status_code == _NOT_FOUND else StoreError
        return kind(f"{response.url} answered {response.status_code} {response.reason_phrase}: {words}")


def _by_graph(quads: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Pieces of graphs as N-Triples, none large; of all that wait for company the longest goes when many do."""
    waiting: dict[str, list[str]] = {}
    held = 0
    for line in quads:
        triple, graph = line[:-3].rsplit(" <", 1)
        piece = waiting.setdefault(graph[:-1], [])
        piece.append(_plain(triple))
        held += 1
        if len(piece) >= _SENT_AT_ONCE or held > _HELD:
            longest = max(waiting, key=lambda graph: len(waiting[graph]))
            piece = waiting.pop(longest)
            held -= len(piece)
            yield longest, piece
    yield from sorted(waiting.items())


def _plain(triple: str) -> str:
    """A line of N-Triples whose string carries no datatype: RDF 1.1 knows one kind of string, older servers two."""
    return f"{triple.removesuffix(_STRING)} .\n"


class _AuthWhenAsked(httpx.Auth):
    """Digest (RFC 7616) or Basic (RFC 7617), whichever the server asks for, and in advance once it has asked.

    A server that refuses a request hangs up before it has read a large body, so the body must not come unasked.
    """

    def __init__(self, user: str, password: str) -> None:
        self._digest = httpx.DigestAuth(user, password)
        self._basic = httpx.BasicAuth(user, password)
        self._wants_basic = False

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send as the last challenge wanted it, and once more where a new challenge comes."""
        if self._wants_basic:
            yield from self._basic.auth_flow(request)
            return
        flow = self._digest.auth_flow(request)
        response = yield next(flow)
        asked = [line.partition(" ")[0].lower() for line in response.headers.get_list("WWW-Authenticate")]
        if response.status_code == _UNAUTHORIZED and "basic" in asked and "digest" not in asked:
            self._wants_basic = True
            yield from self._basic.auth_flow(request)
            return
        with contextlib.suppress(StopIteration):
            yield flow.send(response)


def _query_error(said: str) -> QueryError:
    """What a server says of a query, with line and column where it names them: a problem document, or plain words."""
    if said.startswith("{"):
        try:
            problem = json.loads(said)
        except ValueError:
            return QueryError(said)
        words = problem.get("engine", problem.get("detail", said))
        return QueryError(str(words), problem.get("line"), problem.get("column"))
    place = _PLACE.search(said)
    return QueryError(said, int(place[1]), int(place[2])) if place else QueryError(said)
