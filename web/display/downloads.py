"""The .json, .csv and .xlsx twins of a list page, for machines and spreadsheets; pictures as files."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, render_template
from werkzeug.routing import BaseConverter

from kzedu_graph.exports.files import guarded, write_xlsx
from kzedu_graph.exports.labels import COLUMN, label_rows
from web.views.site import is_invented, site

SEPARATOR = "; "
"""Between the values of a cell that holds several, in CSV and spreadsheets."""
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Control characters, which a spreadsheet cannot hold."""
_LONGEST_CELL = 32_767


class TwinConverter(BaseConverter):
    """The ending of a twin's address: `.json`, `.csv` or `.xlsx`."""

    regex = r"json|csv|xlsx"


def svg_response(template: str, **values: Any) -> Response:
    """A picture by itself, with its own style and the notice of an invented corpus; other sites may show it."""
    answer = Response(render_template(template, **values), content_type="image/svg+xml; charset=utf-8")
    answer.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


def twin_response(twin: str, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Response:
    """The rows as a JSON array of objects, as CSV (RFC 4180) with a header, or as a sheet.

    Those of an invented corpus have a last column that says so.
    """
    if is_invented():
        rows, columns = list(label_rows(map(dict, rows), True)), (*columns, COLUMN)
    if twin == "json":
        body = json.dumps([{name: row.get(name) for name in columns} for row in rows], ensure_ascii=False, indent=1)
        return Response(body + "\n", mimetype="application/json")
    if twin == "csv":
        out = io.StringIO(newline="")
        writer = csv.writer(out)
        writer.writerow(columns)
        writer.writerows([_sheet_cell(row.get(name)) for name in columns] for row in rows)
        return Response(out.getvalue(), content_type="text/csv; charset=utf-8")
    if twin == "xlsx":
        told = json.dumps([list(columns), [[row.get(name) for name in columns] for row in rows]], ensure_ascii=False)
        return Response(
            site().catalogue.file(("xlsx", hashlib.sha256(told.encode()).hexdigest()), lambda: _sheet(rows, columns)),
            content_type=_SHEET,
            headers={"Content-Disposition": 'attachment; filename="kzedu.xlsx"'},
        )
    raise ValueError(f"a twin is json, csv or xlsx, not {twin!r}")


def _sheet(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> bytes:
    sheet = io.BytesIO()
    flat: list[dict[str, Any]] = [{name: _sheet_cell(row.get(name)) for name in columns} for row in rows]
    write_xlsx(flat or [dict.fromkeys(columns)], sheet)
    return sheet.getvalue()


def _sheet_cell(value: Any) -> str | int | float | None:
    """A value as a sheet holds it: numbers stay numbers, words never become formulas."""
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    text = _UNPRINTABLE.sub("", _cell(value))[:_LONGEST_CELL]
    return guarded(text)


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
