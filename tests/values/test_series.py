"""Indicators with their yearly values, Russian and Kazakh."""

from __future__ import annotations

import pytest

from extract.values.series import parse_series, parse_unit

Row = tuple[int, float, str | None]


@pytest.mark.parametrize(
    ("text", "lang", "name", "unit", "rows"),
    [
        (
            "Доля школ с садом (2023 год – 90,2 %, 2024 год – 95 %)",
            "ru",
            "Доля школ с садом",
            "%",
            [(2023, 90.2, None), (2024, 95, None)],
        ),
        (
            "Садпен қамтылған мектептер үлесі (2023 жыл – 90,2 %; 2024 жыл –95 %)",
            "kk",
            "Садпен қамтылған мектептер үлесі",
            "%",
            [(2023, 90.2, None), (2024, 95, None)],
        ),
        ("Число садов (2024 год – 8 единиц)", "ru", "Число садов", "единиц", [(2024, 8, None)]),
        ("Бақтар саны (2024 жыл – 8 бірлік)", "kk", "Бақтар саны", "бірлік", [(2024, 8, None)]),
        ("Число новых мест (2023 год – 137000)", "ru", "Число новых мест", "мест", [(2023, 137000, None)]),
        ("Число садов (2023 год – 1 370 000)", "ru", "Число садов", None, [(2023, 1370000, None)]),
        (
            "Охват детей (9-х классов) (2023 год – 80 %)",
            "ru",
            "Охват детей (9-х классов)",
            "%",
            [(2023, 80, None)],
        ),
        (
            "Доля садов (в школах: 2023 год – 1 %, 2024 год – 2 %; в колледжах: 2023 год – 3 %)",
            "ru",
            "Доля садов",
            "%",
            [(2023, 1, "школы"), (2024, 2, "школы"), (2023, 3, "колледжи")],
        ),
        (
            "Бақтар үлесі (мектептерде: 2023 жыл – 1 %, колледждерде: 2023 жыл – 3 %)",
            "kk",
            "Бақтар үлесі",
            "%",
            [(2023, 1, "мектептер"), (2023, 3, "колледждер")],
        ),
        (
            "Уровень по PISA (PISA-2025: математика – 45 %, чтение – 25 %; PISA-2029: математика – 46 %)",
            "ru",
            "Уровень по PISA",
            "%",
            [(2025, 45, "математика"), (2025, 25, "чтение"), (2029, 46, "математика")],
        ),
        (
            "PISA деңгейі (PISA-2025: математика –45 %, оқылым – 25 %, PISA-2029: математика – 46 %)",
            "kk",
            "PISA деңгейі",
            "%",
            [(2025, 45, "математика"), (2025, 25, "оқылым"), (2029, 46, "математика")],
        ),
        (
            "Итоги PISA (по математике средний балл: PISA-2022 – 430 (уровень 2), PISA-2025 – 435 (уровень 2)",
            "ru",
            "Итоги PISA",
            "балл",
            [(2022, 430, "математика"), (2025, 435, "математика")],
        ),
        ('"18) число садов (2024 год – 8 единиц);";', "ru", "число садов", "единиц", [(2024, 8, None)]),
        ("Доля  садов\n( 2023  год  –  5 % )", "ru", "Доля садов", "%", [(2023, 5, None)]),
        ("Доля садов (2025 год: 5 %)", "ru", "Доля садов", "%", [(2025, 5, None)]),
    ],
)
def test_series(text: str, lang: str, name: str, unit: str | None, rows: list[Row]) -> None:
    found = parse_series(text, lang)
    assert found is not None
    assert (found.name, found.unit) == (name, unit)
    assert [(target.year, target.value, target.breakdown) for target in found.targets] == rows
    assert all(str(int(target.value))[0] in text[target.start : target.end] for target in found.targets)


def test_study_and_level_are_kept() -> None:
    found = parse_series("Итоги (по чтению: PISA-2022 – 392 (уровень 1а), TIMSS-2023 – 500)", "ru")
    assert found is not None
    assert [(t.study, t.level, t.year) for t in found.targets] == [("PISA", "уровень 1а", 2022), ("TIMSS", None, 2023)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Доля садов", "ru"),
        ("Доля садов (городских)", "ru"),
        ("27) исключен;", "ru"),
        ("Доля садов (2023 год – 5 %, потом больше)", "ru"),
        ("Доля садов (2023 год – 5 %) и парков", "ru"),
        ("2023 год – 5 %", "ru"),
        ("27) алып тасталды - 13.06.2024 № 465 қаулысымен;", "kk"),
    ],
)
def test_it_never_guesses(text: str, lang: str) -> None:
    assert parse_series(text, lang) is None


@pytest.mark.parametrize(
    ("text", "lang", "unit"),
    [
        ("процентов", "ru", "%"),
        ("млн. тенге", "ru", "млн тенге"),
        ("млн. тг", "kk", "млн теңге"),
        ("верста", "ru", None),
    ],
)
def test_units(text: str, lang: str, unit: str | None) -> None:
    assert parse_unit(text, lang) == unit
