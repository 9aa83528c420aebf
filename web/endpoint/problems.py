"""Errors for machines: RFC 9457 problem documents (https://www.rfc-editor.org/rfc/rfc9457)."""

from __future__ import annotations

import json

from flask import Response

from kzedu_graph.store.query_faults import explain
from kzedu_graph.store.stores import (
    NotAcceptable,
    Overloaded,
    QueryError,
    QueryTimeout,
    QueryTooLarge,
    Refused,
    StoreError,
    TooMany,
)

_RETRY_SECONDS = 5
_TITLES = {
    400: ("bad-request", "The request cannot be understood"),
    404: ("not-found", "There is no such graph"),
    405: ("method-not-allowed", "This address does not know that method"),
    406: ("not-acceptable", "The answer does not exist in that format"),
    408: ("too-slow", "The request did not come in time"),
    413: ("too-long", "The query is too long"),
    414: ("too-long", "The query is too long"),
    415: ("media-type", "The query was sent in an unknown media type"),
    422: ("too-large", "The answer is over a limit"),
    431: ("too-long", "The head of the request is too long"),
    429: ("too-many", "Too many questions at once"),
    500: ("fault", "The server met a fault of its own"),
    501: ("not-implemented", "The server does not know that way of sending"),
    503: ("unavailable", "The service cannot answer now"),
    504: ("timeout", "The query took too long"),
}


def problem(status: int, detail: str, **members: str | int | None) -> Response:
    """A problem document; `members` without a value are left out."""
    kind, title = _TITLES[status]
    document = {"type": f"https://w3id.org/kzedu/problem/{kind}", "title": title, "status": status, "detail": detail}
    document |= {name: value for name, value in members.items() if value is not None}
    response = Response(
        json.dumps(document, ensure_ascii=False), status, content_type="application/problem+json; charset=utf-8"
    )
    if status in (429, 503, 504):
        response.headers["Retry-After"] = str(_RETRY_SECONDS)
    return response


_STATUSES: tuple[tuple[type[StoreError], int], ...] = (
    (NotAcceptable, 406),
    (QueryError, 400),
    (QueryTooLarge, 422),
    (QueryTimeout, 504),
    (TooMany, 429),
    (StoreError, 503),
)
"""The first class that fits decides."""


def problem_of(error: StoreError, *, in_address: bool = False, query: str | None = None) -> Response:
    """The problem document of what a store raised: it names the limit that was met, or the place in the query.

    A query that is too long is told by another status where it stands `in_address`. What is wrong with the `query` is
    told in words, with the engine's own beside them for whoever words them anew.
    """
    status = next(status for kind, status in _STATUSES if isinstance(error, kind))
    members: dict[str, str | int | None] = {}
    match error:
        case QueryTooLarge(limit=limit):
            status = (414 if in_address else 413) if limit == "text" else status
            members = {"limit": limit}
        case QueryTimeout():
            members = {"limit": "seconds"}
        case TooMany():
            members = {"limit": "each"}
        case Overloaded():
            members = {"limit": "queue"}
        case Refused():
            members = {"reason": "refused"}
        case QueryError(line=line) if line and query:
            found = explain(query, error)
            members = {"line": found.line, "column": found.column, "engine": str(error)}
            return problem(status, f"the query is not SPARQL: {found.sentence}", **members)
        case QueryError(line=line, column=column):
            members = {"line": line, "column": column}
    return problem(status, str(error), **members)
