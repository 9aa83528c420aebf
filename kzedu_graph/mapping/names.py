"""Places that name a body, a system or an initiative, and abbreviations that a text explains."""

from __future__ import annotations

from rdflib import URIRef
from rdflib.namespace import RDF

from kzedu_graph.mapping.statements import Statements
from kzedu_graph.mapping.terms import literal
from kzedu_graph.model.prose import GlossaryEntry, InitiativeMention, Mention, SystemMention
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import KZEDU


def write_mention(on: Statements, mention: Mention) -> None:
    """A place that names a body; its quote says the words."""
    node = iris.mention(on.edition, mention.evidence[0].start, mention.evidence[-1].end)
    on.add(node, RDF.type, KZEDU.Mention)
    on.add(node, KZEDU.agency, iris.agency(mention.agency))
    on.add(node, KZEDU.linkedBy, literal(mention.linked_by))
    on.prove(node, mention.evidence)


def write_glossary_entry(on: Statements, entry: GlossaryEntry, position: int) -> None:
    """An abbreviation that the text itself explains."""
    node = iris.glossary_entry(on.edition, position)
    on.add(node, RDF.type, KZEDU.GlossaryEntry)
    on.add(node, KZEDU.abbreviation, on.words(entry.abbreviation))
    on.add(node, KZEDU.full, on.words(entry.full))
    on.prove(node, entry.evidence)


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
