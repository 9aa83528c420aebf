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

from extract.inputs.note_marks import is_note_mark
from extract.inputs.package import check_package
from extract.inputs.parts import GridCell, Part, UnusableInput
from extract.inputs.word.docx_numbering import Numbering, read_numbering
from extract.inputs.word.merged_rows import RowCell, grid_of_rows
from extract.inputs.word.paragraphs import Words, lines_in_cell, numbered_notes, parts_of_paragraph

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
class _Words(Words):
    """A paragraph's words and its notes."""

    notes: list[tuple[str, str]] = field(default_factory=list)


class _Reading:
    """One pass over a document: numbers are counted and notes are gathered on the way."""

    def __init__(self, word: WordDocument) -> None:
        self.word = word
        self.numbering: Numbering = read_numbering(self._part_root("numbering"))
        self.notes: list[tuple[str, str]] = []

    def parts(self) -> Iterator[Part]:
        """The body, and behind it the notes, numbered in the order in which the body names them."""
        yield from self._blocks(self.word.element.body)
        yield from numbered_notes([" ".join(self._note(kind, note_id)) for kind, note_id in self.notes])

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
        if words.joined():
            marker, level = self._marker(paragraph), self._level(paragraph)
            yield from parts_of_paragraph(words, marker, level=level, centred=self._is_centred(paragraph))
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
                words.add(child.text or "", bold=bold)
            elif tag in (qn("w:tab"), qn("w:ptab")):
                words.text.append(" ")
            elif tag in (qn("w:br"), qn("w:cr")):
                words.text.append("\n")
            elif tag == qn("w:noBreakHyphen"):
                words.text.append("-")
            elif tag == qn("w:bookmarkStart"):
                words.add_anchor(child.get(qn("w:name")) or "")
            elif tag in _NOTES:
                words.notes.append((_NOTES[tag], child.get(qn("w:id")) or ""))
            elif tag == qn("w:r") and (
                _is_on(child.find(f"{qn('w:rPr')}/{qn('w:vanish')}"), False)
                or (_is_raised(child) and is_note_mark(words.tail(), _text_of(child)))
            ):
                continue
            elif tag == qn("w:r"):
                self._collect(child, words, bold=_is_on(child.find(f"{qn('w:rPr')}/{qn('w:b')}"), bold))
            else:
                self._collect(child, words, bold=bold)

    def _table(self, table: _Element) -> Iterator[Part]:
        yield grid_of_rows([self._row(row) for row in _children(table, qn("w:tr"))])

    def _row(self, row: _Element) -> list[RowCell]:
        before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
        column = int(before.get(qn("w:val")) or 0) if before is not None else 0
        found = [RowCell(0, GridCell((), column))] if column else []
        for cell in _children(row, qn("w:tc")):
            properties = cell.find(qn("w:tcPr"))
            span = properties.find(qn("w:gridSpan")) if properties is not None else None
            merge = properties.find(qn("w:vMerge")) if properties is not None else None
            width = int(span.get(qn("w:val")) or 1) if span is not None else 1
            goes_on = merge is not None and (merge.get(qn("w:val")) or "continue") == "continue"
            paragraphs = () if goes_on else tuple(self._cell(cell))
            found.append(RowCell(column, GridCell(paragraphs, width), not goes_on))
            column += width
        return found

    def _cell(self, cell: _Element) -> Iterator[str]:
        """The paragraphs of a cell; those of a table inside it follow one another."""
        for child in cell:
            if child.tag == qn("w:p"):
                yield from lines_in_cell(self._words(child), self._marker(child))
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
