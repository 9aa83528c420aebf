"""What stands below a typed table and is none of its rows, and lines that only look like titles."""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path

import pytest
from effort import steps

from extract.document.blocks import Table
from extract.readers.typed.lines import FoundTable, Line
from extract.readers.typed.tables import typed_table
from extract.texts import read_document

PLAN = """№  Мероприятие               Срок          Исполнитель
1. Побелить яблони           апрель        Садовник
2. Обрезать вишни            март          Аким села
"""
BARE = """Мероприятие                  Срок          Исполнитель
Побелить яблони              апрель        Садовник
Обрезать вишни               март          Аким села
"""
RULED = f"""{"_" * 64}
№  Мероприятие               Срок          Исполнитель
{"_" * 64}
1. Побелить яблони           апрель        Садовник
2. Обрезать вишни            март          Аким села
"""
POINTS = "\n3. Сторожа обязаны сдать ключи до 25 мая.\n4. Завхоз обязан запереть амбар.\n"


def read(text: str, tmp_path: Path, name: str = "plan.txt", lang: str = "ru") -> tuple[list[list[list[str]]], str]:
    """The rows of each table, and the words around them."""
    title = {"ru": "# План ухода за яблонями", "kk": "# Алма ағаштарын күту жоспары"}[lang]
    mark = "```" if name.endswith("md") else ""
    path = tmp_path / name
    path.write_text(f"{title}\n\n{mark}\n{text}{mark}\n", "utf-8")
    blocks = read_document(path).blocks
    tables = [[[cell.text for cell in row.cells] for row in one.rows] for one in blocks if isinstance(one, Table)]
    return tables, "\n".join(one.passage.text for one in blocks if not isinstance(one, Table))


def found_in(lines: list[str], lang: str = "ru") -> FoundTable | None:
    """The typed table that begins at the first of some lines."""
    text = "\n".join(lines)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    return typed_table(
        text, [Line(at, at + len(line), line) for at, line in zip(starts, lines, strict=False)], 0, lang
    )[0]


@pytest.mark.parametrize("name", ["plan.txt", "plan.md"])
@pytest.mark.parametrize("plan", [PLAN, BARE, RULED])
@pytest.mark.parametrize(
    "below",
    [
        POINTS,
        "\n2. Сторожа обязаны сдать ключи до 25 мая.\n3. Завхоз обязан запереть амбар.\n",
        "\nСторожа обязаны сдать ключи до 25 мая.\nЗавхоз обязан запереть амбар.\n",
    ],
)
def test_points_and_sentences_below(below: str, plan: str, name: str, tmp_path: Path) -> None:
    tables, around = read(plan + below, tmp_path, name)
    assert [row[-3:] for row in tables[0][1:]] == [
        ["Побелить яблони", "апрель", "Садовник"],
        ["Обрезать вишни", "март", "Аким села"],
    ]
    assert "Сторожа обязаны" in around
    assert "Завхоз обязан" in around


def test_points_below_in_kazakh(tmp_path: Path) -> None:
    plan = """№  Іс-шара                   Мерзімі       Жауаптылар
1. Алманы ақтау              сәуір         Бағбан
2. Шиені кесу                наурыз        Ауыл әкімі

3. Күзетшілер кілттерді 25 мамырға дейін тапсырсын.
4. Шаруашылық меңгерушісі қойманы жапсын.
"""
    tables, around = read(plan, tmp_path, lang="kk")
    assert [row[1:] for row in tables[0][1:]] == [
        ["Алманы ақтау", "сәуір", "Бағбан"],
        ["Шиені кесу", "наурыз", "Ауыл әкімі"],
    ]
    assert "тапсырсын" in around


@pytest.mark.parametrize("name", ["plan.txt", "plan.md"])
@pytest.mark.parametrize(
    "below",
    [
        "\nРуководитель аппарата                      Липов А.Б.\n",
        "\nДиректор\nсадоводческой школы                        А. Липов\n",
        "     Контроль за исполнением настоящего плана возложить на заместителя\nакима села.\n",
    ],
)
def test_who_signs_and_an_indented_paragraph(below: str, name: str, tmp_path: Path) -> None:
    tables, _ = read(PLAN + below, tmp_path, name)
    assert tables[0][-1] == ["2.", "Обрезать вишни", "март", "Аким села"]


def test_who_signs_below_rows_that_blank_lines_part(tmp_path: Path) -> None:
    spaced = PLAN.replace("\n", "\n\n")
    tables, _ = read(f"{spaced}Председатель комиссии                      С. Липов\n", tmp_path, "plan.md")
    assert tables[0][-1] == ["2.", "Обрезать вишни", "март", "Аким села"]


