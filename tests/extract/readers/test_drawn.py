"""Tables that plain text draws: by lines, by bars behind cells, by a paragraph for each cell."""

from __future__ import annotations

import pytest
from drawing import drawn
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.drawn import read_drawn
from extract.readers.layout import READERS, sniff_layout

BOX = """Заголовок плана

┌──┬───────────┬────────┐
│№ │Мероприятие│Срок    │
├──┼───────────┼────────┤
│1 │Полить     │май 2031│
│  │рощу       │года    │
├──┼───────────┼────────┤
│2 │Обойти     │июнь    │
└──┴───────────┴────────┘
Подпись
"""
ASCII = """План

+---+-------------+------+
| № | Мероприятие | Срок |
+===+=============+======+
| 1 | Полить      | май  |
| 2 | Обойти      | июнь |
+---+-------------+------+
"""
BARRED = "План\n\n№ |\nМероприятие |\nСрок |\n1 |\nПолить\nрощу |\nмай |\n2 |\nОбойти |\nиюнь |\n"
PARAGRAPHS = (
    "План\n\nНаименование мероприятий\n\nСрок\n\nОтветственные\n\n1. Полить\n\nмай\n\nМФ\n\n2. Обойти\n\nиюнь\n\nМФ\n"
)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (BOX, [["№", "Мероприятие", "Срок"], ["1", "Полить рощу", "май 2031 года"], ["2", "Обойти", "июнь"]]),
        (ASCII, [["№", "Мероприятие", "Срок"], ["1", "Полить", "май"], ["2", "Обойти", "июнь"]]),
        (BARRED, [["№", "Мероприятие", "Срок"], ["1", "Полить рощу", "май"], ["2", "Обойти", "июнь"]]),
        (
            PARAGRAPHS,
            [
                ["Наименование мероприятий", "Срок", "Ответственные"],
                ["1. Полить", "май", "МФ"],
                ["2. Обойти", "июнь", "МФ"],
            ],
        ),
    ],
    ids=["box", "ascii", "barred", "paragraphs"],
)
def test_a_drawn_table(text: str, rows: list[list[str]]) -> None:
    blocks = drawn(read_drawn("plan", text, "ru").blocks)
    assert rows in blocks
    assert text.startswith(str(blocks[0])[2:])


def by_paragraphs(*cells: str) -> str:
    return "План\n\n" + "\n\n".join(cells) + "\n\nПодпись\n"


TITLES = ("№", "Мероприятие", "Начало", "Ответственные")
FIRST = ("1", "Высадить сады", "31.03.2031", "УО")
SECOND = ("2", "Полить сады", "май 2031 года", "УО")


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        ([*TITLES, "I. Сады", *FIRST, *SECOND], [TITLES, ("I. Сады",), FIRST, SECOND]),
        ([*TITLES, *FIRST, "II. Вода", *SECOND], [TITLES, FIRST, ("II. Вода",), SECOND]),
        ([*TITLES, *FIRST, "Вода и полив", *SECOND], [TITLES, FIRST, ("Вода и полив",), SECOND]),
        ([*TITLES, "1", "2", "3", "4", *FIRST, *SECOND], [TITLES, FIRST, SECOND]),
        ([*TITLES, "Прежнее", *FIRST, "-", *SECOND, "1"], [(*TITLES, "Прежнее"), (*FIRST, "-"), (*SECOND, "1")]),
        (
            [*TITLES, "Прежнее", "Цель 1. Сады", *FIRST, "-", "Цель 2. Вода", "1", *SECOND[1:], "1"],
            [
                (*TITLES, "Прежнее"), ("Цель 1. Сады",), (*FIRST, "-"), ("Цель 2. Вода",), ("1", *SECOND[1:], "1"),
            ],
        ),
    ],
    ids=["across-first", "across-between", "across-without-label", "columns-numbered", "unknown-title", "counted-anew"],
)  # fmt: skip
def test_a_cell_a_paragraph(cells: list[str], rows: list[tuple[str, ...]]) -> None:
    (table,) = (
        block for block in drawn(read_drawn("plan", by_paragraphs(*cells), "ru").blocks) if isinstance(block, list)
    )
    assert table == [list(row) for row in rows]


