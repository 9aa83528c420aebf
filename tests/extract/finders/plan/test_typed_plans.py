"""Plans that a typist framed, aligned or split in two: measures with all that stands in their columns, or a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.ditto import is_ditto
from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry
from tests.html_plans import dues

MISTAKEN = """
___________________________________________________________
|NN |   Срок исполнения    |Срок     |Исполнитель          |
|   |                      |исполн.  |                     |
|___|______________________|_________|_____________________|
|1. |Посадить сады у всех  |до 1 мая |Директора школ       |
|   |школ района           |2031 года|                     |
|___|______________________|_________|_____________________|
|2. |С учетом засухи прове-|июнь     |  \\-\\-\\              |
|   |рить насосы           |2031 года|                     |
|___|______________________|_________|_____________________|
|3. |Полить аллеи          |июль     |Лесничества          |
|   |                      |2031 года|                     |
|___|______________________|_________|_____________________|
"""
FIRST = """
____________________________
|NN |Мероприятия           |
|___|______________________|
|1 |Посадить сады у школ   |
|  |района                 |
|  |                       |
|2 |Проверить насосы       |
|__|_______________________|
 Продолжение таблицы
 _________________________________________
  Форма      | Срок          | Ответственные
  завершения | исполнения    | за исполнение
 ____________|_______________|____________
  Акт        | май 2031 года | Директора
             |               | школ
             |               |
"""
SECOND = """  Отчет      | июнь 2031 года| Лесничества
"""
END = " ____________|_______________|____________\n"


def read(table: str, tmp_path: Path) -> Extraction:
    path = tmp_path / "plan.md"
    title = "План мероприятий по уходу за садами на 2031-2033 годы"
    path.write_text(f"# {title}\n\n```\n{table.strip(chr(10))}\n```\n", "utf-8")
    return extract_file(path, Registry.load())


def rows(found: Extraction) -> list[tuple[str, list[str], list[str]]]:
    measures = zip(found.measures, dues(found), strict=True)
    return [(one.name, due, [party.text for party in one.responsible]) for one, due in measures]


def test_the_column_of_deeds_has_a_title_by_mistake(tmp_path: Path) -> None:
    assert rows(read(MISTAKEN, tmp_path)) == [
        ("Посадить сады у всех школ района", ["2031-05-01"], ["Директора школ"]),
        ("С учетом засухи проверить насосы", ["2031-06"], ["Директора школ"]),
        ("Полить аллеи", ["2031-07"], ["Лесничества"]),
    ]


def test_a_half_without_numbers_goes_to_the_rows_in_their_order(tmp_path: Path) -> None:
    found = read(f"{FIRST}{SECOND}{END}", tmp_path)
    assert rows(found) == [
        ("Посадить сады у школ района", ["2031-05"], ["Директора школ"]),
        ("Проверить насосы", ["2031-06"], ["Лесничества"]),
    ]
    assert [[form.text for form in measure.completion_form] for measure in found.measures] == [["Акт"], ["Отчет"]]


def test_halves_of_different_length_are_a_finding(tmp_path: Path) -> None:
    found = read(f"{FIRST}{END}", tmp_path)
    assert not found.measures
    assert "table-not-read" in {finding.code for finding in found.findings}


@pytest.mark.parametrize("mark", ["\\-\\", "\\-\\-\\", "- // -", '-"-', "/-/-/", "\\\\"])
def test_marks_that_repeat_what_stands_above(mark: str) -> None:
    assert is_ditto(mark, "ru")


@pytest.mark.parametrize("text", ["-", "—", "1/2", "а/я", "\\", "/"])
def test_marks_that_repeat_nothing(text: str) -> None:
    assert not is_ditto(text, "ru")
