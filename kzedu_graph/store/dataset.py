"""What every store can be asked, wherever its graph lies: queries with parameters, answers as rows or graphs."""

from __future__ import annotations

import json
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import IO, ClassVar, Self

from rdflib import Graph
from rdflib.term import Node

from kzedu_graph.store.engine.answers import Answer, Limits, QueryError, QueryTooLarge, Refused, Request
from kzedu_graph.store.engine.media_types import media_for
from kzedu_graph.store.engine.oxigraph import write_dump
from kzedu_graph.store.engine.query_text import QueryText, bind, check_allowed, read_query
from kzedu_graph.store.engine.result_tables import TSV, RdfTerms, read_table
from kzedu_graph.store.statement_lines import Quad, term_text, without_graphs
from kzedu_graph.vocabulary.namespaces import PREFIXES
from kzedu_graph.vocabulary.places import DEFAULT_GRAPHS, OF_REPORTS
from kzedu_graph.vocabulary.queries import Parameter

JSON = "application/sparql-results+json"
GRAPH_FORMS = ("CONSTRUCT", "DESCRIBE")
PREFIX_TEXTS = {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}
_ABSOLUTE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]*')
Row = dict[str, Node]
NO_LIMIT = Limits(seconds=600, rows=10**9, bytes=1 << 31)


