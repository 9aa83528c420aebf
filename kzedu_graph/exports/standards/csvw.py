"""All tables as CSV on the Web: files and the metadata that say what each column means.

https://www.w3.org/TR/tabular-metadata/. What a column is stands in `columns.yml`; what the graph calls it, in the
ontology.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDFS

from kzedu_graph.exports.cells import Row
from kzedu_graph.exports.change_tables import CHANGE_TABLES
from kzedu_graph.exports.labels import label_rows
from kzedu_graph.exports.reported_tables import REPORTED_TABLES
from kzedu_graph.exports.tables import BY_EDITION, TABLES
from kzedu_graph.exports.tidy_tables import TIDY_TABLES
from kzedu_graph.exports.view import Once, editions
from kzedu_graph.store.description import describe_corpus
from kzedu_graph.vocabulary.about.notices import DATA_LICENCE, INVENTED
from kzedu_graph.vocabulary.iris import KZEDU, LANGUAGES, PREFIXES
from kzedu_graph.vocabulary.queries import Selects
from kzedu_graph.vocabulary.turtle import read_ontology

METADATA = "csv-metadata.json"
SEPARATOR = "|"
"""Between the values of a cell that holds several; no value of ours holds it."""
_IRI: Mapping[str, str] = MappingProxyType({"base": "string", "format": r"[a-z][a-z0-9+.-]*:\S+"})
"""An IRI as text of that form: the package `csvw` cannot compare `anyURI` within a key of two columns."""
_COLUMNS = Path(__file__).with_name("columns.yml")


def write_csvw(store: Selects, folder: Path, chosen: str = "all") -> list[Path]:
    """Every table of the store as a CSV file in the folder, with their metadata; gives the files written.

    Each edition is read once and gives its rows of all tables; one edition is held at a time. Raises ValueError for a
    column that `columns.yml` does not describe.
    """
    folder.mkdir(parents=True, exist_ok=True)
    once = Once(store)
    with ExitStack() as open_files:
        invented = describe_corpus(store).invented
        sheets = {name: _Sheet(folder / f"{name}.csv", name, open_files) for name in tables()}
        for edition in editions(once, chosen):
            for name in by_edition():
                sheets[name].write(label_rows(tables()[name](once, edition), invented))
        for name in tables().keys() - set(by_edition()):
            sheets[name].write(label_rows(tables()[name](once, "all"), invented))
    full = [sheet for sheet in sheets.values() if sheet.columns]
    described = [_table_metadata(sheet) for sheet in full]
    names = {one["url"] for one in described}
    for one in described:
        keys = one["tableSchema"]["foreignKeys"]
        one["tableSchema"]["foreignKeys"] = [key for key in keys if key["reference"]["resource"] in names]
    metadata = folder / METADATA
    document: dict[str, Any] = {"@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}], "tables": described}
    document["dc:license"] = {"@id": DATA_LICENCE}
    if invented:
        document["dc:description"] = [{"@value": words, "@language": lang} for lang, words in INVENTED.items()]
    metadata.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return [*(sheet.file for sheet in full), metadata]


def by_edition() -> tuple[str, ...]:
    """Tables whose rows each come from one edition's graph."""
    return (*BY_EDITION, *TIDY_TABLES)


def tables() -> Mapping[str, Callable[[Selects, str], Iterator[Row]]]:
    """Every table by its name, the records first."""
    return {**TABLES, **TIDY_TABLES, **CHANGE_TABLES, **REPORTED_TABLES}


@cache
def declared() -> Mapping[str, Any]:
    """What `columns.yml` says of columns and tables."""
    read = yaml.safe_load(_COLUMNS.read_text("utf-8"))
    assert isinstance(read, dict)
    return read


@cache
def _ontology() -> Graph:
    return read_ontology()


def column_of(table: str, name: str) -> Mapping[str, Any]:
    """What `columns.yml` says of a column, the table's own word first."""
    known = declared()
    found = known["tables"][table].get(name) or known["columns"].get(name)
    if found is None:
        raise ValueError(f"{_COLUMNS.name} does not describe the column {name} of {table}: add it with its titles")
    assert isinstance(found, dict)
    return found


@dataclass(slots=True)
class _Sheet:
    """A table's CSV file, begun with its first row: where there is none, there is no file, and no columns."""

    file: Path
    table: str
    open_files: ExitStack
    columns: list[str] = field(default_factory=list)
    described: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    empty: set[str] = field(default_factory=set)
    """The columns in which some cell is empty."""
    writer: Any = None

    def write(self, rows: Iterator[Row]) -> None:
        """The rows behind those that are written."""
        for row in rows:
            if self.writer is None:
                self.columns = list(row)
                self.described = {name: column_of(self.table, name) for name in row}
                out = self.open_files.enter_context(self.file.open("w", encoding="utf-8", newline=""))
                self.writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
                self.writer.writerow(self.columns)
            cells = {name: _cell(row[name], self.described[name]) for name in self.columns}
            self.empty.update(name for name, cell in cells.items() if not cell)
            self.writer.writerow(cells.values())


def _cell(value: Any, column: Mapping[str, Any]) -> str:
    if value is None:
        return ""
    if column.get("type") == "json":
        return json.dumps(value, ensure_ascii=False)
    if column.get("list"):
        if any(SEPARATOR in one for one in value):
            raise ValueError(f"the separator {SEPARATOR} stands within a value: {value}")
        return SEPARATOR.join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _table_metadata(sheet: _Sheet) -> dict[str, Any]:
    """A table's description: a column with an empty cell is no foreign key, for each must refer to a row.

    https://www.w3.org/TR/tabular-metadata/#h-foreignkeys (every row's cells reference a unique row).
    """
    name = sheet.table
    table = declared()["tables"][name]
    schema: dict[str, Any] = {
        "columns": [_column_metadata(name, column, column in table["keys"]) for column in sheet.columns],
        "primaryKey": table["keys"],
        "foreignKeys": [
            {
                "columnReference": column.split(),
                "reference": {"resource": f"{other}.csv", "columnReference": key.split()},
            }
            for column, (other, key) in table.get("refers", {}).items()
            if sheet.empty.isdisjoint(column.split())
        ],
    }
    if "id" in sheet.columns:
        schema["aboutUrl"] = "{+id}"
    return {"url": f"{name}.csv", "tableSchema": schema}


def _column_metadata(table: str, name: str, required: bool) -> dict[str, Any]:
    """A column's name, titles by language (its name as `und`, for that is the header), datatype and property."""
    column = column_of(table, name)
    found: dict[str, Any] = {
        "name": name,
        "titles": {"und": name, **_titles(column)},
        "datatype": dict(_IRI) if column.get("type") == "anyURI" else column.get("type", "string"),
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
