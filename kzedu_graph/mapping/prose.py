"""Prose as triples: what sentences lay on somebody, recommend, permit or forbid; who reports, controls, enacts."""

from __future__ import annotations

from types import MappingProxyType

from rdflib import Literal, URIRef
from rdflib.namespace import RDF

from kzedu_graph.mapping.statements import Statements
from kzedu_graph.model.records import (
    ActRole,
    InitiativeMention,
    Period,
    Provision,
    ReportingLine,
    Source,
    SystemMention,
)
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
    on.add(node, KZEDU.number, Literal(provision.number))
    on.add(node, KZEDU.modality, KZEDU[modality])
    on.add(node, KZEDU.action, on.words(provision.action))
    on.add(node, KZEDU.asWritten, on.words(provision.sentence))
    if on.source.programme:
        on.add(node, KZEDU.programme, iris.programme(on.source.programme))
    on.name(node, KZEDU.bearer, provision.bearer)
    on.say(node, KZEDU.bearerText, provision.bearer_text)
    on.name(node, KZEDU.defaultBearer, provision.default_bearer)
    on.say(node, KZEDU.object, provision.object)
    on.name(node, KZEDU.recipient, provision.recipient)
    if provision.rule:
        on.add(node, KZEDU.rule, Literal(provision.rule))
    for act in provision.legal_basis:
        on.add(node, KZEDU.legalBasis, on.words(act))
    if provision.deadline_text:
        period = Period(provision.deadline_text, provision.due, spans=provision.evidence) if provision.due else None
        on.deadline(node, node, provision.deadline_text, period)
    on.prove(node, provision.evidence)


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
        period = Period(line.deadline_text, line.due, spans=line.evidence) if line.due else None
        on.deadline(node, node, line.deadline_text, period)
    on.prove(node, line.evidence)


def write_act_role(on: Statements, role: ActRole) -> None:
    """Who enacted the act, and who controls its execution: of the programme that it approves as well."""
    work = iris.document(on.source.work)
    predicate = {"controller": KZEDU.controller, "approver": ELI.passed_by}[role.role]
    if role.agency:
        on.add(work, predicate, iris.agency(role.agency))
        on.prove(work, role.evidence)


def write_system_mention(on: Statements, mention: SystemMention) -> None:
    """A place that names an information system."""
    node = iris.system_mention(on.edition, mention.evidence[0].start, mention.evidence[-1].end)
    on.add(node, RDF.type, KZEDU.SystemMention)
    on.add(node, KZEDU.system, iris.information_system(mention.system))
    _write_words(on, node, mention)


def write_initiative_mention(on: Statements, mention: InitiativeMention) -> None:
    """A place that names a project, contest, survey or international framework."""
    node = iris.initiative_mention(on.edition, mention.evidence[0].start, mention.evidence[-1].end)
    on.add(node, RDF.type, KZEDU.InitiativeMention)
    on.add(node, KZEDU.initiative, iris.initiative(mention.initiative))
    _write_words(on, node, mention)


def _write_words(on: Statements, node: URIRef, mention: SystemMention | InitiativeMention) -> None:
    on.add(node, KZEDU.asWritten, on.words(mention.text))
    on.prove(node, mention.evidence)
