"""Money of a measure in columns of its own, a source each, also below years or above them."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.finders.plan.columns.sources import source_of_title
from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

BEFORE = ("№", "Мероприятие", "Форма завершения", "Срок", "Исполнители")
ROW = ("1", "Посадить сад", "акт", "2032 год", "Лесхоз")


def read(head: list[list[tuple[str, int]]], amounts: tuple[str, ...], folder: Path) -> Extraction:
    """A page with one plan; each title of the money has the number of columns it is set across."""
    first, *more = head
    deep = len(head)
    lines = ["".join(f'<th rowspan="{deep}">{title}</th>' for title in BEFORE) + titles(first), *map(titles, more)]
    lines.append("".join(f"<td>{cell}</td>" for cell in (*ROW, *amounts)))
    lines.append("".join(f"<td>{cell}</td>" for cell in ("2", *ROW[1:], *("-" for _ in amounts))))
    path = folder / "plan.html"
    rows = "".join(f"<tr>{line}</tr>" for line in lines)
    path.write_text(f"<html><body><h1>План ухода за садом на 2031-2032 годы</h1><table>{rows}</table></body></html>")
    return extract_file(path, Registry.load())


def titles(row: list[tuple[str, int]]) -> str:
    return "".join(f'<th colspan="{columns}">{title}</th>' for title, columns in row)


def amounts(found: Extraction) -> list[tuple[int | None, float, str | None]]:
    return [(one.year, one.amount, one.source) for one in found.measures[0].funding or ()]


def test_sources_stand_beneath_a_title_of_money(tmp_path: Path) -> None:
    head = [
        [("Объем финансирования, млн тенге", 4)],
        [("РБ", 1), ("МБ", 1), ("Внебюджетные средства", 1), ("Всего", 1)],
    ]
    found = read(head, ("1 250,5", "139", "-", "1 389,5"), tmp_path)
    assert amounts(found) == [(None, 1250.5, "РБ"), (None, 139, "МБ")]
    assert found.measures[0].sources == ("РБ", "МБ")
    assert found.measures[1].funding is None
    assert "sources-do-not-add-up" not in {finding.code for finding in found.findings}


def test_a_sum_that_its_sources_do_not_come_to_is_told(tmp_path: Path) -> None:
    head = [[("Расходы, млн тенге", 3)], [("РБ", 1), ("МБ", 1), ("Всего", 1)]]
    found = read(head, ("1", "2", "4"), tmp_path)
    assert [finding.words for finding in found.findings if finding.code == "sources-do-not-add-up"] == ["4"]


def test_a_sum_alone_is_the_amount(tmp_path: Path) -> None:
    head = [[("Расходы, млн тенге", 3)], [("РБ", 1), ("МБ", 1), ("Всего", 1)]]
    assert amounts(read(head, ("", "", "4"), tmp_path)) == [(None, 4, None)]


def test_sources_stand_beside_one_another(tmp_path: Path) -> None:
    head = [[("Республиканский бюджет, тыс. тенге", 1), ("Местный бюджет, тыс. тенге", 1)]]
    found = amounts(read(head, ("1500", "250"), tmp_path))
    assert found == [(None, 1.5, "Республиканский бюджет"), (None, 0.25, "Местный бюджет")]


def test_sources_stand_beneath_years(tmp_path: Path) -> None:
    head = [
        [("2031 год, млн тенге", 3), ("2032 год, млн тенге", 2)],
        [("РБ", 1), ("МБ", 1), ("Всего", 1), ("РБ", 1), ("МБ", 1)],
    ]
    found = amounts(read(head, ("1", "2", "3", "4", "5"), tmp_path))
    assert found == [(2031, 1, "РБ"), (2031, 2, "МБ"), (2032, 4, "РБ"), (2032, 5, "МБ")]


def test_sources_stand_beneath_years_beneath_a_title_of_money(tmp_path: Path) -> None:
    head = [
        [("Объем финансирования, тыс. тенге", 4)],
        [("2031 год", 2), ("2032 год", 2)],
        [("РБ", 1), ("МБ", 1), ("РБ", 1), ("МБ", 1)],
    ]
    found = amounts(read(head, ("1000", "-", "3000", "500"), tmp_path))
    assert found == [(2031, 1, "РБ"), (2032, 3, "РБ"), (2032, 0.5, "МБ")]


def test_years_stand_beneath_sources(tmp_path: Path) -> None:
    head = [[("РБ, млн тенге", 2), ("МБ, млн тенге", 2)], [("2031", 1), ("2032", 1), ("2031", 1), ("2032", 1)]]
    found = amounts(read(head, ("1", "2", "-", "4"), tmp_path))
    assert found == [(2031, 1, "РБ"), (2032, 2, "РБ"), (2032, 4, "МБ")]


@pytest.mark.parametrize(
    ("title", "lang", "source"),
    [
        ("РБ", "ru", "РБ"),
        ("Местный бюджет (млн тенге)", "ru", "Местный бюджет"),
        ("средства инвесторов", "ru", "средства инвесторов"),
        ("ЖБ", "kk", "ЖБ"),
        ("Жеке инвестициялар, млн теңге", "kk", "Жеке инвестициялар"),
        ("Всего", "ru", None),
        ("Источник финансирования", "ru", None),
        ("Бюджет", "ru", None),
        ("Примечание", "ru", None),
    ],
)
def test_titles_that_name_a_source(title: str, lang: str, source: str | None) -> None:
    assert source_of_title(title, lang) == source
