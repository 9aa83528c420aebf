"""Rows set across that say more than one thing, or less: two indicators in one, a goal without a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

HEAD = {
    "ru": ("План садов на 2031 – 2033 годы", "№|Мероприятие|Форма завершения|Срок|Ответственные", "1|Сад|акт|май 2031 года|Завхоз"),
    "kk": ("Бақтар жоспары, 2031 – 2033 жылдар", "№|Іс-шара|Аяқталу нысаны|Мерзімі|Жауаптылар", "1|Бақ|акт|2031 жылғы мамыр|Завхоз"),
}  # fmt: skip


def read(lang: str, folder: Path, *across: str) -> Extraction:
    title, titles, row = HEAD[lang]
    cells = ("".join(f"<td>{cell}</td>" for cell in line.split("|")) for line in (titles, row))
    first, last = (f"<tr>{line}</tr>" for line in cells)
    middle = "".join(f'<tr><td colspan="5">{line}</td></tr>' for line in across)
    path = folder / "plan.html"
    path.write_text(f"<html><body><h1>{title}</h1><table>{first}{middle}{last}</table></body></html>", "utf-8")
    return extract_file(path, Registry.load())


@pytest.mark.parametrize("between", ["; ", ";<br>", "<br>"])
def test_two_indicators_of_one_row(between: str, tmp_path: Path) -> None:
    one = "Целевой индикатор 1. Доля садов: 2031 г. – 40 %, 2032 г. – 55 %"
    other = "Целевой индикатор 2. Число прудов (2031 год – 3; 2032 год – 5)"
    found = read("ru", tmp_path, "Направление 1. Сады", f"{one}{between}{other}")
    told = [(i.number, i.name, [(t.year, t.value) for t in i.targets]) for i in found.indicators]
    assert told == [("1", "Доля садов", [(2031, 40), (2032, 55)]), ("2", "Число прудов", [(2031, 3), (2032, 5)])]
    assert found.measures[0].indicators == ("1", "2")


def test_an_indicator_that_only_names_another_is_one(tmp_path: Path) -> None:
    found = read("ru", tmp_path, "Целевой индикатор 1. Сады, как в индикатор 2 плана (2031 год – 3; 2032 год – 5)")
    assert [i.number for i in found.indicators] == ["1"]


def test_a_goal_without_a_number_is_a_goal(tmp_path: Path) -> None:
    found = read("ru", tmp_path, "Цель: зеленые школы", "Задача 1. Посадка")
    assert [(group.kind, group.number, group.name) for group in found.groups] == [
        ("goal", "1", "зеленые школы"),
        ("task", "1", "Посадка"),
    ]
    assert (found.measures[0].goal, found.measures[0].task) == ("1", "1")


@pytest.mark.parametrize(
    ("lang", "name", "unit"),
    [
        ("ru", "Доля садов (%)", "%"),
        ("ru", "Доля садов, в %", "%"),
        ("ru", "Число садов, ед.", "единиц"),
        ("ru", "Стоимость саженца, тыс. тенге на одну школу", "тыс. тенге на одну школу"),
        ("kk", "Бақтар үлесі (%)", "%"),
        ("ru", "Сады, школы", None),
        ("ru", "Сады (все)", None),
    ],
)
def test_a_unit_inside_a_name(lang: str, name: str, unit: str | None, tmp_path: Path) -> None:
    titles = {"ru": "Целевые индикаторы", "kk": "Нысаналы индикаторлар"}[lang]
    path = tmp_path / "plan.md"
    head = HEAD[lang][0]
    path.write_text(f"# {head}\n\n| № | {titles} | 2031 | 2032 |\n|---|---|---|---|\n| 1 | {name} | 4 | 5 |\n", "utf-8")
    (indicator,) = extract_file(path, Registry.load()).indicators
    assert (indicator.name, indicator.unit) == (name, unit)
