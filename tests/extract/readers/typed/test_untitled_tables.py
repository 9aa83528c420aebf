"""Tables aligned by blanks without any titles: what stands in the columns tells what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.blocks import Table
from extract.texts import read_document

LAID_OUT = """
1. Посадить сады во всех         II-III кварталы 2031 г. Аким района,
   селах района                                          лесхозы
2. Полить сады                   постоянно             Отдел вод
3. Сдать отчет в срок            ежеквартально
Начальник отдела                        А. Садов
"""
WHO_FIRST = """
1) Посадить сады у школ      Аким района         май 2031 г.
2) Полить сады               Отдел водного       в течение года
                             хозяйства
"""
BY_CAPITALS = """
Посадить сады во всех        май 2031 г.       Аким района
селах района
Полить сады                  постоянно         Лесхозы
Собрать яблоки у школ        сентябрь 2031 г.  Школы района
"""
KAZAKH = """
1.Мектептердің жанына         2031 жылғы 2-3 тоқсан Аудан әкімі,
бақтар отырғызу                                     лесхоз
2. Бақтарды суару             2 айда 1 рет        Бақ бөлімі
3.Есеп тапсыру                тоқсан сайын        Бақ бөлімі
"""
FOUR = """
1. Посадить сады во всех    отчет       Аким района     май 2031 г.
   селах района
2. Полить сады              отчет       Лесхоз          постоянно
3. Собрать яблоки           информация  Школы           сентябрь
"""
AMOUNTS = """
1. Налог на сады             2031         4500
2. Налог на клумбы           2032         5500
"""
MEMBERS = """
1. Садов И.П.             12.05.2031 г.    аким района
2. Яблоков П.И.           13.05.2031 г.    учитель
"""


def read(table: str, tmp_path: Path, title: str = "План мероприятий по уходу за садами") -> list[list[str]]:
    path = tmp_path / "plan.md"
    path.write_text(f"# {title}\n\n```\n{table.strip(chr(10))}\n```\n", "utf-8")
    tables = [block for block in read_document(path).blocks if isinstance(block, Table)]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def test_terms_and_bodies_tell_the_columns(tmp_path: Path) -> None:
    assert read(LAID_OUT, tmp_path) == [
        ["№", "Мероприятия", "Срок", "Ответственные"],
        ["1.", "Посадить сады во всех селах района", "II-III кварталы 2031 г.", "Аким района, лесхозы"],
        ["2.", "Полить сады", "постоянно", "Отдел вод"],
        ["3.", "Сдать отчет в срок", "ежеквартально", ""],
    ]


def test_bodies_may_stand_before_terms(tmp_path: Path) -> None:
    assert read(WHO_FIRST, tmp_path) == [
        ["№", "Мероприятия", "Ответственные", "Срок"],
        ["1)", "Посадить сады у школ", "Аким района", "май 2031 г."],
        ["2)", "Полить сады", "Отдел водного хозяйства", "в течение года"],
    ]


def test_capitals_open_rows_without_numbers(tmp_path: Path) -> None:
    assert read(BY_CAPITALS, tmp_path)[:2] == [
        ["Мероприятия", "Срок", "Ответственные"],
        ["Посадить сады во всех селах района", "май 2031 г.", "Аким района"],
    ]


def test_kazakh_rows_and_terms_not_known(tmp_path: Path) -> None:
    assert read(KAZAKH, tmp_path, "Бақтарды күту жөніндегі іс-шаралар жоспары") == [
        ["№", "Іс-шаралар", "Мерзімі", "Жауаптылар"],
        ["1.", "Мектептердің жанына бақтар отырғызу", "2031 жылғы 2-3 тоқсан", "Аудан әкімі, лесхоз"],
        ["2.", "Бақтарды суару", "2 айда 1 рет", "Бақ бөлімі"],
        ["3.", "Есеп тапсыру", "тоқсан сайын", "Бақ бөлімі"],
    ]


def test_forms_of_completion_in_a_column_of_their_own(tmp_path: Path) -> None:
    assert read(FOUR, tmp_path)[0] == ["№", "Мероприятия", "Форма завершения", "Ответственные", "Срок"]


@pytest.mark.parametrize(
    ("table", "title"),
    [
        (AMOUNTS, "План доходов"),
        (MEMBERS, "Состав штаба по плану мероприятий"),
        (LAID_OUT, "Сведения о садах"),
        (KAZAKH, "Бақтар туралы мәлімет"),
    ],
    ids=["amounts", "members", "no plan", "no plan in Kazakh"],
)
def test_no_plan_of_other_columns(table: str, title: str, tmp_path: Path) -> None:
    assert not read(table, tmp_path, title)
