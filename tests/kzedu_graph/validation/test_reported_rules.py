"""What an auditor would question about reports: each rule finds its case, and silence elsewhere is no finding."""

from __future__ import annotations

from datetime import date

import pytest
from reported_plan import FIRST, JOBLESS, SECOND, SHARE, store_of

from kzedu_graph.building.reported import REPORT_SHAPES
from kzedu_graph.reported.files import Reports
from kzedu_graph.reported.records import AnyReport, Report, ReportedValue
from kzedu_graph.validation.audit import run_audit
from kzedu_graph.validation.audit_rules import load_rules


def asked(*reports: AnyReport) -> set[tuple[str, str]]:
    """Which rule asks about which thing."""
    said = Reports("village")
    for each in reports:
        said.take(each)
    audit = run_audit(store_of([said]).select, load_rules(REPORT_SHAPES))
    return {(finding.code, finding.focus) for finding in audit.findings}


def report(about: str = FIRST, **more: object) -> Report:
    told: dict[str, object] = {
        "due": "2031-12" if about == FIRST else "",
        "state": "complete",
        "day": date(2031, 12, 20),
        "reporter": "kz-moe" if about == FIRST else "kz-talap",
        "proof": "№ 1",
    }
    return Report(about=about, **{**told, **more})  # type: ignore[arg-type]


def value(about: str = SHARE, reached: float = 40.0, **more: object) -> ReportedValue:
    told: dict[str, object] = {"year": 2031, "day": date(2032, 2, 1), "reporter": "kz-moe", "unit": None}
    return ReportedValue(about=about, value=reached, **{**told, **more})  # type: ignore[arg-type]


def test_nothing_is_asked_where_nobody_reports() -> None:
    assert asked() == set()


def test_a_report_as_it_should_be_is_not_questioned() -> None:
    assert asked(report(), value(), value(JOBLESS, 880.0)) == set()


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ((report(), report(SECOND, day=date(2033, 1, 2))), {("due-without-report", FIRST)}),
        ((report(), report(due="2032-12", day=date(2033, 1, 2))), set()),
        ((report(proof=None),), {("complete-without-proof", FIRST)}),
        ((report(proof=None, state="limited"),), set()),
        ((report(reporter="kz-talap"),), {("report-by-another", FIRST)}),
        ((report(reporter="ауыл тұрғыны"),), {("report-by-another", FIRST)}),
        ((report(day=date(2031, 1, 14)),), {("report-before-duty", FIRST)}),
        ((value(reached=39.9),), {("value-misses-target", SHARE)}),
        ((value(reached=60.1),), {("value-far-above-target", SHARE)}),
        ((value(reached=59.0),), set()),
        ((value(JOBLESS, 950.0),), {("value-misses-target", JOBLESS)}),
        ((value(JOBLESS, 100.0),), set()),
        ((value(reached=1.0, unit="адам"),), {("value-in-another-unit", SHARE)}),
        ((value(year=2040),), set()),
    ],
)
def test_each_rule(said: tuple[AnyReport, ...], found: set[tuple[str, str]]) -> None:
    assert asked(*said) == found


def test_every_rule_has_a_case() -> None:
    cases = next(mark for mark in test_each_rule.pytestmark if mark.name == "parametrize").args[1]  # type: ignore[attr-defined]
    assert {code for _, found in cases for code, _ in found} == set(load_rules(REPORT_SHAPES))
