"""The chain of responsibility through a thing, as a tree of typed steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO

from kzedu_graph.chains.graph import Chains
from kzedu_graph.chains.rows import Link, Thing
from kzedu_graph.chains.trace import write_trace

_Walk = Callable[[str], list[tuple[Link, Thing]]]


@dataclass(frozen=True, slots=True)
class Step:
    """A link of a chain and the thing behind it, with the steps that go on from there.

    `kind` is one of `kzedu_graph.chains.rows.LINKS` ("carried-out-by"), read from what is wanted to who answers.
    """

    kind: str
    by_agreement: bool
    thing: Thing
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """The chain through a thing: `up` is what it is for, `down` who answers for it. As text it is a tree."""

    start: Thing
    up: tuple[Step, ...]
    down: tuple[Step, ...]
    text: str

    def __str__(self) -> str:
        return self.text


def trace_through(chains: Chains, start: Thing, depth: int, lang: str) -> Trace:
    """The chain of a thing, both ways, so many links deep; raises ValueError for a language that there is not."""
    out = StringIO()
    write_trace(chains, start, depth, lang, out)
    seen = frozenset({start.iri})
    return Trace(
        start,
        _steps(start.iri, chains.up, depth, seen),
        _steps(start.iri, chains.down, depth, seen),
        out.getvalue(),
    )


def _steps(iri: str, walk: _Walk, depth: int, seen: frozenset[str]) -> tuple[Step, ...]:
    if depth < 1:
        return ()
    return tuple(
        Step(link.kind, link.by_agreement, thing, _steps(thing.iri, walk, depth - 1, seen | {thing.iri}))
        for link, thing in walk(iri)
        if thing.iri not in seen and thing.kind != "programme"
    )
