"""A report in the format that is asked for."""

from __future__ import annotations

from typing import BinaryIO

from kzedu_graph.exports.files import write_book
from kzedu_graph.reports.as_docx import write_docx
from kzedu_graph.reports.as_pdf import write_pdf
from kzedu_graph.reports.page import write_page
from kzedu_graph.reports.readable import readable
from kzedu_graph.reports.sections import Report

FORMATS = ("html", "pdf", "docx", "xlsx")


def write_report(report: Report, form: str, out: BinaryIO) -> None:
    """The report as bytes; raises ValueError for a format that is none of `FORMATS`."""
    match form:
        case "html":
            write_page(readable(report), out)
        case "pdf":
            write_pdf(readable(report), out)
        case "docx":
            write_docx(readable(report), out)
        case "xlsx":
            sheets = [(section.title, section.columns, section.rows) for section in report.sections]
            write_book([(report.title, (report.about,), ((report.note,),)), *sheets], out)
        case _:
            raise ValueError(f"a report is written as {', '.join(FORMATS)}, not as {form!r}")
