"""Acts and programmes in the graph: what a text cites, and what the passport of a programme says of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, XSD

from kzedu_graph.mapping.prose import provision_iri
from kzedu_graph.mapping.statements import Statements
from kzedu_graph.model.records import Citation, Passport, Provision, Section
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import ELI, KZEDU


def write_standing(on: Statements, work: URIRef) -> None:
    """What the act is and whether it works: kind, issuer in its own words, when it enters into force, what suspends
    it, what it replaces; of this text, its official address and the acts that made the edition.
    """
    source = on.source
    if source.kind != "act":
        on.add(work, KZEDU.actKind, Literal(source.kind))
    on.say(work, KZEDU.issuerText, source.issuer_text)
    if source.in_force_from:
        on.add(work, ELI.first_date_entry_in_force, Literal(source.in_force_from))
    if source.suspended:
        for predicate, day in zip((KZEDU.suspendedFrom, KZEDU.suspendedUntil), source.suspended, strict=True):
            if day:
                on.add(work, predicate, Literal(day))
    for replaced in source.replaces:
        on.add(work, DCTERMS.replaces, iris.document(replaced))
    for act in source.amended_by:
        on.add(on.edition, KZEDU.amendedBy, iris.document(act))
    if source.address:
        on.add(on.edition, DCTERMS.source, Literal(source.address, datatype=XSD.anyURI))


def write_citation(on: Statements, work: URIRef, record: Citation, position: int) -> None:
    """An act that the text names; it is the graph's own document where number and date, or the registry, know it."""
    node = iris.citation(on.edition, position)
    on.add(node, RDF.type, KZEDU.Citation)
    on.add(node, KZEDU.position, Literal(position))
    on.add(node, KZEDU.actKind, Literal(record.kind))
    if record.number:
        on.add(node, KZEDU.number, Literal(record.number))
    if record.date:
        on.add(node, DCTERMS.date, Literal(record.date))
    on.name(node, KZEDU.issuer, record.issuer)
    on.say(node, RDFS.label, record.title)
    if record.work:
        cited = iris.document(record.work)
        on.add(node, KZEDU.citedAct, cited)
        on.add(work, ELI.cites, cited)
        on.add(cited, RDF.type, ELI.LegalResource)
        if record.number:
            on.add(cited, ELI.id_local, Literal(record.work))
    on.prove(node, record.evidence)


def write_sections(on: Statements, records: Iterable[Section]) -> None:
    """The headings of the text, each under the one that holds it, with the acts that changed what stands there."""
    for record in records:
        node = iris.section(on.edition, record.position)
        on.add(node, RDF.type, KZEDU.Section)
        on.add(node, KZEDU.edition, on.edition)
        on.add(node, KZEDU.position, Literal(record.position))
        on.add(node, KZEDU.sectionKind, Literal(record.kind))
        if record.number:
            on.add(node, KZEDU.number, Literal(record.number))
        on.say(node, RDFS.label, record.name)
        if record.part_of:
            on.add(node, KZEDU.partOf, iris.section(on.edition, record.part_of))
        for act in record.amended_by:
            on.add(node, KZEDU.amendedBy, iris.document(act))
        on.prove(node, record.evidence)


def write_places(on: Statements, sections: Sequence[Section], provisions: Iterable[Provision]) -> None:
    """Each duty of prose under the heading that it stands below, the nearest before it."""
    starts = [section.evidence[0].start for section in sections]
    for provision in provisions:
        before = bisect_right(starts, provision.evidence[0].start)
        if before:
            place = iris.section(on.edition, sections[before - 1].position)
            on.add(provision_iri(on.source, provision.number), KZEDU.partOf, place)


def write_passport(on: Statements, record: Passport) -> None:
    """The bodies that a programme's passport names, and its years where the source says none."""
    programme = iris.programme(record.programme)
    for party in record.developer:
        on.name(programme, KZEDU.developer, party.agency)
    for party in record.implementers:
        on.name(programme, KZEDU.implementer, party.agency)
    if record.period and not on.source.period:
        on.add(programme, KZEDU.period, Literal(f"{record.period[0]}/{record.period[1]}"))
    on.prove(programme, record.evidence)
