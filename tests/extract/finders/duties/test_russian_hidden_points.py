"""Points of Russian acts that their print hides: titles that are points, "п/п 1.", lines without a number."""

from __future__ import annotations

import pytest
from read_duties import duties_of_text

ABOVE = "О саде\n\nСад закрыт. Сторож Дубов ведет журнал сада.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ПРЕДПИСЫВАЮ ТОО «Сад»:\n\nп/п 1.Посадить розы у входа.\n\nп/п 2.Замена леек – немедленно.\n",
            [
                ("requirement", "ТОО «Сад»", "Посадить розы у входа"),
                ("requirement", "ТОО «Сад»", "Замена леек"),
            ],
        ),
        (
            "ПРИКАЗЫВАЮ:\n\n1. Открыть сад.\n\nСторожа дежурят по графику. Лейки выдаются завхозом.\n",
            [
                ("requirement", None, "Открыть сад"),
                ("requirement", "Сторожа", "дежурят по графику"),
                ("requirement", "завхозом", "Лейки выдаются"),
            ],
        ),
        (
            "Кому: директору школы № 5 Дубову А.Б.\n\nПРЕДПИСЫВАЮ:\n1. Полить розы.\n2. Завести журнал.\n",
            [
                ("requirement", "директору школы № 5 Дубову А.Б", "Полить розы"),
                ("requirement", "директору школы № 5 Дубову А.Б", "Завести журнал"),
            ],
        ),
        (
            "Собрание РЕШИЛО:\n\nКомитету собрать взносы.\n\nМастер ведет учет (Липов, Дубова).\n",
            [("requirement", "Комитету", "собрать взносы"), ("requirement", "Мастер", "ведет учет")],
        ),
        (
            "КОМИССИЯ РЕШИЛА также:\n\n- завхоз ведет учет леек;\n- мастера сдают отчет.\n",
            [("requirement", "завхоз", "ведет учет леек"), ("requirement", "мастера", "сдают отчет")],
        ),
    ],
)
def test_points_are_found(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert duties_of_text("ru", ABOVE + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "РАСПОРЯЖЕНИЕ акима села № 8\n\nО зиме\n\n1. Дубову А.Б. – до мая завезти уголь.\n2. Всем жителям: убрать стога.\n",
            ["Дубову А.Б.", "Всем жителям"],
        ),
        (
            "ПРИКАЗ № 8\n\nО зиме\n\nПРИКАЗЫВАЮ:\n1. Песок вывезти (Дубов, Липов).\n2. Въезд закрыть. Исполнение: сторож.\n",
            ["Дубов, Липов", "сторож"],
        ),
        (
            "ГРАФИК ДЕЖУРСТВА\n\nСреда – Дубова А.\n\nОбязанности дежурного:\n- следит за розами;\n- не рвет листья.\n",
            ["дежурного", "дежурного"],
        ),
        ("РАСПОРЯЖЕНИЕ № 8\n\nО зиме\n\n1. Сад закрыт.\n2. Розы растут.\n", []),
        ("О зиме\n\nНеисполнение – административная ответственность.\n", []),
    ],
)
def test_whom_points_bind(text: str, expected: list[str]) -> None:
    assert [bearer for _, bearer, _ in duties_of_text("ru", text)] == expected


def test_a_point_that_looks_like_a_title_names_whom_its_points_bind() -> None:
    text = "РЕШИЛА:\n1. Принять отчет к сведению.\n2. Отделу садов (Липова А.Б.)\n2.1 посадить розы;\n2.2 рассмотреть вопрос о поливе роз\n3. Мастерам сдать лейки.\n"
    bearers = [bearer for _, bearer, _ in duties_of_text("ru", ABOVE + text)]
    assert bearers == ["Отделу садов (Липова А.Б.)", "Отделу садов (Липова А.Б.)", "Мастерам"]


@pytest.mark.parametrize(
    "text",
    [
        "СЛУШАЛИ:\n\nЗавхоз ведет учет леек.\n",
        "РЕШИЛИ:\n\n1. Принять отчет к сведению.\n\nСЛУШАЛИ:\n\nЗавхоз ведет учет леек.\n",
    ],
)
def test_what_was_heard_binds_nobody(text: str) -> None:
    assert duties_of_text("ru", ABOVE + text) == []


RULES = "Правила сада\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Результаты заносит в реестр сектор учета.\n",
            [("requirement", "сектор учета", "Результаты заносит в реестр")],
        ),
        ("Решение принимает отдел садов.\n", [("requirement", "отдел садов", "Решение принимает")]),
        (
            "Заведующим отделениями № 1, 2 и 3 (Липов А.К., Рыль Т.В.): полить розы.\n",
            [("requirement", "Заведующим отделениями № 1, 2 и 3 (Липов А.К., Рыль Т.В.)", "полить розы")],
        ),
        ("Как вести себя в саду\n", []),
        ("Что делать мастерам\n", []),
    ],
)
def test_who_stands_behind_the_verb_or_is_named_with_numbers(
    text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert duties_of_text("ru", RULES + text) == expected
