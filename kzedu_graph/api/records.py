"""The typed records of the Python interface: one class a table, each field the column of the same name.

Days are ISO text ("2031-06-30"); due points are in the project's notation (`2031-06`, `2031-Q4`, `--11-15` where a day
recurs, `2031-09/2032-05`); money is in million tenge; offsets are code points into the source text. Bodies are named by
their keys ("kz-moe"), things by their IRIs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, ClassVar, TypeVar, Union, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source text: `start` inclusive, `end` exclusive, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Party:
    """A body as a cell names it: `agency` is its key, None where nobody is meant for sure.

    `staff` is `post` or `unit` for the staff of the organisation whose plan it is ("Завхоз").
    """

    text: str
    by_agreement: bool
    agency: str | None
    linked_by: str | None
    staff: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """One share of a row that holds several: its own form of completion, dates and bodies."""

    completion_form: str
    scope: str | None
    deadline_text: str | None
    due: tuple[str, ...]
    responsible: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class SourceMoney:
    """The money of a row from one source: by year, or "total"."""

    source: str
    funding: Mapping[str, float] | None


@dataclass(frozen=True, slots=True)
class Measure:
    """A row of a plan: who must do what, by when, with what proof."""

    id: str
    source: str
    edition: str
    current: bool
    programme: str | None
    number: str
    seq: int
    chapter: int | None
    goal: str | None
    task: str | None
    headings: tuple[str, ...]
    indicators: tuple[str, ...]
    name: str
    completion_form: tuple[str, ...]
    deadline_text: str | None
    due: tuple[str, ...]
    recurrence: str | None
    responsible: tuple[Party, ...]
    parts: tuple[Part, ...]
    unit: str | None
    funding: Mapping[str, float] | None
    funding_rows: tuple[SourceMoney, ...]
    funding_note: str | None
    sources: tuple[str, ...]
    budget_codes: tuple[str, ...]
    evidence: tuple[Span, ...]
    status: str | None


@dataclass(frozen=True, slots=True)
class Target:
    """A value of an indicator in a year; `text` where the document gives words, `bound` is `min` or `max`."""

    year: int
    value: float | None
    text: str | None
    bound: str | None
    breakdown: str | None
    study: str | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A listing of an indicator with the values that it states; `lists` is the indicator, shared by its listings."""

    id: str
    source: str
    edition: str
    current: bool
    programme: str | None
    place: str | None
    kind: str | None
    number: str | None
    name: str
    unit: str | None
    targets: tuple[Target, ...]
    responsible: tuple[Party, ...]
    remark: str | None
    evidence: tuple[Span, ...]
    lists: str | None
    status: str | None


@dataclass(frozen=True, slots=True)
class Provision:
    """What one sentence of prose lays on somebody: `modality` says how firmly, `bearers` on whom."""

    id: str
    source: str
    edition: str
    current: bool
    modality: str
    bearer: str | None
    bearers: tuple[str, ...]
    bearer_text: str | None
    bearer_name: str | None
    default_bearer: str | None
    action: str
    deed: str | None
    object: str | None
    deadline_text: str | None
    due: tuple[str, ...]
    recurrence: str | None
    within: str | None
    within_unit: str | None
    within_from: str | None
    legal_basis: tuple[str, ...]
    rests_on: tuple[str, ...]
    recipient: str | None
    rule: str | None
    sentence: str | None
    evidence: tuple[Span, ...]
    status: str | None
    suspended_from: str | None
    suspended_until: str | None


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its names by language, its predecessors and successors, and how often plans and prose name it."""

    key: str
    kind: str | None
    names: Mapping[str, str]
    abbreviations: tuple[str, ...]
    succeeds: tuple[str, ...]
    succeeded_by: tuple[str, ...]
    lead: int
    bound: int
    by_agreement: int
    mentions: int

    NAMED: ClassVar[tuple[str, ...]] = ("ru", "kk", "en")

    @property
    def name(self) -> str:
        """Its Russian name, else its Kazakh or English one, else its key."""
        return next((self.names[lang] for lang in self.NAMED if lang in self.names), self.key)


@dataclass(frozen=True, slots=True)
class Document:
    """An edition: one text of an act in one language at a point in time."""

    source: str
    edition: str
    current: bool
    work: str
    programme: str | None
    lang: str
    version_date: str
    title: str | None
    kind: str | None
    issuer: str | None
    number: str | None
    date: str | None
    amended_by: tuple[str, ...]
    status: str | None
    status_on: str | None
    status_act: str | None
    official: str | None
    pair: str | None
    measures: int
    indicators: int
    glossary: int


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two texts in one field of one row, with both wordings and the act that did it."""

    id: str
    programme: str | None
    earlier: str
    later: str
    focus: str
    about: str
    place: str | None
    number: str | None
    field: str
    kind: str
    agency: str | None
    year: int | None
    series: str | None
    old: str | None
    new: str | None
    cause: str | None
    act: str | None
    date: str | None
    old_evidence: tuple[Span, ...]
    new_evidence: tuple[Span, ...]
    old_quote: str | None
    new_quote: str | None


@dataclass(frozen=True, slots=True)
class Duty:
    """What binds one body, from a plan or from prose.

    `kind` is `measure` or `provision`; `role` is that of the body in the row (`LeadExecutor`, `CoExecutor`,
    `ByAgreement`, …), or how firmly the sentence binds (`requirement`, `recommendation`, …); `part` counts the parts of
    a divided row.
    """

    id: str
    edition: str
    body: str
    kind: str
    role: str | None
    part: int | None
    name: str
    deadline_text: str | None
    due: tuple[str, ...]
    recurrence: str | None
    status: str | None
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an edition with what stands around them; `page` is the path of its page in an explorer.

    Without the source text (a store behind an address) `before` and `behind` are empty.
    """

    words: str
    edition: str
    start: int
    end: int
    before: str
    behind: str
    page: str


R = TypeVar("R")


def record_of(kind: type[R], row: Mapping[str, Any]) -> R:
    """A row of a table as a record: nested rows become records, lists tuples; columns without a field are left out."""
    return kind(**{name: _value(wanted, row[name]) for name, wanted in _hints(kind).items()})  # type: ignore[arg-type]


@cache
def _hints(kind: type[Any]) -> Mapping[str, Any]:
    told = get_type_hints(kind)
    return MappingProxyType({each.name: told[each.name] for each in fields(kind)})


def _value(wanted: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(wanted) in (Union, UnionType):
        wanted = next(each for each in get_args(wanted) if each is not type(None))
    if get_origin(wanted) is tuple:
        return tuple(_value(get_args(wanted)[0], each) for each in value)
    if isinstance(wanted, type) and isinstance(value, Mapping) and wanted.__module__ == __name__:
        return record_of(wanted, value)
    return MappingProxyType(dict(value)) if isinstance(value, Mapping) else value
