"""The endpoint for machines: SPARQL 1.1 Protocol, service description, and reading by the Graph Store Protocol.

https://www.w3.org/TR/sparql11-protocol/, https://www.w3.org/TR/sparql11-service-description/,
https://www.w3.org/TR/sparql11-http-rdf-update/.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from flask import Blueprint, Flask, Response, request
from flask.sansio.blueprints import BlueprintSetupState
from werkzeug.exceptions import RequestEntityTooLarge

from kzedu_graph.store.engine.answers import asking_client
from kzedu_graph.store.engine.media_types import GRAPHS, choose_media, parse_accept
from kzedu_graph.store.stores import DEFAULT_GRAPHS, Answer, NotAcceptable, QueryError, Store, StoreError, whole
from web.endpoint.description import describe_service
from web.endpoint.fast_path import FastPath
from web.endpoint.problems import problem, problem_of
from web.endpoint.protocol import (
    EndpointSettings,
    ProtocolError,
    ProtocolRequest,
    Reply,
    media_type_of,
    read_fields,
    reply_of,
    reply_to,
    shared_headers,
    tag_of,
)

__all__ = ["EndpointSettings", "create_blueprint"]

_RDFLIB = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "xml",
    "application/ld+json": "json-ld",
    "text/n3": "n3",
    "application/trig": "trig",
}
_NAMES = re.compile(r"[A-Za-z0-9_-]{1,64}(?:, ?[A-Za-z0-9_-]{1,64}){0,30}")
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"


def create_blueprint(
    store: Store, settings: EndpointSettings | None = None, editor: Callable[[], Response] | None = None
) -> Blueprint:
    """The endpoint over a store. `editor` makes the page for a browser that comes without a query."""
    settings = settings or EndpointSettings()
    blueprint = Blueprint("sparql", __name__)

    @blueprint.route("/sparql", methods=["GET", "POST", "OPTIONS"], strict_slashes=False)
    def sparql() -> Response:
        if request.method == "OPTIONS":
            return Response(status=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
        query = None
        try:
            asked = read_request(store.limits.text)
            query = asked.query
            if asked.query is None:
                return _without_query(store, settings, editor)
            known = request.headers.get("If-None-Match")
            base = settings.address or request.base_url.rstrip("/")
            return _respond(reply_to(store, settings, asked, request.headers.get("Accept", ""), known, base))
        except ProtocolError as error:
            return problem(error.status, str(error), limit="text" if error.status == 413 else None)
        except StoreError as error:
            return problem_of(error, query=query)

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
        asking_client.set(settings.clients.name(request.environ))

    @blueprint.after_request
    def share(response: Response) -> Response:
        for name, value in shared_headers(settings):
            response.headers[name] = value
        if request.method == "OPTIONS":
            wanted = request.headers.get("Access-Control-Request-Headers", "")
            if wanted and _NAMES.fullmatch(wanted):  # whatever they are, they change nothing here
                response.headers["Access-Control-Allow-Headers"] = wanted
                response.vary.add("Access-Control-Request-Headers")
            response.headers["Access-Control-Max-Age"] = "86400"
        response.vary.add("Accept")
        return response

    @blueprint.record
    def stand_before(state: BlueprintSetupState) -> None:
        assert isinstance(state.app, Flask)
        state.app.wsgi_app = FastPath(state.app.wsgi_app, store, settings)  # type: ignore[method-assign]

    return blueprint


def read_request(longest: int) -> ProtocolRequest:
    """The protocol request that Flask is serving; raises `ProtocolError` with the status to answer by."""
    request.max_content_length = 3 * longest + (64 << 10)  # a form may write each byte as %XX
    if request.method != "POST":
        return read_fields(request.query_string.decode("latin-1"))
    try:
        body = request.get_data(cache=False)
    except RequestEntityTooLarge as error:
        raise ProtocolError(413, f"the query is longer than {longest} bytes") from error
    match request.mimetype:
        case "application/x-www-form-urlencoded":
            asked = read_fields(body.decode("latin-1"))
            if asked.query is None:
                raise ProtocolError(400, "the form has no field `query`")
            return asked
        case "application/sparql-query":
            if len(body) > longest:
                raise ProtocolError(413, f"the query is longer than {longest} bytes")
            asked = read_fields(request.query_string.decode("latin-1"))
            if asked.query is not None:
                raise ProtocolError(400, "the query stands in the body and in the address: send it once")
            return ProtocolRequest(_utf8(body), asked.default_graphs, asked.named_graphs, asked.shortcut)
        case "application/sparql-update":
            raise ProtocolError(400, "this service only answers questions: updates are not accepted")
    raise ProtocolError(415, f"send the query as {_QUERY} or {_FORM}, not as {request.mimetype or 'nothing named'}")


def _utf8(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError(400, f"the query is not UTF-8: {error}") from error


def _respond(reply: Reply) -> Response:
    return Response(reply.body, reply.status, headers=reply.headers)


def _without_query(store: Store, settings: EndpointSettings, editor: Callable[[], Response] | None) -> Response:
    """The editor for a browser; the service description for whoever asks for RDF."""
    if editor and _prefers_html(request.headers.get("Accept", "")):
        return editor()
    try:
        media_type = choose_media(request.headers.get("Accept", ""), GRAPHS)
    except NotAcceptable as error:
        raise QueryError("the request has no `query`; ask for RDF to get the description of this service") from error
    tag = tag_of(store.version, "service", media_type)
    if request.if_none_match.contains_weak(tag):
        return Response(status=304, headers={"ETag": f'"{tag}"'})
    description = describe_service(store, settings.address or request.base_url)
    body = description.serialize(format=_RDFLIB[media_type], encoding="utf-8")
    return _respond(reply_of(Answer(media_type, body), settings, tag))


def _prefers_html(accept: str) -> bool:
    ranges = dict(reversed(parse_accept(accept)))
    html = max(ranges.get("text/html", 0.0), ranges.get("application/xhtml+xml", 0.0))
    return html > 0 and html >= max((ranges.get(name, 0.0) for name in GRAPHS.values()), default=0.0)


def _graph(store: Store, settings: EndpointSettings) -> Response:
    """A whole graph by `?graph=IRI` or `?default`."""
    names = request.args.getlist("graph")
    wants_default = "default" in request.args
    if len(names) + wants_default != 1:
        return problem(400, "name one graph: ?graph=IRI or ?default")
    if names and names[0] not in store.graphs():
        return problem(404, f"there is no graph <{names[0]}> here; the service description lists them")
    media_type = media_type_of("CONSTRUCT", request.args.get("format"), request.headers.get("Accept", ""))
    tag = tag_of(store.version, "graph", *names, media_type)
    if request.if_none_match.contains_weak(tag):
        return Response(status=304, headers={"ETag": f'"{tag}"'})
    answer = whole(  # a graph is given whole or not at all
        store.query(
            "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
            accept=media_type,
            default_graphs=names or [name for name in DEFAULT_GRAPHS if name in store.graphs()],
            limits=store.own_limits(),
        )
    )
    return _respond(reply_of(answer, settings, tag))
