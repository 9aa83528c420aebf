"""Which places of one text list one indicator: by its words and its series of values, never by its number."""

from __future__ import annotations

from collections.abc import Sequence

from kzedu_graph.comparison.targets import same_values
from kzedu_graph.comparison.wording import Wording
from kzedu_graph.model.records import Indicator

PLACES = ("plan", "table", "section", "amendment")
"""In the order in which an indicator takes its IRI from them."""
VERY_ALIKE = 0.9
"""Likeness of words by which two listings are one indicator, whatever values they state."""
ALIKE = 0.5
"""Likeness of words that needs values which agree."""
AGREE = 0.5
"""Share of the values in common that must be equal."""

Listings = tuple[Indicator, ...]


def listings_of(indicators: Sequence[Indicator]) -> tuple[Listings, ...]:
    """The indicators of one text, each with all its listings; the first is the one that it has its IRI from.

    In the order of the text. Two listings of one place are two indicators, for a list names each of its items once.
    """
    wording = Wording((), across=False)
    found: list[list[Indicator]] = []
    for place in PLACES:
        listed = [each for each in indicators if each.place == place]
        heads = list(range(len(found)))
        scored = sorted(
            (
                (-score, at, position)
                for at in heads
                for position, each in enumerate(listed)
                if (score := _likeness(found[at][0], each, wording)) > 0
            ),
        )
        joined: dict[int, int] = {}
        for _, at, position in scored:
            if position not in joined and at not in joined.values():
                joined[position] = at
        for position, each in enumerate(listed):
            if position in joined:
                found[joined[position]].append(each)
            else:
                found.append([each])
    order = {id(each): at for at, each in enumerate(indicators)}
    return tuple(tuple(each) for each in sorted(found, key=lambda several: order[id(several[0])]))


def _likeness(one: Indicator, other: Indicator, wording: Wording) -> float:
    """How sure it is that two listings are of one indicator, 0 where they are not."""
    if (one.kind, one.group) != (other.kind, other.group) or not (one.name and other.name):
        return 0.0
    words = wording.likeness(one.name, other.name)
    values = same_values(one, other)
    return words + values if words >= VERY_ALIKE or (words >= ALIKE and values >= AGREE) else 0.0
