"""Money of measures and of programmes: observations of the W3C Data Cube."""

from __future__ import annotations

from dataclasses import replace

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from kzedu_graph.mapping.statements import WHOLE, Statements, decimal
from kzedu_graph.model.records import Allocation, Measure, Span, Total
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import CURRENCY, KZEDU


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
    on.add(node, KZEDU.amount, decimal(allocation.amount))
    on.add(node, KZEDU.unit, CURRENCY.KZT)
    if allocation.source:
        on.add(node, KZEDU.budgetSource, on.words(allocation.source))
    if allocation.year is not None:
        on.add(node, KZEDU.year, Literal(f"{allocation.year:04}", datatype=XSD.gYear))
    on.prove(node, allocation.spans or evidence)
