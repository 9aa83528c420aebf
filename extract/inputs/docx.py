"""Word's .docx: paragraphs, lists, tables with merged cells, bookmarks and footnotes, in reading order.

What was deleted under tracked changes is left out, what was inserted is read. Nothing is fetched or run.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from extract.inputs.docx_numbering import Numbering, read_numbering
from extract.inputs.note_marks import is_note_mark
from extract.inputs.package import check_package
from extract.inputs.parts import Grid, GridCell, Part, Prose, Title, UnusableInput

LONGEST_TITLE = 250
"""In characters; a longer paragraph, all bold, is prose that somebody found important."""
_LEFT_OUT = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:pPr", "w:rPr", "w:txbxContent", "w:drawing"))
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_NOTES = {qn("w:footnoteReference"): "footnotes", qn("w:endnoteReference"): "endnotes"}
_TRANSPARENT = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag")))


def read_docx(data: bytes, name: str) -> Iterator[Part]:
    """The parts of a .docx; raises UnusableInput where it is damaged, encrypted, too large or holds macros."""
    check_package(data, name)
    try:
        word = docx.Document(io.BytesIO(data))
        yield from _Reading(word).parts()
    except (OpcError, BadZipFile, etree.XMLSyntaxError, KeyError, ValueError) as error:
        raise UnusableInput(f"{name}: the file is damaged: it is no Word document inside.") from error


@dataclass(slots=True)
class _Words:
    """A paragraph's words as they are collected, its anchors, its notes, and whether all letters are bold."""

    text: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    bold: bool = True