def test_a_row_behind_a_blank_line_is_one(tmp_path: Path) -> None:
    below = """
3. Собрать яблоки, груши     сентябрь      Садовник
и вишни

4. Сложить их в амбар
"""
    tables, _ = read(PLAN + below, tmp_path)
    assert [row[0] for row in tables[0][1:]] == ["1.", "2.", "3.", "4."]
    assert tables[0][3][1:] == ["Собрать яблоки, груши и вишни", "сентябрь", "Садовник"]


def test_a_long_row_before_others_is_one(tmp_path: Path) -> None:
    below = """
3. Собрать яблоки и груши во всех садах
района                       сентябрь      Садовник
4. Сложить их в амбар        октябрь       Завхоз
"""
    tables, _ = read(PLAN + below, tmp_path, "plan.md")
    assert [row[0] for row in tables[0][1:]] == ["1.", "2.", "3.", "4."]


def test_two_plans_in_one_fence(tmp_path: Path) -> None:
    second = PLAN.replace("Побелить яблони", "Собрать яблоки ").replace("Обрезать вишни", "Укрыть розы   ")
    tables, around = read(f"{PLAN}\n        План уборки\n{second}", tmp_path, "plan.md")
    assert [[row[1] for row in table[1:]] for table in tables] == [
        ["Побелить яблони", "Обрезать вишни"],
        ["Собрать яблоки", "Укрыть розы"],
    ]
    assert "План уборки" in around


def test_titles_that_a_page_repeats_begin_no_plan(tmp_path: Path) -> None:
    head, *rows = PLAN.splitlines(keepends=True)
    more = "3. Собрать яблоки            сентябрь      Садовник\n"
    tables, _ = read("".join([head, *rows, "\n", head, more]), tmp_path, "plan.md")
    assert [row[0] for row in tables[0]] == ["№", "1.", "2.", "3."]


@pytest.mark.parametrize("name", ["plan.txt", "plan.md"])
@pytest.mark.parametrize(
    ("lead", "lang"),
    [
        ("Срок                Исполнитель\n", "ru"),
        ("Отчёт содержит:   Мероприятия   Сроки   Исполнители\n\n", "ru"),
        ("Мероприятия,    сроки    и    исполнители\n", "ru"),
        (f"{'_' * 50}\nСрок исполнения             Исполнители\n{'_' * 50}\n", "ru"),
        ("   Ауданда        Мерзімі       Жауаптылар\n", "kk"),
    ],
)
def test_a_line_that_only_mentions_columns(lead: str, lang: str, name: str, tmp_path: Path) -> None:
    points = {
        "ru": "1. Сторожа обязаны сдать ключи до 5 мая.\n2. Завхоз обязан запереть амбар.\n3. Садовник поливает розы.\n",
        "kk": "1. Күзетшілер кілттерді 5 мамырға дейін тапсырсын.\n2. Меңгеруші қойманы жапсын.\n",
    }[lang]
    tables, around = read(lead + points, tmp_path, name, lang)
    assert tables == []
    assert "1. " in around or "Сторожа" in around or "Күзетшілер" in around


@pytest.mark.parametrize(
    ("titles", "lang"),
    [
        ("№  Наименование услуги       Срок оказания    Ответственный орган", "ru"),
        ("№  Наименование              Срок службы      Стоимость", "ru"),
        ("№  Қызметтің атауы           Көрсету мерзімі  Жауаптылар", "kk"),
    ],
)
def test_lists_of_services_and_goods_are_no_plans(titles: str, lang: str) -> None:
    rows = (
        "1. Выдача саженцев           3 дня            Лесхоз",
        "2. Выдача лопат              5 дней           Завхоз",
    )
    assert found_in([titles, *rows], lang) is None


def test_a_term_of_services_beside_deeds_is_of_a_plan() -> None:
    titles = "№  Мероприятие               Срок оказания    Ответственный"
    assert found_in(
        [titles, "1. Выдать саженцы            3 дня            Лесхоз", "2. Выдать лопаты  5 дней  Завхоз"]
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["Срок            Исполнитель", "1. Завхоз обязан запереть амбар.", "2. Сторож спит.", "3. Кот ест."],
        ["№  Мероприятие              Срок    Исполнитель", "1. Полить яблони            май     Садовник"],
        ["1. Полить яблони            май     Садовник"],
        ["", "Директор                    Липов А.Б."],
    ],
)
def test_twice_the_lines_are_twice_the_work(lines: list[str]) -> None:
    def work(size: int) -> None:
        every = ["№  Мероприятие              Срок    Исполнитель", "1. Полить сад     май    Лесхоз", *lines * size]
        text = "\n".join(every)
        starts = [0, *accumulate(len(line) + 1 for line in every)]
        told = [Line(at, at + len(line), line) for at, line in zip(starts, every, strict=False)]
        at = 0
        while at < len(told):
            at = max(typed_table(text, told, at, "ru")[1], at + 1)

    assert steps(work, 160) < 3 * steps(work, 80)
