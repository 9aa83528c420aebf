"""The chain of responsibility through a thing: goal, task, indicator, measure, body, controller, successor.

Walks `kzedu_graph.chains` and gives ties that point from what is wanted to who answers for it.
"""

from __future__ import annotations

from collections.abc import Iterable

from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.parties import PARTIES
from kzedu_graph.chains.rows import Link, Thing
from web.views.network import Tie

_ROLES = {"LeadExecutor": "lead", "CoExecutor": "co", "ByAgreement": "agreement"}
_TO_ROWS = ("holds", "served-by")
_BEHIND_A_BODY = ("reports-to", "succeeded-by")


def chain_ties(chains: Chains, iri: str) -> list[Tie]:
    """The ties of the chain through a thing; empty where it stands in none.

    Of a heading or a programme every measure is shown with its lead alone, of a body its own measures without the
    other bodies; a measure and an indicator show everybody who answers.
    """
    start = chains.things.get(iri)
    if start is None:
        return []
    found: dict[Tie, None] = {}
    if start.kind in PARTIES:
        measures = _measures_of(chains, iri, found)
        for measure in measures:
            _climb(chains, measure, found)
        _go_behind(chains, [iri], found)
        return list(found)
    _climb(chains, iri, found)
    measures = [iri] if start.kind == "measure" else _descend(chains, iri, found)
    everybody = start.kind in ("measure", "indicator")
    bodies: dict[str, None] = {}
    for measure in measures:
        for link, thing in chains.down(measure):
            if everybody or link.role == "LeadExecutor":
                found[Tie(measure, _kind(link), thing.iri)] = None
                bodies[thing.iri] = None
    if everybody:
        _go_behind(chains, bodies, found)
    return list(found)


def _kind(link: Link) -> str:
    """The kind of a tie: a body's role in a measure, else the kind of the link."""
    return _ROLES[link.role] if link.role else link.kind


def _rows_above(chains: Chains, iri: str) -> list[tuple[Link, Thing]]:
    """What a row serves and stands under; a measure that serves an indicator stands under that alone."""
    above = [(link, thing) for link, thing in chains.up(iri) if link.kind in _TO_ROWS]
    served = [(link, thing) for link, thing in above if link.kind == "served-by"]
    return served or above


def _climb(chains: Chains, iri: str, found: dict[Tie, None]) -> None:
    for link, thing in _rows_above(chains, iri):
        tie = Tie(thing.iri, link.kind, iri)
        if tie not in found:
            found[tie] = None
            _climb(chains, thing.iri, found)


def _descend(chains: Chains, iri: str, found: dict[Tie, None]) -> list[str]:
    """The measures under a row, through its headings and indicators; the ties on the way are kept."""
    measures: dict[str, None] = {}
    waiting, seen = [iri], {iri}
    while waiting:
        here = waiting.pop()
        for link, thing in chains.down(here):
            if link.kind not in _TO_ROWS or all(above.iri != here for _, above in _rows_above(chains, thing.iri)):
                continue
            found[Tie(here, link.kind, thing.iri)] = None
            if thing.kind == "measure":
                measures[thing.iri] = None
            elif thing.iri not in seen:
                seen.add(thing.iri)
                waiting.append(thing.iri)
    return list(measures)


def _measures_of(chains: Chains, body: str, found: dict[Tie, None]) -> list[str]:
    """The measures that name a body; its ties to them, and those to its predecessors, are kept."""
    measures = []
    for link, thing in chains.up(body):
        if link.kind == "carried-out-by":
            measures.append(thing.iri)
        if link.kind in ("carried-out-by", *_BEHIND_A_BODY):
            found[Tie(thing.iri, _kind(link), body)] = None
    return measures


def _go_behind(chains: Chains, bodies: Iterable[str], found: dict[Tie, None]) -> None:
    """To whom bodies report and who took them over, on to the end."""
    waiting, seen = list(bodies), set(bodies)
    while waiting:
        here = waiting.pop()
        for link, thing in chains.down(here):
            if link.kind in _BEHIND_A_BODY:
                found[Tie(here, link.kind, thing.iri)] = None
                if link.kind == "succeeded-by" and thing.iri not in seen:
                    seen.add(thing.iri)
                    waiting.append(thing.iri)
