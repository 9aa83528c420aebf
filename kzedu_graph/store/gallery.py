"""The gallery: one question a `.rq` file in `ontology/queries/`, with its words in three languages in its head.

A head is YAML in lines that begin with `#+`:

    #+ title: {kk: …, ru: …, en: …}
    #+ group: who
    #+ explanation: {kk: …, ru: …, en: …}
    #+ params:
    #+   agency: {kind: agency, default: kz-talap, label: {kk: …, ru: …, en: …}}
    #+ columns:
    #+   measure: {kk: …, ru: …, en: …}
    #+ chart: bar
    SELECT …

Parameters and columns are variables of the query. A parameter is bound by the engine, never written into the text,
so it stands behind SELECT; without a value and a default it stays free, which means: all of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from rdflib.namespace import XSD
from rdflib.term import Literal, Node, URIRef

from kzedu_graph.model.errors import KzeduError
from kzedu_graph.store.engine.query_text import projected, read_query
from kzedu_graph.vocabulary.places import BASE, QUERIES_FOLDER

FOLDER = QUERIES_FOLDER
LANGUAGES = ("kk", "ru", "en")
THINGS = ("agency", "measure", "indicator", "programme")
KINDS = (*THINGS, "year", "date", "integer", "text")
CHARTS = ("bar", "line")
GROUPS = ("who", "when", "money", "quality", "changes")
"""What a question is asked about, in the order in which the gallery shows it."""
_PATHS = {"programme": "document"}
_FIELDS = ("title", "group", "explanation", "counts", "zero", "params", "columns", "chart")
_FORMS = {
    "year": "a year, as in 2025",
    "date": "a day, as in 2025-09-01",
    "integer": "a whole number",
    "text": "words",
    "agency": "a body's key, as in kz-talap, or its IRI",
    "measure": "a programme and a number, as in P2300000249/63-1, or an IRI",
    "indicator": "an indicator's path, as in P2300000249/plan/13, or its IRI",
    "programme": "an act's number, as in P2300000249, or its IRI",
}
Words = Mapping[str, str]


class QueryFileError(KzeduError):
    """A `.rq` file of ours is broken: the message names file, line and what to write instead."""


class ParamError(KzeduError, LookupError):
    """A parameter that the question does not have, or a value that is not of its kind."""


@dataclass(frozen=True, slots=True)
class Param:
    """A variable that a person may set; `kind` is one of `KINDS`; without `default` it may stay free."""

    name: str
    kind: str
    label: Words
    default: str | None = None

    def term(self, value: str) -> Node:
        """The RDF term for what a person typed; raises `ParamError`, which says what to type."""
        value = value.strip()
        try:
            return _term(self.kind, value)
        except ValueError as error:
            raise ParamError(f"{self.name}={value}: {_FORMS[self.kind]} is needed") from error


@dataclass(frozen=True, slots=True)
class Column:
    """A variable that the answer shows."""

    name: str
    label: Words


@dataclass(frozen=True, slots=True)
class Query:
    """A question of the gallery; `name` is its file's name and its web address, `counts` what it is asked of.

    `group` is one of `GROUPS`; `zero` says what an answer without rows means.
    """

    name: str
    title: Words
    group: str
    explanation: Words
    counts: Words
    zero: Words
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    chart: str | None
    text: str

    def bind(self, values: Mapping[str, str]) -> dict[str, Node]:
        """Terms for the parameters: what was typed, else the default; an empty value leaves it free.

        Raises `ParamError` for an unknown name and for a value that is not of the parameter's kind.
        """
        known = {param.name: param for param in self.params}
        for name in values:
            if name not in known:
                raise ParamError(f"{self.name} has no parameter {name}; it has {', '.join(known) or 'none'}")
        chosen = {name: values.get(name, param.default) for name, param in known.items()}
        return {name: known[name].term(value) for name, value in chosen.items() if value and value.strip()}


def _term(kind: str, value: str) -> Node:
    match kind:
        case "year":
            return Literal(f"{_matching(value, '[0-9]{4}')}", datatype=XSD.gYear)
        case "date":
            return Literal(date.fromisoformat(value).isoformat(), datatype=XSD.date)
        case "integer":
            return Literal(str(int(_matching(value, "[+-]?[0-9]{1,18}"))), datatype=XSD.integer)
        case "text":
            return Literal(value)
        case "agency" | "measure" | "indicator" | "programme":
            if "://" in value:
                return URIRef(_matching(value, r'https?://[^\s<>"{}|^`\\]+'))
            return URIRef(f"{BASE}{_PATHS.get(kind, kind)}/{_matching(value, r'[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*')}")
    raise ValueError(kind)


def _matching(value: str, pattern: str) -> str:
    if not re.fullmatch(pattern, value):
        raise ValueError(value)
    return value


@cache
def load_gallery(folder: Path = FOLDER) -> Mapping[str, Query]:
    """All questions by name, in the order of their names; raises `QueryFileError`."""
    return MappingProxyType({path.stem: read_query_file(path) for path in sorted(folder.glob("*.rq"))})


def read_query_file(path: Path) -> Query:
    """One question; raises `QueryFileError` with file, line and what to write instead."""
    return _Reader(path, path.read_text(encoding="utf-8")).query()


class _Reader:
    """Reads one file, and knows at which line of it each key of the head stands."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        lines = text.split("\n")
        self.numbers = [number for number, line in enumerate(lines, start=1) if line.startswith("#+")]
        self.head = [lines[number - 1][2:].removeprefix(" ") for number in self.numbers]

    def wrong(self, what: str, key: str = "") -> QueryFileError:
        """The error for what is wrong, at the line of a key of the head."""
        line = self.numbers[0] if self.numbers else 1
        for number, words in zip(self.numbers, self.head, strict=True):
            if key and re.match(rf"\s*{re.escape(key)}\s*:", words):
                line = number
                break
        return QueryFileError(f"{self.path}:{line}: {what}")

    def query(self) -> Query:
        head = self.read_head()
        for name in head:
            if name not in _FIELDS:
                raise self.wrong(f"there is no field `{name}`; write one of {', '.join(_FIELDS)}", name)
        params = tuple(self.param(name, value) for name, value in self.mapping(head, "params").items())
        columns = tuple(Column(name, self.words(value, name)) for name, value in self.mapping(head, "columns").items())
        chart = head.get("chart")
        if chart is not None and chart not in CHARTS:
            raise self.wrong(f"a chart is one of {', '.join(CHARTS)}, not {chart}", "chart")
        group = head.get("group")
        if group not in GROUPS:
            raise self.wrong(f"a question stands in a group: write `group:` and one of {', '.join(GROUPS)}", "group")
        self.check_variables(params, columns)
        title, explanation = (self.words(head.get(field), field) for field in ("title", "explanation"))
        counts, zero = (
            self.words(head[field], field) if field in head else MappingProxyType({}) for field in ("counts", "zero")
        )
        return Query(self.path.stem, title, group, explanation, counts, zero, params, columns, chart, self.text)

    def read_head(self) -> dict[str, Any]:
        if not self.numbers:
            raise self.wrong("the head is missing: begin with lines such as `#+ title: {kk: …, ru: …, en: …}`")
        try:
            head = yaml.safe_load("\n".join(self.head))
        except yaml.MarkedYAMLError as error:
            place = self.numbers[min(error.problem_mark.line, len(self.numbers) - 1)] if error.problem_mark else 1
            raise QueryFileError(
                f"{self.path}:{place}: the head is not YAML ({error.problem}); quote its words"
            ) from error
        if not isinstance(head, dict):
            raise self.wrong("the head holds fields, `title: …`")
        return head

    def mapping(self, head: Mapping[str, Any], field: str) -> dict[str, Any]:
        value = head.get(field) or {}
        if not isinstance(value, dict):
            raise self.wrong(f"`{field}` holds one line a variable, `name: …`", field)
        return value

    def words(self, value: object, key: str) -> Words:
        if not isinstance(value, dict) or set(value) != set(LANGUAGES) or not all(map(str, value.values())):
            raise self.wrong(f"`{key}` needs words in each of {', '.join(LANGUAGES)}: {{kk: …, ru: …, en: …}}", key)
        return MappingProxyType({lang: str(value[lang]) for lang in LANGUAGES})

    def param(self, name: str, value: object) -> Param:
        if not isinstance(value, dict) or not {"kind", "label"} <= set(value) <= {"kind", "label", "default"}:
            raise self.wrong(f"a parameter is written `{name}: {{kind: …, label: …, default: …}}`", name)
        if value["kind"] not in KINDS:
            raise self.wrong(f"a parameter's kind is one of {', '.join(KINDS)}, not {value['kind']}", name)
        default = value.get("default")
        param = Param(name, value["kind"], self.words(value["label"], name), None if default is None else str(default))
        if param.default is not None:
            try:
                param.term(param.default)
            except ParamError as error:
                raise self.wrong(f"the default does not fit: {error}", name) from error
        return param

    def check_variables(self, params: tuple[Param, ...], columns: tuple[Column, ...]) -> None:
        """What the head names and what SELECT returns are the same variables."""
        if read_query(self.text).form != "SELECT":
            raise self.wrong("a question of the gallery is a SELECT")
        returned = projected(self.text)
        named = {*(param.name for param in params), *(column.name for column in columns)}
        for name in sorted(named - returned):
            raise self.wrong(f"SELECT does not return ?{name}: add it, or take `{name}` out of the head", name)
        for name in sorted(returned - named):
            raise self.wrong(f"?{name} has no words: add `{name}: {{kk: …, ru: …, en: …}}` to the columns", "columns")
        if not columns:
            raise self.wrong("`columns` names what the answer shows", "columns")
