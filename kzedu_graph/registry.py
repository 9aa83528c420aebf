"""Who exists: the bodies of `ontology/registry/`, and which of them a text means by a name.

The Turtle is parsed once a process. A name is looked up whole: cutting a cell into names is extraction's work.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein
from rdflib import ORG, RDF, SDO, SKOS, Graph, Namespace, URIRef
from rdflib import Literal as Term
from rdflib.term import Node

from kzedu_graph.names import Folded, LegalForms, without_ending, words

FOLDER = Path(__file__).resolve().parent.parent / "ontology" / "registry"
KZEDU = Namespace("https://w3id.org/kzedu/ontology#")
AGENCY = "https://w3id.org/kzedu/id/agency/"
LEGAL_FORM = "https://w3id.org/kzedu/id/legal-form/"

KINDS: Mapping[URIRef, str] = MappingProxyType(
    {
        KZEDU.Ministry: "ministry",
        KZEDU.StateAgency: "state-agency",
        KZEDU.Institution: "institution",
        KZEDU.Company: "company",
        KZEDU.Association: "association",
        KZEDU.InternationalOrganization: "international-organization",
        KZEDU.Collective: "collective",
    }
)
How = Literal["glossary", "name", "abbreviation", "close"]
Labels = Mapping[str, tuple[str, ...]]

_SHORT = 8  # letters: up to here a folded name is taken for an abbreviation
_CLOSE_SHORT = 5  # letters: shorter abbreviations are never matched by likeness (ЖАО, ЖОО)
_CLOSE_SHARE = 0.08  # of the letters of a full name may differ
_CLOSE_MARGIN = 2  # edits by which the best likeness must beat the next body
_SAME_WORDS = 80.0  # per cent: a glossary's full name speaks of the registry's body


class RegistryError(ValueError):
    """The registry's own Turtle is wrong; the message names the body and what to write."""


@dataclass(frozen=True, slots=True)
class Agency:
    """A body or a class of bodies. Labels are by language tag; `since` and `until` are the days it existed.

    `until` is the day on which it ceased: on that day it exists no more.
    """

    key: str
    kind: str
    labels: Mapping[str, str]
    abbreviations: Labels = field(default_factory=dict)
    hidden: Labels = field(default_factory=dict)
    ambiguous: Labels = field(default_factory=dict)
    parent: str | None = None
    since: Date | None = None
    until: Date | None = None
    succeeds: tuple[str, ...] = ()
    succeeded_by: tuple[str, ...] = ()

    def exists_on(self, day: Date) -> bool:
        """Whether the body exists on that day; an unknown beginning or end does not exclude it."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom a name means: `agency` is a key or None, `candidates` whom it might mean, `how` by what it was found."""

    agency: str | None
    candidates: tuple[str, ...] = ()
    how: How | None = None


@dataclass(slots=True)
class _Index:
    """Folded names of one language: by whole name (core and legal form), and by core alone."""

    whole: dict[tuple[str, str | None], set[str]] = field(default_factory=lambda: defaultdict(set))
    formed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ambiguous: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, name: Folded, key: str) -> None:
        self.whole[(name.core, name.form)].add(key)
        if name.form is not None:
            self.formed[name.core].add(key)

    def find(self, name: Folded) -> set[str]:
        """Bodies of that very name; else with the legal form left out, put in or confused with another."""
        for keys in (self.whole.get((name.core, name.form)), self._by_core(name)):
            if keys:
                return keys
        return set()

    def _by_core(self, name: Folded) -> set[str]:
        formless = self.whole.get((name.core, None), set())
        formed = self.formed.get(name.core, set())
        return (formed or formless) if name.form is not None else (formless or formed)


