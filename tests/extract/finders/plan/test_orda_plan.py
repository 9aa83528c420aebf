"""A plan that no setting was written for: other columns in another order, its own bodies, money in thousands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Measure
from kzedu_graph.registry.resolving import Registry

ORDA = Path(__file__).parent / "orda-2026.ru.txt"


@pytest.fixture(scope="module")
def orda() -> Extraction:
    return extract_file(ORDA, Registry.load())


def measure(orda: Extraction, number: str) -> Measure:
    return next(m for m in orda.measures if m.number == number)


def test_all_rows_are_read_and_nothing_is_left_over(orda: Extraction) -> None:
    assert [m.number for m in orda.measures] == ["1", "2", "3", "4"]
    assert [(g.kind, g.number, g.part_of) for g in orda.groups] == [("goal", "1", None), ("task", "1.1", ("goal", "1"))]
    assert [finding.code for finding in orda.findings] == ["issuer-unknown"], "the body is invented"


@pytest.mark.parametrize(
    ("number", "form", "kind", "due", "recurrence"),
    [
        ("1", "отчет в МП", "report", ("2026-12",), None),
        ("2", "приказ", "legal-act", ("2026-H1",), None),
        ("3", "учебная программа", "programme", (), "annual"),
        ("4", "методические рекомендации", "methodological-material", ("2027-03",), None),
    ],
)
def test_forms_and_deadlines(
    orda: Extraction, number: str, form: str, kind: str, due: tuple[str, ...], recurrence: str | None
) -> None:
    found = measure(orda, number)
    assert [(d.text, d.kind) for d in found.completion_form] == [(form, kind)]
    assert found.period is not None
    assert (found.period.due, found.period.recurrence) == (due, recurrence)


@pytest.mark.parametrize(
    ("number", "bodies"),
    [
        ("1", [("kz-leb", False), ("kz-emergencies", True)]),
        ("2", [("kz-moe", False), ("kz-emergencies", True)]),
        ("3", [("kz-moe", False), ("kz-leb", False)]),
        ("4", [("kz-moe", False)]),
    ],
)
def test_bodies_by_the_plans_own_key(orda: Extraction, number: str, bodies: list[tuple[str, bool]]) -> None:
    assert [(p.agency, p.by_agreement) for p in measure(orda, number).responsible] == bodies


def test_money_in_millions_by_year_and_source(orda: Extraction) -> None:
    money = {m.number: [(a.year, a.amount, a.source) for a in m.funding or ()] for m in orda.measures}
    assert money == {
        "1": [(2026, 1.5, None), (2027, 2.5, None), (None, 4.0, None)],
        "2": [],
        "3": [(2026, 0.3, None), (None, 0.3, None)],
        "4": [(2027, 0.08, "РБ"), (None, 0.08, "РБ"), (2027, 0.02, "МБ"), (None, 0.02, "МБ")],
    }
    assert [m.sources for m in orda.measures] == [("МБ",), (), ("РБ", "МБ"), ("РБ", "МБ")]
    assert [m.funding_note for m in orda.measures] == [None, "не требуется", None, None]


def test_the_indicator_with_its_parts(orda: Extraction) -> None:
    (indicator,) = orda.indicators
    assert (indicator.kind, indicator.number, indicator.name) == ("result", "1", "Доля сел с мастерской")
    assert (indicator.part_of, indicator.unit) == (("task", "1.1"), "%")
    assert [(t.year, t.value, t.breakdown) for t in indicator.targets] == [
        (2026, 40, None),
        (2027, 50, None),
        (2026, 60, "вблизи городов"),
        (2027, 70, "вблизи городов"),
        (2026, 20, "в отдаленных районах"),
        (2027, 30, "в отдаленных районах"),
    ]


def test_the_sum_of_the_plan(orda: Extraction) -> None:
    (total,) = orda.totals
    assert (total.place, total.budget_source) == ("plan", None)
    assert [(a.year, a.amount) for a in total.funding] == [(2026, 1.8), (2027, 2.6), (None, 4.4)]


def test_the_act_that_it_cites(orda: Extraction) -> None:
    (citation,) = (one for one in orda.citations if one.kind == "resolution")
    assert (citation.kind, citation.number, citation.date) == ("resolution", "150", date(2024, 3, 12))
    assert (citation.issuer, citation.work, citation.title) == (
        "kz-government",
        "P2400000150",
        "Об утверждении Правил оснащения",
    )


def test_every_value_stands_where_it_was_found(orda: Extraction) -> None:
    for found in orda.measures:
        quotes = " ".join(orda.text[span.start : span.end] for span in found.evidence)
        assert f"{found.number}." in quotes
        for party in found.responsible:
            assert [orda.text[s.start : s.end] for s in party.spans] == [party.text]


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_the_samples_are_read_whole(sample: Path, lang: str) -> None:
    found = extract_file(sample / f"samal-2025.{lang}.txt", Registry.load())
    assert (len(found.measures), len(found.indicators), len(found.glossary)) == (7, 3, 3)
    assert [m.indicators for m in found.measures] == [("1",)] * 3 + [("2",)] * 2 + [("3",)] * 2
    third = found.measures[2]
    assert [part.due for part in third.parts] == [("2025-09",), ("2026-12", "2027-12")]
    assert [[p.agency for p in part.responsible] for part in third.parts] == [["kz-moe"], ["kz-leb", "kz-orleu"]]
