"""Workbooks of the old binary format (.xls): the sheets in their order, each cell by what the file keeps of it."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator

import xlrd
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.sheet import Sheet as OldSheet

from extract.inputs.parts import Part, UnusableInput
from extract.inputs.sheets.sheet import Content, Figure, Merged, Sheet, check_size
from extract.inputs.sheets.tables import parts_of

_TRUTH = ("ЛОЖЬ", "ИСТИНА")
_DAMAGE = (
    *(CompDocError, struct.error, AssertionError, AttributeError, ArithmeticError, LookupError),
    *(TypeError, ValueError),
)
"""What the reader of the format raises for bytes that break its rules."""


def read_xls(data: bytes, name: str) -> Iterator[Part]:
    """The parts of a workbook; raises UnusableInput where it is damaged, encrypted or too large."""
    try:
        with xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO()) as book:
            sheets = list(_sheets(book, name))
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise UnusableInput(f"{name}: the file is encrypted; save it without a password.") from error
        raise UnusableInput(f"{name}: the file is damaged: it is no workbook inside.") from error
    except _DAMAGE as error:
        raise UnusableInput(f"{name}: the file is damaged: it is no workbook inside.") from error
    yield from parts_of(sheets, name)


def _sheets(book: Book, name: str) -> Iterator[Sheet]:
    filled = 0
    for old in book.sheets():
        sheet = Sheet(old.name, old.visibility != 0)
        sheet.hidden_rows = {row for row, info in old.rowinfo_map.items() if info.hidden}
        sheet.hidden_columns = [(column, column) for column, info in old.colinfo_map.items() if info.hidden]
        sheet.merged = [Merged(top, left, below - 1, right - 1) for top, below, left, right in old.merged_cells]
        for row in range(old.nrows):
            for column in range(old.row_len(row)):
                content = _content(book, old, row, column)
                if content is None:
                    sheet.without_value.append((row, column))
                elif not isinstance(content, str) or content.strip():
                    filled += 1
                    check_size(filled, name)
                    sheet.cells[row, column] = content
        yield sheet


def _content(book: Book, sheet: OldSheet, row: int, column: int) -> Content | None:
    """What a cell holds, "" where that is nothing; None for an error in the place of a value."""
    value = sheet.cell_value(row, column)
    match sheet.cell_type(row, column):
        case xlrd.XL_CELL_TEXT:
            return str(value)
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            style = book.xf_list[sheet.cell_xf_index(row, column)]
            return Figure(value, book.format_map[style.format_key].format_str, 1904 if book.datemode else 1900)
        case xlrd.XL_CELL_BOOLEAN:
            return _TRUTH[bool(value)]
        case xlrd.XL_CELL_ERROR:
            return None
    return ""
