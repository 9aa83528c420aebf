"""Plans unlike those of the corpus: other titles and orders of columns, chapters in Roman numbers, rows beneath rows, a
key in a note, no numbers at all. What a reader finds in each stands beside it; a share of every field must be found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from alone import in_this_process

from extract.flow import extract_file
from kzedu_graph.building.run import run_build
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.model.records import Measure
from kzedu_graph.registry.resolving import Registry

FOLDER = Path(__file__).parent / "unseen"
PLANS = sorted(file.stem for file in FOLDER.glob("*.txt"))
FIELDS = ("found", "name", "part_of", "completion_form", "due", "recurrence", "responsible", "funding", "sources")
LEAST = 0.9
"""Of each field; every row counts the same."""

Row = dict[str, Any]
Plan = dict[str, Any]


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    registry = Registry.load()
    return {plan: extract_file(FOLDER / f"{plan}.txt", registry) for plan in PLANS}


def expected(plan: str) -> Plan:
    told = yaml.safe_load((FOLDER / f"{plan}.yml").read_text("utf-8"))
    assert isinstance(told, dict)
    return told


def as_row(measure: Measure) -> Row:
    """A measure in the words of the files beside the plans."""
    return {
        "number": measure.number,
        "name": measure.name,
        "part_of": list(measure.part_of) if measure.part_of else None,
        "completion_form": [form.text for form in measure.completion_form],
        "due": list(measure.period.due) if measure.period else [],
        "recurrence": measure.period.recurrence if measure.period else None,
        "responsible": [
            {"text": party.text, "by_agreement": party.by_agreement, "agency": party.agency}
            for party in measure.responsible
        ],
        "funding": {str(one.year or "total"): one.amount for one in measure.funding or ()},
        "sources": [source for source in measure.sources if source != "-"],
    }


def compared(wanted: list[Row], found: list[Row]) -> Iterator[tuple[str, bool]]:
    """Each field of each row, and whether it is as wanted; a row that is too many counts as one not found."""
    by_number = {row["number"]: row for row in found}
    for row in wanted:
        other = by_number.pop(row["number"], None)
        yield "found", other is not None
        for field in FIELDS[1:]:
            yield field, other is not None and other[field] == row[field]
    yield from (("found", False) for _ in by_number)


def shares(extractions: dict[str, Extraction], wanted: dict[str, Plan]) -> dict[str, float]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for plan, extraction in extractions.items():
        for field, fits in compared(wanted[plan]["measures"], [as_row(one) for one in extraction.measures]):
            right[field] += fits
            total[field] += 1
    return {field: right[field] / total[field] for field in FIELDS}


@pytest.mark.parametrize("field", FIELDS)
def test_a_share_of_the_field_is_found(extractions: dict[str, Extraction], field: str) -> None:
    found = shares(extractions, {plan: expected(plan) for plan in PLANS})
    assert found[field] >= LEAST, found


def test_what_is_not_found_lowers_the_share(extractions: dict[str, Extraction]) -> None:
    wanted = {plan: deepcopy(expected(plan)) for plan in PLANS}
    before = shares(extractions, wanted)
    wanted[PLANS[0]]["measures"][0]["due"] = ["2030-01"]
    wanted[PLANS[0]]["measures"].pop()
    after = shares(extractions, wanted)
    assert after["due"] < before["due"]
    assert after["found"] < before["found"]


@pytest.mark.parametrize("plan", PLANS)
def test_what_stands_around_the_rows(extractions: dict[str, Extraction], plan: str) -> None:
    told, found = expected(plan), extractions[plan]
    assert sorted(entry.abbreviation for entry in found.glossary) == told["glossary"]
    assert [[group.kind, group.number] for group in found.groups] == told["groups"]
    assert len(found.totals) == told["totals"]


@pytest.mark.parametrize("plan", PLANS)
def test_every_value_stands_where_it_was_found(extractions: dict[str, Extraction], plan: str) -> None:
    found = extractions[plan]
    for measure in found.measures:
        quotes = " ".join(found.text[span.start : span.end] for span in measure.evidence)
        assert measure.name in " ".join(quotes.split())
        for party in measure.responsible:
            assert [" ".join(found.text[s.start : s.end].split()) for s in party.spans] == [party.text]


def test_a_plan_of_no_date_and_with_words_for_deadlines_can_be_built(tmp_path: Path) -> None:
    text = (FOLDER / "district-2026.ru.txt").read_text("utf-8").replace("4 квартал 2026 г.", "когда выпадет снег")
    path = tmp_path / "district.ru.txt"
    path.write_text(text, "utf-8")
    registry = Registry.load()
    extraction = extract_file(path, registry)
    assert extraction.source.version_date is None
    assert [finding.words for finding in extraction.findings if finding.code == "deadline-not-understood"] == [
        "когда выпадет снег"
    ]
    outcome = run_build([path], tmp_path / "store", in_this_process(extract_file))
    assert outcome.violations == ()
