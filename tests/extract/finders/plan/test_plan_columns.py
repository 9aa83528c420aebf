"""Titles of columns, one row or two, and the cells that rows of any width have by column."""

from __future__ import annotations

from array import array

import pytest

from extract.document.blocks import Cell, Passage, Row
from extract.finders.names.defined_terms import find_introductions
from extract.finders.plan.columns.kinds import columns_of, is_numbering
from extract.finders.plan.columns.title_kinds import kind_of_title
from extract.readers.tabbed import read_tabbed

REQUIRED = frozenset({"number", "name", "responsible"})


def row(drawing: str) -> Row:
    cells = [text.strip() for text in drawing.split("|")]
    return Row(tuple(Cell((Passage(text, array("I", range(len(text)))),)) if text else Cell() for text in cells))


@pytest.mark.parametrize(
    ("lang", "title", "kind"),
    [
        ("ru", "Срок исполнения", "deadline"),
        ("ru", "Сроки реализации мероприятия", "deadline"),
        ("ru", "Ответственные за исполнение (по согласованию)", "responsible"),
        ("ru", "2026 год", "2026"),
        ("ru", "Всего", "total"),
        ("ru", "Цвет обложки", ""),
        ("ru", "Стоимость единицы измерения", "funding"),
        ("kk", "Жауаптылар мен іске асыру мерзімдері", "responsible"),
        ("ru", "Ожидаемый результат", "expected_result"),
        ("ru", "Ответств. за исполнение", "responsible"),
        ("ru", "Отв. исп.", "responsible"),
        ("ru", "Форма заверш.", "completion_form"),
        ("ru", "Отчётная форма", "completion_form"),
        ("kk", "Есептік құжат", "completion_form"),
        ("ru", "№№ пп", "number"),
        ("kk", "№№", "number"),
        ("kk", "Аяқтау үлгісі", "completion_form"),
        ("ru", "Ответственные лица", "responsible"),
        ("ru", "Источник", "funding_source"),
        ("ru", "Источник информации", "source"),
        ("ru", "Источники финансирования, тыс. тенге", "funding_source"),
        ("kk", "Жауапты мемлекеттік органдар", "responsible"),
        ("kk", "Шаралар атауы", "name"),
        ("kk", "Құны, мың теңге", "funding"),
        ("kk", "Жауап ты орын даушылар", "responsible"),
        ("kk", "2018 факт", "2018"),
        ("kk", "Оның ішінде жылдар бойынша (млн. теңге)", "funding"),
        ("kk", "Реформалардың/негізгі іс-шаралардың атауы", "name"),
    ],
)
def test_titles(lang: str, title: str, kind: str) -> None:
    assert kind_of_title(title, lang) == kind


def test_years_beneath_a_common_title() -> None:
    rows = [
        row("№ | Мероприятие | Ответственные | В том числе по годам (млрд. тенге) | Источники финансирования"),
        row(" | | | 2026 год | 2027 год | Всего | "),
        row("1 | 2 | 3 | 4 | 5 | 6 | 7"),
    ]
    columns = columns_of(rows, "ru", REQUIRED)
    assert columns is not None
    assert columns.kinds == ("number", "name", "responsible", "2026", "2027", "total", "funding_source")
    assert (columns.years, columns.scale, columns.titles) == (("2026", "2027"), 1000.0, 2)
    assert is_numbering(rows[2])
    note = columns.cells(row("1. | сад | МП | не требуется"))
    assert {kind: cell.text for kind, cell in note.items()} == {
        "number": "1.",
        "name": "сад",
        "responsible": "МП",
        "funding_note": "не требуется",
    }
    assert columns.fits(row("1. | сад | МП | не требуется"))
    assert columns.fits(row("1. | сад | МП | 1 | 2 | 3"))
    assert not columns.fits(row("1. | сад | МП | 1 | 2"))


def test_years_that_are_reported() -> None:
    columns = columns_of([row("№ | Индикатор атауы | Жауаптылар | 2018 факт | 2020 | 2021")], "kk", REQUIRED)
    assert columns is not None
    assert (columns.years, columns.actual) == (("2018", "2020", "2021"), frozenset({"2018"}))


def test_no_titles_no_columns() -> None:
    assert columns_of([row("1. | сад | МП"), row("2. | пруд | МП")], "ru", REQUIRED) is None


@pytest.mark.parametrize(
    ("lang", "text", "entries"),
    [
        ("kk", "Бұл республикалық бюджет (бұдан әрі – РБ) есебінен.", [("РБ", "республикалық бюджет")]),
        ("kk", "бақ және гүл өсіру ұйымы (бұдан әрі - БГӨҰ)", [("БГӨҰ", "бақ және гүл өсіру ұйымы")]),
        ("ru", "школьный сад (далее – ШС), пруд (далее – Пруд)", [("ШС", "школьный сад")]),
        ("ru", "белый пруд (далее – ШС)", []),
        (
            "kk",
            "Бұл – «Сарыарқа» дербес білім беру ұйымы (бұдан әрі – ДББҰ).",
            [("ДББҰ", "«Сарыарқа» дербес білім беру ұйымы")],
        ),
    ],
)
def test_abbreviations_that_prose_introduces(lang: str, text: str, entries: list[tuple[str, str]]) -> None:
    document = read_tabbed("x", text, lang)
    found = find_introductions(document, ())
    assert [(entry.abbreviation, entry.full) for entry in found] == entries
    assert find_introductions(document, [short for short, _ in entries]) == ()


def test_years_beneath_the_sources_of_money() -> None:
    rows = [
        row("№ п/п | Мероприятия | Ответственные лица | Ожидаемый результат | Источники финансирования, тыс. тенге"),
        row(" | | | | 2031 г. | 2032 г. | Источник"),
    ]
    columns = columns_of(rows, "ru", REQUIRED)
    assert columns is not None
    assert columns.kinds == ("number", "name", "responsible", "completion_form", "2031", "2032", "funding_source")
    assert columns.scale == 0.001


def test_an_expected_result_beside_a_form_of_completion_is_none() -> None:
    columns = columns_of([row("№ | Меры | Результат | Форма завершения | Ответственный")], "ru", REQUIRED)
    assert columns is not None
    assert columns.kinds == ("number", "name", "", "completion_form", "responsible")


@pytest.mark.parametrize(("title", "scale"), [("млн. тенге", 1.0), ("тыс. тенге", 0.001), ("тенге", 0.000001)])
def test_money_is_in_millions(title: str, scale: float) -> None:
    columns = columns_of([row(f"№ | Меры | Исполнитель | Стоимость, {title}")], "ru", REQUIRED)
    assert columns is not None
    assert (columns.kinds[-1], columns.scale) == ("funding", scale)
