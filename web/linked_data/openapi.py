"""The description of the pages' data for programs: OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0).

Made of the addresses that there are: every list page has its rows as JSON, and the endpoint speaks SPARQL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import getdoc
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, request

from kzedu_graph.store.engine.media_types import GRAPHS, RESULTS
from kzedu_graph.store.gallery import load_gallery
from kzedu_graph.vocabulary.about.notices import INVENTED
from kzedu_graph.vocabulary.about.versions import version
from web.display.parameters import parameters_of
from web.views.site import is_invented

blueprint = Blueprint("openapi", __name__)

_TWIN = ".<twin:twin>"
_IN_PATH = re.compile(r"<(?:(?:path|string):)?(\w+)>")
_ROWS = {"type": "array", "items": {"type": "object"}}
_PROBLEM = {"$ref": "#/components/responses/Problem"}
_SHARED = [
    {"$ref": "#/components/parameters/lang"},
    {"$ref": "#/components/parameters/on"},
    {"$ref": "#/components/parameters/history"},
]


@blueprint.get("/openapi.json")
def openapi() -> Response:
    """The description, with the address of this server."""
    answer = jsonify(describe_pages(request.url_root.rstrip("/")))
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def describe_pages(root: str) -> dict[str, Any]:
    """The whole document; `root` is the server's address."""
    about = "The rows that pages show, as JSON; `.csv` and `.xlsx` in the place of `.json` give the same as files."
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "kzedu-graph",
            "version": version().split()[0],
            "summary": "Who must do what, by when and with what proof in Kazakhstan's education policy",
            "description": f"{INVENTED['en']} {about}" if is_invented() else about,
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
        },
        "servers": [{"url": root}],
        "paths": {**dict(_lists()), "/sparql": _sparql(), "/healthz": _health()},
        "components": {
            "parameters": {
                "lang": _query("lang", "Language of messages", {"enum": ["kk", "ru", "en"]}),
                "on": _query("on", "The day of which it is asked what is in force", {"format": "date"}),
                "history": _query("history", "1: also what is not in force on that day", {"enum": ["0", "1"]}),
            },
            "responses": {
                "Problem": {
                    "description": "What is wrong, in words",
                    "content": {"application/problem+json": {"schema": {"type": "object"}}},
                }
            },
        },
    }


def _lists() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every address that gives rows as JSON, by its path."""
    for rule in sorted(current_app.url_map.iter_rules(), key=str):
        if _TWIN not in rule.rule:
            continue
        path = rule.rule.replace(_TWIN, ".json")
        said = (getdoc(current_app.view_functions[rule.endpoint]) or "").split("\n")[0]
        names = _IN_PATH.findall(path)
        own = [_query(name, f"Choose by {name}") for name in parameters_of(rule.endpoint)]
        within: list[dict[str, Any]] = [
            {"name": name, "in": "path", "required": True, "schema": _segment(rule.endpoint)} for name in names
        ]
        yield (
            _IN_PATH.sub(r"{\1}", path),
            {
                "get": {
                    "operationId": rule.endpoint.replace(".", "_"),
                    "summary": said,
                    "parameters": [*within, *own, *_SHARED],
                    "responses": {
                        "200": {"description": "The rows", "content": {"application/json": {"schema": _ROWS}}},
                        "default": _PROBLEM,
                    },
                }
            },
        )


def _segment(endpoint: str) -> dict[str, Any]:
    """What stands in a path: any text, or the name of a question of the gallery."""
    return {"type": "string"} | ({"enum": list(load_gallery())} if endpoint == "gallery.question_page" else {})


def _query(name: str, means: str, more: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": means, "schema": {"type": "string", **(more or {})}}


def _sparql() -> dict[str, Any]:
    content: dict[str, Any] = {media: {} for media in sorted({*RESULTS.values(), *GRAPHS.values()})}
    answers = {"200": {"description": "The answer", "content": content}, "default": _PROBLEM}
    asked = {**_query("query", "A SPARQL 1.1 query that only reads"), "required": True}
    return {
        "get": {
            "operationId": "sparql_get",
            "summary": "SPARQL 1.1 Protocol: https://www.w3.org/TR/sparql11-protocol/",
            "parameters": [asked],
            "responses": answers,
        },
        "post": {
            "operationId": "sparql_post",
            "summary": "The same with the query in the body",
            "requestBody": {"required": True, "content": {"application/sparql-query": {"schema": {"type": "string"}}}},
            "responses": answers,
        },
    }


def _health() -> dict[str, Any]:
    content = {"application/json": {"schema": {"type": "object"}}}
    return {
        "get": {
            "operationId": "health",
            "summary": "Whether a build is served",
            "responses": {
                name: {"description": means, "content": content} for name, means in (("200", "yes"), ("503", "no"))
            },
        }
    }
