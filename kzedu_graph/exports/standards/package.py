"""All tables at once, as files of one format, with a Frictionless data package that describes them.

https://specs.frictionlessdata.io/tabular-data-package/. The columns are those of `columns.yml`, as for CSV on the Web.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kzedu_graph.exports.cells import Row
from kzedu_graph.exports.files import write_jsonl, write_sheets
from kzedu_graph.exports.standards.csvw import METADATA, SEPARATOR, by_edition, column_of, declared, tables, write_csvw
from kzedu_graph.exports.view import Once, editions
from kzedu_graph.vocabulary.about.notices import DATA_LICENCE, DATA_LICENCE_NAME, DATA_LICENCE_TITLE
from kzedu_graph.vocabulary.queries import Selects

PACKAGE = "datapackage.json"
_TYPES: Mapping[str, str] = MappingProxyType(
    {"integer": "integer", "decimal": "number", "boolean": "boolean", "date": "date", "json": "any"}
)
"""The types of Table Schema for those of `columns.yml`; what is not here is a string."""
_SQL: Mapping[str, str] = MappingProxyType({"integer": "INTEGER", "decimal": "REAL", "boolean": "INTEGER"})
_BOOK = "kzedu.xlsx"
_DATABASE = "kzedu.sqlite"
_LICENCE = {"name": DATA_LICENCE_NAME, "title": DATA_LICENCE_TITLE, "path": DATA_LICENCE}


def write_package(store: Selects, folder: Path, form: str, chosen: str = "all") -> list[Path]:
    """Every table in a form (`csv`, `jsonl`, `parquet`, `sqlite`, `xlsx`) in the folder, and its description.

    `chosen` is `all`, `current`, or one edition. A table without rows is left out. Gives the files written; raises
    LookupError for an edition that is not there, and ValueError for a form that there is not.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if form == "csv":
        files = write_csvw(store, folder, chosen)
        columns = {file.stem: _header(file) for file in files if file.name != METADATA}
        return [*files, _describe(folder, columns, "csv", {name: f"{name}.csv" for name in columns})]
    if form not in _WRITERS:
        raise ValueError(f"a package is csv, {', '.join(_WRITERS)}, not {form}")
    rows = read_tables(store, chosen)
    columns = {name: list(found[0]) for name, found in rows.items()}
    files, paths = _WRITERS[form](rows, folder)
    return [*files, _describe(folder, columns, form, paths)]


def read_tables(store: Selects, chosen: str = "all") -> dict[str, list[Row]]:
    """The rows of every table that has some; each edition is read once."""
    once = Once(store)
    found: dict[str, list[Row]] = {name: [] for name in tables()}
    for edition in editions(once, chosen):
        for name in by_edition():
            found[name].extend(tables()[name](once, str(edition)))
    for name in tables().keys() - set(by_edition()):
        found[name].extend(tables()[name](once, chosen))
    return {name: rows for name, rows in found.items() if rows}


Written = tuple[list[Path], dict[str, str]]
"""The files, and the path of each table in the package."""


def _write_jsonl(rows: Mapping[str, list[Row]], folder: Path) -> Written:
    for name, found in rows.items():
        with (folder / f"{name}.jsonl").open("wb") as out:
            write_jsonl(found, out)
    return [folder / f"{name}.jsonl" for name in rows], {name: f"{name}.jsonl" for name in rows}


def _write_xlsx(rows: Mapping[str, list[Row]], folder: Path) -> Written:
    with (folder / _BOOK).open("wb") as out:
        write_sheets(rows, out)
    return [folder / _BOOK], dict.fromkeys(rows, _BOOK)


def _write_sqlite(rows: Mapping[str, list[Row]], folder: Path) -> Written:
    """A database with a table each; lists and objects as JSON, which SQLite reads by its own functions."""
    file = folder / _DATABASE
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(file)) as database, database:
        for name, found in rows.items():
            columns = list(found[0])
            types = [_SQL.get(column_of(name, column).get("type", ""), "TEXT") for column in columns]
            keys = ", ".join(f'"{key}"' for key in declared()["tables"][name]["keys"])
            described = ", ".join(f'"{column}" {kind}' for column, kind in zip(columns, types, strict=True))
            database.execute(f'CREATE TABLE "{name}" ({described}, PRIMARY KEY ({keys}))')
            marks = ", ".join("?" * len(columns))
            database.executemany(
                f'INSERT INTO "{name}" VALUES ({marks})',
                ([_flat(row[column]) for column in columns] for row in found),
            )
    return [file], dict.fromkeys(rows, _DATABASE)


