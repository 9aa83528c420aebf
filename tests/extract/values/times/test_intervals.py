"""From one day to another, over New Year too, halves of a named school year, and how often within a month or a term."""

from __future__ import annotations

import pytest

from extract.values.times.due_points import YearFrame
from extract.values.times.period import parse_period
from extract.values.times.prose import find_periods

SCHOOL_YEAR = YearFrame(2031, 2032)


@pytest.mark.parametrize("frame", [None, SCHOOL_YEAR])
@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        ("3 августа – 12 сентября 2031 года", "ru", "2031-08-03/2031-09-12"),
        ("27 августа - 4 сентября 2031 г.", "ru", "2031-08-27/2031-09-04"),
        ("28 декабря – 9 января 2032 года", "ru", "2031-12-28/2032-01-09"),
        ("с 28 декабря по 9 января 2032 года", "ru", "2031-12-28/2032-01-09"),
        ("02-06.09.2031", "ru", "2031-09-02/2031-09-06"),
        ("с 02 по 06.09.2031 г.", "ru", "2031-09-02/2031-09-06"),
        ("2031 жылғы 3 тамыз – 12 қыркүйек", "kk", "2031-08-03/2031-09-12"),
        ("2031 жылғы 28 желтоқсан – 9 қаңтар", "kk", "2031-12-28/2032-01-09"),
        ("2031 жылғы 27 тамыздан 4 қыркүйекке дейін", "kk", "2031-08-27/2031-09-04"),
        ("2031 жылғы қыркүйектен 2032 жылғы мамырға дейін", "kk", "2031-09/2032-05"),
        ("2031 жылғы 3 тамыз бен 12 қыркүйек аралығы", "kk", "2031-08-03/2031-09-12"),
        ("2031 жылғы 27 тамыздан кешіктірмей", "kk", "2031-08-27"),
        ("I полугодие 2031-2032 уч. года", "ru", "2031-09/2031-12"),
        ("2 полугодие 2031/2032 учебного года", "ru", "2032-01/2032-05"),
        ("2031-2032 оқу жылының екінші жартыжылдығы", "kk", "2032-01/2032-05"),
    ],
)
def test_an_interval_is_one_point(text: str, lang: str, due: str, frame: YearFrame | None) -> None:
    period = parse_period(text, lang, frame=frame)
    assert period is not None
    assert period.due == (due,)


@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        ("в период с 12 октября по 4 ноября", "ru", "2031-10-12/2031-11-04"),
        ("27 тамыздан 4 қыркүйекке дейін", "kk", "2031-08-27/2031-09-04"),
        ("желтоқсан айынан наурыз айына дейін", "kk", "2031-12/2032-03"),
        ("27 тамыздан кешіктірмей", "kk", "2031-08-27"),
        ("второе полугодие учебного года", "ru", "2032-01/2032-05"),
        ("III четверть учебного года", "ru", "2032-01/2032-03"),
        ("оқу жылының бірінші жартыжылдығы", "kk", "2031-09/2031-12"),
    ],
)
def test_an_interval_without_a_year_is_of_the_plan(text: str, lang: str, due: str) -> None:
    period = parse_period(text, lang, frame=SCHOOL_YEAR)
    assert period is not None
    assert period.due == (due,)
    assert parse_period(text, lang) is None


@pytest.mark.parametrize(
    ("text", "lang", "recurrence"),
    [
        ("2 раза в месяц", "ru", "monthly"),
        ("дважды в месяц", "ru", "monthly"),
        ("1-2 раза в четверть", "ru", "quarterly"),
        ("айына 3 рет", "kk", "monthly"),
        ("айына екі рет", "kk", "monthly"),
        ("тоқсанына 1-2 рет", "kk", "quarterly"),
        ("тоқсанына екі рет", "kk", "quarterly"),
        ("2 раза в квартал", "ru", "quarterly"),
        ("дважды в четверть", "ru", "quarterly"),
    ],
)
def test_several_times_within_a_month_or_a_term(text: str, lang: str, recurrence: str) -> None:
    period = parse_period(text, lang)
    assert period is not None
    assert (period.due, period.recurrence) == ((), recurrence)


@pytest.mark.parametrize(
    "text", ["06-02.09.2031", "31-32.09.2031", "полугодие учебного года", "четверть учебного года"]
)
def test_what_is_no_interval(text: str) -> None:
    assert parse_period(text, "ru", frame=SCHOOL_YEAR) is None


@pytest.mark.parametrize(
    ("text", "yearless", "framed", "recurrence"),
    [
        ("жыл сайын 27 тамыздан 4 қыркүйекке дейін", "--08-27/--09-04", "2031-08-27/2031-09-04", "annual"),
        ("28 желтоқсаннан 9 қаңтарға дейін, жыл сайын", "--12-28/--01-09", "2031-12-28/2032-01-09", "annual"),
        ("ай сайын, қазаннан сәуірге дейін", "--10/--04", "2031-10/2032-04", "monthly"),
    ],
)
def test_an_interval_that_recurs(text: str, yearless: str, framed: str, recurrence: str) -> None:
    for frame, due in ((None, yearless), (SCHOOL_YEAR, framed)):
        period = parse_period(text, "kk", frame=frame)
        assert period is not None
        assert (period.due, period.recurrence) == ((due,), recurrence)
    (piece,) = find_periods(f"Мектеп {text} есеп берсін.", "kk")
    assert (piece.due, piece.recurrence) == ((yearless,), recurrence)


def test_several_intervals_of_one_year() -> None:
    period = parse_period(
        "2031 жылғы 3 наурыздан 8 наурызға, 12 сәуірден 2 мамырға дейін", "kk", frame=YearFrame(2033, 2033)
    )
    assert period is not None
    assert period.due == ("2031-03-03/2031-03-08", "2031-04-12/2031-05-02")


@pytest.mark.parametrize("frame", [None, SCHOOL_YEAR])
@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("4 апреля – 2 марта 2031 года", "ru"),
        ("с 9 июня по 3 июня 2031 года", "ru"),
        ("20 ноября – 10 ноября", "ru"),
        ("2031 жылғы 4 сәуірден 2 наурызға дейін", "kk"),
        ("2031 жылғы 9 маусым мен 3 маусым аралығы", "kk"),
    ],
)
def test_days_the_wrong_way_round_are_no_year(text: str, lang: str, frame: YearFrame | None) -> None:
    assert parse_period(text, lang, frame=frame) is None
    assert not find_periods(text, lang)


def test_a_school_year_of_days_goes_over_new_year() -> None:
    period = parse_period("с 1 сентября по 31 августа", "ru", frame=SCHOOL_YEAR)
    assert period is not None
    assert period.due == ("2031-09-01/2032-08-31",)
