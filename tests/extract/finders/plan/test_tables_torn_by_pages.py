"""Plans whose tables a page tears: below, in several numbers, without their last column, or down the middle."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

HEAD = "# План ухода за садами на 2031-2034 годы\n\n"
TITLES = ["№", "Мероприятие", "Форма завершения", "Исполнители", "Срок"]


def table(*rows: list[str]) -> str:
    """Rows as HTML, a cell "3:words" set across three columns."""
    cells = ["".join(_cell(words) for words in row) for row in rows]
    return "<table>\n" + "".join(f"<tr>{row}</tr>\n" for row in cells) + "</table>\n\n"


def _cell(words: str) -> str:
    wide, colon, rest = words.partition(":")
    return f'<td colspan="{wide}">{rest}</td>' if colon and wide.isdigit() else f"<td>{words}</td>"


def read(text: str, folder: Path) -> Extraction:
    path = folder / "plan.md"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


def money(found: Extraction) -> list[dict[int | None, float]]:
    return [{one.year: one.amount for one in measure.funding or ()} for measure in found.measures]


def test_a_table_below_goes_on_with_numbers_of_several_parts(tmp_path: Path) -> None:
    above = table(TITLES, ["7.8.", "Полить сад", "акт", "МП", "2031-2032"], ["7.9.", "Рыхлить", "акт", "МП", "2033"])
    below = table(["7.10.", "Обрезать", "акт", "МП", "2031-2032"], ["8.", "ОГРАДЫ", "", "", ""])
    further = table(["8.1.", "Красить", "акт", "МП", "2034"])
    found = read(HEAD + above + below + further, tmp_path)
    assert [measure.number for measure in found.measures] == ["7.8", "7.9", "7.10", "8.1"]


def test_a_table_below_that_lacks_the_last_column_is_read(tmp_path: Path) -> None:
    above = table(TITLES, ["1", "Полить сад", "акт", "МП", "2031 год"], ["2", "Рыхлить", "акт", "МП", "2032 год"])
    found = read(HEAD + above + table(["3", "Обрезать", "отчёт", "МП"], ["4", "Красить", "акт", "МП"]), tmp_path)
    assert [(measure.number, measure.period is None) for measure in found.measures[2:]] == [("3", True), ("4", True)]


def test_a_table_that_nobody_reads_is_named_where_its_rows_are_numbered_and_proved(tmp_path: Path) -> None:
    above = table(TITLES, ["5", "Полить сад", "акт", "МП", "2031 год"], ["6", "Рыхлить", "акт", "МП", "2032 год"])
    found = read(
        HEAD + above + table(["1", "Обрезать", "отчёт"], ["2", "Красить", "акт"], ["4", "Белить", "акт"]), tmp_path
    )
    assert len(found.measures) == 2
    assert "table-not-read" in {finding.code for finding in found.findings}


def test_every_right_half_belongs_to_the_left_half_before_it(tmp_path: Path) -> None:
    left = table(
        TITLES,
        ["1", "Полить сад", "акт", "МП", "2031 год"],
        ["2", "Привить, в том числе:", "акт", "МП", "2031-2033"],
        ["", "в том числе:", "", "", ""],
    )
    right = table(
        ["3:Расходы, млн. тенге", "Источник"],
        ["2031", "2032", "2033", ""],
        ["12,5", "", "", "МБ"],
        ["2:9,5", "3,0", "РБ"],
    )
    again = table(["3", "Рыхлить", "акт", "МП", "2032 год"], ["4", "Красить", "акт", "МП", "2033 год"])
    dated = table(["2032 год", "", "4,5", "", "МБ"], ["2033 год", "3:не требуется", ""])
    short = table(["5", "Белить", "акт", "МП"], ["6", "Косить", "акт", "МП"])
    due = table(["2033 год", "", "", "7,5", "МБ"], ["2031 год", "1,5", "", "", "РБ"])
    found = read(HEAD + left + right + "## Ограды\n\n" + again + dated + "## Луга\n\n" + short + due, tmp_path)
    assert [measure.number for measure in found.measures] == list("123456")
    assert money(found) == [{2031: 12.5}, {2033: 3.0, None: 12.5}, {2032: 4.5}, {}, {2033: 7.5}, {2031: 1.5}]
    assert found.measures[1].funding_note == "2031-2032: 9,5"
    assert [measure.period.due for measure in found.measures[4:] if measure.period] == [("2033",), ("2031",)]


@pytest.mark.parametrize(
    ("due", "amounts", "total", "note"),
    [
        ("2031-2033<br>2034-2040", "5.0<br>12.0", 17, "2031-2033: 5; 2034-2040: 12"),
        ("2031-20332034-2040", "1.5 2.5", 4, "2031-2033: 1.5; 2034-2040: 2.5"),
    ],
)
def test_amounts_of_years_together_are_in_the_sum(
    due: str, amounts: str, total: float, note: str, tmp_path: Path
) -> None:
    titles = [*TITLES, "Затраты, млн. тенге"]
    (found,) = read(HEAD + table(titles, ["1", "Полить сад", "акт", "МП", due, amounts]), tmp_path).measures
    assert found.period is not None
    assert found.period.due == ("2031/2033", "2034/2040")
    assert [(one.year, one.amount) for one in found.funding or ()] == [(None, total)]
    assert found.funding_note == note
