"""Cells of a column of years, as (cell, values)."""

from __future__ import annotations

import pytest

from extract.values.money import find_amounts, parse_money
from extract.values.target import is_blank
from extract.values.yearly import beside_its_year, parse_yearly

KK = {
    "81,7": [(81.7, None, None)],
    "20 000": [(20000.0, None, None)],
    "12 %": [(12.0, None, None)],
    "PISA-2021: математика – 470, оқу – 440": [
        (470.0, "математика", "PISA-2021"),
        (440.0, "оқылым", "PISA-2021"),
    ],
    "PISA-2021 математика- 18; оқу- 22. PIRLS-2021 оқу-5": [
        (18.0, "математика", "PISA-2021"),
        (22.0, "оқылым", "PISA-2021"),
        (5.0, "оқылым", "PIRLS-2021"),
    ],
    "PISA-2024: математика – 480, жаратылыстану – 490 оқу – 450": [
        (480.0, "математика", "PISA-2024"),
        (490.0, "жаратылыстану", "PISA-2024"),
        (450.0, "оқылым", "PISA-2024"),
    ],
    "TIMSS -2019 математика-4 - сынып – 25; 8- сынып – 30; жаратылыстану − 4 – сынып-27": [
        (25.0, "математика, 4-сынып", "TIMSS-2019"),
        (30.0, "математика, 8-сынып", "TIMSS-2019"),
        (27.0, "жаратылыстану, 4-сынып", "TIMSS-2019"),
    ],
    "8,4 (мектептер деректері бойынша)": [(8.4, None, None)],
    "4 –сын ып - 21 балл, 9 сынып – 52,5 балл": [(21.0, "4-сынып", None), (52.5, "9-сынып", None)],
}
RU = {
    "40": [(40.0, None, None)],
    "15,8 (рассчитано по данным школ за 2030 год)": [(15.8, None, None)],
    "14 % (с учетом новых).": [(14.0, None, None)],
    "20*": [(20.0, None, None)],
    "PISA-2025: математика – 470, чтение – 440": [
        (470.0, "математика", "PISA-2025"),
        (440.0, "чтение", "PISA-2025"),
    ],
    "4 класс – 18 баллов; 9 класс – 45 баллов": [(18.0, "4-класс", None), (45.0, "9-класс", None)],
}
NO_VALUES = ["шамамен бес", "5-тен 10-ға дейін", "", "10 немесе 20", "5, 6", "PISA-2021:", "математика"]


@pytest.mark.parametrize(("lang", "cell"), [("kk", cell) for cell in KK] + [("ru", cell) for cell in RU])
def test_values(lang: str, cell: str) -> None:
    values = parse_yearly(cell, lang)
    assert values is not None
    assert [(v.value, v.breakdown, v.study) for v in values] == {"kk": KK, "ru": RU}[lang][cell]
    assert all(0 <= v.start < v.end <= len(cell) for v in values)


@pytest.mark.parametrize("cell", NO_VALUES)
@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_words_that_are_no_values(cell: str, lang: str) -> None:
    assert parse_yearly(cell, lang) is None


@pytest.mark.parametrize(("cell", "blank"), [("-", True), ("–", True), (" ", True), ("0", False), ("жоқ", False)])
def test_blank(cell: str, blank: bool) -> None:
    assert is_blank(cell) is blank


@pytest.mark.parametrize(
    ("cell", "amount"),
    [("1106 358", 1106358.0), ("1\u00a0106 358,5", 1106358.5), ("12 840 00", None), ("52885", 52885.0), ("-", None)],
)
def test_money_whose_thousands_were_left_together(cell: str, amount: float | None) -> None:
    assert parse_money(cell) == amount


def test_amounts_in_prose() -> None:
    text = "барлығы 11 578 млрд. теңге, оның ішінде 16,5 млн теңге және 40 мектеп"
    assert [(a.millions, text[a.start : a.end]) for a in find_amounts(text)] == [
        (11578000.0, "11 578 млрд. теңге"),
        (16.5, "16,5 млн теңге"),
    ]


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("2031 г. – 92", "92"),
        ("2031 год: не менее 95 %", "не менее 95 %"),
        ("в 2031 году – 4,5", "4,5"),
        ("2031 жылы – кемінде 92", "кемінде 92"),
        ("2031 ж. - 7", "7"),
        ("92 % (2031 г.)", "92 %"),
        ("7 – 2031 ж.", "7"),
        ("2031 г. – -", "-"),
        ("2030 г. – 92", "2030 г. – 92"),
        ("2031", "2031"),
        ("2031-2032", "2031-2032"),
        ("PISA-2031: чтение – 440", "PISA-2031: чтение – 440"),
    ],
)
def test_a_cell_may_say_the_year_of_its_title_again(cell: str, values: str) -> None:
    assert cell[slice(*beside_its_year(cell, 2031))] == values
