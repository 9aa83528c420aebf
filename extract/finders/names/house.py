"""The house of a document's issuer: which of several bodies of one short name a text of that house means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from kzedu_graph.registry.resolving import Registry


def one_of_house(registry: Registry, issuer: str | None, owners: Iterable[str]) -> str | None:
    """The one of `owners` that belongs to the house of the issuer; of several the one that stands highest in it.

    The issuer itself is meant by a short name only where no other body of the house has it. None where two stand
    equally high, or none belongs to the house.
    """
    depths = _depths(registry, issuer)
    at_home = [key for key in set(owners) if key in depths]
    others = [key for key in at_home if key != issuer] or at_home
    highest = min((depths[key] for key in others), default=0)
    nearest = [key for key in others if depths[key] == highest]
    return nearest[0] if len(nearest) == 1 else None


@lru_cache(maxsize=64)
def _depths(registry: Registry, issuer: str | None) -> Mapping[str, int]:
    """The body that issued a document, those above it, and all that stand under the topmost, with their depth in it."""
    if issuer is None:
        return {}
    parents = {agency.key: agency.parent for agency in registry}
    top = issuer
    while (above := parents.get(top)) is not None:
        top = above
    depths = {top: 0}
    grown = True
    while grown:
        below = {key: depths[parent] + 1 for key, parent in parents.items() if parent in depths and key not in depths}
        grown = bool(below)
        depths |= below
    return depths
