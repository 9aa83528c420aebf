"""What the pages ask of the store: each question is a file in `queries/`, its parameters bound by the engine."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from kzedu_graph.language.mending import mend
from kzedu_graph.store.engine.answers import Answer
from kzedu_graph.store.engine.result_tables import Terms, read_table
from kzedu_graph.store.stores import Store, whole
from kzedu_graph.vocabulary.queries import Parameter

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


class Values(Terms[Value]):
    """The terms of an answer as pages have them."""

    def iri(self, text: str) -> Value:
        return _value(text, is_iri=True)

    def blank(self, label: str) -> Value:
        return _value(label)

    def literal(self, text: str, lang: str | None, datatype: str | None) -> Value:
        return _value(text, lang, datatype)


def _value(text: str, lang: str | None = None, datatype: str | None = None, is_iri: bool = False) -> Value:
    value = Value(text)
    value.lang = lang
    value.is_iri = is_iri
    value.is_day = datatype == _DAY
    value.is_number = datatype in _FRACTIONS
    return value


Row = dict[str, Value]


@cache
def question(name: str) -> str:
    """The text of a question, read once."""
    return (FOLDER / f"{name}.rq").read_text(encoding="utf-8")


def ask_rows(store: Store, name: str, **params: Parameter) -> list[Row]:
    """All rows of the question with that name; an unbound variable is left out of its row."""
    asked = question(name)
    return read_rows(whole(store.query(asked, accept=store.tables, params=params, limits=store.own_limits())))


def read_rows(answer: Answer) -> list[Row]:
    """The rows of an answer to a SELECT, in either form of `Store.tables`. Raises ValueError for that of an ASK."""
    rows = read_table(answer.media_type, answer.body, Values())
    if rows is None:
        raise ValueError("the answer of an ASK has no rows")
    return rows


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
