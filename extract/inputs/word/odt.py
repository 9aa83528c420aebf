"""Text of OpenDocument (.odt): paragraphs, lists, tables with merged cells, bookmarks and notes, in reading order.

What was deleted under tracked changes stands apart in the file and is left out. Nothing is fetched or run.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from lxml import etree
from lxml.etree import _Element

from extract.inputs.note_marks import is_note_mark
from extract.inputs.package import check_package
from extract.inputs.parts import Grid, GridCell, Part, UnusableInput
from extract.inputs.word.odt_lists import CountedList, read_lists
from extract.inputs.word.odt_styles import DRAW, OFFICE, TABLE, TEXT, read_styles
from extract.inputs.word.paragraphs import Words, lines_in_cell, numbered_notes, parts_of_paragraph

MOST_CELLS = 300_000
"""Cells of all tables, those counted that are said to repeat."""
WIDEST_CELL = 200
"""Columns or rows that a cell is believed to cover or to repeat in."""
_MOST_SPACES = 100
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_ROW_GROUPS = (f"{TABLE}table-header-rows", f"{TABLE}table-row-group", f"{TABLE}table-rows")
_INDEXES = tuple(
    f"{TEXT}{kind}"
    for kind in (
        *("table-of-content", "illustration-index", "table-index", "object-index", "user-index"),
        *("alphabetical-index", "bibliography"),
    )
)
_TRANSPARENT = (f"{TEXT}section", f"{TEXT}index-body", f"{TEXT}index-title", f"{TEXT}numbered-paragraph", *_INDEXES)
_BOXES = (f"{DRAW}text-box", f"{DRAW}custom-shape", f"{DRAW}rect", f"{DRAW}ellipse")
_SHAPES = (f"{DRAW}frame", f"{DRAW}g", f"{DRAW}a", *_BOXES)
_NO_WORDS = frozenset(
    (
        *(f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}ruby-text", f"{TEXT}hidden-text", f"{TEXT}script"),
        *(f"{TEXT}tracked-changes", f"{TEXT}soft-page-break", *_SHAPES),
    )
)
_WHITE = re.compile(r"[ \t\r\n]+")


def read_odt(data: bytes, name: str) -> Iterator[Part]:
    """The parts of a text; raises UnusableInput where it is damaged, encrypted, too large or holds macros."""
    check_package(data, name, "odt")
    try:
        with ZipFile(io.BytesIO(data)) as package:
            content = _parsed(package, "content.xml")
            styles = _parsed(package, "styles.xml") if "styles.xml" in package.namelist() else None
        body = content.find(f"{OFFICE}body/{OFFICE}text")
        if body is None:
            raise UnusableInput(f"{name}: the file is damaged: it is no text document inside.")
        yield from _Reading([root for root in (content, styles) if root is not None], name).parts(body)
    except (BadZipFile, etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise UnusableInput(f"{name}: the file is damaged: it is no text document inside.") from error


def _parsed(package: ZipFile, part: str) -> _Element:
    return etree.fromstring(package.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


class _Reading:
    """One pass over a document: numbers are counted and notes are gathered on the way."""

    def __init__(self, roots: list[_Element], name: str) -> None:
        self.name = name
        self.styles = read_styles(roots)
        self.lists = read_lists(roots)
        self.notes: list[str] = []
        self.cells = 0

    def parts(self, body: _Element) -> Iterator[Part]:
        """The body, and behind it the notes, numbered in the order in which the body names them."""
        yield from self._blocks(body)
        yield from numbered_notes(self.notes)

    def _blocks(self, parent: _Element) -> Iterator[Part]:
        for child, marker in self._paragraphs(parent):
            if child.tag == f"{TABLE}table":
                yield self._table(child)
            elif child.tag in _SHAPES:
                yield from self._boxes(child)
            else:
                yield from self._paragraph(child, marker)

    def _paragraphs(
        self, parent: _Element, counted: CountedList | None = None, depth: int = -1
    ) -> Iterator[tuple[_Element, str]]:
        """Paragraphs with their markers, tables and shapes, as they stand in some element."""
        for child in parent.iterchildren(*_PARAGRAPHS, *_TRANSPARENT, *_SHAPES, f"{TEXT}list", f"{TABLE}table"):
            if child.tag == f"{TEXT}list":
                yield from self._list(child, counted, depth + 1)
            elif child.tag in _TRANSPARENT:
                if not self._is_hidden_section(child):
                    yield from self._paragraphs(child, counted, depth)
            else:
                yield child, self._number_of_heading(child) if counted is None else ""

    def _list(self, element: _Element, above: CountedList | None, depth: int) -> Iterator[tuple[_Element, str]]:
        style = element.get(f"{TEXT}style-name") or (above.style if above else self._list_of_paragraph(element))
        counted = self.lists.begin(element, style) if above is None else CountedList(style, above.counts)
        for item in element.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"):
            waits = item.tag == f"{TEXT}list-item"
            for child, marker in self._paragraphs(item, counted, depth):
                is_first = waits and child.getparent() is item and child.tag in _PARAGRAPHS
                waits = waits and not is_first
                numbered = is_first and not self._is_left_bare(child)
                yield child, self._number_of_item(item, counted, depth) if numbered else marker

    def _number_of_item(self, item: _Element, counted: CountedList, depth: int) -> str:
        start, style = item.get(f"{TEXT}start-value") or "", item.get(f"{TEXT}style-override") or ""
        begins_at = int(start) if start.isdecimal() and len(start) < 9 else None
        return self.lists.marker_of(counted, depth, style=style, start=begins_at)

    def _list_of_paragraph(self, element: _Element) -> str:
        first = next(element.iter(*_PARAGRAPHS), None)
        return self.styles.look("paragraph", first.get(f"{TEXT}style-name")).list_style if first is not None else ""

    def _is_left_bare(self, paragraph: _Element) -> bool:
        """Whether an empty paragraph of the body, which shows no number to anybody, is not counted; in cells it is."""
        in_cell = any(above.tag in _CELLS for above in paragraph.iterancestors())
        return not in_cell and not "".join(map(str, paragraph.itertext())).strip()

    def _number_of_heading(self, child: _Element) -> str:
        if child.tag != f"{TEXT}h" or child.get(f"{TEXT}is-list-header") == "true" or self._is_left_bare(child):
            return ""
        return self.lists.marker_of(self.lists.outline, _level_of(child) - 1)

    def _is_hidden_section(self, element: _Element) -> bool:
        return element.get(f"{TEXT}display") == "none" or element.get(f"{TEXT}is-hidden") == "true"

    def _paragraph(self, paragraph: _Element, marker: str) -> Iterator[Part]:
        look = self.styles.look("paragraph", paragraph.get(f"{TEXT}style-name"))
        level = _level_of(paragraph) if paragraph.tag == f"{TEXT}h" else 1 if look.is_title else None
        yield from parts_of_paragraph(self._words(paragraph), marker, level=level, centred=look.centred)
        yield from self._boxes(paragraph)

    def _boxes(self, parent: _Element) -> Iterator[Part]:
        """The words of text boxes, behind the paragraph that they hang on."""
        for child in parent:
            if parent.tag in _BOXES:
                yield from self._blocks(parent)
                return
            if isinstance(child.tag, str) and child.tag not in (f"{OFFICE}annotation", f"{TEXT}note"):
                yield from self._boxes(child)

    def _words(self, paragraph: _Element) -> Words:
        words = Words()
        look = self.styles.look("paragraph", paragraph.get(f"{TEXT}style-name"))
        if not look.hidden:
            self._collect(paragraph, words, bold=bool(look.bold))
        return words

    def _collect(self, element: _Element, words: Words, *, bold: bool) -> None:
        words.add(_WHITE.sub(" ", element.text or ""), bold=bold)
        for child in element:
            self._collect_one(child, words, bold=bold)
            words.add(_WHITE.sub(" ", child.tail or ""), bold=bold)

    def _collect_one(self, child: _Element, words: Words, *, bold: bool) -> None:
        tag = child.tag
        if not isinstance(tag, str) or tag in _NO_WORDS:
            return
        if tag == f"{TEXT}s":
            words.text.append(" " * min(_number(child, f"{TEXT}c"), _MOST_SPACES))
        elif tag == f"{TEXT}tab":
            words.text.append(" ")
        elif tag == f"{TEXT}line-break":
            words.text.append("\n")
        elif tag in (f"{TEXT}bookmark", f"{TEXT}bookmark-start"):
            words.add_anchor(child.get(f"{TEXT}name") or "")
        elif tag == f"{TEXT}note":
            self._note(child)
        elif tag == f"{TEXT}span":
            look = self.styles.look("text", child.get(f"{TEXT}style-name"))
            if not look.hidden and not (
                look.raised and is_note_mark(words.tail(), "".join(map(str, child.itertext())))
            ):
                self._collect(child, words, bold=bold if look.bold is None else look.bold)
        else:
            self._collect(child, words, bold=bold)

    def _note(self, note: _Element) -> None:
        at = len(self.notes)
        self.notes.append("")
        found = [self._words(paragraph) for paragraph in note.iterfind(f"{TEXT}note-body//{TEXT}p")]
        self.notes[at] = " ".join(" ".join("".join(words.text).split()) for words in found)

    def _table(self, table: _Element) -> Grid:
        """The rows as often as they repeat where they hold words; a cell is left out where one above covers it."""
        rows: list[tuple[GridCell, ...]] = []
        covered: dict[int, int] = {}
        for row in _rows(table):
            holds_words = next(row.iter(*_PARAGRAPHS), None) is not None
            for _ in range(min(_number(row, f"{TABLE}number-rows-repeated"), WIDEST_CELL) if holds_words else 1):
                rows.append(tuple(self._row(row, len(rows), covered)))
                self.cells += len(rows[-1])
                if self.cells > MOST_CELLS:
                    raise UnusableInput(f"{self.name}: its tables have more than {MOST_CELLS} cells; it is not read.")
        return Grid(tuple(rows))

    def _row(self, row: _Element, number: int, covered: dict[int, int]) -> Iterator[GridCell]:
        """The cells that begin in a row; `covered` is the first row below each column that a cell reaches not."""
        column = 0
        for cell in row.iterchildren(*_CELLS):
            width = min(_number(cell, f"{TABLE}number-columns-spanned"), WIDEST_CELL)
            height = min(_number(cell, f"{TABLE}number-rows-spanned"), WIDEST_CELL)
            for _ in range(min(_number(cell, f"{TABLE}number-columns-repeated"), WIDEST_CELL)):
                if cell.tag == _CELLS[0]:
                    yield GridCell(tuple(self._lines(cell)), width, height)
                    covered.update(dict.fromkeys(range(column, column + width), number + height))
                elif covered.get(column, 0) <= number:
                    yield GridCell()
                column += 1

    def _lines(self, parent: _Element) -> Iterator[str]:
        """The paragraphs of a cell; those of a table inside it follow one another."""
        for child, marker in self._paragraphs(parent):
            if child.tag == f"{TABLE}table":
                for row in _rows(child):
                    for cell in row.iterchildren(_CELLS[0]):
                        yield from self._lines(cell)
            elif child.tag in _PARAGRAPHS:
                yield from lines_in_cell(self._words(child), marker)


def _rows(table: _Element) -> Iterator[_Element]:
    """The rows of a table, those in groups where they stand."""
    for child in table.iterchildren(f"{TABLE}table-row", *_ROW_GROUPS):
        if child.tag == f"{TABLE}table-row":
            yield child
        else:
            yield from _rows(child)


def _level_of(heading: _Element) -> int:
    return _number(heading, f"{TEXT}outline-level")


def _number(element: _Element, name: str) -> int:
    """A number from 1 on that an attribute says; 1 where it says none."""
    written = element.get(name) or ""
    return max(1, int(written)) if written.isdecimal() and len(written) < 10 else 1
