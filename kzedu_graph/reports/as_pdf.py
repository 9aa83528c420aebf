"""A report as PDF: landscape A4, repeated heads, page numbers; the font holds the letters of all three languages."""

from __future__ import annotations

from importlib.resources import files
from typing import BinaryIO

from fpdf import FPDF
from fpdf.fonts import FontFace

from kzedu_graph.reports.sections import Report, Section, widths
from kzedu_graph.reports.words import word

_FONT = "Roboto"
_STYLES = {"": "Regular", "B": "Bold", "I": "Italic", "BI": "BoldItalic"}


class _Pages(FPDF):
    """Numbered pages that say what they are of."""

    running = ""
    numbered = ""

    def footer(self) -> None:
        self.set_y(-10)
        self.set_font(_FONT, size=7)
        self.cell(0, 5, self.running[:150])
        self.set_x(-40)
        self.cell(26, 5, f"{self.numbered} {self.page_no()} / {{nb}}", align="R")


def write_pdf(report: Report, out: BinaryIO) -> None:
    """The document; quoted words are in italics, addresses can be followed."""
    pages = _Pages(orientation="L", format="A4", unit="mm")
    pages.set_title(f"{report.title}: {report.about}")
    pages.set_lang(report.lang)
    folder = files("font_roboto") / "files"
    for style, face in _STYLES.items():
        pages.add_font(_FONT, style, str(folder / f"Roboto-{face}.ttf"))
    pages.running, pages.numbered = f"{report.title}: {report.about}", word("page", report.lang)
    pages.set_margins(12, 12)
    pages.set_auto_page_break(True, 14)
    pages.add_page()
    pages.set_font(_FONT, "B", 16)
    pages.multi_cell(0, 8, report.title, new_x="LMARGIN", new_y="NEXT")
    pages.set_font(_FONT, size=11)
    pages.multi_cell(0, 6, report.about, new_x="LMARGIN", new_y="NEXT")
    pages.set_font(_FONT, size=8)
    pages.multi_cell(0, 4, report.note, new_x="LMARGIN", new_y="NEXT")
    for section in report.sections:
        pages.ln(4)
        pages.set_font(_FONT, "B", 11)
        pages.multi_cell(0, 6, f"{section.title} ({len(section.rows)})", new_x="LMARGIN", new_y="NEXT")
        if section.rows:
            _add_table(pages, section)
    pages.output(out)


def _add_table(pages: FPDF, section: Section) -> None:
    pages.set_font(_FONT, size=7)
    italic = FontFace(emphasis="ITALICS")
    with pages.table(
        col_widths=widths(section), v_align="TOP", line_height=3.2, text_align="LEFT", padding=0.6, repeat_headings=1
    ) as table:
        table.row([_printable(words) for words in section.columns])
        for cells in section.rows:
            row = table.row()
            for number, words in enumerate(cells):
                link = words if words.startswith(("https://", "http://")) else None
                row.cell(_printable(words), style=italic if number in section.quoted else None, link=link)


def _printable(words: str) -> str:
    """Words in the letters that the font has."""
    return words.replace("→", "–").replace("\u2011", "-")
