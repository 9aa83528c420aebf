"""Error pages that say what to do; who asks for anything but a page gets a problem document (RFC 9457)."""

from __future__ import annotations

import json
import re

from flask import Flask, Response, make_response, render_template, request
from flask_babel import gettext
from werkzeug.exceptions import HTTPException

from kzedu_graph.store.stores import StoreError
from web.display.downloads import TwinConverter
from web.endpoint.problems import problem_of

_TWINS = tuple(f".{form}" for form in TwinConverter.regex.split("|"))


def init_errors(app: Flask) -> None:
    """Answer every error by a page or, where a machine asked, by a problem document."""
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(StoreError, _store_error)


def _wants_page() -> bool:
    if request.path.endswith(_TWINS):
        return False
    accepted = request.accept_mimetypes
    return not accepted or accepted.best_match(("text/html", "application/problem+json")) == "text/html"


def _http_error(error: HTTPException) -> Response:
    status = error.code or 500
    detail = error.description or ""
    if status < 400:
        return make_response(error.get_response())
    if not _wants_page():
        document = {"type": "about:blank", "title": error.name, "status": status, "detail": detail}
        answer = Response(json.dumps(document, ensure_ascii=False), status, content_type="application/problem+json")
    else:
        # werkzeug's own sentences are English; the pages' own descriptions are translated
        own = _in_words(detail) if detail != type(error).description else ""
        answer = make_response(render_template("error.html", status=status, title=_title(status), detail=own), status)
    for name, value in error.get_headers():
        if name.lower() in ("allow", "retry-after"):
            answer.headers[name] = value
    return answer


_PARAMETER = re.compile(r"(?P<name>\w+)=(?P<value>.*?): (?P<known>.+)", re.DOTALL)
"""How pages say to machines what a parameter may be: "month=2026-13: 2025-12, 2025"."""


def _in_words(detail: str) -> str:
    """What is wrong with a parameter, as a sentence; other words as they are."""
    told = _PARAMETER.fullmatch(detail)
    if told is None:
        return detail
    return str(gettext("“%(name)s” cannot be “%(value)s”. It may be, for example: %(known)s", **told.groupdict()))


def _title(status: int) -> str:
    titles = {
        400: gettext("The address asks for something unknown"),
        404: gettext("There is no such page"),
        405: gettext("This address does not know that method"),
        413: gettext("The question is too long"),
        500: gettext("The explorer has made a mistake"),
        503: gettext("The graph cannot answer now"),
    }
    return str(titles[status]) if status in titles else gettext("The request was not answered")


def _store_error(error: StoreError) -> Response:
    answer = problem_of(error)
    if not _wants_page():
        return answer
    page = make_response(
        render_template("error.html", status=answer.status_code, title=_title(answer.status_code), detail=str(error)),
        answer.status_code,
    )
    if "Retry-After" in answer.headers:
        page.headers["Retry-After"] = answer.headers["Retry-After"]
    return page
