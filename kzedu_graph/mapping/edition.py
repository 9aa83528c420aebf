"""Records to triples: all that one text says, in the named graph of its edition.

A measure, an indicator or a direction keeps one IRI in all texts of its programme; what this text says of it
(assignments, deadline, deliverables, values, quotes) carries the edition in its IRI.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from types import MappingProxyType

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS

from kzedu_graph.mapping.acts import write_citation, write_passport, write_places, write_sections, write_standing
from kzedu_graph.mapping.figures import write_funding, write_target, write_total
from kzedu_graph.mapping.prose import (
    write_act_role,
    write_initiative_mention,
    write_provision,
    write_reporting_line,
    write_system_mention,
)
from kzedu_graph.mapping.statements import Statements, Triple
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import (
    Amendment,
    Deliverable,
    GlossaryEntry,
    Group,
    Indicator,
    Measure,
    Mention,
    Part,
    Party,
    Period,
)
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import ELI, KZEDU, PPLAN

GROUP_CLASSES = MappingProxyType({"goal": "Goal", "task": "Task", "direction": "Direction"})
GROUP_IRIS = MappingProxyType({"goal": iris.goal, "task": iris.task, "direction": iris.direction})


def triples_of(extraction: Extraction, *, mentions: bool = True) -> list[Triple]:
    """All triples of one extraction, duplicates included, for the graph `edition_of(extraction.source)`.

    `mentions` of bodies in prose belong to the text alone: the current view leaves them out.
    """
    writer = _Edition(extraction.source, extraction.text)
    writer.describe()
    for group in extraction.groups:
        writer.group(group)
    for indicator in extraction.indicators:
        writer.indicator(indicator)
    for measure in extraction.measures:
        writer.measure(measure)
    for provision in extraction.provisions:
        write_provision(writer, provision)
    for position, line in enumerate(extraction.reporting_lines, 1):
        write_reporting_line(writer, line, position)
    for role in extraction.act_roles:
        write_act_role(writer, role)
    for amendment in extraction.amendments:
        writer.amendment(amendment)
    work = iris.document(extraction.source.work)
    if extraction.passport:
        write_passport(writer, extraction.passport)
    for position, total in enumerate(extraction.totals, 1):
        write_total(writer, iris.programme(total.programme), total, position)
    for position, citation in enumerate(extraction.citations, 1):
        write_citation(writer, work, citation, position)
    write_sections(writer, extraction.sections)
    write_places(writer, extraction.sections, extraction.provisions)
    for position, entry in enumerate(extraction.glossary, 1):
        writer.glossary_entry(position, entry)
    if mentions:
        writer.mentions(extraction)
    return writer.triples


def mention_triples(extraction: Extraction) -> list[Triple]:
    """The triples of the mentions alone: what `triples_of` gives beyond those without them."""
    writer = _Edition(extraction.source, extraction.text)
    writer.mentions(extraction)
    return writer.triples


def indicator_iri(indicator: Indicator) -> URIRef:
    """The IRI of an indicator; its group, where it has one, keeps numbers that start anew under each task apart."""
    return iris.indicator(indicator.programme, indicator.place, indicator.kind, indicator.number, group=indicator.group)


@dataclass(slots=True)
class _Edition(Statements):
    """Writes the triples of one text."""

    serving: dict[str, URIRef] = field(default_factory=dict)

    # ---- the document

    def describe(self) -> None:
        """The act, this edition of it, and the programme whose plan stands in it."""
        source, edition, work = self.source, self.edition, iris.document(self.source.work)
        self.add(work, RDF.type, ELI.LegalResource)
        self.add(work, ELI.is_realized_by, edition)
        self.add(work, ELI.id_local, Literal(source.work))
        if source.number:
            self.add(work, ELI.number, Literal(source.number))
        if source.act_date:
            self.add(work, ELI.date_document, Literal(source.act_date))
        self.name(work, ELI.passed_by, source.issuer)
        for amended in source.amends:
            self.add(work, ELI.amends, iris.document(amended))
        if source.repealed_by:
            self.add(iris.document(source.repealed_by), ELI.repeals, work)
        if source.repealed_on:
            self.add(work, ELI.date_no_longer_in_force, Literal(source.repealed_on))
        write_standing(self, work)
        self.add(edition, RDF.type, ELI.LegalExpression)
        self.add(edition, ELI.realizes, work)
        self.add(edition, ELI.language, iris.LANGUAGES[source.lang])
        if source.version_date:
            self.add(edition, ELI.version_date, Literal(source.version_date))
        self.add(edition, ELI.title, self.words(source.title))
        self.add(edition, DCTERMS.identifier, Literal(source.stem))
        if source.programme:
            self.programme(source.programme)

    def programme(self, key: str) -> None:
        programme = iris.programme(key)
        self.add(programme, RDF.type, KZEDU.Programme)
        self.add(programme, RDF.type, ELI.LegalResource)
        self.add(programme, ELI.id_local, Literal(key))
        self.add(self.edition, KZEDU.programme, programme)
        if key == self.source.work:
            self.add(programme, RDFS.label, self.words(self.source.title))
        if self.source.period:
            first, last = self.source.period
            self.add(programme, KZEDU.period, Literal(f"{first}/{last}"))

    def amendment(self, amendment: Amendment) -> None:
        node = iris.amendment(self.source.work, amendment.order)
        self.add(node, RDF.type, KZEDU.Amendment)
        self.add(node, KZEDU.seq, Literal(amendment.order))
        self.add(node, KZEDU.action, Literal(amendment.action))
        self.add(node, KZEDU.target, self.words(amendment.target))
        self.add(node, KZEDU.asWritten, self.words(amendment.instruction))
        self.say(node, KZEDU.newWording, amendment.words)
        if amendment.act:
            self.add(node, KZEDU.amendedAct, iris.document(amendment.act))
            whole = amendment.action == "repeal" and not amendment.path
            self.add(
                iris.document(self.source.work), ELI.repeals if whole else ELI.amends, iris.document(amendment.act)
            )
        for depth, step in enumerate(amendment.path, 1):
            self.add(node, KZEDU.path, self.words(f"{depth}. {step}"))
        self.prove(node, amendment.evidence)

    # ---- the plan

    def group(self, group: Group) -> None:
        node = GROUP_IRIS[group.kind](group.programme, group.number)
        self.add(node, RDF.type, KZEDU[GROUP_CLASSES[group.kind]])
        self.add(node, KZEDU.number, Literal(group.number))
        self.add(node, RDFS.label, self.words(group.name))
        self.add(node, KZEDU.programme, iris.programme(group.programme))
        self.add(node, KZEDU.partOf, self.above(group.programme, group.part_of))
        self.prove(node, group.evidence)

    def above(self, programme: str, part_of: tuple[str, str] | None) -> URIRef:
        """What a heading or a row directly belongs to: a group by kind and number, else the programme."""
        return GROUP_IRIS[part_of[0]](programme, part_of[1]) if part_of else iris.programme(programme)

    def measure(self, measure: Measure) -> None:
        node = iris.measure(measure.programme, measure.number)
        self.add(node, RDF.type, KZEDU.Measure)
        self.add(node, RDF.type, KZEDU.Obligation)
        self.add(node, RDF.type, PPLAN.Step)
        self.add(node, KZEDU.modality, KZEDU.Requirement)
        self.add(node, KZEDU.number, Literal(measure.number))
        self.add(node, KZEDU.seq, Literal(measure.seq))
        self.add(node, KZEDU.programme, iris.programme(measure.programme))
        self.add(node, KZEDU.partOf, self.above(measure.programme, measure.part_of))
        self.add(node, RDFS.label, self.words(measure.name))
        if measure.chapter is not None:
            self.add(node, KZEDU.chapter, Literal(measure.chapter))
        for number in measure.indicators:
            if number in self.serving:
                self.add(node, KZEDU.contributesTo, self.serving[number])
        self.say(node, KZEDU.unit, measure.unit)
        self.prove(node, measure.evidence)
        deliverables = [self.deliverable(node, n, form) for n, form in enumerate(measure.completion_form, 1)]
        if measure.deadline_text:
            self.deadline(node, node, measure.deadline_text, measure.period)
        assignments = self.assignments(node, measure.responsible)
        for n, part in enumerate(measure.parts, 1):
            self.part(node, n, part, measure, deliverables, assignments)
        write_funding(self, node, measure)

    def deliverable(self, owner: URIRef, position: int, form: Deliverable) -> URIRef:
        node = iris.deliverable(self.edition, owner, position)
        self.add(owner, KZEDU.deliverable, node)
        self.add(node, RDF.type, KZEDU.Deliverable)
        self.add(node, RDFS.label, self.words(form.text))
        self.add(node, KZEDU.position, Literal(position))
        if form.kind:
            self.add(node, KZEDU.deliverableType, iris.deliverable_type(form.kind))
        self.say(node, KZEDU.remark, form.remark)
        self.name(node, KZEDU.recipient, form.recipient)
        self.prove(node, form.spans)
        return node

    def assignments(self, owner: URIRef, parties: Iterable[Party]) -> list[URIRef]:
        """An assignment a party; the first bound one is the presumed lead."""
        nodes: list[URIRef] = []
        lead_found = False
        for position, party in enumerate(parties, 1):
            node = iris.assignment(self.edition, owner, position)
            nodes.append(node)
            lead = not party.by_agreement and not lead_found
            lead_found = lead_found or lead
            self.add(owner, KZEDU.assignment, node)
            self.add(node, RDF.type, KZEDU.Assignment)
            self.add(node, KZEDU.position, Literal(position))
            self.add(node, KZEDU.byAgreement, Literal(party.by_agreement))
            self.add(node, KZEDU.asWritten, self.words(party.text))
            self.add(node, KZEDU.role, _role(party, lead))
            if party.linked_by:
                self.add(node, KZEDU.linkedBy, Literal(party.linked_by))
            if party.agency:
                self.add(node, KZEDU.agency, iris.agency(party.agency))
                self.add(owner, KZEDU.responsible, iris.agency(party.agency))
                if lead:
                    self.add(owner, KZEDU.lead, iris.agency(party.agency))
            self.prove(node, party.spans)
        return nodes

    def part(
        self,
        owner: URIRef,
        position: int,
        part: Part,
        measure: Measure,
        deliverables: list[URIRef],
        bodies: list[URIRef],
    ) -> None:
        """A share of a row: it points at the row's own deliverables and assignments, and has a deadline of its own."""
        node = iris.part(self.edition, owner, position)
        self.add(owner, KZEDU.part, node)
        self.add(node, RDF.type, KZEDU.Part)
        self.add(node, KZEDU.position, Literal(position))
        self.say(node, KZEDU.scope, part.scope)
        for form, deliverable in zip(measure.completion_form, deliverables, strict=True):
            if form.text == part.completion_form:
                self.add(node, KZEDU.deliverable, deliverable)
        recurrence = measure.period.recurrence if measure.period else None
        spans = measure.period.spans if measure.period else ()
        self.deadline(node, node, part.deadline_text, Period(part.deadline_text, part.due, recurrence, spans=spans))
        for party in part.responsible:
            self.add(node, KZEDU.assignment, bodies[measure.responsible.index(party)])
        self.prove(node, measure.evidence)

    def indicator(self, indicator: Indicator) -> None:
        node = indicator_iri(indicator)
        if indicator.place == "plan":
            self.serving[indicator.number] = node
        self.add(node, RDF.type, KZEDU.Indicator)
        self.add(node, RDF.type, KZEDU.TargetIndicator if indicator.kind == "target" else KZEDU.ResultIndicator)
        self.add(node, KZEDU.number, Literal(indicator.number))
        self.add(node, KZEDU.place, Literal(indicator.place))
        self.add(node, KZEDU.programme, iris.programme(indicator.programme))
        self.add(node, KZEDU.partOf, self.above(indicator.programme, indicator.part_of))
        self.add(node, RDFS.label, self.words(indicator.name))
        if indicator.unit:
            self.add(node, KZEDU.unit, self.unit(indicator.unit))
        self.say(node, KZEDU.remark, indicator.remark)
        self.assignments(node, indicator.responsible)
        positions: dict[int, int] = {}
        for target in indicator.targets:
            positions[target.year] = positions.get(target.year, 0) + 1
            write_target(self, node, target, positions[target.year], indicator.unit)
        self.prove(node, indicator.evidence)

    # ---- words

    def mentions(self, extraction: Extraction) -> None:
        for mention in extraction.mentions:
            self.mention(mention)
        for system in extraction.systems:
            write_system_mention(self, system)
        for initiative in extraction.initiatives:
            write_initiative_mention(self, initiative)

    def mention(self, mention: Mention) -> None:
        """A place that names a body; its quote says the words."""
        node = iris.mention(self.edition, mention.evidence[0].start, mention.evidence[-1].end)
        self.add(node, RDF.type, KZEDU.Mention)
        self.add(node, KZEDU.agency, iris.agency(mention.agency))
        self.add(node, KZEDU.linkedBy, Literal(mention.linked_by))
        self.prove(node, mention.evidence)

    def glossary_entry(self, position: int, entry: GlossaryEntry) -> None:
        node = iris.glossary_entry(self.edition, position)
        self.add(node, RDF.type, KZEDU.GlossaryEntry)
        self.add(node, KZEDU.abbreviation, self.words(entry.abbreviation))
        self.add(node, KZEDU.full, self.words(entry.full))
        self.prove(node, entry.evidence)


def _role(party: Party, lead: bool) -> URIRef:
    if party.by_agreement:
        return KZEDU.ByAgreement
    return KZEDU.LeadExecutor if lead else KZEDU.CoExecutor
