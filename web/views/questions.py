"""What the pages ask of the store: each question is a file in `queries/`, its parameters bound by the engine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from rdflib.term import Node

from kzedu_graph.language.mending import mend
from kzedu_graph.store.stores import Store, whole

_DAY = "http://www.w3.org/2001/XMLSchema#date"
_FRACTIONS = frozenset(f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("decimal", "double", "float"))
FOLDER = Path(__file__).parent / "queries"


class Value(str):
    """A term of an answer: its text, the language of a tagged literal, and whether it is an IRI, a day or a number."""

    __slots__ = ("is_day", "is_iri", "is_number", "lang")
    lang: str | None
    is_iri: bool
    is_day: bool
    is_number: bool  # years and counts are integers, and are written as they are

    @classmethod
    def of(cls, binding: Mapping[str, str]) -> Value:
        """The value of one binding in SPARQL JSON results."""
        value = cls(binding["value"])
        value.lang = binding.get("xml:lang")
        value.is_iri = binding["type"] == "uri"
        value.is_day = binding.get("datatype") == _DAY
        value.is_number = binding.get("datatype") in _FRACTIONS
        return value


Row = dict[str, Value]


@cache
def question(name: str) -> str:
    """The text of a question, read once."""
    return (FOLDER / f"{name}.rq").read_text(encoding="utf-8")


def ask_rows(store: Store, name: str, **params: Node) -> list[Row]:
    """All rows of the question with that name; an unbound variable is left out of its row."""
    return read_rows(whole(store.query(question(name), params=params, limits=store.own_limits())).body)


def read_rows(body: bytes) -> list[Row]:
    """The rows of SPARQL JSON results."""
    bindings = json.loads(body)["results"]["bindings"]
    return [{name: Value.of(binding) for name, binding in row.items()} for row in bindings]


def grouped(rows: Iterable[Row], key: str) -> dict[Value, list[Row]]:
    """Rows by the value of one variable, in the order of their first appearance; rows without it are left out."""
    found: dict[Value, list[Row]] = {}
    for row in rows:
        if key in row:
            found.setdefault(row[key], []).append(row)
    return found


def labels_of(rows: Iterable[Row], name: str = "label") -> dict[str, str]:
    """The labels in a variable by language; a literal without a tag counts as English."""
    return {row[name].lang or "en": str(row[name]) for row in rows if name in row}


def names_of(rows: Iterable[Row]) -> dict[str, str]:
    """The labels by language, where words that a file tears apart are mended as they are in quotes."""
    return {lang: mend(label) for lang, label in labels_of(rows).items()}


def values_of(rows: Iterable[Row], name: str) -> list[str]:
    """The different values of a variable, in order of first appearance."""
    return list(dict.fromkeys(str(row[name]) for row in rows if name in row))
