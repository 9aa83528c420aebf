"""A report as a Word document: headings, tables with repeated heads, landscape A4, page numbers."""

from __future__ import annotations

import re
from typing import BinaryIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kzedu_graph.reports.sections import Report, Section, widths

_PAGE = 269
"""Millimetres between the margins."""
_MARGINS = 3
"""Millimetres beside the words of a cell that Word adds by itself."""
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def write_docx(report: Report, out: BinaryIO) -> None:
    """The document; quoted words are in italics."""
    document = Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(14)
    document.styles["Normal"].font.size = Pt(8)
    document.core_properties.title = f"{report.title}: {report.about}"
    document.add_heading(report.title, 0)
    document.add_paragraph(report.about)
    document.add_paragraph(report.note)
    for section in report.sections:
        document.add_heading(f"{section.title} ({len(section.rows)})", 1)
        if section.rows:
            _add_table(document, section)
    _number_pages(page.footer.paragraphs[0])
    document.save(out)


def _add_table(document: Document, section: Section) -> None:  # type: ignore[valid-type]
    table = document.add_table(rows=1, cols=len(section.columns))  # type: ignore[attr-defined]
    table.style = "Table Grid"
    table.autofit = False
    asked = [width + _MARGINS for width in widths(section)]
    scale = min(1.0, _PAGE / sum(asked))
    wide = [Mm(width * scale) for width in asked]
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, words in zip(head.cells, section.columns, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for column, width in zip(table.columns, wide, strict=True):
        column.width = width
    for row in section.rows:
        cells = table.add_row().cells
        for number, (cell, words) in enumerate(zip(cells, row, strict=True)):
            cell.width = wide[number]
            cell.paragraphs[0].add_run(_NOT_IN_XML.sub("", words)).italic = number in section.quoted


def _number_pages(paragraph: object) -> None:
    """The number of each page at its foot, which Word fills in."""
    run = paragraph.add_run()  # type: ignore[attr-defined]
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)
