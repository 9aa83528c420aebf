"""`kzedu query`: a question from a file, standard input or the gallery, answered as a table or in a media type."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rich.console import Console
from rich.table import Table

from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.store.gallery import FOLDER, load_gallery, read_query_file
from kzedu_graph.store.gallery_defaults import fit_defaults, read_held
from kzedu_graph.store.stores import Store

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


def ask(store: Store, source: str, params: dict[str, str], form: str) -> bytes:
    """The answer's bytes; raises UnknownNameError where SOURCE is neither a file nor a question of the gallery."""
    file = FOLDER / f"{source}.rq"
    if source != "-" and "/" not in source and file.is_file():
        question = fit_defaults(read_query_file(file), read_held(store))
        text, bound = question.text, question.bind(params)
    else:
        text, bound = _text_of(source), {}
        if params:
            raise UnknownNameError(
                "parameters belong to questions of the gallery; write values into a query of your own"
            )
    if not text.strip():
        raise UnknownNameError("the question is empty: write SPARQL, or name a question of the gallery")
    if form != "table":
        return store.query(text, accept=MEDIA_TYPES[form], params=bound).body
    return _table(json.loads(store.query(text, accept=MEDIA_TYPES["json"], params=bound).body))


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
