"""Graph + shapes -> findings: the only door to pySHACL.

Two kinds of rule live in `ontology/shapes/`. Core shapes run in pySHACL over an rdflib graph. A shape with
`sh:sparql` keeps its text as `sh:select` and is run once, as a set, by the query function that is passed in:
the text itself names the targets of `?this` (nothing is bound beforehand), each row is one result, and a
`?value` in it is the offending value. So the same text runs in any SPARQL engine, in a tenth of the time.

A broken shape raises BrokenShapeError with its file: that is our fault, and no finding about the data.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyshacl import validate as run_shacl
from pyshacl.errors import ReportableRuntimeError
from rdflib import Graph, Literal, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.query import ResultRow
from rdflib.term import Node

from kzedu_graph import terms
from kzedu_graph.findings import Finding
from kzedu_graph.records import Span
from kzedu_graph.terms import KZEDU, LANGUAGES, OA, ONTOLOGY_FOLDER, PREFIXES, RDF, RDFS, SH

Row = Mapping[str, Node]
Select = Callable[[str], Iterable[Row]]
Result = tuple[URIRef, Node, Node | None]

INTEGRITY = ONTOLOGY_FOLDER / "shapes" / "integrity"

TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf, SH.targetNode)
SEVERITIES: Mapping[Node, str] = {SH.Violation: "error", SH.Warning: "warning", SH.Info: "info"}


class BrokenShapeError(ValueError):
    """A shape file that cannot be read or used; the message names the file and what to write instead."""


@dataclass(frozen=True)
class Rule:
    """One named shape: what a result of it is called, and what it says in each language."""

    code: str
    iri: URIRef
    severity: str
    message: Mapping[str, str]
    select: str | None


@dataclass(frozen=True)
class Shapes:
    """The rules of a folder by IRI, and the core shapes that pySHACL is given, each file's and all together."""

    rules: Mapping[URIRef, Rule]
    core: Graph
    files: Mapping[Path, Graph]


# ---- reading shapes


@cache
def load_shapes(folder: Path = INTEGRITY) -> Shapes:
    """Every `*.ttl` of a folder, read once a process; raises BrokenShapeError."""
    core, files = Graph(), {}
    rules: dict[URIRef, Rule] = {}
    homes: dict[str, Path] = {}
    for file in sorted(folder.glob("*.ttl")):
        read = _parse(file)
        for rule in list(_rules(read, file)):
            if rule.code in homes:
                raise BrokenShapeError(f"{file}: {homes[rule.code]} has a shape named {rule.code} too; rename one")
            homes[rule.code] = file
            rules[rule.iri] = rule
            if rule.select is not None:
                read.remove((rule.iri, None, None))
        _hand_down_targets(read)
        files[file] = read
        for triple in read:
            core.add(triple)
    if not rules:
        raise BrokenShapeError(f"{folder} holds no shapes: expected *.ttl files")
    return Shapes(rules, core, files)


def _parse(file: Path) -> Graph:
    try:
        return Graph().parse(file, format="turtle")
    except (BadSyntax, UnicodeDecodeError, IndexError) as error:  # IndexError: rdflib's word for a file cut short
        reason = re.sub(r"\s+", " ", str(error)).strip()
        raise BrokenShapeError(f"{file} is not Turtle: {reason}") from error


def _rules(read: Graph, file: Path) -> Iterator[Rule]:
    """Each node shape and property shape of a file; all must have an IRI and speak kk, ru and en."""
    found = set(read.subjects(RDF.type, SH.NodeShape)) | set(read.subjects(RDF.type, SH.PropertyShape))
    found |= set(read.objects(None, SH.property)) | set(read.subjects(SH.sparql, None))
    for iri in sorted(found, key=str):
        if not isinstance(iri, URIRef):
            owner = next(read.subjects(None, iri), "a shape")
            raise BrokenShapeError(f"{file}: {owner} holds a shape without a name; give it an IRI")
        constraints = list(read.objects(iri, SH.sparql))
        if len(constraints) > 1:
            raise BrokenShapeError(f"{file}: {iri} has {len(constraints)} queries; give each a shape of its own")
        message = {lang: text for node in [*constraints, iri] for lang, text in _messages(read, node)}
        missing = [lang for lang in LANGUAGES if lang not in message]
        if missing:
            raise BrokenShapeError(f"{file}: {iri} needs a sh:message in {', '.join(missing)}")
        severity = SEVERITIES.get(read.value(iri, SH.severity) or SH.Violation)
        if severity is None:
            raise BrokenShapeError(f"{file}: {iri} needs the severity sh:Violation, sh:Warning or sh:Info")
        if (iri, SH.deactivated, Literal(True)) in read:
            constraints = []
        select = _select(read, constraints[0], file) if constraints else None
        yield Rule(re.split("[/#]", iri)[-1], iri, severity, message, select)


