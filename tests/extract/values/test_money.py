"""Numbers and amounts."""

from __future__ import annotations

import pytest

from extract.language.numbers import parse_number
from extract.values.money import parse_amounts, parse_money, says_no_money, years_alone


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("53", 53),
        ("0,5", 0.5),
        ("0.5", 0.5),
        ("14 583,2", 14583.2),
        ("243\u00a0840", 243840),
        ("1 234 567", 1234567),
        ("  7 ", 7),
        ("12*", 12),
        ("-", None),
        ("–", None),
        ("", None),
        ("талап етілмейді", None),
        ("12 34", None),
        ("1 2345", None),
        ("5 375 млн", None),
    ],
)
def test_money(text: str, value: float | None) -> None:
    assert parse_money(text) == value


@pytest.mark.parametrize(("text", "value"), [("-5", -5), ("–2,5", -2.5), ("+3", 3), ("5%", None), ("пять", None)])
def test_numbers(text: str, value: float | None) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("2031 г. – 12,4; 2032 г. – 13,0", ((12.4, 2031, None), (13.0, 2032, None))),
        ("1 250 тыс. тенге", ((1250.0, None, 0.001),)),
        ("12,5 млн. теңге", ((12.5, None, 1.0),)),
        ("2031 жылы – 5 мың теңге", ((5.0, 2031, 0.001),)),
        ("талап етілмейді", None),
        ("12 штук", None),
        ("1" + " " * 500, None),
    ],
)
def test_a_cell_may_name_years_and_scales(
    text: str, amounts: tuple[tuple[float, int | None, float | None], ...] | None
) -> None:
    found = parse_amounts(text)
    assert (found and tuple((one.value, one.year, one.scale) for one in found)) == amounts


@pytest.mark.parametrize(
    ("cell", "amounts"),
    [
        ("Местный бюджет 98,5", [(98.5, "Местный бюджет")]),
        ("В пределах сметы расходов 1651,6", [(1651.6, "В пределах сметы расходов")]),
        ("Дополнительное финансирование 7000 тыс. тенге", [(7000, "Дополнительное финансирование")]),
        ("Жергілікті бюджет 12,0", [(12, "Жергілікті бюджет")]),
        ("Местный бюджет 2031", None),
        ("Бюджет на 2031-2033 годы", None),
        ("Бюджет 2031-2033", None),
        ("Средства 5 школ", None),
        ("Бюджетная программа 219", None),
        ("КБК 123,5", None),
        ("За счет средств сада", None),
    ],
)
def test_an_amount_right_behind_its_source(cell: str, amounts: list[tuple[float, str]] | None) -> None:
    found = parse_amounts(cell)
    assert (found and [(one.value, one.source) for one in found]) == amounts


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2031", (2031,)),
        ("2031 2032", (2031, 2032)),
        ("2031-2033 годы", (2031, 2032, 2033)),
        ("2031 ж., 2033 ж.", (2031, 2033)),
        ("май 2031", ()),
        ("2031 год, ежегодно", ()),
        ("", ()),
    ],
)
def test_years_alone(text: str, years: tuple[int, ...]) -> None:
    assert years_alone(text) == years


@pytest.mark.parametrize(
    ("text", "unneeded"),
    [
        ("талап етілмейді", True),
        ("Қаржы ланды руды қажет етпей ді", True),
        ("Не тре буется", True),
        ("Местный бюджет", False),
        ("Жергілікті бюджет", False),
        ("", False),
    ],
)
def test_words_for_no_money_may_be_torn(text: str, *, unneeded: bool) -> None:
    assert says_no_money(text) is unneeded


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Всего – 90,0, в т.ч.:\n2031 г. – 40,0\n2032 г. – 50,0", [(90.0, None, None), (40.0, 2031, None), (50.0, 2032, None)]),
        ("барлығы 30 млн теңге, оның ішінде: РБ – 20; ЖБ – 10", [(20.0, None, "РБ"), (10.0, None, "ЖБ")]),
        ("барлығы 30, оның ішінде: РБ – 20; ЖБ – 5", None),
        ("3,2 млрд тенге (РБ)", [(3.2, None, "РБ")]),
        ("2031 г. – 5 (местный бюджет)", [(5.0, 2031, "местный бюджет")]),
        ("Всего – 90, в т.ч.: 2031 г. – 40; 2032 г. – 40", None),
        ("Всего – 1,5 млрд тенге, в т.ч.: 2031 г. – 100; 2032 г. – 800", None),
        ("Всего – 0, в т.ч.: РБ – 0; МБ – 0", [(0.0, None, "РБ"), (0.0, None, "МБ")]),
        ("12 (НДС)", None),
        ("3,2 (ПСД)", None),
        ("5 млн тенге (ГЧП)", [(5.0, None, None)]),
        ("12 (двенадцать)", None),
        ("30 (из них 10)", None),
    ],
)  # fmt: skip
def test_a_sum_with_its_parts_and_a_source_behind_an_amount(
    text: str, amounts: list[tuple[float, int | None, str | None]] | None
) -> None:
    found = parse_amounts(text)
    assert (found and [(one.value, one.year, one.source) for one in found]) == amounts


@pytest.mark.parametrize(
    ("text", "scales"),
    [
        ("Всего – 1,5 млрд тенге, в т.ч.: 2031 г. – 700; 2032 г. – 800", [1000.0, 1.0, 1.0]),
        ("Всего – 1,5 млрд тенге, в т.ч.: 2031 г. – 0,7; 2032 г. – 0,8", [1000.0, 1000.0, 1000.0]),
        ("Барлығы 2 млн теңге, оның ішінде: РБ – 1500; ЖБ – 500", [0.001, 0.001]),
    ],
)
def test_parts_are_in_the_scale_in_which_they_come_to_the_sum(text: str, scales: list[float]) -> None:
    assert [one.scale for one in parse_amounts(text) or ()] == scales


@pytest.mark.parametrize(
    ("text", "value", "scale", "source"),
    [
        ("940,5 районный бюджет", 940.5, None, "районный бюджет"),
        ("940,5 аудандық бюджет", 940.5, None, "аудандық бюджет"),
        ("15 МБ", 15, None, "МБ"),
        ("40,0 / РБ", 40, None, "РБ"),
        ("21,4, областной бюджет", 21.4, None, "областной бюджет"),
        ("450 тыс. тенге районный бюджет", 450, 0.001, "районный бюджет"),
        ("1 200 внебюджетные средства", 1200, None, "внебюджетные средства"),
        ("5,0 бюджеттен тыс қаражат", 5, None, "бюджеттен тыс қаражат"),
        ("12 за счет средств местного бюджета", 12, None, "за счет средств местного бюджета"),
        ("МБ 7,5", 7.5, None, "МБ"),
        ("спонсорские средства, 3,5", 3.5, None, "спонсорские средства"),
    ],
)
def test_a_source_stands_right_beside_its_amount(text: str, value: float, scale: float | None, source: str) -> None:
    found = parse_amounts(text)
    assert found is not None
    assert [(one.value, one.scale, one.source) for one in found] == [(value, scale, source)]


@pytest.mark.parametrize(
    "text",
    [
        "5 бюджетных мест",
        "3 гранта",
        "2 проекта за счет бюджета",
        "5% бюджета",
        "РБ 001",
        "10 штук МБ",
        "5 жобаға қаражат",
    ],
)
def test_what_is_counted_is_no_amount_of_a_source(text: str) -> None:
    assert parse_amounts(text) is None
