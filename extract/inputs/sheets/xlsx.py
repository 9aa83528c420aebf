"""Workbooks of .xlsx and .xlsm: the sheets in their order, each cell by what the file keeps of it.

The value of a formula is the one that was kept with it; nothing is calculated, fetched or run. The package's XML is
read as that of a DOCX is: openpyxl loads either formulas or their kept values, and refuses a workbook for a style or a
drawing that it does not know, which is no matter here.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from zipfile import BadZipFile, ZipFile

from lxml import etree
from lxml.etree import _Element
from openpyxl.styles.numbers import BUILTIN_FORMATS

from extract.inputs.note_marks import is_note_mark
from extract.inputs.package import check_package
from extract.inputs.parts import Part, UnusableInput
from extract.inputs.sheets.sheet import Content, Figure, Merged, Place, Sheet, check_size
from extract.inputs.sheets.tables import parts_of

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUTH = {"0": "ЛОЖЬ", "1": "ИСТИНА"}
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"


def read_xlsx(data: bytes, name: str) -> Iterator[Part]:
    """The parts of a workbook; raises UnusableInput where it is damaged, encrypted or too large."""
    check_package(data, name, "xlsx")
    try:
        with ZipFile(io.BytesIO(data)) as package:
            sheets = list(_Workbook(package, name).sheets())
    except (BadZipFile, etree.XMLSyntaxError, KeyError, IndexError, ValueError) as error:
        raise UnusableInput(f"{name}: the file is damaged: it is no workbook inside.") from error
    yield from parts_of(sheets, name)


class _Workbook:
    """One pass over a package: words shared by cells and formats first, then the sheets."""

    def __init__(self, package: ZipFile, name: str) -> None:
        self.package, self.name = package, name
        self.names = {part.casefold().replace("\\", "/"): part for part in package.namelist()}
        self.workbook = self._root("xl/workbook.xml")
        properties = self.workbook.find("{*}workbookPr")
        is_of_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self.epoch = 1904 if is_of_1904 else 1900
        self.related = {
            relation.get("Id"): (relation.get("Type") or "", relation.get("Target") or "")
            for relation in self._root("xl/_rels/workbook.xml.rels")
            if isinstance(relation.tag, str)
        }
        self.shared = self._shared()
        self.forms = self._forms()
        self.filled = 0

    def sheets(self) -> Iterator[Sheet]:
        """Every sheet of cells; a sheet that is a chart is none."""
        for listed in self.workbook.iterfind("{*}sheets/{*}sheet"):
            relation = listed.get(_RELATION) or listed.get(_STRICT_RELATION)
            kind, target = self.related.get(relation, ("", ""))
            if kind.rpartition("/")[2] == "worksheet":
                hidden = (listed.get("state") or "visible") != "visible"
                yield self._sheet(Sheet(listed.get("name") or "", hidden), self._path(target))

    def _path(self, target: str) -> str:
        """Where a part that the workbook names stands; letters of either case are the same."""
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))
        return self.names[whole.casefold()]

    def _root(self, path: str) -> _Element:
        return etree.fromstring(self.package.read(self.names[path]), etree.XMLParser(resolve_entities=False))

    def _of_kind(self, kind: str) -> _Element | None:
        found = next((target for said, target in self.related.values() if said.rpartition("/")[2] == kind), None)
        return self._root(self._path(found).casefold()) if found is not None else None

    def _shared(self) -> Sequence[str]:
        root = self._of_kind("sharedStrings")
        return [_words(item) for item in root.iterfind("{*}si")] if root is not None else ()

    def _forms(self) -> Sequence[str]:
        """The number format of each style."""
        root = self._of_kind("styles")
        if root is None:
            return ()
        own: Mapping[int, str] = {
            int(form.get("numFmtId") or 0): form.get("formatCode") or "General"
            for form in root.iterfind("{*}numFmts/{*}numFmt")
        }
        numbers = [int(style.get("numFmtId") or 0) for style in root.iterfind("{*}cellXfs/{*}xf")]
        return [own.get(number) or BUILTIN_FORMATS.get(number, "General") for number in numbers]

    def _sheet(self, sheet: Sheet, path: str) -> Sheet:
        row = column = -1
        with self.package.open(path) as stream:
            for event, element in etree.iterparse(stream, events=("start", "end"), resolve_entities=False):
                kind = etree.QName(element).localname
                if event == "start":
                    if kind == "row":
                        row, column = int(element.get("r") or row + 2) - 1, -1
                        if _is_on(element.get("hidden")):
                            sheet.hidden_rows.add(row)
                elif kind == "c":
                    named = _place(element.get("r"))
                    row, column = named or (row, column + 1)
                    self._cell(sheet, (row, column), element)
                    element.clear()
                elif kind == "col" and _is_on(element.get("hidden")):
                    sheet.hidden_columns.append((int(element.get("min") or 1) - 1, int(element.get("max") or 1) - 1))
                elif kind == "mergeCell":
                    sheet.merged.extend(_range(element.get("ref") or ""))
                elif kind == "row":
                    element.clear()
        return sheet

    def _cell(self, sheet: Sheet, place: Place, cell: _Element) -> None:
        content = self._content(cell)
        if content is None:
            if cell.find("{*}f") is not None:
                sheet.without_value.append(place)
        elif not isinstance(content, str) or content.strip():
            self.filled += 1
            check_size(self.filled, self.name)
            sheet.cells[place] = content

    def _content(self, cell: _Element) -> Content | None:
        """What a cell holds; None where that is nothing, or an error in the place of a value."""
        kind, kept = cell.get("t") or "n", cell.findtext("{*}v")
        if kind == "inlineStr":
            inside = cell.find("{*}is")
            return _words(inside) if inside is not None else None
        value = (kept or "").strip(" ") if kind != "e" else ""
        if not value:
            return "" if kind == "str" and kept is not None else None
        match kind:
            case "s":
                return self.shared[int(value)]
            case "b":
                return _TRUTH.get(value, value)
            case "str" | "d":
                return _unescaped(value)
        style = int(cell.get("s") or 0)
        return Figure(float(value), self.forms[style] if style < len(self.forms) else "General", self.epoch)


def _words(item: _Element) -> str:
    """The words of a string, marks of notes and the sound of signs left out."""
    found: list[str] = []
    for child in item:
        kind = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if kind == "t":
            found.append(child.text or "")
        elif kind == "r":
            words = child.findtext("{*}t") or ""
            raised = child.find("{*}rPr/{*}vertAlign")
            is_raised = raised is not None and raised.get("val") == "superscript"
            found.append("" if is_raised and is_note_mark("".join(found), words) else words)
    return _unescaped("".join(found))


def _unescaped(words: str) -> str:
    """Without the signs that XML cannot hold written as "_x000D_"."""
    return _ESCAPED.sub(lambda match: _sign(int(match[1], 16)), words) if "_x" in words else words


def _sign(code: int) -> str:
    return "\n" if code == 10 else "_" if code == 0x5F else ""


def _is_on(value: str | None) -> bool:
    return value in ("1", "true")


def _place(written: str | None) -> Place | None:
    match = _ADDRESS.fullmatch(written or "")
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _range(written: str) -> Iterator[Merged]:
    first, _, last = written.partition(":")
    begin, end = _place(first), _place(last or first)
    if begin and end:
        yield Merged(*begin, *end)
