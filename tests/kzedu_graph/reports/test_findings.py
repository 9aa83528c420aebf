"""Findings for people: together by kind, the gravest first, long kinds cut and counted."""

from __future__ import annotations

import io
import json

from kzedu_graph.model.findings import Finding
from kzedu_graph.reports.findings import write_findings
from kzedu_graph.vocabulary.iris import BASE


def found(code: str, severity: str, times: int) -> list[Finding]:
    return [
        Finding(code, severity, f"{BASE}measure/S1/{n}", {"en": f"{code} [{n}], said at length in one line of its own"})
        for n in range(times)
    ]


def table(findings: list[Finding], **chosen: int) -> list[str]:
    out = io.StringIO()
    write_findings(findings, "table", out, **chosen)
    return out.getvalue().splitlines()


def test_findings_of_a_kind_stand_together_and_are_counted() -> None:
    every = [*found("note", "info", 7), *found("broken", "error", 7), *found("asked", "warning", 2)]
    lines = table(every)
    assert [line for line in lines if not line.startswith(" ")] == [
        "error broken: 7",
        "warning asked: 2",
        "info note: 7",
    ]
    assert sum("broken [" in line for line in lines) == 7, "what breaks integrity is told whole"
    assert sum("note [" in line for line in lines) == 5
    assert lines[-1].strip() == "… 2 more"
    assert (
        "asked [1], said at length in one line of its own measure/S1/1"
        in table(every)[lines.index("warning asked: 2") + 2]
    )
    assert sum("note [" in line for line in table(every, most=0)) == 7


def test_json_holds_every_finding() -> None:
    out = io.StringIO()
    write_findings(found("note", "info", 9), "json", out, 1)
    assert len(json.loads(out.getvalue())) == 9
