"""The audit of the corpus: what was counted in the documents by reading them, a quote for every finding."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import corpus_graph
import pytest
from audited import found

from kzedu_graph.validation.audit import Audit
from kzedu_graph.vocabulary import iris

KNOWN = {
    "no-bound-executor": 8 + 1,  # of 249 each, of 988 once
    "bound-here-agreed-there": 2,
    "body-outside-passport": 1 + 1,  # of a ministry that had ended body-had-ended tells
    "passport-body-without-measure": 1,
    "controller-leads": 2,
    "report-to-its-own-owner": 1,
    "target-falls-back": 2,
    "target-jumps": 2 + 1,
    "total-not-legible": 1,
    "rows-against-total": 1,
    "plan-without-money": 1,
    "number-collision": 1,
    "share-not-in-percent": 1,
}
"""Counted in the documents by reading them; where every row of a plan shares a weakness, one finding a programme."""


NOTHING = (
    "row-does-not-add-up",
    "unit-missing",
    "date-outside-the-period",
    "date-before-the-act",
    "sources-against-total",
    "total-does-not-add-up",
)


@pytest.fixture(scope="module")
def corpus_audit(corpus: Path) -> Audit:
    return corpus_graph.audit(corpus)


def test_counts_on_the_corpus(corpus_audit: Audit) -> None:
    counts = Counter(finding.code for finding in corpus_audit.findings)
    assert {code: counts[code] for code in KNOWN} == KNOWN
    assert not [code for code in NOTHING if counts[code]]


def test_every_finding_opens_to_a_quote(corpus_audit: Audit) -> None:
    bare = [
        finding for finding in corpus_audit.findings if not finding.spans or not finding.words or not finding.source
    ]
    assert bare == []


def test_what_was_fine_stands_beside_what_was_not(corpus_audit: Audit) -> None:
    plan = {check.code: check for check in corpus_audit.checks if check.programme.endswith("P2300000249")}
    assert (plan["no-bound-executor"].looked_at, plan["no-bound-executor"].fine) == (185, 177)
    state = {check.code: check for check in corpus_audit.checks if check.programme.endswith("P1900000988")}
    assert (state["no-bound-executor"].looked_at, state["no-bound-executor"].fine) == (204, 187)
    assert (state["row-does-not-add-up"].looked_at, state["row-does-not-add-up"].fine) == (
        46,
        46,
    )  # two differ by rounding


@pytest.mark.parametrize(
    ("code", "focus"),
    [
        ("bound-here-agreed-there", "agency/kz-talap"),
        ("no-bound-executor", "measure/P2300000249/63-1"),
        ("share-not-in-percent", "indicator/nis-strategy-2030/table/result/31"),
        ("number-collision", "document/P2300000249"),
        ("controller-leads", "document/P2300000249"),
    ],
)
def test_what_the_documents_say(corpus_audit: Audit, code: str, focus: str) -> None:
    assert iris.BASE + focus in found(corpus_audit, code)


def test_the_misprinted_total(corpus_audit: Audit) -> None:
    (finding,) = (finding for finding in corpus_audit.findings if finding.code == "total-not-legible")
    assert "1284000" in finding.message["en"]
    assert finding.message["ru"].startswith("план · ")