class _Reading:
    """One pass over a document: numbers are counted and notes are gathered on the way."""

    def __init__(self, word: WordDocument) -> None:
        self.word = word
        self.numbering: Numbering = read_numbering(self._part_root("numbering"))
        self.notes: list[tuple[str, str]] = []

    def parts(self) -> Iterator[Part]:
        """The body, and behind it the notes, numbered in the order in which the body names them."""
        yield from self._blocks(self.word.element.body)
        for number, (kind, note_id) in enumerate(self.notes, 1):
            words = " ".join(self._note(kind, note_id))
            if words:
                yield Prose(f"{number}) {words}")

    def _blocks(self, parent: _Element) -> Iterator[Part]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag in _TRANSPARENT:
                yield from self._blocks(child)

    def _paragraph(self, paragraph: _Element) -> Iterator[Part]:
        words = self._words(paragraph)
        text = "".join(words.text).strip()
        anchors = tuple(words.anchors)
        level = self._level(paragraph)
        if text:
            text = f"{self._marker(paragraph)} {text}".strip()
            plain = len(text) <= LONGEST_TITLE and text[-1] not in ".;:,"
            if level is not None or (plain and (words.bold or self._is_centred(paragraph))):
                yield Title(" ".join(text.split("\n")), level or 1, anchors)
            else:
                for n, line in enumerate(text.split("\n")):
                    yield Prose(line, anchors if n == 0 else ())
        for box in paragraph.iter(qn("w:txbxContent")):
            if not any(
                above.tag in _LEFT_OUT - {qn("w:txbxContent"), qn("w:drawing")} for above in box.iterancestors()
            ):
                yield from self._blocks(box)

    def _words(self, paragraph: _Element) -> _Words:
        words = _Words()
        self._collect(paragraph, words, bold=self._style_is_bold(paragraph))
        self.notes.extend(words.notes)
        return words

    def _collect(self, element: _Element, words: _Words, *, bold: bool) -> None:
        for child in element:
            tag = child.tag
            if tag in _LEFT_OUT:
                continue
            if tag == qn("w:t"):
                words.text.append(child.text or "")
                words.bold = words.bold and (bold or not (child.text or "").strip())
            elif tag in (qn("w:tab"), qn("w:ptab")):
                words.text.append(" ")
            elif tag in (qn("w:br"), qn("w:cr")):
                words.text.append("\n")
            elif tag == qn("w:noBreakHyphen"):
                words.text.append("-")
            elif tag == qn("w:bookmarkStart"):
                anchor = child.get(qn("w:name")) or ""
                words.anchors.extend([anchor] if anchor.isidentifier() and not anchor.startswith("_") else [])
            elif tag in _NOTES:
                words.notes.append((_NOTES[tag], child.get(qn("w:id")) or ""))
            elif tag == qn("w:r") and (
                _is_on(child.find(f"{qn('w:rPr')}/{qn('w:vanish')}"), False)
                or (_is_raised(child) and is_note_mark("".join(words.text), _text_of(child)))
            ):
                continue
            elif tag == qn("w:r"):
                self._collect(child, words, bold=_is_on(child.find(f"{qn('w:rPr')}/{qn('w:b')}"), bold))
            else:
                self._collect(child, words, bold=bold)

    def _table(self, table: _Element) -> Iterator[Part]:
        rows = [self._row(row) for row in _children(table, qn("w:tr"))]
        yield Grid(tuple(tuple(cell for _, cell, starts in row if starts) for row in _with_heights(rows)))

    def _row(self, row: _Element) -> list[tuple[int, GridCell, bool]]:
        """The cells of a row: column, cell, and whether it begins here or goes on from above."""
        before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
        column = int(before.get(qn("w:val")) or 0) if before is not None else 0
        found = [(0, GridCell((), column), True)] if column else []
        for cell in _children(row, qn("w:tc")):
            properties = cell.find(qn("w:tcPr"))
            span = properties.find(qn("w:gridSpan")) if properties is not None else None
            merge = properties.find(qn("w:vMerge")) if properties is not None else None
            width = int(span.get(qn("w:val")) or 1) if span is not None else 1
            goes_on = merge is not None and (merge.get(qn("w:val")) or "continue") == "continue"
            paragraphs = () if goes_on else tuple(self._cell(cell))
            found.append((column, GridCell(paragraphs, width), not goes_on))
            column += width
        return found

    def _cell(self, cell: _Element) -> Iterator[str]:
        """The paragraphs of a cell; those of a table inside it follow one another."""
        for child in cell:
            if child.tag == qn("w:p"):
                text = f"{self._marker(child)} {''.join(self._words(child).text)}".strip()
                yield from (line for line in text.split("\n") if line.strip())
            elif child.tag == qn("w:tbl") or child.tag in _TRANSPARENT or child.tag in (qn("w:tr"), qn("w:tc")):
                yield from self._cell(child)

    def _marker(self, paragraph: _Element) -> str:
        for properties in self._properties(paragraph):
            number = properties.find(qn("w:numPr"))
            list_id = number.find(qn("w:numId")) if number is not None else None
            if number is not None and list_id is not None:
                level = number.find(qn("w:ilvl"))
                depth = int(level.get(qn("w:val")) or 0) if level is not None else 0
                return self.numbering.marker_of(list_id.get(qn("w:val")) or "", depth)
        return ""

    def _level(self, paragraph: _Element) -> int | None:
        """The level of a heading, 1 the outermost; None where the paragraph's style gives it none."""
        for properties in self._properties(paragraph):
            outline = properties.find(qn("w:outlineLvl"))
            if outline is not None and (outline.get(qn("w:val")) or "9") != "9":
                return int(outline.get(qn("w:val")) or 0) + 1
        for style in self._style_chain(paragraph):
            named = style.find(qn("w:name"))
            words = ((named.get(qn("w:val")) or "") if named is not None else "").casefold()
            if words == "title":
                return 1
            if words.startswith("heading ") and words[8:].isdigit():
                return int(words[8:])
        return None

    def _is_centred(self, paragraph: _Element) -> bool:
        for properties in self._properties(paragraph):
            aligned = properties.find(qn("w:jc"))
            if aligned is not None:
                return aligned.get(qn("w:val")) == "center"
        return False

    def _style_is_bold(self, paragraph: _Element) -> bool:
        marks = (style.find(f"{qn('w:rPr')}/{qn('w:b')}") for style in self._style_chain(paragraph))
        return next((_is_on(mark, False) for mark in marks if mark is not None), False)

    def _properties(self, paragraph: _Element) -> Iterator[_Element]:
        """The paragraph's own settings, then those of its style and of what that is based on."""
        for owner in (paragraph, *self._style_chain(paragraph)):
            found = owner.find(qn("w:pPr"))
            if found is not None:
                yield found

    def _style_chain(self, paragraph: _Element) -> tuple[_Element, ...]:
        named = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        chain: list[_Element] = []
        style = self._styles.get(named.get(qn("w:val")) or "") if named is not None else None
        while style is not None and style not in chain:
            chain.append(style)
            base = style.find(qn("w:basedOn"))
            style = self._styles.get(base.get(qn("w:val")) or "") if base is not None else None
        return tuple(chain)

    @cached_property
    def _styles(self) -> dict[str, _Element]:
        found = self.word.styles.element.iterfind(qn("w:style"))
        return {style.get(qn("w:styleId")) or "": style for style in found}

    def _note(self, kind: str, note_id: str) -> Iterator[str]:
        root = self._part_root(kind)
        for note in root if root is not None else ():
            if note.get(qn("w:id")) == note_id:
                for paragraph in note.iter(qn("w:p")):
                    words = _Words()
                    self._collect(paragraph, words, bold=False)
                    yield " ".join("".join(words.text).split())

    def _part_root(self, kind: str) -> _Element | None:
        """The root of a part that the document relates to; parts outside the file are not looked at."""
        for relation in self.word.part.rels.values():
            if not relation.is_external and relation.reltype.rpartition("/")[2] == kind:
                return etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False))
        return None


def _is_raised(run: _Element) -> bool:
    raised = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return raised is not None and raised.get(qn("w:val")) == "superscript"


def _text_of(run: _Element) -> str:
    return "".join(text.text or "" for text in run.iterfind(qn("w:t")))


def _children(parent: _Element, tag: str) -> Iterator[_Element]:
    """The children with a tag, also those inside content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _children(child, tag)


def _is_on(mark: _Element | None, otherwise: bool) -> bool:
    if mark is None:
        return otherwise
    return (mark.get(qn("w:val")) or "true") not in ("0", "false", "off")


def _with_heights(rows: list[list[tuple[int, GridCell, bool]]]) -> Iterator[list[tuple[int, GridCell, bool]]]:
    """The rows, each cell that begins in one as high as the cells that go on with it below."""
    for n, row in enumerate(rows):
        found = []
        for column, cell, starts in row:
            height = 1
            while starts and n + height < len(rows) and _goes_on(rows[n + height], column, cell.columns):
                height += 1
            found.append((column, GridCell(cell.paragraphs, cell.columns, height), starts))
        yield found


def _goes_on(row: list[tuple[int, GridCell, bool]], column: int, width: int) -> bool:
    return any(at == column and cell.columns == width and not starts for at, cell, starts in row)