class Store(ABC):
    """A dataset that answers SPARQL; subclasses say where it lives."""

    answers_at_once: ClassVar[bool] = False
    """Whether questions may be tried by a thread that may not wait: see `kzedu_graph.store.engine.at_once`."""

    tables: ClassVar[str] = f"{TSV}, {JSON};q=0.5"
    """How the store is asked for rows of its own questions: the second for an ASK, which is no table."""

    lateral: ClassVar[bool] = True
    """Whether the engine knows LATERAL, which SPARQL 1.1 does not."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    @property
    @abstractmethod
    def version(self) -> str:
        """The build's id: another version may give other answers. Raises `StoreError` where there is no build."""

    @abstractmethod
    def graphs(self) -> dict[str, int]:
        """The named graphs and their sizes in triples."""

    @abstractmethod
    def write(self, quads: Iterable[Quad], *, created: datetime | None = None) -> None:
        """Replace the whole dataset by the quads."""

    @abstractmethod
    def _answer(self, request: Request, limits: Limits) -> Answer:
        """Evaluate a request that was found allowed."""

    def close(self) -> None:  # noqa: B027  (most stores hold nothing)
        """Let go of processes and connections."""

    @abstractmethod
    def nquads(self) -> bytes:
        """The whole dataset as N-Quads."""

    def texts_folder(self) -> Path | None:
        """The build's folder, where the source texts lie; None where there is none."""
        return None

    def dump(self, form: str, file: IO[bytes], *, reported: bool = False) -> None:
        """Write the dataset as `nq`, `trig` or `jsonld`; as `ttl` the default dataset without graph names.

        What people report is left out unless it is asked for: without it a dump is what the texts say, byte for byte.
        """
        data = self.nquads() if reported else without_graphs(self.nquads(), OF_REPORTS)
        file.write(write_dump(data, form, DEFAULT_GRAPHS))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def query(
        self,
        text: str,
        *,
        accept: str = JSON,
        params: Mapping[str, Parameter] | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        limits: Limits | None = None,
        base: str = "",
    ) -> Answer:
        """Answer a query in the media type that suits `accept`, a media type or a whole Accept header.

        Graphs given here override the query's FROM, as the SPARQL Protocol demands; with neither, the default
        graph is the union of `DEFAULT_GRAPHS` and every named graph can be asked by GRAPH. Relative IRIs are resolved
        against `base`, the address of the request (SPARQL 1.1, section 4.1.1.2). Raises `QueryError`,
        `Refused`, `NotAcceptable`, `QueryTimeout`, `QueryTooLarge`, `Overloaded`, `StoreError`.
        """
        limits = limits or self.limits
        if len(text) > limits.text:
            raise QueryTooLarge(f"the query is longer than {limits.text} characters", "text")
        terms = {name: _params(name, value) for name, value in (params or {}).items()}
        several = {name: " ".join(found) for name, found in terms.items() if len(found) != 1}
        if several:
            text = bind(text, several)
        query = self.read(text, base)
        check_allowed(query)
        defaults, named = self._dataset(query, default_graphs, named_graphs)
        request = Request(
            text=text,
            media_type=media_for(accept, query.form),
            params={name: found[0] for name, found in terms.items() if len(found) == 1},
            default_graphs=defaults,
            named_graphs=named,
            rows=limits.rows,
            bytes=limits.bytes,
            base=base,
            prefixes=PREFIX_TEXTS if query.form in GRAPH_FORMS else {},
        )
        return self._answer(request, limits)

    def read(self, text: str, base: str = "") -> QueryText:
        """The outside of a query: its form, its dataset, what is not allowed."""
        return read_query(text, base)

    def _dataset(
        self, query: QueryText, default_graphs: Sequence[str] | None, named_graphs: Sequence[str] | None
    ) -> tuple[tuple[str, ...], tuple[str, ...] | None]:
        """The graphs of the default graph, and the named ones; None where every graph can be named."""
        if default_graphs is not None or named_graphs is not None:
            for graph in (*(default_graphs or ()), *(named_graphs or ())):
                if not _ABSOLUTE.fullmatch(graph):
                    raise Refused(f"not an absolute IRI: {graph!r}")
            known = self.graphs()  # one that is not here holds nothing: W3C protocol tests, query_get
            default = tuple(graph for graph in default_graphs or () if graph in known)
            return default, tuple(graph for graph in named_graphs or () if graph in known)
        if query.has_dataset:
            self._check_graphs((*query.default_graphs, *query.named_graphs))
            return query.default_graphs, query.named_graphs
        return DEFAULT_GRAPHS, None

    def _check_graphs(self, wanted: Sequence[str]) -> None:
        known = self.graphs()
        for graph in wanted:
            if graph not in known and graph not in DEFAULT_GRAPHS:
                raise Refused(
                    f"there is no graph <{graph}> here; list them with SELECT DISTINCT ?g {{ GRAPH ?g {{}} }}"
                )

    def select(self, text: str, /, **params: Parameter) -> list[Row]:
        """The rows of a SELECT, each by variable name; an unbound variable is left out of its row.

        For the project's own questions: the limits of rows and bytes, which guard against strangers, do not apply.
        """
        answer = whole(self.query(text, accept=self.tables, params=params, limits=self.own_limits()))
        rows = read_table(answer.media_type, answer.body, RdfTerms())
        if rows is None:
            raise QueryError("select() is for SELECT queries; this one is an ASK")
        return rows

    def ask(self, text: str, /, **params: Parameter) -> bool:
        """The truth of an ASK."""
        document = json.loads(self.query(text, accept=JSON, params=params).body)
        if "boolean" not in document:
            raise QueryError("ask() is for ASK queries")
        return bool(document["boolean"])

    def construct(self, text: str, /, **params: Parameter) -> Graph:
        """The graph of a CONSTRUCT or DESCRIBE."""
        answer = whole(self.query(text, accept="application/n-triples", params=params, limits=self.own_limits()))
        return Graph().parse(data=answer.body, format="nt")

    def own_limits(self) -> Limits:
        """The limits for questions of our own: as many rows and bytes as there are."""
        return replace(self.limits, rows=NO_LIMIT.rows, bytes=NO_LIMIT.bytes)


def _params(name: str, value: Parameter) -> list[str]:
    """A parameter's terms as N-Triples: one, or any of several."""
    return [_param(name, term) for term in ([value] if isinstance(value, Node) else value)]


def _param(name: str, term: Node) -> str:
    """A parameter's term as N-Triples; raises `QueryError` for what no graph can hold."""
    try:
        return term_text(term)
    except ValueError as error:
        raise QueryError(f"the parameter ?{name}: {error}") from error


def whole(answer: Answer) -> Answer:
    """The answer, where nothing of it is missing; raises `QueryTooLarge` for one that was cut."""
    if answer.cut:
        raise QueryTooLarge(f"the answer was cut at a limit of {answer.cut}", answer.cut)
    return answer
