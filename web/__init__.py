"""The explorer: pages and an endpoint over the store."""

from __future__ import annotations

from flask import Flask, Response, request

from kzedu_graph.store.stores import Store
from web.display.as_of import init_as_of
from web.display.assets import init_assets
from web.display.downloads import TwinConverter
from web.display.finding_kinds import explained, offered, rule_name, without_codes, word_name
from web.display.formatting import init_present
from web.display.languages import init_languages
from web.display.parameters import init_parameters
from web.display.sharing import init_sharing
from web.endpoint import sparql
from web.kept_pages import init_kept_pages
from web.linked_data import calendars, dereferencing, dossier, dumps, feeds, machines, openapi, other_formats
from web.linked_data.structured import init_structured
from web.pages import (
    bodies,
    changes,
    comparing,
    documents,
    due,
    findings,
    gallery,
    graph,
    overview,
    plan,
    prose,
    reported,
    topics,
    tour,
    workbench,
)
from web.pages.errors import init_errors
from web.views.catalogue import Catalogue
from web.views.settings import Settings
from web.views.site import BuildTexts, Site, SourceTexts, is_invented

__all__ = ["Settings", "create_app"]

PAGES = (
    overview, tour, bodies, due, feeds, plan, prose, topics, changes, documents, dossier, gallery, workbench, graph,
    dereferencing, dumps, findings, machines, openapi, other_formats, comparing, calendars, reported,
)  # fmt: skip
"""Each registers the addresses of one subject."""

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def create_app(store: Store, settings: Settings | None = None, *, texts: SourceTexts | None = None) -> Flask:
    """The explorer over a store. `texts` gives the sources; an embedded store's lie beside its build.

    Raises `CataloguesMissingError` where the translations were not compiled.
    """
    settings = settings or Settings()
    app = Flask(__name__)
    app.url_map.converters["twin"] = TwinConverter
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.extensions["kzedu"] = Site(store, texts or BuildTexts(store), settings, Catalogue(store))
    init_languages(app, settings.language)
    init_present(app)
    app.jinja_env.globals.update(rule_name=rule_name, word_name=word_name, offered=offered)
    app.jinja_env.filters.update(explained=explained, without_codes=without_codes)
    init_assets(app)
    init_structured(app)
    init_errors(app)
    init_as_of(app)
    init_sharing(app)
    init_parameters(app)
    for module in PAGES:
        app.register_blueprint(module.blueprint)
    app.register_blueprint(sparql.create_blueprint(store, editor=gallery.editor))
    app.after_request(_guard)
    init_kept_pages(app)
    return app


def _guard(response: Response) -> Response:
    if is_invented():
        response.headers["Kzedu-Invented"] = "true"  # for machines, whose formats may have no place for a word
    if request.path.startswith(("/id/", "/data/")):  # open to pages elsewhere, redirects and refusals as well
        response.headers.setdefault("Access-Control-Allow-Origin", "*")
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response
