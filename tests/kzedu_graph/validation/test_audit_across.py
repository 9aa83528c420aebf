"""Rules across texts: each is asked of two small editions, and each has something to find and something to let pass."""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset, Graph
from rdflib.namespace import RDF, SH

from kzedu_graph.building.checking import check_pair
from kzedu_graph.validation.audit_rules import ACROSS_SHAPES, load_rules
from kzedu_graph.vocabulary.iris import KZEDU, LANGUAGES

CASES = Path(__file__).parent / "audit_across"


def found(name: str) -> set[tuple[str, str]]:
    """The findings of a case, each by its code and by the last step of what it is about."""
    return {(str(finding["code"]), str(finding["focus"])) for finding in told(name)}


def told(name: str) -> list[dict[str, str | list[str]]]:
    """The findings of a case, with the English sentence and what else they concern."""
    data = Dataset()
    data.parse(CASES / f"{name}.trig", format="trig")
    plain = data.default_graph if hasattr(data, "default_graph") else data.default_context
    default = plain.serialize(format="nt", encoding="utf-8")
    beside = b"".join(line for line in data.serialize(format="nquads", encoding="utf-8").splitlines(keepends=True))
    told, tally = check_pair(default, beside)
    report = Graph().parse(data=told, format="nt")
    findings: list[dict[str, str | list[str]]] = [
        {
            "code": str(report.value(node, KZEDU.code)),
            "focus": last(report.value(node, SH.focusNode)),
            "concerns": sorted(map(last, report.objects(node, KZEDU.concerns))),
            "en": next(str(text) for text in report.objects(node, SH.resultMessage) if text.language == "en"),  # type: ignore[attr-defined]
        }
        for node in report.subjects(RDF.type, KZEDU.Finding)
    ]
    assert tally.findings >= len(findings)
    assert all(report.value(node, KZEDU.evidence) for node in report.subjects(RDF.type, KZEDU.Finding))
    return findings


def last(node: object) -> str:
    """The last step of an IRI."""
    return str(node).rsplit("/", 1)[-1]


def test_every_rule_across_texts_has_a_case() -> None:
    every = {code for name in ("editions", "programmes") for code, _ in found(name)}
    assert every == set(load_rules(ACROSS_SHAPES))


def test_two_editions() -> None:
    assert found("editions") == {
        ("target-rewritten-after-its-year", "4"),
        ("duty-replaced", "2"),
        ("owner-dropped", "6"),
        ("proof-weakened", "6"),
        ("restated-when-over", "P"),
    }


def test_a_row_that_was_restated_when_over_is_named() -> None:
    """One act, one finding; row 2 runs on and row 3 has a day to come."""
    (finding,) = (each for each in told("editions") if each["code"] == "restated-when-over")
    assert finding["concerns"] == ["1"]
    assert "restated 3 dated measures; of 1 the last date" in finding["en"]


def test_a_replaced_duty_is_told_with_both_proofs() -> None:
    (finding,) = (each for each in told("editions") if each["code"] == "duty-replaced")
    assert "«Түзетулер» (proof: ақпарат) instead of «Рейтинг» (proof: бұйрық)" in finding["en"]


def test_a_programme_that_was_repealed_and_the_next() -> None:
    assert found("programmes") == {("repealed-and-not-taken-up", "OLD")}


def test_rules_speak_three_languages() -> None:
    for audited in load_rules(ACROSS_SHAPES).values():
        for words in (audited.name, audited.advice, audited.rule.message):
            assert len({words[lang] for lang in LANGUAGES}) == len(LANGUAGES)
