"""Plans with a report on them beside: columns of what has been done, numbers left out, with commas or letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.records import Measure
from kzedu_graph.registry.resolving import Registry

RU = "План ухода за садами на 2031 год"
KK = "2031 жылға арналған бақ күтімі жоспары"


def read(tmp_path: Path, title: str, *rows: str) -> tuple[Measure, ...]:
    """A table whose cells a stroke parts."""
    cells = (row.split("|") for row in rows)
    body = "".join(f"<tr>{''.join(f'<td>{cell.strip()}</td>' for cell in row)}</tr>" for row in cells)
    path = tmp_path / "plan.html"
    path.write_text(f"<html><body><p>{title}</p><table>{body}</table></body></html>", "utf-8")
    return extract_file(path, Registry.load()).measures


def told(one: Measure) -> tuple[str, str, list[str], list[str]]:
    forms = [form.text for form in one.completion_form]
    return one.number, one.deadline_text, [party.text for party in one.responsible], forms


def test_a_column_of_what_was_done_takes_no_plan_s_place(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        RU,
        "№ | Мероприятие | Форма завершения | Плановый срок | Фактический срок | Ответственные | Статус исполнения | Фактический результат",
        "1 | Посадить липы | акт | май 2031 г. | июнь 2031 г. | Лесхоз | исполнено | 40 лип",
        "2 | Полить липы | отчет | июнь 2031 г. | | Лесхоз | в работе | полито",
    )
    assert list(map(told, found)) == [
        ("1", "май 2031 г.", ["Лесхоз"], ["акт"]),
        ("2", "июнь 2031 г.", ["Лесхоз"], ["отчет"]),
    ]


def test_kazakh_columns_of_what_was_done(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        KK,
        "р/с № | Іс-шара | Мерзімі | Жауаптылар | Аяқталу нысаны | Орындалу мәртебесі | Орындалу пайызы | Нақты орындалған мерзімі",
        "1 | Жөке отырғызу | 2031 жылғы мамыр | Бақ бөлімі | акт | орындалды | 100 | 2031 жылғы маусым",
        "2 | Жөке суару | 2031 жылғы маусым | Бақ бөлімі | есеп | орындалуда | 40 | ",
    )
    assert list(map(told, found)) == [
        ("1", "2031 жылғы мамыр", ["Бақ бөлімі"], ["акт"]),
        ("2", "2031 жылғы маусым", ["Бақ бөлімі"], ["есеп"]),
    ]


def test_of_two_times_that_counts_whose_title_says_a_deadline(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        RU,
        "№ | Мероприятие | Срок исполнения | Исполнители | Результат | Дата выполнения",
        "1 | Посадить липы | май | Лесхоз | акт | 05.05.2031",
        "2 | Полить липы | июнь | Лесхоз | отчет | ",
    )
    assert [one.deadline_text for one in found] == ["май", "июнь"]


@pytest.mark.parametrize(
    "row",
    [
        " | Обрезать липы | отчет | 10 рабочих дней | Лесхоз",
        " | Обрезать липы | отчет | весь период | Лесхоз",
        "2 | Обрезать липы | отчет | 10 рабочих дней | Лесхоз",
    ],
)
def test_a_row_that_says_all_is_a_measure_without_its_number(row: str, tmp_path: Path) -> None:
    titles = "№ | Мероприятие | Форма завершения | Срок | Ответственные"
    found = read(tmp_path, RU, titles, "1 | Полить липы | акт | май 2031 г. | Лесхоз", row)
    assert [one.name for one in found] == ["Полить липы", "Обрезать липы"]


def test_titles_that_are_said_again_in_part_are_no_measure(tmp_path: Path) -> None:
    titles = "№ | Мероприятие | Форма завершения | Срок | Ответственные"
    again = " | Мероприятия | Форма завершения | Сроки | Исполнители"
    found = read(tmp_path, RU, titles, "1 | Полить липы | акт | май 2031 г. | Лесхоз", again)
    assert [one.name for one in found] == ["Полить липы"]


def test_numbers_behind_a_group_or_with_a_comma(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        RU,
        "Цель | № | Мероприятие | Срок | Ответственные",
        "Сады | 1,1 | Полить липы | май 2031 г. | Лесхоз",
        " | | Обрезать липы | июнь 2031 г. | Лесхоз",
        "Луга | 2,1 | Косить траву | июль 2031 г. | Лесхоз",
    )
    assert [one.name for one in found] == ["Полить липы", "Обрезать липы", "Косить траву"]
    assert [found[0].number, found[2].number] == ["1.1", "2.1"]
