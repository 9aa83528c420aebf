"""What a comparison says: differences of two rows, and the changes between two texts that they amount to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Generic, TypeVar

from kzedu_graph.model.records import Indicator, Measure, Span

Row = TypeVar("Row", Measure, Indicator)

FIELDS = MappingProxyType(
    {
        "row-added": "row",
        "row-removed": "row",
        "row-replaced": "row",
        "row-renumbered": "number",
        "name-changed": "name",
        "owner-added": "responsible",
        "owner-dropped": "responsible",
        "owner-succeeded": "responsible",
        "owners-divided": "responsible",
        "binding-changed": "responsible",
        "lead-changed": "responsible",
        "date-moved": "deadline",
        "deliverable-changed": "completion_form",
        "recipient-changed": "completion_form",
        "money-changed": "funding",
        "unit-changed": "unit",
        "target-raised": "targets",
        "target-lowered": "targets",
        "target-postponed": "targets",
        "target-added": "targets",
        "target-dropped": "targets",
        "target-reworded": "targets",
    }
)
"""Every kind of change, and the column of the row that it is about."""

CODED = frozenset({"row-renumbered", "binding-changed", "money-changed"})
"""Kinds whose old and new value are codes or figures; those of a target are, where it is a number."""

CAUSES = ("later-edition", "translation", "damaged-text", "contradiction")
"""Why two texts differ: a later edition, the translation, damage in a text, a text that contradicts itself."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two rows say differently, in words of each, and where each says it.

    `agency` is a key of the registry, `year` and `series` name a value of an indicator. `quiet` marks a difference
    that the words of both texts allow to be read as none, such as the same bodies divided otherwise over the parts.
    """

    kind: str
    old: str | None
    new: str | None
    before: tuple[Span, ...] = ()
    after: tuple[Span, ...] = ()
    agency: str | None = None
    year: int | None = None
    series: str | None = None
    quiet: bool = False

    def __post_init__(self) -> None:
        if self.kind not in FIELDS:
            raise ValueError(f"a kind of change is one of {', '.join(FIELDS)}, not {self.kind!r}")


@dataclass(frozen=True, slots=True)
class Quote:
    """Where one text says it: the edition's IRI, the places, and the words there."""

    edition: str
    spans: tuple[Span, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between an earlier and a later text of one programme, its cause, and the act that made it.

    `focus` is the IRI of the measure or indicator; `earlier` and `later` are editions, the same one where a text
    contradicts itself; `act` is a work ("P2500000271"), None where neither text names it.
    """

    programme: str
    focus: str
    number: str
    earlier: str
    later: str
    difference: Difference
    cause: str
    before: Quote | None
    after: Quote | None
    lang_before: str
    lang_after: str
    act: str | None = None
    act_date: date | None = None

    def __post_init__(self) -> None:
        if self.cause not in CAUSES:
            raise ValueError(f"a cause is one of {', '.join(CAUSES)}, not {self.cause!r}")

    @property
    def field(self) -> str:
        """The column of the row that changed."""
        return FIELDS[self.difference.kind]


@dataclass(frozen=True, slots=True)
class Pair(Generic[Row]):
    """Two rows that are one, and by what beside their number that was confirmed; None where a text has no such row."""

    earlier: Row | None
    later: Row | None
    confirmed_by: tuple[str, ...] = ()
