"""SPARQL 1.1 Protocol apart from any web framework: the request's fields, and the answer with its headers.

https://www.w3.org/TR/sparql11-protocol/.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import parse_qs, unquote_to_bytes

from werkzeug.http import parse_etags

from kzedu_graph.model.errors import KzeduError
from kzedu_graph.store.engine.media_types import (
    CUT_HEADER,
    RESULTS,
    choose_media,
    kinds_of,
    media_of_shortcut,
    names_outright,
)
from kzedu_graph.store.engine.query_text import is_lasting
from kzedu_graph.store.stores import Answer, Store
from web.endpoint.clients import Clients

ALLOWED_HEADERS = "Accept, Accept-Language, Cache-Control, Content-Type, If-None-Match, X-Requested-With"
"""What a page elsewhere may send along; query editors add the last one, and one that a user wrote is asked for."""
_KEPT_LENGTH = 8 << 10
"""Characters of a request beyond which its fields are not remembered."""


@dataclass(frozen=True, slots=True)
class EndpointSettings:
    """What the endpoint says of itself: its public address, and who may call it from a page elsewhere.

    `clients` says who asks.
    """

    address: str | None = None
    origin: str = "*"
    max_age: int = 0
    clients: Clients = field(default_factory=lambda: Clients.read(os.environ))


@dataclass(frozen=True, slots=True)
class ProtocolRequest:
    """A protocol request: the query and the dataset that the client chose; None where it chose none."""

    query: str | None
    default_graphs: Sequence[str] | None
    named_graphs: Sequence[str] | None
    shortcut: str | None


class ProtocolError(KzeduError):
    """The request breaks the protocol; `status` is the answer's."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


def read_fields(encoded: str) -> ProtocolRequest:
    """The fields of an address or a form; raises `ProtocolError`."""
    return _kept_fields(encoded) if len(encoded) <= _KEPT_LENGTH else _read_fields(encoded)


def _read_fields(encoded: str) -> ProtocolRequest:
    plain = encoded.removeprefix("query=")
    if plain is not encoded and "&" not in plain:  # the plainest request, and the commonest
        try:
            return ProtocolRequest(unquote_to_bytes(plain.replace("+", " ")).decode(), None, None, None)
        except ValueError as error:
            raise ProtocolError(400, f"the fields of the request cannot be read: {error}") from error
    try:
        fields = parse_qs(encoded, keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=500)
    except ValueError as error:
        raise ProtocolError(400, f"the fields of the request cannot be read: {error}") from error
    if "update" in fields:
        raise ProtocolError(400, "this service only answers questions: updates are not accepted")
    queries = fields.get("query", [])
    if len(queries) > 1:
        raise ProtocolError(400, f"one query at a time: the request has {len(queries)}")
    return ProtocolRequest(
        queries[0] if queries else None,
        fields.get("default-graph-uri"),
        fields.get("named-graph-uri"),
        ",".join((*fields.get("format", ()), *fields.get("output", ()))) or None,
    )


_kept_fields = lru_cache(maxsize=256)(_read_fields)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as HTTP has it."""

    status: int
    headers: list[tuple[str, str]]
    body: Iterable[bytes]


def reply_to(
    store: Store, settings: EndpointSettings, asked: ProtocolRequest, accept: str, known: str | None, base: str = ""
) -> Reply:
    """The answer to a question, or word that the `known` one (If-None-Match) still holds; raises `StoreError`.

    Relative IRIs of the query are resolved against `base`, the address of the request.
    """
    query = asked.query or ""
    form = store.read(query, base).form if len(query) <= store.limits.text else None
    # text that begins like no query goes to the engine all the same, which says what is wrong, and where
    media_type = RESULTS["json"] if form is None else media_type_of(form, asked.shortcut, accept)
    graphs = *(asked.default_graphs or ()), "|", *(asked.named_graphs or ())
    tag = tag_of(store.version, query, media_type, base, *graphs) if is_lasting(query) else None
    if known and tag and parse_etags(known).contains_weak(tag):  # a proxy that compresses makes tags weak
        return Reply(304, [("ETag", f'"{tag}"')], ())
    answer = store.query(
        query,
        accept=media_type,
        default_graphs=asked.default_graphs,
        named_graphs=asked.named_graphs,
        base=base,
    )
    return reply_of(answer, settings, tag)


@lru_cache(maxsize=512)
def media_type_of(form: str, shortcut: str | None, accept: str) -> str:
    """The media type of the answer, by an Accept header that names one, else by `?format=` or `?output=`."""
    kinds = kinds_of(form)
    if shortcut and not names_outright(accept, kinds):
        return media_of_shortcut(shortcut, kinds)
    return choose_media(accept, kinds)


def reply_of(answer: Answer, settings: EndpointSettings, tag: str | None) -> Reply:
    """An answer with its headers; without a tag nobody may keep it, for it is of this moment."""
    charset = "; charset=utf-8" if answer.media_type.startswith("text/") else ""
    headers = [
        ("Content-Type", answer.media_type + charset),
        ("Content-Length", str(len(answer.data))),
    ]
    if tag:
        age = f"public, max-age={settings.max_age}" if settings.max_age else "no-cache"
        headers += [("ETag", f'"{tag}"'), ("Cache-Control", age)]
    else:
        headers.append(("Cache-Control", "no-store"))
    if answer.cut:
        headers.append((CUT_HEADER, answer.cut))
    return Reply(200, headers, answer.pieces())


def tag_of(*parts: str) -> str:
    """The entity tag of an answer, by what decides it."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def shared_headers(settings: EndpointSettings) -> list[tuple[str, str]]:
    """The headers of every answer: pages elsewhere may read it, and nobody may take it for a page."""
    return [
        ("Access-Control-Allow-Origin", settings.origin),
        ("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS"),
        ("Access-Control-Allow-Headers", ALLOWED_HEADERS),
        ("Access-Control-Expose-Headers", f"ETag, Retry-After, {CUT_HEADER}"),
        ("X-Content-Type-Options", "nosniff"),
    ]
