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


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Программа праздника сада:\n\n3 мая, среда, с 8.30 до 14.00 часов\n\nДень липы: посадка у пруда.\n\n"
            "4 мая, четверг, с 10.00 до 13.00\n\nДень песни: хор.\n\nПраздник проводит отдел садов.\n",
            [("3 мая", "День липы: посадка у пруда"), ("4 мая", "День песни: хор")],
        ),
        (
            "Бақ мерекесінің бағдарламасы\n\n3 мамыр, сәрсенбі, сағат 8.30-дан 14.00-ге дейін\n\nЖөке күні: егу.\n\n"
            "4 мамыр (бейсенбі)\n\nӘн күні: хор.\n",
            [("3 мамыр", "Жөке күні: егу"), ("4 мамыр", "Ән күні: хор")],
        ),
        (
            "Программа праздника:\n\n21 марта\n\n10.00 – открытие ярмарки;\n\n12.00-14.00 – концерт.\n\n22 марта\n\n"
            "11.00 – шествие;\n\n13.00 – гала-концерт.\n\nОрганизаторы ждут гостей.\n",
            [
                ("21 марта", "открытие ярмарки"),
                ("21 марта", "концерт"),
                ("22 марта", "шествие"),
                ("22 марта", "гала-концерт"),
            ],
        ),
    ],
)
def test_a_day_and_its_hours_above_an_event(
    text: str, events: list[tuple[str, str]], ending: str, tmp_path: Path
) -> None:
    assert [(one.deadline_text, one.name) for one in measures_of(text, tmp_path, ending)] == events


@pytest.mark.parametrize(
    "text",
    [
        "Праздник начался 2 мая. Он идет до 9 мая.\n3 мая, среда, с 8.30 до 14.00 часов\n"
        "День липы: посадка.\n4 мая, четверг, с 10.00 до 13.00 часов\nДень песни: хор.\n",
        "Встреча весны началась. По программе праздник прошел так:\n3 мая, среда\nДень липы.\n4 мая\nДень песни.\n",
        "Бақ мерекесі 3-4 мамыр аралығында өтеді:\n- 3 мамыр – «Жөке күні»\n- 4 мамыр – «Ән күні»\n",
        "ПЛАН\nработ в саду\n\n1. Создать штаб.\nпо уходу\nдо 1 марта\n\n2. Обойти ограды.\nи аллеи\n15 марта\n\n3. Полить розы.\n",
        "Программа праздника:\n\n21 марта\n\nПервый день праздника.\n\nВсе идут в сад.\n",
    ],
)
def test_news_of_a_feast_and_one_day_alone_are_no_plan(text: str, tmp_path: Path) -> None:
    assert not measures_of(text, tmp_path)
