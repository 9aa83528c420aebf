"""Plans in spreadsheets as users have them: merged, hidden, formatted, several sheets; quotes stand in the text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from carriers import ods_of
from openpyxl.worksheet.worksheet import Worksheet

from extract.document.blocks import Heading, Paragraph, Table
from extract.flow import extract_file
from extract.inputs.canonical import Canonical, write_canonical
from extract.inputs.sheets.ods import read_ods
from extract.inputs.sheets.sheet import Figure
from extract.inputs.sheets.shown import shown
from extract.inputs.sheets.xlsx import read_xlsx
from extract.texts import read_document
from kzedu_graph.registry.resolving import Registry

HEAD = (
    ("О Плане мероприятий по развитию садов на 2031 – 2033 годы",),
    ("Постановление акимата Алматинской области от 5 мая 2030 года № 77",),
)
TITLES = ("№", "Мероприятие", "Форма завершения", "Срок исполнения", "Ответственные")
ROWS = (
    (1, "Посадить сады", "отчет", "июнь 2031 года", "Управление образования"),
    (2, "Полить сады", "акт", "июль 2032 года", "Управление культуры"),
)


def fill(sheet: Worksheet, rows: Iterable[Sequence[Any]], *, top: int = 1, left: int = 1) -> None:
    for y, row in enumerate(rows, top):
        for x, value in enumerate(row, left):
            if value is not None:
                sheet.cell(y, x).value = value


def sheet_of(*rows: Sequence[Any]) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    fill(sheet, rows)
    return book, sheet


def bytes_of(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(book: openpyxl.Workbook) -> Canonical:
    return write_canonical(read_xlsx(bytes_of(book), "plan.xlsx"))


def tables(canonical: Canonical) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in canonical.blocks
        if isinstance(block, Table)
    ]


def lines(canonical: Canonical) -> list[str]:
    return [block.passage.text for block in canonical.blocks if isinstance(block, Heading | Paragraph)]


def test_lines_above_titles_and_behind_rows_are_paragraphs(tmp_path: Path) -> None:
    """Beside empty rows and columns at the borders, with the annex at the right, and signatures below."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    annex = (None, None, None, None, "Приложение 1\nк постановлению акимата")
    below = (("Примечание: сады растут",), ("Аким области", None, None, "Садов С. С."))
    fill(sheet, (*HEAD, annex, (), TITLES, *ROWS, (), *below), top=4, left=3)
    canonical = read(book)
    assert lines(canonical)[:4] == [HEAD[0][0], HEAD[1][0], "Приложение 1", "к постановлению акимата"]
    assert tables(canonical)[0][0] == list(TITLES)
    assert tables(canonical)[0][1] == ["1", *ROWS[0][1:]]
    path = tmp_path / "plan.xlsx"
    path.write_bytes(bytes_of(book))
    found = extract_file(path, Registry.load())
    assert (found.source.number, str(found.source.act_date)) == ("77", "2030-05-05")
    assert [measure.name for measure in found.measures] == ["Посадить сады", "Полить сады"]
    for measure in found.measures:
        quote = " ".join(found.text[span.start : span.end] for span in measure.evidence)
        assert measure.name in quote
        assert measure.responsible[0].text in quote


def test_merged_cells_are_spans_and_unused_columns_are_none() -> None:
    """A name merged over two columns in the titles alone, a group set across, a body set down over two rows."""
    book, sheet = sheet_of(
        ("№", "Мероприятие", None, "Срок исполнения", "Ответственные", "Расходы, млн тенге", None),
        (None, None, None, None, None, "2031 год", "2032 год"),
        ("I. Сады",),
        (1, "Посадить сады", None, "июнь 2031 года", "Управление образования", 10, 20),
        (2, "Полить сады", None, "июль 2032 года", None, 7, None),
    )
    for merged in ("A1:A2", "B1:C2", "D1:D2", "E1:E2", "F1:G1", "A3:G3", "E4:E5"):
        sheet.merge_cells(merged)
    (table,) = tables(read(book))
    assert table[0] == ["№", "Мероприятие", "Срок исполнения", "Ответственные", "Расходы, млн тенге"]
    assert table[2] == ["I. Сады"]
    assert table[4] == ["2", "Полить сады", "июль 2032 года", "Управление образования", "7", ""]


def test_lines_of_a_cell_are_its_paragraphs() -> None:
    book, _ = sheet_of(TITLES, (1, "Посадить\nсады", "отчет", "июнь 2031 года", "МИО,\n\nМП"))
    (table,) = (block for block in read(book).blocks if isinstance(block, Table))
    assert [paragraph.text for paragraph in table.rows[1].cells[1].paragraphs] == ["Посадить", "сады"]
    assert [paragraph.text for paragraph in table.rows[1].cells[4].paragraphs] == ["МИО,", "МП"]


