"""Dates in prose, and numbers there that are none."""

from __future__ import annotations

import pytest

from extract.values.times.prose import find_periods


@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        ("Школам нужно до 1 сентября 2024 года сдать отчет.", "ru", [("2024-09-01",)]),
        ("К 2026 году откроют школу, а до конца 2027 года вторую.", "ru", [("2026",), ("2027-12",)]),
        ("Учить детей в 1 – 4 классах с января 2024 года.", "ru", [("2024-01/..",)]),
        ("Правила утверждены приказом от 6 января 2015 года № 4.", "ru", []),
        ("В 2022 году было 90 школ из 120.", "ru", []),
        ("Школа 2022 жылғы 3 тамыздағы № 7 бұйрыққа сүйенеді.", "kk", []),
        ("Мектеп 2025 жылғы 1 қыркүйекке дейін ашылады.", "kk", [("2025-09-01",)]),
        ("Есеп жыл сайын 1 ақпанға дейін беріледі.", "kk", [("--02-01",)]),
        ("2022 жылы 90 мектеп болды.", "kk", []),
        ("Отчет сдают до 1 октября.", "ru", [("--10-01",)]),
        ("Сад открыли в мае.", "ru", []),
        ("Есеп 1 қазанға дейін беріледі.", "kk", [("--10-01",)]),
    ],
)
def test_dates_in_prose(text: str, lang: str, due: list[tuple[str, ...]]) -> None:
    assert [piece.due for piece in find_periods(text, lang)] == due


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Осенью 2031 года в сентябре, до 10 роз высажены", "ru"),
        ("2031 жылы қыркүйекте 14-23 раушан отырғызылды", "kk"),
    ],
)
def test_figures_behind_a_month_in_prose_are_no_days(text: str, lang: str) -> None:
    assert not any("-10" in due or "-14" in due for piece in find_periods(text, lang) for due in piece.due)
