"""Prose as triples: what sentences lay on somebody, recommend, permit or forbid; who reports to whom."""

from __future__ import annotations

from types import MappingProxyType

from rdflib import URIRef
from rdflib.namespace import RDF, XSD

from kzedu_graph.mapping.deadlines import write_deadline
from kzedu_graph.mapping.statements import Statements
from kzedu_graph.mapping.terms import literal
from kzedu_graph.model.prose import Provision, ReportingLine
from kzedu_graph.model.records import Period, Source
from kzedu_graph.registry.standing import status_of_part
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import ELI, KZEDU

CLASSES = MappingProxyType(
    {
        "requirement": ("Requirement", "Obligation"),
        "commitment": ("Commitment", "Obligation"),
        "intention": ("Intention", "Provision"),
        "recommendation": ("Recommended", "Recommendation"),
        "permission": ("Permitted", "Permission"),
        "prohibition": ("Prohibited", "Prohibition"),
    }
)
"""A modality's concept, and the class of the provisions that have it."""


def provision_iri(source: Source, number: str) -> URIRef:
    """The IRI of a provision: prose has no numbers that two texts share, so it carries its edition."""
    return iris.provision(source.work, str(source.version_date or "undated"), source.lang, number)


def write_provision(on: Statements, provision: Provision) -> None:
    """One provision with its bearer, its deadline and the acts that it rests on."""
    node = provision_iri(on.source, provision.number)
    modality, kind = CLASSES[provision.modality]
    on.add(node, RDF.type, KZEDU.Provision)
    on.add(node, RDF.type, KZEDU[kind])
    on.add(node, KZEDU.number, literal(provision.number))
    on.add(node, KZEDU.modality, KZEDU[modality])
    on.add(node, KZEDU.action, on.words(provision.action))
    on.speak_of_topics(node, provision.action)
    _stand(on, node, provision)
    on.add(node, KZEDU.asWritten, on.words(provision.sentence))
    if on.source.programme:
        on.add(node, KZEDU.programme, iris.programme(on.source.programme))
    _write_bearers(on, node, provision)
    on.name(node, KZEDU.defaultBearer, provision.default_bearer)
    on.say(node, KZEDU.deed, provision.deed)
    on.say(node, KZEDU.object, provision.object)
    on.name(node, KZEDU.recipient, provision.recipient)
    if provision.rule:
        on.add(node, KZEDU.rule, literal(provision.rule))
    for act in provision.legal_basis:
        on.add(node, KZEDU.legalBasis, on.words(act))
    for work in provision.rests_on:
        on.add(node, KZEDU.restsOn, iris.document(work))
    if provision.deadline_text:
        text = provision.deadline_text
        period = Period(text, provision.due, provision.recurrence, spans=provision.evidence)
        write_deadline(on, node, text, period)
        _write_term(on, iris.deadline(on.edition, node), provision)
    on.prove(node, provision.evidence)


def _stand(on: Statements, node: URIRef, provision: Provision) -> None:
    """A provision is in force as its work is, unless its text tells something else of the part that it stands in."""
    whole = iris.local_name(str(on.status_of(on.source.work)))
    told = status_of_part(whole, provision.suspended, provision.begins, lost=provision.lost)
    on.add(node, KZEDU.status, iris.code("status", told))
    for predicate, day in zip((KZEDU.suspendedFrom, KZEDU.suspendedUntil), provision.suspended or (), strict=False):
        if day:
            on.add(node, predicate, literal(day))
    if provision.begins:
        on.add(node, ELI.first_date_entry_in_force, literal(provision.begins))


def _write_bearers(on: Statements, provision: URIRef, said: Provision) -> None:
    """Everyone whom the words name, in their order; all bodies among them are bearers."""
    on.say(provision, KZEDU.bearerText, said.bearer_text)
    on.say(provision, KZEDU.bearerName, said.bearer_name)
    for key in dict.fromkeys((said.bearer, *(party.agency for party in said.bearers))):
        on.name(provision, KZEDU.bearer, key)
    for position, party in enumerate(said.bearers, 1):
        node = iris.named_bearer(on.edition, provision, position)
        on.add(provision, KZEDU.namedBearer, node)
        on.add(node, RDF.type, KZEDU.NamedBearer)
        on.add(node, KZEDU.position, literal(position))
        on.add(node, KZEDU.asWritten, on.words(party.text))
        on.say(node, KZEDU.bearerName, party.name)
        on.add(node, KZEDU.byAgreement, literal(party.by_agreement))
        on.name(node, KZEDU.agency, party.agency)
        on.prove(node, party.spans)


def _write_term(on: Statements, deadline: URIRef, provision: Provision) -> None:
    """How long a relative deadline is, in which days, and from what on it is counted; "at once" has no length."""
    if provision.within is not None:
        on.add(deadline, KZEDU.within, literal(provision.within, datatype=XSD.duration, normalize=False))
    if provision.within_unit is not None:
        on.add(deadline, KZEDU.withinUnit, literal(provision.within_unit))
    on.say(deadline, KZEDU.withinFrom, provision.within_from)


def write_reporting_line(on: Statements, line: ReportingLine, position: int) -> None:
    """Who reports what to whom and by when; a reporter that the registry does not know stays in the words alone.

    A line whose recipient is not known, or that names no reporter, remains a provision.
    """
    if not line.recipient or not (line.reporter or line.reporter_text):
        return
    node = iris.reporting_line(on.edition, iris.document(on.source.work), position)
    on.add(node, RDF.type, KZEDU.ReportingLine)
    on.add(node, KZEDU.subject, on.words(line.subject))
    on.name(node, KZEDU["from"], line.reporter)
    on.say(node, KZEDU.bearerText, line.reporter_text)
    on.add(node, KZEDU.to, iris.agency(line.recipient))
    if line.deadline_text:
        period = Period(line.deadline_text, line.due, line.recurrence, spans=line.evidence)
        write_deadline(on, node, line.deadline_text, period)
    on.prove(node, line.evidence)
