"""Tables that go on below a line, or to the right with other columns of the same rows: measures are counted once."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.blocks import Cell, Document, Row, Table, passage_of
from extract.document.continued_tables import follows_soon
from extract.document.joined.tables import with_tables_whole
from kzedu_graph.model.extraction import Extraction
from tests.html_plans import HEAD, codes, down, dues, read

WORDS = {
    "ru": {
        "one": ("№", "Мероприятие", "Форма завершения"),
        "two": ("№", "Мероприятие", "Срок исполнения", "Ответственный"),
        "lead": "Продолжение таблицы 1",
        "names": ("Посадить сады", "Полить сады", "Убрать листья"),
        "due": ("май 2031 года", "июнь 2031 года", "октябрь 2031 года"),
        "form": "отчет",
        "who": "Завхоз",
        "parts": ("Весна", "Осень"),
        "labels": ("Раздел 1. Весна", "Раздел 2. Осень"),
    },
    "kk": {
        "one": ("№", "Іс-шара", "Аяқталу нысаны"),
        "two": ("№", "Іс-шара", "Орындау мерзімі", "Жауапты"),
        "lead": "кестенің жалғасы",
        "names": ("Бақ отырғызу", "Бақты суару", "Жапырақ жинау"),
        "due": ("2031 жылғы мамыр", "2031 жылғы маусым", "2031 жылғы қазан"),
        "form": "есеп",
        "who": "Шаруашылық меңгерушісі",
        "parts": ("Көктем", "Күз"),
        "labels": ("1-бағыт. Көктем", "2-бағыт. Күз"),
    },
}
DUE = [["2031-05"], ["2031-06"], ["2031-10"]]
LANGS = pytest.mark.parametrize("lang", ["ru", "kk"])


def rows_of(lang: str) -> tuple[list[list[str]], list[list[str]]]:
    """The rows with the forms, and those of the table that goes on with them."""
    told = WORDS[lang]
    one = [[f"{n}.", name, told["form"]] for n, name in enumerate(told["names"], 1)]
    two = [[f"{n}.", name, told["due"][n - 1], told["who"]] for n, name in enumerate(told["names"], 1)]
    return one, two


def forms(found: Extraction) -> list[list[str]]:
    return [[form.text for form in measure.completion_form] for measure in found.measures]


@LANGS
@pytest.mark.parametrize("said", [True, False])
def test_other_columns_of_the_same_rows_go_to_the_right(lang: str, said: bool, tmp_path: Path) -> None:
    """A line may say so; each measure's two places in the text are its evidence. Columns are numbered on."""
    told, (one, two) = WORDS[lang], rows_of(lang)
    lead = [told["lead"]] if said else []
    tables = [[told["one"], ["1.", "2.", "3."], *one], *lead, [told["two"], ["1.", "2.", "4.", "5."], *two]]
    found = read(tables, tmp_path, HEAD[lang])
    assert dues(found) == DUE
    assert forms(found) == [[told["form"]]] * 3
    quotes = [[found.text[span.start : span.end] for span in measure.evidence] for measure in found.measures]
    assert [len(quote) for quote in quotes] == [2, 2, 2]
    assert told["names"][1] not in "".join(quotes[0])


@LANGS
def test_the_rest_may_be_numbered_alone_and_lack_a_row(lang: str, tmp_path: Path) -> None:
    told, (one, two) = WORDS[lang], rows_of(lang)
    more = [*one, ["4.", told["parts"][0], told["form"]]]
    rest = [[row[0], *row[2:]] for row in two]
    titles = (told["two"][0], *told["two"][2:])
    found = read([[told["one"], *more], told["lead"], [titles, *rest]], tmp_path, HEAD[lang])
    assert dues(found) == [*DUE, []]
    assert len(forms(found)) == 4
    found = read(
        [[told["two"][:3], *(row[:3] for row in two)], [titles[::2], *(row[::2] for row in rest)]], tmp_path, HEAD[lang]
    )
    assert dues(found) == DUE
    assert all(measure.responsible for measure in found.measures)


@LANGS
def test_another_table_of_other_things_stays_apart(lang: str, tmp_path: Path) -> None:
    told, (one, two) = WORDS[lang], rows_of(lang)
    others = [[row[0], f"{told['parts'][1]} {n}", *row[2:]] for n, row in enumerate(two)]
    found = read([[told["two"], *two], told["parts"][0], [told["two"], *others]], tmp_path, HEAD[lang])
    assert len(found.measures) == 6
    people = [[row[0], "А. Сәду", "Б. Нұр"] for row in two]
    found = read([[told["two"], *two], [["№", "Х", "У"], *people]], tmp_path, HEAD[lang])
    assert all(len(measure.responsible) == 1 for measure in found.measures)
    found = read([[told["one"], *one], [told["two"], *others]], tmp_path, HEAD[lang])
    assert [measure.name for measure in found.measures] == [row[1] for row in others]


