"""Makes Word, HTML and PDF versions of a document from its blocks; nothing binary is kept."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl

from extract.document.blocks import Document, Heading, ListItem, Paragraph, Table
from extract.readers.tabbed import read_tabbed
from extract.sources.recognise import decode, sniff_lang

FONTS = (
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"),
)


def document_of(path: Path) -> Document:
    """A text in the layout `tabbed` as its blocks."""
    text = decode(path)
    return read_tabbed(path.stem, text, sniff_lang(text))


def width_of(table: Table) -> int:
    return max(len(row.cells) for row in table.rows)


def as_docx(document: Document) -> bytes:
    """The blocks as a Word document; a row of one cell is set across the table."""
    word = docx.Document()
    for block in document.blocks:
        match block:
            case Heading(passage):
                word.add_heading(passage.text, 1)
            case Paragraph(passage):
                word.add_paragraph(passage.text)
            case ListItem(marker, passage):
                word.add_paragraph(f"{marker} {passage.text}")
            case Table(rows):
                width = width_of(block)
                table = word.add_table(0, width)
                for row in rows:
                    cells = table.add_row().cells
                    if len(row.cells) < width:
                        cells[len(row.cells) - 1].merge(cells[-1])
                    for cell, target in zip(row.cells, cells, strict=False):
                        texts = [paragraph.text for paragraph in cell.paragraphs]
                        target.paragraphs[0].text = texts[0] if texts else ""
                        for text in texts[1:]:
                            target.add_paragraph(text)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def as_html(document: Document) -> bytes:
    """The blocks as a page of a register, with a menu and a script around them."""
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Register</title><script>alert(1)</script></head>"
        "<body><nav><ul><li>Menu</li></ul></nav><article>"
        f"{''.join(_html_blocks(document))}</article><footer>2031</footer></body></html>"
    ).encode()


def _html_blocks(document: Document) -> Iterator[str]:
    for number, block in enumerate(document.blocks):
        match block:
            case Heading(passage):
                yield f"<h3 id='z{number}'>{escape(passage.text)}</h3>"
            case Paragraph(passage):
                yield f"<p><a name='z{number}'></a>{escape(passage.text)}</p>"
            case ListItem(marker, passage):
                yield f"<p>{escape(marker)} {escape(passage.text)}</p>"
            case Table(rows):
                yield "<table border=1>"
                for row in rows:
                    yield "<tr>"
                    for n, cell in enumerate(row.cells):
                        span = width_of(block) - n if n == len(row.cells) - 1 else 1
                        words = "".join(f"<p>{escape(paragraph.text)}</p>" for paragraph in cell.paragraphs)
                        yield f"<td colspan={span}>{words}</td>"
                    yield "</tr>"
                yield "</table>"


def as_pdf(document: Document, *, ruled: bool = True, align: str = "TOP") -> bytes:
    """The blocks as pages with tables, ruled or by columns alone, a running title and page numbers."""
    from reportlab.lib import colors
    from reportlab.lib.enums import TA_CENTER
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph as Words
    from reportlab.platypus import SimpleDocTemplate, Spacer
    from reportlab.platypus import Table as Ruled

    for name, font in zip(("Plain", "Bold"), FONTS, strict=True):
        pdfmetrics.registerFont(TTFont(name, str(font)))
    plain = ParagraphStyle("plain", fontName="Plain", fontSize=9, leading=11)
    body = ParagraphStyle("body", parent=plain, firstLineIndent=20, spaceAfter=6)
    title = ParagraphStyle(
        "title", parent=plain, fontName="Bold", fontSize=11, leading=14, alignment=TA_CENTER, spaceAfter=8
    )

    def furnish(canvas: object, page: object) -> None:
        canvas.saveState()  # type: ignore[attr-defined]
        canvas.setFont("Plain", 8)  # type: ignore[attr-defined]
        canvas.drawString(60, 570, "Running title of the plan")  # type: ignore[attr-defined]
        canvas.drawString(420, 25, str(page.page))  # type: ignore[attr-defined]
        canvas.restoreState()  # type: ignore[attr-defined]

    story: list[object] = []
    for block in document.blocks:
        match block:
            case Heading(passage):
                story.append(Words(escape(passage.text), title))
            case Paragraph(passage):
                story.append(Words(escape(passage.text), body))
            case ListItem(marker, passage):
                story.append(Words(escape(f"{marker} {passage.text}"), body))
            case Table(rows):
                width = width_of(block)
                style: list[tuple[object, ...]] = [
                    ("VALIGN", (0, 0), (-1, -1), align),
                    *([("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if ruled else []),
                ]
                data = []
                for y, row in enumerate(rows):
                    cells = [[Words(escape(p.text), plain) for p in cell.paragraphs] for cell in row.cells]
                    if len(cells) < width:
                        style.append(("SPAN", (len(cells) - 1, y), (width - 1, y)))
                    data.append([*cells, *([""] * (width - len(cells)))])
                widths = [70, *([(700 - 70) / (width - 1)] * (width - 1))] if width > 1 else [700]
                story.append(Ruled(data, colWidths=widths, style=style, repeatRows=0, splitByRow=1))
                story.append(Spacer(1, 10))
    stream = io.BytesIO()
    template = SimpleDocTemplate(stream, pagesize=landscape(A4), topMargin=50, bottomMargin=50, leftMargin=60)
    template.build(story, onFirstPage=furnish, onLaterPages=furnish)
    return stream.getvalue()


def rows_of(document: Document) -> Iterator[tuple[list[str], int]]:
    """The rows of a sheet that holds the blocks: the words of each cell, and how many columns the last one covers."""
    width = max((width_of(block) for block in document.blocks if isinstance(block, Table)), default=1)
    for block in document.blocks:
        match block:
            case Heading(passage) | Paragraph(passage):
                yield [passage.text], width
            case ListItem(marker, passage):
                yield [f"{marker} {passage.text}"], width
            case Table(rows):
                for row in rows:
                    cells = ["\n".join(paragraph.text for paragraph in cell.paragraphs) for cell in row.cells]
                    yield cells, width_of(block) - len(cells) + 1


def as_xlsx(document: Document) -> bytes:
    """The blocks as one sheet of a workbook, lines and rows set across merged."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for y, (cells, span) in enumerate(rows_of(document), 2):
        for x, words in enumerate(cells, 2):
            sheet.cell(y, x).value = words or None
        if span > 1:
            sheet.merge_cells(start_row=y, end_row=y, start_column=len(cells) + 1, end_column=len(cells) + span)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_xls(document: Document) -> bytes:
    """The blocks as one sheet of a workbook of the old format."""
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Лист1")
    for y, (cells, span) in enumerate(rows_of(document)):
        for x, words in enumerate(cells):
            if x == len(cells) - 1 and span > 1:
                sheet.write_merge(y, y, x, x + span - 1, words)
            elif words:
                sheet.write(y, x, words)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">{styles}'
    "<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
)