def test_a_cell_a_paragraph_in_kazakh() -> None:
    titles, row = (
        ("№", "Іс-шара", "Орындау мерзімі", "Жауапты орындаушылар", "Жүйесі"),
        ("1", "Бақ егу", "2031 жыл", "ББ", "-"),
    )
    text = by_paragraphs(*titles, "І бағыт. Бақтар", *row, "2", *row[1:])
    (table,) = (block for block in drawn(read_drawn("plan", text, "kk").blocks) if isinstance(block, list))
    assert table == [list(titles), ["І бағыт. Бақтар"], list(row), ["2", *row[1:]]]


@pytest.mark.parametrize(
    "cells",
    [
        [
            "Наименование",
            "Программа садов",
            "Срок исполнения",
            "2031 год",
            "Исполнители",
            "УО",
            "1. Сады",
            "2. Вода",
            "3. Лес",
        ],
        ["Мероприятие", "Ответственные", "1. Полить", "2. Обойти"],
    ],
    ids=["a passport", "too few columns"],
)
def test_paragraphs_that_are_no_table(cells: list[str]) -> None:
    assert not any(isinstance(block, list) for block in drawn(read_drawn("plan", by_paragraphs(*cells), "ru").blocks))


def test_each_layout_is_sniffed() -> None:
    assert [sniff_layout(text) for text in (BOX, BARRED, PARAGRAPHS)] == ["drawn", "drawn", "drawn"]
    assert sniff_layout("1. Министерству до 1 мая представить отчет.\n") == "tabbed"


def test_words_know_their_place() -> None:
    document = read_drawn("plan", BOX, "ru")
    for table in document.tables():
        for row in table.rows:
            for cell in row.cells:
                for passage in cell.paragraphs:
                    assert all(
                        letter in (" ", BOX[at]) for letter, at in zip(passage.text, passage.offsets, strict=True)
                    )


@given(st.text(alphabet="│┌├─|+-1. \nСрокМФ№", max_size=200))
def test_any_text_is_a_document(text: str) -> None:
    assert read_drawn("any", text, "ru").text == text


TITLES = "№|Мероприятие|Срок|Ответственный"
TYPED = (
    """
+----+--------------------------+----------+------------------+
| №  | Мероприятие              | Срок     | Ответственный    |
+----+--------------------------+----------+------------------+
| 1  | Провести осмотр насосной | до марта | Главный инженер, |
|    | станции и котельной      |          | механик          |
+----+--------------------------+----------+------------------+
| 2  | Посадить сад             | май      | Завхоз           |
+----+--------------------------+----------+------------------+
""",
    """
| №  | Мероприятие              | Срок     | Ответственный    |
|----|--------------------------|----------|------------------|
| 1  | Провести осмотр насосной | до марта | Главный инженер, |
|    | станции и котельной      |          | механик          |
| 2  | Посадить сад             | май      | Завхоз           |
""",
    """
 №  | Мероприятие              | Срок     | Ответственный
----|--------------------------|----------|------------------
 1  | Провести осмотр насосной | до марта | Главный инженер,
    | станции и котельной      |          | механик
 2  | Посадить сад             | май      | Завхоз
""",
    """
 №  | Мероприятие              | Срок     | Ответственный
----+--------------------------+----------+------------------
 1  | Провести осмотр насосной | до марта | Главный инженер,
    | станции и котельной      |          | механик
 2  | Посадить сад             | май      | Завхоз
""",
    """
| №  | Мероприятие              | Срок     | Ответственный    |
+----+--------------------------+----------+------------------+
| 1  | Провести осмотр          | до марта | Главный инженер, |
|    | насосной станции и       |          | механик          |
|    | котельной                |          |                  |
| 2  | Посадить сад             | май      | Завхоз           |
""",
    """
---------------------------------------------------------------
| №  | Мероприятие              | Срок     | Ответственный    |
---------------------------------------------------------------
| 1  | Провести осмотр насосной | до марта | Главный инженер, |
|    | станции и котельной      |          | механик          |
---------------------------------------------------------------
| 2  | Посадить сад             | май      | Завхоз           |
---------------------------------------------------------------
""",
    """
═══════════════════════════════════════════════════════════════
 №   Мероприятие                Срок       Ответственный
═══════════════════════════════════════════════════════════════
 1   Провести осмотр насосной   до марта   Главный инженер,
     станции и котельной                   механик
───────────────────────────────────────────────────────────────
 2   Посадить сад               май        Завхоз
───────────────────────────────────────────────────────────────
""",
    """
№|Мероприятие|Срок|Ответственный
1|Провести осмотр насосной|до марта|Главный инженер,
 |станции и котельной||механик
2|Посадить сад|май|Завхоз
""",
)


