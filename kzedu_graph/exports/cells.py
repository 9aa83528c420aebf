"""What the cells of several tables hold: where a row stands, when it is due, which words prove it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS
from rdflib.term import Node

from kzedu_graph.exports.view import View, current_editions, editions, view_of
from kzedu_graph.model.periods import from_edtf
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, OA, ORG
from kzedu_graph.vocabulary.queries import Selects

Row = dict[str, Any]


def views_of(store: Selects, chosen: str) -> Iterator[View]:
    """The graphs of the editions chosen; each knows whether it is current."""
    shown = current_editions(store)
    for edition in editions(store, chosen):
        view = view_of(store, edition)
        view.current = edition in shown
        yield view


def place_of(view: View) -> Row:
    """The source and the edition of a row, and whether that edition is the current one of its programme."""
    return {
        "source": view.value(view.graph, DCTERMS.identifier),
        "edition": str(view.graph),
        "current": view.current,
    }


def due_points(view: View, deadline: Node | None) -> list[str]:
    """The points of time of a deadline, in order."""
    return sorted(from_edtf(value) for value in view.values(deadline, KZEDU.edtf)) if deadline else []


def evidence_of(view: View, node: Node, predicate: URIRef = KZEDU.evidence) -> list[Row]:
    """The places of the text behind a thing, in order."""
    return sorted(
        (span for quote in view.nodes(node, predicate) for span in span_of(view, quote)), key=lambda s: s["start"]
    )


def span_of(view: View, quote: Node) -> Iterator[Row]:
    """Start and end of a quote, in characters of the text."""
    for selector in view.nodes(quote, OA.hasSelector):
        start, end = view.value(selector, OA.start), view.value(selector, OA.end)
        if start is not None and end is not None:
            yield {"start": int(start), "end": int(end)}


def words_of(view: View, quote: Node) -> str:
    """The words of a quote, as they stand in the text."""
    selectors = view.nodes(quote, OA.hasSelector)
    return next((words for selector in selectors if (words := view.value(selector, OA.exact)) is not None), "")


def key_of(iri: Any) -> str | None:
    """The last part of an IRI."""
    return iris.local_name(str(iri)) if iri else None


def parts_of(view: View, measure: Node) -> list[Node]:
    """The parts of a row that is divided; the one part of a row that is not says what the row itself says."""
    parts = view.nodes(measure, KZEDU.part)
    own = view.nodes(measure, KZEDU.deadline)
    return [] if len(parts) == 1 and view.nodes(parts[0], KZEDU.deadline) == own else parts


def in_print(nodes: Iterable[Node]) -> list[Node]:
    """Values in the order of their years, then of their place in the text: the last two parts of their IRIs."""
    return sorted(nodes, key=lambda node: str(node).split("/")[-2:])


def staff_of(view: View, assignment: Node) -> str | None:
    """`post` or `unit` where an organisation's own staff answers, not a body."""
    kinds = (kind for member in view.nodes(assignment, KZEDU.staff) for kind in view.nodes(member, RDF.type))
    return next(("post" if kind == ORG.Post else "unit" for kind in kinds), None)


def organisation_of(view: View, assignment: Node) -> str | None:
    """The organisation that a post or a unit stands under: its name in the text, else its key or that of the plan."""
    members = view.nodes(assignment, KZEDU.staff)
    above = [node for member in members for path in (ORG.postIn, ORG.unitOf) for node in view.nodes(member, path)]
    return next((view.value(node, RDFS.label) or key_of(node) for node in above), None)


def status_of(view: View, node: Node) -> str | None:
    """Whether a thing is in force, by the code that the graph gives it; None where the graph says nothing."""
    return key_of(view.value(node, KZEDU.status))
