"""A table that nothing divides ends where the text around it goes on, which keeps its duties."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.document.blocks import Document, Paragraph, passage_of
from extract.finders.tables.undivided.tables import with_undivided_tables
from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry
from tests.effort import steps

MORE_WORK = 2.5

POINTS_BEHIND = """ПРИКАЗ
О месячнике леса
ПРИКАЗЫВАЮ:
1. Утвердить план мероприятий:
Мероприятие
Срок
Ответственный
Посадка сосен
12 апреля
Ясенев К.Л.
секретарь
Обход просек
19 апреля
Рябинин М.Н.
2. Лесникам очистить просеки.
3. Кладовщику выдать саженцы до 10 апреля.
Начальник Дубов П.Р.
С приказом ознакомлены:
9 апреля 2031 г.
Ясенев К.Л.
"""
POINTS_IN_KAZAKH = """БҰЙРЫҚ
БҰЙЫРАМЫН:
1. Іс-шаралар жоспары бекітілсін:
Іс-шара
Мерзімі
Жауаптылар
Қарағай отырғызу
12 сәуір
Ясенев К.Л.
Орман аралау
19 сәуір
Рябинин М.Н.
2. Орманшылар соқпақтарды тазартсын.
Бұйрықпен таныстым:
9 сәуір 2031 ж.
Ясенев К.Л.
"""
PARTS_BEHIND_POSTS = """План мероприятий лесничества
Мероприятие
Срок
Ответственный
Обход
3 июня
секретарь
Совет лесников
Заседание
4 июня
директор
Работа с педагогами
Лекция
5 июня
инженер
"""
IN_ONE_LINE = """План мероприятий слёта:
№ Мероприятие Срок Ответственный 1. Сбор команд 3 июня Ясенев К.Л. 2. Поход 4 июня Рябинин М.Н. """


def found_in(text: str, folder: Path) -> Extraction:
    path = folder / "plan.txt"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


def answers_of(found: Extraction) -> list[tuple[str, list[str]]]:
    return [(one.name, [party.text for party in one.responsible]) for one in found.measures]


def test_points_behind_rows_on_lines_are_duties(tmp_path: Path) -> None:
    found = found_in(POINTS_BEHIND, tmp_path)
    assert answers_of(found) == [
        ("Посадка сосен", ["Ясенев К.Л.", "секретарь"]),
        ("Обход просек", ["Рябинин М.Н."]),
    ]
    assert [one.action for one in found.provisions] == ["очистить просеки", "выдать саженцы до 10 апреля"]


def test_points_behind_kazakh_rows_on_lines_are_duties(tmp_path: Path) -> None:
    found = found_in(POINTS_IN_KAZAKH, tmp_path)
    assert answers_of(found) == [("Қарағай отырғызу", ["Ясенев К.Л."]), ("Орман аралау", ["Рябинин М.Н."])]
    assert [one.action for one in found.provisions] == ["соқпақтарды тазартсын"]


def test_a_part_behind_a_post_does_not_answer(tmp_path: Path) -> None:
    who = [answers for _, answers in answers_of(found_in(PARTS_BEHIND_POSTS, tmp_path))]
    assert who == [["секретарь"], ["директор"], ["инженер"]]


@pytest.mark.parametrize(
    "tail",
    [
        "3. Командир обязан вести журнал. 4. Повар не вправе уходить.",
        "Командир обязан вести журнал. Повар не вправе уходить.",
    ],
)
def test_duties_behind_rows_in_their_line_stay(tail: str, tmp_path: Path) -> None:
    found = found_in(f"{IN_ONE_LINE}{tail}\n", tmp_path)
    assert [name for name, _ in answers_of(found)] == ["Сбор команд", "Поход"]
    assert [one.action for one in found.provisions] == ["обязан вести журнал", "не вправе уходить"]


def test_rows_on_lines_end_at_the_next_titles(tmp_path: Path) -> None:
    titles = "План мероприятий на {}\nМероприятие\nСрок\nОтветственный\n"
    first = "Обход\n3 июня\nЯсенев К.Л.\nПоход\n4 июня\nРябинин М.Н.\n"
    found = found_in(titles.format("июнь") + first + titles.format("июль") + first.replace("июня", "июля"), tmp_path)
    assert [name for name, _ in answers_of(found)] == ["Обход", "Поход"] * 2


def read_parts(parts: int) -> None:
    text = "План мероприятий\nМероприятие\nСрок\nОтветственный\nОбход\n3 июня\nПоход\n4 июня\nРябинин М.Н.\n" * parts
    spans = [match.span() for match in re.finditer(r".+", text)]
    blocks = tuple(Paragraph(passage_of(text, *span)) for span in spans)
    assert not any(with_undivided_tables(Document("plan", "ru", text, blocks)).tables())


def test_many_titles_above_rows_that_are_not_told_are_no_more_work_each() -> None:
    read_parts(1)
    assert steps(read_parts, 80) < MORE_WORK * steps(read_parts, 40)


def test_days_from_the_first_of_a_month_on_are_no_numbers(tmp_path: Path) -> None:
    days = ["Обход", "Поход", "Лекция", "Посадка сосен"]
    rows = "".join(f"{name}\n{day} июня\nЯсенев К.Л.\n" for day, name in enumerate(days, 1))
    found = found_in(f"План мероприятий слёта\nМероприятие\nДата\nОтветственный\n{rows}", tmp_path)
    assert answers_of(found) == [(name, ["Ясенев К.Л."]) for name in days]
