"""The bodies of `ontology/registry/`, read from Turtle into records."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from rdflib import ORG, RDF, SDO, SKOS, Graph, Namespace, URIRef
from rdflib import Literal as Term
from rdflib.term import Node

from kzedu_graph.model.errors import KzeduError
from kzedu_graph.registry.localities import read_registry
from kzedu_graph.vocabulary.iris import is_a, local_name

KZEDU = Namespace("https://w3id.org/kzedu/ontology#")
# Words without which a file of the registry holds no body, succession or legal form: acts and systems, some two
# thousand triples, need not be parsed to know who exists.
# Changes that end nobody, so that nobody succeeds by them.
_ENDS_NOBODY = (KZEDU.TransferOfFunctions, KZEDU.ChangeOfParent)

KINDS: Mapping[URIRef, str] = MappingProxyType(
    {
        KZEDU.Ministry: "ministry",
        KZEDU.StateAgency: "state-agency",
        KZEDU.Institution: "institution",
        KZEDU.Company: "company",
        KZEDU.Association: "association",
        KZEDU.InternationalOrganization: "international-organization",
        KZEDU.ForeignUniversity: "foreign-university",
        KZEDU.ForeignBody: "foreign-body",
        KZEDU.Office: "office",
        KZEDU.Collective: "collective",
    }
)
Labels = Mapping[str, tuple[str, ...]]


class RegistryError(KzeduError, ValueError):
    """The registry's own Turtle is wrong; the message names the body and what to write."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A body or a class of bodies. Labels are by language tag; `since` and `until` are the days it existed.

    `until` is the day on which it ceased: on that day it exists no more. `answerable` is false for a class that
    prose speaks of as of a matter, not as of somebody who answers ("schools", "employers").
    """

    key: str
    kind: str
    labels: Mapping[str, str]
    abbreviations: Labels = field(default_factory=dict)
    hidden: Labels = field(default_factory=dict)
    ambiguous: Labels = field(default_factory=dict)
    parent: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    succeeds: tuple[str, ...] = ()
    succeeded_by: tuple[str, ...] = ()
    answerable: bool = True

    def names(self) -> Iterator[tuple[str, str]]:
        """Every label that means this body by itself, each after its language; doubtful ones are left out."""
        yield from self.labels.items()
        for labels in (self.abbreviations, self.hidden):
            for lang, several in labels.items():
                yield from ((lang, label) for label in several)

    def exists_on(self, day: datetime.date) -> bool:
        """Whether the body exists on that day; an unknown beginning or end does not exclude it."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def _by_lang(graph: Graph, body: URIRef, predicate: URIRef) -> dict[str, tuple[str, ...]]:
    several: dict[str, list[str]] = defaultdict(list)
    for label in graph.objects(body, predicate):
        if not isinstance(label, Term) or label.language is None:
            raise RegistryError(f"{body}: write {label!r} with a language tag (@kk, @ru or @en)")
        several[label.language].append(str(label))
    return {lang: tuple(sorted(labels)) for lang, labels in sorted(several.items())}


def _key(node: object) -> str:
    if not isinstance(node, URIRef) or not is_a(node, "agency"):
        raise RegistryError(f"{node!r} stands where a body is meant: write agency:<key>")
    return local_name(node)


def _day(graph: Graph, body: URIRef, predicate: URIRef) -> datetime.date | None:
    """The date of a founding or an end; a bare year counts from its first day."""
    value = graph.value(body, predicate)
    if value is None:
        return None
    text = str(value)
    try:
        return datetime.date(int(text), 1, 1) if len(text) == len("2019") else datetime.date.fromisoformat(text)
    except ValueError as wrong:
        raise RegistryError(f'{body}: write "2019"^^xsd:gYear or "2019-06-17"^^xsd:date, not {text!r}') from wrong


def _agency(graph: Graph, body: URIRef) -> Agency:
    kinds = [KINDS[kind] for kind in graph.objects(body, RDF.type) if kind in KINDS]  # type: ignore[index]
    if len(kinds) != 1:
        raise RegistryError(f"{body}: give it exactly one class of {', '.join(str(kind) for kind in KINDS)}")
    labels = _by_lang(graph, body, SKOS.prefLabel)
    for lang, several in labels.items():
        if len(several) > 1:
            raise RegistryError(
                f"{body}: has {len(several)} skos:prefLabel in {lang}; keep one, make the others hidden"
            )
    parent = graph.value(body, ORG.subOrganizationOf)
    events_before = _successions(graph, ORG.originalOrganization, body)
    events_after = _successions(graph, ORG.resultingOrganization, body)
    return Agency(
        key=_key(body),
        kind=kinds[0],
        labels={lang: several[0] for lang, several in labels.items()},
        abbreviations=_by_lang(graph, body, SKOS.altLabel),
        hidden=_by_lang(graph, body, SKOS.hiddenLabel),
        ambiguous=_by_lang(graph, body, KZEDU.ambiguousLabel),
        parent=None if parent is None else _key(parent),
        since=_day(graph, body, SDO.foundingDate),
        until=_day(graph, body, SDO.dissolutionDate),
        succeeds=_others(graph, events_after, ORG.originalOrganization),
        succeeded_by=_others(graph, events_before, ORG.resultingOrganization),
        answerable=kinds[0] != "collective" or (body, KZEDU.answerable, Term(True)) in graph,
    )


def _successions(graph: Graph, predicate: URIRef, body: URIRef) -> Iterator[Node]:
    """The changes around a body by which somebody took the place of somebody."""
    for event in graph.subjects(predicate, body):
        if graph.value(event, KZEDU.eventKind) not in _ENDS_NOBODY:
            yield event


def _others(graph: Graph, events: Iterable[Node], predicate: URIRef) -> tuple[str, ...]:
    return tuple(sorted({_key(other) for event in events for other in graph.objects(event, predicate)}))


def read_agencies(*folders: Path) -> tuple[tuple[Agency, ...], dict[str, tuple[str, ...]]]:
    """The bodies of folders of Turtle, and the spellings of each legal form by its IRI.

    Raises RegistryError where the Turtle breaks the registry's own rules, InvalidTurtleError where it is no Turtle.
    """
    files: list[Path] = []
    for folder in folders:
        found = sorted(folder.glob("*.ttl"))
        if not found:
            raise RegistryError(f"{folder}: no Turtle here; the registry is the folder ontology/registry")
        files.extend(found)
    graph = read_registry(files)
    bodies = {body for kind in KINDS for body in graph.subjects(RDF.type, kind) if isinstance(body, URIRef)}
    forms = {
        str(form): tuple(
            sorted(
                str(label)
                for spelling in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
                for label in graph.objects(form, spelling)
            )
        )
        for form in graph.subjects(RDF.type, KZEDU.LegalForm)
    }
    return tuple(_agency(graph, body) for body in sorted(bodies)), dict(sorted(forms.items()))
