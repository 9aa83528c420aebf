"""What extraction finds and the graph holds: frozen records, each pointing at the words it was found in.

A field's name here is the property's name in `ontology/kzedu.ttl` and the column's name in `kzedu export`.
Offsets are code points into the decoded source text. This module imports nothing of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the decoded source text: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forwards from 0, not {self.start}..{self.end}")

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Source:
    """One text: a language version of an act at a point in time (`eli:LegalExpression`).

    `stem` is the input file's name without its ending; `work` the act's identifier (the number in the state
    register, "P2300000249", where there is one); `programme` the work whose plan stands in the text, which for
    an amending act is the amended one; `period` when the programme runs, in the notation of `Period` ("2031/2035", of a
    school year "2031-09/2032-08"), `period_of_title` whether its title alone tells so; `issuer` a registry key,
    `issuer_text` its words; `address` the official address; `amended_by` the acts that made the edition; `replaces`
    those that it took the place of, `changes` those that its instructions are about, `repeals` those of them that it
    ends as a whole; `in_force_from` the day it says, `in_force_until` its last; `suspended` from when and until when,
    if said; `status_told` the code of the standing that the text or the page around it tells. `organisation` is the
    name of the one organisation whose plan it is, whose posts and units answer for the rows: empty where the text does
    not say it, None where the plan is of no single organisation.
    """

    stem: str
    work: str
    lang: str
    version_date: date | None
    title: str
    programme: str | None = None
    kind: str = "act"
    number: str | None = None
    act_date: date | None = None
    issuer: str | None = None
    reader: str = "tabbed"
    amends: tuple[str, ...] = ()
    repealed_by: str | None = None
    repealed_on: date | None = None
    period: str | None = None
    issuer_text: str | None = None
    address: str | None = None
    amended_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    in_force_from: date | None = None
    in_force_until: date | None = None
    suspended: tuple[date | None, date | None] | None = None
    status_told: str | None = None
    repeals: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    organisation: str | None = None
    period_of_title: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """When something is due: points and intervals in the project's notation, and how often it recurs.

    `due` holds `2024-12`, `2024-Q4`, `2024-H1`, `2024`, `2024-11-01`, `2024-09/2025-05`, `2024/..`,
    and `--12` or `--11-01` where a month or day recurs without years; `recurrence` is a notation of
    `codes/recurrence.ttl` (`annual`), `scope` the stage or object that a part of the cell names beside its date.
    """

    text: str
    due: tuple[str, ...]
    recurrence: str | None = None
    scope: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """A body as a cell names it; `agency` is its key in the registry, None where nobody is meant for sure.

    `linked_by` says by what it was found: name, abbreviation, glossary, or close where the spelling differs. `staff` is
    `post` or `unit` for a party inside an organisation ("Завхоз", "Планово-экономический отдел"). `name` is the
    party of a sentence in the nominative ("завхозу" -> "завхоз").
    """

    text: str
    by_agreement: bool
    agency: str | None = None
    spans: tuple[Span, ...] = ()
    linked_by: str | None = None
    staff: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Deliverable:
    """What proves a measure done: a form of completion, its type, its recipient, and a quantity beside it."""

    text: str
    kind: str | None = None
    recipient: str | None = None
    remark: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One share of a row that holds several: its own form, date and owners."""

    completion_form: str
    deadline_text: str
    due: tuple[str, ...]
    responsible: tuple[Party, ...]
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Allocation:
    """Money of one year (None for the row's total), in million tenge.

    `source` is set only where sources have amounts of their own: it names the budget that this amount is from.
    """

    year: int | None
    amount: float
    source: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of a plan: who must do what, by when, with what proof.

    `part_of` is the kind and number of the group that the row directly stands under; `occurrence` counts from 1 how
    often its number has been printed so far, for tables and sections may each begin at one.
    """

    source: str
    programme: str
    number: str
    seq: int
    name: str
    completion_form: tuple[Deliverable, ...]
    deadline_text: str
    period: Period | None
    responsible: tuple[Party, ...]
    evidence: tuple[Span, ...]
    part_of: tuple[str, str] | None = None
    chapter: int | None = None
    goal: str | None = None
    task: str | None = None
    indicators: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    unit: str | None = None
    funding: tuple[Allocation, ...] | None = None
    funding_note: str | None = None
    sources: tuple[str, ...] = ()
    budget_codes: tuple[str, ...] = ()
    occurrence: int = 1

    @property
    def key(self) -> str:
        """What tells it from all other rows of its text: the printed number, "t2-1" where a later table begins anew."""
        return self.number if self.occurrence == 1 else f"t{self.occurrence}-{self.number}"


@dataclass(frozen=True, slots=True)
class Target:
    """A value of an indicator in one year: a number, or words where the document gives words.

    `bound` is `min` or `max`; `status` is `plan` or `actual`; `breakdown` names the sub-series
    (a level of education, a school subject); `study` the survey whose cycle sets the year ("PISA-2025").
    """

    year: int
    value: float | None
    text: str | None = None
    bound: str | None = None
    breakdown: str | None = None
    status: str = "plan"
    study: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A yardstick of a programme. `place`: plan, section, amendment or table; `kind`: target or result.

    `part_of` is the group it stands under; `group` a key of it, where numbers start anew in each ("task-3").
    """

    source: str
    programme: str
    place: str
    kind: str
    number: str
    name: str
    targets: tuple[Target, ...]
    evidence: tuple[Span, ...]
    unit: str | None = None
    part_of: tuple[str, str] | None = None
    group: str | None = None
    responsible: tuple[Party, ...] = ()
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A goal, task or direction under which rows of a plan stand. `kind` is `goal`, `task` or `direction`."""

    source: str
    programme: str
    kind: str
    number: str
    name: str
    evidence: tuple[Span, ...]
    part_of: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """Money of the whole programme from one source (None for all of them), as one place of the text states it.

    `place` is `plan` (the rows that close the table) or `passport`.
    """

    source: str
    programme: str
    place: str
    budget_source: str | None
    funding: tuple[Allocation, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Passport:
    """What the passport of a programme says of it: its years, who drew it up, who answers for carrying it out."""

    source: str
    programme: str
    evidence: tuple[Span, ...]
    period: str | None = None
    developer: tuple[Party, ...] = ()
    implementers: tuple[Party, ...] = ()
