"""The endpoint for machines: SPARQL 1.1 Protocol, service description, and reading by the Graph Store Protocol.

https://www.w3.org/TR/sparql11-protocol/, https://www.w3.org/TR/sparql11-service-description/,
https://www.w3.org/TR/sparql11-http-rdf-update/.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from flask import Blueprint, Response, request
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from werkzeug.exceptions import RequestEntityTooLarge

from kzedu_graph.answers import asking_client
from kzedu_graph.media import CUT_HEADER, GRAPHS, RESULTS, choose_media, kinds_of, media_of_shortcut, parse_accept
from kzedu_graph.query_text import read_query
from kzedu_graph.store import DEFAULT_GRAPHS, Answer, NotAcceptable, QueryError, Store, StoreError
from web.problems import problem, problem_of

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
_FORMATS = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "rdf": "RDF_XML",
    "jsonld": "JSON-LD",
}
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the endpoint says of itself: its public address, and who may call it from a page elsewhere.

    `client_header` names the header in which a proxy of ours tells who asks; without one it is the connection's end.
    """

    address: str | None = None
    origin: str = "*"
    max_age: int = 0
    client_header: str | None = field(default_factory=lambda: os.environ.get("KZEDU_CLIENT_HEADER"))


@dataclass(frozen=True, slots=True)
class Asked:
    """A protocol request: the query and the dataset that the client chose; None where it chose none."""

    query: str | None
    default_graphs: Sequence[str] | None
    named_graphs: Sequence[str] | None
    shortcut: str | None


