"""A store behind an address: any server that speaks SPARQL 1.1 Query and, to be written, the Graph Store Protocol.

https://www.w3.org/TR/sparql11-protocol/ and https://www.w3.org/TR/sparql11-http-rdf-update/.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import re
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import Request as HttpRequest
from urllib.request import urlopen

from kzedu_graph.answers import (
    Answer,
    Limits,
    QueryError,
    QueryTimeout,
    QueryTooLarge,
    Request,
    StoreError,
)
from kzedu_graph.media import CUT_HEADER, RESULTS, cut_rows
from kzedu_graph.query_text import bind
from kzedu_graph.snapshots import Quad, quad_lines
from kzedu_graph.store import JSON, Store, whole

_KEPT_SECONDS = 30.0
_PLACE = re.compile(r"(?:line|at) (\d+)(?:, column |:)(\d+)", re.IGNORECASE)
_BAD_REQUEST, _TIMEOUTS = 400, (408, 503, 504)


class RemoteStore(Store):
    """A SPARQL 1.1 server; `graph_store` is the address of its Graph Store Protocol (needed for `write` only)."""

    def __init__(self, address: str, limits: Limits | None = None, graph_store: str | None = None) -> None:
        super().__init__(limits)
        self.address = address
        self.graph_store = graph_store or re.sub(r"(query|sparql)/?$", "", address).rstrip("/") + "/store"
        self._sizes: tuple[float, dict[str, int]] | None = None

    @property
    def version(self) -> str:
        """A digest of the graphs' names and sizes: the protocol knows no version."""
        return hashlib.sha256(json.dumps(self.graphs(), sort_keys=True).encode()).hexdigest()[:16]

    def graphs(self) -> dict[str, int]:
        """The named graphs and their sizes, asked for at most twice a minute."""
        if self._sizes is None or time.monotonic() - self._sizes[0] > _KEPT_SECONDS:
            text = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
            document = json.loads(self._post(text, JSON, [], self.limits).body)
            rows = document["results"]["bindings"]
            self._sizes = (time.monotonic(), {row["g"]["value"]: int(row["n"]["value"]) for row in rows if "g" in row})
        return self._sizes[1]

    def nquads(self) -> bytes:
        """The whole dataset, asked for graph by graph."""
        lines: list[str] = []
        for graph in sorted(self.graphs()):
            fields = [("default-graph-uri", graph)]
            text = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
            answer = whole(self._post(text, "application/n-triples", fields, self._own_limits()))
            triples = filter(None, map(str.strip, answer.body.decode().split("\n")))
            lines += [f"{triple.removesuffix('.').rstrip()} <{graph}> .\n" for triple in triples]
        return "".join(sorted(lines)).encode()

    def write(self, quads: Iterable[Quad], *, created: datetime | None = None) -> None:  # noqa: ARG002
        """Replace each graph by PUT and remove the graphs that are no more; not one step, unlike the embedded store."""
        lines: dict[str, list[str]] = {}
        for line in quad_lines(quads):
            triple, graph = line[:-3].rsplit(" <", 1)
            lines.setdefault(graph[:-1], []).append(f"{triple} .\n")
        self._sizes = None
        gone = [graph for graph in self.graphs() if graph not in lines]
        for graph, triples in lines.items():
            self._send("PUT", graph, "".join(triples).encode())
        for graph in gone:
            self._send("DELETE", graph, None)
        self._sizes = None

    def _send(self, method: str, graph: str, data: bytes | None) -> None:
        address = f"{self.graph_store}?graph={quote(graph, safe='')}"
        request = HttpRequest(address, data, {"Content-Type": "application/n-triples"}, method=method)
        self._open(request, self.limits.start)

    def _answer(self, request: Request, limits: Limits) -> Answer:
        known = self.graphs()  # naming one graph of the dataset means naming all of them
        named = known if request.named_graphs is None else request.named_graphs
        fields = [("default-graph-uri", graph) for graph in request.default_graphs if graph in known]
        fields += [("named-graph-uri", graph) for graph in named]
        return self._post(bind(request.text, request.params), request.media_type, fields, limits)

    def _post(self, text: str, media_type: str, fields: list[tuple[str, str]], limits: Limits) -> Answer:
        data = urlencode([("query", text), *fields]).encode()
        request = HttpRequest(self.address, data, {"Accept": media_type}, method="POST")
        body, cut = self._open(request, limits.seconds, limits.bytes)
        if len(body) > limits.bytes:
            raise QueryTooLarge(f"the answer is larger than {limits.bytes} bytes: ask for less, or use LIMIT", "bytes")
        answer = cut_rows(media_type, body, limits.rows) if media_type in RESULTS.values() else Answer(media_type, body)
        return replace(answer, cut=answer.cut or cut)

    def _open(self, request: HttpRequest, seconds: float, size: int = 1 << 20) -> tuple[bytes, bool]:
        """The body of a successful answer, at most one byte more than `size`; True where its server says it is cut."""
        until = time.monotonic() + seconds
        try:
            with urlopen(request, timeout=seconds) as response:
                parts, left = [], size + 1
                while left > 0 and (part := response.read1(min(left, 1 << 16))):
                    parts.append(part)
                    left -= len(part)
                    if time.monotonic() > until:
                        raise QueryTimeout(f"{self.address} was still answering after {seconds:g} s")
                return b"".join(parts), CUT_HEADER in response.headers
        except HTTPError as error:
            said = error.read(2000).decode(errors="replace").strip()
            if error.code == _BAD_REQUEST:
                raise _query_error(said) from error
            if error.code in _TIMEOUTS:
                raise QueryTimeout(f"{self.address} gave up ({error.code}): {said}") from error
            raise StoreError(f"{self.address} answered {error.code} {error.reason}: {said}") from error
        except TimeoutError as error:
            raise QueryTimeout(f"{self.address} did not answer within {seconds:g} s") from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise QueryTimeout(f"{self.address} did not answer within {seconds:g} s") from error
            raise StoreError(f"{self.address} is out of reach: {error.reason}") from error
        except (OSError, http.client.HTTPException) as error:
            raise StoreError(f"{self.address} broke off its answer: {error}") from error


def _query_error(said: str) -> QueryError:
    """What a server says of a query, with line and column where it names them: a problem document, or plain words."""
    if said.startswith("{"):
        try:
            problem = json.loads(said)
        except ValueError:
            return QueryError(said)
        return QueryError(str(problem.get("detail", said)), problem.get("line"), problem.get("column"))
    place = _PLACE.search(said)
    return QueryError(said, int(place[1]), int(place[2])) if place else QueryError(said)
