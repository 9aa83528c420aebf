"""The things that pages list, small and in memory: read from the store once a build, so that a list costs no query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kzedu_graph.store.gallery_defaults import Held
from kzedu_graph.vocabulary.places import BASE
from web.views.reported import Reported
from web.views.standing import ALWAYS, Life

ROLES = ("lead", "co", "agreement")
"""First bound body of the cell, further bound ones, bodies that take part by agreement only."""
Labels = Mapping[str, str]
Change = Mapping[str, Any]
"""A row of `kzedu_graph.comparison.tables`: what changed between two texts, or what goes on in the next programme."""


def natural(number: str) -> tuple[tuple[int, str], ...]:
    """A sorting key for printed numbers: "63-1" stands between "63" and "64", "1.10" behind "1.9"."""
    parts = number.replace(".", "-").split("-")
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in parts)


@dataclass(frozen=True, slots=True)
class Agency:
    """A body: names by language, short names, its class, the years it existed."""

    iri: str
    key: str
    kind: str
    labels: Labels
    short: Mapping[str, tuple[str, ...]]
    hidden: tuple[str, ...]
    parent: str | None
    since: str | None
    until: str | None

    @property
    def titles(self) -> Labels:
        """Each name with its abbreviation, where there is one and the name does not hold it."""
        short = {lang: f"({several[0]})" for lang, several in self.short.items()}
        return {
            lang: f"{label} {short[lang]}" if lang in short and short[lang] not in label else label
            for lang, label in self.labels.items()
        }


@dataclass(frozen=True, slots=True)
class Succession:
    """One body taking over from another."""

    before: str
    after: str
    labels: Labels
    date: str | None
    act: str | None
    unconfirmed: bool


@dataclass(frozen=True, slots=True)
class Edition:
    """One text: a language version of an act at a point in time."""

    iri: str
    work: str
    lang: str
    date: str
    title: str
    number: str | None
    programme: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Programme:
    """A work whose plan is in the graph; `titles` are those of its latest text in each language."""

    iri: str
    key: str
    titles: Labels
    period: str | None
    editions: tuple[Edition, ...]
    facts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Group:
    """A goal, a task or a direction."""

    iri: str
    kind: str
    number: str
    programme: str
    above: str | None
    labels: Labels

    @property
    def path(self) -> str:
        """Its address without the base: "direction/P2300000249/3"."""
        return self.iri.removeprefix(BASE)

    @property
    def anchor(self) -> str:
        """Its place on the page of its programme: "direction-3"."""
        return f"{self.kind}-{self.iri.rpartition('/')[2]}"


@dataclass(frozen=True, slots=True)
class Indicator:
    """A yardstick of a programme."""

    iri: str
    kind: str
    number: str
    place: str
    programme: str
    above: str | None
    labels: Labels

    @property
    def path(self) -> str:
        """Its address without base and kind: "P2300000249/plan/28"."""
        return self.iri.removeprefix(BASE + "indicator/")


@dataclass(frozen=True, slots=True)
class Duty:
    """A party's place in a measure: `kind` is one of `kzedu_graph.chains.parties.PARTIES`, `agency` the key of a body.

    `party` is the IRI of a body, of a post or a unit, or what stands for words that name no body; `labels` are the
    words of the cell.
    """

    party: str
    kind: str
    role: str
    position: int
    agency: str | None = None
    labels: Labels = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of a plan, as lists show it. `due` holds ISO days, `written` the deadline's words by language."""

    iri: str
    number: str
    seq: int
    programme: str
    above: str | None
    labels: Labels
    indicators: tuple[str, ...]
    duties: tuple[Duty, ...]
    due: tuple[str, ...]
    written: Labels
    recurrence: str | None

    @property
    def years(self) -> tuple[str, ...]:
        """The years in which something is due."""
        return tuple(dict.fromkeys(day[:4] for day in self.due))

    @property
    def segment(self) -> str:
        """The number as it stands in addresses."""
        return self.iri.rpartition("/")[2]

    def roles_of(self, party: str) -> tuple[str, ...]:
        """The roles in which a body, by its key, or whoever an IRI stands for is in this measure, strongest first."""
        held = {duty.role for duty in self.duties if party in (duty.agency, duty.party)}
        return tuple(role for role in ROLES if role in held)

    def agencies(self, role: str | None = None) -> tuple[str, ...]:
        """The bodies of the measure, or those in one role, each once, in the order of the cell."""
        wanted = (duty for duty in self.duties if duty.agency and role in (None, duty.role))
        return tuple(dict.fromkeys(duty.agency for duty in wanted if duty.agency))

    def parties(self, role: str | None = None) -> tuple[Duty, ...]:
        """Whoever stands in the measure, or in one role, each once, in the order of the cell: not bodies alone."""
        wanted = [duty for duty in self.duties if role in (None, duty.role)]
        return tuple({duty.party: duty for duty in reversed(wanted)}.values())[::-1]

    def beside_leads(self) -> int:
        """How many stand in the measure beside those that lead it."""
        return len({duty.party for duty in self.duties} - {duty.party for duty in self.parties("lead")})

    def words_of_parties(self) -> list[str]:
        """Whoever stands in the measure, as the cell names them."""
        return [words for duty in self.parties() for words in duty.labels.values()]

    def next_due(self, day: date) -> str | None:
        """The first day of `due` that is not past."""
        return next((due for due in self.due if due >= day.isoformat()), None)


