"""Whether works are in force, and what they lay on somebody with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from rdflib import Literal, URIRef

from kzedu_graph.mapping.statements import Triple
from kzedu_graph.model.records import Source
from kzedu_graph.registry.standing import End, Standing, load_standings, standing_of
from kzedu_graph.vocabulary import iris
from kzedu_graph.vocabulary.iris import ELI, KZEDU

_FORCE = {"in-force": "InForce-inForce", "lapsed": "InForce-notInForce", "repealed": "InForce-notInForce"}
"""The individuals of ELI for our codes; of what is not yet in force, or of nobody knows what, ELI says nothing."""


def standing_triples(sources: Iterable[Source]) -> Iterator[Triple]:
    """How every work stands that a text is held of, that a text ends, or that the registry names, each once."""
    known = load_standings()
    texts: dict[str, list[Source]] = defaultdict(list)
    ended: dict[str, End] = {}
    for source in sorted(sources, key=lambda each: (each.act_date or date.min, each.stem)):
        for work in {source.work, source.programme or source.work}:
            texts[work].append(source)
        for work in source.repeals:
            ended.setdefault(work, End(source.in_force_from or source.act_date, source.work))
    for work in sorted({*known.works, *texts, *ended}):
        yield from _statements(iris.document(work), standing_of(work, *texts[work], end=ended.get(work)))


def _statements(work: URIRef, stands: Standing) -> Iterator[Triple]:
    yield work, KZEDU.status, iris.code("status", stands.status)
    yield work, KZEDU.statusOn, Literal(stands.on)
    if stands.status in _FORCE:
        yield work, ELI.in_force, ELI[_FORCE[stands.status]]
    if stands.since:
        yield work, KZEDU.statusSince, Literal(stands.since)
    if stands.act:
        yield work, KZEDU.statusAct, iris.document(stands.act)