class _Misused(Exception):
    """The request breaks the protocol; `status` is the answer's."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


def create_blueprint(
    store: Store, settings: Settings | None = None, editor: Callable[[], Response] | None = None
) -> Blueprint:
    """The endpoint over a store. `editor` makes the page for a browser that comes without a query."""
    settings = settings or Settings()
    blueprint = Blueprint("sparql", __name__)

    @blueprint.route("/sparql", methods=["GET", "POST", "OPTIONS"], strict_slashes=False)
    def sparql() -> Response:
        if request.method == "OPTIONS":
            return Response(status=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
        try:
            asked = read_request(store.limits.text)
            if asked.query is None:
                return _without_query(store, settings, editor)
            return _answer(store, settings, asked)
        except _Misused as error:
            return problem(error.status, str(error), limit="text" if error.status == 413 else None)
        except StoreError as error:
            return problem_of(error)

    @blueprint.route("/rdf-graph-store", methods=["GET", "OPTIONS"])
    def graph_store() -> Response:
        if request.method == "OPTIONS":
            return Response(status=204, headers={"Allow": "GET, HEAD, OPTIONS"})
        try:
            return _graph(store, settings)
        except StoreError as error:
            return problem_of(error)

    @blueprint.before_app_request
    def know_client() -> None:
        asking_client.set(client_of(settings))

    @blueprint.after_request
    def share(response: Response) -> Response:
        response.headers["Access-Control-Allow-Origin"] = settings.origin
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, POST, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type, If-None-Match"
        response.headers["Access-Control-Expose-Headers"] = f"ETag, Retry-After, {CUT_HEADER}"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.vary.add("Accept")
        return response

    return blueprint


def client_of(settings: Settings) -> str:
    """Who asks: clients take turns."""
    told = request.headers.get(settings.client_header) if settings.client_header else None
    return told or request.remote_addr or "unknown"


def read_request(longest: int) -> Asked:
    """The protocol request that Flask is serving; raises `_Misused` with the status to answer by."""
    request.max_content_length = 3 * longest + (64 << 10)  # a form may write each byte as %XX
    if request.method != "POST":
        return _fields(request.query_string.decode("latin-1"))
    try:
        body = request.get_data(cache=False)
    except RequestEntityTooLarge as error:
        raise _Misused(413, f"the query is longer than {longest} bytes") from error
    match request.mimetype:
        case "application/x-www-form-urlencoded":
            asked = _fields(body.decode("latin-1"))
            if asked.query is None:
                raise _Misused(400, "the form has no field `query`")
            return asked
        case "application/sparql-query":
            if len(body) > longest:
                raise _Misused(413, f"the query is longer than {longest} bytes")
            asked = _fields(request.query_string.decode("latin-1"))
            if asked.query is not None:
                raise _Misused(400, "the query stands in the body and in the address: send it once")
            return Asked(_utf8(body), asked.default_graphs, asked.named_graphs, asked.shortcut)
        case "application/sparql-update":
            raise _Misused(400, "this service only answers questions: updates are not accepted")
    raise _Misused(415, f"send the query as {_QUERY} or {_FORM}, not as {request.mimetype or 'nothing named'}")


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _Misused(400, f"the query is not UTF-8: {error}") from error


def _fields(encoded: str) -> Asked:
    try:
        fields = parse_qs(encoded, keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=500)
    except ValueError as error:
        raise _Misused(400, f"the fields of the request cannot be read: {error}") from error
    if "update" in fields:
        raise _Misused(400, "this service only answers questions: updates are not accepted")
    queries = fields.get("query", [])
    if len(queries) > 1:
        raise _Misused(400, f"one query at a time: the request has {len(queries)}")
    return Asked(
        queries[0] if queries else None,
        fields.get("default-graph-uri"),
        fields.get("named-graph-uri"),
        fields["format"][-1] if "format" in fields else None,
    )


def _accept(kinds: dict[str, str], shortcut: str | None) -> str:
    """The media type of the answer, by `?format=` or else by the Accept header."""
    if shortcut:
        return media_of_shortcut(shortcut, kinds)
    return choose_media(request.headers.get("Accept", ""), kinds)


def _answer(store: Store, settings: Settings, asked: Asked) -> Response:
    query = asked.query or ""
    form = read_query(query).form
    # text that begins like no query goes to the engine all the same, which says what is wrong, and where
    media_type = RESULTS["json"] if form is None else _accept(kinds_of(form), asked.shortcut)
    tag = _tag(store.version, query, media_type, *(asked.default_graphs or ()), "|", *(asked.named_graphs or ()))
    if request.if_none_match.contains(tag):
        return Response(status=304, headers={"ETag": f'"{tag}"'})
    answer = store.query(query, accept=media_type, default_graphs=asked.default_graphs, named_graphs=asked.named_graphs)
    return _respond(answer, settings, tag)


def _respond(answer: Answer, settings: Settings, tag: str) -> Response:
    charset = "; charset=utf-8" if answer.media_type.startswith("text/") else ""
    response = Response(answer.body, content_type=answer.media_type + charset)
    response.set_etag(tag)
    response.headers["Cache-Control"] = f"public, max-age={settings.max_age}" if settings.max_age else "no-cache"
    if answer.cut:
        response.headers[CUT_HEADER] = "rows"
    return response


def _tag(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _without_query(store: Store, settings: Settings, editor: Callable[[], Response] | None) -> Response:
    """The editor for a browser; the service description for whoever asks for RDF."""
    if editor and _prefers_html(request.headers.get("Accept", "")):
        return editor()
    try:
        media_type = choose_media(request.headers.get("Accept", ""), GRAPHS)
    except NotAcceptable as error:
        raise QueryError("the request has no `query`; ask for RDF to get the description of this service") from error
    description = describe_service(store, settings.address or request.base_url)
    names = {"text/turtle": "turtle", "application/n-triples": "nt", "application/rdf+xml": "xml"}
    body = description.serialize(format=names.get(media_type, "json-ld"), encoding="utf-8")
    return _respond(Answer(media_type, body), settings, _tag(store.version, "service", media_type))


def _prefers_html(accept: str) -> bool:
    ranges = dict(reversed(parse_accept(accept)))
    html = max(ranges.get("text/html", 0.0), ranges.get("application/xhtml+xml", 0.0))
    return html > 0 and html >= max((ranges.get(name, 0.0) for name in GRAPHS.values()), default=0.0)


def describe_service(store: Store, address: str) -> Graph:
    """The service description: what the endpoint speaks, and its dataset with the size of every graph."""
    graph = Graph()
    graph.bind("sd", SD)
    graph.bind("void", VOID)
    service, dataset = URIRef(address), URIRef(f"{address}#dataset")
    default = URIRef(f"{address}#default-graph")
    graph.add((service, RDF.type, SD.Service))
    graph.add((service, SD.endpoint, URIRef(address)))
    graph.add((service, SD.supportedLanguage, SD.SPARQL11Query))
    for name in _FORMATS.values():
        graph.add((service, SD.resultFormat, URIRef(f"http://www.w3.org/ns/formats/{name}")))
    graph.add((service, SD.defaultDataset, dataset))
    graph.add((dataset, RDF.type, SD.Dataset))
    graph.add((dataset, SD.defaultGraph, default))
    graph.add((default, RDF.type, SD.Graph))
    sizes = store.graphs()
    graph.add((default, VOID.triples, Literal(sum(sizes.get(name, 0) for name in DEFAULT_GRAPHS))))
    for number, (name, size) in enumerate(sorted(sizes.items()), start=1):
        named, content = URIRef(f"{address}#named-{number}"), URIRef(f"{address}#graph-{number}")
        graph.add((dataset, SD.namedGraph, named))
        graph.add((named, RDF.type, SD.NamedGraph))
        graph.add((named, SD.name, URIRef(name)))
        graph.add((named, SD.graph, content))
        graph.add((content, RDF.type, SD.Graph))
        graph.add((content, VOID.triples, Literal(size)))
    return graph


def _graph(store: Store, settings: Settings) -> Response:
    """A whole graph by `?graph=IRI` or `?default`."""
    names = request.args.getlist("graph")
    wants_default = "default" in request.args
    if len(names) + wants_default != 1:
        return problem(400, "name one graph: ?graph=IRI or ?default")
    if names and names[0] not in store.graphs():
        return problem(404, f"there is no graph <{names[0]}> here; the service description lists them")
    media_type = _accept(GRAPHS, request.args.get("format"))
    tag = _tag(store.version, "graph", *names, media_type)
    if request.if_none_match.contains(tag):
        return Response(status=304, headers={"ETag": f'"{tag}"'})
    answer = store.query(
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        accept=media_type,
        default_graphs=names or [name for name in DEFAULT_GRAPHS if name in store.graphs()],
    )
    return _respond(answer, settings, tag)