@dataclass(frozen=True, slots=True)
class Provision:
    """What one sentence of prose lays on somebody; `bearers` are the bodies named, or else whom its document means."""

    iri: str
    edition: str
    number: str
    modality: str
    bearers: tuple[str, ...]
    written: str | None
    action: str
    deadline: str | None
    due: tuple[str, ...]
    start: int

    @property
    def bearer(self) -> str | None:
        """The first body named, None where no body was recognised or meant."""
        return self.bearers[0] if self.bearers else None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something not understood or questionable; `concerned` are the things that a fact about a programme is about."""

    iri: str
    code: str
    severity: str
    focus: str
    edition: str | None
    messages: Labels
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    concerned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """What findings of one kind are called, and what an auditor does about them."""

    names: Labels
    advice: Labels


@dataclass(slots=True)
class Cards:
    """Everything of one build that lists are made of.

    `fine` counts by rule what was looked at and found in order; `listed` is the indicator of each
    listing, `spoken` are the names that any text gives to a thing,
    `lives` say from when to when works hold, `topics` what things are about, `act_numbers` are the numbers of acts by
    their keys, `issuers` the words for who issued those whose bodies the registry does not know,
    `proofs` the kinds of proof that close each measure, `breakdowns` the codes of breakdowns by the words
    of texts, `reported` what people say was done.
    """

    version: str
    held: Held = Held()  # noqa: RUF009  (it is frozen)
    agencies: dict[str, Agency] = field(default_factory=dict)
    successions: list[Succession] = field(default_factory=list)
    editions: dict[str, Edition] = field(default_factory=dict)
    programmes: dict[str, Programme] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    listed: dict[str, str] = field(default_factory=dict)
    measures: dict[str, Measure] = field(default_factory=dict)
    provisions: dict[str, Provision] = field(default_factory=dict)
    recipients: dict[str, tuple[str, ...]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    findings_by_focus: dict[str, list[Finding]] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    fine: dict[str, int] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    continuations: list[Change] = field(default_factory=list)
    names: dict[str, Labels] = field(default_factory=dict)
    spoken: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lives: dict[str, Life] = field(default_factory=dict)
    topics: dict[str, frozenset[str]] = field(default_factory=dict)
    act_numbers: dict[str, str] = field(default_factory=dict)
    issuers: dict[str, Labels] = field(default_factory=dict)
    proofs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    breakdowns: dict[str, str] = field(default_factory=dict)
    reported: Reported = field(default_factory=Reported)

    def work_of(self, iri: str) -> str | None:
        """The programme or the act that a thing stands in, itself where it is one; None of a body."""
        held = self.measures.get(iri) or self.indicators.get(iri)
        if held:
            return held.programme
        if iri in self.provisions:
            return self.work_of_text(self.provisions[iri].edition)
        work = iri.removeprefix(f"{BASE}document/")
        return work if work != iri else None

    def work_of_text(self, iri: str) -> str:
        """The programme that a text lays down, or else the act that it is a text of."""
        edition = self.editions[iri]
        return edition.programme or edition.work

    def about(self, topic: str) -> list[str]:
        """The IRIs of what is about a topic: measures, indicators and provisions, in the order of the texts."""
        return [iri for iri, topics in self.topics.items() if topic in topics]

    def life_of(self, work: str) -> Life:
        """From when to when a programme or an act holds; always, where nothing says otherwise."""
        return self.lives.get(work, ALWAYS)

    def measures_of(self, agency: str) -> list[Measure]:
        """The measures in which a body stands, in the order of the plans."""
        return [measure for measure in self.measures.values() if measure.roles_of(agency)]

    def provisions_of(self, agency: str) -> list[Provision]:
        """What prose lays on a body, text by text in the order of the words."""
        return [provision for provision in self.provisions.values() if agency in provision.bearers]

    def bodies_of_change(self, change: Change) -> set[str]:
        """The bodies that a change concerns: the one that it names, and all of the measure that changed."""
        measure = self.measures.get(change["focus"])
        return {*(measure.agencies() if measure else ()), *([change["agency"]] if change["agency"] else [])}

    def changes_of(self, agency: str) -> list[Change]:
        """What changed in the duties of a body."""
        return [change for change in self.changes if agency in self.bodies_of_change(change)]

    def findings_about(self, iri: str, kind: str, number: str, programme: str) -> list[Finding]:
        """The findings about a thing: by its IRI, or as a reader of one text names it ("measure 65")."""
        named = self.findings_by_focus.get(f"{kind} {number}", ())
        texts = {edition.iri for edition in self.editions.values() if edition.programme == programme} if named else ()
        return [*self.findings_by_focus.get(iri, ()), *(finding for finding in named if finding.edition in texts)]

    def chain_above(self, start: str | None) -> list[Group]:
        """The headings above a thing, outermost first."""
        found: list[Group] = []
        while start in self.groups and self.groups[start] not in found:
            found.insert(0, self.groups[start])
            start = self.groups[start].above
        return found

    def titles_of(self, iri: str) -> Labels:
        """What a thing is called, whatever it is; empty where it has no name of its own."""
        if iri.startswith(BASE + "agency/"):
            agency = self.agencies.get(iri.removeprefix(BASE + "agency/"))
            return agency.labels if agency else {}
        for shelf in (self.measures, self.indicators, self.groups):
            if iri in shelf:
                return shelf[iri].labels
        if iri in self.provisions:
            provision = self.provisions[iri]
            return {self.editions[provision.edition].lang: provision.action}
        if iri in self.editions:
            return {self.editions[iri].lang: self.editions[iri].title}
        programme = self.programmes.get(iri.removeprefix(BASE + "document/"))
        if programme:
            return programme.titles
        return self.names.get(iri, {})
