"""Indicators that the passport of an invented programme tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html_plans import read

TITLE = {
    "ru": "Программа развития садов на 2031-2033 годы",
    "kk": "Бақтарды дамытудың 2031-2033 жылдарға арналған бағдарламасы",
}
TOLD = {
    "ru": (
        "Целевые индикаторы",
        "доля садов с поливом: 2031 г. – 42 %, 2032 г. – 50 %; число роз: 2031 год – 10; 2033 год – 24 единицы; любовь к садам",
        [("доля садов с поливом", "%", {2031: 42.0, 2032: 50.0}), ("число роз", "единиц", {2031: 10.0, 2033: 24.0})],
    ),
    "kk": (
        "Нысаналы индикаторлар",
        "суарылатын бақтардың үлесі: 2031 ж. – 42 %, 2032 ж. – 50 %; раушандардың саны: 2033 ж. – 24 бірлік",
        [("суарылатын бақтардың үлесі", "%", {2031: 42.0, 2032: 50.0}), ("раушандардың саны", "бірлік", {2033: 24.0})],
    ),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_indicators_of_a_passport(lang: str, tmp_path: Path) -> None:
    title, words, expected = TOLD[lang]
    found = read([[[title, words]], "Бақ"], tmp_path, TITLE[lang])
    told = [(one.name, one.unit, {target.year: target.value for target in one.targets}) for one in found.indicators]
    assert told == expected
    assert {one.group for one in found.indicators} == {"passport"}


def test_no_values_are_no_indicators(tmp_path: Path) -> None:
    found = read([[["Целевые индикаторы", "рост числа садов; полив роз"]]], tmp_path, TITLE["ru"])
    assert found.indicators == ()


def test_a_table_of_indicators_goes_before_the_passport(tmp_path: Path) -> None:
    table = [["№", "Наименование индикатора", "Ед. изм.", "2031 год", "2032 год"], ["1", "Доля садов с поливом", "%", "42", "50"]]  # fmt: skip
    found = read([[list(TOLD["ru"][:2])], "Индикаторы", table], tmp_path, TITLE["ru"])
    assert [(one.group, one.name) for one in found.indicators] == [(None, "Доля садов с поливом")]
