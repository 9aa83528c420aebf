"""Events told day by day below a line that says they are a plan are measures; others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.records import Measure
from kzedu_graph.registry.resolving import Registry


def measures_of(text: str, folder: Path, ending: str = "txt") -> tuple[Measure, ...]:
    path = folder / f"page.{ending}"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load()).measures


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Программа недели сада:\n\n5 мая – открытие выставки роз;\n6-8 мая: конкурс рисунков;\n"
            "с 10 по 15 мая – посадка аллеи;\n16 мая, 11.00 – подведение итогов.\n",
            [
                ("5 мая", "открытие выставки роз"),
                ("6-8 мая", "конкурс рисунков"),
                ("с 10 по 15 мая", "посадка аллеи"),
                ("16 мая", "подведение итогов"),
            ],
        ),
        (
            "Бақ апталығының іс-шаралар жоспары:\n\n5 мамыр – «Гүлім – гүл» көрмесі;\n6-мамыр – сурет байқауы;\n"
            "7 мамыр күні – гүл отырғызу.\n",
            [("5 мамыр", "«Гүлім – гүл» көрмесі"), ("6-мамыр", "сурет байқауы"), ("7 мамыр күні", "гүл отырғызу")],
        ),
        (
            "План декады сада\n\n1. 24 ноября. Общая линейка. Начало декады.\n2. 25 -26 ноября. Конкурс роз.\n",
            [("24 ноября", "Общая линейка. Начало декады"), ("25 -26 ноября", "Конкурс роз")],
        ),
    ],
)
def test_days_and_their_events(text: str, events: list[tuple[str, str]], ending: str, tmp_path: Path) -> None:
    assert [(one.deadline_text, one.name) for one in measures_of(text, tmp_path, ending)] == events


def test_a_day_above_its_events(tmp_path: Path) -> None:
    text = "Программа праздника сада\n\n20 мая\n- концерт на площади\n- ярмарка\n21 мая (среда)\n- посадка деревьев\n"
    told = [(one.deadline_text, one.name) for one in measures_of(text, tmp_path)]
    assert told == [("20 мая", "концерт на площади"), ("20 мая", "ярмарка"), ("21 мая", "посадка деревьев")]


def test_a_label_tells_who_answers(tmp_path: Path) -> None:
    text = "План недели сада\n\n5 мая – выставка роз (отв.: Липова А.Б.);\n6 мая – полив. Ответственные: завхоз, садовник.\n"
    one, other = measures_of(text, tmp_path)
    assert (one.name, [party.text for party in one.responsible]) == ("выставка роз", ["Липова А.Б."])
    assert (other.name, [party.text for party in other.responsible]) == ("полив", ["завхоз", "садовник"])


@pytest.mark.parametrize(
    "text",
    [
        "В рамках программы недели прошли мероприятия:\n5 мая – открытие выставки роз;\n6 мая – конкурс рисунков.\n",
        "Календарь памятных дат:\n\n1 сентября – День знаний;\n5 октября – День учителя.\n",
        "Бақ апталығы бағдарламасы бойынша іс-шаралар өтті:\n\n5 мамыр – көрме ашылуы;\n6 мамыр – сурет байқауы.\n",
        "Дни рождения садовников:\n\n5 мая – Липов А.Б.;\n6 мая – Кленов В.Г.\n",
        "План ухода за садом\n\n5 роз – красные розы;\n6 лип – старые липы.\n",
    ],
)
def test_what_is_no_plan(text: str, tmp_path: Path) -> None:
    assert not measures_of(text, tmp_path)
