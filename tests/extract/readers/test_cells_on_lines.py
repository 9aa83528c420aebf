"""Tables as the text of a web page shows them: each cell on lines of its own, with bars or without."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.blocks import Table
from extract.finders.plan.rows.indicator_rows import indicator_items
from extract.flow import extract_file
from extract.texts import read_document
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

ALONE = "План ухода за садом на 2031 год\n№\n|\nМероприятие\n|\nСрок\n|\nОтветственные\n|\n1.\n|\nПолить\nрозы\n|\nмай\n|\nЗавхоз\nСадовник\n|\n2.\n|\nОбойти аллею\n|\nиюнь\n|\nЗавхоз\n"
BEFORE_NUMBER = "2031 жылға арналған бақ жоспары\nР/с\n|\nІс-шаралар\n|\nМерзімі\n|\nЖауаптылар\n| 1.\n|\nГүл отырғызу\n|\nмамыр\n|\nбағбан\n| 2.\n|\nБақты суару\n|\nмаусым\n|\nбағбан\n"
COUNTED = "План сада на 2031 год\n\nN |\nМероприятие |\nСрок |\nОтветственные |\n1 |\n2 |\n3 |\n4 |\n1. Розы |\n1. |\nПосадить розы |\nмай |\nсадовник |\n2. Яблони |\n2. |\nСобрать яблоки |\nавгуст |\nсадовник |\n"
INDICATORS = "1.1-мақсат. Бақты жасарту\nР/с№\n|\nНысаналы индикатор\n|\nӨлшем бірлігі\n|\nЕсепті кезең\n|\nЖоспарлы кезең\n|\n2030 ж.\n|\n2031\nж.\n|\n2032 ж.\n| -\n|\nСуарылған гүлдердің үлесі\n|\n%\n|\n10\n|\n20\n|\n25\n| -\n|\nАлма саны\n|\nдана\n|\n30\n|\n40\n|\n45\n|\n1.1.1-міндет. Гүл егу\n|\nР/с№\n|\nНысаналы индикатор\n|\nӨлшем бірлігі\n|\nЕсепті кезең\n|\nЖоспарлы кезең\n|\n2030 ж.\n|\n2031 ж.\n|\n2032 ж.\n| -\n|\nГүл саны\n|\nдана\n|\n5\n|\n6\n|\n7\n"
BLANK_LINES = "План работы сада на 2031 год\n\n№ п/п\n\nМероприятие\n\nСрок\nисполнения\n\nОтветственный\n\n1\n\nПолить сад\nи клумбы\n\nмай\n\nсадовник\n\n2\n\nДень сада\n\nиюнь\n\nсадовник,\nзавхоз\n"
TIME_AMONG = "План работы сада на 2031 год\n№\nМероприятие\nСрок\nОтветственный\n1\nПолить сад\nмай\nсадовник\n2\nДень сада\nВыставка роз\nиюнь\nсадовник,\nзавхоз\n"


def found_in(text: str, folder: Path, ending: str = "txt") -> Extraction:
    path = folder / f"plan.{ending}"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


@pytest.mark.parametrize("ending", ["txt", "md"])
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (ALONE, [("Полить розы", "май", ["Завхоз", "Садовник"]), ("Обойти аллею", "июнь", ["Завхоз"])]),
        (BEFORE_NUMBER, [("Гүл отырғызу", "мамыр", ["бағбан"]), ("Бақты суару", "маусым", ["бағбан"])]),
        (COUNTED, [("Посадить розы", "май", ["садовник"]), ("Собрать яблоки", "август", ["садовник"])]),
        (BLANK_LINES, [("Полить сад и клумбы", "май", ["садовник"]), ("День сада", "июнь", ["садовник", "завхоз"])]),
        (TIME_AMONG, [("Полить сад", "май", ["садовник"]), ("День сада Выставка роз", "июнь", ["садовник", "завхоз"])]),
    ],
)
def test_rows_of_cells_on_lines(text: str, rows: list[tuple[str, str, list[str]]], ending: str, tmp_path: Path) -> None:
    found = found_in(text, tmp_path, ending)
    told = [(one.name, one.deadline_text, [party.text for party in one.responsible]) for one in found.measures]
    assert told == rows
    assert found.source.title == text.splitlines()[0]


def test_titles_over_years_and_dashes_for_numbers(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(INDICATORS, "utf-8")
    one, other = read_document(path).tables()
    assert [[cell.text for cell in row.cells] for row in one.rows[1:]] == [
        ["", "", "", "2030 ж.", "2031 ж.", "2032 ж."],
        ["", "Суарылған гүлдердің үлесі", "%", "10", "20", "25"],
        ["", "Алма саны", "дана", "30", "40", "45"],
    ]
    assert [cell.text for cell in other.rows[2].cells] == ["", "Гүл саны", "дана", "5", "6", "7"]
    items = indicator_items(read_document(path), None)
    assert [len(of_block) for of_block in items if of_block] == [2, 1]


def test_parts_between_rows_are_set_across(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(COUNTED, "utf-8")
    (table,) = (block for block in read_document(path).blocks if isinstance(block, Table))
    assert [len(row.cells) for row in table.rows] == [4, 1, 4, 1, 4]


def test_rows_that_nothing_tells_apart_are_none(tmp_path: Path) -> None:
    """A column of weeks without months tells no rows of a table without numbers."""
    text = "План сада\nСроки |\nМероприятия |\n3 – 7 |\nНеделя роз |\nМесячник сада |\n10 – 14 |\nНеделя яблок |\n"
    found = found_in(text, tmp_path)
    assert not found.measures
    assert "no-plan" in {one.code for one in found.findings}


def test_prose_with_bars_at_its_ends_is_no_table(tmp_path: Path) -> None:
    text = "Главная |\nНовости |\nО саде |\nКонтакты |\nПоиск |\nКарта |\n\nСадовник поливает розы.\n"
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    assert not list(read_document(path).tables())


def test_a_kazakh_plural_torn_at_the_end_of_a_line_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(INDICATORS.replace("дана", "1000 адам\nдарға шаққан\nда", 1), "utf-8")
    table = next(read_document(path).tables())
    assert table.rows[3].cells[2].text == "1000 адамдарға шаққанда"