class Registry:
    """All bodies, by key and by name."""

    def __init__(self, agencies: Iterable[Agency], legal_forms: Mapping[str, Iterable[str]]) -> None:
        self._agencies = {agency.key: agency for agency in sorted(agencies, key=lambda agency: agency.key)}
        self._forms = LegalForms(legal_forms)
        self._index: dict[str, _Index] = defaultdict(_Index)
        for agency in self._agencies.values():
            for lang, label in agency.labels.items():
                self._index[lang].add(self._forms.fold(label), agency.key)
            for labels in (agency.abbreviations, agency.hidden):
                for lang, several in labels.items():
                    for label in several:
                        self._index[lang].add(self._forms.fold(label), agency.key)
            for lang, several in agency.ambiguous.items():
                for label in several:
                    self._index[lang].ambiguous[self._forms.fold(label).core].add(agency.key)
        self._glossary = lru_cache(maxsize=32)(self._fold_glossary)

    @classmethod
    def load(cls, path: Path | None = None) -> Registry:
        """The registry in a folder of Turtle (the project's own by default), parsed once a process.

        Raises RegistryError where the Turtle breaks its own rules, rdflib's BadSyntax where it is no Turtle.
        """
        return _load(path or FOLDER)

    def __iter__(self) -> Iterator[Agency]:
        return iter(self._agencies.values())

    def __len__(self) -> int:
        return len(self._agencies)

    def get(self, key: str) -> Agency:
        """The body with that key; raises KeyError where the registry has none."""
        return self._agencies[key]

    def resolve(
        self, name: str, lang: str, date: Date | None = None, glossary: Mapping[str, str] | None = None
    ) -> Resolution:
        """Whom a name means in a text of that language and day ("Еңбек мині", 'НАО "Talap"', "ОМ-ге").

        Asked in turn: the document's own glossary, names and abbreviations of the language, those of the
        other languages, names with a Kazakh ending, close spellings. Bodies of one name are told apart by the day.
        """
        folded = self._forms.fold(name)
        if not folded.core:
            return Resolution(None)
        if glossary:
            told = self._by_glossary(name, folded, lang, date, glossary)
            if told is not None:
                return told
        return self._by_name(folded, lang, date)

    def _by_name(self, folded: Folded, lang: str, date: Date | None) -> Resolution:
        how: How = "abbreviation" if len(folded.core) <= _SHORT else "name"
        for index in self._indexes(lang, full_names=how == "name"):
            found = self._choose(index.find(folded), date, how)
            if found.candidates:
                return found
        doubtful = self._index[lang].ambiguous.get(folded.core)
        if doubtful:
            return Resolution(None, self._ordered(doubtful, date))
        for core in without_ending(folded):
            stem = Folded(core, folded.form)
            found = self._choose(self._index[lang].find(stem), date, how)
            if found.candidates:
                return found
            if core in self._index[lang].ambiguous:
                return Resolution(None, self._ordered(self._index[lang].ambiguous[core], date))
        return self._by_likeness(folded, lang, date)

    def _indexes(self, lang: str, *, full_names: bool) -> list[_Index]:
        """The text's own language, then English; then the rest, for full names only (МО means two things)."""
        langs = [lang] if lang == "en" else [lang, "en"]
        if full_names:
            langs += sorted(set(self._index) - set(langs))
        return [self._index[each] for each in langs]

    def _choose(self, keys: set[str], date: Date | None, how: How) -> Resolution:
        ordered = self._ordered(keys, date)
        if not ordered:
            return Resolution(None)
        alive = [key for key in ordered if self._agencies[key].exists_on(date or Date.today())]
        if len(ordered) == 1 or len(alive) == 1:
            return Resolution(ordered[0], ordered, how)
        if not alive and self._ended(ordered[0]) > self._ended(ordered[1]):
            return Resolution(ordered[0], ordered, how)
        return Resolution(None, ordered)

    def _ordered(self, keys: Iterable[str], date: Date | None) -> tuple[str, ...]:
        """Bodies alive on the day first, then the most recent."""
        day = date or Date.today()
        return tuple(
            sorted(keys, key=lambda key: (not self._agencies[key].exists_on(day), -self._ended(key).toordinal(), key))
        )

    def _ended(self, key: str) -> Date:
        return self._agencies[key].until or Date.max

    def _fold_glossary(self, entries: tuple[tuple[str, str], ...]) -> dict[Folded, str]:
        return {self._forms.fold(short): full for short, full in entries}

    def _by_glossary(
        self, name: str, folded: Folded, lang: str, date: Date | None, glossary: Mapping[str, str]
    ) -> Resolution | None:
        entries = self._glossary(tuple(glossary.items()))
        full = entries.get(folded) or next(
            (entries[Folded(s, folded.form)] for s in without_ending(folded) if Folded(s, folded.form) in entries), None
        )
        if full is None:
            return None
        meant = self._by_name(self._forms.fold(full), lang, date)
        return Resolution(meant.agency, meant.candidates, "glossary" if meant.agency else None)

    def _by_likeness(self, folded: Folded, lang: str, date: Date | None) -> Resolution:
        """The one body whose name differs by a slip of the pen ("ИҚДМ" is too short for that, "ЦДЙАӨМ" is not)."""
        core = folded.core
        allowed = 1 if _CLOSE_SHORT <= len(core) <= _SHORT else int(len(core) * _CLOSE_SHARE)
        if not allowed:
            return Resolution(None)
        nearest: dict[str, int] = {}
        for (label, _), keys in self._index[lang].whole.items():
            edits = Levenshtein.distance(core, label, score_cutoff=allowed + _CLOSE_MARGIN)
            for key in keys:
                nearest[key] = min(edits, nearest.get(key, edits))
        best = min(nearest.values(), default=allowed + 1)
        if best > allowed:
            return Resolution(None)
        near = {key for key, edits in nearest.items() if edits < best + _CLOSE_MARGIN}
        return self._choose(near, date, "close") if len(near) == 1 else Resolution(None, self._ordered(near, date))


