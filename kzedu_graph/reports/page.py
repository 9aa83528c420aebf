"""An audit report as one HTML page that needs nothing else and prints well."""

from __future__ import annotations

from html import escape
from typing import BinaryIO

from kzedu_graph.reports.sections import Report, Section
from kzedu_graph.reports.words import word

_SHORT = 12
"""Signs of a cell that is not broken: a number, a day."""
STYLE = """
:root { color-scheme: light; }
body { font: 15px/1.45 system-ui, sans-serif; color: #1c1c1c; background: #fff;
  margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
nav a { margin-right: 1rem; } .about { font-size: 1.1rem; margin: .25rem 0; } .note { color: #444; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #bbb; padding: .3rem .45rem; text-align: left; vertical-align: top;
  overflow-wrap: break-word; }
th { background: #eee; } td.quote { font-style: italic; } tr { break-inside: avoid; }
.part { font-size: 1.4rem; font-weight: 700; border-top: 3px solid #000; padding-top: .5rem; margin: 3rem 0 0; }
td.short { white-space: nowrap; } table.plain { width: auto; min-width: 50%; }
@page { size: A4 landscape; margin: 14mm; }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 8pt; line-height: 1.3; }
  nav { display: none; } th, td { padding: .12rem .3rem; }
  .appendix { break-before: page; } .part { margin: 0; } .wide { overflow: visible; }
  thead { display: table-header-group; } h2 { break-after: avoid; }
  th { background: none; border-bottom: 1.5pt solid #000; }
}
"""


def write_page(report: Report, out: BinaryIO) -> None:
    """The page, UTF-8; every word of the graph is escaped."""
    links = "".join(f'<a href="#{section.key}">{escape(section.title)}</a>' for section in report.sections)
    first = "\n".join(_section(section) for section in report.sections if not section.appendix)
    appendix = "\n".join(_section(section) for section in report.sections if section.appendix)
    if appendix:
        appendix = (
            f'<div class="appendix"><p class="part">{escape(word("appendix", report.lang))}</p>\n{appendix}\n</div>'
        )
    out.write(
        f"""<!doctype html>
<html lang="{report.lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(report.title)}: {escape(report.about)}</title><style>{STYLE}</style></head>
<body>
<header><h1>{escape(report.title)}</h1><p class="about">{escape(report.about)}</p>
<p class="note">{escape(report.note)}</p>
<nav>{links}</nav></header>
<main>
{first}
{appendix}
</main>
</body>
</html>
""".encode()
    )


def _section(section: Section) -> str:
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in section.columns)
    rows = "\n".join(
        "<tr>" + "".join(_cell(cell, number in section.quoted) for number, cell in enumerate(row)) + "</tr>"
        for row in section.rows
    )
    kind = ' class="plain"' if len(section.columns) < 3 else ""
    return (
        f'<section id="{section.key}"><h2>{escape(section.title)} ({len(section.rows)})</h2><div class="wide">'
        f"<table{kind}><thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table></div></section>"
    )


def _cell(text: str, quoted: bool) -> str:
    kind = "quote" if quoted and text else "short" if len(text) <= _SHORT else ""
    words = f'<a href="{escape(text)}">{escape(text)}</a>' if text.startswith(("https://", "http://")) else escape(text)
    return f'<td class="{kind}">{words}</td>' if kind else f"<td>{words}</td>"
