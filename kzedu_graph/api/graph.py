"""A graph that a program or a notebook asks.

with kz.open("var/store") as graph:
    graph.measures().where(lambda each: "demo-league" in [party.agency for party in each.responsible]).to_pandas()
"""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Any, Self, TypeVar

from rdflib import Literal, URIRef
from rdflib.term import Node

from kzedu_graph.api.chains import Trace, trace_through
from kzedu_graph.api.records import (
    Body,
    Change,
    Document,
    Duty,
    Indicator,
    Measure,
    Part,
    Provision,
    Quote,
    record_of,
)
from kzedu_graph.api.tables import Table
from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.trace import find_thing
from kzedu_graph.exports.change_tables import CHANGE_TABLES
from kzedu_graph.exports.reported_tables import REPORTED_TABLES
from kzedu_graph.exports.tables import TABLES
from kzedu_graph.exports.tidy_tables import TIDY_TABLES
from kzedu_graph.exports.view import Once, editions
from kzedu_graph.model.errors import UnknownNameError
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.store.dataset import NO_LIMIT, Store
from kzedu_graph.store.description import describe_corpus
from kzedu_graph.store.engine.answers import Limits
from kzedu_graph.store.gallery import load_gallery
from kzedu_graph.store.gallery_defaults import fit_defaults, read_held
from kzedu_graph.store.stores import open_store
from kzedu_graph.store.texts import Texts
from kzedu_graph.vocabulary.iris import LANGUAGES, PREFIXES, guesses, is_a, local, local_name
from kzedu_graph.vocabulary.queries import load_query

R = TypeVar("R")
AROUND = 200
"""Characters of the text that a quote brings on either side."""
Tables = {**TABLES, **TIDY_TABLES, **CHANGE_TABLES, **REPORTED_TABLES}


