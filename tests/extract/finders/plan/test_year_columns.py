"""Tables of indicators by titles of other kinds: in three rows, of key indicators, of school years, planned beside
reported.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.blocks import Cell, Row, passage_of
from extract.document.title_years import year_in_title
from extract.finders.plan.columns.kinds import is_numbering
from extract.finders.plan.columns.title_kinds import kind_of_title
from tests.html_plans import HEAD, codes, down, read, values

WORDS = {
    "ru": {
        "name": "Наименование показателя",
        "unit": "ед-ца изм.",
        "over": "в том числе с указанием промежуточного значения",
        "parts": ("в отчетном периоде", "в плановом периоде"),
        "status": ("план", "факт"),
        "year": "{} год",
        "rows": (["Доля садов", "%", "31", "32", "33", "34"], ["Число яблонь", "ед.", "131", "132", "133", "134"]),
        "total": "Итого",
        "weight": "Вес, %",
    },
    "kk": {
        "name": "Көрсеткіштің атауы",
        "unit": "Өлш. бір.",
        "over": "оның ішінде аралық мәндерін көрсете отырып",
        "parts": ("есепті кезеңде", "жоспарлы кезеңде"),
        "status": ("жоспар", "нақты"),
        "year": "{} жыл",
        "rows": (["Бақтар үлесі", "%", "31", "32", "33", "34"], ["Ағаш саны", "бірлік", "131", "132", "133", "134"]),
        "total": "Барлығы",
        "weight": "Салмағы, %",
    },
}
LANGS = pytest.mark.parametrize("lang", ["ru", "kk"])


def years(lang: str) -> list[str]:
    return [WORDS[lang]["year"].format(year) for year in (2030, 2031, 2032, 2033)]


@LANGS
def test_titles_in_three_rows(lang: str, tmp_path: Path) -> None:
    told = WORDS[lang]
    head = [*down("№", told["name"], told["unit"], rows=3), (told["over"], 4)]
    parts = [(told["parts"][0], 1), (told["parts"][1], 3)]
    rows = [[str(n), *row] for n, row in enumerate(told["rows"], 1)]
    found = read([[head, parts, years(lang), list("1234567"), *rows]], tmp_path, HEAD[lang])
    first, second = values(found)
    assert first == [(2030, 31, "actual"), (2031, 32, "plan"), (2032, 33, "plan"), (2033, 34, "plan")]
    assert [indicator.unit for indicator in found.indicators] == ["%", told["rows"][1][1]]
    assert len(second) == 4


@pytest.mark.parametrize(
    ("lang", "title"),
    [("ru", "KPI"), ("ru", "КПЭ"), ("ru", "Ключевой показатель эффективности (KPI)"), ("ru", "Показатели эффективности / Тиімділік көрсеткіштері"), ("kk", "KPI"), ("kk", "Негізгі тиімділік көрсеткіші / Ключевой показатель эффективности"), ("kk", "Тиімділіктің негізгі көрсеткіштері")],
)  # fmt: skip
def test_key_indicators_have_weights_that_are_no_values(lang: str, title: str, tmp_path: Path) -> None:
    told = WORDS[lang]
    rows = [[str(n), row[0], row[1], "50", *row[2:]] for n, row in enumerate(told["rows"], 1)]
    head = ["№", title, told["unit"], told["weight"], *years(lang)]
    found = read([[head, *rows, [(told["total"], 3), "100", "", "", "", ""]]], tmp_path, HEAD[lang])
    assert [indicator.name for indicator in found.indicators] == [row[0] for row in told["rows"]]
    assert [value for _, value, _ in values(found)[1]] == [131, 132, 133, 134]


@pytest.mark.parametrize(
    ("title", "lang", "year"),
    [("Факт 2030-2031 уч. год", "ru", "2031"), ("План на 2031/2032 учебный год", "ru", "2032"), ("2031/32 уч. г. (план)", "ru", "2032"), ("2030-2031 оқу жылы (нақты)", "kk", "2031"), ("2031-2032 оқу жылына жоспар", "kk", "2032"), ("2031-2032", "ru", None), ("План работы на 2031-2032 учебный год", "ru", None)],
)  # fmt: skip
def test_a_school_year_is_the_year_that_it_ends_in(title: str, lang: str, year: str | None) -> None:
    assert year_in_title(title, lang) == year


@LANGS
@pytest.mark.parametrize("beneath", [True, False])
def test_planned_and_reported_values_of_one_year_stay_apart(lang: str, beneath: bool, tmp_path: Path) -> None:
    told = WORDS[lang]
    rows = [[str(n), *row] for n, row in enumerate(told["rows"], 1)]
    titles = ["№", told["name"], told["unit"]]
    one, two = (told["year"].format(year) for year in (2031, 2032))
    if beneath:
        head = [[*down(*titles), (one, 2), (two, 2)], [*told["status"], *told["status"]]]
    else:
        head = [[*titles, *(f"{year} ({status})" for year in (one, two) for status in told["status"])]]
    found = read([[*head, *rows]], tmp_path, HEAD[lang])
    assert values(found)[0] == [(2031, 31, "plan"), (2031, 32, "actual"), (2032, 33, "plan"), (2032, 34, "actual")]
    assert "row-not-understood" not in codes(found)


@pytest.mark.parametrize(
    ("title", "lang"),
    [("ед-ца изм.", "ru"), ("Ед.-ца измерения", "ru"), ("Един. изм.", "ru"), ("Единица изм-ия", "ru"), ("Өлш. бір.", "kk"), ("Өлшем б-гі", "kk"), ("Өлшеу бірлігі", "kk")],
)  # fmt: skip
def test_units_are_cut_short_in_many_ways(title: str, lang: str) -> None:
    assert kind_of_title(title, lang) == "unit"


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [("1. 2. 5. 6. 7.", True), ("1 2 3", True), ("А Б 1 2", True), ("1 3 2", False), ("2 3 4", False), ("1 Сад 31", False), ("1 131 132", False)],
)  # fmt: skip
def test_a_row_of_rising_numbers_numbers_the_columns(cells: str, numbers: bool) -> None:
    row = Row(tuple(Cell((passage_of(text),)) for text in cells.split()))
    assert is_numbering(row) is numbers
