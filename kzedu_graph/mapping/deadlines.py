"""When something is due: the text's words, and one node a point or interval of time."""

from __future__ import annotations

from rdflib import URIRef
from rdflib.namespace import RDF

from kzedu_graph.mapping.statements import Statements
from kzedu_graph.mapping.terms import literal
from kzedu_graph.model.periods import first_day, last_day, occurrences, to_edtf
from kzedu_graph.model.records import Period
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU


def write_deadline(on: Statements, owner: URIRef, text: str, period: Period | None) -> URIRef:
    """The deadline of an owner, in the text's words and, where they are understood, as points in time.

    A point without a year (`--12`) is no point yet: its occurrences in the years of the programme are, and say that
    they are derived. None is before the day of the act that approves it.
    """
    node = iris.deadline(on.edition, owner)
    on.add(owner, KZEDU.deadline, node)
    on.add(node, RDF.type, KZEDU.Deadline)
    on.add(node, KZEDU.asWritten, on.words(text))
    if period is None:
        return node
    for due in period.due:
        on.add(node, KZEDU.edtf, literal(to_edtf(due)))
        day = last_day(due)
        if day:
            on.add(node, KZEDU.dueBy, literal(day))
        if first_day(due):
            _write_point(on, node, due, derived=False)
    since = on.source.act_date if on.source.programme == on.source.work else None
    for due in occurrences(period.due, period.recurrence, on.source.period):
        ends = last_day(due)
        if not (since and ends and ends < since):
            _write_point(on, node, due, derived=True)
    if period.recurrence:
        on.add(node, KZEDU.recurrence, iris.code("recurrence", period.recurrence))
    on.prove(node, period.spans)
    return node


def _write_point(on: Statements, deadline: URIRef, due: str, *, derived: bool) -> None:
    node = iris.due_point(deadline, to_edtf(due))
    on.add(deadline, KZEDU.duePoint, node)
    on.add(node, RDF.type, KZEDU.DuePoint)
    on.add(node, KZEDU.edtf, literal(to_edtf(due)))
    on.add(node, KZEDU.derived, literal(derived))
    for predicate, day in ((KZEDU.startsOn, first_day(due)), (KZEDU.dueBy, last_day(due))):
        if day:
            on.add(node, predicate, literal(day))
