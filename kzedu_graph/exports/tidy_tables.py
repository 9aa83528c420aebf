"""Tidy tables: one row a fact, keys that join, no lists in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Any

from rdflib import URIRef
from rdflib.namespace import RDFS
from rdflib.term import Node

from kzedu_graph.exports.cells import Row, key_of, organisation_of, place_of, span_of, staff_of, views_of
from kzedu_graph.exports.view import View
from kzedu_graph.vocabulary.iris import KZEDU, UNIT
from kzedu_graph.vocabulary.queries import Selects


def targets(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every value of every indicator, once; `listing` is filled where one place alone states it against the others."""
    for view in views_of(store, chosen):
        for node in view.subjects(KZEDU.Target):
            of = view.value(node, KZEDU.indicator)
            apart = view.value(_node(view, node, KZEDU.indicator), KZEDU.lists)
            yield {
                "id": str(node),
                **place_of(view),
                "indicator": apart or of,
                "listing": of if apart else None,
                "year": _year(view, node),
                "series": view.value(node, KZEDU.series),
                "value": _number(view.value(node, KZEDU.value)),
                "text": view.value(node, KZEDU.textValue),
                "bound": view.value(node, KZEDU.bound),
                "status": key_of(view.value(node, KZEDU.valueStatus)),
                "unit": _unit(view, node),
                **_span(view, node),
            }


