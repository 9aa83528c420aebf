"""Graph + shapes -> findings.

Core shapes run as compiled checks (`core_checks`), or in pySHACL (`reference`) where that is asked for or needed; a
shape with a query is run by the query function that is passed in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product

from rdflib import Graph, Literal, URIRef
from rdflib.query import ResultRow
from rdflib.term import Identifier, Node

from kzedu_graph.model.findings import Finding
from kzedu_graph.model.records import Span
from kzedu_graph.validation.core_checks import Result, run_shapes
from kzedu_graph.validation.core_index import Index
from kzedu_graph.validation.shapes import Shapes, load_shapes
from kzedu_graph.vocabulary.iris import KZEDU, LANGUAGES, OA, PREFIXES
from kzedu_graph.vocabulary.queries import Parameter, Select, load_query

Row = Mapping[str, Node]
ENGINES = NATIVE, PYSHACL = ("native", "pyshacl")


def validate_integrity(graph: Graph, select: Select | None = None, engine: str = NATIVE) -> list[Finding]:
    """All that breaks the integrity shapes, in a stable order; an empty list means that the graph is right.

    `graph` is what the default dataset shows: the current view, the registry and the ontology. `select` runs a
    SELECT over the same triples and yields its rows by variable name; without it rdflib's own, slower engine
    is asked. `engine` is one of `ENGINES`. Raises BrokenShapeError.
    """
    return validate_shapes(graph, load_shapes(), select, engine)


def validate_shapes(graph: Graph, shapes: Shapes, select: Select | None = None, engine: str = NATIVE) -> list[Finding]:
    """The findings of any set of shapes over a graph; see `validate_integrity`."""
    core = run_core(graph, shapes, engine)
    return _findings([*core, *_run_queries(shapes, select or _asking(graph))], shapes, graph)


def validate_core(
    triples: Iterable[tuple[Node, Node, Node]], shapes: Shapes, concerns: Callable[[str], bool] = lambda _: True
) -> list[Finding]:
    """What the shapes without a query find: they look at a thing and its nearest neighbours only.

    `concerns` says of which things anything is wanted, by their IRIs.
    """
    given = list(triples)
    results = {result for result in run_core(given, shapes) if concerns(str(result[1]))}
    return _findings(results, shapes, graph_of(given)) if results else []


def graph_of(triples: Iterable[tuple[Node, Node, Node]]) -> Graph:
    """Triples as an rdflib graph."""
    if isinstance(triples, Graph):
        return triples
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    return graph


def run_core(triples: Iterable[tuple[Node, Node, Node]], shapes: Shapes, engine: str = NATIVE) -> Iterator[Result]:
    """The results of the shapes without a query, by one of `ENGINES`; raises BrokenShapeError."""
    if engine == NATIVE and shapes.checks is not None:
        found = run_shapes(shapes.checks, Index(triples))
        return (result for result in found if result[0] in shapes.rules)
    from kzedu_graph.validation.reference import run_reference  # noqa: PLC0415  (pySHACL's import is half a second)

    return run_reference(graph_of(triples), shapes)


def validate_queries(select: Select, shapes: Shapes) -> list[Finding]:
    """What the shapes with a query find in the dataset that `select` asks; its quotes are asked for too."""
    results = set(_run_queries(shapes, select))
    return _findings(results, shapes, _surroundings(select, {focus for _, focus, _ in results}))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in a stable order, each once."""
    found = {(each.code, each.focus, each.message["en"]): each for each in findings}
    return [found[key] for key in sorted(found)]


def _findings(results: Iterable[Result], shapes: Shapes, graph: Graph) -> list[Finding]:
    found: list[Finding] = []
    for iri, focus, value in set(results):
        rule = shapes.rules[iri]
        message = {lang: _fill(rule.message[lang], focus, value) for lang in LANGUAGES}
        where, spans, words = _quote(graph, focus)
        found.append(Finding(rule.code, rule.severity, str(focus), message, source=where, spans=spans, words=words))
    return in_order(found)


def _surroundings(select: Select, nodes: Iterable[Node]) -> Graph:
    """What a dataset says of nodes, of their quotes, and of the quotes' places."""
    graph = Graph()
    named = sorted(node for node in nodes if isinstance(node, URIRef))
    for row in select(load_query(__file__, "surroundings"), focus=named) if named else ():
        graph.add((row["s"], row["p"], row["o"]))
    return graph


def _run_queries(shapes: Shapes, select: Select) -> Iterator[Result]:
    for rule in shapes.rules.values():
        if rule.select is not None:
            for row in select(rule.select):
                yield rule.iri, row["this"], row.get("value")


def _asking(graph: Graph) -> Select:
    """rdflib's engine binds one term a variable: a question about several is asked of each."""

    def select(text: str, /, **params: Parameter) -> Iterator[Row]:
        named = {name: [each] if isinstance(each, Node) else list(each) for name, each in params.items()}
        for chosen in product(*named.values()):
            bound = {name: node for name, node in zip(named, chosen, strict=True) if isinstance(node, Identifier)}
            for row in graph.query(text, initBindings=bound):
                if isinstance(row, ResultRow):
                    yield row.asdict()

    return select


def _fill(message: str, focus: Node, value: Node | None) -> str:
    """A message with `{$value}` or `{?this}` replaced; a value that is not there goes with the colon before it."""
    message = re.sub(r"\{[?$]this\}", lambda _: _shown(focus), message)
    if value is None:
        return re.sub(r"[:;]?[^:;.]*\{[?$]value\}", "", message)
    return re.sub(r"\{[?$]value\}", lambda _: _shown(value), message)


def _shown(node: Node) -> str:
    """A node as a person writes it: `kzedu:Measure`, or the words of a literal."""
    for prefix, namespace in PREFIXES.items():
        if isinstance(node, URIRef) and node.startswith(namespace):
            return f"{prefix}:{node[len(namespace) :]}"
    return str(node)


def _quote(graph: Graph, focus: Node) -> tuple[str | None, tuple[Span, ...], str]:
    """The edition, places and words that the graph gives as evidence of a node (of one edition, the first by IRI)."""
    places: dict[str, dict[Span, str]] = {}
    for evidence in [focus, *graph.objects(focus, KZEDU.evidence)]:
        edition = graph.value(evidence, OA.hasSource)
        selectors = list(graph.objects(evidence, OA.hasSelector))
        start, end, exact = (
            next(
                (
                    value.toPython()
                    for node in selectors
                    for value in graph.objects(node, part)
                    if isinstance(value, Literal)
                ),
                None,
            )
            for part in (OA.start, OA.end, OA.exact)
        )
        if edition is not None and isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
            places.setdefault(str(edition), {})[Span(start, end)] = str(exact or "")
    if not places:
        return None, (), ""
    where = min(places)
    spans = tuple(sorted(places[where]))
    return where, spans, " … ".join(places[where][span] for span in spans)