@pytest.mark.parametrize("text", TYPED)
def test_cells_that_go_on_below_are_one_row(text: str) -> None:
    text = f"ПЛАН РАБОТЫ\n{text}\nДиректор\n"
    document = READERS[sniff_layout(text)]("typed", text, "ru")
    (table,) = document.tables()
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        TITLES.split("|"),
        ["1", "Провести осмотр насосной станции и котельной", "до марта", "Главный инженер, механик"],
        ["2", "Посадить сад", "май", "Завхоз"],
    ]


def test_a_cell_goes_on_behind_initials_and_in_brackets() -> None:
    text = (
        " №  | Мероприятие  | Периодичность  | Ответственный\n"
        "----+--------------+----------------+----------------\n"
        " 1  | Полить сад   | 2 раза в год   | лесник Липов Г.\n"
        "    | и рощу       | (май, июнь)    | дворник\n"
        " 2  | Посадить сад | май            | Завхоз\n"
    )
    document = READERS[sniff_layout(text)]("typed", text, "ru")
    (table,) = document.tables()
    cells = [cell.text for cell in table.rows[1].cells]
    assert cells == ["1", "Полить сад и рощу", "2 раза в год (май, июнь)", "лесник Липов Г. дворник"]


@pytest.mark.parametrize(
    "row",
    [
        "|    | Работа с садом           |          |                  |",
        "|    | Всего                    |          | 120              |",
        "|    | Полить розы              | июнь     | Садовник         |",
        "|    | полить розы.             |          |",
        "|    | в том числе:             |          |                  |",
        "|    |                          | июнь     | Садовник         |",
        "|    |                          | июнь     | садовник         |",
        "|    | собрать урожай           | июнь     | садовник         |",
        "|    | собрать урожай           | июнь     |                  |",
    ],
)
def test_a_row_without_a_number_is_its_own(row: str) -> None:
    text = TYPED[1].replace("| 2  |", f"{row}\n| 2  |")
    document = READERS[sniff_layout(text)]("typed", text, "ru")
    (table,) = document.tables()
    assert len(table.rows) == 4


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Праздник урожая   | сентябрь | агроном ", "собрать яблоки    | сентябрь | лесник  "),
        ("Праздник урожая   | сентябрь | агроном ", "выставка плодов   |          | лесник  "),
        ("Егін мерекесі     | қыркүйек | агроном ", "алма жинау        | қыркүйек | орманшы "),
        ("Ярмарка, выставка,| 12 мая   | агроном ", "показ роз, лилий  | 12 мая   | лесник  "),
    ],
)
def test_rows_of_markdown_are_a_line_each_however_they_are_aligned(first: str, second: str) -> None:
    text = f"| № | Мероприятие       | Срок     | Кто     |\n|---|-------------------|----------|---------|\n| 1 | {first}|\n|   | {second}|\n"
    document = READERS[sniff_layout(text)]("typed", text, "ru")
    (table,) = document.tables()
    assert [row.cells[1].text for row in table.rows[1:]] == [
        first.split("|", maxsplit=1)[0].strip(),
        second.split("|", maxsplit=1)[0].strip(),
    ]
