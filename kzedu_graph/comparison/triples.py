"""Changes as triples, for the graph `id/graph/changes`, with the quotes that they point at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rdflib import Literal, URIRef
from rdflib.namespace import RDF, XSD

from kzedu_graph.comparison.changes import CODED, Change, Quote
from kzedu_graph.mapping.statements import Statements, Triple, edition_of
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU


def concept_of(code: str) -> URIRef:
    """The concept of the ontology for a code of ours: `owner-added` is `kzedu:OwnerAdded`."""
    return KZEDU["".join(map(str.capitalize, code.split("-")))]


def code_of(concept: str) -> str:
    """The code of a concept: the reverse of `concept_of`."""
    name = iris.local_name(concept)
    return "".join(f"-{sign.lower()}" if sign.isupper() else sign for sign in name).lstrip("-")


def change_iri(change: Change) -> URIRef:
    """`id/change/date-moved/<digest>`: the same change between the same texts keeps its IRI."""
    told = change.difference
    about = (change.focus, change.earlier, change.later, told.agency, told.year, told.series, told.old, told.new)
    return iris.change(told.kind, repr(about))


def triples_of_changes(changes: Iterable[Change], extractions: Iterable[Extraction]) -> Iterator[Triple]:
    """All triples of the changes; the texts of `extractions` give the quotes."""
    writers = {str(edition_of(e.source)): Statements(e.source, e.text) for e in extractions}
    for change in changes:
        yield from _change(change, writers)
    for writer in writers.values():
        yield from writer.triples


def _change(change: Change, writers: Mapping[str, Statements]) -> Iterator[Triple]:
    node, told = change_iri(change), change.difference
    yield node, RDF.type, KZEDU.Change
    yield node, KZEDU.programme, iris.programme(change.programme)
    yield node, KZEDU.changed, URIRef(change.focus)
    yield node, KZEDU.number, Literal(change.number)
    yield node, KZEDU.changeKind, concept_of(told.kind)
    yield node, KZEDU.cause, concept_of(change.cause)
    yield node, KZEDU.earlierEdition, URIRef(change.earlier)
    yield node, KZEDU.laterEdition, URIRef(change.later)
    if told.old is not None:
        yield node, KZEDU.earlierValue, _words(told.old, told.kind, change.lang_before)
    if told.new is not None:
        yield node, KZEDU.laterValue, _words(told.new, told.kind, change.lang_after)
    if told.agency:
        yield node, KZEDU.agency, iris.agency(told.agency)
    if told.year is not None:
        yield node, KZEDU.year, Literal(f"{told.year:04}", datatype=XSD.gYear)
    if told.series:
        yield node, KZEDU.series, Literal(told.series)
    if change.act:
        yield node, KZEDU.amendedBy, iris.document(change.act)
    if change.act_date:
        yield node, KZEDU.amendedOn, Literal(change.act_date)
    for predicate, quote in ((KZEDU.earlierEvidence, change.before), (KZEDU.laterEvidence, change.after)):
        for evidence in _evidence(quote, writers):
            yield node, predicate, evidence


def _words(value: str, kind: str, lang: str) -> Literal:
    """Words of a text with its language; figures and codes without."""
    if kind in CODED or (kind.startswith("target-") and kind != "target-reworded"):
        return Literal(value)
    return Literal(value, lang=lang)


def _evidence(quote: Quote | None, writers: Mapping[str, Statements]) -> Iterator[URIRef]:
    if quote:
        for span in quote.spans:
            if span.start < span.end:
                yield writers[quote.edition].evidence(span)
