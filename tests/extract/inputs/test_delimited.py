"""Plans as lines of cells: whatever stands between the cells, in quotes, behind a mark of the encoding."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from extract.flow import extract_file
from extract.inputs.parts import UnusableInput
from extract.inputs.reading import read_input
from kzedu_graph.model.extraction import Extraction
from kzedu_graph.registry.resolving import Registry

ROWS = (
    ("О Плане мероприятий по развитию садов на 2031 год", "", "", "", ""),
    ("Постановление акимата Алматинской области от 5 мая 2030 года № 77", "", "", "", ""),
    ("", "", "", "", ""),
    ("№", "Мероприятие", "Форма завершения", "Срок исполнения", "Исполнители"),
    ("Весна", "", "", "", ""),
    ("1", 'Посадить сад "Самал", полить; подвязать', "отчет", "июнь 2031 года", "Управление лесов,\nзавхоз"),
    ("2", "Полить сады", "акт", "июль 2031 года", "Управление культуры"),
)


def written(delimiter: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


def read(folder: Path, text: str, name: str = "plan.csv", encoding: str = "utf-8") -> Extraction:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return extract_file(path, Registry.load())


@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        ("plan.csv", written(";"), "utf-8-sig"),
        ("plan.csv", written(","), "utf-8"),
        ("plan.csv", written(";"), "windows-1251"),
        ("plan.tsv", written("\t"), "utf-8"),
        ("plan.csv", f"sep=|\r\n{written('|')}", "utf-8"),
    ],
)
def test_a_plan_is_read_as_its_sheet(name: str, text: str, encoding: str, tmp_path: Path) -> None:
    found = read(tmp_path, text, name, encoding)
    assert (found.source.number, found.source.title) == ("77", ROWS[0][0])
    assert [measure.name for measure in found.measures] == [ROWS[5][1], ROWS[6][1]]
    assert [party.text for party in found.measures[0].responsible] == ["Управление лесов", "завхоз"]
    assert [measure.deadline_text for measure in found.measures] == ["июнь 2031 года", "июль 2031 года"]
    quotes = [found.text[span.start : span.end] for span in found.measures[1].evidence]
    assert any("Полить сады" in quote for quote in quotes)


def test_more_lines_of_prose_than_rows(tmp_path: Path) -> None:
    lines = "".join(f"Сады, рощи и леса поливают {n} раз.\r\n" for n in range(2, 12))
    found = read(tmp_path, f"План ухода за садом на 2031 год\r\n{lines}{written(';', ROWS[3:])}")
    assert [measure.number for measure in found.measures] == ["1", "2"]


def test_prose_with_commas_is_no_row_of_many_cells(tmp_path: Path) -> None:
    found = read(tmp_path, "О садах\nСады, рощи, парки и леса поливают.\nВ мае, июне.\n")
    assert "Сады, рощи, парки и леса поливают." in found.text


def test_a_cell_that_does_not_end_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text('№;Мероприятие;Срок\n1;"' + "сад " * 60_000, "utf-8")
    with pytest.raises(UnusableInput, match=r"plan\.csv: the file is damaged: a cell of it does not end"):
        read_input(path)


def test_an_empty_table(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(";;;\n;;;\n", "utf-8")
    with pytest.raises(UnusableInput, match="holds no words"):
        read_input(path)
