"""`kzedu query`: a question from a file, standard input or the gallery, answered as a table or in a media type."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rich.console import Console
from rich.table import Table

from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.store.gallery import FOLDER, load_gallery, read_query_file
from kzedu_graph.store.gallery_defaults import fit_defaults, read_held
from kzedu_graph.store.query_faults import explain, unknown_terms
from kzedu_graph.store.stores import QueryError, Store

MEDIA_TYPES = MappingProxyType(
    {
        "csv": "text/csv",
        "tsv": "text/tab-separated-values",
        "json": "application/sparql-results+json",
        "xml": "application/sparql-results+xml",
        "ttl": "text/turtle",
    }
)
WIDTH = 160
"""Of a table that goes to no terminal, in characters."""


def ask(
    store: Store, source: str, params: dict[str, str], form: str, note: Callable[[str], None] = lambda _: None
) -> bytes:
    """The answer's bytes; raises UnknownNameError where SOURCE is neither a file nor a question of the gallery.

    QueryError of a text that is not SPARQL says what is wrong in words, with the line and a sign under the place;
    of terms that the ontology does not define, which match nothing, `note` is told.
    """
    file = FOLDER / f"{source}.rq"
    if source != "-" and "/" not in source and file.is_file():
        question = fit_defaults(read_query_file(file), read_held(store))
        text, bound = question.text, question.bind(params)
    else:
        text, bound = _text_of(source), {}
        for sentence in unknown_terms(text):
            note(sentence)
        if params:
            raise UnknownNameError(
                "parameters belong to questions of the gallery; write values into a query of your own"
            )
    if not text.strip():
        raise UnknownNameError("the question is empty: write SPARQL, or name a question of the gallery")
    try:
        answer = store.query(text, accept=MEDIA_TYPES["json" if form == "table" else form], params=bound).body
    except QueryError as error:
        raise _explained(text, error) from error
    return _table(json.loads(answer)) if form == "table" else answer


def _explained(text: str, error: QueryError) -> QueryError:
    found = explain(text, error)
    if not found.line:
        return error
    return QueryError(f"the query is not SPARQL: {found.sentence}\n{found.pointer}".rstrip(), found.line, found.column)


def _text_of(source: str) -> str:
    if source == "-":
        return sys.stdin.read()
    path = Path(source)
    if not path.is_file():
        raise UnknownNameError(f"{source}: neither a file nor a question of the gallery ({', '.join(load_gallery())}).")
    return path.read_text("utf-8")


def _table(document: dict[str, Any]) -> bytes:
    out = io.StringIO()
    console = Console(file=out, width=None if sys.stdout.isatty() else WIDTH, highlight=False)
    if "boolean" in document:
        console.print("yes" if document["boolean"] else "no")
        return out.getvalue().encode()
    names = document["head"]["vars"]
    table = Table(*names)
    for row in document["results"]["bindings"]:
        table.add_row(*(row[name]["value"] if name in row else "" for name in names))
    console.print(table)
    return out.getvalue().encode()
