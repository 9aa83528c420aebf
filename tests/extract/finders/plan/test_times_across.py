"""Times set across a plan: months before deadlines of any title, other times, headings that end or divide a month."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html_plans import SCHOOL, codes, dues, read

WORDS = {
    "ru": {
        "titles": ("№", "Содержание", "{}", "Кто"),
        "months": ("СЕНТЯБРЬ", "ОКТЯБРЬ"),
        "year": "В ТЕЧЕНИЕ УЧЕБНОГО ГОДА",
        "halves": ("I полугодие", "Постоянно"),
        "heading": ("Работа с детьми", "Работа с семьями"),
        "due": ("1 сентября", "до 15 числа", "5 октября", "", "ежемесячно", ""),
        "names": ("Сад", "Полив", "Сбор яблок", "Выставка", "Обход", "Беседы"),
        "who": "Завхоз",
    },
    "kk": {
        "titles": ("№", "Жұмыс мазмұны", "{}", "Жауапты"),
        "months": ("ҚЫРКҮЙЕК", "ҚАЗАН"),
        "year": "ОҚУ ЖЫЛЫ БОЙЫ",
        "halves": ("I жартыжылдық", "Тұрақты"),
        "heading": ("Балалармен жұмыс", "Отбасымен жұмыс"),
        "due": ("1 қыркүйек", "15-күніне дейін", "5 қазан", "", "ай сайын", ""),
        "names": ("Бақ отырғызу", "Суару", "Алма жинау", "Көрме", "Аралау", "Әңгіме"),
        "who": "Шаруашылық меңгерушісі",
    },
}


def rows_of(lang: str, *, dated: bool) -> list[list[str]]:
    told = WORDS[lang]
    return [
        [str(n), name, *([due] if dated else []), told["who"]]
        for n, (name, due) in enumerate(zip(told["names"], told["due"], strict=True), 1)
    ]


@pytest.mark.parametrize(
    ("lang", "title"),
    [("ru", "Когда проводится"), ("ru", "Время проведения"), ("ru", "К какому сроку"), ("ru", "Памятные дни"), ("kk", "Қашан өткізіледі"), ("kk", "Қай уақытта"), ("kk", "Атаулы күндер")],
)  # fmt: skip
def test_a_rows_own_deadline_goes_before_the_month_across(lang: str, title: str, tmp_path: Path) -> None:
    """By any title of when, or by what stands in the column; a time that is no month ends the month."""
    told, rows = WORDS[lang], rows_of(lang, dated=True)
    titles = [one.format(title) for one in told["titles"]]
    first, second = ([(month, 4)] for month in told["months"])
    found = read(
        [[titles, first, *rows[:2], second, *rows[2:4], [(told["year"], 4)], *rows[4:]]], tmp_path, SCHOOL[lang]
    )
    assert dues(found) == [["2031-09-01"], ["2031-09-15"], ["2031-10-05"], ["2031-10"], [], ["2031-09/2032-06"]]
    daily, yearly = found.measures[4:]
    assert daily.period
    assert daily.period.recurrence == "monthly"
    assert yearly.deadline_text == told["year"]


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_other_times_across_are_deadlines_where_no_column_is(lang: str, tmp_path: Path) -> None:
    told, rows = WORDS[lang], rows_of(lang, dated=False)
    titles = [one for one in told["titles"] if one != "{}"]
    half, always = ([(time, 3)] for time in told["halves"])
    found = read([[titles, half, *rows[:2], always, rows[2]]], tmp_path, SCHOOL[lang])
    assert dues(found) == [["2031-09/2031-12"], ["2031-09/2031-12"], []]
    assert found.measures[2].deadline_text == told["halves"][1]


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_headings_directly_below_a_month_divide_it(lang: str, tmp_path: Path) -> None:
    told, rows = WORDS[lang], rows_of(lang, dated=False)
    titles = [one for one in told["titles"] if one != "{}"]
    month, other = ([(month, 3)] for month in told["months"])
    one, two = ([(heading, 3)] for heading in told["heading"])
    divided = read([[titles, month, one, rows[0], two, rows[1], other, one, rows[2]]], tmp_path, SCHOOL[lang])
    assert dues(divided) == [["2031-09"], ["2031-09"], ["2031-10"]]
    ended = read([[titles, month, rows[0], rows[1], one, rows[2]]], tmp_path, SCHOOL[lang])
    assert dues(ended) == [["2031-09"], ["2031-09"], []]
    assert "deadline-missing" in codes(ended)
