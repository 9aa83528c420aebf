"""Tables without numbers, run together or broken over lines, are read where a time and somebody part their rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

KAZAKH = """Мемлекеттік тіл

БЕКІТЕМІН:

Мектеп директоры________А. Садық

2031ж. 12-22 мамыр аралығындағы

«Гүлзар – жүрегіміздің төрінде гүлдейді!»

онкүндік іс-шарасының

ЖОСПАРЫ

Мектеп Жұмыстың мазмұны Өткізу түрі Өткізу күні Жауаптылар


«Бақ ауданы білім бөлімінің

№5 жалпы білім беретін мектебі» КММ

Онкүндіктің ашылуы «Гүлзар – төрімізде!» Салтанатты жиын 12.05 директордың орынбасары Липова А.Б.
ЖМЦ сабақтарында гүлдер туралы айту Биология сабағы

«Гүл»

7 сынып

13.05 Кленова Қ.У.

(курстан өтті)

«Rose club»   Викторина

5-6 сыныптар

14.05 Садов Е.В.
"""
TIME_FIRST = """План проведения недели сада
с 12 по 16 мая 2031 года

Дата Мероприятие Ответственный
12.05 Открытие недели. Выставка роз Липова А.Б.
13.05 Конкурс рисунков
«Наш сад» Кленов В.Г.,
Липова А.Б.
14.05-15.05 Посадка лип Садов А.А.
"""
TITLES_ON_LINES = """План декады садоводства на 2030-2031 учебный год

Мероприятие
Дата
Ответственные

Открытие декады 12 мая завуч Липова А.Б.
Выставка рисунков «Мой сад» 13.05 классные руководители
"""
CLASSES = """Бақ апталығының жоспары
2031 жыл 5-9 мамыр

Іс-шара атауы Сыныбы Күні Жауапты мұғалім
Гүл көрмесі 5-6 сыныптар 05.05 Липова А.Б.
Қорытынды барлық сыныптар 09.05 директордың орынбасары Садов А.А.
"""


def found_in(text: str, folder: Path, ending: str = "txt") -> Extraction:
    path = folder / f"plan.{ending}"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            KAZAKH,
            [
                ("Онкүндіктің ашылуы «Гүлзар – төрімізде!»", "2031-05-12", ["директордың орынбасары Липова А.Б."]),
                ("ЖМЦ сабақтарында гүлдер туралы айту", "2031-05-13", ["Кленова Қ.У. (курстан өтті)"]),
                ("«Rose club»", "2031-05-14", ["Садов Е.В."]),
            ],
        ),
        (
            TIME_FIRST,
            [
                ("Открытие недели. Выставка роз", "2031-05-12", ["Липова А.Б."]),
                ("Конкурс рисунков «Наш сад»", "2031-05-13", ["Кленов В.Г.", "Липова А.Б."]),
                ("Посадка лип", "2031-05-14/2031-05-15", ["Садов А.А."]),
            ],
        ),
        (
            TITLES_ON_LINES,
            [
                ("Открытие декады", "2031-05-12", ["завуч Липова А.Б."]),
                ("Выставка рисунков «Мой сад»", "2031-05-13", ["классные руководители"]),
            ],
        ),
        (
            CLASSES,
            [
                ("Гүл көрмесі", "2031-05-05", ["Липова А.Б."]),
                ("Қорытынды", "2031-05-09", ["директордың орынбасары Садов А.А."]),
            ],
        ),
    ],
)
def test_rows_are_parted(text: str, rows: list[tuple[str, str, list[str]]], tmp_path: Path) -> None:
    found = found_in(text, tmp_path).measures
    told = [(one.name, *(one.period.due if one.period else ()), [who.text for who in one.responsible]) for one in found]
    assert told == rows


def test_a_title_over_several_lines(tmp_path: Path) -> None:
    title = "«Гүлзар – жүрегіміздің төрінде гүлдейді!» онкүндік іс-шарасының ЖОСПАРЫ"
    assert found_in(KAZAKH, tmp_path).source.title == title


def test_a_row_that_nothing_parts_is_a_finding(tmp_path: Path) -> None:
    text = """План недели сада на 2031 год

Мероприятие Форма проведения Дата Ответственный
Открытие недели Линейка 12.05 Липова А.Б.
«Мой сад» Выставка рисунков 13.05 Кленов В.Г.
Поход в Ботанический сад 14.05 Садов А.А.
"""
    found = found_in(text, tmp_path)
    assert [one.name for one in found.measures] == ["Открытие недели", "«Мой сад»"]
    assert "row-not-understood" in {one.code for one in found.findings}


def test_a_line_above_a_row_is_of_it_only_where_that_is_sure(tmp_path: Path) -> None:
    text = """План недели сада на 2031 год

Мероприятия Сроки Исполнители
Организационная работа:
Создать штаб до 1 мая завхоз
Обойти аллеи
и дворы до 5 мая завхоз, сторож
Летняя работа
Полить розы 10 мая сторож
"""
    found = found_in(text, tmp_path)
    assert [one.name for one in found.measures] == ["Создать штаб", "Обойти аллеи и дворы"]


@pytest.mark.parametrize(
    "text",
    [
        "Календарь сада\n\nОтветственные за мероприятия и сроки известны всем.\n"
        "Полив идет до 5 мая, отвечает Липова А.Б.\nОбход идет до 10 мая, отвечает Кленова В.Г.\n",
        "План сада\n\nМероприятие Место проведения Дата Ответственные\nПолить розы аллея 5 мая Липова А.Б.\n"
        "Обойти липы двор 10 мая Кленова В.Г.\n",
    ],
)
def test_what_is_no_such_table(text: str, tmp_path: Path) -> None:
    assert not found_in(text, tmp_path).measures
