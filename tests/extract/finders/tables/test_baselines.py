"""Initial values without a year are those of the year before the first one beside them, and a finding says so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry


def read(rows: Sequence[str], folder: Path) -> Extraction:
    path = folder / "goals.html"
    path.write_text(
        "<html><body><h1>Показатели садов</h1><table>" + "".join(f"<tr>{row}</tr>" for row in rows), "utf-8"
    )
    return extract_file(path, Registry.load())


def cells(*words: str) -> str:
    return "".join(f"<td>{word}</td>" for word in words)


def down(*words: str) -> str:
    return "".join(f'<td rowspan="2">{word}</td>' for word in words)


def values(found: Extraction) -> list[list[tuple[int, float | None, str]]]:
    return [[(each.year, each.value, each.status) for each in one.targets] for one in found.indicators]


EXPECTED = [[(2030, 10.0, "actual"), (2031, 20.0, "plan"), (2032, 30.0, "plan")]]


@pytest.mark.parametrize("title", ["Исходный уровень", "Базовое значение", "Начальный показатель"])
def test_initial_values_beside_years(title: str, tmp_path: Path) -> None:
    found = read(
        [
            cells("№", "Показатель", "Ед. изм.", title, "2031 год", "2032 год"),
            cells("1", "Сады", "шт.", "10", "20", "30"),
        ],
        tmp_path,
    )
    assert values(found) == EXPECTED
    (said,) = (finding for finding in found.findings if finding.code == "baseline-year-supposed")
    assert said.words == title
    assert found.text[said.spans[0].start : said.spans[0].end] == title


@pytest.mark.parametrize("title", ["Алғашқы деңгейі", "Бастапқы мәні", "Базалық көрсеткіш"])
def test_initial_values_beside_a_title_over_years(title: str, tmp_path: Path) -> None:
    found = read(
        [
            down("№", "Көрсеткіштің атауы", "Өлшем бірлігі", title) + '<td colspan="2">Жылдар бойынша</td>',
            cells("2031", "2032"),
            cells("1", "Бақтар", "дана", "10", "20", "30"),
        ],
        tmp_path,
    )
    assert values(found) == EXPECTED


def test_a_title_with_a_year_of_its_own_stays(tmp_path: Path) -> None:
    found = read(
        [
            cells("№", "Показатель", "Ед. изм.", "Базовое значение (2028 год)", "2031 год", "2032 год"),
            cells("1", "Сады", "шт.", "10", "20", "30"),
        ],
        tmp_path,
    )
    assert values(found)[0][0] == (2028, 10.0, "actual")
    assert not [finding for finding in found.findings if finding.code == "baseline-year-supposed"]


def test_names_alike_below_words_that_lead_them_in(tmp_path: Path) -> None:
    found = read(
        [
            cells("Показатель", "Ед. изм.", "2031", "2032"),
            '<td colspan="4">Площадь садов:</td>',
            cells("I район", "га", "1", "2"),
            '<td colspan="4">Площадь парков:</td>',
            cells("I район", "га", "3", "4"),
        ],
        tmp_path,
    )
    assert [one.name for one in found.indicators] == ["Площадь садов: I район", "Площадь парков: I район"]
