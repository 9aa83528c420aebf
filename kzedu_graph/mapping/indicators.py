"""Indicators and their values, which are observations of the W3C Data Cube."""

from __future__ import annotations

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, RDFS, XSD

from kzedu_graph.mapping.assignments import write_assignments
from kzedu_graph.mapping.groups import above
from kzedu_graph.mapping.statements import WHOLE, Statements, decimal
from kzedu_graph.model.records import Indicator, Target
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU


def indicator_iri(indicator: Indicator) -> URIRef:
    """The IRI of an indicator; its group, where it has one, keeps numbers that start anew under each task apart."""
    return iris.indicator(indicator.programme, indicator.place, indicator.kind, indicator.number, group=indicator.group)


def write_indicator(on: Statements, indicator: Indicator) -> None:
    """An indicator with its values, a node each."""
    node = indicator_iri(indicator)
    on.add(node, RDF.type, KZEDU.Indicator)
    on.add(node, RDF.type, KZEDU.TargetIndicator if indicator.kind == "target" else KZEDU.ResultIndicator)
    on.add(node, KZEDU.number, Literal(indicator.number))
    on.add(node, KZEDU.place, Literal(indicator.place))
    on.add(node, KZEDU.programme, iris.programme(indicator.programme))
    on.add(node, KZEDU.partOf, above(indicator.programme, indicator.part_of))
    on.add(node, RDFS.label, on.words(indicator.name))
    if indicator.unit:
        on.add(node, KZEDU.unit, on.unit(indicator.unit))
    on.say(node, KZEDU.remark, indicator.remark)
    write_assignments(on, node, indicator.responsible)
    positions: dict[int, int] = {}
    for target in indicator.targets:
        positions[target.year] = positions.get(target.year, 0) + 1
        _write_target(on, node, target, positions[target.year], indicator.unit)
    on.prove(node, indicator.evidence)


def _write_target(on: Statements, indicator: URIRef, target: Target, position: int, unit: str | None) -> None:
    """One value of an indicator; `position` tells the values of one year apart."""
    node = iris.target(on.edition, indicator, target.year, position)
    structure = KZEDU.NumericTargets if target.value is not None else KZEDU.TextTargets
    on.add(indicator, KZEDU.target, node)
    on.add(node, RDF.type, KZEDU.Target)
    on.observe(node, structure)
    on.add(node, KZEDU.indicator, indicator)
    on.add(node, KZEDU.year, Literal(f"{target.year:04}", datatype=XSD.gYear))
    on.add(node, KZEDU.status, Literal(target.status))
    on.add(node, KZEDU.series, Literal(" · ".join(filter(None, (target.study, target.breakdown))) or WHOLE))
    if target.value is not None:
        on.add(node, KZEDU.value, decimal(target.value))
    elif target.text is not None:
        on.add(node, KZEDU.textValue, on.words(target.text))
    if unit:
        on.add(node, KZEDU.unit, on.unit(unit))
    if target.bound:
        on.add(node, KZEDU.bound, Literal(target.bound))
    if target.breakdown:
        on.add(node, KZEDU.breakdown, on.words(target.breakdown))
    if target.study:
        on.add(node, KZEDU.study, Literal(target.study))
    on.prove(node, target.spans)
