"""Days in figures, and Roman numbers typed with letters that look like them."""

from __future__ import annotations

import pytest

from extract.values.times.due_points import YearFrame
from extract.values.times.period import parse_period
from extract.values.times.prose import find_periods


@pytest.mark.parametrize(
    ("text", "lang", "due", "recurrence"),
    [
        ("до 01.09.2026 г.", "ru", ("2026-09-01",), None),
        ("30.06.2027", "ru", ("2027-06-30",), None),
        ("с 01.09.2026 по 31.12.2026 г.", "ru", ("2026-09-01/2026-12-31",), None),
        ("31.12.2026 жылға дейін", "kk", ("2026-12-31",), None),
        ("ежеквартально, до 10 числа", "ru", (), "quarterly"),
        ("не реже одного раза в полугодие", "ru", (), "semiannual"),
        ("жыл бойы", "kk", (), None),
    ],
)
def test_days_in_figures_and_days_of_any_month(
    text: str, lang: str, due: tuple[str, ...], recurrence: str | None
) -> None:
    period = parse_period(text, lang)
    assert period is not None
    assert (period.due, period.recurrence) == (due, recurrence)


def test_a_day_in_figures_is_due_in_prose_only_behind_a_word_that_says_so() -> None:
    assert [piece.due for piece in find_periods("представить до 01.09.2026 г. отчет", "ru")] == [("2026-09-01",)]
    assert find_periods("в редакции от 23.09.2022 года", "ru") == ()
    assert parse_period("31.02.2026 г.", "ru") is None


@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        ("ІІ–Ш кварталы", "ru", ("2031-Q2/2031-Q3",)),
        ("П, Ш кварталы 2031 года", "ru", ("2031-Q2", "2031-Q3")),
        ("ІУ квартал", "ru", ("2031-Q4",)),
        ("П полугодие", "ru", ("2031-H2",)),
        ("Ш тоқсан", "kk", ("2031-Q3",)),
    ],
)
def test_roman_numbers_typed_with_russian_letters(text: str, lang: str, due: tuple[str, ...]) -> None:
    found = parse_period(text, lang, frame=YearFrame(2031, 2031))
    assert found is not None
    assert found.due == due


@pytest.mark.parametrize("text", ["У квартал", "ПП квартал", "П. 3 плана", "Школа, квартал 5"])
def test_other_letters_are_no_roman_numbers(text: str) -> None:
    assert parse_period(text, "ru", frame=YearFrame(2031, 2031)) is None
