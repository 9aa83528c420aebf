"""Times without a year: the plan they stand in gives it, that of a calendar year or of a school year."""

from __future__ import annotations

import pytest

from extract.values.times.due_points import YearFrame
from extract.values.times.period import parse_period


@pytest.mark.parametrize(
    ("text", "lang", "due"), [("ноябрь", "ru", ("--11",)), ("1 қарашаға дейін", "kk", ("--11-01",))]
)
def test_a_lost_year_is_missed_unless_the_caller_says_otherwise(text: str, lang: str, due: tuple[str, ...]) -> None:
    assert parse_period(text, lang) is None
    found = parse_period(text, lang, yearless=True)
    assert found is not None
    assert found.due == due


@pytest.mark.parametrize(
    ("text", "lang", "due"),
    [
        ("до 1 июня – до 1 июня", "ru", ("2031-06-01",)),
        ("1 маусымға дейін – 1 шілдеге дейін", "kk", ("2031-06-01/2031-07-01",)),
        ("02.05.2031 – по 20.05.2031", "ru", ("2031-05-02/2031-05-20",)),
    ],
)
def test_both_ends_of_a_time_in_the_year_of_the_plan(text: str, lang: str, due: tuple[str, ...]) -> None:
    found = parse_period(text, lang, frame=YearFrame(2031, 2031))
    assert found is not None
    assert found.due == due


@pytest.mark.parametrize(
    ("ru", "kk", "due"),
    [
        ("II четверть", "оқу жылының ІІ тоқсаны", ("--11/--12",)),
        ("3-я четверть", "оқу жылының 3-тоқсаны", ("--01/--03",)),
        ("четвертая четверть", "оқу жылының төртінші тоқсаны", ("--04/--05",)),
    ],
)
def test_terms_of_a_school_year(ru: str, kk: str, due: tuple[str, ...]) -> None:
    school_year = YearFrame(2031, 2032)
    for text, lang in ((ru, "ru"), (kk, "kk")):
        found = parse_period(text, lang, yearless=True)
        assert found is not None
        assert found.due == due
        framed = parse_period(text, lang, frame=school_year)
        assert framed is not None
        assert framed.due[0][:4] == ("2031" if due[0] > "--08" else "2032")


@pytest.mark.parametrize(
    ("text", "due", "recurrence"),
    [
        ("I – II четверти", ("--09/--12",), None),
        ("II-IV четверти", ("--11/--05",), None),
        ("I, III четверти", ("--09/--10", "--01/--03"), None),
        ("в конце каждой четверти", (), "quarterly"),
        ("по итогам четверти", (), "quarterly"),
    ],
)
def test_several_terms(text: str, due: tuple[str, ...], recurrence: str | None) -> None:
    found = parse_period(text, "ru", yearless=True)
    assert found is not None
    assert (found.due, found.recurrence) == (due, recurrence)


@pytest.mark.parametrize(
    ("text", "lang", "terms", "due"),
    [
        ("I полугодие", "ru", False, ("2031-09/2031-12",)),
        ("2 полугодие", "ru", False, ("2032-01/2032-05",)),
        ("2-жартыжылдық", "kk", True, ("2032-01/2032-05",)),
        ("II тоқсан", "kk", True, ("2031-11/2031-12",)),
        ("ІІ–ІІІ тоқсандар", "kk", True, ("2031-11/2032-03",)),
        ("IV квартал", "ru", False, ("2031-Q4",)),
        ("II квартал", "ru", False, ("2032-Q2",)),
        ("1 полугодие 2032 года", "ru", False, ("2032-H1",)),
    ],
)
def test_halves_and_terms_of_the_school_year_that_a_plan_is_for(
    text: str, lang: str, terms: bool, due: tuple[str, ...]
) -> None:
    found = parse_period(text, lang, frame=YearFrame(2031, 2032, of_terms=terms))
    assert found is not None
    assert found.due == due


def test_a_fifth_term_is_none() -> None:
    assert parse_period("5 четверть", "ru", yearless=True) is None
