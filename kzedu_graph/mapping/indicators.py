"""Indicators, the places that list them, and their values, which are observations of the W3C Data Cube.

An indicator is one thing however many places of a text list it. It has its IRI from the first of them; what the
others say stands under the IRI that their place, kind and number give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, XSD

from kzedu_graph.mapping.assignments import write_assignments
from kzedu_graph.mapping.groups import above
from kzedu_graph.mapping.statements import WHOLE, Statements, decimal
from kzedu_graph.mapping.terms import literal
from kzedu_graph.model.records import Indicator, Target
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU

Dimensions = tuple[int, str, str | None, str | None]
"""Year, status, study and breakdown of a value: what tells it from the other values of its indicator."""


def indicator_iri(indicator: Indicator) -> URIRef:
    """The IRI of an indicator; its group, where it has one, keeps numbers that start anew under each task apart."""
    return iris.indicator(indicator.programme, indicator.place, indicator.kind, indicator.number, group=indicator.group)


def is_taken_out(indicator: Indicator) -> bool:
    """Whether a list says no more than that its item was taken out: neither a name nor a value is left."""
    return not indicator.name and not indicator.targets


def write_indicator(on: Statements, listings: Sequence[Indicator]) -> None:
    """One indicator with all its listings, and each value once; an item that was taken out is a listing alone."""
    head = listings[0]
    node = indicator_iri(head)
    if is_taken_out(head):
        _write_listing(on, node, head)
        on.add(node, KZEDU.status, iris.code("status", "repealed"))
        return
    on.add(node, RDF.type, KZEDU.Indicator)
    on.add(node, RDF.type, KZEDU.TargetIndicator if head.kind == "target" else KZEDU.ResultIndicator)
    _describe(on, node, head)
    on.speak_of_topics(node, head.name)
    on.stand(node, head.programme)
    answering = next((each for each in listings if each.responsible), head)
    shared = write_assignments(on, node, answering.responsible)
    written: dict[Dimensions, tuple[URIRef, Target]] = {}
    for each in listings:
        listing = iris.listing(node) if each is head else indicator_iri(each)
        _write_listing(on, listing, each)
        on.add(listing, KZEDU.lists, node)
        on.add(node, KZEDU.listing, listing)
        if each is answering:
            for assignment in shared:
                on.add(listing, KZEDU.assignment, assignment)
        else:
            write_assignments(on, listing, each.responsible)
        _write_values(on, node, listing, each, written)
        on.prove(node, each.evidence)


def _describe(on: Statements, node: URIRef, record: Indicator) -> None:
    """What an indicator and its listing have in common."""
    on.add(node, KZEDU.indicatorKind, iris.code("indicator-kind", record.kind))
    on.add(node, KZEDU.number, literal(record.number))
    on.add(node, KZEDU.place, literal(record.place))
    on.add(node, KZEDU.programme, iris.programme(record.programme))
    on.add(node, KZEDU.partOf, above(record.programme, record.part_of))
    on.add(node, RDFS.label, on.words(record.name))
    on.count_in(node, record.unit)
    on.say(node, KZEDU.remark, record.remark)


def _write_listing(on: Statements, listing: URIRef, record: Indicator) -> None:
    on.add(listing, RDF.type, KZEDU.IndicatorListing)
    _describe(on, listing, record)
    on.prove(listing, record.evidence)


def _write_values(
    on: Statements,
    indicator: URIRef,
    listing: URIRef,
    record: Indicator,
    written: dict[Dimensions, tuple[URIRef, Target]],
) -> None:
    """The values of a listing: those that agree with an earlier listing's rest on both, others stay apart."""
    own = indicator_iri(record)
    positions: Counter[int] = Counter()
    repeated: Counter[Dimensions] = Counter()
    earlier = dict(written)
    for target in record.targets:
        positions[target.year] += 1
        node = iris.target(on.edition, own, target.year, positions[target.year])
        key = (target.year, target.status, target.study, target.breakdown)
        repeated[key] += 1
        known = earlier.get(key) if repeated[key] == 1 else None
        if known and _agree(known[1], target):
            on.add(listing, KZEDU.states, known[0])
            on.prove(known[0], target.spans)
            on.add(node, DCTERMS.isReplacedBy, known[0])
            continue
        _write_target(on, listing if known else indicator, node, target, record.unit)
        on.add(listing, KZEDU.states, node)
        written.setdefault(key, (node, target))


def _agree(one: Target, other: Target) -> bool:
    return (one.value, one.text, one.bound) == (other.value, other.text, other.bound)


def _write_target(on: Statements, of: URIRef, node: URIRef, target: Target, unit: str | None) -> None:
    """One value of an indicator, or of one listing of it where the listings do not agree."""
    structure = KZEDU.NumericTargets if target.value is not None else KZEDU.TextTargets
    on.add(of, KZEDU.target, node)
    on.add(node, RDF.type, KZEDU.Target)
    on.observe(node, structure)
    on.add(node, KZEDU.indicator, of)
    on.add(node, KZEDU.year, literal(f"{target.year:04}", datatype=XSD.gYear))
    on.add(node, KZEDU.valueStatus, iris.code("value-status", target.status))
    on.add(node, KZEDU.series, literal(" · ".join(filter(None, (target.study, target.breakdown))) or WHOLE))
    if target.value is not None:
        on.add(node, KZEDU.value, decimal(target.value))
    elif target.text is not None:
        on.add(node, KZEDU.textValue, on.words(target.text))
    on.count_in(node, unit)
    if target.bound:
        on.add(node, KZEDU.bound, literal(target.bound))
    if target.breakdown:
        on.add(node, KZEDU.breakdown, on.words(target.breakdown))
    if target.study:
        on.add(node, KZEDU.study, literal(target.study))
    on.prove(node, target.spans)
