"""Who answers: the bodies of a cell, each with its place and its binding."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import Literal, URIRef
from rdflib.namespace import RDF

from kzedu_graph.mapping.statements import Statements
from kzedu_graph.model.records import Party
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU


def write_assignments(on: Statements, owner: URIRef, parties: Iterable[Party]) -> list[URIRef]:
    """An assignment a party; the first bound one is the presumed lead."""
    nodes: list[URIRef] = []
    lead_found = False
    for position, party in enumerate(parties, 1):
        node = iris.assignment(on.edition, owner, position)
        nodes.append(node)
        lead = not party.by_agreement and not lead_found
        lead_found = lead_found or lead
        on.add(owner, KZEDU.assignment, node)
        on.add(node, RDF.type, KZEDU.Assignment)
        on.add(node, KZEDU.position, Literal(position))
        on.add(node, KZEDU.byAgreement, Literal(party.by_agreement))
        on.add(node, KZEDU.binding, iris.code("binding", "by-agreement" if party.by_agreement else "bound"))
        on.add(node, KZEDU.asWritten, on.words(party.text))
        on.add(node, KZEDU.role, _role(party, lead))
        if party.linked_by:
            on.add(node, KZEDU.linkedBy, Literal(party.linked_by))
        if party.agency:
            on.add(node, KZEDU.agency, iris.agency(party.agency))
            on.add(owner, KZEDU.responsible, iris.agency(party.agency))
            if lead:
                on.add(owner, KZEDU.lead, iris.agency(party.agency))
        on.prove(node, party.spans)
    return nodes


def _role(party: Party, lead: bool) -> URIRef:
    if party.by_agreement:
        return KZEDU.ByAgreement
    return KZEDU.LeadExecutor if lead else KZEDU.CoExecutor
