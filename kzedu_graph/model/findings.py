"""`Finding`: the one way to complain, shared by extraction, validation and comparison."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kzedu_graph.model.records import Span

SEVERITIES = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something not understood or questionable: a code, a severity, what it is about and where it stands.

    `code` is kebab-case and stable ("unknown-party", "deadline-not-understood"); `severity` one of
    `SEVERITIES`; `focus` the record or node concerned ("measure 65"); `message` one sentence a language.
    `elsewhere` are places of other texts that it rests on too, each with the IRI of its edition; `concerns` are the
    records or nodes that it is about beside its focus.
    """

    code: str
    severity: str
    focus: str
    message: Mapping[str, str]
    source: str | None = None
    spans: tuple[Span, ...] = ()
    words: str = ""
    candidates: tuple[str, ...] = field(default=())
    elsewhere: tuple[tuple[str, Span], ...] = ()
    concerns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.severity not in SEVERITIES:
            raise ValueError(f"severity is one of {', '.join(SEVERITIES)}, not {self.severity!r}")
