"""SPARQL texts: each stands in a `.rq` file in the folder `queries` of the room that asks it.

What a question is asked about is a parameter, bound by the engine: nothing is written into a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Protocol

from rdflib.term import Node

Parameter = Node | Iterable[Node]
"""What a variable of a question stands for: one term, or any of several."""


class Select(Protocol):
    """Answers a SELECT over a dataset: rows by the names of variables, an unbound one left out."""

    def __call__(self, text: str, /, **params: Parameter) -> Iterable[Mapping[str, Node]]:
        """The rows where each parameter is the variable of its name."""
        ...


class Selects(Protocol):
    """A dataset that answers a SELECT."""

    def select(self, text: str, /, **params: Parameter) -> Iterable[Mapping[str, Node]]:
        """The rows where each parameter is the variable of its name."""
        ...


@cache
def load_query(module: str, name: str) -> str:
    """The text of a question that stands beside a module (its `__file__`); raises FileNotFoundError."""
    return (Path(module).parent / "queries" / f"{name}.rq").read_text("utf-8")
