"""Tables of what the prose of a text says: duties, instructions, cited acts, headings, names."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib.namespace import DCTERMS, RDFS
from rdflib.term import Node

from kzedu_graph.exports.cells import (
    Row,
    due_points,
    evidence_of,
    key_of,
    place_of,
    span_of,
    status_of,
    views_of,
    words_of,
)
from kzedu_graph.exports.view import View
from kzedu_graph.mapping.prose import CLASSES as MODALITIES
from kzedu_graph.vocabulary.iris import ELI, KZEDU, local_name
from kzedu_graph.vocabulary.queries import Selects


def provisions(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every provision of prose of every edition, in the order of the text."""
    names = {str(KZEDU[concept]): name for name, (concept, _) in MODALITIES.items()}
    for view in views_of(store, chosen):
        found = [node for node in view.subjects(KZEDU.Provision) if view.nodes(node, KZEDU.action)]
        for node in sorted(found, key=lambda n: evidence_of(view, n)[0]["start"]):
            deadline = next(iter(view.nodes(node, KZEDU.deadline)), None)
            yield {
                "id": str(node),
                **place_of(view),
                "modality": names[view.value(node, KZEDU.modality)],
                "bearer": next(iter(bearers := _bearers(view, node)), None),
                "bearers": bearers,
                "bearer_text": view.value(node, KZEDU.bearerText),
                "bearer_name": view.value(node, KZEDU.bearerName),
                "default_bearer": key_of(view.value(node, KZEDU.defaultBearer)),
                "action": view.value(node, KZEDU.action),
                "deed": view.value(node, KZEDU.deed),
                "object": view.value(node, KZEDU.object),
                "deadline_text": view.value(deadline, KZEDU.asWritten) if deadline else None,
                "due": due_points(view, deadline),
                "recurrence": key_of(view.value(deadline, KZEDU.recurrence)) if deadline else None,
                "within": next((str(term) for term in view.nodes(deadline, KZEDU.within)), None) if deadline else None,
                "within_unit": view.value(deadline, KZEDU.withinUnit) if deadline else None,
                "within_from": view.value(deadline, KZEDU.withinFrom) if deadline else None,
                "legal_basis": view.values(node, KZEDU.legalBasis),
                "rests_on": sorted(str(key_of(act)) for act in view.nodes(node, KZEDU.restsOn)),
                "recipient": key_of(view.value(node, KZEDU.recipient)),
                "rule": view.value(node, KZEDU.rule),
                "sentence": view.value(node, KZEDU.asWritten),
                "evidence": evidence_of(view, node),
                "status": status_of(view, node),
                **_suspension(view, node),
            }


def _suspension(view: View, node: Node) -> Row:
    """From when and until when a provision or a part of an act does not work, where its text says so."""
    days = {
        "suspended_from": view.value(node, KZEDU.suspendedFrom),
        "suspended_until": view.value(node, KZEDU.suspendedUntil),
    }
    return {key: str(day) if day else None for key, day in days.items()}


def _bearers(view: View, provision: Node) -> list[str]:
    """The keys of those whom a provision names and the registry knows, in their order."""
    named = sorted(view.nodes(provision, KZEDU.namedBearer), key=lambda node: view.value(node, KZEDU.position))
    known = [*filter(None, (view.value(node, KZEDU.agency) for node in named))] or [view.value(provision, KZEDU.bearer)]
    return list(dict.fromkeys(key for one in known if (key := key_of(one))))


def amendments(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every instruction of every amending act, in its order."""
    for view in views_of(store, chosen):
        for node in view.subjects(KZEDU.Amendment):
            path = sorted(view.values(node, KZEDU.path), key=lambda step: int(step.partition(".")[0]))
            yield {
                "id": str(node),
                **place_of(view),
                "order": view.value(node, KZEDU.seq),
                "action": key_of(view.value(node, KZEDU.amendingAction)),
                "path": [step.partition(". ")[2] for step in path],
                "target": view.value(node, KZEDU.changedPart),
                "instruction": view.value(node, KZEDU.asWritten),
                "act": key_of(view.value(node, KZEDU.amendedAct)),
                "words": view.value(node, KZEDU.newWording),
                "evidence": evidence_of(view, node),
            }


def commencements(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every statement of an edition on when its act, or a part of it, works."""
    for view in views_of(store, chosen):
        for node in view.subjects(KZEDU.Commencement):
            path = sorted(view.values(node, KZEDU.path), key=lambda step: int(step.partition(".")[0]))
            days = {
                "begins": view.value(node, ELI.first_date_entry_in_force),
                "applies_from": view.value(node, KZEDU.appliesFrom),
            }
            yield {
                "id": str(node),
                **place_of(view),
                "order": view.value(node, KZEDU.seq),
                "act": key_of(view.value(node, KZEDU.ofAct)),
                "path": [step.partition(". ")[2] for step in path],
                "when": view.value(node, KZEDU.asWritten),
                **{key: str(day) if day else None for key, day in days.items()},
                **_suspension(view, node),
                "evidence": evidence_of(view, node),
            }


def citations(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every act that an edition names, in the order of its first mention."""
    for view in views_of(store, chosen):
        nodes = view.subjects(KZEDU.ActReference)
        for node in sorted(nodes, key=lambda n: view.value(n, KZEDU.position)):
            dated = view.value(node, DCTERMS.date)
            yield {
                "id": str(node),
                **place_of(view),
                "kind": view.value(node, KZEDU.actKind),
                "number": view.value(node, KZEDU.number),
                "date": str(dated) if dated else None,
                "issuer": key_of(view.value(node, KZEDU.issuer)),
                "title": view.value(node, RDFS.label),
                "act": key_of(view.value(node, KZEDU.citedAct)),
                "evidence": evidence_of(view, node),
            }


def sections(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every heading of every edition, in the order of the text, under the one that holds it."""
    for view in views_of(store, chosen):
        for node in sorted(view.subjects(KZEDU.Section), key=lambda n: view.value(n, KZEDU.position)):
            yield {
                "id": str(node),
                **place_of(view),
                "order": view.value(node, KZEDU.position),
                "kind": view.value(node, KZEDU.sectionKind),
                "number": view.value(node, KZEDU.number),
                "name": view.value(node, RDFS.label),
                "within": view.value(node, KZEDU.partOf),
                "amended_by": sorted(map(local_name, view.values(node, KZEDU.amendedBy))),
                "evidence": evidence_of(view, node),
            }


_NAMED = (
    ("agency", KZEDU.Mention, KZEDU.agency),
    ("initiative", KZEDU.InitiativeMention, KZEDU.initiative),
    ("system", KZEDU.SystemMention, KZEDU.system),
)
"""Kind of what prose names, the class of the place, and its link to the thing."""


def _quoted(view: View, node: Node) -> str:
    """The words of a place; one that a note of the text divides has several quotes."""
    quotes = sorted(
        view.nodes(node, KZEDU.evidence), key=lambda quote: [span["start"] for span in span_of(view, quote)]
    )
    return " ".join(words_of(view, quote) for quote in quotes)


def mentions(store: Selects, chosen: str = "all") -> Iterator[Row]:
    """Every place of prose that names a body, an initiative or an information system, in the order of the text."""
    for view in views_of(store, chosen):
        rows = [
            {
                "id": str(node),
                **place_of(view),
                "kind": kind,
                "key": key_of(view.value(node, link)),
                "text": _quoted(view, node),
                "evidence": evidence_of(view, node),
            }
            for kind, place, link in _NAMED
            for node in view.subjects(place)
        ]
        yield from sorted(rows, key=lambda row: (row["evidence"][0]["start"], row["id"]))
