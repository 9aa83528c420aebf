"""How often something is done, and words that set no date."""

from __future__ import annotations

import pytest

from extract.values.times.known_parts import parse_known_part
from extract.values.times.period import parse_period


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("постоянно", "ru"),
        ("весь период", "ru"),
        ("на весь период ремонта", "ru"),
        ("в течение всего срока аренды", "ru"),
        ("весь учебный год", "ru"),
        ("бүкіл кезең бойы", "kk"),
        ("жөндеудің барлық кезеңінде", "kk"),
        ("по мере необходимости", "ru"),
        ("тұрақты түрде", "kk"),
        ("қажеттілігіне қарай", "kk"),
        ("к началу учебного года", "ru"),
        ("до конца учебного года", "ru"),
        ("до начала отопительного сезона", "ru"),
        ("в период летних каникул", "ru"),
        ("жаңа оқу жылы басталғанға дейін", "kk"),
        ("оқу жылының аяғына дейін", "kk"),
        ("жылыту маусымының соңына дейін", "kk"),
        ("күзгі каникул кезінде", "kk"),
    ],
)
def test_words_that_set_no_date_are_understood_all_the_same(text: str, lang: str) -> None:
    period = parse_period(text, lang)
    assert period is not None
    assert (period.due, period.recurrence) == ((), None)


@pytest.mark.parametrize(
    ("text", "lang", "due", "recurrence"),
    [
        ("два раза в год, к 1 июля и 25 декабря", "ru", ("--07-01", "--12-25"), "semiannual"),
        ("4 раза в год", "ru", (), "quarterly"),
        ("жылына екі рет", "kk", (), "semiannual"),
        ("по мере необходимости, но не реже раза в полугодие", "ru", (), "semiannual"),
        ("қажеттілігіне қарай, бірақ жарты жылда кемінде 1 рет", "kk", (), "semiannual"),
        ("тоқсанына кемінде бір рет", "kk", (), "quarterly"),
        ("жарты жылда бір рет, 10 қаңтарға және 10 шілдеге", "kk", ("--01-10", "--07-10"), "semiannual"),
        ("в июне и декабре 2026 года", "ru", ("2026-06", "2026-12"), None),
    ],
)
def test_so_many_times_a_year(text: str, lang: str, due: tuple[str, ...], recurrence: str | None) -> None:
    period = parse_period(text, lang)
    assert period is not None
    assert (period.due, period.recurrence) == (due, recurrence)


@pytest.mark.parametrize(
    ("text", "lang", "recurrence"),
    [
        ("Ежегодно при составлении сметы", "ru", "annual"),
        ("ежеквартально по факту поливки", "ru", "quarterly"),
        ("Жыл сайын бақ отырғызу кезінде", "kk", "annual"),
    ],
)
def test_how_often_is_known_whatever_the_occasion(text: str, lang: str, recurrence: str) -> None:
    assert parse_period(text, lang) is None
    found = parse_known_part(text, lang)
    assert found is not None
    assert (found.due, found.recurrence) == ((), recurrence)


@pytest.mark.parametrize("text", ["Ежегодно, кроме високосного", "ежегодно или по факту", "ежегодно 12 садов до мая"])
def test_how_often_is_not_known_where_something_else_is_told(text: str) -> None:
    assert parse_known_part(text, "ru") is None