@LANGS
def test_lines_between_small_tables_are_groups(lang: str, tmp_path: Path) -> None:
    """Where numbers go on: plain lines; above tables with titles of their own those with a label."""
    told, (_, two) = WORDS[lang], rows_of(lang)
    one, other = told["parts"]
    found = read([[told["two"]], one, two[:2], other, two[2:]], tmp_path, HEAD[lang])
    assert dues(found) == DUE
    assert [measure.part_of for measure in found.measures] == [("direction", n) for n in "112"]
    assert [group.name for group in found.groups] == [one, other]
    one, other = told["labels"]
    found = read([one, [told["two"], *two[:2]], other, [told["two"], *two[2:]]], tmp_path, HEAD[lang])
    assert [measure.part_of for measure in found.measures] == [("direction", n) for n in "112"]


@LANGS
def test_titles_that_a_table_repeats_are_no_rows(lang: str, tmp_path: Path) -> None:
    told, (_, two) = WORDS[lang], rows_of(lang)
    found = read([[told["two"], two[0], told["two"], *two[1:]]], tmp_path, HEAD[lang])
    assert dues(found) == DUE
    assert "row-not-understood" not in codes(found)


@LANGS
def test_a_line_that_says_something_else_may_stand_between(lang: str, tmp_path: Path) -> None:
    """Names, numbers and what the further columns are tell enough; a table of other things stays one of its own."""
    told, (one, two) = WORDS[lang], rows_of(lang)
    found = read([[told["one"], *one], told["parts"][0], [told["two"], *two]], tmp_path, HEAD[lang])
    assert (dues(found), forms(found)) == (DUE, [[told["form"]]] * 3)
    fewer = read([[told["one"], *one], told["parts"][0], [told["two"], *two[:2]]], tmp_path, HEAD[lang])
    assert len(fewer.measures) == 2
    unknown = [(*told["two"][:3], "Х"), *two]
    assert len(read([[told["one"], *one], told["parts"][0], unknown], tmp_path, HEAD[lang]).measures) == 3


def test_odd_tables_are_left_as_they_are() -> None:
    """One without rows, and one whose titles begin with a number."""
    words = Row(tuple(Cell((passage_of(text),)) for text in ("1", "Мероприятие", "Срок")))
    blocks = (Table(()), Table((words, words)), Table((words,)), Table(()))
    assert with_tables_whole(Document("odd", "ru", "", blocks)).blocks == blocks


@pytest.mark.parametrize(("last", "number"), [("1", "2"), ("8", "10"), ("8", "12")])
def test_rows_may_have_been_struck_out_between_two_parts(last: str, number: str) -> None:
    assert follows_soon(last, number)


@pytest.mark.parametrize(("last", "number"), [("8", "13"), ("8", "8"), ("8", "7"), ("1.2", "3"), ("", "1")])
def test_a_number_far_from_the_last_one_is_of_another_table(last: str, number: str) -> None:
    assert not follows_soon(last, number)


def test_years_set_side_by_side_under_a_title_go_to_the_right(tmp_path: Path) -> None:
    """Titles of two rows, one set across the years: each year's amounts stand with the measure of the first half."""
    one = [["№", "Мероприятия", "Форма завершения"], ["1", "Посадить сады", "отчет"], ["3", "Полить сады", "отчет"]]
    two = [
        [*down("№", "Ответственный", "Срок исполнения"), ("Расходы (тыс. тенге)", 2)],
        ["2031 г.", "2032 г."],
        ["1", "Завхоз", "май 2031 года", "5", ""],
        ["3", "Завхоз", "июнь 2032 года", "", "7"],
    ]
    found = read([one, "продолжение таблицы", two], tmp_path, HEAD["ru"])
    assert [measure.name for measure in found.measures] == ["Посадить сады", "Полить сады"]
    assert dues(found) == [["2031-05"], ["2032-06"]]
    assert forms(found) == [["отчет"], ["отчет"]]
    assert [[(one.year, one.amount) for one in measure.funding or ()] for measure in found.measures] == [
        [(2031, 0.005)],
        [(2032, 0.007)],
    ]