def test_several_sheets_with_their_names_where_these_say_something(tmp_path: Path) -> None:
    book, sheet = sheet_of(*HEAD, TITLES, *ROWS)
    sheet.title = "Лист1"
    fill(book.create_sheet("Районы"), (TITLES, (3, "Обновить ограды", "акт", "2033 год", "Управление культуры")))
    fill(book.create_sheet("Sheet 3"), (("Цель достигнута",),))
    book.create_sheet("Пусто")
    path = tmp_path / "plan.xlsx"
    book.save(path)
    assert [measure.number for measure in extract_file(path, Registry.load()).measures] == ["1", "2", "3"]
    said = lines(read(book))
    assert "Районы" in said
    assert not {"Лист1", "Sheet 3", "Пусто"} & set(said)


def test_what_is_hidden_is_left_out_and_told(tmp_path: Path) -> None:
    book, sheet = sheet_of(*HEAD, (*TITLES, "Черновик"), *((*row, "не читать") for row in ROWS))
    fill(sheet, [(3, "Скрытая мера", "акт", "2031 год", "МП", "не читать")], top=6)
    sheet.title = "План"
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["F"].hidden = True
    draft = book.create_sheet("Заготовки")
    fill(draft, (("Ничего",),))
    draft.sheet_state = "veryHidden"
    path = tmp_path / "plan.xlsx"
    book.save(path)
    found = extract_file(path, Registry.load())
    assert "Скрытая мера" not in found.text
    assert "не читать" not in found.text
    assert "Ничего" not in found.text
    (told,) = (finding for finding in found.findings if finding.code == "hidden-in-sheets")
    assert "План!6:6; План!F:F; Заготовки" in told.message["ru"]
    assert "План!6:6; План!F:F; Заготовки" in told.message["kk"]


def test_a_merged_cell_that_begins_in_a_hidden_row_is_seen_below() -> None:
    book, sheet = sheet_of(TITLES, (1, "Посадить сады", "отчет", "2031 год", "МП"), (None,), ROWS[1])
    for column in "ABCDE":
        sheet.merge_cells(f"{column}2:{column}3")
    sheet.row_dimensions[2].hidden = True
    assert tables(read(book))[0][1][:2] == ["1", "Посадить сады"]


def test_a_formula_is_read_by_its_kept_value(tmp_path: Path) -> None:
    """A workbook that no spreadsheet program has calculated keeps none: that is told, with the cell."""
    book, _ = sheet_of(*HEAD, TITLES, ("=1+0", *ROWS[0][1:]))
    data = bytes_of(book)
    path = tmp_path / "plan.xlsx"
    path.write_bytes(data)
    (told,) = (one for one in extract_file(path, Registry.load()).findings if one.code == "formula-without-value")
    assert "Sheet!A4" in told.message["en"]
    canonical = write_canonical(read_xlsx(with_value(data, b"<f>1+0</f>", b"<v>1</v>"), "plan.xlsx"))
    assert tables(canonical)[0][1][0] == "1"
    assert canonical.left_out == ()


