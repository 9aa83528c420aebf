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
    an amending act is the amended one; `period` the programme's first and last year; `issuer` a registry key,
    `issuer_text` its words; `address` the official address; `amended_by` the acts that made the edition; `replaces`
    those that it took the place of; `in_force_from` the day it says; `suspended` from when and until when, if said.
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
    period: tuple[int, int] | None = None
    issuer_text: str | None = None
    address: str | None = None
    amended_by: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    in_force_from: date | None = None
    suspended: tuple[date | None, date | None] | None = None


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

    `linked_by` says by what it was found: name, abbreviation, glossary, or close where the spelling differs.
    """

    text: str
    by_agreement: bool
    agency: str | None = None
    spans: tuple[Span, ...] = ()
    linked_by: str | None = None


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

    `part_of` is the kind and number of the group that the row directly stands under.
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
class Section:
    """A heading of a text: `kind` is annex, section, chapter, direction, paragraph, goal or heading.

    `position` counts the text's headings from 1; `part_of` is the position of the heading that holds it; `amended_by`
    the acts that, by the note below it, changed what stands under it.
    """

    source: str
    kind: str
    number: str | None
    name: str
    position: int
    evidence: tuple[Span, ...]
    part_of: int | None = None
    amended_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A document's own abbreviation: the short form, the full one, and where they stand together."""

    source: str
    abbreviation: str
    full: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """What a sentence lays on somebody, recommends, permits or forbids.

    `modality` is requirement, commitment, intention, recommendation, permission or prohibition; `bearer` a registry
    key, None where the sentence names nobody for sure; `default_bearer` whom the whole document addresses;
    `legal_basis` the acts it rests on, as written; `object` what the action is done to; `recipient` whom it is done
    for (a registry key); `rule` the rule of the lexicon that decided; `deed` the verb with its complements alone.
    `recurrence` is daily, weekly, monthly, quarterly, semiannual or annual; `within` the ISO 8601 duration of a
    relative deadline ("P3M"), `within_unit` its days (working or calendar, None where the text does not say),
    `within_from` what it is counted from, as written.
    """

    source: str
    number: str
    modality: str
    action: str
    sentence: str
    evidence: tuple[Span, ...]
    bearer: str | None = None
    bearer_text: str | None = None
    deadline_text: str | None = None
    due: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    default_bearer: str | None = None
    object: str | None = None
    recipient: str | None = None
    rule: str | None = None
    deed: str | None = None
    recurrence: str | None = None
    within: str | None = None
    within_unit: str | None = None
    within_from: str | None = None


@dataclass(frozen=True, slots=True)
class ReportingLine:
    """Who reports what to whom and by when, as an act's own point or a provision lays it down.

    `reporter` and `recipient` are registry keys, None where the body is not known; `provision` is the number of the
    provision that holds it.
    """

    source: str
    provision: str
    reporter: str | None
    reporter_text: str | None
    recipient: str | None
    recipient_text: str | None
    subject: str
    evidence: tuple[Span, ...]
    deadline_text: str | None = None
    due: tuple[str, ...] = ()
    recurrence: str | None = None


@dataclass(frozen=True, slots=True)
class ActRole:
    """A body's part in an act: `role` is `controller` (its execution) or `approver` (who enacts it)."""

    source: str
    role: str
    agency: str | None
    text: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Amendment:
    """One instruction of an amending act. `action` is replace, insert, remove, retitle, restate or repeal, `path`
    leads to its place, outermost part first; `target` names what is changed there; `order` counts from 1; `act` is the
    act changed, `words` the new wording without its quotation marks.
    """

    source: str
    order: int
    action: str
    path: tuple[str, ...]
    target: str
    instruction: str
    evidence: tuple[Span, ...]
    act: str | None = None
    words: str | None = None


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
    period: tuple[int, int] | None = None
    developer: tuple[Party, ...] = ()
    implementers: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A place that names an act: `kind` is law, code, order or another key; `issuer` a registry key.

    `work` is the act's identifier where number, date and issuer give it ("P1900000988"), else its registry key.
    """

    source: str
    kind: str
    evidence: tuple[Span, ...]
    number: str | None = None
    date: date | None = None
    issuer: str | None = None
    title: str | None = None
    work: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A place outside the cells of responsible bodies that names a body; `agency` is its key in the registry.

    `linked_by` says by what it was found: name, inflected (a name in another form), abbreviation, or glossary, where
    the document itself says whom the words mean.
    """

    source: str
    agency: str
    text: str
    evidence: tuple[Span, ...]
    linked_by: str = "name"


@dataclass(frozen=True, slots=True)
class SystemMention:
    """A place that names an information system; `system` is its key in the registry."""

    source: str
    system: str
    text: str
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class InitiativeMention:
    """A place that names a project, contest, survey or international framework; `initiative` is its registry key."""

    source: str
    initiative: str
    text: str
    evidence: tuple[Span, ...]
