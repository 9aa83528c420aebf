"""Tables that plain text draws: by lines, by bars behind cells, by a paragraph for each cell."""

from __future__ import annotations

import pytest
from drawing import drawn
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.drawn import read_drawn
from extract.readers.layout import sniff_layout

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
