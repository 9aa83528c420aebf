"""WSGI in front of the application, for the endpoint's plain questions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kzedu_graph.store.engine.answers import asking_client
from kzedu_graph.store.engine.at_once import NotYet, must_be_quick
from kzedu_graph.store.stores import QueryTooLarge, Store, StoreError
from web.endpoint.problems import problem, problem_of
from web.endpoint.protocol import EndpointSettings, ProtocolError, read_fields, reply_to, shared_headers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_LONGEST = 4 << 10
"""Characters of an address up to which its question is tried at once."""
_LINES = {200: "200 OK", 304: "304 NOT MODIFIED"}


def is_plain(method: str, path: str, fields: str) -> bool:
    """Whether a request is a short question in an address, which may be tried at once."""
    return method == "GET" and path == "/sparql" and len(fields) <= _LONGEST and "query=" in fields


class FastPath:
    """WSGI in front of the application: `GET /sparql?query=…` is answered here, by the same functions.

    Flask's way from a request to its answer costs several times what a short query does; see docs/performance.md.
    """

    def __init__(self, app: WSGIApplication, store: Store, settings: EndpointSettings) -> None:
        self._app = app
        self._store = store
        self._settings = settings
        self._headers = [
            *shared_headers(settings),
            ("Vary", "Accept"),
            ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            ("Referrer-Policy", "same-origin"),
            ("X-Frame-Options", "DENY"),
        ]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer here what is a plain question, and leave everything else to the application."""
        fields = environ.get("QUERY_STRING", "")
        if environ["PATH_INFO"] != "/sparql" or environ["REQUEST_METHOD"] != "GET" or "query=" not in fields:
            return self._leave(environ, start_response)
        asking_client.set(self._settings.clients.name(environ))
        query = None
        try:
            asked = read_fields(fields)
            query = asked.query
            if asked.query is None:
                return self._leave(environ, start_response)
            accept, known = environ.get("HTTP_ACCEPT", ""), environ.get("HTTP_IF_NONE_MATCH")
            reply = reply_to(self._store, self._settings, asked, accept, known, self._base(environ))
        except ProtocolError as error:
            return problem(error.status, str(error))(environ, self._with_headers(start_response))
        except QueryTooLarge as error:
            told = problem_of(error, in_address=True)
            return told(environ, self._with_headers(start_response))
        except StoreError as error:
            return problem_of(error, query=query)(environ, self._with_headers(start_response))
        start_response(_LINES[reply.status], [*reply.headers, *self._headers])
        return reply.body

    def _leave(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Give a request to the application, whose pages may take their time."""
        if must_be_quick():
            raise NotYet
        return self._app(environ, start_response)

    def _base(self, environ: WSGIEnvironment) -> str:
        return (
            self._settings.address or f"{environ['wsgi.url_scheme']}://{environ.get('HTTP_HOST', 'localhost')}/sparql"
        )

    def _with_headers(self, start_response: StartResponse) -> StartResponse:
        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            return start_response(status, [*headers, *self._headers], *rest)

        return start
