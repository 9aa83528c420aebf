"""Chains of responsibility as a directed graph: the only door to networkx.

    goal -> task or direction -> indicator -> measure or duty of prose -> body -> whom it reports to, who took it over

An edge points from what is wanted to who answers for it, so the way down from a goal ends at bodies, and the way up
from a body ends at goals. All of it is the current view; a body's part in a measure keeps its role and its quote.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kzedu_graph.chains.parties import PARTIES, read_parts
from kzedu_graph.chains.rows import ENDED, LINKS, Link, Thing, read_links, read_things
from kzedu_graph.vocabulary.queries import Select

ALIKE = 0.6
"""Share of common word stems from which two names of measures are alike."""
_STEM = 6


@dataclass(frozen=True, slots=True)
class Load:
    """What a programme lays on a body: measures that name it, bind it, are led by it, and bind nobody else."""

    body: str
    named: int
    bound: int
    led: int
    alone: int


class Chains:
    """The graph of one dataset; see the module. Nodes are IRIs, `things` tells what they are."""

    def __init__(self, things: Iterable[Thing], links: Iterable[tuple[str, str, Link]]) -> None:
        self.things = {thing.iri: thing for thing in things}
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self.graph.add_nodes_from(sorted(self.things))
        for start, end, link in links:
            if start in self.things and end in self.things:
                self.graph.add_edge(start, end, key=link.kind, link=link)

    @classmethod
    def read(cls, select: Select) -> Chains:
        """The chains of a dataset; `select` answers a SELECT over the default dataset."""
        parts = list(read_parts(select))
        named = {part.party: part.thing for part in reversed(parts) if part.thing}
        things = [*read_things(select), *named.values()]
        return cls(things, [*read_links(select), *((part.measure, part.party, part.link) for part in parts)])

    # ---- walking

    def down(self, iri: str) -> list[tuple[Link, Thing]]:
        """What answers for a node: the next links of its chain, in the order of kinds, numbers and places."""
        return self._sorted(self._out(iri))

    def up(self, iri: str) -> list[tuple[Link, Thing]]:
        """What a node answers for."""
        return sorted(
            ((link, self.things[start]) for link, start in self._into(iri)),
            key=lambda pair: (LINKS.index(pair[0].kind), _place(pair[0])[1], _ended(pair[1]), _numeric(pair[1])),
        )

    def _out(self, iri: str) -> Iterator[tuple[Link, str]]:
        for _, end, facts in self.graph.out_edges(iri, data=True):
            yield facts["link"], end

    def _into(self, iri: str) -> Iterator[tuple[Link, str]]:
        for start, _, facts in self.graph.in_edges(iri, data=True):
            yield facts["link"], start

    def _sorted(self, found: Iterable[tuple[Link, str]]) -> list[tuple[Link, Thing]]:
        pairs = [(link, self.things[iri]) for link, iri in found]
        return sorted(
            pairs, key=lambda pair: (LINKS.index(pair[0].kind), _place(pair[0]), _numeric(pair[1]), pair[1].iri)
        )

    # ---- what the graph says of bodies

    def measures(self, programme: str | None = None) -> list[Thing]:
        """The measures of a programme, or of all."""
        every = (thing for thing in self.things.values() if thing.kind == "measure")
        return sorted((thing for thing in every if programme in (None, thing.programme)), key=_numeric)

    def parts(self, measure: str) -> Iterator[tuple[str, Link]]:
        """The bodies that a measure names, with their part in it."""
        for link, body in self._out(measure):
            if link.kind == "carried-out-by":
                yield body, link

    def bound(self, measure: str) -> set[str]:
        """The bodies that a measure binds."""
        return {body for body, link in self.parts(measure) if not link.by_agreement}

    def lead(self, measure: str) -> str | None:
        """The first bound body of a measure, its presumed lead."""
        return next((body for body, link in self.parts(measure) if link.role == "LeadExecutor"), None)

    def load(self, programme: str | None = None) -> list[Load]:
        """How much lies on each body, the heaviest first."""
        named, bound, led, alone = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
        for measure in self.measures(programme):
            held = self.bound(measure.iri)
            named.update({body for body, _ in self.parts(measure.iri)})
            bound.update(held)
            led.update(filter(None, [self.lead(measure.iri)]))
            alone.update(held if len(held) == 1 else ())
        loads = [Load(body, named[body], bound[body], led[body], alone[body]) for body in named]
        return sorted(loads, key=lambda load: (-load.led, -load.bound, -load.named, load.body))

    def concentration(self, programme: str | None = None) -> float:
        """How concentrated leading is: the sum of squared shares of led measures, 1 where one body leads all."""
        led = [load.led for load in self.load(programme)]
        whole = sum(led)
        return sum((share / whole) ** 2 for share in led) if whole else 0.0

    def binding_graph(self, programme: str | None = None) -> nx.Graph[str]:
        """Bodies, the measures that bind them and the indicators that these serve, without directions."""
        graph: nx.Graph[str] = nx.Graph()
        for measure in self.measures(programme):
            graph.add_edges_from((measure.iri, body) for body in sorted(self.bound(measure.iri)))
            served = (start for link, start in self._into(measure.iri) if link.kind == "served-by")
            graph.add_edges_from((indicator, measure.iri) for indicator in sorted(served))
        return graph

    def articulation_points(self, programme: str | None = None) -> list[tuple[str, int]]:
        """Bodies without which the graph of duties falls apart, with how many measures are then cut from the rest."""
        graph = self.binding_graph(programme)
        cut = []
        for body in nx.articulation_points(graph):
            if self.things[body].kind in PARTIES:
                rest = graph.copy()
                rest.remove_node(body)
                main = max(nx.connected_components(rest), key=lambda nodes: (len(nodes), min(nodes)))
                lost = [node for node in rest if node not in main and self.things[node].kind == "measure"]
                cut.append((body, len(lost)))
        return sorted(cut, key=lambda pair: (-pair[1], pair[0]))

    def held_by_one(self, programme: str | None = None) -> list[tuple[str, str]]:
        """Measures that bind one party alone, and nobody where it falls away: (measure, party)."""
        bound = ((measure, self.bound(measure.iri)) for measure in self.measures(programme))
        found = [(measure, party) for measure, parties in bound if len(parties) == 1 for party in parties]
        return [(measure.iri, party) for measure, party in sorted(found, key=lambda pair: (pair[1], _numeric(pair[0])))]

    def always_together(self, programme: str | None = None, least: int = 2) -> list[tuple[tuple[str, ...], int]]:
        """Bodies that stand in exactly the same measures, at least so many of them."""
        where: dict[str, set[str]] = defaultdict(set)
        for measure in self.measures(programme):
            for body, _ in self.parts(measure.iri):
                where[body].add(measure.iri)
        groups: dict[frozenset[str], list[str]] = defaultdict(list)
        for body, rows in where.items():
            if len(rows) >= least:
                groups[frozenset(rows)].append(body)
        found = [(tuple(sorted(bodies)), len(rows)) for rows, bodies in groups.items() if len(bodies) > 1]
        return sorted(found, key=lambda group: (-group[1], group[0]))

    def self_control(self, programme: str | None = None) -> list[tuple[str, str]]:
        """Measures whose lead is the body that controls them: (measure, body)."""
        return self._led_and("controlled-by", programme)

    def closed_by_own_report(self, programme: str | None = None) -> list[tuple[str, str]]:
        """Measures whose report goes to the body that leads them: (measure, body)."""
        return self._led_and("reported-to", programme)

    def _led_and(self, kind: str, programme: str | None) -> list[tuple[str, str]]:
        found = []
        for measure in self.measures(programme):
            lead = self.lead(measure.iri)
            if lead and self.graph.has_edge(measure.iri, lead, key=kind):
                found.append((measure.iri, lead))
        return found

    def alike(self, programme: str | None = None, lang: str = "kk") -> list[tuple[str, str, float]]:
        """Measures of different leads whose names share most of their word stems: (measure, other, share)."""
        stems = {measure.iri: _stems(measure.name(lang)) for measure in self.measures(programme)}
        found = []
        for one, two in combinations(stems, 2):
            common, whole = stems[one] & stems[two], stems[one] | stems[two]
            if whole and len(common) >= ALIKE * len(whole) and self.lead(one) != self.lead(two):
                found.append((one, two, len(common) / len(whole)))
        return sorted(found, key=lambda pair: (-pair[2], pair[0], pair[1]))


def _stems(name: str) -> frozenset[str]:
    """The beginnings of the longer words of a name; endings of both languages are cut with them."""
    return frozenset(word[:_STEM] for word in re.findall(r"\w{4,}", name.lower()))


def _place(link: Link) -> tuple[int, int]:
    """Bodies of a cell stand in the order of the text; measures of a body by its part in them."""
    return link.position, ("LeadExecutor", "CoExecutor", "ByAgreement", None).index(link.role)


def _ended(thing: Thing) -> bool:
    """What is no longer in force stands behind what is."""
    return thing.status in ENDED


def _numeric(thing: Thing) -> tuple[tuple[int, ...], str]:
    return tuple(map(int, re.findall(r"\d+", thing.number or ""))), thing.iri
