"""Labels of headings and rows."""

from __future__ import annotations

import pytest

from extract.values.label import lettered_number, split_label


@pytest.mark.parametrize(
    ("text", "lang", "kind", "number", "rest"),
    [
        ("Целевой индикатор 10", "ru", "indicator", "10", ""),
        ("Целевой\u00a0индикатор 1 Охват садами", "ru", "indicator", "1", "Охват садами"),
        ("Глава 2. Сады", "ru", "chapter", "2", "Сады"),
        ("Глава IV. Сады", "ru", "chapter", "IV", "Сады"),
        ("Задача 1.2. Сады", "ru", "task", "1.2", "Сады"),
        ("Цель 1: сады", "ru", "goal", "1", "сады"),
        ("Четвертое направление: сады", "ru", "direction", "4", "сады"),
        ("Четвёртая задача. Сады", "ru", "task", "4", "Сады"),
        ("Десятое направление – сады", "ru", "direction", "10", "сады"),
        ("Жетінші бағыт: бақ", "kk", "direction", "7", "бақ"),
        ("Нысаналы 2-индикатор", "kk", "indicator", "2", ""),
        ("2-нысаналы индикатор. Бақ", "kk", "indicator", "2", "Бақ"),
        ("1-мақсат: бақ", "kk", "goal", "1", "бақ"),
        ("1.5-міндет Бақ", "kk", "task", "1.5", "Бақ"),
        ("2.2 міндет: бақ", "kk", "task", "2.2", "бақ"),
        ("3-бағыт. Бақ", "kk", "direction", "3", "Бақ"),
        ("12-нәтиже көрсеткіші. Бақ", "kk", "result-indicator", "12", "Бақ"),
        ("83.      ,", "ru", None, "83", ""),
        ("63-1.", "ru", None, "63-1", ""),
        ("2.2-1.", "ru", None, "2.2-1", ""),
        ("7", "ru", None, "7", ""),
        ("139. 1", "kk", None, "139", "1"),
        ("1.5.3 Бақ", "kk", None, "1.5.3", "Бақ"),
        ("18) бақ", "kk", None, "18", "бақ"),
    ],
)
def test_label(text: str, lang: str, kind: str | None, number: str, rest: str) -> None:
    label = split_label(text, lang)
    assert label is not None
    assert (label.kind, label.number, text[label.rest :]) == (kind, number, rest)


@pytest.mark.parametrize("text", ["", "Сады", "2 сада", "15 000", "0,12", "2023 год", "Целевой индикатор", "Главарь 2"])
def test_no_label(text: str) -> None:
    assert split_label(text, "ru") is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("А.1", "А.1"),
        ("I.1.", "I.1"),
        ("а)", "а"),
        ("М12", "М12"),
        ("§ 1", "§ 1"),
        ("1-А", "1-А"),
        ("1а", "1а"),
        ("XIV.2", "XIV.2"),
        ("1.2", None),
        ("12", None),
        ("-", None),
        ("сад", None),
        ("1 сад", None),
        ("2031 г", None),
        ("", None),
    ],
)
def test_a_number_with_letters(text: str, number: str | None) -> None:
    assert lettered_number(text) == number