def ods_of(tables: str, styles: str = "") -> bytes:
    """A spreadsheet of OpenDocument with some tables."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", ODS.format(tables=tables, styles=styles))
    return stream.getvalue()


def as_ods(document: Document) -> bytes:
    """The blocks as one sheet of an OpenDocument spreadsheet, rows repeated without words behind them."""
    rows = []
    for cells, span in rows_of(document):
        found = []
        for n, words in enumerate(cells):
            covers = span if n == len(cells) - 1 else 1
            inside = "".join(f"<text:p>{escape(line)}</text:p>" for line in words.split("\n"))
            found.append(f'<table:table-cell table:number-columns-spanned="{covers}">{inside}</table:table-cell>')
            found.append("<table:covered-table-cell/>" * (covers - 1))
        rows.append(f"<table:table-row>{''.join(found)}</table:table-row>")
    rows.append('<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>')
    return ods_of(f'<table:table table:name="Лист1">{"".join(rows)}</table:table>')


ODT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:automatic-styles>{styles}</office:automatic-styles>"
    "<office:body><office:text>{body}</office:text></office:body></office:document-content>"
)


def odt_of(body: str, styles: str = "", **parts: bytes) -> bytes:
    """A text of OpenDocument; `__` in the name of a further part is a slash, `DOT` a dot."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", ODT.format(body=body, styles=styles))
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("DOT", "."), data)
    return stream.getvalue()


