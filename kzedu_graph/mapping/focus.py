"""What a finding of extraction is about, as a node of the graph: extraction knows numbers, not IRIs."""

from __future__ import annotations

from dataclasses import replace

from kzedu_graph.mapping.indicators import indicator_iri
from kzedu_graph.mapping.prose import provision_iri
from kzedu_graph.mapping.statements import edition_of
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.findings import Finding
from kzedu_graph.vocabulary import iris


def located(finding: Finding, extraction: Extraction) -> Finding:
    """The finding with IRIs as its focus and as what it concerns, where the things it speaks of stand in the graph."""
    node = _node_of(finding.focus, extraction)
    concerns = tuple(other for each in finding.concerns if (other := _node_of(each, extraction)))
    return replace(finding, focus=node or finding.focus, concerns=concerns)


def _node_of(focus: str, extraction: Extraction) -> str | None:
    """The node that words of a finding mean ("measure 65"); None where they mean none."""
    kind, _, number = focus.partition(" ")
    source = extraction.source
    node: str | None = None
    if kind == "document":
        node = edition_of(source)
    elif kind == "measure" and any(measure.number == number for measure in extraction.measures):
        node = iris.measure(source.programme or source.work, number)
    elif kind == "provision" and any(provision.number == number for provision in extraction.provisions):
        node = provision_iri(source, number)
    elif kind == "indicator":
        same = [indicator for indicator in extraction.indicators if indicator.number == number]
        node = indicator_iri(same[0]) if len(same) == 1 else None
    return str(node) if node else None
