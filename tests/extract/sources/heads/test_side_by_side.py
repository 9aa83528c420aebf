"""Letterheads: the sender in two languages side by side, his name over lines, the stamp to be filled in."""

from __future__ import annotations

from datetime import date

import pytest

from extract.inputs.canonical import write_canonical
from extract.inputs.parts import Grid, GridCell, Prose, Title
from extract.sources.heads.headers import read_header
from extract.sources.heads.lines.around import is_postal
from extract.sources.heads.lines.side_by_side import without_the_other_language


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(tuple(tuple(GridCell(tuple(cell.split("\n"))) for cell in row) for row in rows))


LETTERHEAD = grid(
    (
        "Липа қаласының білім бөлімі\n«№ 7 орта мектебі»\nмекемесі",
        "Учреждение\n«Средняя школа № 7»\nотдела города Липы",
    ),
    ("БҰЙРЫҚ", "ПРИКАЗ"),
    ("Липа ауылы", "село Липа"),
)


@pytest.mark.parametrize(
    ("lang", "dated", "title", "enacts", "issuer"),
    [
        ("kk", ("«5» мамыр 2031 жыл", "№ 17-н/қ"), "Бақты суару туралы", "БҰЙЫРАМЫН:",
         "Липа қаласының білім бөлімі «№ 7 орта мектебі» мекемесі"),
        ("ru", ("«5» мая 2031 года", "№ 17-н/қ"), "О поливе сада", "ПРИКАЗЫВАЮ:",
         "Учреждение «Средняя школа № 7» отдела города Липы"),
    ],
)  # fmt: skip
def test_a_letterhead_in_two_languages(lang: str, dated: tuple[str, str], title: str, enacts: str, issuer: str) -> None:
    rows = (*LETTERHEAD.rows[:2], *grid(dated).rows, *LETTERHEAD.rows[2:])
    text = write_canonical([Grid(rows), Title(title), Prose(enacts)]).text
    header = read_header(text, lang)
    assert (header.title, header.act, header.number, header.act_date) == (title, "order", "17-н/қ", date(2031, 5, 5))
    assert header.issuer == issuer


def test_the_columns_of_a_letterhead_one_behind_the_other() -> None:
    lines = ("Липа қаласының бақтар бөлімі", "БҰЙРЫҚ", "«5» мамыр 2031 жыл Липа ауылы", "Отдел садов города Липы", "ПРИКАЗ",
             "№ 17", "село Липа", "Бақты суару туралы", "Қала бақтарын күту мақсатында БҰЙЫРАМЫН:")  # fmt: skip
    header = read_header("\n\n".join(lines), "kk")
    assert (header.title, header.number, header.act_date) == ("Бақты суару туралы", "17", date(2031, 5, 5))
    assert header.issuer == "Липа қаласының бақтар бөлімі"


def test_cells_in_one_language_stay() -> None:
    text = write_canonical([grid(("Согласовано\nА. Ким", "Школа «Мұрагер»\nгорода Липы")), Prose("О саде")]).text
    assert without_the_other_language(text, "ru").split() == text.split()


def test_an_address_is_no_sender() -> None:
    text = "БАҚТАР МИНИСТРЛІГІ\n010000, Липа қ., Гүл даңғ., 8    тел.: 8 (7172) 00-00-00\n19.03.2031 № 4-15/17\n\nБақтардың\nкүтімі туралы\n"
    header = read_header(text, "kk")
    assert (header.issuer, header.title) == ("БАҚТАР МИНИСТРЛІГІ", "Бақтардың күтімі туралы")


@pytest.mark.parametrize(
    ("text", "lang", "title", "issuer"),
    [
        ("«Утверждаю»\nДиректор колледжа «Сад»\n________ А. Б. Садов\n«___» ________ 20__ г.\n\nИНСТРУКЦИЯ садовника\n",
         "ru", "ИНСТРУКЦИЯ садовника", "Директор колледжа «Сад»"),
        ("Утверждён\nприказом руководителя\nГУ «Отдел садов\nгорода Липы»\nот «___» ________ 2031 г.\n№ ____\n\nУСТАВ\nшколы садоводов\n",
         "ru", "УСТАВ школы садоводов", "руководителя ГУ «Отдел садов города Липы»"),
    ],
)  # fmt: skip
def test_stamps_to_be_filled_in(text: str, lang: str, title: str, issuer: str) -> None:
    header = read_header(text, lang)
    assert (header.title, header.issuer) == (title, issuer)


@pytest.mark.parametrize(
    ("line", "postal"),
    [("т. 8 (7172) 00-00-00", True), ("телефон 00-00-00", True), ("sad@bak.kz", True), ("ИИН 0", True),
     ("Т. Садов", False), ("Телефонный узел", False), ("т.е. сад", False)],
)  # fmt: skip
def test_what_begins_an_address(line: str, postal: bool) -> None:
    assert is_postal(line) is postal


def test_a_number_with_a_series_behind_a_blank() -> None:
    text = "Утверждено приказом директора гимназии № 5 от 23.09.2031 № 96 о/д\n\nПОЛОЖЕНИЕ о саде\n"
    header = read_header(text, "ru")
    assert (header.title, header.number, header.act_date) == ("ПОЛОЖЕНИЕ о саде", "96 о/д", date(2031, 9, 23))
