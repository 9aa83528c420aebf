"""Money of measures and of programmes: observations of the W3C Data Cube, of which a plain sum is right.

An allocation is a leaf: one year and one source of one measure. What a text states as a total is told beside it and
never added.
"""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import URIRef
from rdflib.namespace import RDF, XSD

from kzedu_graph.mapping.statements import WHOLE, Statements, decimal
from kzedu_graph.mapping.terms import literal
from kzedu_graph.model.records import Allocation, Measure, Span, Total
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.codes import code_of_words
from kzedu_graph.vocabulary.iris import CURRENCY, KZEDU


def write_funding(on: Statements, measure: URIRef, record: Measure) -> None:
    """The money of a row: yearly sums and total, sources, codes in printed order, and what it says in words."""
    if record.funding_note:
        on.add(measure, KZEDU.fundingNote, on.words(record.funding_note))
    for code in record.budget_codes:
        on.add(measure, KZEDU.budgetCode, literal(code))
    if record.budget_codes:
        on.add(measure, KZEDU.budgetCodes, literal(" ".join(record.budget_codes)))
    for source in record.sources:
        _write_source(on, measure, source)
    funding = record.funding or ()
    leaves = leaves_of(funding)
    sources = list(dict.fromkeys(allocation.source for allocation in funding))
    for allocation in funding:
        node = iris.allocation(on.edition, measure, allocation.year, sources.index(allocation.source) + 1)
        _write_amount(on, measure, node, allocation, allocation.source or WHOLE, record.evidence)
        if allocation in leaves:
            on.add(measure, KZEDU.allocation, node)
            on.add(node, RDF.type, KZEDU.Allocation)
            on.observe(node, KZEDU.TotalAllocations if allocation.year is None else KZEDU.YearlyAllocations)
        else:
            scope = "row" if allocation.year is None else "row-year"
            _write_total(on, measure, node, "row", scope, by_year=allocation.year is not None)


def leaves_of(funding: Sequence[Allocation]) -> frozenset[Allocation]:
    """The amounts that are no sum of others: by year where years are given, by source where sources are.

    A row that gives no years has its amount in all years as its leaf.
    """
    yearly = [each for each in funding if each.year is not None]
    kept = yearly or list(funding)
    divided = {each.year for each in kept if each.source is not None}
    return frozenset(each for each in kept if each.source is not None or each.year not in divided)


def write_total(on: Statements, programme: URIRef, record: Total, position: int) -> None:
    """The money of a whole programme from one source, as one place of the text states it."""
    for allocation in record.funding:
        node = iris.allocation(on.edition, programme, allocation.year, position)
        series = f"{record.place} · {record.budget_source or WHOLE}"
        _write_amount(on, programme, node, allocation, series, record.evidence)
        if record.budget_source:
            _write_source(on, node, record.budget_source)
        scope = "programme" if allocation.year is None else "programme-year"
        _write_total(on, programme, node, record.place, scope, by_year=allocation.year is not None)


def _write_total(on: Statements, of: URIRef, node: URIRef, place: str, scope: str, *, by_year: bool) -> None:
    on.add(of, KZEDU.statedTotal, node)
    on.add(node, RDF.type, KZEDU.StatedTotal)
    on.add(node, KZEDU.place, literal(place))
    on.add(node, KZEDU.totalScope, literal(scope))
    on.observe(node, KZEDU.YearlyTotals if by_year else KZEDU.WholeTotals)


def _write_amount(
    on: Statements, of: URIRef, node: URIRef, allocation: Allocation, series: str, evidence: tuple[Span, ...]
) -> None:
    """What an allocation and a total have in common; `series` tells the sources of one year apart."""
    on.add(node, KZEDU.allocatedTo, of)
    on.add(node, KZEDU.series, literal(series))
    on.add(node, KZEDU.amount, decimal(allocation.amount))
    on.add(node, KZEDU.unit, CURRENCY.KZT)
    if allocation.source:
        _write_source(on, node, allocation.source)
    if allocation.year is not None:
        on.add(node, KZEDU.year, literal(f"{allocation.year:04}", datatype=XSD.gYear))
    on.prove(node, allocation.spans or evidence)


def _write_source(on: Statements, node: URIRef, source: str) -> None:
    """Who pays, in the text's words and, where the list of sources knows them, as its code."""
    on.add(node, KZEDU.budgetSourceText, on.words(source))
    code = code_of_words("budget-source", source)
    if code is not None:
        on.add(node, KZEDU.budgetSource, code)
