"""The act itself, this text of it, its programme with what the passport says, and the bodies that answer for it."""

from __future__ import annotations

from rdflib import URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS, XSD

from kzedu_graph.mapping.statements import Statements
from kzedu_graph.mapping.terms import literal
from kzedu_graph.model.prose import ActRole
from kzedu_graph.model.records import Passport
from kzedu_graph.model.register import official_page
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import ELI, KZEDU


def write_document(on: Statements) -> None:
    """The act, this edition of it, and the programme whose plan stands in it."""
    source, edition, work = on.source, on.edition, iris.document(on.source.work)
    on.add(work, RDF.type, ELI.LegalResource)
    on.add(work, ELI.is_realized_by, edition)
    on.add(work, ELI.id_local, literal(source.work))
    if source.number:
        on.add(work, ELI.number, literal(source.number))
    if source.act_date:
        on.add(work, ELI.date_document, literal(source.act_date))
    on.name(work, ELI.passed_by, source.issuer)
    for amended in source.amends:
        on.add(work, ELI.amends, iris.document(amended))
    if source.repealed_by:
        on.add(iris.document(source.repealed_by), ELI.repeals, work)
    if source.repealed_on:
        on.add(work, ELI.date_no_longer_in_force, literal(source.repealed_on))
    _write_standing(on)
    on.add(edition, RDF.type, ELI.LegalExpression)
    on.add(edition, ELI.realizes, work)
    on.add(edition, ELI.language, iris.LANGUAGES[source.lang])
    if source.version_date:
        on.add(edition, ELI.version_date, literal(source.version_date))
    on.add(edition, ELI.title, on.words(source.title))
    on.add(edition, DCTERMS.identifier, literal(source.stem))
    _write_forms(on)
    if source.programme:
        _write_programme(on, source.programme)


_MEDIA = "https://www.iana.org/assignments/media-types/"


def _write_forms(on: Statements) -> None:
    """Where the text can be read: on the official page, where its address is known, and as it was decoded here."""
    source = on.source
    forms = [("text", "text/plain", f"{on.edition}.txt")]
    if source.address:
        forms.append(("official", "text/html", source.address))
    elif page := official_page(source.work, source.lang):
        forms.append(("official", "text/html", page))
    for name, media, address in forms:
        node = iris.form_of(on.edition, name)
        on.add(on.edition, ELI.is_embodied_by, node)
        on.add(node, RDF.type, ELI.Format)
        on.add(node, ELI.embodies, on.edition)
        on.add(node, ELI["format"], URIRef(_MEDIA + media))
        on.add(node, ELI.is_exemplified_by, URIRef(address))


def _write_standing(on: Statements) -> None:
    """What the act is and whether it works: kind, issuer in its own words, when it enters into force, what suspends
    it, what it replaces; of this text, its official address and the acts that made the edition.
    """
    source, work = on.source, iris.document(on.source.work)
    if source.kind != "act":
        on.add(work, KZEDU.actKind, literal(source.kind))
    on.say(work, KZEDU.issuerText, source.issuer_text)
    if source.in_force_from:
        on.add(work, ELI.first_date_entry_in_force, literal(source.in_force_from))
    if source.suspended:
        for predicate, day in zip((KZEDU.suspendedFrom, KZEDU.suspendedUntil), source.suspended, strict=True):
            if day:
                on.add(work, predicate, literal(day))
    for replaced in source.replaces:
        on.add(work, DCTERMS.replaces, iris.document(replaced))
    for act in source.amended_by:
        on.add(on.edition, KZEDU.amendedBy, iris.document(act))
    if source.address:
        on.add(on.edition, DCTERMS.source, literal(source.address, datatype=XSD.anyURI))


def _write_programme(on: Statements, key: str) -> None:
    programme = iris.programme(key)
    on.add(programme, RDF.type, KZEDU.Programme)
    on.add(programme, RDF.type, ELI.LegalResource)
    on.add(programme, ELI.id_local, literal(key))
    on.add(on.edition, KZEDU.programme, programme)
    if key == on.source.work:
        on.add(programme, RDFS.label, on.words(on.source.title))
    if on.source.period:
        on.add(programme, KZEDU.period, literal(on.source.period))


def write_passport(on: Statements, record: Passport) -> None:
    """The bodies that a programme's passport names."""
    programme = iris.programme(record.programme)
    for party in record.developer:
        on.name(programme, KZEDU.developer, party.agency)
    for party in record.implementers:
        on.name(programme, KZEDU.implementer, party.agency)
    on.prove(programme, record.evidence)


def write_act_role(on: Statements, role: ActRole) -> None:
    """Who enacted the act, and who controls its execution: of the programme that it approves as well."""
    work = iris.document(on.source.work)
    predicate = {"controller": KZEDU.controller, "approver": ELI.passed_by}[role.role]
    if role.agency:
        on.add(work, predicate, iris.agency(role.agency))
        on.prove(work, role.evidence)