def _hand_down_targets(core: Graph) -> None:
    """Lets each property shape look for the targets of its node shape by itself, and drops the messages.

    The results are the same; pySHACL then takes all focus nodes of a property shape in one go, and is several
    times faster than when it goes from node to node. The messages are kept in the rules.
    """
    core.remove((None, SH.message, None))
    for kind in TARGETS:
        for node_shape, target in list(core.subject_objects(kind)):
            idle = (node_shape, SH.deactivated, Literal(True)) in core
            for property_shape in () if idle else core.objects(node_shape, SH.property):
                core.add((property_shape, kind, target))
    for node_shape in set(core.subjects(RDF.type, SH.NodeShape)):
        if any((node_shape, kind, None) in core for kind in TARGETS):
            core.remove((node_shape, SH.property, None))


def _messages(read: Graph, node: Node) -> Iterator[tuple[str, str]]:
    for text in read.objects(node, SH.message):
        if isinstance(text, Literal) and text.language:
            yield text.language, str(text)


def _select(read: Graph, constraint: Node, file: Path) -> str:
    """The text of a constraint, with the prefixes that it declares by `sh:prefixes` put before it."""
    text = read.value(constraint, SH.select)
    if text is None or not re.search(r"[?$]this\b", str(text)) or "$PATH" in str(text):
        raise BrokenShapeError(f"{file}: {constraint} needs a sh:select that selects ?this and has no $PATH")
    prefixes = set()
    for group in read.objects(constraint, SH.prefixes):
        for declared in read.objects(group, SH.declare):
            prefixes.add(f"PREFIX {read.value(declared, SH.prefix)}: <{read.value(declared, SH.namespace)}>")
    return "\n".join([*sorted(prefixes), str(text).strip()])


# ---- running them


def validate_integrity(graph: Graph, select: Select | None = None) -> list[Finding]:
    """All that breaks the integrity shapes, in a stable order; an empty list means that the graph is right.

    `graph` is what the default dataset shows: the current view, the registry and the ontology. `select` runs a
    SELECT over the same triples and yields its rows by variable name; without it rdflib's own, slower engine
    is asked. Raises BrokenShapeError.
    """
    return validate_shapes(graph, load_shapes(), select)


def validate_shapes(graph: Graph, shapes: Shapes, select: Select | None = None) -> list[Finding]:
    """The findings of any set of shapes over a graph; see `validate_integrity`."""
    return _findings([*_run_core(graph, shapes), *_run_queries(shapes, select or _asking(graph))], shapes, graph)


def validate_core(graph: Graph, shapes: Shapes) -> list[Finding]:
    """What the shapes without a query find in a graph: they look at a thing and its nearest neighbours only."""
    return _findings(_run_core(graph, shapes), shapes, graph)


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


_NEAR = """
PREFIX kzedu: <https://w3id.org/kzedu/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?s ?p ?o WHERE {
  VALUES ?focus { %s }
  ?focus kzedu:evidence?/oa:hasSelector? ?s .
  ?s ?p ?o
}
"""


def _surroundings(select: Select, nodes: Iterable[Node]) -> Graph:
    """What a dataset says of nodes, of their quotes, and of the quotes' places."""
    graph = Graph()
    named = sorted(node.n3() for node in nodes if isinstance(node, URIRef))
    for row in select(_NEAR % " ".join(named)) if named else ():
        graph.add((row["s"], row["p"], row["o"]))
    return graph


