"""The headings of a text, and what stands below each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from rdflib.namespace import RDF, RDFS

from kzedu_graph.mapping.prose import provision_iri
from kzedu_graph.mapping.statements import Statements
from kzedu_graph.mapping.terms import literal
from kzedu_graph.model.prose import Provision, Section
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU


def write_sections(on: Statements, records: Iterable[Section]) -> None:
    """The headings of the text, each under the one that holds it, with the acts that changed what stands there."""
    for record in records:
        node = iris.section(on.edition, record.position)
        on.add(node, RDF.type, KZEDU.Section)
        on.add(node, KZEDU.edition, on.edition)
        on.add(node, KZEDU.position, literal(record.position))
        on.add(node, KZEDU.sectionKind, literal(record.kind))
        if record.number:
            on.add(node, KZEDU.number, literal(record.number))
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