def assignments(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every body of every measure, once for each part that it stands in."""
    for view, node, row in _of_parts(store, chosen, KZEDU.assignment):
        yield row | {
            "agency": key_of(view.value(node, KZEDU.agency)),
            "role": key_of(view.value(node, KZEDU.role)),
            "binding": key_of(view.value(node, KZEDU.binding)),
            "written": view.value(node, KZEDU.asWritten),
            "linked_by": view.value(node, KZEDU.linkedBy),
            "staff": staff_of(view, node),
            "organisation": organisation_of(view, node),
            **_span(view, node),
        }


def bearers(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Everyone on whom a provision of prose is laid by its words, in their order; several bear one duty together."""
    for view in views_of(store, chosen):
        for provision in view.subjects(KZEDU.Provision):
            for node in sorted(view.nodes(provision, KZEDU.namedBearer), key=lambda n: view.value(n, KZEDU.position)):
                yield {
                    "id": str(node),
                    **place_of(view),
                    "provision": str(provision),
                    "position": view.value(node, KZEDU.position),
                    "bearer_text": view.value(node, KZEDU.asWritten),
                    "bearer_name": view.value(node, KZEDU.bearerName),
                    "agency": key_of(view.value(node, KZEDU.agency)),
                    "by_agreement": view.value(node, KZEDU.byAgreement),
                    **_span(view, node),
                }


def deadlines(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every due point of every measure, part and provision, in EDTF, with its first and its last day."""
    for view in views_of(store, chosen):
        owners: list[tuple[Node, Node | None]] = list(_parts(view))
        owners += [(node, None) for node in view.subjects(KZEDU.Provision) if view.nodes(node, KZEDU.action)]
        for owner, part in owners:
            for deadline in view.nodes(part or owner, KZEDU.deadline):
                for point in view.nodes(deadline, KZEDU.duePoint):
                    yield {
                        "id": str(point),
                        **place_of(view),
                        "duty": str(owner),
                        "part": view.value(part, KZEDU.position) if part else None,
                        "deadline_text": view.value(deadline, KZEDU.asWritten),
                        "edtf": view.value(point, KZEDU.edtf),
                        "starts_on": _text(view.value(point, KZEDU.startsOn)),
                        "due_by": _text(view.value(point, KZEDU.dueBy)),
                        "derived": view.value(point, KZEDU.derived),
                        "recurrence": key_of(view.value(deadline, KZEDU.recurrence)),
                        **_span(view, deadline),
                    }


def deliverables(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Everything that proves a measure done, once for each part that it closes."""
    for view, node, row in _of_parts(store, chosen, KZEDU.deliverable):
        yield row | {
            "name": view.value(node, RDFS.label),
            "type": key_of(view.value(node, KZEDU.deliverableType)),
            "recipient": key_of(view.value(node, KZEDU.recipient)),
            "remark": view.value(node, KZEDU.remark),
            **_span(view, node),
        }


def allocations(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """The money of every measure by year and source, in million tenge: a plain sum of `amount` is right."""
    for view in views_of(store, chosen):
        for node in view.subjects(KZEDU.Allocation):
            measure = _node(view, node, KZEDU.allocatedTo)
            yield {
                "id": str(node),
                **place_of(view),
                "programme": key_of(view.value(measure, KZEDU.programme)),
                "measure": str(measure),
                **_money(view, node),
            }


def totals(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """What texts state as totals, of rows and of programmes, in million tenge: to be compared, never added."""
    for view in views_of(store, chosen):
        for node in view.subjects(KZEDU.StatedTotal):
            yield {
                "id": str(node),
                **place_of(view),
                "of": view.value(node, KZEDU.allocatedTo),
                "place": view.value(node, KZEDU.place),
                "scope": view.value(node, KZEDU.totalScope),
                **_money(view, node),
            }


def places(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every place of every text that names an act."""
    for view in views_of(store, chosen):
        for node in view.subjects(KZEDU.Citation):
            named = _node(view, node, KZEDU.reference)
            yield {
                "id": str(node),
                **place_of(view),
                "citation": str(named),
                "act": key_of(view.value(node, KZEDU.citedAct)),
                "kind": view.value(named, KZEDU.actKind),
                "number": view.value(named, KZEDU.number),
                **_span(view, node),
            }


TIDY_TABLES: MappingProxyType[str, Callable[[Selects, str], Iterator[Row]]] = MappingProxyType(
    {
        "targets": targets,
        "assignments": assignments,
        "bearers": bearers,
        "deadlines": deadlines,
        "deliverables": deliverables,
        "allocations": allocations,
        "totals": totals,
        "places": places,
    }
)


def _parts(view: View) -> Iterator[tuple[Node, Node]]:
    """Each part of each measure; a row that is not divided has one."""
    for measure in view.subjects(KZEDU.Measure):
        yield from ((measure, part) for part in view.nodes(measure, KZEDU.part))


def _of_parts(store: Selects, chosen: str, predicate: URIRef) -> Iterator[tuple[View, Node, Row]]:
    """What stands in the parts of measures under a property, each with the columns that say where."""
    for view in views_of(store, chosen):
        for measure, part in _parts(view):
            for node in view.nodes(part, predicate):
                yield (
                    view,
                    node,
                    {
                        "id": str(node),
                        **place_of(view),
                        "measure": str(measure),
                        "part": view.value(part, KZEDU.position),
                        "position": view.value(node, KZEDU.position),
                    },
                )


def _money(view: View, node: Node) -> Row:
    return {
        "year": _year(view, node),
        "source_text": view.value(node, KZEDU.budgetSourceText),
        "budget_source": key_of(view.value(node, KZEDU.budgetSource)),
        "amount": _number(view.value(node, KZEDU.amount)),
        **_span(view, node),
    }


def _span(view: View, node: Node) -> Row:
    """The first place that a fact rests on."""
    spans = sorted((s["start"], s["end"]) for quote in view.nodes(node, KZEDU.evidence) for s in span_of(view, quote))
    return {"start": spans[0][0], "end": spans[0][1]} if spans else {"start": None, "end": None}


def _node(view: View, node: Node, predicate: Any) -> Node:
    """The one thing that a fact is about; raises IndexError where the graph is broken."""
    return view.nodes(node, predicate)[0]


def _year(view: View, node: Node) -> int | None:
    year = view.value(node, KZEDU.year)
    return int(str(year)[:4]) if year is not None else None


def _unit(view: View, node: Node) -> str | None:
    unit = view.value(node, KZEDU.unit)
    return "%" if unit == str(UNIT.PERCENT) else view.value(node, KZEDU.unitText)


def _number(value: Any) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _text(value: object) -> str | None:
    return str(value) if value is not None else None
