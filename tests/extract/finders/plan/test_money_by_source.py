"""Money of a measure in rows of its own, a source each: the row of all sources is their sum, one source adds up."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

HEAD = "# План ухода за садом на 2031-2032 годы\n\n"
TITLES = (
    "№ | Мероприятие | Форма завершения | Срок | Исполнители | Источник | 2031 год, млн тенге | 2032 год, млн тенге"
)


def read(rows: list[tuple[str, str, str]], folder: Path) -> Extraction:
    first, *more = [" | ".join(row) for row in rows]
    lines = [
        TITLES,
        "|".join(["---"] * 8),
        f"1 | Сад | акт | 2032 год | М | {first}",
        *(f" | | | | | {row}" for row in more),
    ]
    path = folder / "plan.md"
    path.write_text(HEAD + "\n".join(f"| {line} |" for line in lines) + "\n", "utf-8")
    return extract_file(path, Registry.load())


def amounts(found: Extraction) -> list[tuple[int | None, float, str | None]]:
    (measure,) = found.measures
    return [(one.year, one.amount, one.source) for one in measure.funding or ()]


@pytest.mark.parametrize("whole", ["Всего", "всего, в том числе:", "Итого"])
def test_all_sources_are_their_sum_and_no_source(whole: str, tmp_path: Path) -> None:
    found = read([(whole, "3", "5"), ("РБ", "1", "2"), ("МБ", "2", "3")], tmp_path)
    assert amounts(found) == [(2031, 1, "РБ"), (2032, 2, "РБ"), (2031, 2, "МБ"), (2032, 3, "МБ")]
    assert found.measures[0].sources == ("РБ", "МБ")
    assert "sources-do-not-add-up" not in {finding.code for finding in found.findings}


def test_a_sum_that_its_sources_do_not_come_to_is_told(tmp_path: Path) -> None:
    found = read([("Всего", "4", "5"), ("РБ", "1", "2"), ("МБ", "2", "3")], tmp_path)
    told = [finding.words for finding in found.findings if finding.code == "sources-do-not-add-up"]
    assert told == ["4"]


def test_rows_of_one_source_are_added_up(tmp_path: Path) -> None:
    found = read([("МБ", "3", "5"), ("МБ", "1", "2")], tmp_path)
    assert amounts(found) == [(2031, 4, "МБ"), (2032, 7, "МБ")]
    assert all(len(allocation.spans) == 2 for allocation in found.measures[0].funding or ())


@pytest.mark.parametrize("cell", ["РБ – 1,5; МБ – 2", "РБ: 1,5, МБ: 2", "РБ - 1,5 млн тенге; МБ - 2000 тыс. тенге"])
def test_a_cell_names_the_source_of_each_amount(cell: str, tmp_path: Path) -> None:
    found = read([("РБ, МБ", cell, "-")], tmp_path)
    assert amounts(found) == [(2031, 1.5, "РБ"), (2031, 2, "МБ")]
    assert found.measures[0].sources == ("РБ", "МБ")


@pytest.mark.parametrize(
    "cell", ["Местный бюджет – 1,5; республиканский бюджет – 2", "местный бюджет: 1,5, средства спонсоров: 2"]
)
def test_sources_may_be_spelled_out(cell: str, tmp_path: Path) -> None:
    found = amounts(read([("", cell, "-")], tmp_path))
    assert [(year, amount) for year, amount, _ in found] == [(2031, 1.5), (2031, 2)]
    assert (found[0][2] or "").casefold() == "местный бюджет"


def test_a_paragraph_of_amounts_is_of_the_source_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "plan.html"
    titles = ("№", "Мероприятие", "Форма завершения", "Исполнители", "Срок", "Расходы, млн. тенге", "Источник")
    cells = ("1", "Посадить сад", "акт", "Лесхоз", "Ежегодно")
    head = "".join(f"<td>{title}</td>" for title in titles)
    first = "".join(f'<td rowspan="3">{cell}</td>' for cell in cells)
    money = ("9,0 2031 г. - 4,0 2032 г. - 5,0", "3,5<br>2032 г. -<br>3,5", "2,0 2031 г. – 2,0")
    sources = ("Местный бюджет", "Республиканский бюджет", "Местный бюджет")
    rows = [f"<td>{amount}</td><td>{source}</td></tr>" for amount, source in zip(money, sources, strict=True)]
    table = f"<tr>{head}</tr><tr>{first}{'<tr>'.join(rows)}"
    path.write_text(f"<html><body><h1>План на 2031-2032 годы</h1><table>{table}</table></body></html>", "utf-8")
    found = extract_file(path, Registry.load())
    assert amounts(found) == [
        (None, 11, "Местный бюджет"),
        (2031, 6, "Местный бюджет"),
        (2032, 5, "Местный бюджет"),
        (None, 3.5, "Республиканский бюджет"),
        (2032, 3.5, "Республиканский бюджет"),
    ]
    assert found.measures[0].sources == ("Местный бюджет", "Республиканский бюджет")


@pytest.mark.parametrize("cell", ["РБ – 1,5; РБ – 2", "РБ – 1,5; МБ – по факту", "сад – 3"])
def test_sources_said_twice_or_without_an_amount_are_no_amounts(cell: str, tmp_path: Path) -> None:
    assert amounts(read([("МБ", cell, "5")], tmp_path)) == [(2032, 5, None)]


def test_a_table_without_a_column_of_money_gives_amounts_beside_their_sources(tmp_path: Path) -> None:
    titles = "№ | Мероприятие | Форма завершения | Срок | Исполнители | Источник финансирования (тыс. тенге)"
    cells = ("Смета сада 1651,6", "98,0", "За счет средств сада, сметы школы", "РБ – 5,0; МБ – 7,0", "Не требуется")
    rows = [f"{n} | Сад {n} | акт | 2032 год | М | {cell}" for n, cell in enumerate(cells, 1)]
    path = tmp_path / "plan.md"
    path.write_text(HEAD + "\n".join(f"| {line} |" for line in (titles, "|".join(["---"] * 6), *rows)) + "\n", "utf-8")
    found = extract_file(path, Registry.load()).measures
    told = [[(one.amount, one.source) for one in measure.funding or ()] for measure in found]
    assert told == [[(1.6516, None)], [(0.098, None)], [], [(0.005, "РБ"), (0.007, "МБ")], []]
    assert [measure.sources for measure in found] == [
        ("Смета сада",), (), ("За счет средств сада", "сметы школы"), ("РБ", "МБ"), (),
    ]  # fmt: skip
    assert found[4].funding_note == "Не требуется"


@pytest.mark.parametrize(
    ("due", "source", "expected"),
    [
        ("2031<br>2032", "МБ", [(2031, 4, None), (2032, 5, None)]),
        ("2031-2032 годы", "МБ", [(2031, 4, None), (2032, 5, None)]),
        ("2031 2032", "РБ<br>МБ", [(None, 4, "РБ"), (None, 5, "МБ")]),
        ("май 2031 года", "МБ", []),
        ("2031-2033 годы", "МБ", []),
    ],
)
def test_amounts_below_one_another_are_of_the_years_in_which_the_row_is_due(
    due: str, source: str, expected: list[tuple[int | None, float, str | None]], tmp_path: Path
) -> None:
    path = tmp_path / "plan.html"
    titles = ("№", "Мероприятие", "Форма завершения", "Исполнители", "Срок", "Расходы, млн. тенге", "Источник")
    cells = ("1", "Посадить сад", "акт", "Лесхоз", due, "4,0<br>5,0", source)
    head, row = ("".join(f"<td>{cell}</td>" for cell in one) for one in (titles, cells))
    table = f"<table><tr>{head}</tr><tr>{row}</tr></table>"
    path.write_text(f"<html><body><h1>План на 2031-2033 годы</h1>{table}</body></html>", "utf-8")
    assert amounts(extract_file(path, Registry.load())) == expected
