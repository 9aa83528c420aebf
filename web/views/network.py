"""The things of a build and what ties them together, in memory: neighbours, and the shortest way between two.

The current view only. Ties have a direction, as the graph states them; ways and neighbours go both ways.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kzedu_graph.chains.parties import UNKNOWN
from kzedu_graph.vocabulary.places import BASE
from web.views.read_model import Cards

PASSPORT = ("developer", "implementer", "controller")
"""What a programme's passport says of bodies."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One statement between two things; `kind` is a role of a body, a name in `_ties`, or a link of a chain."""

    source: str
    kind: str
    target: str


@dataclass(slots=True)
class Network:
    """Things by IRI with their ties in both directions."""

    ties: dict[str, list[Tie]] = field(default_factory=lambda: defaultdict(list))

    def neighbours(self, iri: str) -> list[Tie]:
        """Every tie of a thing; empty where nothing is known of it."""
        return self.ties.get(iri, [])

    def way(self, start: str, end: str) -> list[Tie]:
        """The ties of a shortest way between two things, in order; empty where there is none."""
        met: dict[str, Tie | None] = {start: None}
        waiting = deque([start])
        while waiting and end not in met:
            here = waiting.popleft()
            for tie in self.neighbours(here):
                there = _other(tie, here)
                if there not in met:
                    met[there] = tie
                    waiting.append(there)
        found: list[Tie] = []
        while (step := met.get(end)) is not None:
            found.insert(0, step)
            end = _other(step, end)
        return found


def kind_of(iri: str) -> str:
    """The kind of a thing by its IRI: agency, measure, indicator, goal, task, direction, programme, provision, post,
    organisational-unit, and unrecognised for the words of a cell that name no body.
    """
    kind = iri.removeprefix(BASE).partition("/")[0]
    return {"document": "programme", "assignment": UNKNOWN}.get(kind, kind)


def _other(tie: Tie, here: str) -> str:
    return tie.source if tie.target == here else tie.target


def build_network(cards: Cards) -> Network:
    """The network of a build."""
    network = Network()
    for tie in dict.fromkeys(_ties(cards)):
        network.ties[tie.source].append(tie)
        if tie.target != tie.source:
            network.ties[tie.target].append(tie)
    return network


def _ties(cards: Cards) -> Iterator[Tie]:
    for measure in cards.measures.values():
        for duty in measure.duties:
            if duty.agency is None or duty.agency in cards.agencies:
                yield Tie(measure.iri, duty.role, duty.party)
        yield from (Tie(measure.iri, "serves", each) for each in measure.indicators if each in cards.indicators)
        yield from _recipients(cards, measure.iri)
        yield Tie(measure.iri, "part", measure.above or f"{BASE}document/{measure.programme}")
    for group in cards.groups.values():
        yield Tie(group.iri, "part", group.above or f"{BASE}document/{group.programme}")
    for indicator in cards.indicators.values():
        yield Tie(indicator.iri, "part", indicator.above or f"{BASE}document/{indicator.programme}")
    for provision in cards.provisions.values():
        yield from (
            Tie(provision.iri, "bearer", f"{BASE}agency/{key}") for key in provision.bearers if key in cards.agencies
        )
    yield from _between_bodies(cards)
    for programme in cards.programmes.values():
        for name in PASSPORT:
            for body in programme.facts.get(name, ()):
                if body.removeprefix(BASE + "agency/") in cards.agencies:
                    yield Tie(programme.iri, name, body)


def _recipients(cards: Cards, measure: str) -> Iterable[Tie]:
    keys = cards.recipients.get(measure, ())
    return (Tie(measure, "recipient", f"{BASE}agency/{key}") for key in keys if key in cards.agencies)


def _between_bodies(cards: Cards) -> Iterator[Tie]:
    for agency in cards.agencies.values():
        if agency.parent in cards.agencies:
            yield Tie(agency.iri, "parent", f"{BASE}agency/{agency.parent}")
    for each in cards.successions:
        if each.before in cards.agencies and each.after in cards.agencies:
            yield Tie(f"{BASE}agency/{each.before}", "successor", f"{BASE}agency/{each.after}")