def _run_core(graph: Graph, shapes: Shapes) -> Iterator[Result]:
    try:
        report = _report(graph, shapes.core)
    except ReportableRuntimeError as error:
        raise BrokenShapeError(f"{_culprit(graph, shapes)} cannot be run: {error}") from error
    for result in report.objects(None, SH.result):
        source, focus = report.value(result, SH.sourceShape), report.value(result, SH.focusNode)
        if source in shapes.rules and isinstance(source, URIRef) and focus is not None:
            yield source, focus, report.value(result, SH.value)


def _report(graph: Graph, core: Graph) -> Graph:
    _, report, _ = run_shacl(graph, shacl_graph=core, inference="none", inplace=True, do_owl_imports=False)
    if not isinstance(report, Graph):
        raise ReportableRuntimeError(str(report))
    return report


def _culprit(graph: Graph, shapes: Shapes) -> Path:
    """The file whose shapes fail alone, asked for only once all of them together have failed."""
    for file, core in shapes.files.items():
        try:
            _report(graph, core)
        except ReportableRuntimeError:
            return file
    raise AssertionError("shapes that run file by file also run together")


def _run_queries(shapes: Shapes, select: Select) -> Iterator[Result]:
    for rule in shapes.rules.values():
        if rule.select is not None:
            for row in select(rule.select):
                yield rule.iri, row["this"], row.get("value")


def _asking(graph: Graph) -> Select:
    def select(text: str) -> Iterator[Row]:
        for row in graph.query(text):
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


# ---- a graph that is looked at document by document


@cache
def name_shapes() -> Shapes:
    """The core shapes of integrity that look at names alone: what a name in another language may break."""
    shapes = load_shapes()
    core = Graph()
    for triple in shapes.core:
        core.add(triple)
    for kind in TARGETS:
        for shape in set(core.subjects(kind, None)):
            if core.value(shape, SH.path) != RDFS.label:
                core.remove((shape, kind, None))
    return Shapes(shapes.rules, core, {INTEGRITY: core})


def looked_at(shapes: Shapes) -> tuple[frozenset[Node], frozenset[Node]]:
    """What core shapes look at: the things of these classes, and the objects of these properties."""
    return frozenset(shapes.core.objects(None, SH.targetClass)), frozenset(
        shapes.core.objects(None, SH.targetObjectsOf)
    )


# ---- the report


def report_graph(findings: Iterable[Finding], editions: Mapping[str, URIRef] | None = None) -> Graph:
    """The findings as a SHACL report: each a `kzedu:Finding`, which is a `sh:ValidationResult`, with an IRI of its own.

    `editions` gives the edition of a source's stem, for findings of extraction; findings of shapes name the
    edition themselves. `sh:conforms` is false where one of them is an error.
    """
    findings = list(findings)
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    report = URIRef(terms.graph("audit") + "/report")
    graph.add((report, RDF.type, SH.ValidationReport))
    graph.add((report, SH.conforms, Literal(all(finding.severity != "error" for finding in findings))))
    for finding in findings:
        node = terms.finding(finding.code, finding.focus, finding.source or "", finding.message["en"])
        graph.add((report, SH.result, node))
        for predicate, value in _statements(finding, editions or {}):
            graph.add((node, predicate, value))
    return graph


def _statements(finding: Finding, editions: Mapping[str, URIRef]) -> Iterator[tuple[URIRef, Node]]:
    severity = {ours: theirs for theirs, ours in SEVERITIES.items()}[finding.severity]
    is_node = re.match(r"[a-z][a-z0-9+.-]*:[^\s<>]+$", finding.focus)
    yield RDF.type, KZEDU.Finding
    yield RDF.type, SH.ValidationResult
    yield KZEDU.code, Literal(finding.code)
    yield SH.sourceShape, terms.shape(finding.code)
    yield SH.resultSeverity, severity
    yield SH.focusNode, URIRef(finding.focus) if is_node else Literal(finding.focus)
    for lang, text in finding.message.items():
        yield SH.resultMessage, Literal(text, lang=lang)
    for candidate in finding.candidates:
        yield KZEDU.candidate, Literal(candidate)
    if finding.words:
        yield KZEDU.asWritten, Literal(finding.words)
    if finding.source is not None:
        edition = URIRef(finding.source) if finding.source.startswith(terms.BASE) else editions.get(finding.source)
        for span in finding.spans if edition is not None else ():
            if edition is not None and span.start < span.end:
                yield KZEDU.evidence, terms.evidence(edition, span.start, span.end)