def _write_parquet(rows: Mapping[str, list[Row]], folder: Path) -> Written:
    """A file a table; lists and objects as JSON, for their shape differs from row to row. Needs the extra `parquet`."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise ValueError(
            "parquet needs pyarrow: install the extra `parquet` (pip install kzedu-graph[parquet])"
        ) from error
    kinds = {"integer": pyarrow.int64(), "decimal": pyarrow.float64(), "boolean": pyarrow.bool_()}
    for name, found in rows.items():
        schema = pyarrow.schema(
            [(column, kinds.get(column_of(name, column).get("type", ""), pyarrow.string())) for column in found[0]]
        )
        plain = [{column: _flat(value) for column, value in row.items()} for row in found]
        parquet.write_table(pyarrow.Table.from_pylist(plain, schema=schema), folder / f"{name}.parquet")
    return [folder / f"{name}.parquet" for name in rows], {name: f"{name}.parquet" for name in rows}


_WRITERS: Mapping[str, Callable[[Mapping[str, list[Row]], Path], Written]] = MappingProxyType(
    {"jsonl": _write_jsonl, "parquet": _write_parquet, "sqlite": _write_sqlite, "xlsx": _write_xlsx}
)
FORMS = ("csv", *_WRITERS)


def _flat(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _header(file: Path) -> list[str]:
    with file.open(encoding="utf-8", newline="") as read:
        return next(csv.reader(read))


def _describe(folder: Path, columns: Mapping[str, Sequence[str]], form: str, paths: Mapping[str, str]) -> Path:
    resources = [_resource(name, columns[name], form, paths[name], columns.keys()) for name in columns]
    document = {
        "profile": "tabular-data-package",
        "name": "kzedu-graph",
        "title": "Policy entities and obligations in the education of Kazakhstan",
        "description": "Who must do what, by when, with what proof, paid how, measured by what.",
        "homepage": "https://w3id.org/kzedu/ontology",
        "licenses": [_LICENCE],
        "resources": resources,
    }
    file = folder / PACKAGE
    file.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return file


def _resource(name: str, columns: Sequence[str], form: str, path: str, present: Iterable[str]) -> dict[str, Any]:
    table = declared()["tables"][name]
    schema: dict[str, Any] = {
        "fields": [_field(name, column, form, column in table["keys"]) for column in columns],
        "primaryKey": table["keys"],
        "missingValues": [""],
    }
    foreign = [
        {"fields": column.split(), "reference": {"resource": other, "fields": key.split()}}
        for column, (other, key) in table.get("refers", {}).items()
        if other in present
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    described: dict[str, Any] = {"name": name, "path": path, "profile": "tabular-data-resource", "schema": schema}
    match form:
        case "csv":
            described |= {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
        case "jsonl":
            described |= {"format": "ndjson", "mediatype": "application/x-ndjson", "encoding": "utf-8"}
        case "parquet":
            described |= {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
        case "sqlite":
            described |= {"format": "sqlite", "dialect": {"sql": {"table": name}}}
        case "xlsx":
            described |= {"format": "xlsx", "dialect": {"excel": {"sheet": name}}}
    return described


def _field(table: str, name: str, form: str, required: bool) -> dict[str, Any]:
    """A column: what of lists and objects is JSON is a string where the file is flat, and says so."""
    column = column_of(table, name)
    kind = _TYPES.get(column.get("type", ""), "string")
    several = bool(column.get("list"))
    found: dict[str, Any] = {"name": name}
    if form == "jsonl":
        found["type"] = "array" if several else kind
    else:
        found["type"] = "string" if several or kind == "any" else kind
    if several and form == "csv":
        found["description"] = f"several values, between them {SEPARATOR}"
    elif form != "jsonl" and (several or kind == "any"):
        found["description"] = "JSON"
    if required:
        found["constraints"] = {"required": True}
    return found
