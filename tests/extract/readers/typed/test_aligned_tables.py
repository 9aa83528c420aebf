"""Tables aligned by blanks alone: numbers glued to words, columns that drift, heads of several lines, rows apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.blocks import Table
from extract.texts import read_document

GLUED = """
N  наименование мероприятий       срок исполнения      ответственные исполнители
1.Посадить сады у всех            до 1 мая 2031 г.     Аким района
школ района
2.Проверить насосы,                июнь 2031 г.        Отдел водного
 вывезти\tстарые\tтрубы                                  хозяйства, без-
и сдать их                                             работные добровольцы
3. Полить аллеи                  ежемесячно          Лесхоз
парка в 2031 году
1.05. 31г. сменить
вахту
"""
KAZAKH = """
рет    Шаралардың атауы          орындау мерзімі         Орындауға  жауаптылар
N N
1. Мектептердің жанына           2031 жылғы 1 мамырға    Аудан әкімі
бақтар отырғызу                  дейін

2.Сорғыларды тексеру            тұрақты                Су шаруашылығы
                                                       бөлімі
"""
UNNUMBERED_HEAD = """
МЕРОПРИЯТИЯ                    ОТВЕТСТВЕННЫЕ            СРОКИ         ПРИМЕЧАНИЕ
                               ИСПОЛНИТЕЛИ              ИСПОЛНЕНИЯ
1. Разработать график
полива садов                  Отдел садов,              10.05.31г.
                              лесхоз
 2.Проверить насосы           Лесхоз                    постоянно
МЕРОПРИЯТИЯ                   ОТВЕТСТВЕННЫЕ       СРОКИ ИСПОЛНЕНИЯ  ПРИМЕЧАНИЕ
                              ИСПОЛНИТЕЛИ
                              и аким района

3.Полить аллеи                Аким района         июнь
"""


def read(table: str, tmp_path: Path, lang: str = "ru", *, name: str = "plan.md") -> list[list[str]]:
    title = {"ru": "# План мероприятий по уходу за садами", "kk": "# Бақтарды күту жөніндегі іс-шаралар жоспары"}[lang]
    mark = "```" if name.endswith("md") else ""
    path = tmp_path / name
    path.write_text(f"{title}\n\n{mark}\n{table.strip(chr(10))}\n{mark}\n", "utf-8")
    tables = [block for block in read_document(path).blocks if isinstance(block, Table)]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


@pytest.mark.parametrize("name", ["plan.md", "plan.txt"])
def test_numbers_glued_to_words_and_columns_that_drift(name: str, tmp_path: Path) -> None:
    assert read(GLUED, tmp_path, name=name) == [
        ["N", "наименование мероприятий", "срок исполнения", "ответственные исполнители"],
        ["1.", "Посадить сады у всех школ района", "до 1 мая 2031 г.", "Аким района"],
        [
            "2.",
            "Проверить насосы, вывезти старые трубы и сдать их",
            "июнь 2031 г.",
            "Отдел водного хозяйства, безработные добровольцы",
        ],
        ["3.", "Полить аллеи парка в 2031 году 1.05. 31г. сменить вахту", "ежемесячно", "Лесхоз"],
    ]


def test_a_head_of_two_lines_in_kazakh(tmp_path: Path) -> None:
    assert read(KAZAKH, tmp_path, "kk")[1:] == [
        ["1.", "Мектептердің жанына бақтар отырғызу", "2031 жылғы 1 мамырға дейін", "Аудан әкімі"],
        ["2.", "Сорғыларды тексеру", "тұрақты", "Су шаруашылығы бөлімі"],
    ]


def test_a_head_that_a_page_repeats_inside_a_row(tmp_path: Path) -> None:
    assert read(UNNUMBERED_HEAD, tmp_path) == [
        ["МЕРОПРИЯТИЯ", "ОТВЕТСТВЕННЫЕ ИСПОЛНИТЕЛИ", "СРОКИ ИСПОЛНЕНИЯ", "ПРИМЕЧАНИЕ"],
        ["1. Разработать график полива садов", "Отдел садов, лесхоз", "10.05.31г.", ""],
        ["2. Проверить насосы", "Лесхоз и аким района", "постоянно", ""],
        ["3. Полить аллеи", "Аким района", "июнь", ""],
    ]


def test_parts_and_what_stands_below(tmp_path: Path) -> None:
    table = """
№    Мероприятия              Срок           Исполнители
I. Сады
1.   Посадить сады            май 2031 г.    Аким района
2.   Полить сады              июнь 2031 г.   Лесхоз

II. Насосы
3.   Проверить насосы         июль 2031 г.   Лесхоз

Примечание: лесхоз отчитывается о каждом саде в конце года перед акимом
"""
    assert [row[0] for row in read(table, tmp_path)] == ["№", "I. Сады", "1.", "2.", "II. Насосы", "3."]


def test_numbers_of_two_parts_under_headings(tmp_path: Path) -> None:
    table = """
№    Мероприятия              Срок           Исполнители
1. Сады
1.1. Посадить сады            май 2031 г.    Аким района
1.2. Полить сады              июнь 2031 г.   Лесхоз
2. Насосы
2.1. Проверить насосы         июль 2031 г.   Лесхоз
"""
    found = read(table, tmp_path)
    assert [row[0] for row in found[1:]] == ["1. Сады", "1.1.", "1.2.", "2. Насосы", "2.1."]
    assert found[-1] == ["2.1.", "Проверить насосы", "июль 2031 г.", "Лесхоз"]


def test_rows_without_numbers_apart_by_blank_lines(tmp_path: Path) -> None:
    table = """
Мероприятия                   Сроки            Ответственные
Посадить сады                 май 2031 г.      Аким района
у школ

Полить сады                   июнь 2031 г.     Лесхоз
"""
    assert read(table, tmp_path)[1:] == [
        ["Посадить сады у школ", "май 2031 г.", "Аким района"],
        ["Полить сады", "июнь 2031 г.", "Лесхоз"],
    ]


def test_members_of_a_commission_are_no_table(tmp_path: Path) -> None:
    table = """
Садовников Тимур          - аким района,
Липович                     председатель комиссии

Аллеева Роза              - директор лесхоза, ответственная за сроки
"""
    assert read(table, tmp_path) == []
