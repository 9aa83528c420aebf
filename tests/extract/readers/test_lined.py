"""Tables of plain text with a line for each row: cells parted by tabs, columns parted by white space."""

from __future__ import annotations

from extract.document.blocks import Document, Paragraph, Table
from extract.readers.layout import READERS, sniff_layout


def read(text: str) -> Document:
    layout = sniff_layout(text)
    assert layout == "drawn"
    return READERS[layout]("plan", text, "ru")


def rows(document: Document) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables()]


def test_a_row_a_line_its_cells_parted_by_tabs() -> None:
    """As a browser copies it; a line without tabs between two rows is set across, prose around stays prose."""
    text = (
        "О Плане\n\n1. Утвердить План.\n\n"
        "№\tМероприятие\tСрок исполнения\tОтветственные\n"
        "I. Сады\n1\tВысадить сады\t2031 год\tМП\n2\tПолить сады\t\tМП, МФ\n\nПримечание: сады растут.\n"
    )
    document = read(text)
    assert rows(document) == [
        [
            ["№", "Мероприятие", "Срок исполнения", "Ответственные"],
            ["I. Сады"],
            ["1", "Высадить сады", "2031 год", "МП"],
            ["2", "Полить сады", "", "МП, МФ"],
        ]
    ]
    assert [block.passage.text for block in document.blocks if isinstance(block, Paragraph)][-1] == (
        "Примечание: сады растут."
    )
    for table in document.tables():
        for passage in (passage for row in table.rows for cell in row.cells for passage in cell.paragraphs):
            span = passage.span()
            assert text[span.start : span.end] == passage.text


def test_years_in_a_second_line_stand_below_the_title_that_can_have_them() -> None:
    text = (
        "\tЕдиница\t2030 г. отчет\tПрогноз\t2031 г. в % к 2030 г.\n2031 г.\t2032 г.\n"
        "Сады\tед.\t1\t2\t3\t200,0\nОграды\tед.\t4\t5\t6\t125,0\n"
    )
    assert rows(read(text))[0][1] == ["", "", "", "2031 г.", "2032 г.", ""]


def test_one_line_with_tabs_is_no_table() -> None:
    assert not rows(READERS["drawn"]("plan", "Аким\tг. Алматы\tСадов С.\n\nПримечание.\n", "ru"))


SCANNED = """\
                                     ПРОТОКОЛ

   комиссия РЕШИЛА:

№    Поручение                 Форма завершения  Срок исполнения     Ответственные исполнители

1.   Высадить сады во всех     акт               до 1 апреля 2031    Управление образования,
     школах области                              г.                  МП (по согласованию)

2.   Обновить ограды           отчет             май 2031 года       МП


                                      - 2 -

№    Поручение                 Форма завершения  Срок исполнения     Ответственные исполнители

3.   Полить сады               акт               июнь 2031 года      МИО


Председатель комиссии                                   С. Садов
"""


def test_columns_by_white_space() -> None:
    """A page's number and the titles that it repeats are no rows; the signature is none."""
    (table,) = rows(read(SCANNED))
    assert table[1] == [
        "1.",
        "Высадить сады во всех школах области",
        "акт",
        "до 1 апреля 2031 г.",
        "Управление образования, МП (по согласованию)",
    ]
    assert [row[1] for row in table[2:]] == ["Обновить ограды", "Полить сады"]


def test_a_line_that_runs_over_the_columns_ends_the_table() -> None:
    text = SCANNED.replace(
        "Председатель комиссии                                   С. Садов",
        "Контроль за исполнением настоящего решения возложить на заместителя акима.",
    )
    document = read(text)
    assert len(rows(document)[0]) == 4
    assert any("Контроль" in block.passage.text for block in document.blocks if not isinstance(block, Table))
