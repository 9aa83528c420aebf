"""Plans whose columns are years, half-years or quarters of several years, with marks where a row is due."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html_plans import HEAD, SCHOOL, codes, down, dues, read

WORDS = {
    "ru": {
        "titles": ("Мероприятия", "Срок реализации", "Ответственный"),
        "years": ("2031 год", "2032 год", "2033 год"),
        "school": ("2031-2032 уч. год", "2032-2033 учебный год"),
        "quarters": ("I кв.", "II кв.", "III кв.", "IV кв."),
        "over": "Кварталы 2031 года",
        "halves": ("1 полугодие", "2 полугодие"),
        "names": ("Посадить сады", "Полить сады", "Убрать листья"),
        "who": "Завхоз",
        "text": "2031, 2032, 2033 годы",
    },
    "kk": {
        "titles": ("Іс-шаралар", "Іске асыру мерзімі", "Жауапты"),
        "years": ("2031 жыл", "2032 ж.", "2033 жыл"),
        "school": ("2031-2032 оқу жылы", "2032-2033 оқу жылы"),
        "quarters": ("I тоқсан", "II тоқсан", "III тоқсан", "IV тоқсан"),
        "over": "2031 жылғы тоқсандар",
        "halves": ("1-жартыжылдық", "2-жартыжылдық"),
        "names": ("Бақ отырғызу", "Бақты суару", "Жапырақ жинау"),
        "who": "Шаруашылық меңгерушісі",
        "text": "2031, 2032, 2033 жылдар",
    },
}
LANGS = pytest.mark.parametrize("lang", ["ru", "kk"])


@LANGS
def test_marks_below_years_say_in_which(lang: str, tmp_path: Path) -> None:
    """Numbers stand before the names, a row numbers the columns, and a dash marks nothing."""
    told = WORDS[lang]
    one, two, three = (f"{n}. {name}" for n, name in enumerate(told["names"], 1))
    head = [*down(told["titles"][0]), (told["titles"][1], 3)]
    rows = [head, told["years"], "1234", [one, "X", "Х", "x"], [two, "-", "+", "–"], [three, "", "V", "✓"]]
    found = read([rows], tmp_path, HEAD[lang])
    assert dues(found) == [["2031", "2032", "2033"], ["2032"], ["2032", "2033"]]
    assert [measure.name for measure in found.measures] == list(told["names"])
    assert found.measures[0].deadline_text == told["text"]
    assert "table-not-read" not in codes(found)


@LANGS
def test_two_years_may_be_one_column(lang: str, tmp_path: Path) -> None:
    told = WORDS[lang]
    head = ["№", told["titles"][0], "2031-2032", "2032 – 2033", "2033/2034", told["titles"][2]]
    rows = [["1", told["names"][0], "+", "", "+", told["who"]], ["2", told["names"][1], "", "+", "", told["who"]]]
    found = read([[head, *rows]], tmp_path, HEAD[lang])
    assert dues(found)[1] == ["2032/2033"]
    assert {point[:4] for point in dues(found)[0]} == {"2031", "2032", "2033", "2034"}


@pytest.mark.parametrize(
    ("lang", "mark"), [("ru", "X"), ("ru", "✔"), ("ru", "да"), ("kk", "Х"), ("kk", "+"), ("kk", "иә")]
)
def test_years_stand_in_one_row_of_titles_too(lang: str, mark: str, tmp_path: Path) -> None:
    told = WORDS[lang]
    head = ["№", told["titles"][0], *told["years"], told["titles"][2]]
    rows = [["1", told["names"][0], mark, "", mark, told["who"]], ["2", told["names"][1], "", mark, "", told["who"]]]
    found = read([[head, *rows]], tmp_path, HEAD[lang])
    assert dues(found) == [["2031", "2033"], ["2032"]]
    assert [[party.text for party in measure.responsible] for measure in found.measures] == [[told["who"]]] * 2


@LANGS
def test_each_quarter_is_of_the_year_above_it(lang: str, tmp_path: Path) -> None:
    told = WORDS[lang]
    name, over, who = told["titles"]
    head = [*down("№", name, rows=3), (over, 8), *down(who, rows=3)]
    years = [(told["years"][0], 4), (told["years"][1], 4)]
    row = ["1", told["names"][0], "", "+", "", "", "", "+", "", "х", told["who"]]
    found = read([[head, years, [*told["quarters"], *told["quarters"]], row]], tmp_path, HEAD[lang])
    assert dues(found) == [["2031-Q2", "2032-Q2", "2032-Q4"]]


@LANGS
def test_half_years_and_school_years_are_times_too(lang: str, tmp_path: Path) -> None:
    told = WORDS[lang]
    name, _, who = told["titles"]
    head = [*down("№", name), (told["years"][0], 2), (told["years"][1], 2), *down(who)]
    row = ["1", told["names"][0], "", "+", "+", "", told["who"]]
    found = read([[head, [*told["halves"], *told["halves"]], row]], tmp_path, HEAD[lang])
    assert dues(found) == [["2031-H2", "2032-H1"]]
    found = read(
        [[["№", name, *told["school"], who], ["1", told["names"][0], "", "+", told["who"]]]], tmp_path, SCHOOL[lang]
    )
    assert dues(found) == [["2032-09/2033-06"]]


@LANGS
def test_bare_numbers_below_a_word_are_quarters_or_months(lang: str, tmp_path: Path) -> None:
    told = WORDS[lang]
    name, _, who = told["titles"]
    head = [*down("№", name), (told["over"], 4), *down(who)]
    found = read(
        [[head, ["I", "II", "III", "IV"], ["1", told["names"][0], "+", "", "+", "", told["who"]]]], tmp_path, HEAD[lang]
    )
    assert dues(found) == [["2031-Q1", "2031-Q3"]]
    head = [*down("№", name), (told["years"][0], 12), *down(who)]
    marks = ["+" if month in (4, 12) else "" for month in range(1, 13)]
    found = read(
        [[head, [str(n) for n in range(1, 13)], ["1", told["names"][0], *marks, told["who"]]]], tmp_path, HEAD[lang]
    )
    assert dues(found) == [["2031-04", "2031-12"]]


@LANGS
def test_values_by_year_are_no_marks(lang: str, tmp_path: Path) -> None:
    """A plan that says neither when nor by whom is named, not passed over."""
    told = WORDS[lang]
    head = ["№", told["titles"][0], *told["years"]]
    found = read([[head, ["1", told["names"][0], "100", "200", "-"]]], tmp_path, HEAD[lang])
    assert found.measures == ()
    assert "table-not-read" in codes(found)
