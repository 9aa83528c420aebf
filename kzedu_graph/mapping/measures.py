"""Rows of a plan: who must do what, by when, with what proof, and the parts of a row that holds several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS

from kzedu_graph.mapping.assignments import write_assignments
from kzedu_graph.mapping.deadlines import write_deadline
from kzedu_graph.mapping.groups import above
from kzedu_graph.mapping.money import write_funding
from kzedu_graph.mapping.statements import Statements
from kzedu_graph.mapping.terms import literal
from kzedu_graph.model.records import Deliverable, Measure, Part, Party, Period
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, PPLAN


def write_measure(on: Statements, measure: Measure, serving: Mapping[str, URIRef]) -> None:
    """One row of a plan; `serving` are the indicators of its plan by number."""
    node = iris.measure(measure.programme, measure.key)
    on.add(node, RDF.type, KZEDU.Measure)
    on.add(node, RDF.type, KZEDU.Obligation)
    on.add(node, RDF.type, PPLAN.Step)
    on.add(node, KZEDU.modality, KZEDU.Requirement)
    on.add(node, KZEDU.number, literal(measure.number))
    on.add(node, KZEDU.seq, literal(measure.seq))
    on.add(node, KZEDU.programme, iris.programme(measure.programme))
    on.stand(node, measure.programme)
    on.add(node, KZEDU.partOf, above(measure.programme, measure.part_of))
    on.add(node, RDFS.label, on.words(measure.name))
    on.speak_of_topics(node, measure.name)
    if measure.chapter is not None:
        on.add(node, KZEDU.chapter, literal(measure.chapter))
    for number in measure.indicators:
        if number in serving:
            on.add(node, KZEDU.contributesTo, serving[number])
    on.count_in(node, measure.unit)
    on.prove(node, measure.evidence)
    deliverables = [_write_deliverable(on, node, n, form) for n, form in enumerate(measure.completion_form, 1)]
    deadline = write_deadline(on, node, measure.deadline_text, measure.period) if measure.deadline_text else None
    assignments = write_assignments(on, node, measure.responsible)
    for n, part in enumerate(measure.parts, 1):
        _write_part(on, node, n, part, measure, deliverables, assignments)
    if not measure.parts:
        _write_only_part(on, node, measure, deliverables, deadline, assignments)
    write_funding(on, node, measure)


def _write_deliverable(on: Statements, owner: URIRef, position: int, form: Deliverable) -> URIRef:
    node = iris.deliverable(on.edition, owner, position)
    on.add(owner, KZEDU.deliverable, node)
    on.add(node, RDF.type, KZEDU.Deliverable)
    on.add(node, RDFS.label, on.words(form.text))
    on.add(node, KZEDU.position, literal(position))
    if form.kind:
        on.add(node, KZEDU.deliverableType, iris.deliverable_type(form.kind))
    on.say(node, KZEDU.remark, form.remark)
    on.name(node, KZEDU.recipient, form.recipient)
    on.prove(node, form.spans)
    return node


def _write_part(
    on: Statements,
    owner: URIRef,
    position: int,
    part: Part,
    measure: Measure,
    deliverables: list[URIRef],
    bodies: list[URIRef],
) -> None:
    """A share of a row: it points at the row's own deliverables and assignments, and has a deadline of its own."""
    node = _begin_part(on, owner, position, measure)
    on.say(node, KZEDU.scope, part.scope)
    for form, deliverable in zip(measure.completion_form, deliverables, strict=True):
        if form.text == part.completion_form:
            on.add(node, KZEDU.deliverable, deliverable)
    recurrence = measure.period.recurrence if measure.period else None
    spans = measure.period.spans if measure.period else ()
    if part.deadline_text:
        write_deadline(on, node, part.deadline_text, Period(part.deadline_text, part.due, recurrence, spans=spans))
    _assign(on, node, [(party, bodies[measure.responsible.index(party)]) for party in part.responsible])


def _write_only_part(
    on: Statements,
    owner: URIRef,
    measure: Measure,
    deliverables: list[URIRef],
    deadline: URIRef | None,
    bodies: list[URIRef],
) -> None:
    """A row that is not divided has one part, which holds all that the row says: both are asked in one way."""
    if not (deliverables or deadline or bodies):
        return
    node = _begin_part(on, owner, 1, measure)
    for deliverable in deliverables:
        on.add(node, KZEDU.deliverable, deliverable)
    if deadline is not None:
        on.add(node, KZEDU.deadline, deadline)
    _assign(on, node, list(zip(measure.responsible, bodies, strict=True)))


def _begin_part(on: Statements, owner: URIRef, position: int, measure: Measure) -> URIRef:
    node = iris.part(on.edition, owner, position)
    on.add(owner, KZEDU.part, node)
    on.add(node, RDF.type, KZEDU.Part)
    on.add(node, KZEDU.position, literal(position))
    on.prove(node, measure.evidence)
    return node


def _assign(on: Statements, part: URIRef, parties: Sequence[tuple[Party, URIRef]]) -> None:
    """The assignments of a part, its bodies, and the first that is bound, which is presumed to lead this part."""
    for party, assignment in parties:
        on.add(part, KZEDU.assignment, assignment)
        on.name(part, KZEDU.responsible, party.agency)
    lead = next((party for party, _ in parties if not party.by_agreement), None)
    if lead:
        on.name(part, KZEDU.lead, lead.agency)
