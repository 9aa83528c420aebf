"""All tables as CSV on the Web: files and the metadata that say what each column means.

https://www.w3.org/TR/tabular-metadata/. What a column is stands in `columns.yml`; what the graph calls it, in the
ontology.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS

from kzedu_graph.comparison.tables import CHANGE_TABLES
from kzedu_graph.exports.tables import TABLES, Row
from kzedu_graph.exports.view import Selects
from kzedu_graph.terms import KZEDU, LANGUAGES, ONTOLOGY_FOLDER, PREFIXES

METADATA = "csv-metadata.json"
SEPARATOR = "|"
"""Between the values of a cell that holds several; no value of ours holds it."""
_COLUMNS = Path(__file__).with_name("columns.yml")


def write_csvw(store: Selects, folder: Path) -> list[Path]:
    """Every table of the store as a CSV file in the folder, with their metadata; gives the files written.

    Rows are written as they come. Raises ValueError for a column that `columns.yml` does not describe.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written, described = [], []
    for name, table in _tables().items():
        file = folder / f"{name}.csv"
        columns = _write_table(file, name, table(store, "all"))
        if columns:
            written.append(file)
            described.append(_table_metadata(name, columns))
    names = {one["url"] for one in described}
    for one in described:
        keys = one["tableSchema"]["foreignKeys"]
        one["tableSchema"]["foreignKeys"] = [key for key in keys if key["reference"]["resource"] in names]
    metadata = folder / METADATA
    document = {"@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}], "tables": described}
    metadata.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return [*written, metadata]


def _tables() -> Mapping[str, Callable[[Selects, str], Iterator[Row]]]:
    return {**TABLES, **CHANGE_TABLES}


@cache
def _declared() -> Mapping[str, Any]:
    declared = yaml.safe_load(_COLUMNS.read_text("utf-8"))
    assert isinstance(declared, dict)
    return declared


@cache
def _ontology() -> Graph:
    return Graph().parse(ONTOLOGY_FOLDER / "kzedu.ttl")


def _column(table: str, name: str) -> Mapping[str, Any]:
    """What `columns.yml` says of a column, the table's own word first."""
    declared = _declared()
    found = declared["tables"][table].get(name) or declared["columns"].get(name)
    if found is None:
        raise ValueError(f"{_COLUMNS.name} does not describe the column {name} of {table}: add it with its titles")
    assert isinstance(found, dict)
    return found


def _write_table(file: Path, table: str, rows: Iterator[Row]) -> list[str]:
    """The rows as a CSV file; gives the columns, none (and no file) where there is no row."""
    first = next(rows, None)
    if first is None:
        return []
    columns = list(first)
    described = {name: _column(table, name) for name in columns}
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
        writer.writerow(columns)
        writer.writerow([_cell(first[name], described[name]) for name in columns])
        writer.writerows([_cell(row[name], described[name]) for name in columns] for row in rows)
    return columns


def _cell(value: Any, column: Mapping[str, Any]) -> str:
    if value is None:
        return ""
    if column.get("type") == "json":
        return json.dumps(value, ensure_ascii=False)
    if column.get("list"):
        if any(SEPARATOR in one for one in value):
            raise ValueError(f"the separator {SEPARATOR} stands within a value: {value}")
        return SEPARATOR.join(value)
    return str(value)


def _table_metadata(name: str, columns: list[str]) -> dict[str, Any]:
    declared = _declared()["tables"][name]
    schema: dict[str, Any] = {
        "columns": [_column_metadata(name, column, column in declared["keys"]) for column in columns],
        "primaryKey": declared["keys"],
        "foreignKeys": [
            {"columnReference": column, "reference": {"resource": f"{other}.csv", "columnReference": key}}
            for column, (other, key) in declared.get("refers", {}).items()
        ],
    }
    if "id" in columns:
        schema["aboutUrl"] = "{+id}"
    return {"url": f"{name}.csv", "tableSchema": schema}


def _column_metadata(table: str, name: str, required: bool) -> dict[str, Any]:
    """A column's name, titles by language (its name as `und`, for that is the header), datatype and property."""
    column = _column(table, name)
    found: dict[str, Any] = {
        "name": name,
        "titles": {"und": name, **_titles(column)},
        "datatype": column.get("type", "string"),
        "null": "",
    }
    if "property" in column:
        found["propertyUrl"] = _whole(column["property"])
    if column.get("list"):
        found["separator"] = SEPARATOR
    if required:
        found["required"] = True
    return found


def _titles(column: Mapping[str, Any]) -> dict[str, str]:
    if "titles" in column:
        return dict(zip(LANGUAGES, column["titles"], strict=True))
    labels = _ontology().objects(KZEDU[column["property"].removeprefix("kzedu:")], RDFS.label)
    found = {label.language: str(label) for label in labels if isinstance(label, Literal) and label.language}
    return {lang: found[lang] for lang in LANGUAGES}


def _whole(name: str) -> str:
    prefix, _, local = name.partition(":")
    return str(URIRef(PREFIXES[prefix] + local))
