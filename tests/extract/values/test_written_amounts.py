"""Amounts as people write them in cells: in two scales, with a sign of currency, about so much."""

from __future__ import annotations

import pytest

from extract.language.written_amounts import says_about
from extract.values.money import find_amounts, parse_amounts, says_no_money


@pytest.mark.parametrize(
    ("cell", "millions"),
    [
        ("2 млрд. 300 млн. тенге", 2300),
        ("1 млн 250 тыс. тенге", 1.25),
        ("1 млн. 200 мың теңге", 1.2),
        ("2 млрд 300 млн 500 тыс. тенге", 2300.5),
        ("250 000 ₸", 0.25),
        ("₸ 250 000", 0.25),
        ("250 000 KZT", 0.25),
        ("12 млн ₸", 12),
        ("1.250.000 тенге", 1.25),
        ("1250 тыс.", 1.25),
        ("3 т.т.", 0.003),
        ("порядка 1,2 млн тенге", 1.2),
        ("500 мың теңгеге жуық", 0.5),
    ],
)
def test_an_amount_and_its_scale(cell: str, millions: float) -> None:
    (found,) = parse_amounts(cell) or ()
    assert found.scale is not None
    assert round(found.value * found.scale, 9) == millions


@pytest.mark.parametrize("cell", ["около 500", "~500", "≈ 500", "шамамен 500", "500-ге жуық", "500 шамасында"])
def test_about_so_much(cell: str) -> None:
    (found,) = parse_amounts(cell) or ()
    assert (found.value, found.scale, says_about(cell)) == (500, None, True)


@pytest.mark.parametrize("cell", ["до 500", "не более 500", "около школы", "300 млн 2 млрд тенге"])
def test_what_is_no_amount(cell: str) -> None:
    assert parse_amounts(cell) is None
    assert not says_about(cell)


def test_prose_tells_one_amount_in_two_scales() -> None:
    found = [amount.millions for amount in find_amounts("Нужно 2 млрд 300 млн тенге, затем 5 млн тенге.")]
    assert found == [2300, 5]


@pytest.mark.parametrize(
    "cell", ["не треб.", "без дополнительных затрат", "қажет етілмейді", "қаржыландыруды талап етпейді"]
)
def test_no_money_is_needed(cell: str) -> None:
    assert says_no_money(cell)
