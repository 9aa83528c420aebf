"""Rows whose cells have run together are parted where a time and persons tell it surely."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

TEXT = """План ухода за садом на 2031 год
№ п/п Наименование мероприятия Срок исполнения Ответственные
Уход за розами
1. Посадить розы у ворот май-июнь Липова А.Б., Кленов В.Г.
2. Полить аллею и собрать листья
за оградой в течение года садовник
Итоги
3. Открыть выставку до 15 мая 2031 года завхоз, библиотекарь
Директор сада Садов А.А.
"""
KAZAKH = """2031 жылға арналған бақ жұмысының жоспары
№ Іс-шара Жұмыс нышаны Өткізу уақыты Жауаптылар
1. Бақты суару (гүлдер, ағаштар) жыл бойы Липов С.В., Кленов О.П.
2. Гүл отырғызу сәуір- қыркүйек Липов С.В.
"""
TIME_LAST = """План сада на 2031 год
№ Мероприятие Ответственные Срок
1 Полить розы Липов А.Б. май
2 Обойти аллею Кленова В.Г., Садов А.А. до 5 июня
"""


def found_in(text: str, folder: Path, ending: str = "txt") -> Extraction:
    path = folder / f"plan.{ending}"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            TEXT,
            [
                ("Посадить розы у ворот", "май-июнь", ["Липова А.Б.", "Кленов В.Г."]),
                ("Полить аллею и собрать листья за оградой", "в течение года", ["садовник"]),
                ("Открыть выставку", "до 15 мая 2031 года", ["завхоз", "библиотекарь"]),
            ],
        ),
        (
            KAZAKH,
            [
                ("Бақты суару (гүлдер, ағаштар)", "жыл бойы", ["Липов С.В.", "Кленов О.П."]),
                ("Гүл отырғызу", "сәуір-қыркүйек", ["Липов С.В."]),
            ],
        ),
        (
            TIME_LAST,
            [
                ("Полить розы", "май", ["Липов А.Б."]),
                ("Обойти аллею", "до 5 июня", ["Кленова В.Г.", "Садов А.А."]),
            ],
        ),
    ],
)
def test_rows_are_parted(text: str, rows: list[tuple[str, str, list[str]]], ending: str, tmp_path: Path) -> None:
    found = found_in(text, tmp_path, ending)
    told = [(one.name, one.deadline_text, [party.text for party in one.responsible]) for one in found.measures]
    assert told == rows
    assert found.source.title == text.splitlines()[0]


def test_a_row_that_nothing_parts_is_a_finding(tmp_path: Path) -> None:
    found = found_in(TEXT.replace("в течение года садовник", "когда-нибудь"), tmp_path)
    assert "row-damaged" in {one.code for one in found.findings}
    assert {one.deadline_text for one in found.measures} == {"май-июнь", "", "до 15 мая 2031 года"}


def test_where_most_rows_are_not_parted_none_is(tmp_path: Path) -> None:
    text = TIME_LAST.replace(" Липов А.Б. май", " все скоро").replace(" до 5 июня", "")
    found = found_in(text, tmp_path)
    assert not found.measures
    assert {"table-not-read", "no-plan"} & {one.code for one in found.findings}


def test_points_below_the_rows_are_no_rows(tmp_path: Path) -> None:
    text = TIME_LAST + "Контроль:\n3. Садовники обязаны сдать лейки до 25 мая.\n4. Завхоз обязан закрыть склад.\n"
    found = found_in(text, tmp_path)
    assert [one.number for one in found.measures] == ["1", "2"]
    assert [one.bearer_text for one in found.provisions] == ["Садовники", "Завхоз"]


def test_where_no_row_is_told_the_words_stay(tmp_path: Path) -> None:
    text = (
        "План сада на 2031 год\n\n№ Мероприятие Срок Ответственные\n"
        "1. Завхозу закупить лейки для всех аллей с помощью друзей сада\n"
        "2. Садовникам провести беседы о пользе роз со всеми гостями\n"
        "3. Кладовщикам обойти аллеи у ворот\n"
    )
    found = found_in(text, tmp_path)
    assert [one.bearer_text for one in found.provisions] == ["Завхозу", "Садовникам", "Кладовщикам"]


@pytest.mark.parametrize(
    ("row", "name", "time"),
    [
        ("Отметить День сада 9 мая май Липов А.Б.", "Отметить День сада 9 мая", "май"),
        ("Принять отчёты за январь-март апрель Липов А.Б.", "Принять отчёты за январь-март", "апрель"),
        ("Составить план на 2032 год декабрь Липов А.Б.", "Составить план на 2032 год", "декабрь"),
        ("Составить план на 2032 год до 5 июня Липов А.Б.", "Составить план на 2032 год", "до 5 июня"),
        ("Полить розы с 1 мая по 5 июня Липов А.Б.", "Полить розы", "с 1 мая по 5 июня"),
        ("Полить розы май 2031 года Липов А.Б.", "Полить розы", "май 2031 года"),
    ],
)
def test_a_time_of_the_name_is_no_deadline(row: str, name: str, time: str, tmp_path: Path) -> None:
    text = f"План сада на 2031 год\n№ Мероприятие Срок Ответственные\n1. {row}\n2. Обойти сад июнь Кленов В.Г.\n"
    first = found_in(text, tmp_path).measures[0]
    assert (first.name, first.deadline_text) == (name, time)
