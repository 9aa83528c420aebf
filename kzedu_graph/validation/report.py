"""Findings -> a SHACL report in triples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from kzedu_graph.model.findings import Finding
from kzedu_graph.validation.shapes import SEVERITIES
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, PREFIXES, RDF, SH


def report_graph(findings: Iterable[Finding], editions: Mapping[str, URIRef] | None = None) -> Graph:
    """The findings as a SHACL report: each a `kzedu:Finding`, which is a `sh:ValidationResult`, with an IRI of its own.

    `editions` gives the edition of a source's stem, for findings of extraction; findings of shapes name the
    edition themselves. `sh:conforms` is false where one of them is an error.
    """
    findings = list(findings)
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    report = iris.report()
    graph.add((report, RDF.type, SH.ValidationReport))
    graph.add((report, SH.conforms, Literal(all(finding.severity != "error" for finding in findings))))
    for finding in findings:
        node = iris.finding(finding.code, finding.focus, finding.source or "", finding.message["en"])
        graph.add((report, SH.result, node))
        for predicate, value in _statements(finding, editions or {}):
            graph.add((node, predicate, value))
    return graph


def finding_statements(
    findings: Iterable[Finding], editions: Mapping[str, URIRef] | None = None
) -> Iterator[tuple[URIRef, URIRef, Node]]:
    """What a report says of findings, for `id/graph/audit`; whether it conforms takes all texts to say.

    `editions` as for `report_graph`.
    """
    for subject, predicate, value in report_graph(findings, editions):
        if isinstance(subject, URIRef) and isinstance(predicate, URIRef) and predicate != SH.conforms:
            yield subject, predicate, value


def _statements(finding: Finding, editions: Mapping[str, URIRef]) -> Iterator[tuple[URIRef, Node]]:
    severity = {ours: theirs for theirs, ours in SEVERITIES.items()}[finding.severity]
    is_node = re.match(r"[a-z][a-z0-9+.-]*:[^\s<>]+$", finding.focus)
    yield RDF.type, KZEDU.Finding
    yield RDF.type, SH.ValidationResult
    yield KZEDU.code, Literal(finding.code)
    yield KZEDU.findingKind, iris.code("finding-kind", finding.code)
    yield SH.sourceShape, iris.shape(finding.code)
    yield SH.resultSeverity, severity
    yield SH.focusNode, URIRef(finding.focus) if is_node else Literal(finding.focus)
    for lang, text in finding.message.items():
        yield SH.resultMessage, Literal(text, lang=lang)
    for thing in finding.concerns:
        yield KZEDU.concerns, URIRef(thing)
    for candidate in finding.candidates:
        yield KZEDU.candidate, Literal(candidate)
    if finding.words:
        yield KZEDU.asWritten, Literal(finding.words)
    if finding.source is not None:
        edition = URIRef(finding.source) if finding.source.startswith(iris.BASE) else editions.get(finding.source)
        for span in finding.spans if edition is not None else ():
            if edition is not None and span.start < span.end:
                yield KZEDU.evidence, iris.evidence(edition, span.start, span.end)
        if edition is not None and not any(span.start < span.end for span in finding.spans):
            yield KZEDU.edition, edition  # no quote says of which text it is
    for other, span in finding.elsewhere:
        yield KZEDU.evidence, iris.evidence(URIRef(other), span.start, span.end)
