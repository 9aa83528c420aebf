"""Numbers and amounts."""

from __future__ import annotations

import pytest

from extract.values.money import parse_money
from extract.values.numbers import parse_number


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
