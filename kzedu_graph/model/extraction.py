"""`Extraction`: all that one text gave, as `extract` hands it over to the graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kzedu_graph.model.findings import Finding
from kzedu_graph.model.prose import (
    ActRole,
    Amendment,
    Citation,
    Commencement,
    GlossaryEntry,
    InitiativeMention,
    Mention,
    Provision,
    ReportingLine,
    Section,
    SystemMention,
)
from kzedu_graph.model.records import Group, Indicator, Measure, Passport, Source, Total


@dataclass(frozen=True, slots=True)
class Extraction:
    """A source, its decoded text, the records found in it in the order of the text, and what was not understood.

    `checks` counts the values that were looked at and found right, by kind ("deadline", "party"), so that the
    number of findings can be read against the number of values.
    """

    source: Source
    text: str
    measures: tuple[Measure, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    provisions: tuple[Provision, ...] = ()
    reporting_lines: tuple[ReportingLine, ...] = ()
    act_roles: tuple[ActRole, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    commencements: tuple[Commencement, ...] = ()
    groups: tuple[Group, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    passport: Passport | None = None
    totals: tuple[Total, ...] = ()
    citations: tuple[Citation, ...] = ()
    sections: tuple[Section, ...] = ()
    mentions: tuple[Mention, ...] = ()
    systems: tuple[SystemMention, ...] = ()
    initiatives: tuple[InitiativeMention, ...] = ()
    findings: tuple[Finding, ...] = ()
    checks: Mapping[str, int] | None = None