def with_value(data: bytes, formula: bytes, value: bytes) -> bytes:
    """A workbook whose formula keeps a value."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            part = re.sub(
                re.escape(formula) + rb"<v ?/>|" + re.escape(formula) + rb"<v></v>", formula + value, old.read(info)
            )
            new.writestr(info, part)
    return out.getvalue()


def test_titles_that_come_again_begin_another_table() -> None:
    """Indicators below the plan on one sheet; an empty row within the plan parts nothing."""
    targets = ("№", "Целевой индикатор", "Единица измерения", "2031 год", "2032 год")
    book, _ = sheet_of(
        *(TITLES, ROWS[0], (), ROWS[1], ()),
        *(("Целевые индикаторы плана",), targets, (1, "Доля школ с садом", "%", 20, 30.5)),
    )
    canonical = read(book)
    assert [len(table) for table in tables(canonical)] == [3, 2]
    assert tables(canonical)[1][1] == ["1", "Доля школ с садом", "%", "20", "30.5"]
    assert "Целевые индикаторы плана" in lines(canonical)


def test_a_key_below_the_plan_is_a_table_of_its_own() -> None:
    book, _ = sheet_of(
        TITLES, *ROWS, ("Примечание: расшифровка аббревиатур:",), ("МП", "–", "Министерство просвещения")
    )
    assert tables(read(book))[1] == [["МП", "–", "Министерство просвещения"]]


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (2031.0, "General", "2031"),
        (72.5, "General", "72.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1e-7, "General", "0.0000001"),
        (1315700, "#,##0", "1 315 700"),
        (1315700, "#\\ ##0", "1 315 700"),
        (1315700.456, "#,##0.00", "1 315 700.46"),
        (1315700, "#,##0,", "1 316"),
        (0.1, "0%", "10 %"),
        (0.725, "0.0%", "72.5 %"),
        (5, "000", "005"),
        (2.5, "0", "3"),
        (-5, "0.0", "-5.0"),
        (-5, "0;(0)", "(5)"),
        (0, '_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-', "-"),
        (12.5, '#,##0.0 "млн тенге"', "12.5 млн тенге"),
        (12, "#,##0 [$₸-43F]", "12 ₸"),
        (12, "[Red]0", "12"),
        (7, "@", "7"),
        (1.5, "# ?/?", "1.5"),
        (1500, "[>1000]0.0;0", "1500"),
        (-4, "dd.mm.yyyy", "-4"),
    ],
)
def test_numbers_as_people_see_them(value: float, form: str, words: str) -> None:
    assert shown(Figure(value, form), "ru") == words


@pytest.mark.parametrize(
    ("form", "ru", "kk"),
    [
        ("mm-dd-yy", "15.06.2031", "15.06.2031"),
        ("dd/mm/yyyy", "15.06.2031", "15.06.2031"),
        ("[$-419]d mmmm yyyy;@", "15 июня 2031 года", "2031 жылғы 15 маусым"),
        ("mmmm yyyy", "июнь 2031 года", "2031 жылғы маусым"),
        ("mmm-yy", "июнь 2031 года", "2031 жылғы маусым"),
        ("yyyy", "2031", "2031"),
    ],
)
def test_days_in_the_language_of_the_text(form: str, ru: str, kk: str) -> None:
    serial = float((date(2031, 6, 15) - date(1899, 12, 30)).days)
    assert shown(Figure(serial, form), "ru") == ru
    assert shown(Figure(serial, form), "kk") == kk
    assert shown(Figure(serial - 1462, form, 1904), "ru") == ru


def test_a_deadline_that_is_a_day_of_the_calendar_is_understood(tmp_path: Path) -> None:
    book, sheet = sheet_of(*HEAD, TITLES, (*ROWS[0][:3], datetime(2031, 12, 1), "МП"), (*ROWS[1][:3], 2032, "МП"))
    sheet["D4"].number_format = "mmmm yyyy"
    path = tmp_path / "plan.xlsx"
    book.save(path)
    first, second = extract_file(path, Registry.load()).measures
    assert first.period
    assert [str(point) for point in first.period.due] == ["2031-12"]
    assert second.period
    assert [str(point) for point in second.period.due] == ["2032"]


def test_cells_of_opendocument_show_what_they_keep() -> None:
    """A hidden row, a sheet that is not displayed, a comment, and a number by the words it is shown with."""

    def cell(words: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"

    note = "<office:annotation><text:p>не читать</text:p></office:annotation>"
    rows = (
        "<table:table-header-rows><table:table-row>"
        + "".join(map(cell, TITLES))
        + "</table:table-row></table:table-header-rows>"
        + f"<table:table-row>{cell('1')}{cell('Посадить<text:s/>сады')}{cell('отчет')}{cell('2031')}"
        f"<table:table-cell>{note}<text:p>МП</text:p></table:table-cell></table:table-row>"
        + f'<table:table-row table:visibility="collapse">{cell("2")}{cell("Скрыто")}{cell("акт")}</table:table-row>'
    )
    styles = (
        '<office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/>'
        "</style:style></office:automatic-styles>"
    )
    hidden = f'<table:table table:name="Черновик" table:style-name="ta2"><table:table-row>{cell("а")}</table:table-row></table:table>'
    data = ods_of(f'<table:table table:name="План">{rows}</table:table>{hidden}', styles)
    canonical = write_canonical(read_ods(data, "plan.ods"))
    assert tables(canonical) == [[list(TITLES), ["1", "Посадить сады", "отчет", "2031", "МП"]]]
    assert [left_out.places for left_out in canonical.left_out] == ["План!3:3; Черновик"]


def test_an_old_workbook_shows_numbers_by_their_formats(tmp_path: Path) -> None:
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("План")
    for y, row in enumerate((TITLES, *ROWS)):
        for x, value in enumerate(row):
            sheet.write(y, x, value)
    sheet.write(3, 0, 3, xlwt.easyxf(num_format_str="0%"))
    sheet.write(3, 1, datetime(2031, 6, 15), xlwt.easyxf(num_format_str="mmmm yyyy"))
    sheet.write(3, 2, 1315700, xlwt.easyxf(num_format_str="#,##0"))
    sheet.row(2).hidden = True
    path = tmp_path / "plan.xls"
    book.save(str(path))
    (table,) = (block for block in read_document(path).blocks if isinstance(block, Table))
    assert [[cell.text for cell in row.cells][:3] for row in table.rows[1:]] == [
        ["1", "Посадить сады", "отчет"],
        ["300 %", "июнь 2031 года", "1 315 700"],
    ]
