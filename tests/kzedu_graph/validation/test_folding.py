"""What a programme has throughout is one finding, told by numbers or by sentences; each fact beside it is its own."""

from __future__ import annotations

import pytest
from audited import CASES, RULES, found, store_of
from rdflib import Graph

from kzedu_graph.validation.audit import run_audit
from kzedu_graph.validation.folding import told_together


def plan(rows: int, without: int, ended: bool = False, programme: str = "urn:p") -> Graph:
    """An invented plan of some rows, of which the first name their bodies by agreement only."""
    said = [f"<{programme}> a kzedu:Programme ."]
    if ended:
        said.append(f'<{programme}> eli:date_no_longer_in_force "2031-02-03"^^xsd:date .')
    for number in range(1, rows + 1):
        free = str(number <= without).lower()
        said.append(f'<urn:m{number}> a kzedu:Measure ; kzedu:programme <{programme}> ; kzedu:number "{number}" ;')
        said.append(f"  kzedu:assignment <urn:a{number}> .")
        said.append(f"<urn:a{number}> kzedu:agency <urn:b> ; kzedu:byAgreement {free} .")
    prefixes = """@prefix kzedu: <https://w3id.org/kzedu/ontology#> . @prefix eli: <http://data.europa.eu/eli/ontology#> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."""
    return Graph().parse(data="\n".join([prefixes, *said]), format="turtle")


@pytest.mark.parametrize(
    ("rows", "without", "ended", "told"),
    [
        (12, 6, False, 6),  # the half is no rule of the plan
        (12, 7, False, 1),
        (12, 1, True, 1),
        (12, 6, True, 1),  # of a programme that holds no more no row can be followed up
        (1, 1, False, 1),
    ],
)
def test_what_a_programme_has_throughout_is_one_finding(rows: int, without: int, ended: bool, told: int) -> None:
    audit = run_audit(store_of(plan(rows, without, ended)).select, {"no-bound-executor": RULES["no-bound-executor"]})
    assert len(audit.findings) == told
    assert found(audit, "no-bound-executor") == {f"urn:m{number}" for number in range(1, without + 1)}
    assert [(check.looked_at, check.fine) for check in audit.checks] == [(rows, rows - without)]


def test_each_sum_that_differs_is_a_finding_of_its_own() -> None:
    data = Graph()
    for case in ("passport-against-plan", "total-does-not-add-up"):
        data.parse(next(path for path in CASES if path.stem == case))
    rules = {code: RULES[code] for code in ("passport-against-plan", "total-does-not-add-up")}
    assert not [finding for finding in run_audit(store_of(data).select, rules).findings if finding.concerns]


def test_what_people_report_is_told_case_by_case() -> None:
    rule = {"no-bound-executor": RULES["no-bound-executor"]}
    assert len(run_audit(store_of(plan(12, 12)).select, rule, folding=False).findings) == 12


def test_many_findings_are_told_by_numbers_and_few_by_their_sentences() -> None:
    rule = {"no-bound-executor": RULES["no-bound-executor"]}
    (many,) = run_audit(store_of(plan(12, 6, ended=True)).select, rule).findings
    assert many.focus == "urn:p"
    assert many.message["en"] == (
        "No bound executor: 6 of 12 looked at — No. 1, 2, 3, 4, 5, 6. "
        "The programme has not been in force since 2031-02-03."
    )
    (few,) = run_audit(store_of(plan(3, 2)).select, rule).findings
    assert few.message["ru"] == "Нет обязанного исполнителя: 2 из 3 проверенных — № 1, 2."
    told = told_together("Jumps", ["No. 1: 2 to 9.", "No. 3: 4 to 8."], ["1", "3"], 5, "", "en")
    assert told == "Jumps: 2 of 5 looked at. No. 1: 2 to 9. No. 3: 4 to 8."
