"""The scale of a plan's money where the titles name none: the row's unit, a line above, else a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.flow import extract_file
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

RU = "# План ухода за садом на 2031-2032 годы\n\n"
KK = "# Бақты күту жоспары 2031-2032 жылдарға\n\n"


def read(text: str, folder: Path) -> Extraction:
    path = folder / "plan.md"
    path.write_text(text, "utf-8")
    return extract_file(path, Registry.load())


def amounts(found: Extraction) -> list[list[float]]:
    return [[allocation.amount for allocation in measure.funding or ()] for measure in found.measures]


def unscaled(found: Extraction) -> bool:
    return "money-scale-unknown" in {finding.code for finding in found.findings}


@pytest.mark.parametrize(
    ("head", "titles", "unit"),
    [
        (RU, "№ | Мероприятие | Ед. изм. | Форма завершения | Срок | Исполнители | 2031 год | 2032 год", "тыс. тенге"),
        (KK, "№ | Іс-шара | Өлшем бірлігі | Аяқталу нысаны | Мерзімі | Жауаптылар | 2031 жыл | 2032 жыл", "мың теңге"),
    ],
)
def test_a_row_says_the_scale_by_its_unit_and_others_follow(head: str, titles: str, unit: str, tmp_path: Path) -> None:
    rows = f"| 1 | Сад | {unit} | акт | 2031 | М | 1 315 700 | 200 000 |\n| 2 | Бақ | дана | акт | 2032 | М | 72 269 | - |\n"
    found = read(f"{head}| {titles} |\n|---|---|---|---|---|---|---|---|\n{rows}", tmp_path)
    assert amounts(found) == [[1315.7, 200], [72.269]]
    assert not unscaled(found)


@pytest.mark.parametrize(
    ("line", "amount", "told"),
    [
        ("(тыс. тенге)", 1.5, True),
        ("в млн. тенге", 1500, True),
        ("Сметная часть (тенге)", 0.0015, True),
        ("Сад у реки", 1500, False),
    ],
)
def test_a_line_above_the_table_says_the_scale(line: str, amount: float, told: bool, tmp_path: Path) -> None:
    rows = "| № | Мероприятие | Срок | Исполнители | Расходы |\n|---|---|---|---|---|\n| 1 | Сад | 2031 год | М | 1 500 |\n"
    found = read(f"{RU}{line}\n\n{rows}", tmp_path)
    assert amounts(found) == [[amount]]
    assert unscaled(found) is not told


@pytest.mark.parametrize("cell", ["-", "2031 г. – 12,4 млн. тенге"])
def test_where_no_amount_is_bare_nothing_is_to_be_told(cell: str, tmp_path: Path) -> None:
    rows = f"| № | Мероприятие | Срок | Исполнители | Расходы |\n|---|---|---|---|---|\n| 1 | Сад | 2031 год | М | {cell} |\n"
    assert not unscaled(read(RU + rows, tmp_path))


@pytest.mark.parametrize(
    "cell",
    [
        "2031ж. -1500 мың теңге<br>2032ж. 2500 мың теңге",
        "2031ж. 1500 мың теңге 2032ж. - 2500 мың теңге",
        "2031 ж. –<br>1500 мың теңге<br>2032 ж. 2500 мың теңге",
    ],
)
def test_a_year_and_its_amount_need_no_dash_and_may_be_torn(cell: str, tmp_path: Path) -> None:
    rows = (
        f"| № | Іс-шара | Мерзімі | Жауаптылар | Шығыстар |\n|---|---|---|---|---|\n| 1 | Бақ | 2031 | М | {cell} |\n"
    )
    found = read(KK + rows, tmp_path)
    assert [[(a.year, a.amount) for a in measure.funding or ()] for measure in found.measures] == [
        [(2031, 1.5), (2032, 2.5)]
    ]


@pytest.mark.parametrize(("cell", "told"), [("в 2031 году не менее 1500 тыс. тенге", True), ("не требуется", False)])
def test_words_with_amounts_that_nobody_understands_are_told(cell: str, told: bool, tmp_path: Path) -> None:
    rows = f"| № | Мероприятие | Срок | Исполнители | Расходы |\n|---|---|---|---|---|\n| 1 | Сад | 2031 год | М | {cell} |\n"
    found = read(RU + rows, tmp_path)
    assert found.measures[0].funding_note == cell
    assert ("amount-not-understood" in {finding.code for finding in found.findings}) is told


LEFT = "| № | Мероприятие | Форма завершения | Исполнители | Срок |\n|---|---|---|---|---|\n"
LEFT += "| 1 | Сад | акт | М | 2031 год |\n| 2 | Пруд | акт | М | 2032 год |\n\n"
RIGHT = "| 2031 год, тыс. тенге | 2032 год | Источник финансирования |\n|---|---|---|\n| 10,5 | 20 | МБ |\n"


def test_a_table_of_money_goes_on_with_the_rows_beside_it(tmp_path: Path) -> None:
    found = read(f"{RU}{LEFT}{RIGHT}|  | 7 | РБ |\n", tmp_path)
    assert amounts(found) == [[0.0105, 0.02], [0.007]]
    assert [measure.sources for measure in found.measures] == [("МБ",), ("РБ",)]
    assert "money-table-not-read" not in {finding.code for finding in found.findings}


def test_a_table_of_money_with_other_rows_is_told(tmp_path: Path) -> None:
    found = read(f"{RU}{LEFT}{RIGHT}", tmp_path)
    assert amounts(found) == [[], []]
    assert "money-table-not-read" in {finding.code for finding in found.findings}


PAIRS = {
    RU: "№ | Мероприятие | Форма завершения | Срок | Исполнители | 2031-2032 гг., млн. тенге | 2033-2034 гг., млн. тенге",
    KK: "№ | Іс-шара | Аяқталу нысаны | Мерзімі | Жауаптылар | 2031-2032 жылдар, млн. теңге | 2033-2034 жылдар, млн. теңге",
}


@pytest.mark.parametrize("head", [RU, KK])
@pytest.mark.parametrize(("more", "cell", "sums"), [("", "", [15.5, 2.5]), (" | 2035", " | 1", [16.5, 3.5])])
def test_amounts_of_several_years_together_are_in_the_sum_and_a_note(
    head: str, more: str, cell: str, sums: list[float], tmp_path: Path
) -> None:
    rows = f"| 1 | Сад | акт | 2034 | М | 12,5 | 3,0{cell} |\n| 2 | Бақ | акт | 2034 | М | 2,5 | -{cell} |\n"
    rule = "|---" * (PAIRS[head] + more).count("|") + "|---|"
    found = read(f"{head}| {PAIRS[head]}{more} |\n{rule}\n{rows}", tmp_path)
    whole = [[one.amount for one in measure.funding or () if one.year is None] for measure in found.measures]
    assert whole == [[one] for one in sums]
    assert [measure.funding_note for measure in found.measures] == ["2031-2032: 12,5; 2033-2034: 3,0", "2031-2032: 2,5"]


def test_a_column_of_all_amounts_is_the_sum_beside_those_of_several_years(tmp_path: Path) -> None:
    titles = f"{PAIRS[RU]} | Всего, млн. тенге"
    row = "1 | Сад | акт | 2034 | М | 12,5 | 3,0 | 15,5"
    found = read(f"{RU}| {titles} |\n{'|---' * 8}|\n| {row} |\n", tmp_path)
    assert amounts(found) == [[15.5]]
