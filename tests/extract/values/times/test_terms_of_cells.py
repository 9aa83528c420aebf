"""Terms as cells of plans word them: how often, all the year, months misspelt or cut short, school years cut short."""

from __future__ import annotations

import pytest

from extract.values.times.due_points import YearFrame
from extract.values.times.period import parse_period
from extract.values.times.prose import find_periods

YEAR = YearFrame(2031, 2031)


@pytest.mark.parametrize(
    ("lang", "term", "recurrence"),
    [
        ("ru", "поквартально", "quarterly"),
        ("ru", "по кварталам", "quarterly"),
        ("ru", "по четвертям", "quarterly"),
        ("ru", "помесячно", "monthly"),
        ("ru", "по месяцам", "monthly"),
        ("ru", "ежеквартальные", "quarterly"),
        ("ru", "каждое полугодие", "semiannual"),
        ("ru", "каждый семестр", "semiannual"),
        ("ru", "по полугодиям", "semiannual"),
        ("ru", "каждые 3 месяца", "quarterly"),
        ("ru", "каждые два года", "biennial"),
        ("ru", "ежегодно, 1 раз в полугодие", "semiannual"),
        ("kk", "тоқсан бойынша", "quarterly"),
        ("kk", "айлар бойынша", "monthly"),
        ("kk", "әр тоқсан сайын", "quarterly"),
        ("kk", "әр апта", "weekly"),
        ("kk", "аптасына бір рет", "weekly"),
        ("ru", "3-я неделя каждого месяца", "monthly"),
        ("ru", "в конце каждого квартала", "quarterly"),
        ("ru", "ежемесячно к 25-му числу", "monthly"),
        ("kk", "әр айдың 3-аптасы", "monthly"),
        ("kk", "әр тоқсанның соңында", "quarterly"),
        ("kk", "әр тоқсанның соңғы айының 25-іне дейін", "quarterly"),
        ("kk", "аптасына 2 рет", "weekly"),
        ("kk", "әр сейсенбі", "weekly"),
        ("kk", "айдың 2-ші сейсенбісі", "monthly"),
        ("kk", "әр айдың бірінші дүйсенбісі", "monthly"),
        ("kk", "сәрсенбі күндері", "weekly"),
        ("kk", "тоқсан сайын, есепті тоқсанның соңғы айының 20-сына дейін", "quarterly"),
        ("ru", "2 раза в неделю", "weekly"),
        ("ru", "2 раза в месяц", "monthly"),
        ("ru", "два раза в месяц", "monthly"),
        ("kk", "айына 2 рет", "monthly"),
        ("kk", "айына екі рет", "monthly"),
        ("ru", "второй вторник каждого месяца", "monthly"),
        ("ru", "1 и 3 вторник месяца", "monthly"),
        ("kk", "әр жарты жылда", "semiannual"),
        ("kk", "айсайын", "monthly"),
        ("kk", "күнделікті", "daily"),
    ],
)
def test_how_often(lang: str, term: str, recurrence: str) -> None:
    period = parse_period(term, lang)
    assert period
    assert (period.due, period.recurrence) == ((), recurrence)


@pytest.mark.parametrize(
    ("lang", "term", "due", "recurrence"),
    [
        ("ru", "ежеквартально к 25 числу (март, июнь)", ("2031-03-25", "2031-06-25"), "quarterly"),
        ("ru", "март, июнь (до 25 числа)", ("2031-03-25", "2031-06-25"), None),
        ("ru", "к 25 числу марта и июня", ("2031-03-25", "2031-06-25"), None),
        ("ru", "до 25 марта, июня", ("2031-03-25", "2031-06-25"), None),
        ("ru", "в мае месяце", ("2031-05",), None),
        ("ru", "осенне-зимний период", ("2031-09/2032-02",), None),
        ("kk", "мамырдың ортасы", ("2031-05",), None),
        ("kk", "жаз мезгілі", ("2031-06/2031-08",), None),
        ("ru", "25 марта, июнь", ("2031-03-25", "2031-06"), None),
        ("ru", "5 марта, 6 июня", ("2031-03-05", "2031-06-06"), None),
        ("kk", "тоқсан сайын 25-іне дейін (наурыз, маусым)", ("2031-03-25", "2031-06-25"), "quarterly"),
        ("kk", "наурыз, маусым айларының 25-іне дейін", ("2031-03-25", "2031-06-25"), None),
    ],
)
def test_a_day_of_named_months(lang: str, term: str, due: tuple[str, ...], recurrence: str | None) -> None:
    period = parse_period(term, lang, frame=YEAR)
    assert period
    assert (period.due, period.recurrence) == (due, recurrence)


def test_a_day_that_a_named_month_lacks_is_not_read() -> None:
    assert parse_period("к 31 числу (март, июнь)", "ru", frame=YEAR) is None


@pytest.mark.parametrize("term", ["5 раз в год", "каждые 7 месяцев"])
def test_what_no_code_says_is_not_guessed(term: str) -> None:
    assert parse_period(term, "kk" if "рет" in term else "ru") is None


