"""The Concept compared: Resolution 465 of 13.06.2024 in Russian, the consolidated text of 25.04.2025 in Kazakh."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract.flow import extract_file
from kzedu_graph.comparison.changes import Change
from kzedu_graph.comparison.texts import compare_editions, find_contradictions, heirs_of
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry


@pytest.fixture(scope="module")
def concept(corpus: Path) -> tuple[Change, ...]:
    registry = Registry.load()
    old, new = (extract_file(next(corpus.glob(f"{stem}*")), registry) for stem in ("000", "002"))
    between = compare_editions(old, new, heirs_of(registry.successions()))
    return (*between.changes, *find_contradictions(new).changes)


@pytest.fixture(scope="module")
def verified(gold: Path) -> Callable[[str], list[dict[str, Any]]]:
    def read(name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (gold / "002" / name).read_text("utf-8").splitlines()]

    return read


def duties(changes: tuple[Change, ...]) -> set[tuple[str, str]]:
    names = {"row-added": "added", "row-replaced": "replaced"}
    return {(c.number, names.get(c.difference.kind, c.field)) for c in changes if "/measure/" in c.focus}


def test_the_differences_of_the_plan_are_found_and_no_others(
    concept: tuple[Change, ...], verified: Callable[[str], list[dict[str, Any]]]
) -> None:
    found = duties(concept)
    replaced = {number for number, field in found if field == "replaced"}
    assert replaced == {"176", "179"}  # another name, proof and bodies: read as another duty under the number
    told = {(str(row["number"]), row["field"]) for row in verified("diff_000.jsonl")}
    assert {each for each in told if each[0] not in replaced} <= found
    assert {number for number, _ in found} == {"95", "132", "176", "179", *(f"63-{n}" for n in range(1, 6))}


def test_the_act_and_the_cause_of_each_difference(concept: tuple[Change, ...]) -> None:
    causes = {(c.number, c.cause, c.act) for c in concept if "/measure/" in c.focus}
    assert ("132", "translation", None) in causes
    assert {(cause, act) for number, cause, act in causes if number != "132"} == {("later-edition", "P2500000271")}


def values(row: dict[str, Any]) -> set[tuple[str, int, str | None, str | None]]:
    """A verified difference by number, year, and the values of the two places, Kazakh text first."""
    return {(str(row["number"]), row["year"], *(_shown(row[side]["value"]) for side in ("a", "b")))}


def _shown(value: float | None) -> str | None:
    return None if value is None else format(value, ".10g")


def test_the_values_that_moved_are_found_and_no_others(
    concept: tuple[Change, ...], verified: Callable[[str], list[dict[str, Any]]]
) -> None:
    moved = [c for c in concept if c.field == "targets"]
    stated = {(c.number, c.difference.year, c.difference.new, c.difference.old) for c in moved}
    turned = {(number, year, old, new) for number, year, new, old in stated}
    gold = verified("indicator_diff.jsonl")
    assert sum(values(row) <= stated | turned for row in gold) >= 0.95 * len(gold)
    assert len(moved) == 40
    assert {c.number for c in moved} == {"4", "7", "8", "13-1", "13-2"}


def test_the_one_value_that_the_text_gives_twice(concept: tuple[Change, ...]) -> None:
    doubled = [c for c in concept if c.cause == "contradiction"]
    assert {(c.number, c.difference.year) for c in doubled} == {("7", 2023)}


@pytest.fixture
def shifted(corpus: Path) -> tuple[Extraction, Extraction]:
    """The Russian plan, and the same plan with a row cut out and every number behind it moved up by one."""
    plan = extract_file(next(corpus.glob("000*")), Registry.load())
    rows = [row for row in plan.measures if row.number != "40"]
    moved = tuple(replace(row, number=str(n)) for n, row in enumerate(rows, 1))
    return plan, replace(plan, measures=moved, source=replace(plan.source, version_date=date(2025, 1, 1)))


def test_a_plan_numbered_anew_is_still_paired_row_by_row(shifted: tuple[Extraction, Extraction]) -> None:
    pairs = compare_editions(*shifted).measures
    right = [pair for pair in pairs if pair.earlier and pair.later and pair.earlier.name == pair.later.name]
    assert len(right) >= 0.97 * len(shifted[1].measures)
