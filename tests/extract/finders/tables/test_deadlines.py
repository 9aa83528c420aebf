"""Several columns that say when are one deadline: a beginning and an end, a date for each body; titles of each page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

HEAD = {
    "ru": "<h1>План законопроектных работ на 2031 год</h1>",
    "kk": "<h1>2031 жылға арналған заң жобасы жұмыстарының жоспары</h1>",
}


def read(rows: Sequence[Sequence[str]], folder: Path, lang: str = "ru") -> Extraction:
    """A table of HTML; "2 Срок" is a title set across two columns, "| №" one over two rows."""
    path = folder / "plan.html"
    body = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in rows)
    path.write_text(f"<html><body>{HEAD[lang]}<table>{body}</table>", "utf-8")
    return extract_file(path, Registry.load())


def cell(words: str) -> str:
    if words.startswith("| "):
        return f'<td rowspan="2">{words[2:]}</td>'
    if words[:2] in ("=2", "=3", "=5"):
        return f'<td colspan="{words[1]}">{words[2:]}</td>'
    return f"<td>{words}</td>"


def dues(found: Extraction) -> list[list[str]]:
    return [[str(due) for due in measure.period.due] if measure.period else [] for measure in found.measures]


def who(found: Extraction) -> list[list[str]]:
    return [[party.text for party in measure.responsible] for measure in found.measures]


@pytest.mark.parametrize(
    ("lang", "start", "end"),
    [
        ("ru", "Начало", "Окончание"),
        ("ru", "Срок начала", "Срок завершения"),
        ("ru", "Начало", "Завершение"),
        ("kk", "Басталуы", "Аяқталуы"),
        ("kk", "Басталу мерзімі", "Аяқталу мерзімі"),
    ],
)
def test_a_beginning_and_an_end_are_an_interval(lang: str, start: str, end: str, tmp_path: Path) -> None:
    number, name, person = {"ru": ("№", "Мероприятие", "Исполнитель"), "kk": ("№", "Іс-шара", "Жауапты")}[lang]
    first, last = {"ru": ("март", "май"), "kk": ("наурыз", "мамыр")}[lang]
    beside = read(
        [[number, name, start, end, person], ["1", "Бақ", first, last, "Директор"]],
        tmp_path,
        lang,
    )
    above = {"ru": "=2Сроки", "kk": "=2Мерзімі"}[lang]
    beneath = read(
        [
            [f"| {number}", f"| {name}", above, f"| {person}"],
            [start, end],
            ["1", "Бақ", first, last, "Директор"],
        ],
        tmp_path,
        lang,
    )
    assert dues(beside) == dues(beneath) == [["2031-03/2031-05"]]
    period = beneath.measures[0].period
    assert period
    assert period.text == f"{first} – {last}"
    assert all(first in beneath.text[span.start : span.end] for span in period.spans[:1])


def test_money_by_year_beside_a_beginning_and_an_end_and_its_sum(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["№", "Мероприятие", "Сроки", None, "Исполнитель", "Расходы, млн. тенге", None, None])
    sheet.append([None, None, "Начало", "Окончание", None, "2031", "2032", "Всего"])
    sheet.append([1, "Посадить сады", date(2031, 3, 1), date(2031, 5, 30), "Завхоз", 1, 2, 3])
    sheet.append([2, "Полить сады", date(2031, 6, 1), None, "Директор", 4, 5, 9])
    sheet.append(["Итого", None, None, None, None, 5, 7, 12])
    for place in ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:H1", "A5:E5"):
        sheet.merge_cells(place)
    book.save(tmp_path / "plan.xlsx")
    found = extract_file(tmp_path / "plan.xlsx", Registry.load())
    assert dues(found) == [["2031-03-01/2031-05-30"], ["2031-06-01"]]
    assert [[(each.year, each.amount) for each in measure.funding] for measure in found.measures] == [
        [(2031, 1.0), (2032, 2.0), (None, 3.0)],
        [(2031, 4.0), (2032, 5.0), (None, 9.0)],
    ]
    assert [each.amount for total in found.totals for each in total.funding] == [5.0, 7.0, 12.0]


LAWS = {
    "ru": [
        [
            "| №",
            "| Законопроект",
            "| Государственный орган-разработчик",
            "=3Срок представления",
            "| Ответственное лицо",
        ],
        ["Минюст", "Правительство", "Мажилис"],
        ["1", "2", "3", "4", "5", "6", "7"],
        ["1.", "О садах", "МСХ", "январь", "март", "май", "Вице-министр Садов С.С."],
        ["2.", "О парках", "МЭПР", "февраль", "-", "июнь", "Паркова П.П."],
    ],
    "kk": [
        ["| №", "| Заң жобасының атауы", "| Әзірлеуші орган", "=3Ұсыну мерзімі", "| Жауапты тұлға"],
        ["Әділетминіне", "Үкіметке", "Мәжіліске"],
        ["1", "2", "3", "4", "5", "6", "7"],
        ["1.", "Бақтар туралы", "МСХ", "қаңтар", "наурыз", "мамыр", "Бақов Б.Б."],
        ["2.", "Саябақтар туралы", "МЭПР", "ақпан", "-", "маусым", "Саябақов С.С."],
    ],
}


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_a_date_for_each_body_and_the_body_before_the_person(lang: str, tmp_path: Path) -> None:
    found = read(LAWS[lang], tmp_path, lang)
    assert dues(found) == [["2031-01", "2031-03", "2031-05"], ["2031-02", "2031-06"]]
    assert who(found) == [["МСХ"], ["МЭПР"]]
    assert [part.scope for part in found.measures[0].parts] == LAWS[lang][1]


@pytest.mark.parametrize("title", ["Законопроект", "Что внести"])
def test_persons_are_no_names_of_measures(title: str, tmp_path: Path) -> None:
    titles = ["№", title, "Ответственный госорган", "Срок внесения", "Первый руководитель"]
    found = read([titles, ["1", "О садах", "МСХ", "май", "Садовников Садовод Садоводович С.С."]], tmp_path)
    assert [measure.name for measure in found.measures] == ["О садах"]
    assert who(found) == [["МСХ"]]


def test_deadlines_in_columns_side_by_side(tmp_path: Path) -> None:
    titles = ["№", "Законопроект", "Разработчик", "Срок внесения в Минюст", "Срок внесения в Парламент"]
    found = read([titles, ["1", "О садах", "МСХ", "январь", "май"]], tmp_path)
    assert dues(found) == [["2031-01", "2031-05"]]


def test_a_table_without_titles_goes_on_with_the_columns_above(tmp_path: Path) -> None:
    further = [
        ["3.", "О лесах", "МЭПР", "июнь", "июль", "август", "Лесов Л.Л."],
        ["4.", "О полях", "МСХ", "июнь", "июль", "сентябрь", "Полев П.П."],
    ]
    tables = ("".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in rows) for rows in (LAWS["ru"], further))
    path = tmp_path / "plan.html"
    path.write_text(f"<html><body>{HEAD['ru']}<table>{'</table><table>'.join(tables)}</table>", "utf-8")
    found = extract_file(path, Registry.load())
    assert dues(found)[2:] == [["2031-06", "2031-07", "2031-08"], ["2031-06", "2031-07", "2031-09"]]
    assert who(found) == [["МСХ"], ["МЭПР"], ["МЭПР"], ["МСХ"]]


@pytest.mark.parametrize(
    ("lang", "titles", "cells", "due"),
    [
        ("ru", ["Месяц", "Год"], ["март", "2032"], "2032-03"),
        ("ru", ["Квартал", "Год"], ["II квартал", "2032"], "2032-Q2"),
        ("kk", ["Жыл", "Ай"], ["2032", "наурыз"], "2032-03"),
        ("ru", ["с", "по"], ["март", "май"], "2031-03/2031-05"),
    ],
)
def test_parts_of_one_date(lang: str, titles: list[str], cells: list[str], due: str, tmp_path: Path) -> None:
    number, name, when, person = {
        "ru": ("| №", "| Мероприятие", "=2Срок исполнения", "| Исполнитель"),
        "kk": ("| №", "| Іс-шара", "=2Орындау мерзімі", "| Жауапты"),
    }[lang]
    found = read([[number, name, when, person], titles, ["1", "Бақ", *cells, "Директор"]], tmp_path, lang)
    assert dues(found) == [[due]]


def test_what_was_done_is_no_deadline(tmp_path: Path) -> None:
    found = read(
        [
            ["| №", "| Мероприятие", "=2Срок исполнения", "| Ответственный"],
            ["План", "Факт"],
            ["1", "Посадить сады", "март", "апрель", "Завхоз"],
        ],
        tmp_path,
    )
    assert dues(found) == [["2031-03"]]


def test_titles_that_a_page_repeats_and_a_row_that_it_tears(tmp_path: Path) -> None:
    titles = ["№", "Наименование законопроекта", "Разработчик", "Срок внесения", "Качественное и своевременное"]
    found = read(
        [
            titles,
            ["1", "2", "3", "4", "5"],
            ["1.", "О поправках в Закон «О", "МСХ", "январь", ""],
            [*titles[:4], "Качественное и"],
            ["1", "2", "3", "4", "своевременное5"],
            ["", "садах»", "", "", ""],
            ["2.", "О парках", "МЭПР", "май", ""],
            titles,
            ["1", "2", "3", "4", "5"],
            ["3.", "О лесах", "МЭПР", "июнь", ""],
        ],
        tmp_path,
    )
    assert [(measure.number, measure.name) for measure in found.measures] == [
        ("1", "О поправках в Закон «О садах»"),
        ("2", "О парках"),
        ("3", "О лесах"),
    ]
    assert not [finding for finding in found.findings if finding.code == "row-not-understood"]


def test_a_sum_without_a_number_is_no_measure(tmp_path: Path) -> None:
    found = read(
        [
            ["№", "Мероприятие", "Срок", "Исполнитель"],
            ["1", "Посадить сады", "март", "Завхоз"],
            ["=2Итого", "май", "Завхоз"],
            ["=2Итоговое занятие в саду", "июнь", "Завхоз"],
        ],
        tmp_path,
    )
    assert [measure.name for measure in found.measures] == ["Посадить сады", "Итоговое занятие в саду"]
