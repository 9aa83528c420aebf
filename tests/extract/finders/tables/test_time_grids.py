"""Schedules of bodies whose years, days or parts of a year are columns with marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document.blocks import Table
from extract.texts import read_document

TORN = """<table><tr><th rowspan="2">№</th><th rowspan="2">Управления</th><th>1998 г.</th><th colspan="2">1999 г.</th>
<th>2000</th></tr>
<tr><td></td><td>01.01.</td><td>01.07.</td><td></td></tr>
<tr><th>1</th><th>2</th><th>3</th><th>4</th><th>5</th><th>6</th></tr>
<tr><td>1.</td><td>Управление садов</td><td></td><td></td><td>+</td><td></td></tr>
<tr><td>2.</td><td>Управление вод</td><td>+</td><td></td><td></td><td></td></tr></table>

## Другие управления

<table><tr><th>1</th><th>2</th><th>3</th><th>4</th><th>5</th><th>6</th></tr>
<tr><td>1.</td><td>Управление роз</td><td></td><td>+</td><td></td><td></td></tr>
<tr><td>2.</td><td>Управление лилий</td><td></td><td></td><td></td><td>+</td></tr></table>"""
HALVES = """<table><tr><th rowspan="2">Басқармалар</th><th colspan="2">2031 жыл</th><th colspan="2">2032 жыл</th></tr>
<tr><th>I жартыжылдық</th><th>II жартыжылдық</th><th>I жартыжылдық</th><th>II жартыжылдық</th></tr>
<tr><td>Бақ басқармасы</td><td>+</td><td></td><td></td><td></td></tr>
<tr><td>Су басқармасы</td><td></td><td></td><td>+</td><td>+</td></tr></table>"""
DAYS = """| № | Объекты | 2031 г. | 2032 г. | Примечание |
|---|---|---|---|---|
| 1 | Сад роз | 01.07. |  | |
| 2 | Сад лилий |  | 15.09 | вода |"""
AMOUNTS = """| № | Объекты | 2031 г. | 2032 г. |
|---|---|---|---|
| 1 | Сад роз | 12.05 | 14.06 |
| 2 | Сад лилий | 15.07 | 16.08 |"""


def read(table: str, tmp_path: Path, title: str = "График перевода садов на новый полив") -> list[list[str]]:
    path = tmp_path / "plan.md"
    path.write_text(f"# {title}\n\n{table}\n", "utf-8")
    tables = [block for block in read_document(path).blocks if isinstance(block, Table)]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def test_days_below_years_and_a_table_that_goes_on(tmp_path: Path) -> None:
    assert read(TORN, tmp_path) == [
        ["№", "Мероприятия", "Срок"],
        ["1.", "Управление садов", "01.07.1999"],
        ["2.", "Управление вод", "1998 год"],
        ["№", "Мероприятия", "Срок"],
        ["1.", "Управление роз", "01.01.1999"],
        ["2.", "Управление лилий", "2000 год"],
    ]


def test_kazakh_halves_of_years(tmp_path: Path) -> None:
    assert read(HALVES, tmp_path, "Бақтарды жаңа суаруға көшіру кестесі") == [
        ["Іс-шаралар", "Мерзімі"],
        ["Бақ басқармасы", "2031 жылғы 1-жартыжылдық"],
        ["Су басқармасы", "2032 жылғы 1-жартыжылдық, 2032 жылғы 2-жартыжылдық"],
    ]


def test_days_in_the_cells(tmp_path: Path) -> None:
    assert read(DAYS, tmp_path)[1:] == [
        ["1", "Сад роз", "01.07.2031", ""],
        ["2", "Сад лилий", "15.09.2032", "вода"],
    ]


@pytest.mark.parametrize(
    ("table", "title"), [(AMOUNTS, "График затрат"), (DAYS, "Сведения о садах")], ids=["amounts", "no schedule"]
)
def test_other_tables_of_years_stay(table: str, title: str, tmp_path: Path) -> None:
    assert "2031 г." in read(table, tmp_path, title)[0]


def test_a_deadline_points_at_its_titles(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(f"# График перевода садов\n\n{TORN}\n", "utf-8")
    document = read_document(path)
    deadline = next(document.tables()).rows[1].cells[-1].passage
    assert [document.text[span.start : span.end] for span in deadline.spans()] == ["1999", "01.07."]
