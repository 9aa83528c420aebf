"""Tables whose titles stand alone above: a heading and a table for each part, and halves of such tables."""

from __future__ import annotations

from pathlib import Path

from extract.document.blocks import Table
from extract.texts import read_document

TITLES = ["№", "Мероприятие", "Срок", "Ответственные"]


def html(*rows: list[str]) -> str:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table>\n{cells}</table>\n\n"


def read(text: str, tmp_path: Path) -> list[list[list[str]]]:
    path = tmp_path / "plan.md"
    path.write_text(text, "utf-8")
    tables = [block for block in read_document(path).blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def test_numbers_that_leave_some_out_and_that_begin_anew(tmp_path: Path) -> None:
    plan = "# План мероприятий по садам\n\n" + html(TITLES) + "3. Сады\n\n"
    plan += html(["14", "Посадить сады", "май", "Аким"], ["15", "Полить сады", "июнь", "Лесхоз"])
    further = html(["23", "Подмести аллеи", "июль", "Лесхоз"])
    anew = html(["1", "Подмести аллеи", "июль", "Лесхоз"])
    for part in (further, anew):
        (table,) = read(f"{plan}5. Аллеи\n\n{part}", tmp_path)
        assert [row[0] for row in table][:4] == ["№", "Сады", "14", "15"]
        assert table[4] == ["Аллеи"]


def test_parts_without_numbers_and_halves_of_them(tmp_path: Path) -> None:
    plan = "# Бақтарды күту жоспары\n\n" + html(["Р/с", "Іс-шаралар", "Аяқталу нысаны"])
    plan += "1. Бақтар\n\n" + html(["1", "Бақ отырғызу", "Есеп"], ["2", "Суару", "Акт"])
    plan += "2. Аллеялар\n\n" + html(["7", "Тазалау", "Акт"]) + "Кестенің жалғасы\n\n"
    plan += html(["Орындау мерзімі", "Жауаптылар"]) + "1. Бақтар\n\n" + html(["2031 жыл", "Әкім"], ["маусым", "Бөлім"])
    plan += "2. Аллеялар\n\n" + html(["шілде", "Бөлім"])
    (table,) = read(plan, tmp_path)
    assert table[-1] == ["7", "Тазалау", "Акт", "шілде", "Бөлім"]
    assert ["Аллеялар"] in table


def test_another_table_below_a_heading_is_no_part(tmp_path: Path) -> None:
    plan = "# План мероприятий по садам\n\n" + html(TITLES, ["1", "Посадить сады", "май", "Аким"])
    plan += "Перечень школ\n\n" + html(["1", "Школа № 1", "ул. Садовая", "120"])
    assert len(read(plan, tmp_path)) == 2