def as_odt(document: Document) -> bytes:
    """The blocks as a text of OpenDocument; a row of few cells is set across the table."""
    return odt_of("".join(map(_odt_block, document.blocks)))


def _odt_block(block: object) -> str:
    match block:
        case Heading(passage):
            return f'<text:h text:outline-level="1">{escape(passage.text)}</text:h>'
        case Paragraph(passage):
            return f"<text:p>{escape(passage.text)}</text:p>"
        case ListItem(marker, passage):
            return f"<text:p>{escape(marker)} {escape(passage.text)}</text:p>"
        case Table(rows):
            width, found = width_of(block), []
            for row in rows:
                for n, cell in enumerate(row.cells):
                    covers = width - n if n == len(row.cells) - 1 else 1
                    inside = "".join(f"<text:p>{escape(paragraph.text)}</text:p>" for paragraph in cell.paragraphs)
                    found.append(
                        f'<table:table-cell table:number-columns-spanned="{covers}">{inside}</table:table-cell>'
                    )
                    found.append("<table:covered-table-cell/>" * (covers - 1))
                found.append("</table:table-row><table:table-row>")
            return f"<table:table><table:table-row>{''.join(found)}</table:table-row></table:table>"
    raise TypeError(block)


def as_rtf(document: Document) -> bytes:
    """The blocks as rich text in windows-1251; a row of few cells ends at the table's edge."""
    head = rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times New Roman;}}{\stylesheet{\s1 heading 1;}}"
    return head + "\n".join(map(_rtf_block, document.blocks)).encode("ascii") + b"}"


def rtf_words(words: str) -> str:
    """Words as rich text writes them: the letters of windows-1251 by their bytes, others by their numbers."""
    return "".join(map(_rtf_letter, words))


def _rtf_letter(letter: str) -> str:
    if letter in "\\{}":
        return f"\\{letter}"
    if letter.isascii():
        return letter
    byte = letter.encode("cp1251", "ignore")
    return f"\\'{byte.hex()}" if byte else f"\\u{ord(letter)}?"


def _rtf_block(block: object) -> str:
    match block:
        case Heading(passage):
            return f"\\pard\\s1 {rtf_words(passage.text)}\\par"
        case Paragraph(passage):
            return f"\\pard {rtf_words(passage.text)}\\par"
        case ListItem(marker, passage):
            return f"\\pard {{\\listtext {rtf_words(marker)}\\tab}}{rtf_words(passage.text)}\\par"
        case Table(rows):
            width, found = width_of(block), []
            for row in rows:
                edges = [*range(1, len(row.cells)), width]
                found.append("\\trowd" + "".join(f"\\cellx{1000 * edge}" for edge in edges) + "\\pard\\intbl ")
                for cell in row.cells:
                    found.append("\\par ".join(rtf_words(paragraph.text) for paragraph in cell.paragraphs) + "\\cell ")
                found.append("\\row\n")
            return "".join(found) + "\\pard"
    raise TypeError(block)


def as_csv(document: Document) -> bytes:
    """The blocks as lines of cells between semicolons, as a spreadsheet saves them; what a cell covers is empty."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";")
    for cells, span in rows_of(document):
        writer.writerow([*cells, *("" for _ in range(span - 1))])
    return stream.getvalue().encode("utf-8-sig")


MAKERS: dict[str, Callable[[Document], bytes]] = {
    "docx": as_docx,
    "odt": as_odt,
    "rtf": as_rtf,
    "xlsx": as_xlsx,
    "xls": as_xls,
    "ods": as_ods,
    "csv": as_csv,
    "html": as_html,
    "pdf": as_pdf,
    "unruled.pdf": partial(as_pdf, ruled=False),
}
