"""Records to triples: all that one text says, in the named graph of its edition.

A measure, an indicator or a direction keeps one IRI in all texts of its programme; what this text says of it
(assignments, deadline, deliverables, values, quotes) carries the edition in its IRI. A kind of record has a module of
its own, whose functions write upon the statements of an edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rdflib import URIRef

from kzedu_graph.mapping.acts import write_amendment, write_citation, write_commencement
from kzedu_graph.mapping.document import write_act_role, write_document, write_passport
from kzedu_graph.mapping.groups import write_group
from kzedu_graph.mapping.indicators import indicator_iri, write_indicator
from kzedu_graph.mapping.measures import write_measure
from kzedu_graph.mapping.money import write_total
from kzedu_graph.mapping.names import (
    write_glossary_entry,
    write_initiative_mention,
    write_mention,
    write_system_mention,
)
from kzedu_graph.mapping.prose import write_provision, write_reporting_line
from kzedu_graph.mapping.sections import write_places, write_sections
from kzedu_graph.mapping.statements import Statements, Triple
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Indicator
from kzedu_graph.registry.districts import district_bodies
from kzedu_graph.vocabulary import iris


def triples_of(
    extraction: Extraction, listings: Iterable[Sequence[Indicator]] | None = None, *, mentions: bool = True
) -> list[Triple]:
    """All triples of one extraction, duplicates included, for the graph `edition_of(extraction.source)`.

    `listings` are its indicators, each with all the places that list it; without them each place is an indicator.

    `mentions` of bodies in prose belong to the text alone: the current view leaves them out.
    """
    on = Statements(extraction.source, extraction.text)
    listed = [(each,) for each in extraction.indicators] if listings is None else [tuple(each) for each in listings]
    serving = {head.number: indicator_iri(head) for head, *_ in listed if head.place == "plan"}
    write_document(on)
    for group in extraction.groups:
        write_group(on, group)
    for several in listed:
        write_indicator(on, several)
    for measure in extraction.measures:
        write_measure(on, measure, serving)
    for provision in extraction.provisions:
        write_provision(on, provision)
    for position, line in enumerate(extraction.reporting_lines, 1):
        write_reporting_line(on, line, position)
    for role in extraction.act_roles:
        write_act_role(on, role)
    _write_changes(on, extraction)
    if extraction.passport:
        write_passport(on, extraction.passport)
    for position, total in enumerate(extraction.totals, 1):
        write_total(on, iris.programme(total.programme), total, position)
    for position, citation in enumerate(extraction.citations, 1):
        write_citation(on, citation, position)
    write_sections(on, extraction.sections)
    write_places(on, extraction.sections, extraction.provisions)
    for position, entry in enumerate(extraction.glossary, 1):
        write_glossary_entry(on, entry, position)
    if mentions:
        _write_mentions(on, extraction)
    return [*on.triples, *_described(on.triples)]


def mention_triples(extraction: Extraction) -> list[Triple]:
    """The triples of the mentions alone: what `triples_of` gives beyond those without them."""
    on = Statements(extraction.source, extraction.text)
    _write_mentions(on, extraction)
    return [*on.triples, *_described(on.triples)]


def _described(triples: Iterable[Triple]) -> Iterator[Triple]:
    """What bodies of districts are that the triples name: the registry's graph has only those of regions."""
    known = district_bodies()
    named = {value for _, _, value in triples if isinstance(value, URIRef)}
    for key in sorted(key for value in named if (key := iris.local_name(value)) in known):
        yield from known.describe(key)


def _write_changes(on: Statements, extraction: Extraction) -> None:
    for amendment in extraction.amendments:
        write_amendment(on, amendment)
    for commencement in extraction.commencements:
        write_commencement(on, commencement)


def _write_mentions(on: Statements, extraction: Extraction) -> None:
    for mention in extraction.mentions:
        write_mention(on, mention)
    for system in extraction.systems:
        write_system_mention(on, system)
    for initiative in extraction.initiatives:
        write_initiative_mention(on, initiative)
