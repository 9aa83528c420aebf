"""Small tables of plans: quarters by number, group rows in each cell, years above rows, plans of money alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry


def read(text: str, folder: Path, lang: str = "ru") -> Extraction:
    path = folder / f"plan.{lang}.md"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


def table(*rows: str) -> str:
    titles, *body = rows
    return "\n".join((f"| {titles} |", "|" + "---|" * (titles.count("|") + 1), *(f"| {row} |" for row in body)))


def due(found: Extraction) -> list[tuple[str, ...]]:
    return [measure.period.due if measure.period else () for measure in found.measures]


@pytest.mark.parametrize(
    ("lang", "head", "titles", "cells", "expected"),
    [
        ("ru", "План садов на 2031 год", "№ | Мероприятие | Квартал | Кто", ("2", "ІІІ", "1 квартал"), ["Q2", "Q3", "Q1"]),
        ("kk", "Бақтардың 2031 жылға арналған жоспары", "№ | Іс-шара | Тоқсан | Жауаптылар", ("II", "3", "4-тоқсан"), ["Q2", "Q3", "Q4"]),
        ("ru", "План садов на 2031 год", "№ | Мероприятие | Месяц | Кто", ("2", "11", "май"), ["02", "11", "05"]),
        ("ru", "План садов на 2031 год", "№ | Мероприятие | Полугодие | Кто", ("2", "I", "I"), ["H2", "H1", "H1"]),
    ],
)  # fmt: skip
def test_parts_of_a_year_by_number(
    lang: str, head: str, titles: str, cells: tuple[str, ...], expected: list[str], tmp_path: Path
) -> None:
    rows = [f"{n} | Полить сад {n} | {cell} | завхоз" for n, cell in enumerate(cells, start=1)]
    found = read(f"# {head}\n\n{table(titles, *rows)}\n", tmp_path, lang)
    assert due(found) == [(f"2031-{part}",) for part in expected]


def test_a_term_of_a_school_year_by_number(tmp_path: Path) -> None:
    rows = table("№ | Мероприятие | Четверть | Ответственные", "1 | Полить сад | 2 | завхоз")
    found = read(f"# План садов на 2031-2032 учебный год\n\n{rows}\n", tmp_path)
    assert due(found) == [("2031-11/2031-12",)]


def test_a_group_row_told_in_each_cell(tmp_path: Path) -> None:
    rows = table(
        "№ | Мероприятие | Срок | Ответственные",
        "Раздел 2. Грядки | Раздел 2. Грядки | Раздел 2. Грядки | Раздел 2. Грядки",
        "2.1 | Полить сад | май 2031 года | завхоз",
    )
    found = read(f"# План садов\n\n{rows}\n", tmp_path)
    assert [measure.name for measure in found.measures] == ["Полить сад"]
    assert [(group.number, group.name) for group in found.groups] == [("2", "Грядки")]


@pytest.mark.parametrize(
    ("lang", "titles", "years", "term"),
    [
        ("ru", "№ | Мероприятие | Срок | Ответственные", ("2031 год | | |", "Этап 2 (2032 год) | | |"), "IV квартал"),
        ("ru", "№ | Мероприятие | Срок | Ответственные", ("На 2031 год | | |", "II. 2032 г. | | |"), "4 кв."),
        ("kk", "№ | Іс-шара | Мерзімі | Жауаптылар", ("2031 жыл | | |", "2032 ж. | | |"), "IV тоқсан"),
    ],
)
def test_a_group_row_of_a_year_gives_it(
    lang: str, titles: str, years: tuple[str, str], term: str, tmp_path: Path
) -> None:
    rows = table(titles, years[0], f"1 | Бақ 1 | {term} | завхоз", years[1], f"2 | Бақ 2 | {term} | завхоз")
    head = {"ru": "План садов", "kk": "Бақтардың жоспары"}[lang]
    found = read(f"# {head}\n\n{rows}\n", tmp_path, lang)
    assert due(found) == [("2031-Q4",), ("2032-Q4",)]


def test_a_year_ends_with_the_next_heading_and_is_none_of_a_law(tmp_path: Path) -> None:
    rows = table(
        "№ | Мероприятие | Срок | Ответственные",
        "2031 год | | |",
        "1 | Полить сад | май | завхоз",
        "Прочее | | |",
        "2 | Купить лейки | май | завхоз",
        "Исполнение Закона от 5 мая 2020 года | | |",
        "3 | Купить ведра | май | завхоз",
    )
    found = read(f"# План садов\n\n{rows}\n", tmp_path)
    assert due(found) == [("2031-05",), (), ()]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "ru",
            "# План мероприятий садов\n\nтыс. тенге\n\n"
            + table("№ | Наименование | Сумма | Источник", "1 | Лейки | 7 200 | спонсорские средства"),
            [(None, 7.2)],
        ),
        (
            "kk",
            "# Бақтардың іс-шаралар жоспары\n\n"
            + table("№ | Іс-шара | 2031 ж. | 2032 ж. | Барлығы, млн теңге | Көзі", "1 | Бақ суару | 12 | 13 | 25 | РБ"),
            [(2031, 12), (2032, 13), (None, 25)],
        ),
        (
            "ru",
            "# План садов\n\n(млн. тенге)\n\n"
            + table(
                "№ | Мероприятие | Объем финансирования | | ",
                " | | 2031 г. | 2032 г. | Всего",
                "1 | Лейки | 5 | 6 | 11",
            ),
            [(2031, 5), (2032, 6), (None, 11)],
        ),
    ],
)
def test_a_plan_that_tells_only_money(
    lang: str, text: str, expected: list[tuple[int | None, float]], tmp_path: Path
) -> None:
    (measure,) = read(text + "\n", tmp_path, lang).measures
    assert [(one.year, one.amount) for one in measure.funding or ()] == expected
    assert all(one.source is None for one in measure.funding or ())


def test_money_below_another_title_is_no_plan(tmp_path: Path) -> None:
    rows = table("№ | Наименование | Сумма | Источник", "1 | Лейки | 7 200 | бюджет школы")
    assert read(f"# Отчет о расходах\n\n{rows}\n", tmp_path).measures == ()


def test_an_amount_that_is_not_exact_is_noted(tmp_path: Path) -> None:
    rows = table("№ | Мероприятие | Срок | Затраты, тыс. тг", "1 | Лейки | май 2031 года | около 500")
    (measure,) = read(f"# План садов\n\n{rows}\n", tmp_path).measures
    assert [one.amount for one in measure.funding or ()] == [0.5]
    assert measure.funding_note == "около 500"
