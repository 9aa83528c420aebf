"""The State Programme of 2020-2025 as a whole, against the text and its verified records."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry


@pytest.fixture(scope="module")
def programme(request: pytest.FixtureRequest) -> Extraction:
    corpus: Path = request.getfixturevalue("corpus")
    (path,) = corpus.glob("001_*")
    return extract_file(path, Registry.load())


@pytest.fixture(scope="module")
def verified(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    gold: Path = request.getfixturevalue("gold")
    return [json.loads(line) for line in (gold / "001" / "measures.jsonl").read_text("utf-8").splitlines()]


def test_counts(programme: Extraction) -> None:
    assert [m.number for m in programme.measures] == [str(n) for n in range(1, 205)]
    places = Counter((i.place, i.kind) for i in programme.indicators)
    assert places == {(p, k): n for p in ("plan", "section") for k, n in (("target", 8), ("result", 40))}
    assert Counter(g.kind for g in programme.groups) == {"goal": 2, "task": 11}
    assert not [f for f in programme.findings if f.code == "count-unexpected"]


def test_only_the_misprinted_sum_is_not_understood(programme: Extraction) -> None:
    plan = {"row-damaged", "row-not-understood", "amount-not-understood", "targets-not-understood", "unknown-party"}
    assert [(f.code, f.words) for f in programme.findings if f.code in plan] == [("amount-not-understood", "12 840 00")]


def test_indicators_keep_apart_though_their_numbers_begin_anew(programme: Extraction) -> None:
    keys = [(i.place, i.kind, i.group, i.number) for i in programme.indicators]
    assert len(set(keys)) == len(keys) == 96
    plan, section = (
        {(i.kind, i.part_of, i.number) for i in programme.indicators if i.place == p} for p in ("plan", "section")
    )
    assert plan == section


def test_every_body_is_known(programme: Extraction) -> None:
    bodies = [p for m in programme.measures for p in m.responsible]
    bodies += [p for i in programme.indicators for p in i.responsible]
    assert [p.text for p in bodies if p.agency is None] == []


def test_yearly_amounts_add_up_but_where_the_text_itself_is_off(programme: Extraction) -> None:
    off = []
    for measure in programme.measures:
        for source in dict.fromkeys(a.source for a in measure.funding or ()):
            amounts = [a for a in measure.funding or () if a.source == source]
            total = next(a.amount for a in amounts if a.year is None)
            if sum(a.amount for a in amounts if a.year is not None) != total:
                off.append(measure.number)
    assert off == ["12", "25"]


def test_money_against_verified_records(programme: Extraction, verified: list[dict[str, Any]]) -> None:
    by_number = {int(m.number): m for m in programme.measures}
    for row in verified:
        found = by_number[row["number"]]
        assert list(found.budget_codes) == row["budget_codes"], row["number"]
        assert list(found.sources) == row["sources"], row["number"]
        assert found.funding_note == row["funding_note"] or row["funding_note"] is None, row["number"]
        for line in row.get("funding_rows", ()):
            amounts = {str(a.year or "total"): a.amount for a in found.funding or () if a.source == line["source"]}
            assert amounts == {k: v for k, v in {**line["years"], "total": line["total"]}.items() if v is not None}


def test_the_passport(programme: Extraction) -> None:
    passport = programme.passport
    assert passport is not None
    assert passport.period == "2020/2025"
    assert [p.agency for p in passport.developer] == ["kz-mes"]
    assert len(passport.implementers) == 16
    assert all(p.agency for p in passport.implementers)


def test_totals_of_the_plan_agree_with_the_passport(programme: Extraction) -> None:
    plan = {t.budget_source: {a.year: a.amount for a in t.funding} for t in programme.totals if t.place == "plan"}
    stated = {t.budget_source: {a.year: a.amount for a in t.funding} for t in programme.totals if t.place == "passport"}
    for year, amount in stated[None].items():
        assert abs(plan[None][year] - amount) < 1000
    for source in ("РБ", "ЖБ"):
        assert abs(plan[source][None] - stated[source][None]) < 1000


def test_its_end_is_known(programme: Extraction) -> None:
    assert programme.source.repealed_by == "P2100000726"
    assert str(programme.source.repealed_on) == "2021-10-12"
