"""Money of a measure in rows of its own, a source each: the row of all sources is their sum, one source adds up."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

HEAD = "# План ухода за садом на 2031-2032 годы\n\n"
TITLES = (
    "№ | Мероприятие | Форма завершения | Срок | Исполнители | Источник | 2031 год, млн тенге | 2032 год, млн тенге"
)


def read(rows: list[tuple[str, str, str]], folder: Path) -> Extraction:
    first, *more = [" | ".join(row) for row in rows]
    lines = [
        TITLES,
        "|".join(["---"] * 8),
        f"1 | Сад | акт | 2032 год | М | {first}",
        *(f" | | | | | {row}" for row in more),
    ]
    path = folder / "plan.md"
    path.write_text(HEAD + "\n".join(f"| {line} |" for line in lines) + "\n", "utf-8")
    return extract_file(path, Registry.load())


def amounts(found: Extraction) -> list[tuple[int | None, float, str | None]]:
    (measure,) = found.measures
    return [(one.year, one.amount, one.source) for one in measure.funding or ()]


@pytest.mark.parametrize("whole", ["Всего", "всего, в том числе:", "Итого"])
def test_all_sources_are_their_sum_and_no_source(whole: str, tmp_path: Path) -> None:
    found = read([(whole, "3", "5"), ("РБ", "1", "2"), ("МБ", "2", "3")], tmp_path)
    assert amounts(found) == [(2031, 1, "РБ"), (2032, 2, "РБ"), (2031, 2, "МБ"), (2032, 3, "МБ")]
    assert found.measures[0].sources == ("РБ", "МБ")
    assert "sources-do-not-add-up" not in {finding.code for finding in found.findings}


def test_a_sum_that_its_sources_do_not_come_to_is_told(tmp_path: Path) -> None:
    found = read([("Всего", "4", "5"), ("РБ", "1", "2"), ("МБ", "2", "3")], tmp_path)
    told = [finding.words for finding in found.findings if finding.code == "sources-do-not-add-up"]
    assert told == ["4"]


def test_rows_of_one_source_are_added_up(tmp_path: Path) -> None:
    found = read([("МБ", "3", "5"), ("МБ", "1", "2")], tmp_path)
    assert amounts(found) == [(2031, 4, "МБ"), (2032, 7, "МБ")]
    assert all(len(allocation.spans) == 2 for allocation in found.measures[0].funding or ())


@pytest.mark.parametrize("cell", ["РБ – 1,5; МБ – 2", "РБ: 1,5, МБ: 2", "РБ - 1,5 млн тенге; МБ - 2000 тыс. тенге"])
def test_a_cell_names_the_source_of_each_amount(cell: str, tmp_path: Path) -> None:
    found = read([("РБ, МБ", cell, "-")], tmp_path)
    assert amounts(found) == [(2031, 1.5, "РБ"), (2031, 2, "МБ")]
    assert found.measures[0].sources == ("РБ", "МБ")


@pytest.mark.parametrize("cell", ["РБ – 1,5; РБ – 2", "РБ – 1,5; МБ – по факту", "сад – 3"])
def test_sources_said_twice_or_without_an_amount_are_no_amounts(cell: str, tmp_path: Path) -> None:
    assert amounts(read([("МБ", cell, "5")], tmp_path)) == [(2032, 5, None)]
