"""Tables as files: JSON Lines, CSV, spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kzedu_graph.exports.cells import Row


def write_jsonl(rows: Iterable[Row], out: BinaryIO) -> None:
    """One JSON object a line, UTF-8."""
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")


def write_csv(rows: Iterable[Row], out: BinaryIO) -> None:
    """A header and a line a row; lists and objects as JSON inside their cell."""
    flat = [_flat(row) for row in rows]
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=_columns(flat))
    writer.writeheader()
    writer.writerows(flat)
    out.write(text.getvalue().encode())


def write_xlsx(rows: Iterable[Row], out: BinaryIO) -> None:
    """One sheet with a header row."""
    flat = [_flat(row) for row in rows]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("kzedu")
    columns = _columns(flat)
    sheet.append(list(columns))
    for row in flat:
        sheet.append([row[column] for column in columns])
    book.save(out)


def write_sheets(tables: Mapping[str, Sequence[Row]], out: BinaryIO) -> None:
    """A spreadsheet with a sheet a table; lists and objects as JSON, and no words that are taken for a formula."""
    book = Workbook(write_only=True)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        columns = _columns(rows)
        sheet.append(list(columns))
        for row in rows:
            flat = _flat(row)
            sheet.append([_held(flat[column]) for column in columns])
    book.save(out)


def _held(value: object) -> object:
    return guarded(value)[:_LONGEST_CELL] if isinstance(value, str) else value


def write_book(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[str]]]], out: BinaryIO) -> None:
    """A spreadsheet of several sheets: title, header row, rows.

    Whole numbers and days are such, addresses can be followed, the rest is text; columns are as wide as their words,
    within reason, heads are frozen and filter their columns.
    """
    book = Workbook(write_only=True)
    for title, columns, given in sheets:
        rows = list(given)
        sheet = book.create_sheet(_SHEET_NAME.sub(" ", title)[:31])
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        for number, column in enumerate(columns):
            longest = max((len(row[number]) for row in rows), default=0)
            letter = get_column_letter(number + 1)
            sheet.column_dimensions[letter].width = min(max(longest, len(column)) + 2, _WIDEST)
        if rows:
            sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
        sheet.append([_styled(sheet, column, bold=True) for column in columns])
        for row in rows:
            sheet.append([_styled(sheet, _cell(text)) for text in row])
    book.save(out)


_WIDEST = 60
"""Signs of the widest column; longer words wrap."""


def _styled(sheet: Worksheet, value: str | int | date, *, bold: bool = False) -> Cell:
    cell: Cell = WriteOnlyCell(sheet)
    cell.value = value
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    if isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    if isinstance(value, str) and value.startswith(("https://", "http://")) and " " not in value:
        cell.hyperlink = value
        cell.font = Font(color="0563C1", underline="single")
    return cell


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SHEET_NAME = re.compile(r"[][:*?/\\]")
_LONGEST_CELL = 32_767
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def _cell(text: str) -> str | int | date:
    """A cell that no program reads as a formula."""
    if _DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text  # written like a day, and none: "2025-02-30"
    if text.isascii() and text.isdigit():
        return int(text)
    return guarded(text)


def guarded(text: str) -> str:
    """Words that no spreadsheet reads as a formula, and that every one can hold."""
    text = _NOT_IN_XML.sub("", text)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@") else text


WRITERS = MappingProxyType({"jsonl": write_jsonl, "csv": write_csv, "xlsx": write_xlsx})


def _columns(rows: Sequence[Row]) -> Sequence[str]:
    return list(rows[0]) if rows else []


def _flat(row: Row) -> Row:
    return {k: json.dumps(v, ensure_ascii=False) if isinstance(v, list | dict) else v for k, v in row.items()}