@pytest.mark.parametrize(
    ("lang", "term"),
    [
        ("ru", "в теч. года"),
        ("ru", "в теч.уч.года"),
        ("ru", "весь год"),
        ("ru", "круглый год"),
        ("ru", "круглогодично"),
        ("ru", "на протяжении года"),
        ("kk", "жыл бойына"),
        ("kk", "оқу жылы бойында"),
    ],
)
def test_all_the_year_is_the_year_of_the_plan(lang: str, term: str) -> None:
    period, alone = parse_period(term, lang, frame=YEAR), parse_period(term, lang)
    assert period
    assert period.due == ("2031",)
    assert alone
    assert (alone.due, alone.recurrence) == ((), None)


@pytest.mark.parametrize(
    ("lang", "term"),
    [
        ("ru", "весь период"),
        ("ru", "за весь срок аренды"),
        ("ru", "при необходимости"),
        ("ru", "по необходимости"),
        ("ru", "регулярно"),
        ("ru", "незамедлительно"),
        ("kk", "қажет болған жағдайда"),
        ("kk", "қажеттілік бойынша"),
        ("kk", "жүйелі түрде"),
        ("kk", "дереу"),
    ],
)
def test_terms_without_a_due_point(lang: str, term: str) -> None:
    period = parse_period(term, lang)
    assert period
    assert (period.due, period.recurrence) == ((), None)


@pytest.mark.parametrize(
    ("lang", "term", "due"),
    [
        ("ru", "декбрь 2031 года", "2031-12"),
        ("ru", "сентабрь 2031 г", "2031-09"),
        ("ru", "авгсут", "2031-08"),
        ("ru", "до 1 сентебря", "2031-09-01"),
        ("ru", "сент. 2031 г.", "2031-09"),
        ("ru", "до 15 дек.", "2031-12-15"),
        ("ru", "окт.-нояб.", "2031-10/2031-11"),
        ("kk", "2031 жылғы желтоксан", "2031-12"),
        ("kk", "караша", "2031-11"),
        ("kk", "қыр.", "2031-09"),
        ("kk", "сәур 2031 жыл", "2031-04"),
    ],
)
def test_a_month_misspelt_or_cut_short(lang: str, term: str, due: str) -> None:
    period = parse_period(term, lang, frame=YEAR)
    assert period
    assert period.due == (due,)


@pytest.mark.parametrize(
    ("lang", "term"), [("ru", "карта 2031 года"), ("ru", "марка"), ("ru", "ию 2031"), ("kk", "2031 жылғы сад")]
)
def test_other_words_are_no_months(lang: str, term: str) -> None:
    assert parse_period(term, lang, frame=YEAR) is None


@pytest.mark.parametrize(
    ("lang", "term", "due"),
    [
        ("ru", "2031-32 учебный год", "2031-09/2032-06"),
        ("ru", "2031/32 уч. год", "2031-09/2032-06"),
        ("ru", "2031-33 гг.", "2031/2033"),
        ("kk", "2031-32 оқу жылы", "2031-09/2032-06"),
        ("ru", "осень-весна 2031 года", "2031-09/2032-05"),
        ("kk", "2031 жылғы көктем-күз", "2031-03/2031-11"),
        ("kk", "2031 жылғы 4 наурыз бен 4 сәуір аралығында", "2031-03-04/2031-04-04"),
        ("kk", "наурыз бен мамыр аралығында", "2031-03/2031-05"),
    ],
)
def test_from_one_to_another(lang: str, term: str, due: str) -> None:
    period = parse_period(term, lang, frame=YEAR)
    assert period
    assert period.due == (due,)


@pytest.mark.parametrize(
    ("lang", "term"),
    [("ru", "2031-203 гг."), ("kk", "2031-203 жылдарға"), ("ru", "2031-203 учебный год"), ("kk", "2031/203 оқу жылы")],
)
def test_a_year_with_a_figure_missing_is_no_span(lang: str, term: str) -> None:
    period = parse_period(term, lang, frame=YEAR)
    assert period is None or period.due == ()


@pytest.mark.parametrize(("lang", "term"), [("ru", "август (ежегодно)"), ("kk", "тамыз (жыл сайын)")])
def test_how_often_may_stand_in_brackets_behind(lang: str, term: str) -> None:
    period = parse_period(term, lang, frame=YEAR)
    assert period
    assert (period.due, period.recurrence) == (("--08",), "annual")


@pytest.mark.parametrize(
    ("lang", "prose"),
    [
        ("ru", "Отчет составляется с разбивкой по кварталам."),
        ("ru", "Комиссия регулярно осматривает сады."),
        ("kk", "Күнделікті күтім қажет болған жағдайда тоқсан бойынша есептеледі."),
    ],
)
def test_prose_tells_no_term_by_them(lang: str, prose: str) -> None:
    assert find_periods(prose, lang) == ()
