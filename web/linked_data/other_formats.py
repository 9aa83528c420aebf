"""What other systems read: a programme as StratML, the duties of a body as ODRL, the context of our JSON-LD."""

from __future__ import annotations

from flask import Blueprint, Response, abort
from flask_babel import get_locale, gettext

from kzedu_graph.exports.standards.context import write_context
from kzedu_graph.exports.standards.odrl import policies, write_policies
from kzedu_graph.exports.standards.stratml import write_stratml
from kzedu_graph.store.engine.media_types import GRAPHS
from web.views.site import site

blueprint = Blueprint("exports", __name__)


@blueprint.get("/programme/<key>.stratml")
def stratml(key: str) -> Response:
    """The programme as StratML Part 2, names in the reader's language."""
    if key not in site().cards.programmes:
        abort(404, description=gettext("Nothing is known of “%(path)s”.", path=key))
    try:
        store, lang = site().store, str(get_locale())
        body = site().catalogue.file(("stratml", key, lang), lambda: write_stratml(store, key, lang))
    except LookupError:
        abort(404, description=gettext("Nothing is known of “%(path)s”.", path=key))
    return _open(Response(body, content_type="application/xml; charset=utf-8"))


@blueprint.get("/agency/<key>.odrl.<any(ttl, jsonld):form>")
def odrl(key: str, form: str) -> Response:
    """What binds the body, as ODRL policies."""
    try:
        store = site().store
        body = site().catalogue.file(("odrl", key, form), lambda: write_policies(policies(store, key), form).encode())
    except LookupError:
        abort(404, description=gettext("Nothing is known of “%(path)s”.", path=key))
    charset = "; charset=utf-8" if form == "ttl" else ""
    return _open(Response(body, content_type=GRAPHS[form] + charset))


@blueprint.get("/ontology/context.jsonld")
def context() -> Response:
    """The JSON-LD context."""
    return _open(Response(write_context(), content_type=GRAPHS["jsonld"]))


def _open(response: Response) -> Response:
    """Readable by programs of any origin."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response