class KnowledgeGraph:
    """A store that is read: tables of typed records, free questions, chains and quotes.

    `edition` of a table is `current` (one text of each programme, its latest, so that each row stands there once),
    `all`, or one edition by its IRI or path ("P2300000249/2025-04-25/ru"); one that is not there raises
    UnknownNameError. What the store cannot answer raises StoreError.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._invented: bool | None = None
        self._chains: Chains | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of processes and connections."""
        self.store.close()

    @property
    def version(self) -> str:
        """The build that answers."""
        return self.store.version

    @property
    def invented(self) -> bool:
        """Whether the texts were made up, as those of the demonstration are."""
        if self._invented is None:
            self._invented = describe_corpus(self.store).invented
        return self._invented

    # ---- tables

    def table(self, name: str, edition: str = "current") -> Table[Mapping[str, Any]]:
        """Any table of `kzedu export`, as rows of plain values; raises UnknownNameError for one that there is not."""
        if name not in Tables:
            raise UnknownNameError(f"no table {name}; there are: {', '.join(Tables)}")
        rows = list(Tables[name](self.store, self._chosen(name, edition)))
        return Table(rows, list(rows[0]) if rows else (), invented=self.invented)

    def documents(self, edition: str = "all") -> Table[Document]:
        """Every text: its act, day and language, and whether the act is in force."""
        return self._table(Document, "documents", edition)

    def measures(self, edition: str = "current") -> Table[Measure]:
        """The rows of the plans, in printed order."""
        return self._table(Measure, "measures", edition)

    def indicators(self, edition: str = "current") -> Table[Indicator]:
        """The listings of indicators with the values that they state."""
        return self._table(Indicator, "indicators", edition)

    def provisions(self, edition: str = "current") -> Table[Provision]:
        """What sentences of prose require, recommend, permit and prohibit."""
        return self._table(Provision, "provisions", edition)

    def bodies(self, edition: str = "current") -> Table[Body]:
        """Every body of the registry, with how often it is named."""
        return self._table(Body, "agencies", edition)

    def changes(self, edition: str = "all") -> Table[Change]:
        """What differs between two texts, row by row and field by field."""
        return self._table(Change, "changes", edition)

    def duties(
        self, body: str | None = None, role: str | None = None, status: str | None = None, edition: str = "current"
    ) -> Table[Duty]:
        """What binds bodies, from plans and from prose: of all, or of one by its key or by any of its names.

        `role` is that of a `Duty`, `status` a code ("in-force"). Raises UnknownNameError for a body that nobody knows.
        """
        key = self._key(body) if body else None
        once = Once(self.store)
        found = chain.from_iterable(_duties(once, str(each)) for each in editions(once, edition))
        return Table(
            (
                duty
                for duty in found
                if key in (None, duty.body) and role in (None, duty.role) and status in (None, duty.status)
            ),
            _columns(Duty),
            invented=self.invented,
        )

    # ---- questions

    def query(self, sparql: str, **params: Node | str) -> Table[Mapping[str, Any]]:
        """The rows of a SELECT with Python values; the usual prefixes need not be written.

        A parameter is a variable that the query returns, as an RDF term or as text of a literal. Raises QueryError.
        """
        text = _prefixed(sparql)
        terms = {name: term if isinstance(term, Node) else Literal(term) for name, term in params.items()}
        answer = json.loads(self.store.query(text, params=terms, limits=self.store.own_limits()).body)
        if "boolean" in answer:
            return Table([{"answer": answer["boolean"]}], ["answer"], invented=self.invented)
        rows = [{name: _python(value) for name, value in binding.items()} for binding in answer["results"]["bindings"]]
        return Table(rows, answer["head"]["vars"], invented=self.invented)

    def ask(self, question: str, **params: str) -> Table[Mapping[str, Any]]:
        """The answer to a question of the gallery (`kzedu query NAME`), its parameters as text.

        Raises UnknownNameError for a question that there is not, and ParamError for a value of another kind.
        """
        gallery = load_gallery()
        if question not in gallery:
            raise UnknownNameError(f"no question {question}; there are: {', '.join(gallery)}")
        fitted = fit_defaults(gallery[question], read_held(self.store))
        return self.query(fitted.text, **fitted.bind(params))

    def trace(self, name: str, depth: int = 2, lang: str = "en") -> Trace:
        """The chain through a body, a measure or an indicator, by an IRI, a path, a key or a name.

        Raises UnknownNameError where that names nothing, or several things.
        """
        if self._chains is None:
            self._chains = Chains.read(self.store.select)
        return trace_through(self._chains, find_thing(self._chains, name, self._key_of), depth, lang)

    # ---- quotes

    def quote(self, of: str | Measure | Indicator | Provision | Duty, around: int = AROUND) -> tuple[Quote, ...]:
        """The words that a thing rests on, with `around` characters on both sides: of a record in its edition, of an
        IRI in every edition that speaks of it. Raises UnknownNameError where nothing is quoted.
        """
        iri = of if isinstance(of, str) else of.id
        iri = iri if "://" in iri else guesses(iri)[0]
        wanted = None if isinstance(of, str) else of.edition
        folder = self.store.texts_folder()
        texts = Texts(folder) if folder else None
        asked = {"evidence" if is_a(iri, "evidence") else "node": URIRef(iri)}
        places = {
            (str(row["edition"]), int(str(row["start"])), int(str(row["end"]))): str(row["words"])
            for row in self.store.select(load_query(__file__, "evidence"), **asked)
            if wanted in (None, str(row["edition"])) and is_a(str(row["edition"]), "document")
        }
        found = [_quote(texts, *place, words, around) for place, words in places.items()]
        if not found:
            raise UnknownNameError(f"{iri}: no text is quoted for it here")
        return tuple(found)

    # ---- how

    def _chosen(self, table: str, edition: str) -> str:
        return "all" if table in CHANGE_TABLES and edition == "current" else edition

    def _table(self, kind: type[R], name: str, edition: str) -> Table[R]:
        rows = Tables[name](self.store, self._chosen(name, edition))
        return Table((record_of(kind, row) for row in rows), _columns(kind), invented=self.invented)

    def _key(self, body: str) -> str:
        key = self._key_of(body)
        if not key:
            raise UnknownNameError(f"nobody is called {body!r}, or several bodies are: give a key, as in kz-moe")
        return key

    def _key_of(self, body: str) -> str | None:
        """The key of a body by key, IRI or name: as the graph itself names it, else as the registry resolves it."""
        rows = list(TABLES["agencies"](self.store, "current"))
        key = local_name(body) if is_a(body, "agency") else body
        if any(row["key"] == key for row in rows):
            return key
        said = body.strip().casefold()
        named = {
            str(row["key"])
            for row in rows
            if said in map(str.casefold, (*row["names"].values(), *row["abbreviations"]))
        }
        if len(named) == 1:
            return named.pop()
        registry = Registry.load()
        return next(filter(None, (registry.resolve(body, lang).agency for lang in LANGUAGES)), None)


