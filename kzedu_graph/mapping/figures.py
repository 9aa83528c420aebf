"""Figures as observations: the targets of indicators and the money of measures (W3C Data Cube)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from kzedu_graph.mapping.statements import Statements
from kzedu_graph.model.records import Allocation, Measure, Span, Target, Total
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import CURRENCY, KZEDU

WHOLE = "total"
"""The series of a value that is not broken down."""


def write_target(on: Statements, indicator: URIRef, target: Target, position: int, unit: str | None) -> None:
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
        on.add(node, KZEDU.value, _decimal(target.value))
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


def write_funding(on: Statements, measure: URIRef, record: Measure) -> None:
    """The money of a row: yearly sums and total, sources, codes in printed order, and what it says in words."""
    if record.funding_note:
        on.add(measure, KZEDU.fundingNote, on.words(record.funding_note))
    for code in record.budget_codes:
        on.add(measure, KZEDU.budgetCode, Literal(code))
    if record.budget_codes:
        on.add(measure, KZEDU.budgetCodes, Literal(" ".join(record.budget_codes)))
    for source in record.sources:
        on.add(measure, KZEDU.budgetSource, on.words(source))
    funding = record.funding or ()
    sources = list(dict.fromkeys(allocation.source for allocation in funding))
    for allocation in funding:
        position = sources.index(allocation.source) + 1
        _write_allocation(on, measure, allocation, position, allocation.source or WHOLE, record.evidence)


def write_total(on: Statements, programme: URIRef, record: Total, position: int) -> None:
    """The money of a whole programme from one source, as one place of the text states it."""
    series = f"{record.place} · {record.budget_source or WHOLE}"
    for allocation in record.funding:
        one = replace(allocation, source=record.budget_source)
        _write_allocation(on, programme, one, position, series, record.evidence)


def _write_allocation(
    on: Statements, of: URIRef, allocation: Allocation, position: int, series: str, evidence: tuple[Span, ...]
) -> None:
    """One amount; `position` and `series` tell the sources of one year apart."""
    node = iris.allocation(on.edition, of, allocation.year, position)
    on.add(of, KZEDU.allocation, node)
    on.add(node, RDF.type, KZEDU.Allocation)
    on.observe(node, KZEDU.TotalAllocations if allocation.year is None else KZEDU.YearlyAllocations)
    on.add(node, KZEDU.allocatedTo, of)
    on.add(node, KZEDU.series, Literal(series))
    on.add(node, KZEDU.amount, _decimal(allocation.amount))
    on.add(node, KZEDU.unit, CURRENCY.KZT)
    if allocation.source:
        on.add(node, KZEDU.budgetSource, on.words(allocation.source))
    if allocation.year is not None:
        on.add(node, KZEDU.year, Literal(f"{allocation.year:04}", datatype=XSD.gYear))
    on.prove(node, allocation.spans or evidence)


def _decimal(value: float) -> Literal:
    """A number as xsd:decimal, written without an exponent or trailing zeros."""
    text = format(Decimal(repr(value)).normalize(), "f")
    return Literal(text, datatype=XSD.decimal, normalize=False)
