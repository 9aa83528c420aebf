"""Queries as people write them, each in the equal form that the engine plans well."""

from __future__ import annotations

from functools import lru_cache

from kzedu_graph.store.engine.planning.exists import chain_exists
from kzedu_graph.store.engine.planning.late_bindings import move_bindings
from kzedu_graph.store.engine.planning.optionals import chain_optionals

__all__ = ["planned"]


@lru_cache(maxsize=256)
def planned(text: str) -> str:
    """The equal form of a query, kept: reading one takes a millisecond, and the same are asked again and again."""
    return chain_exists(chain_optionals(move_bindings(text)))
