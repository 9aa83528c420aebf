"""What somebody reports: how far a duty is done by one of its due points, what an indicator has reached in a year."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

STATES = ("not-started", "limited", "substantial", "complete", "no-evidence")
"""How far a duty is done: the five steps of the Open Government Partnership, keys of `codes/report-states.ttl`."""
_ADDRESS = re.compile(r"https?://[^\x00-\x20<>\"{}|^`\\]+")
WHOLE = "total"
"""The series of a value that is not broken down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Who says so, on which day, with what proof, and where it was read.

    `about` is the IRI of the duty or the indicator; `reporter` the key of a body of the registry, or a name that is in
    none; `proof` an address or the words for a document; `file` and `row` (from 1) where it was read, `entered` when.
    """

    about: str
    day: date
    reporter: str
    proof: str | None = None
    remark: str | None = None
    file: str = ""
    row: int = 0
    entered: date | None = None

    @property
    def has_address(self) -> bool:
        """Whether the proof is an address that can be opened."""
        return bool(_ADDRESS.fullmatch(self.proof or ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Said):
    """How far a duty is done by one of its due points, in EDTF; `due` is empty where the duty has none."""

    due: str = ""
    state: str

    @property
    def key(self) -> tuple[str, ...]:
        """What a later wording of the same source replaces."""
        return (self.about, self.due)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedValue(Said):
    """What an indicator has reached in a year, in the unit of whoever reports; `series` where it is broken down."""

    year: int
    series: str = WHOLE
    value: float
    unit: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What a later wording of the same source replaces."""
        return (self.about, str(self.year), self.series)


AnyReport = Report | ReportedValue


def says_the_same(one: AnyReport, other: AnyReport) -> bool:
    """Whether two reports say the same, wherever and whenever each was read."""
    return replace(one, file="", row=0, entered=None) == replace(other, file="", row=0, entered=None)


def to_row(report: AnyReport) -> dict[str, Any]:
    """A report as a JSON object, without what it does not say."""
    fields = {name: value for name, value in asdict(report).items() if value not in (None, "")}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}


def of_row(row: dict[str, Any]) -> AnyReport:
    """The report of a JSON object; raises TypeError, ValueError or KeyError for one that is none."""
    told = dict(row)
    for name in ("day", "entered"):
        if told.get(name):
            told[name] = date.fromisoformat(told[name])
    if "state" in told:
        if told["state"] not in STATES:
            raise ValueError(f"a state is one of {', '.join(STATES)}, not {told['state']!r}")
        return Report(**told)
    value = ReportedValue(**told)
    return replace(value, year=int(value.year), value=float(value.value))