def open_graph(where: str | Path, *, limits: Limits | None = None) -> KnowledgeGraph:
    """The graph at a folder (`var/store`) or behind the address of a SPARQL 1.1 server (`https://…/sparql`).

    Without `limits` those of the environment hold for workers and memory, and an own question may take ten minutes and
    as many rows as there are. Raises StoreError where nothing is served.
    """
    own = Limits.read(os.environ)
    chosen = limits or replace(own, seconds=NO_LIMIT.seconds, rows=NO_LIMIT.rows, bytes=NO_LIMIT.bytes)
    graph = KnowledgeGraph(open_store(where, chosen))
    assert graph.version
    return graph


def _columns(kind: type[Any]) -> list[str]:
    return [each.name for each in fields(kind)]


def _duties(store: Once, edition: str) -> Iterator[Duty]:
    measures = {row["id"]: row for row in TABLES["measures"](store, edition)}
    for row in TIDY_TABLES["assignments"](store, edition):
        measure = record_of(Measure, measures[row["measure"]])
        part: Measure | Part = measure.parts[row["part"] - 1] if measure.parts else measure
        if row["agency"]:
            yield Duty(
                measure.id, edition, row["agency"], "measure", row["role"], row["part"] if measure.parts else None,
                measure.name, part.deadline_text, part.due, measure.recurrence, measure.status, measure.evidence,
            )  # fmt: skip
    named: dict[str, list[str]] = defaultdict(list)
    for row in TIDY_TABLES["bearers"](store, edition):
        if row["agency"]:
            named[row["provision"]].append(row["agency"])
    for row in TABLES["provisions"](store, edition):
        said = record_of(Provision, row)
        one = said.bearer or said.default_bearer
        for body in dict.fromkeys(named[said.id] or filter(None, [one])):
            yield Duty(
                said.id, edition, body, "provision", said.modality, None, said.action, said.deadline_text, said.due,
                said.recurrence, said.status, said.evidence,
            )  # fmt: skip


def _prefixed(sparql: str) -> str:
    """A query with the prefixes that it uses and does not say."""
    missing = [
        f"PREFIX {name}: <{iri}>\n"
        for name, iri in PREFIXES.items()
        if f"{name}:" in sparql and f"PREFIX {name}:" not in sparql
    ]
    return "".join(missing) + sparql


def _python(value: Mapping[str, str]) -> Any:
    """A term of JSON results as a Python value: numbers, booleans and days converted, an IRI as text."""
    if value["type"] in ("uri", "bnode") or "datatype" not in value:
        return value["value"]
    plain = Literal(value["value"], datatype=URIRef(value["datatype"])).toPython()
    if isinstance(plain, Decimal):
        return float(plain)
    return str(plain) if isinstance(plain, Literal) else plain


def _quote(texts: Texts | None, edition: str, start: int, end: int, words: str, around: int) -> Quote:
    text = texts.get(edition) if texts else None
    before = text[max(0, start - around) : start] if text else ""
    behind = text[end : end + around] if text else ""
    page = f"/{local(edition)}?at={start}"
    return Quote(text[start:end] if text else words, edition, start, end, before, behind, page)
