"""The dataset of texts in memory, in one go: for tests that ask it, and what a build of parts must equal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rdflib import Literal, URIRef
from rdflib.namespace import PROV, RDF
from rdflib.term import Node

from kzedu_graph.building.nquads import AUDIT, CHANGES, CURRENT, ONTOLOGY, REGISTRY, RUN
from kzedu_graph.building.parts import digest_of, finding_triples, source_iri, source_triples
from kzedu_graph.building.static_graphs import ontology_triples, registry_triples
from kzedu_graph.comparison.continuity import find_continuations, successive_programmes, triples_of_continuations
from kzedu_graph.comparison.editions import compare_all, current_editions, current_view, own_triples
from kzedu_graph.comparison.listings import listings_of
from kzedu_graph.comparison.texts import heirs_of
from kzedu_graph.comparison.triples import triples_of_changes
from kzedu_graph.mapping.edition import triples_of
from kzedu_graph.mapping.standing import standing_triples
from kzedu_graph.mapping.statements import Triple, edition_of
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import SH

Quad = tuple[URIRef, URIRef, Node, URIRef]


def quads_of(extractions: Sequence[Extraction], registry: Registry) -> Iterator[Quad]:
    """Every statement of the dataset but those of the audit, duplicates included."""
    heirs = heirs_of(registry.successions())
    comparisons = compare_all(extractions, heirs)
    changes = [change for comparison in comparisons for change in comparison.changes]
    yield from _in(CURRENT, current_view(extractions, comparisons))
    yield from _in(CHANGES, triples_of_changes(changes, extractions))
    for earlier, later in successive_programmes(current_editions(extractions)):
        yield from _in(CHANGES, triples_of_continuations(find_continuations(earlier, later, heirs)))
    yield from _in(REGISTRY, registry_triples())
    yield from _in(REGISTRY, standing_triples(extraction.source for extraction in extractions))
    yield from _in(ONTOLOGY, ontology_triples())
    conforms = all(finding.severity != "error" for extraction in extractions for finding in extraction.findings)
    yield URIRef(f"{AUDIT}/report"), SH.conforms, Literal(conforms), AUDIT
    run = iris.run(*sorted(map(digest_of, extractions)))
    yield run, RDF.type, PROV.Activity, RUN
    for extraction in extractions:
        edition = edition_of(extraction.source)
        yield from _in(edition, triples_of(extraction, listings_of(extraction.indicators)))
        yield from _in(edition, own_triples(extraction))
        yield from _in(AUDIT, finding_triples(extraction))
        yield from _in(RUN, source_triples(extraction))
        yield edition, PROV.wasGeneratedBy, run, RUN
        yield run, PROV.used, source_iri(digest_of(extraction)), RUN


def _in(graph: URIRef, triples: Iterable[Triple]) -> Iterator[Quad]:
    return ((subject, predicate, value, graph) for subject, predicate, value in triples)
