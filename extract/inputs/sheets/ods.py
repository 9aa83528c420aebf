"""Spreadsheets of OpenDocument (.ods): each cell keeps the words that it shows, so no number has to be written anew."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import BadZipFile, ZipFile

from lxml import etree
from lxml.etree import _Element

from extract.inputs.package import check_package
from extract.inputs.parts import Part, UnusableInput
from extract.inputs.sheets.sheet import MOST_CELLS, Merged, Sheet, check_size
from extract.inputs.sheets.tables import parts_of

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HIDDEN = ("collapse", "filter")
_NO_WORDS = {f"{_OFFICE}annotation", f"{_TEXT}note", f"{_TEXT}ruby-text"}
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_ROW_GROUPS = (f"{_TABLE}table-header-rows", f"{_TABLE}table-row-group", f"{_TABLE}table-rows")
_COLUMN_GROUPS = (f"{_TABLE}table-header-columns", f"{_TABLE}table-column-group", f"{_TABLE}table-columns")


def read_ods(data: bytes, name: str) -> Iterator[Part]:
    """The parts of a spreadsheet; raises UnusableInput where it is damaged, encrypted or too large."""
    check_package(data, name, "ods")
    try:
        with ZipFile(io.BytesIO(data)) as package:
            root = etree.fromstring(package.read("content.xml"), etree.XMLParser(resolve_entities=False))
        sheets = list(_Reading(root, name).sheets())
    except (BadZipFile, etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise UnusableInput(f"{name}: the file is damaged: it is no spreadsheet inside.") from error
    yield from parts_of(sheets, name)


@dataclass(slots=True)
class _Reading:
    """One pass over the sheets of a file."""

    root: _Element
    name: str
    filled: int = 0

    def sheets(self) -> Iterator[Sheet]:
        """Every sheet; whether one is seen is told by its style."""
        unseen = {
            style.get(f"{_STYLE}name")
            for style in self.root.iter(f"{_STYLE}style")
            for properties in style.iterfind(f"{_STYLE}table-properties")
            if properties.get(f"{_TABLE}display") == "false"
        }
        for table in self.root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table"):
            sheet = Sheet(table.get(f"{_TABLE}name") or "", table.get(f"{_TABLE}style-name") in unseen)
            self._columns(table, sheet)
            self._rows(table, sheet)
            yield sheet

    def _columns(self, table: _Element, sheet: Sheet) -> None:
        at = 0
        for column in _inside(table, f"{_TABLE}table-column", _COLUMN_GROUPS):
            behind = at + _number(column, "number-columns-repeated")
            if column.get(f"{_TABLE}visibility") in _HIDDEN:
                sheet.hidden_columns.append((at, behind - 1))
            at = behind

    def _rows(self, table: _Element, sheet: Sheet) -> None:
        at = 0
        for row in _inside(table, f"{_TABLE}table-row", _ROW_GROUPS):
            repeated = _number(row, "number-rows-repeated")
            holds_words = any(_words(paragraph).strip() for paragraph in row.iter(f"{_TEXT}p"))
            for number in range(at, at + repeated) if holds_words else ():
                self._cells(row, number, sheet)
                if row.get(f"{_TABLE}visibility") in _HIDDEN:
                    sheet.hidden_rows.add(number)
            at += repeated

    def _cells(self, row: _Element, number: int, sheet: Sheet) -> None:
        at = 0
        for cell in row.iterchildren(*_CELLS):
            repeated = _number(cell, "number-columns-repeated")
            words = "\n".join(_words(paragraph) for paragraph in cell.iterfind(f"{_TEXT}p"))
            is_error = cell.get(f"{_TABLE}formula") is not None and words.startswith(("#", "Err:"))
            if is_error:
                sheet.without_value.append((number, at))
            elif words.strip() and cell.tag == _CELLS[0]:
                self.filled += repeated
                check_size(self.filled, self.name)
                sheet.cells.update({(number, column): words for column in range(at, at + repeated)})
            height, width = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
            if height * width > 1:
                sheet.merged.append(Merged(number, at, number + height - 1, at + width - 1))
            at += repeated


def _inside(parent: _Element, tag: str, groups: tuple[str, ...]) -> Iterator[_Element]:
    """The rows or columns of a table, those in groups where they stand."""
    for child in parent.iterchildren(tag, *groups):
        if child.tag == tag:
            yield child
        else:
            yield from _inside(child, tag, groups)


def _words(element: _Element) -> str:
    """The words of a paragraph; comments and notes are none of it."""
    found = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            found.append(" ")
        elif child.tag == f"{_TEXT}line-break":
            found.append("\n")
        elif child.tag == f"{_TEXT}tab":
            found.append(" ")
        elif isinstance(child.tag, str) and child.tag not in _NO_WORDS:
            found.append(_words(child))
        found.append(child.tail or "")
    return "".join(found)


def _number(element: _Element, name: str) -> int:
    written = element.get(f"{_TABLE}{name}") or "1"
    return min(max(1, int(written)), MOST_CELLS * MOST_CELLS) if written.isdecimal() else 1
