"""The statements of one text: an edition, its triples, and the quotes that they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, QB, RDF, RDFS, XSD
from rdflib.term import Node

from kzedu_graph.mapping.terms import literal, offset, quoted
from kzedu_graph.model.records import Source, Span
from kzedu_graph.registry.standing import standing_of
from kzedu_graph.registry.topics import load_scheme
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU, OA, UNIT

Triple = tuple[URIRef, URIRef, Node]

_TYPE, _EVIDENCE = RDF.type, KZEDU.evidence
_QUOTE, _OF, _SELECTED = OA.SpecificResource, OA.hasSource, OA.hasSelector
_PLACE, _START, _END = OA.TextPositionSelector, OA.start, OA.end
_WORDS, _EXACT = OA.TextQuoteSelector, OA.exact
"""Terms that each of thousands of quotes is written with: a namespace looks each up anew."""
WHOLE = "total"
"""The series of a value that is not broken down."""
QUDT_UNITS: Mapping[str, URIRef] = MappingProxyType({"%": UNIT.PERCENT})


def edition_of(source: Source) -> URIRef:
    """The IRI of a source's edition, which names its graph."""
    return iris.edition(source.work, source.version_date, source.lang)


def decimal(value: float) -> Literal:
    """A number as xsd:decimal, written without an exponent or trailing zeros."""
    text = format(Decimal(repr(value)).normalize(), "f")
    return literal(text, datatype=XSD.decimal, normalize=False)


def topics_of(node: URIRef, words: str) -> Iterator[Triple]:
    """The topics of `ontology/topics` that words in any language are about, in the order of their keys."""
    for key in sorted(load_scheme().find(words)):
        yield node, DCTERMS.subject, iris.topic(key)


@dataclass(slots=True)
class Statements:
    """Triples being written from one text; a quote is written once, however many records rest on it."""

    source: Source
    text: str
    triples: list[Triple] = field(default_factory=list)
    quoted: dict[Span, URIRef] = field(default_factory=dict)
    statuses: dict[str, URIRef] = field(default_factory=dict)
    labelled: set[URIRef] = field(default_factory=set)
    edition: URIRef = field(init=False)
    """The IRI of the text's edition."""

    def __post_init__(self) -> None:
        self.edition = edition_of(self.source)

    def stand(self, node: URIRef, work: str) -> None:
        """A thing is in force as the work is that lays it on somebody."""
        self.add(node, KZEDU.status, self.status_of(work))

    def status_of(self, work: str) -> URIRef:
        """The code of a work's status."""
        if work not in self.statuses:
            self.statuses[work] = iris.code("status", standing_of(work, self.source).status)
        return self.statuses[work]

    def speak_of_topics(self, node: URIRef, words: str) -> None:
        """What a thing is about, by the words that name it."""
        self.triples.extend(topics_of(node, words))

    def add(self, subject: URIRef, predicate: URIRef, value: Node) -> None:
        """One triple."""
        self.triples.append((subject, predicate, value))

    def words(self, text: str) -> Literal:
        """The text's own words, tagged with its language."""
        return quoted(text, self.source.lang)

    def say(self, subject: URIRef, predicate: URIRef, text: str | None) -> None:
        """The text's own words about a thing, where the record has them."""
        if text:
            self.add(subject, predicate, self.words(text))

    def name(self, subject: URIRef, predicate: URIRef, agency: str | None) -> None:
        """A body by its key, where the record has one."""
        if agency:
            self.add(subject, predicate, iris.agency(agency))

    def count_in(self, node: URIRef, unit: str | None) -> None:
        """What a thing's values are counted in: a unit of QUDT where there is one, else the text's own word for it."""
        if not unit:
            return
        self.add(node, KZEDU.unitText, self.words(unit))
        known = QUDT_UNITS.get(unit)
        if known is None:
            known = iris.unit(unit)
            self.add(known, RDF.type, KZEDU.Unit)
            self.add(known, RDFS.label, self.words(unit))
        self.add(node, KZEDU.unit, known)

    def observe(self, node: URIRef, structure: URIRef) -> None:
        """The node as an observation of this edition's data set for a structure."""
        dataset = iris.dataset(self.edition, structure)
        self.add(node, RDF.type, QB.Observation)
        self.add(node, QB.dataSet, dataset)
        self.add(node, KZEDU.edition, self.edition)
        self.add(dataset, RDF.type, QB.DataSet)
        self.add(dataset, QB.structure, structure)

    def prove(self, node: URIRef, spans: Iterable[Span]) -> None:
        """The quotes of the spans as evidence for the node."""
        for span in spans:
            self.add(node, _EVIDENCE, self.evidence(span))

    def evidence(self, span: Span) -> URIRef:
        """The quote of a span: its place and its words."""
        if span in self.quoted:
            return self.quoted[span]
        edition = self.edition
        node = iris.evidence(edition, span.start, span.end)
        place, quote = iris.position_selector(node), iris.quote_selector(node)
        self.quoted[span] = node
        self.triples += (
            (node, _TYPE, _QUOTE),
            (node, _OF, edition),
            (node, _SELECTED, place),
            (node, _SELECTED, quote),
            (place, _TYPE, _PLACE),
            (place, _START, offset(span.start)),
            (place, _END, offset(span.end)),
            (quote, _TYPE, _WORDS),
            (quote, _EXACT, quoted(self.text[span.start : span.end])),
        )
        return node
