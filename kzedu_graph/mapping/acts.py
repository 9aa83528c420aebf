"""What a text says of other acts: which it cites, and how it changes them."""

from __future__ import annotations

from rdflib.namespace import DCTERMS, RDF, RDFS

from kzedu_graph.mapping.statements import Statements
from kzedu_graph.mapping.terms import literal
from kzedu_graph.model.prose import Amendment, Citation, Commencement
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import ELI, KZEDU


def write_citation(on: Statements, record: Citation, position: int) -> None:
    """An act that the text names, and each place that names it; it is the graph's own document where that is known."""
    node = iris.citation(on.edition, position)
    on.add(node, RDF.type, KZEDU.ActReference)
    on.add(node, KZEDU.position, literal(position))
    on.add(node, KZEDU.actKind, literal(record.kind))
    if record.number:
        on.add(node, KZEDU.number, literal(record.number))
    if record.date:
        on.add(node, DCTERMS.date, literal(record.date))
    on.name(node, KZEDU.issuer, record.issuer)
    on.say(node, RDFS.label, record.title)
    if record.work:
        cited = iris.document(record.work)
        on.add(node, KZEDU.citedAct, cited)
        on.add(iris.document(on.source.work), ELI.cites, cited)
        on.add(cited, RDF.type, ELI.LegalResource)
        if record.number:
            on.add(cited, ELI.id_local, literal(record.work))
    on.prove(node, record.evidence)
    for span in record.evidence:
        place = iris.cited_place(on.edition, position, span.start)
        on.add(place, RDF.type, KZEDU.Citation)
        on.add(place, KZEDU.reference, node)
        on.add(node, KZEDU.namedAt, place)
        if record.work:
            on.add(place, KZEDU.citedAct, iris.document(record.work))
        on.prove(place, (span,))


def write_amendment(on: Statements, amendment: Amendment) -> None:
    """One instruction of an amending act."""
    node = iris.amendment(on.source.work, amendment.order)
    on.add(node, RDF.type, KZEDU.Amendment)
    on.add(node, KZEDU.seq, literal(amendment.order))
    on.add(node, KZEDU.amendingAction, iris.code("amending-action", amendment.action))
    on.add(node, KZEDU.changedPart, on.words(amendment.target))
    on.add(node, KZEDU.asWritten, on.words(amendment.instruction))
    on.say(node, KZEDU.newWording, amendment.words)
    if amendment.act:
        changed, own = iris.document(amendment.act), iris.document(on.source.work)
        on.add(node, KZEDU.amendedAct, changed)
        if amendment.action != "suspend":
            on.add(own, ELI.repeals if amendment.ends_act else ELI.amends, changed)
    for depth, step in enumerate(amendment.path, 1):
        on.add(node, KZEDU.path, on.words(f"{depth}. {step}"))
    on.prove(node, amendment.evidence)


def write_commencement(on: Statements, entry: Commencement) -> None:
    """When the act of the text, or a part of it, works."""
    node = iris.commencement(on.source.work, entry.order)
    on.add(node, RDF.type, KZEDU.Commencement)
    on.add(node, KZEDU.seq, literal(entry.order))
    on.add(node, KZEDU.ofAct, iris.document(on.source.work))
    on.add(node, KZEDU.asWritten, on.words(entry.when))
    if entry.begins:
        on.add(node, ELI.first_date_entry_in_force, literal(entry.begins))
    if entry.applies_from:
        on.add(node, KZEDU.appliesFrom, literal(entry.applies_from))
    for predicate, day in zip((KZEDU.suspendedFrom, KZEDU.suspendedUntil), entry.suspended or (), strict=False):
        if day:
            on.add(node, predicate, literal(day))
    for depth, step in enumerate(entry.part, 1):
        on.add(node, KZEDU.path, on.words(f"{depth}. {step}"))
    on.prove(node, entry.evidence)
