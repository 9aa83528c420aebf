"""Which lines of a plain text go on with the line above, by how full a page left them."""

from __future__ import annotations

import pytest

from extract.document.blocks import Heading, ListItem, Paragraph
from extract.document.filled_lines import lines_going_on
from extract.readers.tabbed import read_tabbed

RULES = """ПРАВИЛА
полива школьного сада

1.1. Дежурный мастер поливает сад по графику и сообщает директору школы о
поломках в тот же день. Ключи от теплицы мастер отдает сторожу
школы.
1.2. Мастер ведет журнал полива, в котором записывает, сколько воды взято, а
Лесничему передает копию.
а) запись делается чернилами;
б) исправлений не бывает.
2. Права
Мастер вправе брать лейки.
"""


def texts(text: str) -> list[tuple[str, str]]:
    blocks = read_tabbed("rules", text, "ru").blocks
    return [
        (type(block).__name__, block.passage.text)
        for block in blocks
        if isinstance(block, Heading | Paragraph | ListItem)
    ]


def test_points_of_a_filled_page_are_whole_paragraphs_and_no_headings() -> None:
    found = texts(RULES)
    assert (
        "Paragraph",
        "1.1. Дежурный мастер поливает сад по графику и сообщает директору школы о поломках в тот же день. Ключи от "
        "теплицы мастер отдает сторожу школы.",
    ) in found
    assert (
        "Paragraph",
        "1.2. Мастер ведет журнал полива, в котором записывает, сколько воды взято, а Лесничему передает копию.",
    ) in found
    assert ("Heading", "2. Права") in found
    assert ("ListItem", "запись делается чернилами;") in found


@pytest.mark.parametrize(
    "lines",
    [
        ["Права мастера", "поливать сад;", "брать лейки;", "ходить в сад;"],
        ["Мастер ведет журнал полива, в котором записывает, сколько воды взято из", "пруда."],
        ["Директор                         ", "А. Садов", "________________ подпись"],
        [],
    ],
)
def test_other_lines_are_left_as_they_stand(lines: list[str]) -> None:
    assert lines_going_on(lines, "ru") == frozenset()


def test_columns_and_items_go_on_with_nothing() -> None:
    lines = [
        "Мастер поливает сад по графику и сообщает директору школы о всех новых",
        "поломках, а сторож отпирает ворота и держит их открытыми до самого позднего",
        "вечера, как велит директор школы, и хранит у себя ключи от теплиц и",
        "- лейки, которые принес мастер из дома и оставил в школьном саду на хранение",
        "Исх. № 5                                            Директорам школ города",
        "от 5 мая",
    ]
    assert lines_going_on(lines, "ru") == {1, 2}


def test_a_cell_never_goes_on_with_the_line_above_its_table() -> None:
    lines = [
        "Мастер поливает сад по графику и сообщает директору школы о всех новых",
        "поломках, а сторож отпирает ворота и держит их открытыми до самого позднего",
        "вечера, как велит директор школы, и хранит у себя ключи от теплиц сада",
        "\tНомер",
        "\tМероприятие",
    ]
    assert lines_going_on(lines, "ru") == {1, 2}


FILLED = [
    "Мастер поливает сад по графику и сообщает директору школы о всех новых",
    "поломках, а сторож отпирает ворота и держит их открытыми до самого позднего",
    "вечера, как велит директор школы, и хранит у себя ключи от теплиц сада.",
    "",
]
"""A paragraph of a page that was filled."""


@pytest.mark.parametrize(
    "lines",
    [
        ["3.2. Организация и проведение осмотра всех теплиц и оранжерей сада", "Мастер обязан вести журнал осмотра."],
        ["Сведения о порядке осмотра всех теплиц и всех оранжерей этого сада", "Мастер обязан вести журнал осмотра."],
        ["Липов Глеб, садовник первого разряда нового сада у реки, мастер роз", "Кленов Олег, сторож, ночной дежурный"],
        ["Мастер обязан устранить все поломки насосов в срок до пяти рабочих дней", "Сторож обязан хранить ключи"],
    ],
)
def test_titles_and_rows_of_names_are_lines_of_their_own(lines: list[str]) -> None:
    assert lines_going_on([*FILLED, *lines], "ru") == {1, 2}


def test_a_paragraph_goes_on_with_a_name() -> None:
    lines = [
        FILLED[0],
        "поломках, о которых ему сообщает по телефону и письмом директор школы",
        "Липов Глеб в тот же день.",
    ]
    assert lines_going_on([*FILLED, *lines], "ru") == {1, 2, 5, 6}


def test_a_point_that_is_not_ended_goes_on_with_a_number_or_in_small_letters_whatever_room_is_left() -> None:
    lines = [
        "1. Бағбан көшеттерді күтуді ұйымдастырып, олардың есебін жүргізетін журналды",
        "30 күн бойы сақтайтын болсын және көшірмесін бақ меңгерушісіне сол күні тапсырып,",
        "қол қойғызсын.",
        "2. Бақ меңгерушісі суару құбырларының жөнделуін көктемде",
        "5 сәуірден кешіктірмей аяқтасын, бұл туралы барлық бағбандар мен күзетшілерге",
        "хабарласын,",
        "ҚР бақ заңын сақтасын.",
        "Бақ директоры",
        "5 мамыр",
    ]
    assert lines_going_on(lines, "kk") == {1, 2, 4, 5}
