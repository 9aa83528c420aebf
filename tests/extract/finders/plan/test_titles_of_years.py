"""Years as titles of columns: with words beside them, in three rows, below what was and what is planned."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.title_years import year_of_title
from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry


def read(table: str, folder: Path, lang: str = "ru") -> Extraction:
    """A table of HTML; a cell that ends in "*n" is set across n columns, one that ends in "^n" down n rows."""
    rows = []
    for line in table.strip().splitlines():
        cells = []
        for cell in line.split("|"):
            words, _, down = cell.strip().partition("^")
            words, _, wide = words.partition("*")
            cells.append(f'<td colspan="{wide or 1}" rowspan="{down or 1}">{words}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    head = {"ru": "План садов на 2031 – 2033 годы", "kk": "Бақтардың 2031 – 2033 жылдарға арналған жоспары"}[lang]
    path = folder / "plan.html"
    path.write_text(f"<html><body><h1>{head}</h1><table>{''.join(rows)}</table></body></html>", "utf-8")
    return extract_file(path, Registry.load())


@pytest.mark.parametrize(
    ("lang", "title", "told"),
    [
        ("ru", "План 2031", ("2031", False)),
        ("ru", "План на 2031 год", ("2031", False)),
        ("ru", "Факт 2030 года", ("2030", True)),
        ("ru", "Базовое значение (2030 год)", ("2030", True)),
        ("ru", "Базовое значение, 2030 г.", ("2030", True)),
        ("kk", "2031 жылға жоспар", ("2031", False)),
        ("kk", "Базалық мәні (2030 жыл)", ("2030", True)),
        ("ru", "План на 01.01.2031", None),
        ("ru", "Закон 2031 года", None),
        ("ru", "План 2031 и 2032", None),
    ],
)
def test_words_beside_a_year(lang: str, title: str, told: tuple[str, bool] | None) -> None:
    assert year_of_title(title, lang) == told


def test_a_table_of_plans_and_facts_is_one_of_indicators(tmp_path: Path) -> None:
    found = read("№|Показатель|Ед. изм.|Факт 2030 года|План 2031|План 2032\n1|Сады|%|5|не менее 6|7", tmp_path)
    (indicator,) = found.indicators
    told = [(target.year, target.value, target.status, target.bound) for target in indicator.targets]
    assert told == [(2030, 5, "actual", None), (2031, 6, "plan", "min"), (2032, 7, "plan", None)]


@pytest.mark.parametrize(
    "above",
    ["Есепті кезең*2|Жоспарлы кезең*3", "Есепті кезең|Есепті кезең|Жоспарлы кезең|Жоспарлы кезең|Жоспарлы кезең"],
)
def test_years_stand_below_what_was_and_what_is_planned(above: str, tmp_path: Path) -> None:
    titles = f"№^2|Нысаналы индикатор^2|Өлшем бірлігі^2|{above}\n2029 ж.|2030 ж.|2031 ж.|2032 ж.|2033 ж."
    found = read(f"{titles}\n1|Бақтар|%|1|2|3|4|5", tmp_path, "kk")
    (indicator,) = found.indicators
    assert [target.status for target in indicator.targets] == ["actual"] * 2 + ["plan"] * 3


MONEY = """
№^3|Мероприятие^3|Форма завершения^3|Срок^3|Ответственные^3|Расходы, млн тенге*4|Источники финансирования^3
Всего^2|в том числе по годам*3
2031|2032|2033
1|2|3|4|5|6|7|8|9|10
1|Сад|акт|2031 год|Завхоз|6|1|2|3|местный бюджет
"""


def test_titles_in_three_rows(tmp_path: Path) -> None:
    (measure,) = read(MONEY, tmp_path).measures
    assert measure.funding
    assert [(one.year, one.amount) for one in measure.funding] == [(None, 6), (2031, 1), (2032, 2), (2033, 3)]
    assert measure.sources == ("местный бюджет",)


@pytest.mark.parametrize("money", ["15*4", "15|15*3"])
def test_a_sum_set_across_the_years_is_of_no_year(money: str, tmp_path: Path) -> None:
    found = read(f"{MONEY}2|Пруд|акт|2032 год|Завхоз|{money}|местный бюджет", tmp_path)
    measure = found.measures[1]
    assert measure.funding
    assert [(one.year, one.amount) for one in measure.funding] == [(None, 15)]
    assert measure.sources == ("местный бюджет",)
    assert not any(finding.code in ("row-damaged", "amount-not-understood") for finding in found.findings)


def test_two_sums_that_differ_are_not_understood(tmp_path: Path) -> None:
    found = read(f"{MONEY}2|Пруд|акт|2032 год|Завхоз|15|14*3|местный бюджет", tmp_path)
    assert "row-damaged" in {finding.code for finding in found.findings}


def test_words_over_all_that_a_row_says_are_nobody(tmp_path: Path) -> None:
    rows = "№|Мероприятие|Форма завершения|Срок|Ответственные\n1|Сад|акт|май|Завхоз\n2|Пруд|При поломке|При поломке|При поломке"
    assert [[party.text for party in one.responsible] for one in read(rows, tmp_path).measures] == [["Завхоз"], []]


def test_a_finding_about_a_table_has_all_its_titles(tmp_path: Path) -> None:
    found = read("№^2|Мероприятие^2|Срок^2|Расходы, млн тенге*2\n2031|2032\n1|Сад|май|1|2", tmp_path)
    told = next(finding for finding in found.findings if finding.code == "no-column-responsible")
    assert "Мероприятие" in told.words
    assert "2032" in told.words
