"""A strict reader of CSV on the Web: what of a folder breaks its own metadata."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


_PARSERS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "boolean": _boolean,
    "decimal": Decimal,
    "date": date.fromisoformat,
    "json": json.loads,
}


def complaints(folder: Path) -> Iterator[str]:
    """Each place where the tables are not as the metadata say (tabular-data-model, section 6.6 and 4.6)."""
    metadata = json.loads((folder / "csv-metadata.json").read_text("utf-8"))
    rows: dict[str, list[dict[str, str]]] = {}
    for table in metadata["tables"]:
        url, schema = table["url"], table["tableSchema"]
        with (folder / url).open(encoding="utf-8", newline="") as file:
            header, *lines = csv.reader(file, strict=True)
        names = [column["name"] for column in schema["columns"]]
        if [column["titles"]["und"] for column in schema["columns"]] != header:
            yield f"{url}: the header is not what the titles say"
        for number, line in enumerate(lines, 2):
            if len(line) != len(names):
                yield f"{url}:{number}: {len(line)} cells for {len(names)} columns"
            for column, cell in zip(schema["columns"], line, strict=False):
                yield from (f"{url}:{number}: {reason}" for reason in _wrong(column, cell))
        rows[url] = [dict(zip(names, line, strict=False)) for line in lines]
        keys = [tuple(row.get(name) for name in schema["primaryKey"]) for row in rows[url]]
        if len(set(keys)) != len(keys):
            yield f"{url}: the primary key is not unique"
    for table in metadata["tables"]:
        for key in table["tableSchema"]["foreignKeys"]:
            other, columns = key["reference"]["resource"], key["reference"]["columnReference"]
            known = {tuple(row[column] for column in columns) for row in rows[other]}
            for row in rows[table["url"]]:
                named = tuple(row[column] for column in key["columnReference"])
                if all(named) and named not in known:
                    yield f"{table['url']}: {', '.join(named)} is not in {other}"


def _wrong(column: dict[str, Any], cell: str) -> Iterator[str]:
    if cell == column["null"]:
        if column.get("required"):
            yield f"{column['name']} is empty"
        return
    for value in cell.split(column["separator"]) if "separator" in column else [cell]:
        try:
            _parse(column["datatype"], value)
        except ValueError:
            yield f"{column['name']}: {value!r} is no {column['datatype']}"


def _parse(datatype: str | dict[str, str], value: str) -> None:
    """A value of a datatype, or of one derived by a pattern (tabular-data-model, section 6.4.6)."""
    if isinstance(datatype, str):
        _PARSERS[datatype](value)
        return
    _PARSERS[datatype["base"]](value)
    if not re.fullmatch(datatype["format"], value):
        raise ValueError(value)
