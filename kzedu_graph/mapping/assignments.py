"""Who answers: the bodies of a cell, each with its place and its binding."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import URIRef
from rdflib.namespace import RDF, RDFS

from kzedu_graph.mapping.statements import Statements
from kzedu_graph.mapping.terms import literal
from kzedu_graph.model.records import Party
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, ORG


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
        on.add(node, KZEDU.position, literal(position))
        on.add(node, KZEDU.byAgreement, literal(party.by_agreement))
        on.add(node, KZEDU.binding, iris.code("binding", "by-agreement" if party.by_agreement else "bound"))
        on.add(node, KZEDU.asWritten, on.words(party.text))
        on.add(node, KZEDU.role, _role(party, lead))
        if party.linked_by:
            on.add(node, KZEDU.linkedBy, literal(party.linked_by))
        if party.agency:
            on.add(node, KZEDU.agency, iris.agency(party.agency))
            on.add(owner, KZEDU.responsible, iris.agency(party.agency))
            if lead:
                on.add(owner, KZEDU.lead, iris.agency(party.agency))
        elif party.staff and on.source.organisation is not None:
            on.add(node, KZEDU.staff, _write_staff(on, party.staff, party.text))
        on.prove(node, party.spans)
    return nodes


def _write_staff(on: Statements, kind: str, words: str) -> URIRef:
    """A post or a unit, which stands under the organisation whose plan the text is."""
    programme = on.source.programme or on.source.work
    node, organisation = iris.staff(kind, programme, words), write_organisation(on)
    on.add(node, RDF.type, ORG.Post if kind == "post" else ORG.OrganizationalUnit)
    if node not in on.labelled:  # one that other cells begin with another letter has one name
        on.labelled.add(node)
        on.add(node, RDFS.label, on.words(words))
    on.add(node, ORG.postIn if kind == "post" else ORG.unitOf, organisation)
    return node


def write_organisation(on: Statements) -> URIRef:
    """The organisation whose plan the text is: of the registry where it issued it, else one of the plan's own."""
    if on.source.issuer:
        return iris.agency(on.source.issuer)
    node = iris.organisation(on.source.programme or on.source.work)
    on.add(node, RDF.type, ORG.Organization)
    on.say(node, RDFS.label, on.source.organisation)
    return node


def _role(party: Party, lead: bool) -> URIRef:
    if party.by_agreement:
        return KZEDU.ByAgreement
    return KZEDU.LeadExecutor if lead else KZEDU.CoExecutor
