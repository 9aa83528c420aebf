"""The .json and .csv twins of a list page: the same rows, for machines."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response
from werkzeug.routing import BaseConverter

SEPARATOR = "; "
"""Between the values of a cell that holds several, in CSV."""


class TwinConverter(BaseConverter):
    """The ending of a twin's address: `.json` or `.csv`."""

    regex = r"json|csv"


def twin_response(twin: str, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Response:
    """The rows as a JSON array of objects, or as CSV (RFC 4180) with a header."""
    if twin == "json":
        body = json.dumps([{name: row.get(name) for name in columns} for row in rows], ensure_ascii=False, indent=1)
        return Response(body + "\n", mimetype="application/json")
    if twin == "csv":
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(columns)
        writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
        return Response(out.getvalue(), content_type="text/csv; charset=utf-8")
    raise ValueError(f"a twin is json or csv, not {twin!r}")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return SEPARATOR.join(f"{item} ({name})" for name, item in value.items())
    if isinstance(value, list | tuple):
        return SEPARATOR.join(_cell(item) for item in value)
    return str(value)
