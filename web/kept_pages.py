"""Pages and their twins that are the same for everybody who reads the same language, kept while a build is served."""

from __future__ import annotations

import zlib
from collections.abc import Hashable
from dataclasses import dataclass
from hashlib import blake2b

from flask import Flask, Response, g, request

from kzedu_graph.store.answer_cache import AnswerCache
from kzedu_graph.store.stores import StoreError
from web.display.languages import data_chain, language
from web.views.site import site, today

_MOST_BYTES = 24 << 20
"""Of all pages that one process keeps, compressed: they take a fifth of their size, and 0.1 ms a page to read back."""
_QUICKLY = 1
"""The level of compression."""
_TWINS = ("application/json", "text/csv")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as its view made it: its compressed bytes, the headers then, and an entity tag (RFC 9110, 8.8.3)."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    tag: str


def init_kept_pages(app: Flask) -> None:
    """Keep what views answer, and say "not modified" to who has it already.

    Call it behind all that adds headers to a response: those are added to a kept page as to a new one.
    """
    pages = AnswerCache[KeptPage](_MOST_BYTES, lambda page: len(page.body))

    def find() -> Response | None:
        if request.method != "GET":
            return None
        g.asked = _asked()
        if g.asked is None:
            return None
        version, asked = g.asked
        keys = (asked, (asked, _accepted()), (asked, request.referrer))
        page = next((page for key in keys if (page := pages.find(version, key))), None)
        if page is None:
            return None
        g.kept_page = page
        return Response(zlib.decompress(page.body), headers=page.headers)

    def keep(response: Response) -> Response:
        page: KeptPage | None = g.get("kept_page")
        if page is None and g.get("asked") and _is_page(response):
            body = response.get_data()
            tag = blake2b(body, digest_size=12).hexdigest()
            version, asked = g.asked
            if g.get("by_referrer"):
                response.vary.add("Referer")
            page = KeptPage(zlib.compress(body, _QUICKLY), tuple(response.headers.items()), tag)
            pages.keep(version, _key(asked, response), page)
        if page:
            response.set_etag(page.tag)
            response.make_conditional(request)
        return response

    app.before_request(find)
    app.after_request(keep)  # the first of them: hooks behind a request run from the last one registered


def never_kept() -> None:
    """Of the page that is made now: it may be another one when it is asked for again."""
    g.asked = None


def kept_by_referrer() -> None:
    """Of the page that is made now: another is made for who comes from another page."""
    g.by_referrer = True


def _key(asked: Hashable, response: Response) -> Hashable:
    if "Referer" in response.vary:
        return asked, request.referrer
    return (asked, _accepted()) if "Accept" in response.vary else asked


def _asked() -> tuple[str, Hashable] | None:
    """The build, and all that a page of it depends on; None where no build is served."""
    try:
        return site().store.version, (request.url, language(), data_chain(), today())
    except StoreError:
        return None


def _accepted() -> str:
    """What the client says it takes: an address that has RDF for some gives a page to others."""
    return request.headers.get("Accept", "")


def _is_page(response: Response) -> bool:
    is_twin = "twin" in (request.view_args or {}) and response.mimetype in _TWINS
    return response.status_code == 200 and response.is_sequence and (is_twin or response.mimetype == "text/html")