def _by_lang(graph: Graph, body: URIRef, predicate: URIRef) -> dict[str, tuple[str, ...]]:
    several: dict[str, list[str]] = defaultdict(list)
    for label in graph.objects(body, predicate):
        if not isinstance(label, Term) or label.language is None:
            raise RegistryError(f"{body}: write {label!r} with a language tag (@kk, @ru or @en)")
        several[label.language].append(str(label))
    return {lang: tuple(sorted(labels)) for lang, labels in sorted(several.items())}


def _key(node: object) -> str:
    if not isinstance(node, URIRef) or not node.startswith(AGENCY):
        raise RegistryError(f"{node!r} stands where a body is meant: write agency:<key>")
    return node.removeprefix(AGENCY)


def _day(graph: Graph, body: URIRef, predicate: URIRef) -> Date | None:
    """The date of a founding or an end; a bare year counts from its first day."""
    value = graph.value(body, predicate)
    if value is None:
        return None
    text = str(value)
    try:
        return Date(int(text), 1, 1) if len(text) == len("2019") else Date.fromisoformat(text)
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
    events_before = graph.subjects(ORG.originalOrganization, body)
    events_after = graph.subjects(ORG.resultingOrganization, body)
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
    )


def _others(graph: Graph, events: Iterable[Node], predicate: URIRef) -> tuple[str, ...]:
    return tuple(sorted({_key(other) for event in events for other in graph.objects(event, predicate)}))


@cache
def _load(folder: Path) -> Registry:
    files = sorted(folder.glob("*.ttl"))
    if not files:
        raise RegistryError(f"{folder}: no Turtle here; the registry is the folder ontology/registry")
    graph = Graph()
    for file in files:
        graph.parse(file, format="turtle")
    bodies = {body for kind in KINDS for body in graph.subjects(RDF.type, kind) if isinstance(body, URIRef)}
    forms = {
        str(form): [
            str(label)
            for predicate in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
            for label in graph.objects(form, predicate)
        ]
        for form in graph.subjects(RDF.type, KZEDU.LegalForm)
    }
    return Registry([_agency(graph, body) for body in bodies], forms)
